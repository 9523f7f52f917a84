package desk

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
)

// notAgain is how long a press must stand alone: a second one within this time
// would select the word that was pressed.
const notAgain = 420 * time.Millisecond

// wire lets every column tell what a person does in it.
func (v *Reader) wire() {
	for i := range v.columns.Count() {
		d := v.columns.Document(i)
		d.Slim = i > 0
		d.CopyWords = v.copyWords()
		d.OnChosen = v.choose
		d.OnPressed = func(at textview.Position, marks []textview.Mark) { v.pressed(i, at, marks) }
		d.OnMenu = func(at textview.Position, absolute fyne.Position) { v.menu(i, at, absolute) }
		d.OnSelected = v.selectedWords
		d.OnHovered = func(at textview.Position, marks []textview.Mark) { v.hovered(i, at, marks) }
		d.OnKey = func(e *fyne.KeyEvent, with fyne.KeyModifier) bool { return v.key(i, e, with) }
	}
	v.document.OnScrolled = v.scrolled
}

// column is what column i shows.
func (v *Reader) column(i int) *columnPage {
	if i >= len(v.page.columns) {
		return &columnPage{}
	}
	return &v.page.columns[i]
}

// current is the column that has the keyboard, or had it last.
func (v *Reader) current() int {
	for i := range v.columns.Count() {
		if v.columns.Document(i) == v.columns.Current() {
			return i
		}
	}
	return 0
}

// pressed shows what stands behind the words that were pressed, unless it was
// the beginning of selecting them.
func (v *Reader) pressed(column int, at textview.Position, marks []textview.Mark) {
	v.press++
	press := v.press
	act := v.actOn(column, at, marks)
	if act == nil {
		return
	}
	v.later(notAgain, func() {
		id, _ := provisionOf(at.ID)
		if press == v.press && v.columns.Document(column).SelectedText() == "" && v.room.Selection.Provision() == id {
			act()
		}
	})
}

// innermost puts the shortest marks first: they say most of the words.
func innermost(marks []textview.Mark) []textview.Mark {
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(a, b textview.Mark) int { return (a.End - a.Start) - (b.End - b.Start) })
	return marks
}

// actOn is what a press on marked words does; nil for nothing.
func (v *Reader) actOn(column int, at textview.Position, marks []textview.Mark) func() {
	id, ok := provisionOf(at.ID)
	s := v.column(column).shown[at.ID]
	if !ok || s == nil {
		return nil
	}
	for _, m := range innermost(marks) {
		switch m.Kind {
		case textview.Comment:
			return telling(v.OnThread, id)
		case textview.Chip, textview.Collision:
			return telling(v.OnProposals, id)
		case textview.Link, textview.LinkBroken:
			if l, ok := s.link(m); ok {
				return func() { v.followLink(column, at, l) }
			}
		case textview.Term:
			if i, ok := numberIn(m.Ref, refTerm); ok {
				return func() { v.showTerm(column, at, s, i) }
			}
		}
	}
	return nil
}

// link is the link of a mark.
func (s *shown) link(m textview.Mark) (l link, ok bool) {
	i, ok := numberIn(m.Ref, refLink)
	if !ok || i >= len(s.links) {
		return l, false
	}
	return s.links[i], true
}

func telling(f func(data.ID), id data.ID) func() {
	if f == nil {
		return nil
	}
	return func() { f(id) }
}

// key takes the keys that mean something on the words at the caret: Enter
// follows a link, or begins to change the chosen provision, as F2 does.
func (v *Reader) key(column int, e *fyne.KeyEvent, with fyne.KeyModifier) bool {
	switch {
	case with != 0:
		return false
	case e.Name == fyne.KeyF2:
		v.proposeHere()
		return true
	case e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter:
		return false
	}
	d := v.columns.Document(column)
	if at, ok := d.Caret(); ok {
		if act := v.actOn(column, at, v.marksAt(column, at)); act != nil {
			act()
			return true
		}
	}
	v.proposeHere()
	return true
}

// marksAt are the marks over the rune at a place.
func (v *Reader) marksAt(column int, at textview.Position) (marks []textview.Mark) {
	if s := v.column(column).shown[at.ID]; s != nil {
		for _, m := range s.display.marks {
			if m.Start <= at.Offset && at.Offset < m.End {
				marks = append(marks, m)
			}
		}
	}
	return marks
}

// menu is what the second button of the mouse offers.
func (v *Reader) menu(column int, at textview.Position, absolute fyne.Position) {
	v.choose(at.ID)
	look.ShowMenuAt(v.menuItems(column, at), v.columns.Document(column), absolute)
}

func (v *Reader) menuItems(column int, at textview.Position) []look.MenuItem {
	loc := v.room.Loc
	_, _, quoted := v.Quote()
	items := []look.MenuItem{
		{Words: loc.T("panes.copy"), Icon: look.IconCopy, Disabled: !quoted, Action: func() { v.copy(false) }},
		{Words: loc.T("reader.copy.marks"), Disabled: !quoted, Action: func() { v.copy(true) }},
		{Words: loc.T("reader.copy.cited"), Icon: look.IconQuote, Action: v.copyCited},
		{},
		{Words: loc.T("panes.comment.quote"), Icon: look.IconComment, Disabled: !quoted, Action: v.CommentOnQuote},
		{Words: loc.T("reader.propose"), Icon: look.IconEdit, Disabled: !v.canPropose(), Action: v.proposeHere},
	}
	if act := v.actOn(column, at, v.marksAt(column, at)); act != nil {
		items = append(items, look.MenuItem{}, look.MenuItem{Words: loc.T("reader.go"), Icon: look.IconLink, Action: act})
	}
	return items
}

// hovered says in a tip what the marks under the pointer mean.
func (v *Reader) hovered(column int, at textview.Position, marks []textview.Mark) {
	d := v.columns.Document(column)
	for _, m := range innermost(marks) {
		if words := v.tip(column, at, m); words != "" {
			if area, size, ok := d.Area(at.ID, m.Start, m.End, at.Offset); ok {
				look.RestTipAt(d, area, size, words)
				return
			}
		}
	}
	look.HideTip()
}
