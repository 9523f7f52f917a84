package app

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
)

// area is a part of the window to which F6 leads.
type area struct {
	object fyne.CanvasObject
	focus  func()
}

// areas are the parts of the window in the order of F6: the panes, or the page
// that covers them, then the toolbar.
func (s *shell) areas() []area {
	first := func(o fyne.CanvasObject) area {
		return area{o, func() {
			if f := look.First(o); f != nil {
				look.Focus(s.p.window.Canvas(), f)
			}
		}}
	}
	switch {
	case s.uncovered():
	case s.tools.Hidden:
		return []area{first(s.cover)}
	default:
		return []area{first(s.cover), first(s.bar.row)}
	}
	return []area{
		{s.outline.Object(), s.outline.Focus},
		{s.reader.Object(), s.reader.Focus},
		{s.side.Object(), s.side.Focus},
		first(s.bar.row),
	}
}

// cycle gives the keyboard to the next part of the window, or with -1 to the one
// before.
func (s *shell) cycle(step int) {
	all, at := s.areas(), s.part()
	if at < 0 && step < 0 {
		at = 0
	}
	all[(at+step+len(all))%len(all)].focus()
}

// part is the index of the area that has the keyboard, -1 for none.
func (s *shell) part() int {
	for i, a := range s.areas() {
		if look.Path(a.object, focusedObject(s.p.window.Canvas())) != nil {
			return i
		}
	}
	return -1
}
