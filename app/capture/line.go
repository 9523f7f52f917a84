package capture

import (
	"sync"
	"time"

	"travaux/data"
	"travaux/data/capture"
)

// line is a line that was taken. What became of it is written by the recorder and
// read by the window.
type line struct {
	text      string
	entry     capture.Entry
	provision data.ID     // that was on screen
	issue     data.ID     // meant instead; zero: none
	said      time.Time   // when Enter was pressed
	lang      data.Lang   // of the words; "": the interface's
	was       []data.View // recorded before, and corrected by the line; none: it was recorded by the line

	mu    sync.Mutex
	views []data.ID // that stand for it
	done  bool
	err   error // why it is not recorded, or not as it reads now
	gone  bool  // it was taken back
}

// state is what became of a line.
type state struct {
	views      []data.ID
	done, gone bool
	err        error
}

func (x *line) state() state {
	x.mu.Lock()
	defer x.mu.Unlock()
	return state{x.views, x.done, x.gone, x.err}
}

// finish notes that a line was recorded, or why not: then what stood for it before
// still does.
func (x *line) finish(recorded []data.View, before []data.ID, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.done, x.err, x.views = true, err, before
	if err == nil {
		x.views = nil
		for _, v := range recorded {
			x.views = append(x.views, v.ID)
		}
	}
}

func (x *line) setGone(gone bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.gone = gone
}
