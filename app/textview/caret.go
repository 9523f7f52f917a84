package textview

import (
	"math"

	"fyne.io/fyne/v2"

	"travaux/translations/typeset"
)

// The caret of a Document: where the selection's end stands. It is seen once a
// press or a key has placed it. While browsing (F12) the arrows move it; else they
// scroll, and move it with Shift or Ctrl only.

// Caret is where the caret stands; ok is false while none is shown.
func (d *Document) Caret() (at Position, ok bool) {
	if !d.placed || len(d.blocks) == 0 {
		return at, false
	}
	return d.position(d.selection.head), true
}

// PlaceCaret puts the caret before a rune; nothing is selected then.
func (d *Document) PlaceCaret(at Position) {
	i, ok := d.index[at.ID]
	if !ok {
		return
	}
	d.placed = true
	d.selectPlaces(place{i, at.Offset}, place{i, at.Offset})
	d.caretMoved()
}

// Browsing tells whether the arrow keys move the caret.
func (d *Document) Browsing() bool { return d.browsing }

// SetBrowsing lets the arrow keys move the caret, or scroll. F12 does it too.
func (d *Document) SetBrowsing(on bool) {
	d.browsing = on
	if on {
		d.ensureCaret()
	}
	d.placed = on
	d.caretMoved()
}

// ensureCaret shows the caret where it was last, if that is in view, or else at
// the chosen block or the first line in view.
func (d *Document) ensureCaret() {
	if d.placed || len(d.blocks) == 0 {
		return
	}
	d.placed = true
	inView := func(i int) bool { y := d.flow.y(i); return y >= -1 && y < d.view() }
	if !d.selection.empty() || d.selection != (selection{}) && inView(d.selection.head.block) {
		return
	}
	i := d.flow.rowAt(0)
	switch {
	case d.flow.chosen >= 0 && inView(d.flow.chosen):
		i = d.flow.chosen
	case !inView(i) && i < len(d.blocks)-1:
		i++
	}
	d.selectPlaces(place{i, 0}, place{i, 0})
}

// caretMoved shows the caret where it now stands, and the brackets it is in.
func (d *Document) caretMoved() {
	if d.draw != nil {
		d.draw.placeCaret()
	}
	d.pairAgain()
}

// caretRect is where the caret stands in the view; ok is false for none.
func (d *Document) caretRect() (r typeset.Rect, ok bool) {
	if !d.placed || !d.focused || len(d.blocks) == 0 {
		return r, false
	}
	head := d.selection.head
	s := d.measure(head.block)
	r = s.words.CaretAt(head.offset, d.selection.upstream)
	r.X += s.wordsX
	r.Y += s.top + d.flow.y(head.block)
	return r, true
}

// walk moves the caret by a key; keep selects on the way.
func (d *Document) walk(key fyne.KeyName, keep bool) bool {
	d.ensureCaret()
	x := d.x()
	at, upstream, ok := d.stepBy(key, x)
	if !ok {
		return false
	}
	d.caretTo(at, upstream, keep)
	switch key {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		d.goal = x
	}
	return true
}

// stepBy is where a key takes the caret; those that go up and down keep to x. ok
// is false for keys that move none.
func (d *Document) stepBy(key fyne.KeyName, x float64) (at place, upstream, ok bool) {
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		at = d.sideways(key == fyne.KeyRight)
	case fyne.KeyUp:
		at, upstream = d.climb(-1, x)
	case fyne.KeyDown:
		at, upstream = d.climb(1, x)
	case fyne.KeyPageUp:
		at, upstream = d.leap(-1, x)
	case fyne.KeyPageDown:
		at, upstream = d.leap(1, x)
	case fyne.KeyHome, fyne.KeyEnd:
		at, upstream = d.lineEnd(key == fyne.KeyEnd)
	default:
		return at, false, false
	}
	return at, upstream, true
}

// caretTo places the caret and brings its line into view.
func (d *Document) caretTo(at place, upstream, keep bool) {
	s := selection{anchor: d.selection.anchor, head: at, upstream: upstream}
	if !keep {
		s.anchor = at
	}
	d.placed = true
	d.selectTo(s)
	d.caretMoved()
	d.follow()
}

// follow scrolls just as far as the caret needs.
func (d *Document) follow() {
	r, ok := d.caretRect()
	if !ok {
		s := d.measure(d.selection.head.block)
		r = s.words.CaretAt(d.selection.head.offset, d.selection.upstream)
		r.Y += s.top + d.flow.y(d.selection.head.block)
	}
	slack := d.sizes.size * 0.6
	switch {
	case r.Y < slack:
		d.flow.scrollBy(r.Y - slack)
	case r.Y+r.Height > d.view()-slack:
		d.flow.scrollBy(r.Y + r.Height - d.view() + slack)
	}
}

