package app

import (
	"context"

	"travaux/app/reading"
	"travaux/app/speakers"
	"travaux/data"
)

// listening is what the window shows of who has the floor.
type listening struct {
	floor  *speakers.Strip
	screen *reading.Follower // nil: there is no second window
}

// readAloud opens the reading view.
func (s *shell) readAloud() {
	s.flush()
	s.live = reading.Show(s.room, s.reading.Provision())
}

// showScreen opens the second window, or closes it.
func (s *shell) showScreen() {
	if s.screen != nil {
		s.screen.Close()
		return
	}
	s.screen = reading.Follow(s.room, s.screenGone)
	s.refreshCommands()
}

func (s *shell) screenGone() {
	s.screen = nil
	s.refreshCommands()
}

// keepScreen goes on with the second window of the shell that was there before.
func (s *shell) keepScreen(before *shell) {
	if before != nil && before.screen != nil {
		s.screen, before.screen = before.screen, nil
		s.screen.Rebuild(s.room, s.screenGone)
	}
}

// leaveScreen closes the second window before the vault is: nothing of it stays
// on a screen.
func (s *shell) leaveScreen() {
	if s.screen != nil {
		s.screen.Leave()
		s.screen = nil
	}
}

// hasScreen reports whether there is a second window.
func (s *shell) hasScreen() bool { return s.screen != nil }

// frozen reports whether the second window keeps its provision.
func (s *shell) frozen() bool { return s.screen != nil && s.screen.Frozen() }

// hear shows who has the floor as it is now.
func (s *shell) hear() {
	s.floor.Refresh()
	if s.screen != nil {
		s.screen.Refresh()
	}
}

// floorNow is the floor of the meeting in which the member sits.
func (s *shell) floorNow() (meeting data.ID, floor data.Floor) {
	m, _ := s.room.Desk.CurrentMeeting()
	return m.ID, s.room.Desk.Floor(m.ID)
}

// someoneSpeaks reports whether there is a next speaker, or one who can end.
func (s *shell) someoneSpeaks() bool {
	_, f := s.floorNow()
	return !f.Speaking.ID.IsZero() || len(f.Waiting) > 0
}

// nextSpeaker gives the floor to the next speaker, from wherever one is.
func (s *shell) nextSpeaker() {
	s.room.Act(func(ctx context.Context) error {
		meeting, _ := s.floorNow()
		_, err := s.room.Desk.NextSpeaker(ctx, meeting)
		return err
	}, nil)
}
