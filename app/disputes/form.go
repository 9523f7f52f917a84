package disputes

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/dispute"
)

// form is the file of a dispute: who, what on, which claims, and the ladder of its
// clause.
type form struct {
	*page.Form[data.Dispute]
	page *Page

	number    *textview.Field
	title     *textview.Field
	raised    *textview.Field
	claimants *page.Picked[string]
	answering *page.Picked[string]
	third     *page.Picked[string]
	places    *page.Picked[data.ID]
	readers   page.Readers
	claims    *fyne.Container
	claimant  *look.Select // of the last claim
	patterns  *look.Select
	usual     []data.Rung // with which the first dispute begins: that of the clause, if it can be read
	rungs     *fyne.Container
	remove    *look.Button
	object    fyne.CanvasObject
}

func newForm(p *Page) *form {
	loc := p.room.Loc
	f := &form{page: p, claims: look.Column(), rungs: look.Column()}
	f.Form = page.NewForm(p.room, p.keep, p.close, func(x *data.Dispute) *data.Entry { return &x.Entry }, func(id data.ID) string {
		if id.IsZero() {
			return "dispute/new"
		}
		return "dispute/" + id.String()
	})
	x := &f.Is
	f.title, f.number = f.Text(loc.T("dispute.form.title"), &x.Title), f.Text("", &x.Number)
	f.raised = f.Day(&x.Raised)
	for _, field := range []*textview.Field{f.title, f.number, f.raised} {
		field.OnSubmitted = func(string) { f.save() }
	}
	parties := func(into *[]string) *page.Picked[string] {
		list := page.NewParties(p.room)
		list.OnChanged = func(codes []string) { *into = codes; f.Note(); f.show() }
		return list
	}
	f.claimants, f.answering, f.third = parties(&x.Claimants), parties(&x.Answering), parties(&x.Third)
	f.places = page.NewPlaces(p.room)
	f.places.OnChanged = func(ids []data.ID) { x.Provisions = ids; f.Note() }
	f.readers = f.Form.Readers(&x.Readers)
	offered := dispute.Patterns()
	if own := p.provided(); len(own) > 0 {
		offered = append([]dispute.Pattern{{Name: "text", Ladder: own}}, offered...)
	}
	names := []string{loc.T("dispute.pattern")}
	for _, pattern := range offered {
		names = append(names, loc.Name("dispute-pattern", pattern.Name))
	}
	f.usual = offered[0].Ladder
	f.patterns = look.NewSelect(names, 0, func(i int) {
		if f.patterns.Choose(0); i > 0 {
			x.Ladder = offered[i-1].Ladder
			f.Note()
			f.show()
		}
	})
	f.remove = look.NewButton(loc.T("dispute.form.delete"), f.delete).Rank(look.Quiet)
	claim := look.NewIconButton(look.IconAdd, loc.T("dispute.claim.add"), func() { x.Claims = append(x.Claims, data.Claim{}); f.Note(); f.show(); p.page.Focus(f.claimant) })
	rung := look.NewIconButton(look.IconAdd, loc.T("dispute.rung.add"), f.addRung)
	f.object = look.Column(
		page.Columns([]float32{5, 1}, page.Labelled(loc.T("dispute.subject"), f.title), page.Labelled(loc.T("dispute.number"), f.number)),
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("dispute.claimants"), f.claimants.Object), page.Labelled(loc.T("dispute.answering"), f.answering.Object)),
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("dispute.third"), f.third.Object), page.Labelled(loc.T("dispute.provisions"), f.places.Object)),
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("dispute.raised"), f.raised), page.Labelled(loc.T("readers"), f.readers.Select)),
		page.Strong(loc.T("dispute.claims")), f.claims, look.Row(claim),
		page.Strong(loc.T("dispute.ladder")), muted(loc.T("dispute.ladder.about")), f.rungs,
		look.Row(rung, f.patterns),
		look.Row(f.remove, look.Space(), look.NewPrimary(loc.T("dispute.form.save"), f.save)),
	)
	return f
}

// load shows a dispute, as it was being changed; a new one begins with the ladder of
// the one before, for the clause of a treaty is the same.
func (f *form) load(d data.Dispute) {
	if d.ID.IsZero() {
		d.Raised = data.Today()
		d.Ladder = f.usual
		for _, before := range f.page.all {
			d.Ladder = before.Ladder
			break
		}
		d.Provisions = page.InTreaty(f.page.room, f.page.room.Selection.Provision())
	}
	d.Claims = slices.Clone(d.Claims) // that of the record stays as it is
	f.Begin(d)
	x := &f.Is
	f.title.SetText(x.Title)
	f.number.SetText(x.Number)
	f.raised.SetText(x.Raised.String())
	f.claimants.Set(x.Claimants)
	f.answering.Set(x.Answering)
	f.third.Set(x.Third)
	f.places.Set(x.Provisions)
	f.readers.Set(x.Readers)
	look.SetShown(f.remove, !x.ID.IsZero())
	f.show()
}

// show lists the claims and the ladder.
func (f *form) show() {
	f.claims.Objects, f.rungs.Objects = nil, nil
	for i := range f.Is.Claims {
		f.claims.Add(f.claim(i))
	}
	for i := range f.Is.Ladder {
		f.rungs.Add(f.rung(i))
	}
	f.object.Refresh()
}

// claim is what one party says and asks for.
func (f *form) claim(i int) fyne.CanvasObject {
	p, loc, x := f.page, f.page.room.Loc, &f.Is
	c := &x.Claims[i]
	codes := append(x.Parties(), x.Third...)
	if !slices.Contains(codes, c.By) {
		codes = append(codes, c.By)
	}
	var names []string
	for _, code := range codes {
		if code == "" {
			names = append(names, "—")
		} else {
			names = append(names, p.name(code))
		}
	}
	f.claimant = look.NewSelect(names, slices.Index(codes, c.By), func(k int) { c.By = codes[k]; f.Note() })
	text := f.Lines(loc.T("dispute.claim"), &c.Text, f.save)
	text.SetText(c.Text)
	relief := f.Lines(loc.T("dispute.relief"), &c.Relief, f.save)
	relief.SetText(c.Relief)
	row := look.Stack(f.claimant, page.Columns([]float32{1, 1}, text, relief))
	return look.Inset(0, 4, 0, 0, page.Removable(p.room, row, nil, func() { x.Claims = slices.Delete(slices.Clone(x.Claims), i, i+1); f.Note(); f.show() }))
}

// save records the file.
func (f *form) save() {
	f.Is.Treaty = f.page.treaty.ID
	p, anew := f.page, f.Is.ID.IsZero()
	f.Record(p.room.Desk.Disputes().Set, func(d data.Dispute) {
		if p.saved(d.ID); anew {
			p.tabs.Choose(tabLadder)
			p.page.Focus(p.ladder.day)
		}
	})
}

// delete takes the dispute away with all that is in its file; undo brings it back.
func (f *form) delete() {
	p, id := f.page, f.Is.ID
	page.Remove(p.room, p.room.Desk.Disputes(), id, func() {
		f.Drop()
		p.saved(data.ID{})
	})
}
