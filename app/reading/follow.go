package reading

import (
	"time"

	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// Follower hands to the second window what the room may see: the provision that is
// selected, and who has the floor. The window itself knows neither desk nor room.
type Follower struct {
	room   *room.Room
	window *Window
	floor  data.Floor
	shown  data.ID // the provision that it shows
	gone   func()
	turn   int // of the clock that runs; others stop
}

// Follow opens the second window. gone is told when it is closed.
func Follow(r *room.Room, gone func()) *Follower {
	f := &Follower{room: r, gone: gone}
	f.window = NewWindow(r.Loc, f.closed)
	r.Selection.Listen(f.Refresh)
	f.Refresh()
	return f
}

func (f *Follower) closed() {
	f.window = nil
	f.turn++
	f.gone()
}

// Rebuild goes on in a room whose main window was built anew, in another language
// or look: the second window stays where it is, with what it shows. gone is told
// when it is closed, instead of whoever was told before.
func (f *Follower) Rebuild(r *room.Room, gone func()) {
	f.room, f.gone = r, gone
	if f.window == nil {
		return
	}
	f.window.Dress(r.Loc)
	if p, err := r.Desk.Provision(f.shown); f.window.Frozen && err == nil {
		f.window.Rename(numberOf(r, p))
	}
	r.Selection.Listen(f.Refresh)
	f.Refresh()
}

// Leave closes the window and tells nobody: the desk is about to be closed.
func (f *Follower) Leave() {
	f.gone = func() {}
	f.Close()
}

// Close closes the window.
func (f *Follower) Close() {
	if f.window != nil {
		f.window.Close()
	}
}

// Frozen reports whether the window keeps its provision.
func (f *Follower) Frozen() bool { return f.window != nil && f.window.Frozen }

// Freeze keeps the provision that is shown, or follows again.
func (f *Follower) Freeze(frozen bool) {
	if f.window != nil {
		f.window.Frozen = frozen
		f.Refresh()
	}
}

// Refresh shows the room as it is now.
func (f *Follower) Refresh() {
	if f.window == nil {
		return
	}
	meeting, _ := f.room.Desk.CurrentMeeting()
	f.floor = f.room.Desk.Floor(meeting.ID)
	p, _ := f.room.Desk.Provision(f.room.Selection.Provision()) // none is selected: nothing is shown
	if !f.window.Frozen {
		f.shown = p.ID
	}
	s, now := screenOf(f.room, p), time.Now()
	s.Who, s.Clock = f.who(), f.floor.Clock(f.floor.Speaking, now)
	f.window.Set(s, now)
	f.turn++
	f.tick(f.turn)
}

func (f *Follower) who() string {
	if f.floor.Speaking.ID.IsZero() {
		return ""
	}
	if words := page.Speaker(f.room.Loc, f.room.Desk.Register(), f.floor.Speaking.By); words != "" {
		return words
	}
	return f.room.Loc.T("speakers.ours")
}

// tick follows the clock while somebody speaks.
func (f *Follower) tick(turn int) {
	if f.floor.Speaking.ID.IsZero() {
		return
	}
	f.room.Later(page.ClockBeat(f.floor, time.Now()), func() {
		if turn == f.turn && f.window != nil {
			now := time.Now()
			f.window.Tick(f.who(), f.floor.Clock(f.floor.Speaking, now), now)
			f.tick(turn)
		}
	})
}
