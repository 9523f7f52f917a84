package textview

import (
	"math"

	"travaux/app/look"
)

// flow is what one Document or several side by side have in common: rows, each as
// high as the highest block in it, and the place to which they are scrolled. Row i
// holds block i of every member, so members have equally many.
type flow struct {
	members []*Document
	engine  setter // for what comes into view
	column  *column
	offset  float64  // of the view's top in the column
	first   int      // the row last told to OnScrolled
	chosen  int      // -1 for none
	job     *job     // lays out what is not in view
	columns *Columns // around the members; nil for a single one
	stale   bool     // there are other members than were laid out for
	paused  bool     // the members are being resized
}

func newFlow(members ...*Document) *flow {
	f := &flow{members: members, engine: look.Set, column: newColumn(nil), chosen: -1}
	for _, d := range members {
		d.flow = f
	}
	return f
}

// view is the height of the view, 0 before there is one.
func (f *flow) view() float64 { return float64(f.members[0].Size().Height) }

func (f *flow) len() int { return len(f.members[0].blocks) }

// last tells whether a member is the one at the end edge.
func (f *flow) last(d *Document) bool { return f.members[len(f.members)-1] == d }

// guess is the height row i will about have.
func (f *flow) guess(i int) float64 {
	height := 0.0
	for _, d := range f.members {
		height = max(height, d.sizes.guess(&d.blocks[i]))
	}
	return height
}

// measure lays the blocks of row i out unless they are, and returns its height.
func (f *flow) measure(i int) float64 {
	fresh := !f.column.known[i]
	for _, d := range f.members {
		if d.set[i] == nil {
			d.set[i] = d.sizes.set(f.engine, &d.blocks[i])
			fresh = true
		}
	}
	if fresh {
		f.column.set(i, f.align(i))
	}
	return f.column.heights[i]
}

// align lets the first lines of a row stand on one baseline and returns the
// height of the row. All its blocks are laid out.
func (f *flow) align(i int) (height float64) {
	baseline := 0.0
	for _, d := range f.members {
		if s := d.set[i]; !s.empty() {
			baseline = max(baseline, s.ownTop+s.words.Lines[0].Baseline)
		}
	}
	for _, d := range f.members {
		s := d.set[i]
		if s.empty() {
			continue
		}
		s.lower(math.Round(baseline - s.ownTop - s.words.Lines[0].Baseline))
		height = max(height, s.height)
	}
	for _, d := range f.members {
		if height == 0 {
			height = d.set[i].ownHeight // all are empty
		}
		height = max(height, d.withEditor(i))
	}
	return height
}

// ready makes the layouts' measures right for the present widths and theme; the
// row at the top of the view stays there.
func (f *flow) ready() {
	if f.paused {
		return
	}
	stale := f.stale
	for _, d := range f.members {
		stale = stale || !d.fits()
	}
	if !stale {
		return
	}
	if f.len() == 0 || len(f.column.heights) != f.len() {
		f.forget()
		return
	}
	i := f.column.at(f.offset)
	inside := (f.offset - f.column.top(i)) / max(f.column.heights[i], 1)
	f.forget()
	if f.members[0].Size().Width > 0 {
		f.measure(i)
	}
	f.offset = f.column.top(i) + inside*f.column.heights[i]
}

// forget drops what is laid out for other measures and guesses all heights anew.
func (f *flow) forget() {
	f.stop()
	f.stale = false
	for _, d := range f.members {
		if !d.fits() {
			d.forget()
		}
	}
	guesses := make([]float64, f.len())
	for i := range guesses {
		guesses[i] = f.guess(i)
	}
	f.column = newColumn(guesses)
}

// arrange brings the view within the text and places what is in it.
func (f *flow) arrange() {
	size := f.members[0].Size()
	if f.paused || size.Width < 1 || size.Height < 1 {
		return
	}
	f.offset = f.column.settle(f.offset, f.view(), f.measure)
	first, last := f.inView()
	for _, d := range f.members {
		d.place(first, last)
		d.evict(first, last)
	}
	if first != f.first && f.len() > 0 {
		f.first = first
		for _, d := range f.members {
			if d.OnScrolled != nil {
				d.OnScrolled(d.blocks[first].ID)
			}
		}
	}
	f.lookAhead()
}

// y is where row i begins in the view.
func (f *flow) y(i int) float64 { return f.column.top(i) - f.offset }

// rowAt is the row at a height of the view.
func (f *flow) rowAt(y float64) int { return f.column.at(f.offset + y) }

// inView are the first and the last row in view; none for an empty text.
func (f *flow) inView() (first, last int) {
	if f.len() == 0 {
		return 0, -1
	}
	return f.rowAt(0), f.rowAt(f.view())
}

// scrollBy moves the view.
func (f *flow) scrollBy(dy float64) {
	f.offset += dy
	f.ready()
	f.arrange()
}

// above is the offset that leaves some room above row i. The rows there are
// measured, so that row i will not move when they are shown.
func (f *flow) above(i int, room float64) float64 {
	for k, left := i-1, room; k >= 0 && left > 0; k-- {
		left -= f.measure(k)
	}
	return f.column.top(i) - room
}

// hold keeps what is in view where it is while change alters heights.
func (f *flow) hold(change func()) {
	if f.len() == 0 {
		change()
		return
	}
	i := f.column.at(f.offset)
	inside := f.offset - f.column.top(i)
	change()
	f.offset = f.column.top(i) + inside
}

// choose marks a row as the chosen one; -1 is none.
func (f *flow) choose(i int) {
	was := f.chosen
	f.chosen = i
	if was == i {
		return
	}
	for _, d := range f.members {
		d.repaint(was)
		d.repaint(i)
	}
}
