package textview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
)

// again is the longest time between the presses of a double click. Fyne's own
// double taps would make every single one wait.
const again = 400 * time.Millisecond

// pointer is what the mouse is doing.
type pointer struct {
	down    bool
	dragged bool
	count   int // presses at one place: 2 selects a word, 3 a block
	when    time.Time
	where   fyne.Position
	began   place // of a double or triple press
	last    fyne.Position
	over    place // the rune below it, or nowhere
	link    bool  // which is that of a reference
}

// nowhere is no place.
var nowhere = place{-1, -1}

var (
	_ desktop.Mouseable  = (*Document)(nil)
	_ desktop.Hoverable  = (*Document)(nil)
	_ desktop.Cursorable = (*Document)(nil)
	_ fyne.Draggable     = (*Document)(nil)
	_ fyne.Scrollable    = (*Document)(nil)
)

// press counts a press of the button: 1, 2 or 3 at one place.
func (p *pointer) press(at fyne.Position, now time.Time) int {
	near := at.X-p.where.X < 4 && p.where.X-at.X < 4 && at.Y-p.where.Y < 4 && p.where.Y-at.Y < 4
	if near && now.Sub(p.when) < again && p.count < 3 {
		p.count++
	} else {
		p.count = 1
	}
	p.down, p.dragged, p.when, p.where, p.last = true, false, now, at, at
	return p.count
}

// placeAt is the place in the text nearest to a point of the view.
func (d *Document) placeAt(at fyne.Position) place {
	i := d.flow.rowAt(float64(at.Y))
	s := d.measure(i)
	return place{i, s.hit(float64(at.X), float64(at.Y)-d.flow.y(i))}
}

// edgeAt is placeAt for an end of a selection; see spot.
func (d *Document) edgeAt(at fyne.Position) (p place, upstream bool) {
	p = d.placeAt(at)
	p.offset, upstream = d.measure(p.block).end(float64(at.X), float64(at.Y)-d.flow.y(p.block))
	return p, upstream
}

// runeAt is the rune below a point; ok is false beside the words.
func (d *Document) runeAt(at fyne.Position) (p place, ok bool) {
	i := d.flow.rowAt(float64(at.Y))
	offset, ok := d.measure(i).under(float64(at.X), float64(at.Y)-d.flow.y(i))
	return place{i, offset}, ok
}

func (d *Document) position(p place) Position {
	return Position{ID: d.blocks[p.block].ID, Offset: p.offset}
}

// MouseDown implements desktop.Mouseable.
func (d *Document) MouseDown(e *desktop.MouseEvent) {
	look.Touch()
	if len(d.blocks) == 0 {
		return
	}
	d.takeFocus()
	at := d.placeAt(e.Position)
	if e.Button == desktop.MouseButtonSecondary {
		if d.OnMenu != nil {
			d.OnMenu(d.position(at), e.AbsolutePosition)
		}
		return
	}
	switch d.pointer.press(e.Position, time.Now()) {
	case 2, 3:
		d.pointer.began = at
		d.selectPlaces(d.unitAt(at))
	default:
		d.pressTo(e.Position, e.Modifier&fyne.KeyModifierShift != 0)
	}
}

// pressTo places the caret; keep selects up to there.
func (d *Document) pressTo(at fyne.Position, keep bool) {
	if keep {
		d.ensureCaret()
	}
	head, upstream := d.edgeAt(at)
	s := selection{anchor: d.selection.anchor, head: head, upstream: upstream}
	if !keep {
		s.anchor = head
	}
	d.placed = true
	d.selectTo(s)
	d.caretMoved()
}

