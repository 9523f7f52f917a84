package desk

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// wander notes on the trail that another article is gone to.
func (v *Reader) wander() {
	here := v.room.Selection.Provision()
	if v.page.text != nil && !v.going && articleOf(v.page.text, here) != articleOf(v.page.text, v.here) {
		v.viewing.trail.leave(v.here)
	}
	v.here = here
}

// goTo selects a provision and remembers where one was.
func (v *Reader) goTo(id data.ID) {
	if here := v.room.Selection.Provision(); here != id {
		v.viewing.trail.leave(here)
		v.wend(id)
	}
}

// wend selects a provision without leaving a trace.
func (v *Reader) wend(id data.ID) {
	v.going = true
	defer func() { v.going = false }()
	v.room.Selection.Select(id)
}

func (v *Reader) back() {
	if to, ok := v.viewing.trail.back(v.room.Selection.Provision()); ok {
		v.wend(to)
	}
}

func (v *Reader) forward() {
	if to, ok := v.viewing.trail.forward(v.room.Selection.Provision()); ok {
		v.wend(to)
	}
}

// wanderCommands go back and forward. The arrow keys are those of a browser,
// which are mirrored with the window.
func (v *Reader) wanderCommands() []room.Command {
	back, forward := fyne.KeyLeft, fyne.KeyRight
	if v.room.Loc.RightToLeft() {
		back, forward = forward, back
	}
	return []room.Command{
		{Menu: room.MenuText, Title: "reader.back", Shortcut: alt(back), Enabled: v.hasText, Do: v.back, After: true},
		{Menu: room.MenuText, Title: "reader.forward", Shortcut: alt(forward), Enabled: v.hasText, Do: v.forward},
	}
}

// followLink goes where a link leads; of a document, which is not here, it shows
// the symbol.
func (v *Reader) followLink(column int, at textview.Position, l link) {
	switch {
	case l.document != "":
		v.showDocument(column, at, l)
	case l.followable():
		v.goTo(l.goal())
	}
}

// showDocument shows the symbol of a document, to be copied.
func (v *Reader) showDocument(column int, at textview.Position, l link) {
	loc := v.room.Loc
	v.showAt(column, at, []look.MenuItem{
		{Words: loc.Isolate(l.document), Icon: look.IconPaper, Disabled: true},
		{Words: loc.T("reader.document.copy"), Icon: look.IconCopy, Action: func() { fyne.CurrentApp().Clipboard().SetContent(l.document) }},
	})
}

// mostUses is how many uses of a term are listed.
const mostUses = 30

// showTerm offers the definition of a term and its uses, from the one at a
// place on.
func (v *Reader) showTerm(column int, at textview.Position, s *shown, i int) {
	loc := v.room.Loc
	g := v.memory.wholes.of(v.page.text, s.lang).terms()
	if i >= len(g.terms) {
		return
	}
	uses := g.uses[i]
	t := g.terms[i]
	var list []look.MenuItem
	previous, next := data.ID{}, data.ID{}
	here := v.order(s.provision)
	for k, u := range uses {
		if k > 0 && uses[k-1].Provision == u.Provision {
			continue
		}
		p, ok := v.page.text.Find(u.Provision)
		if !ok {
			continue
		}
		switch order := p.Order; {
		case order < here:
			previous = p.ID
		case order > here && next.IsZero():
			next = p.ID
		}
		if len(list) < mostUses {
			list = append(list, look.MenuItem{Words: translations.Capital(loc.Cite(p.Path)), Checked: p.ID == s.provision, Action: func() { v.goTo(p.ID) }})
		}
	}
	going := func(words string, to data.ID) look.MenuItem {
		return look.MenuItem{Words: words, Disabled: to.IsZero(), Action: func() { v.goTo(to) }}
	}
	items := []look.MenuItem{
		going(loc.T("reader.term.definition", "term", loc.Quote(loc.Isolate(t.Name))), t.Provision),
		{},
		going(loc.T("reader.term.next"), next), going(loc.T("reader.term.previous"), previous),
	}
	if len(list) > 0 {
		items = append(items, look.MenuItem{Words: loc.N("reader.term.uses", len(uses)), Submenu: list})
	}
	v.showAt(column, at, items)
}

func (v *Reader) order(id data.ID) int {
	p, _ := v.page.text.Find(id)
	return p.Order
}

// showAt opens a menu below a place in the text.
func (v *Reader) showAt(column int, at textview.Position, items []look.MenuItem) {
	d := v.columns.Document(column)
	area, size, ok := d.Area(at.ID, at.Offset, at.Offset+1, at.Offset)
	if !ok {
		return
	}
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(d)
	look.ShowMenuAt(items, d, corner.Add(area).AddXY(0, size.Height+2))
}
