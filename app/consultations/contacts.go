package consultations

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/consult"
)

// contacts are the points of contact of the parties.
type contacts struct {
	page  *Page
	draft page.Draft[data.Contact]
	wrong error // a date that cannot be read

	party   *page.Picked[string]
	name    *textview.Field
	office  *textview.Field
	address *textview.Field
	from    *textview.Field
	until   *textview.Field
	missing *look.Text
	rows    *fyne.Container
	object  fyne.CanvasObject
}

func newContacts(p *Page) *contacts {
	loc := p.room.Loc
	c := &contacts{page: p, rows: look.Column(), missing: look.Wrapped("")}
	c.draft = page.NewDraft[data.Contact](p.keep, p.room.Fail, c.key)
	x := &c.draft.Is
	c.party = page.NewParties(p.room)
	c.party.OnChanged = func(codes []string) {
		if x.Party = ""; len(codes) > 0 {
			x.Party = codes[len(codes)-1]
		}
		c.draft.Note()
	}
	text := func(into *string) *textview.Field {
		f := page.Typing(p.close, "", func(typed string) { *into = typed; c.draft.Note() })
		f.OnSubmitted = func(string) { c.store() }
		return f
	}
	c.name, c.office, c.address = text(&x.Name), text(&x.Office), text(&x.Address)
	c.from = page.TypingDay(p.room, p.close, func(d data.Date, err error) { x.From, c.wrong = d, err; c.draft.Note() })
	c.until = page.TypingDay(p.room, p.close, func(d data.Date, err error) { x.Until, c.wrong = d, err; c.draft.Note() })
	cancel := look.NewButton(loc.T("panes.cancel"), func() { c.draft.Drop(); c.load(data.Contact{}) }).Rank(look.Quiet)
	c.object = look.Column(
		page.Columns([]float32{3, 3, 3}, page.Labelled(loc.T("consult.by"), c.party.Object), page.Labelled(loc.T("consult.contact.name"), c.name), page.Labelled(loc.T("consult.contact.office"), c.office)),
		page.Columns([]float32{5, 2, 2}, page.Labelled(loc.T("consult.contact.address"), c.address), page.Labelled(loc.T("consult.contact.from"), c.from), page.Labelled(loc.T("consult.until"), c.until)),
		look.Row(cancel, look.Space(), look.NewPrimary(loc.T("consult.contact.save"), c.store)),
		look.Rule(), c.missing, c.rows)
	c.load(data.Contact{})
	return c
}

func (c *contacts) key() string {
	if c.draft.Is.ID.IsZero() {
		return "consult-contact/new"
	}
	return "consult-contact/" + c.draft.Is.ID.String()
}

// load shows a point of contact in the form, as it was being changed.
func (c *contacts) load(of data.Contact) {
	entry := of.Entry
	c.draft.Is.Entry, c.wrong = entry, nil
	c.draft.Begin(of, func(typed *data.Contact) { typed.Entry = entry })
	x := &c.draft.Is
	var party []string
	if x.Party != "" {
		party = []string{x.Party}
	}
	c.party.Set(party)
	c.name.SetText(x.Name)
	c.office.SetText(x.Office)
	c.address.SetText(x.Address)
	c.from.SetText(x.From.String())
	c.until.SetText(x.Until.String())
}

// show lists the points of contact by party, and who has none.
func (c *contacts) show() {
	p, loc := c.page, c.page.room.Loc
	c.rows.Objects = nil
	all := p.room.Desk.Contacts().All()
	if none := consult.Unreachable(all, Parties(p.room.Desk, p.treaty, data.Today()), data.Today()); len(none) > 0 {
		c.missing.Colour = look.ColourReturned
		c.missing.SetText(loc.T("consult.contacts.missing", "who", p.names(none)))
	} else {
		c.missing.SetText("")
	}
	look.SetShown(c.missing, c.missing.Text != "")
	for _, x := range all {
		words := loc.Isolate(x.Office)
		if x.Address != "" {
			words += " · " + loc.Isolate(x.Address)
		}
		if !x.Until.IsZero() {
			words += " · " + loc.T("consult.until.on", "date", p.day(x.Until))
		}
		box := look.Stack(page.Strong(loc.T("dispute.row.means", "means", p.name(x.Party), "state", loc.Isolate(x.Name))), muted(words))
		c.rows.Add(page.Removable(p.room, box, func() { c.load(x); p.page.Focus(c.name) }, func() { c.remove(x.ID) }))
	}
	if len(all) == 0 {
		c.rows.Add(muted(loc.T("consult.contacts.none")))
	}
	c.object.Refresh()
}

// store records the point of contact.
func (c *contacts) store() {
	p := c.page
	if c.wrong != nil {
		p.room.Fail(c.wrong)
		return
	}
	x := c.draft.Is
	x.Treaty = p.treaty.ID
	p.room.Act(func(ctx context.Context) error {
		_, err := p.room.Desk.Contacts().Set(ctx, x)
		return err
	}, func() {
		c.draft.Drop()
		c.load(data.Contact{})
		c.show()
	})
}

func (c *contacts) remove(id data.ID) {
	p := c.page
	p.room.Act(func(ctx context.Context) error { return p.room.Desk.Contacts().Delete(ctx, id) }, c.show)
}
