package delegation

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/exchange"
)

// chooseCard asks for the file of a card, to admit its laptop or to put it in the
// place of a lost one.
func (l *laptops) chooseCard(lost *desk.Laptop) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			return
		}
		uri := r.URI()
		r.Close()
		var card exchange.Card
		l.room.Run(func(context.Context, data.Progress) error {
			in, err := storage.Reader(uri)
			if err != nil {
				return data.E(data.CodeFile, "name", uri.Name()).Because(err)
			}
			defer in.Close()
			card, err = exchange.ReadCard(in)
			return err
		}, func() { l.compare(card, lost) })
	}, l.room.Window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{exchange.CardEnding, ".txt"}))
	d.Show()
	d.Resize(fyne.NewSize(860, 560))
}

// compare shows what a card says and the digits that have to be compared before
// the laptop can be taken in.
func (l *laptops) compare(card exchange.Card, lost *desk.Laptop) {
	loc := l.room.Loc
	var yes *look.Button
	same := look.NewCheck(loc.T("roster.same"), false, func(on bool) { look.SetShown(yes, on) })
	parts := []fyne.CanvasObject{
		look.Heading(loc.T("roster.card", "person", loc.Isolate(card.Person), "laptop", loc.Isolate(card.Laptop))),
	}
	if lost != nil {
		m := l.room.Desk.Member(lost.Member)
		parts = append(parts, look.Wrapped(loc.T("roster.replacing", "laptop", loc.Isolate(lost.Name), "member", loc.Isolate(m.Name))))
		yes = look.NewPrimary(loc.T("roster.replace.yes"), func() {
			l.act(func(ctx context.Context) error { return l.room.Desk.ReplaceLaptop(ctx, lost.Device, card) }, nil)
		})
	} else {
		form, member := l.membership(card)
		parts = append(parts, form)
		yes = look.NewPrimary(loc.T("roster.admit.yes"), func() {
			m := member()
			l.act(func(ctx context.Context) error {
				_, err := l.room.Desk.Admit(ctx, card, m)
				return err
			}, nil)
		})
	}
	yes.Hide()
	l.set(append(parts,
		look.Wrapped(loc.T("roster.compare", "person", loc.Isolate(card.Person))),
		digits(loc, card.Fingerprint(), true), same,
		look.Row(yes, look.NewButton(loc.T("roster.cancel"), l.rest)),
	)...)
	l.room.Window.Canvas().Focus(same)
}

// membership asks for whom the laptop is, and in which role. It proposes the
// member of the card's name, if there is one.
func (l *laptops) membership(card exchange.Card) (form fyne.CanvasObject, member func() data.Member) {
	loc, known := l.room.Loc, l.room.Desk.Members()
	names := []string{loc.T("roster.as.new", "person", loc.Isolate(card.Person))}
	at := 0
	for i, m := range known {
		names = append(names, m.Name)
		if m.Name == card.Person {
			at = i + 1
		}
	}
	var roles []string
	for _, r := range data.Roles {
		roles = append(roles, loc.Name("role", string(r)))
	}
	wished := max(slices.Index(data.Roles, card.Role), 0)
	role := look.NewSelect(roles, wished, func(int) {})
	follow := func(i int) { // somebody who is there keeps the role, unless another is chosen
		if i > 0 {
			role.Choose(slices.Index(data.Roles, known[i-1].Role))
		} else {
			role.Choose(wished)
		}
	}
	who := look.NewSelect(names, at, follow)
	follow(at)
	form = page.Columns(shares, page.Labelled(loc.T("roster.as"), who), page.Labelled(loc.T("roster.role"), role))
	return form, func() data.Member {
		m := data.Member{Name: card.Person}
		if i := who.Chosen(); i > 0 {
			m = known[i-1]
		}
		m.Role = data.Roles[role.Chosen()]
		return m
	}
}
