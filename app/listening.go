package app

import (
	"context"

	"travaux/app/speakers"
	"travaux/data"
)

// listening is what the window shows of who has the floor.
type listening struct {
	floor *speakers.Strip
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
