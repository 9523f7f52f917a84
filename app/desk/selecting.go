package desk

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
)

// selecting is which rows of the outline are chosen together, for acts on all of
// them: with Shift from the row before on, with Ctrl or the space bar one by one.
type selecting struct {
	chosen map[data.ID]bool
	anchor data.ID // where a run with Shift begins
}

// took is told that a person went to a row.
func (o *Outline) took(r row) {
	s := &o.selecting
	switch {
	case look.Shifted() && !s.anchor.IsZero():
		o.run(r.id)
	case look.Controlled():
		o.pick(r.id)
		s.anchor = r.id
	default:
		o.chooseNone()
		s.anchor = r.id
	}
	o.showChosen()
}

// run chooses all visible rows from the anchor to a row.
func (o *Outline) run(to data.ID) {
	a, b := o.index(o.selecting.anchor), o.index(to)
	if a < 0 || b < 0 {
		return
	}
	o.selecting.chosen = map[data.ID]bool{}
	for i := min(a, b); i <= max(a, b); i++ {
		o.selecting.chosen[o.rows[o.shown[i]].id] = true
	}
}

// pick chooses a row more, or one less; the row that one was on is chosen with the
// first.
func (o *Outline) pick(id data.ID) {
	s := &o.selecting
	if len(s.chosen) == 0 {
		s.chosen = map[data.ID]bool{}
		if !s.anchor.IsZero() {
			s.chosen[s.anchor] = true
		}
	}
	if s.chosen[id] && len(s.chosen) > 1 {
		delete(s.chosen, id)
		return
	}
	s.chosen[id] = true
}

// pickCurrent chooses the row with the keyboard, or no longer.
func (o *Outline) pickCurrent() {
	if r, ok := o.at(o.list.current); ok {
		if len(o.selecting.chosen) == 0 {
			o.selecting.anchor = data.ID{}
		}
		o.pick(r.id)
		o.selecting.anchor = r.id
		o.showChosen()
	}
}

// chooseNone chooses nothing but the row that one is on.
func (o *Outline) chooseNone() {
	o.selecting.chosen = nil
}

// several are the chosen provisions in the order of the text; nil for less than two.
func (o *Outline) several() (ids []data.ID) {
	for _, r := range o.rows {
		if o.selecting.chosen[r.id] {
			ids = append(ids, r.id)
		}
	}
	if len(ids) < 2 {
		return nil
	}
	return ids
}

// showChosen shows what is chosen, and what can be done with it.
func (o *Outline) showChosen() {
	o.list.Refresh()
	o.bulk.show(o.several())
}

// stopChoosing is Escape in the rows: it reports whether there was anything to give
// up.
func (o *Outline) stopChoosing(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyEscape || len(o.selecting.chosen) == 0 {
		return false
	}
	o.chooseNone()
	o.showChosen()
	return true
}
