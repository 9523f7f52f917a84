package participation

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/force"
)

// entryLine is where instruments are entered one after the other: a State as it is
// typed, what it did, and when. What it would mean is said before it is recorded.
type entryLine struct {
	page *Page
	who  *textview.Field
	kind *look.Select
	date *textview.Field
	says *look.Text
	all  fyne.CanvasObject
}

func newEntryLine(p *Page) *entryLine {
	loc := p.room.Loc
	e := &entryLine{page: p, who: textview.NewField(), date: textview.NewField(), says: look.Ellipsis("")}
	e.who.Placeholder = loc.T("participation.entry.who")
	e.date.Placeholder = loc.T("papers.date.form")
	e.date.SetText(data.Today().String())
	e.kind = look.NewSelect(kindNames(p), kindIndex(data.InstrumentRatification), func(int) { e.show() })
	for _, f := range []*textview.Field{e.who, e.date} {
		f.OnChanged = func(string) { e.show() }
		f.OnSubmitted = func(string) { e.record() }
		f.OnEscaped = func() { p.page.Focus(p.list) }
	}
	save := look.NewPrimary(loc.T("participation.entry.record"), e.record)
	e.all = look.Column(page.Columns([]float32{4, 3, 2, 2},
		page.Labelled(loc.T("participation.entry"), e.who), page.Labelled(loc.T("participation.entry.kind"), e.kind),
		page.Labelled(loc.T("participation.entry.when"), e.date), page.Labelled("", save)), e.says)
	return e
}

// kindNames are the names of the kinds of instruments, in their order.
func kindNames(p *Page) (names []string) {
	for _, k := range data.InstrumentKinds {
		names = append(names, p.room.Loc.Name("instrument", string(k)))
	}
	return names
}

func kindIndex(k data.InstrumentKind) int {
	for i, x := range data.InstrumentKinds {
		if x == k {
			return i
		}
	}
	return 0
}

func (e *entryLine) object() fyne.CanvasObject { return e.all }

// instrument is what is typed, and why it is none yet.
func (e *entryLine) instrument() (data.Instrument, error) {
	i := data.Instrument{Treaty: e.page.chosen, Kind: data.InstrumentKinds[max(e.kind.Chosen(), 0)]}
	i.Party, _ = e.page.world.found(e.who.Text())
	day, err := data.ParseDate(strings.TrimSpace(e.date.Text()))
	i.Date = day
	if err == nil {
		err = i.Check()
	}
	return i, err
}

// show says whom what is typed means, and what would follow from it.
func (e *entryLine) show() {
	p, loc := e.page, e.page.room.Loc
	e.says.Colour = look.ColourMuted
	i, err := e.instrument()
	switch {
	case p.chosen.IsZero():
		e.says.SetText("")
	case strings.TrimSpace(e.who.Text()) == "":
		e.says.SetText(loc.T("participation.entry.hint"))
	case i.Party == "":
		e.says.SetText(loc.T("participation.entry.nobody"))
	case err != nil:
		e.says.SetText(loc.T("participation.entry.undated", "who", p.world.name(i.Party)))
	default:
		said, doubt := p.meaning(i)
		if doubt {
			e.says.Colour = look.ColourReturned
		}
		e.says.SetText(said)
	}
	e.says.Refresh()
}

// meaning says what an instrument would be, and whether it is doubtful.
func (p *Page) meaning(i data.Instrument) (words string, doubt bool) {
	loc, w := p.room.Loc, p.world
	words = loc.T("participation.entry.means", "who", w.name(i.Party), "kind", loc.Name("instrument", string(i.Kind)), "date", loc.Date(i.Date.Year, i.Date.Month, i.Date.Day))
	if d := force.DoubtOf(w.treaty, w.instruments, i, w.kind, data.Today()); d != "" {
		return words + " " + loc.T("participation.doubt."+string(d)), true
	}
	day := i.Date
	if day.Before(w.day) {
		day = w.day
	}
	before, after := w.with(day), w.with(day, i)
	its, _ := after.Of(i.Party)
	date := func(d data.Date) string { return loc.Date(d.Year, d.Month, d.Day) }
	switch {
	case after.InForce != before.InForce && !after.InForce.IsZero():
		words += " " + loc.T("participation.entry.full", "date", date(after.InForce))
	case !i.Kind.Binds():
	case !its.InForce.IsZero():
		words += " " + loc.T("participation.entry.force", "date", date(its.InForce))
	case after.Lacking > 0:
		words += " " + loc.N("participation.entry.lacking", after.Lacking)
	}
	return words, false
}

// record writes it down, and is ready for the next at once: who types fast does not
// wait for the vault.
func (e *entryLine) record() {
	p := e.page
	if p.chosen.IsZero() {
		p.room.Toast(p.room.Loc.T("participation.none"))
		return
	}
	i, err := e.instrument()
	if err != nil {
		p.room.Fail(err)
		return
	}
	e.who.SetText("")
	p.page.Focus(e.who)
	p.room.Act(func(ctx context.Context) error {
		_, err := p.room.Desk.Instruments().Set(ctx, i)
		return err
	}, func() {
		p.Refresh()
		p.open(i.Party)
	})
}
