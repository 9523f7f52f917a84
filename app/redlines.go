package app

import (
	"context"

	"travaux/app/redlines"
	"travaux/data"
)

// showRedLines opens the page about red lines, with a new one on a provision
// unless that is the zero ID.
func (s *shell) showRedLines(on data.ID) {
	s.flush()
	redlines.Show(s.room, on)
}

// countCrossed counts the red lines that are crossed for sure, for the status
// line. It looks through the whole text, and so never on the window's goroutine.
func (s *shell) countCrossed() {
	var n int
	s.p.jobs.run(func(context.Context, data.Progress) error {
		lines := map[data.ID]bool{}
		for _, c := range s.room.Desk.Crossings() {
			if !c.Doubt {
				lines[c.RedLine] = true
			}
		}
		n = len(lines)
		return nil
	}, func() {
		if s.p.shell == s && s.crossed != n {
			s.crossed = n
			s.status.SetText(s.statusLine())
		}
	})
}