// MouseUp implements desktop.Mouseable. A press without a drag chooses the block.
func (d *Document) MouseUp(e *desktop.MouseEvent) {
	pressed := d.pointer.down && !d.pointer.dragged
	d.pointer.down = false
	if !pressed || len(d.blocks) == 0 || e.Button == desktop.MouseButtonSecondary {
		return
	}
	at := d.placeAt(e.Position)
	d.goTo(at.block)
	if under, ok := d.runeAt(e.Position); ok && d.OnPressed != nil && d.selection.empty() {
		d.OnPressed(d.position(under), d.blocks[under.block].at(under.offset))
	}
}

// goTo chooses a block in the person's name.
func (d *Document) goTo(i int) {
	if i == d.flow.chosen || i < 0 || i >= len(d.blocks) {
		return
	}
	d.Choose(d.blocks[i].ID)
	if d.OnChosen != nil {
		d.OnChosen(d.blocks[i].ID)
	}
}

// Dragged implements fyne.Draggable.
func (d *Document) Dragged(e *fyne.DragEvent) {
	look.Touch()
	if len(d.blocks) == 0 || !d.pointer.down {
		return
	}
	d.pointer.dragged = true
	d.pointer.last = e.Position
	switch y := float64(e.Position.Y); {
	case y < 0:
		d.flow.scrollBy(y / 2)
	case y > d.view():
		d.flow.scrollBy((y - d.view()) / 2)
	}
	d.dragTo(e.Position)
}

// dragTo selects up to a point; after a double click by whole words, after a
// triple one by whole blocks.
func (d *Document) dragTo(at fyne.Position) {
	anchor := d.selection.anchor
	head, upstream := d.edgeAt(at)
	if d.pointer.count > 1 {
		start, end := d.unitAt(d.placeAt(at))
		from, to := d.unitAt(d.pointer.began)
		anchor, head, upstream = from, end, false
		if start.before(from) {
			anchor, head = to, start
		}
	}
	d.selectTo(selection{anchor: anchor, head: head, upstream: upstream})
}

// unitAt is the word or, after a triple click, the block at a place.
func (d *Document) unitAt(p place) (start, end place) {
	text := d.measure(p.block).text
	from, to := 0, len(text)
	if d.pointer.count == 2 {
		from, to = wordAt(text, p.offset)
	}
	return place{p.block, from}, place{p.block, to}
}

// DragEnd implements fyne.Draggable.
func (d *Document) DragEnd() { d.pointer.down = false }

// MouseIn implements desktop.Hoverable.
func (d *Document) MouseIn(e *desktop.MouseEvent) { d.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable: the brackets around the pointer stand
// out.
func (d *Document) MouseMoved(e *desktop.MouseEvent) {
	look.Touch()
	if len(d.blocks) == 0 {
		return
	}
	over, ok := d.runeAt(e.Position)
	if !ok {
		over = nowhere
	}
	if over == d.pointer.over {
		return
	}
	d.hover(over)
	if d.OnHovered != nil {
		at := d.placeAt(e.Position)
		var marks []Mark
		if ok {
			at, marks = over, d.blocks[over.block].at(over.offset)
		}
		d.OnHovered(d.position(at), marks)
	}
}

func (d *Document) hover(over place) {
	d.pointer.over, d.pointer.link = over, false
	if over != nowhere {
		for _, m := range d.blocks[over.block].at(over.offset) {
			d.pointer.link = d.pointer.link || m.Kind == Link
		}
	}
	d.pairAgain()
}

// pairAgain makes the brackets around the pointer stand out, or else those
// around the caret.
func (d *Document) pairAgain() {
	switch {
	case d.pointer.over != nowhere:
		d.showPair(d.pointer.over, false)
	case d.placed && d.focused:
		d.showPair(d.selection.head, true)
	default:
		d.showPair(nowhere, false)
	}
}

// MouseOut implements desktop.Hoverable.
func (d *Document) MouseOut() {
	d.hover(nowhere)
	if d.OnHovered != nil {
		d.OnHovered(Position{}, nil)
	}
}

// Cursor implements desktop.Cursorable.
func (d *Document) Cursor() desktop.Cursor {
	if d.pointer.link {
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}
