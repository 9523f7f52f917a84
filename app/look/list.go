package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// List shows many rows of one height and keeps only those in view. It is
// Fyne's list, which draws no text of its own, with a keyboard manner fit for
// long outlines: Up, Down, Page and Home keys move the selection itself.
type List struct {
	widget.List
	// OnOpen is told the index when Enter is pressed on the selected row.
	OnOpen func(index int)
	// OnDelete is told it when Delete is.
	OnDelete func(index int)

	selected int
	length   func() int
	chosen   func(int)
	ring     Ring
}

var _ fyne.Focusable = (*List)(nil)

// NewList makes a List. The height of a row is that of what create returns;
// update fills a row and must not change the List. Chosen is told the index
// when another row is selected, also by Select.
func NewList(length func() int, create func() fyne.CanvasObject, update func(index int, row fyne.CanvasObject), chosen func(index int)) *List {
	l := &List{selected: -1, length: length, chosen: chosen}
	l.Length, l.CreateItem, l.UpdateItem, l.HideSeparators = length, create, update, true
	l.OnSelected = func(i int) {
		l.selected = i
		if l.chosen != nil { // a person's doing, not Mark's
			Touch()
			l.chosen(i)
		}
	}
	l.OnUnselected = func(int) { l.selected = -1 }
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return l.ring.Around(l.List.CreateRenderer()) }

// FocusGained implements fyne.Focusable.
func (l *List) FocusGained() { l.List.FocusGained(); l.ring.Show(l, true) }

// FocusLost implements fyne.Focusable.
func (l *List) FocusLost() { l.List.FocusLost(); l.ring.Show(l, false) }

// Selected is the index of the selected row, -1 for none.
func (l *List) Selected() int { return l.selected }

// Mark selects a row, scrolls to it and does not call chosen; -1 selects none.
func (l *List) Mark(index int) {
	if index == l.selected {
		return
	}
	chosen := l.chosen
	l.chosen = nil
	if index < 0 {
		l.UnselectAll()
	} else {
		l.Select(index)
	}
	l.chosen = chosen
}

// Step marks the row to which a key leads, without calling chosen: for a list
// that is gone about while a field above it has the keyboard.
func (l *List) Step(key fyne.KeyName) {
	if to, moves := ListStep(key, l.selected, l.page(), l.length()); moves && to >= 0 {
		l.Mark(to)
	}
}

// HeightOf is how high the List must be to show so many rows, at least one.
func (l *List) HeightOf(rows int) float32 {
	rows = max(rows, 1)
	return float32(rows)*(l.rowHeight()+Current().Size(theme.SizeNamePadding)) + 2
}

// page is how many rows a Page key passes.
func (l *List) page() int {
	return max(int(l.Size().Height/max(l.rowHeight(), 1))-1, 1)
}

// TypedKey implements fyne.Focusable.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	if to, moves := ListStep(e.Name, l.selected, l.page(), l.length()); moves {
		if to >= 0 && to != l.selected {
			l.Select(to)
		}
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.OnOpen != nil && l.selected >= 0 {
			l.OnOpen(l.selected)
		}
	case fyne.KeyDelete:
		if l.OnDelete != nil && l.selected >= 0 {
			l.OnDelete(l.selected)
		}
	default:
		PassOn(e, l)
	}
}

// ListStep is where a key leads in a list of so many rows, from the row at (-1
// for none), a page being so many rows; moves is false for keys that do not
// move. In an empty list it leads to -1. Any key counts as a touch.
func ListStep(key fyne.KeyName, at, page, length int) (to int, moves bool) {
	Touch()
	last := length - 1
	switch key {
	case fyne.KeyDown:
		to = at + 1
	case fyne.KeyUp:
		to = at - 1
	case fyne.KeyPageDown:
		to = at + page
	case fyne.KeyPageUp:
		to = at - page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = last
	default:
		return at, false
	}
	return min(max(to, 0), last), true
}

func (l *List) rowHeight() float32 { return l.CreateItem().MinSize().Height }
