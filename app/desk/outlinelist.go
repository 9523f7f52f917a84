package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
)

// outlineList is a virtual list with the keys of a tree.
type outlineList struct {
	widget.List
	outline *Outline
	current int
	silent  bool
	ring    look.Ring
}

func newOutlineList(o *Outline) *outlineList {
	l := &outlineList{outline: o, current: -1}
	l.HideSeparators = true
	l.Length = func() int { return len(o.shown) }
	l.CreateItem = func() fyne.CanvasObject { return newRowView(o.room.Loc, o.toggle) }
	l.UpdateItem = func(i widget.ListItemID, item fyne.CanvasObject) {
		if r, ok := o.at(i); ok {
			folded := o.folded[r.id] && !o.filtered()
			item.(*rowView).set(r, folded, o.typingIn(r, folded))
			item.(*rowView).choose(o.selecting.chosen[r.id])
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.current = i
		if r, ok := o.at(i); ok && !l.silent {
			o.took(r)
			o.room.Selection.Select(r.id)
		}
	}
	l.OnUnselected = func(widget.ListItemID) { l.current = -1 }
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *outlineList) CreateRenderer() fyne.WidgetRenderer {
	return l.ring.Around(l.List.CreateRenderer())
}

// FocusGained implements fyne.Focusable.
func (l *outlineList) FocusGained() { l.List.FocusGained(); l.ring.Show(l, true) }

// FocusLost implements fyne.Focusable.
func (l *outlineList) FocusLost() { l.List.FocusLost(); l.ring.Show(l, false) }

func (l *outlineList) mark(i int) {
	l.silent = true
	defer func() { l.silent = false }()
	if i == l.current {
		return
	}
	l.UnselectAll()
	if i < 0 {
		return
	}
	row := l.CreateItem().MinSize().Height + l.Theme().Size(theme.SizeNamePadding)
	top, view := float32(i)*row, l.Size().Height
	at := l.GetScrollOffset()
	l.Select(i)
	if top < at || top+row > at+view { // what is around the row matters as well
		l.ScrollToOffset(max(top-view/3, 0))
	}
}

// TypedKey implements fyne.Focusable.
func (l *outlineList) TypedKey(e *fyne.KeyEvent) {
	o := l.outline
	if len(o.shown) == 0 {
		look.PassOn(e, l)
		return
	}
	inwards, outwards := fyne.KeyRight, fyne.KeyLeft
	if look.Current().RightToLeft {
		inwards, outwards = outwards, inwards
	}
	page := max(int(l.Size().Height/max(l.CreateItem().MinSize().Height, 1))-2, 1)
	if to, moves := look.ListStep(e.Name, l.current, page, len(o.shown)); moves {
		l.Select(to)
		return
	}
	if o.stopChoosing(e) {
		return
	}
	switch e.Name {
	case fyne.KeySpace:
		o.pickCurrent()
	case inwards:
		l.enter()
	case outwards:
		l.leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		if o.OnOpen != nil && l.current >= 0 {
			o.OnOpen()
		}
	default:
		look.PassOn(e, l)
	}
}

// enter unfolds a container; an unfolded one is entered.
func (l *outlineList) enter() {
	r, ok := l.outline.at(l.current)
	switch {
	case !ok || !r.container:
	case l.outline.folded[r.id]:
		l.outline.toggle(r.id)
	default:
		l.Select(l.current + 1)
	}
}

// leave folds a container; from anything else it goes to the container.
func (l *outlineList) leave() {
	r, ok := l.outline.at(l.current)
	switch {
	case !ok:
	case r.container && !l.outline.folded[r.id]:
		l.outline.toggle(r.id)
	default:
		if up := l.outline.index(r.parent); up >= 0 {
			l.Select(up)
		}
	}
}
