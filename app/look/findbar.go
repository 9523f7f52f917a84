package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// FindField is what a FindBar needs of the field in which one types what is
// sought: a textview.Field.
type FindField interface {
	fyne.CanvasObject
	fyne.Focusable
	// OfferKeys lets a function take keys before the field does; it returns true
	// for those it took.
	OfferKeys(take func(*fyne.KeyEvent) bool)
}

// FindWords are what the buttons of a FindBar do, shown as tips.
type FindWords struct{ Previous, Next, Close string }

// FindBar is the compact bar over a text in which words are sought: a field, how
// many places there are and which of them is shown, and buttons to the next, to
// the previous and away. In the field Enter goes on, Shift+Enter back, Escape
// closes the bar.
type FindBar struct {
	widget.BaseWidget
	// OnStep is told 1 for the next place, -1 for the previous one.
	OnStep func(step int)
	// OnClosed is told that the bar is to be taken away.
	OnClosed func()

	field                 FindField
	count                 *Text
	previous, next, close *Button
	row                   *fyne.Container
}

// NewFindBar makes a bar around a field; the owner listens to what is typed and
// tells the bar with SetCount what came of it.
func NewFindBar(field FindField, words FindWords) *FindBar {
	b := &FindBar{field: field, count: Muted("")}
	b.previous = NewIconButton(IconUp, "", func() { b.step(-1) }).WithTip(words.Previous)
	b.next = NewIconButton(IconDown, "", func() { b.step(1) }).WithTip(words.Next)
	b.close = NewIconButton(IconClose, "", b.shut).WithTip(words.Close)
	field.OfferKeys(b.take)
	b.row = Inset(3, 3, 6, 6, Border(nil, nil, nil, Row(b.count, b.previous, b.next, b.close), Inset(0, 0, 0, 6, field)))
	b.ExtendBaseWidget(b)
	b.SetCount("", false)
	return b
}

// SetCount shows which place of how many is shown ("3 of 17"), or that there is
// none; any tells whether there are places to go to.
func (b *FindBar) SetCount(words string, any bool) {
	b.count.SetText(words)
	for _, x := range []*Button{b.previous, b.next} {
		if any {
			x.Enable()
		} else {
			x.Disable()
		}
	}
	b.Refresh()
}

// Focus gives the field the keyboard.
func (b *FindBar) Focus() { Focus(fyne.CurrentApp().Driver().CanvasForObject(b.field), b.field) }

// Held implements Holder.
func (b *FindBar) Held() []fyne.CanvasObject { return []fyne.CanvasObject{b.row} }

// CreateRenderer implements fyne.Widget.
func (b *FindBar) CreateRenderer() fyne.WidgetRenderer {
	return newParts(b.row.Resize, b.row.MinSize, func() { b.row.Refresh() }, b.row)
}

func (b *FindBar) step(by int) {
	if b.OnStep != nil && !b.next.Disabled() {
		b.OnStep(by)
	}
}

func (b *FindBar) shut() {
	if b.OnClosed != nil {
		b.OnClosed()
	}
}

// take takes the keys of the field that are the bar's.
func (b *FindBar) take(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		step := 1
		if Shifted() {
			step = -1
		}
		b.step(step)
	case fyne.KeyEscape:
		b.shut()
	default:
		return false
	}
	return true
}
