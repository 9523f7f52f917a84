package participation

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/force"
	"travaux/data/states"
	"travaux/export"
	"travaux/export/paper"
	"travaux/translations"
)

// papersPart makes the papers: the status of the treaty, and the notification of the
// instruments of a day.
type papersPart struct {
	page   *Page
	paper  *look.Select
	day    *look.Select // of a notification
	langs  map[data.Lang]*look.Check
	folder *page.Folder
	made   *look.Text
	all    fyne.CanvasObject
	days   []data.Date
}

// Papers, in the order in which they are offered.
const (
	paperStatus = iota
	paperNotification
)

func newPapersPart(p *Page) *papersPart {
	loc := p.room.Loc
	x := &papersPart{page: p, langs: map[data.Lang]*look.Check{}, made: look.Wrapped("")}
	x.made.Hide()
	x.paper = look.NewSelect([]string{loc.T("participation.paper.title"), loc.T("participation.notify.title")}, paperStatus, func(int) { x.show() })
	x.day = look.NewSelect(nil, 0, nil)
	var checks []fyne.CanvasObject
	for _, lang := range data.Langs {
		x.langs[lang] = look.NewCheck(translations.Endonym(string(lang)), string(lang) == loc.Lang(), nil)
		checks = append(checks, x.langs[lang])
	}
	x.folder = page.NewFolder(p.room, func(string) { x.start() })
	x.folder.OnEscaped(p.closing)
	x.all = page.Scroll(look.Inset(10, 10, 14, 14, look.Column(
		page.Columns([]float32{3, 2}, page.Labelled(loc.T("participation.paper"), x.paper), page.Labelled(loc.T("participation.notify.of"), x.day)),
		look.Heading(loc.T("papers.languages")),
		page.Columns([]float32{1, 1, 1}, checks[:3]...), page.Columns([]float32{1, 1, 1}, checks[3:]...),
		x.folder.Object,
		look.Row(look.NewPrimary(loc.T("participation.paper.make"), x.start)), x.made)))
	return x
}

func (x *papersPart) object() fyne.CanvasObject { return x.all }

// show offers the days on which something was deposited, latest first.
func (x *papersPart) show() {
	w, loc := x.page.world, x.page.room.Loc
	x.days = nil
	var names []string
	for _, i := range slices.Backward(w.instruments) {
		if !slices.Contains(x.days, i.Date) {
			x.days = append(x.days, i.Date)
			names = append(names, loc.Date(i.Date.Year, i.Date.Month, i.Date.Day))
		}
	}
	x.day.SetOptions(names, min(max(x.day.Chosen(), 0), len(names)-1))
	look.SetShown(x.day, x.paper.Chosen() == paperNotification)
}

// start makes the papers in the ticked languages.
func (x *papersPart) start() {
	p, loc := x.page, x.page.room.Loc
	o := order{treaty: p.world.treaty, on: p.world.day}
	if x.paper.Chosen() == paperNotification {
		if len(x.days) == 0 {
			p.room.Toast(loc.T("participation.paper.nobody"))
			return
		}
		o.notify = x.days[max(x.day.Chosen(), 0)]
	}
	if o.treaty.ID.IsZero() {
		p.room.Toast(loc.T("participation.none"))
		return
	}
	var langs []data.Lang
	for _, lang := range data.Langs {
		if x.langs[lang].Ticked() {
			langs = append(langs, lang)
		}
	}
	w := o.work(p.room.Desk)
	page.MakePapers(p.room, x.folder.Dir(), x.made, langs, page.Making{Work: w, Name: page.FileName(strings.ReplaceAll(loc.T(w.Kind.Name), " ", "-"))})
}

// order is a paper that is to be made.
type order struct {
	treaty data.Treaty
	on     data.Date // of which it tells
	notify data.Date // whose instruments are notified; zero: the status
}

// work is the paper, in every language.
func (o order) work(d *desk.Desk) paper.Work {
	w := paper.Work{Kind: paper.Status, Date: data.Today(), Document: func(_ context.Context, lang data.Lang) (export.Document, error) {
		return export.StatusPaper(o.status(d, lang), translations.New(string(lang))), nil
	}}
	if !o.notify.IsZero() {
		w.Kind = paper.Notification
		w.Document = func(_ context.Context, lang data.Lang) (export.Document, error) {
			return export.NotificationPaper(o.status(d, lang), o.notify, translations.New(string(lang))), nil
		}
	}
	return w
}

// status gathers what the papers are made from.
func (o order) status(d *desk.Desk, lang data.Lang) export.TreatyStatus {
	reg, n := d.Register(), d.Negotiation()
	s := export.TreatyStatus{
		Lang: lang, Date: data.Today(), State: states.Name(n.State, lang), Treaty: o.treaty, Names: map[string]string{}, Places: map[data.ID]string{},
		Instruments:  d.Instruments().Where(func(i data.Instrument) bool { return i.Treaty == o.treaty.ID }),
		Reservations: d.Reservations().Where(func(r data.Reservation) bool { return r.Treaty == o.treaty.ID }),
	}
	if s.State == "" {
		s.State = n.StateName.In(lang)
	}
	if lines := n.Letterhead.In(lang); lines != "" {
		s.Letterhead = strings.Split(lines, "\n")
	}
	s.Now = d.InForce(o.treaty, o.on)
	s.Growth = force.Growth(o.treaty, s.Instruments, reg.Organization, o.on, mostPoints)
	loc := translations.New(string(lang))
	for _, i := range s.Instruments {
		s.Names[i.Party] = page.Party(loc, reg, i.Party)
	}
	for _, code := range o.treaty.Rule.Required {
		s.Names[code] = page.Party(loc, reg, code)
	}
	text, err := d.Text(o.treaty.Revision)
	for _, r := range s.Reservations {
		s.Names[r.Party] = page.Party(loc, reg, r.Party)
		for _, id := range r.Provisions {
			if err == nil {
				if p, ok := text.Find(id); ok {
					s.Places[id] = loc.Cite(p.Path)
				}
			}
		}
	}
	return s
}
