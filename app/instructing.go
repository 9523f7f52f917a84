package app

import (
	"time"

	"travaux/app/instructions"
)

// instructing is what the window knows of instructions.
type instructing struct {
	instructions *instructions.Page // nil: it was never shown
	unread       int                // instructions that the member at the laptop is to read
	due          time.Time          // when the next instruction changes by the clock; zero: none does
	ticking      bool               // the clock is looked at
}

// showInstructions opens the page with all instructions.
func (s *shell) showInstructions() {
	s.flush()
	s.instructions = instructions.Show(s.room)
}

// instructionsWords names the page with how many instructions the member at the
// laptop is still to read, so that nobody forgets them.
func (s *shell) instructionsWords() string {
	if n := s.unread; n > 0 {
		return s.p.loc.T("command.instructions.waiting", "n", s.p.loc.Number(n))
	}
	return s.p.loc.T("command.instructions")
}

// readInstructions takes stock of the instructions: how many wait to be read, and
// when the next of them begins, lapses or is about to.
func (s *shell) readInstructions() {
	now := time.Now()
	s.unread = 0
	for _, i := range s.room.Desk.AllInstructionsAt(now) {
		if i.Await {
			s.unread++
		}
	}
	if s.instructions != nil && s.instructions.Shown() {
		s.instructions.Refresh()
	}
	s.due = s.room.Desk.NextInstructionChange(now)
	if !s.ticking && !s.due.IsZero() {
		s.tick()
	}
}

// clockEvery is how often the clock is looked at while an instruction is to change
// with it. A laptop that has slept is told within that time.
const clockEvery = 20 * time.Second

// tick follows the clock while the window is open: at the minute at which an
// instruction changes by it, every area is told.
func (s *shell) tick() {
	s.ticking = true
	s.room.Later(clockEvery, func() {
		switch {
		case s.p.shell != s: // another window follows the clock
		case s.due.IsZero():
			s.ticking = false
		case !time.Now().Before(s.due):
			s.changed()
			s.tick()
		default:
			s.tick()
		}
	})
}
