package desk

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// longestTurn is how long the window may be kept from painting and from keys by
// one piece of filling a list.
const longestTurn = 4 * time.Millisecond

// portions fills a list on the window's goroutine a few entries at a time: after
// longestTurn the window has its turn, and then the rest follows. A list that is
// filled anew leaves what was left of the earlier filling.
type portions struct {
	post func(func()) // runs a function on the window's goroutine, later
	turn int
}

// fill calls add for 0, 1, … n-1, and after every portion show.
func (p *portions) fill(n int, add func(i int), show func()) {
	p.turn++
	p.from(p.turn, 0, n, add, show)
}

// list puts entries into a container in the place of what is there. A list that
// is there already, and only made anew, is exchanged at once: in portions it
// would lose the place that it is scrolled to.
func (p *portions) list(into *fyne.Container, entries []func() fyne.CanvasObject) {
	if len(into.Objects) > 0 {
		p.stop()
		objects := make([]fyne.CanvasObject, len(entries))
		for i, entry := range entries {
			objects[i] = entry()
		}
		into.Objects = objects
		into.Refresh()
		return
	}
	p.fill(len(entries), func(i int) { into.Add(entries[i]()) }, func() {
		canvas.Refresh(into) // before the next frame what is around it is laid out anew
	})
}

// stop leaves what is still to be added.
func (p *portions) stop() { p.turn++ }

func (p *portions) from(turn, i, n int, add func(i int), show func()) {
	defer show()
	for start := time.Now(); i < n; i++ {
		add(i)
		if time.Since(start) > longestTurn && i+1 < n {
			next := i + 1
			p.post(func() {
				if turn == p.turn {
					p.from(turn, next, n, add, show)
				}
			})
			return
		}
	}
}
