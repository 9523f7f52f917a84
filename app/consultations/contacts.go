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
	*page.Form[data.Contact]
	page *Page

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
	c.Form = page.NewForm(p.room, p.keep, p.close, func(x *data.Contact) *data.Entry { return &x.Entry }, func(id data.ID) string {
		if id.IsZero() {
			return "consult-contact/new"
		}
		return "consult-contact/" + id.String()
	})
	x := &c.Is
	c.party = c.Party(&x.Party)
	c.name, c.office, c.address = c.Text("", &x.Name), c.Text("", &x.Office), c.Text("", &x.Address)
	c.from, c.until = c.Day(&x.From), c.Day(&x.Until)
	for _, f := range []*textview.Field{c.name, c.office, c.address, c.from, c.until} {
		f.OnSubmitted = func(string) { c.store() }
	}
	c.object = look.Column(
		page.Columns([]float32{3, 3, 3}, page.Labelled(loc.T("consult.by"), c.party.Object), page.Labelled(loc.T("consult.contact.name"), c.name), page.Labelled(loc.T("consult.contact.office"), c.office)),
		page.Columns([]float32{5, 2, 2}, page.Labelled(loc.T("consult.contact.address"), c.address), page.Labelled(loc.T("consult.contact.from"), c.from), page.Labelled(loc.T("consult.until"), c.until)),
		c.Buttons(look.NewPrimary(loc.T("consult.contact.save"), c.store), func() { c.load(data.Contact{}) }),
		look.Rule(), c.missing, c.rows)
	c.load(data.Contact{})
	return c
}

// load shows a point of contact in the form, as it was being changed.
func (c *contacts) load(of data.Contact) {
	c.Begin(of)
	x := &c.Is
	c.party.SetOne(x.Party)
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
	if none := consult.Unreachable(all, p.room.Desk.Bound(p.treaty, data.Today()), data.Today()); len(none) > 0 {
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
		who := p.name(x.Party)
		if x.Name != "" {
			who = loc.T("dispute.row.means", "means", who, "state", loc.Isolate(x.Name))
		}
		box := look.Stack(page.Strong(who), muted(words))
		c.rows.Add(page.Removable(p.room, box, func() { c.load(x); p.page.Focus(c.name) }, func() { c.remove(x.ID) }))
	}
	if len(all) == 0 {
		c.rows.Add(muted(loc.T("consult.contacts.none")))
	}
	c.object.Refresh()
}

// store records the point of contact.
func (c *contacts) store() {
	c.Is.Treaty = c.page.treaty.ID
	c.Record(c.page.room.Desk.Contacts().Set, func(data.Contact) {
		c.load(data.Contact{})
		c.show()
	})
}

func (c *contacts) remove(id data.ID) {
	p := c.page
	p.room.Act(func(ctx context.Context) error { return p.room.Desk.Contacts().Delete(ctx, id) }, c.show)
}
