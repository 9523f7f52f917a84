package desk

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/translations"
)

// termsBox is the part of the tab on the text that lists the defined terms in a
// provision: where each is defined, and where else it is used.
type termsBox struct {
	room   *room.Room
	object *fyne.Container
	onGo   func(data.ID)
	opened string // the term whose uses are listed
}

func newTermsBox(r *room.Room) *termsBox { return &termsBox{room: r, object: look.Stack()} }

// termFacts is a defined term, and where it is used.
type termFacts struct {
	name    string
	defined data.ID
	path    string // of where it is defined
	here    bool   // in this very provision
	uses    int
	places  []place // each provision once
}

type place struct {
	id   data.ID
	path string
}

// mostPlaces is how many provisions with a term are listed.
const mostPlaces = 30

// readTerms finds the terms that a provision uses or defines, in the order in
// which they stand there.
func readTerms(t *work.Text, p data.Provision, lang data.Lang, g glossary) (out []termFacts) {
	r, shown := p.In(lang)
	if shown != lang {
		return nil
	}
	var at []int
	for i, term := range g.terms {
		if term.Provision == p.ID {
			at = append(at, i)
		}
	}
	for _, u := range g.search.In(r.Text) {
		if !slices.Contains(at, u.Term) {
			at = append(at, u.Term)
		}
	}
	for _, i := range at {
		x := termFacts{name: g.terms[i].Name, defined: g.terms[i].Provision, here: g.terms[i].Provision == p.ID, uses: len(g.uses[i])}
		if d, ok := t.Find(x.defined); ok {
			x.path = d.Path
		}
		for _, u := range g.uses[i] {
			if q, ok := t.Find(u.Provision); ok && (len(x.places) == 0 || x.places[len(x.places)-1].id != q.ID) {
				x.places = append(x.places, place{q.ID, q.Path})
			}
		}
		out = append(out, x)
	}
	return out
}

func (b *termsBox) set(terms []termFacts) {
	b.object.Objects = nil
	if len(terms) > 0 {
		b.object.Add(caption(b.room.Loc.T("panels.terms.title")))
	}
	for _, x := range terms {
		b.object.Add(b.term(x, terms))
	}
	look.SetShown(b.object, len(terms) > 0)
	b.object.Refresh()
}

// term is one term: its name, the way to its definition, and its uses on demand.
func (b *termsBox) term(x termFacts, all []termFacts) fyne.CanvasObject {
	loc := b.room.Loc
	name := look.Ellipsis(loc.Quote(x.name))
	uses := look.NewButton(loc.N("panels.terms.uses", x.uses), func() {
		if b.opened == x.name {
			b.opened = ""
		} else {
			b.opened = x.name
		}
		b.set(all)
	}).Rank(look.Quiet)
	row := look.Flow(name)
	if !x.here {
		row.Add(look.NewIconButton(look.IconForward, loc.Cite(x.path), func() { b.onGo(x.defined) }).WithTip(loc.T("panels.terms.defined")))
	}
	row.Add(uses)
	if b.opened != x.name {
		return row
	}
	list := look.Flow()
	for _, p := range x.places[:min(len(x.places), mostPlaces)] {
		list.Add(look.NewButton(translations.Capital(loc.Cite(p.path)), func() { b.onGo(p.id) }).Rank(look.Quiet))
	}
	if more := len(x.places) - mostPlaces; more > 0 {
		list.Add(look.Muted(loc.N("panels.terms.more", more)))
	}
	return look.Stack(row, look.Inset(0, 4, 12, 0, list))
}
