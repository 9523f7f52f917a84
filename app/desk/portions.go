package desk

import (
	"time"

	"fyne.io/fyne/v2"
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

// fill calls add for 0, 1, … n-1, and then done.
func (p *portions) fill(n int, add func(i int), done func()) {
	p.turn++
	p.from(p.turn, 0, n, add, done)
}

// list puts entries into a container in the place of what is there.
func (p *portions) list(into *fyne.Container, entries []func() fyne.CanvasObject) {
	into.RemoveAll()
	p.fill(len(entries), func(i int) { into.Add(entries[i]()) }, func() {})
}

// stop leaves what is still to be added.
func (p *portions) stop() { p.turn++ }

func (p *portions) from(turn, i, n int, add func(i int), done func()) {
	for start := time.Now(); i < n; i++ {
		add(i)
		if time.Since(start) > longestTurn && i+1 < n {
			next := i + 1
			p.post(func() {
				if turn == p.turn {
					p.from(turn, next, n, add, done)
				}
			})
			return
		}
	}
	done()
}
