package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/textview"
)

// results is the list below a field in which one types: the arrow and Page keys
// go about it while the field keeps the keyboard, Enter takes the marked row, a
// press any row. Search and palette are made of it.
type results struct {
	list   *look.List
	length func() int
	take   func(i int) // a row was taken
	asked  int         // number of the latest question; older answers are dropped
	shown  int         // number of the question whose answer is shown
	enters bool        // Enter was pressed before the answer came
}

// newResults makes the list for a field; create and update are those of
// look.NewList.
func newResults(field *textview.Field, length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject), take func(int)) *results {
	r := &results{length: length, take: take}
	r.list = look.NewList(length,
		func() fyne.CanvasObject { return newPressed(create(), take) },
		func(i int, row fyne.CanvasObject) {
			row.(*pressed).index = i
			update(i, row.(*pressed).row)
		}, nil)
	r.list.OnOpen = take
	field.OfferKeys(r.key)
	return r
}

// ask begins a question and returns its number.
func (r *results) ask() int {
	r.asked++
	r.enters = false
	return r.asked
}

// answer shows the rows anew, the first one marked, if they answer the latest
// question; an Enter that was pressed before takes it.
func (r *results) answer(question int) {
	if question != r.asked {
		return
	}
	r.shown = question
	r.list.Refresh()
	r.list.Mark(-1)
	if r.length() > 0 {
		r.list.Mark(0)
	}
	r.list.ScrollToTop()
	if r.enters {
		r.enter()
	}
}

// enter takes the marked row, as soon as the answer to what is typed is there.
func (r *results) enter() {
	if r.shown != r.asked {
		r.enters = true
		return
	}
	if at := r.list.Selected(); at >= 0 {
		r.take(at)
	}
}

// key goes about the list by a key of the field; false for keys of its own.
func (r *results) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		r.enter()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		r.list.Step(e.Name)
	case fyne.KeyTab: // comes here only if the field keeps it
		step := fyne.KeyDown
		if look.Shifted() {
			step = fyne.KeyUp
		}
		r.list.Step(step)
	default:
		return false
	}
	return true
}

// pressed is a row that is taken by a press, also if it is the marked one.
type pressed struct {
	widget.BaseWidget
	row   fyne.CanvasObject
	index int
	take  func(int)
}

func newPressed(row fyne.CanvasObject, take func(int)) *pressed {
	p := &pressed{row: row, take: take}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *pressed) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.row) }

// Tapped implements fyne.Tappable.
func (p *pressed) Tapped(*fyne.PointEvent) {
	look.Touch()
	p.take(p.index)
}
