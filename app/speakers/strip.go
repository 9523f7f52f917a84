package speakers

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// Strip is who has the floor and for how long, in one line of the window's foot;
// it is gone while nobody speaks and we do not wait.
type Strip struct {
	room   *room.Room
	lamp   *look.LampSign
	words  *look.Text
	object *fyne.Container
	floor  data.Floor
	turn   int // of the clock that runs; others stop
	now    func() time.Time
}

// NewStrip makes the line; call Refresh to fill it.
func NewStrip(r *room.Room) *Strip {
	s := &Strip{room: r, lamp: look.NewLampSign(), words: look.NewText(""), now: time.Now}
	s.words.Scale = theme.SizeNameCaptionText
	s.object = look.Inset(0, 0, 12, 12, look.Row(s.lamp, s.words))
	s.object.Hide()
	return s
}

// Object is what to place in the window.
func (s *Strip) Object() fyne.CanvasObject { return s.object }

// Refresh shows the desk as it is now.
func (s *Strip) Refresh() {
	meeting, _ := s.room.Desk.CurrentMeeting()
	s.floor = s.room.Desk.Floor(meeting.ID)
	s.turn++
	s.show()
	s.tick(s.turn)
}

// tick follows the clock while there is something to follow.
func (s *Strip) tick(turn int) {
	if s.object.Hidden {
		return
	}
	s.room.Later(page.ClockBeat(s.floor, s.now()), func() {
		if turn == s.turn {
			s.show()
			s.tick(turn)
		}
	})
}

func (s *Strip) show() {
	loc, now := s.room.Loc, s.now()
	ours := oursNext(loc, s.floor, now)
	speaks := !s.floor.Speaking.ID.IsZero()
	look.SetShown(s.object, speaks || ours != "")
	look.SetShown(s.lamp, speaks)
	words := ours
	if speaks {
		c := s.floor.Clock(s.floor.Speaking, now)
		words = loc.T("speakers.strip", "who", spokenAs(s.room, s.floor.Speaking), "time", page.ClockFigure(c), "words", page.ClockWords(loc, c))
		if ours != "" {
			words += "   ·   " + ours
		}
		s.lamp.SetState(page.ClockLamp(c, now))
		s.words.SetColour(ink(c))
	} else {
		s.words.SetColour(look.ColourText)
	}
	s.words.SetText(words)
}