// sideways is what is next to the caret on the screen, over the edges of rows and
// blocks too.
func (d *Document) sideways(right bool) place {
	p := d.selection.head
	s := d.measure(p.block)
	if to, ok := beside(s.words, s.text, spot{p.offset, d.selection.upstream}, right); ok {
		return place{p.block, to}
	}
	row := s.words.RowOf(p.offset, d.selection.upstream)
	if right != s.rtl {
		if row < len(s.words.Lines)-1 {
			return place{p.block, stops(s.words, s.text, row+1)[0]}
		}
		if i := d.neighbour(p.block, 1); i != p.block {
			return place{i, 0}
		}
		return p
	}
	if row > 0 {
		list := stops(s.words, s.text, row-1)
		return place{p.block, list[len(list)-1]}
	}
	if i := d.neighbour(p.block, -1); i != p.block {
		return place{i, len(d.measure(i).text)}
	}
	return p
}

// neighbour is the next block above or below that has words, or the block itself.
func (d *Document) neighbour(i, step int) int {
	for k := i + step; k >= 0 && k < len(d.blocks); k += step {
		if d.blocks[k].Text != "" {
			return k
		}
	}
	return i
}

// x is the place across the view that Up and Down keep to.
func (d *Document) x() float64 {
	if d.goal >= 0 {
		return d.goal
	}
	head := d.selection.head
	s := d.measure(head.block)
	return s.wordsX + s.words.CaretAt(head.offset, d.selection.upstream).X
}

// climb is one line up or down.
func (d *Document) climb(step int, x float64) (place, bool) {
	head := d.selection.head
	s := d.measure(head.block)
	row := s.words.RowOf(head.offset, d.selection.upstream) + step
	if row >= 0 && row < len(s.words.Lines) {
		return d.onRow(head.block, row, x)
	}
	i := d.neighbour(head.block, step)
	if i == head.block {
		return d.textEnd(step > 0), false
	}
	row = 0
	if step < 0 {
		row = len(d.measure(i).words.Lines) - 1
	}
	return d.onRow(i, row, x)
}

// onRow is the place on a row of a block that is nearest to x.
func (d *Document) onRow(block, row int, x float64) (place, bool) {
	s := d.measure(block)
	line := s.words.Lines[row]
	offset, upstream := s.words.HitLine(x-s.wordsX, line.Top+line.Height/2)
	return place{block, offset}, upstream
}

// leap is a view further up or down. The rows on the way are measured.
func (d *Document) leap(step, x float64) (place, bool) {
	i := d.selection.head.block
	s := d.measure(i)
	c := s.words.CaretAt(d.selection.head.offset, d.selection.upstream)
	y := s.top + c.Y + c.Height/2 + step*max(d.view()-2*c.Height, c.Height) // from the top of row i
	for y < 0 && i > 0 {
		i--
		y += d.flow.measure(i)
	}
	for y >= d.flow.measure(i) && i < len(d.blocks)-1 {
		y -= d.flow.measure(i)
		i++
	}
	if y < 0 || y >= d.flow.measure(i) {
		return d.textEnd(step > 0), false
	}
	if d.blocks[i].Text == "" {
		i = d.neighbour(i, int(step))
	}
	s = d.measure(i)
	offset, upstream := s.words.HitLine(x-s.wordsX, y-s.top)
	return place{i, offset}, upstream
}

// lineEnd is the first or last place on the caret's row.
func (d *Document) lineEnd(last bool) (place, bool) {
	head := d.selection.head
	s := d.measure(head.block)
	row := s.words.RowOf(head.offset, d.selection.upstream)
	if !last {
		return place{head.block, s.words.Lines[row].Start}, false
	}
	offset, upstream := s.words.EndOf(row)
	return place{head.block, offset}, upstream
}

// textEnd is the first or last place of all.
func (d *Document) textEnd(last bool) place {
	if !last {
		return place{}
	}
	i := len(d.blocks) - 1
	return place{i, len([]rune(d.blocks[i].Text))}
}

// word is the next or previous edge of a word, over the edges of blocks too.
func (d *Document) word(forward bool) place {
	head := d.selection.head
	text := d.measure(head.block).text
	switch {
	case forward && head.offset >= len(text):
		if i := d.neighbour(head.block, 1); i != head.block {
			return place{i, 0}
		}
		return head
	case !forward && head.offset == 0:
		if i := d.neighbour(head.block, -1); i != head.block {
			return place{i, len(d.measure(i).text)}
		}
		return head
	}
	return place{head.block, wordFrom(text, head.offset, forward)}
}

// placeCaret draws the caret where it stands.
func (r *documentRenderer) placeCaret() {
	at, ok := r.document.caretRect()
	r.caret.Hidden = !ok
	if !ok {
		return
	}
	r.caret.Resize(fyne.NewSize(2, float32(at.Height)))
	r.caret.Move(fyne.NewPos(float32(math.Round(at.X))-1, float32(math.Round(at.Y))))
	r.caret.Refresh()
}
