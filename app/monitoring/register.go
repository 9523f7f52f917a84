package monitoring

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
)

// register is what the program proposes, what a person took up and what was set
// aside, and the form that decides.
type register struct {
	page   *Page
	show   *look.Select
	about  *look.Text
	list   *look.List
	all    []data.Obligation
	chosen int

	place   *look.Text
	quote   *look.Text
	obliged *look.Select
	who     *textview.Field
	must    *textview.Editor
	due     *look.Select
	period  *textview.Field
	unit    *look.Select
	day     *textview.Field
	remark  *textview.Editor
	counted *look.Text
	keep    *look.Button
	aside   *look.Button
	remove  *look.Button
	form    *fyne.Container
	object  fyne.CanvasObject

	draft data.Obligation
}

// What is listed, and the units of periods, in the order in which they are offered.
const (
	showProposed = iota
	showRegister
	showAside
)

var units = []string{"monitoring.unit.days", "monitoring.unit.months", "monitoring.unit.years"}

func newRegister(p *Page) *register {
	loc := p.room.Loc
	g := &register{page: p, about: look.Wrapped(""), place: look.Wrapped(""), quote: look.Wrapped(""), counted: look.Wrapped(""), chosen: -1}
	g.about.Colour, g.counted.Colour = look.ColourMuted, look.ColourMuted
	g.place.Bold = true
	g.show = look.NewSelect([]string{loc.T("monitoring.show.proposed"), loc.T("monitoring.show.register"), loc.T("monitoring.show.aside")}, showProposed, func(int) { g.chosen = -1; g.tell() })
	g.list = look.NewList(func() int { return len(g.all) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { g.row(row.(*page.TwoLines), g.all[i]) },
		g.choose)
	g.list.OnOpen, g.list.OnDelete = g.open, func(int) { g.decide(true) }
	all := look.NewIconButton(look.IconApprove, loc.T("monitoring.keep-all"), g.keepAll).Rank(look.Quiet)
	g.makeForm()
	start := look.Border(look.Inset(6, 6, 12, 8, look.Column(g.show, g.about, look.Row(all))), nil, nil, nil, look.Ground(look.ColourPaper, g.list))
	g.object = look.NewSplit(page.AtLeast(300, start), page.Scroll(look.Inset(8, 12, 12, 12, g.form)), 0.42)
	return g
}

func (g *register) makeForm() {
	loc := g.page.room.Loc
	note := func(string) { g.note() }
	var obliged, kinds, names []string
	for _, k := range data.ObligedKinds {
		obliged = append(obliged, loc.Name("obliged", string(k)))
	}
	for _, k := range data.DueKinds {
		kinds = append(kinds, loc.Name("due", string(k)))
	}
	for _, id := range units {
		names = append(names, loc.T(id))
	}
	g.obliged = look.NewSelect(obliged, 0, func(i int) { g.draft.Obliged = data.ObligedKinds[i]; g.note() })
	g.due = look.NewSelect(kinds, 0, func(i int) { g.draft.Due.Kind = data.DueKinds[i]; g.note(); g.shape() })
	g.unit = look.NewSelect(names, 2, func(int) { g.note() })
	g.who, g.period, g.day = g.page.field(), g.page.field(), g.page.field()
	g.day.Placeholder = loc.T("papers.date.form")
	g.must, g.remark = g.page.editor(), g.page.editor()
	g.must.MinRows, g.must.MaxRows, g.remark.MinRows, g.remark.MaxRows = 3, 10, 1, 6
	g.who.OnChanged, g.period.OnChanged, g.day.OnChanged, g.must.OnChanged, g.remark.OnChanged = note, note, note, note, note
	g.keep = look.NewPrimary(loc.T("monitoring.keep"), func() { g.decide(false) }).WithTip(loc.T("monitoring.keep.tip"))
	g.aside = look.NewButton(loc.T("monitoring.aside"), func() { g.decide(true) }).WithTip(loc.T("monitoring.aside.tip"))
	g.remove = look.NewButton(loc.T("monitoring.undecide"), g.undecide).Rank(look.Quiet)
	g.form = look.Column(
		g.place, look.Inset(0, 0, 10, 0, g.quote),
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("monitoring.obliged"), g.obliged), page.Labelled(loc.T("monitoring.who"), g.who)),
		page.Labelled(loc.T("monitoring.must"), g.must),
		page.Labelled(loc.T("monitoring.due"), g.due),
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("monitoring.period"), g.period), page.Labelled(loc.T("monitoring.unit"), g.unit)),
		page.Labelled(loc.T("monitoring.day"), g.day),
		page.Labelled(loc.T("monitoring.remark"), g.remark),
		look.Row(g.remove, look.Space(), g.aside, g.keep),
		g.counted,
	)
}

// open follows Enter in the list: a proposal is taken up, an obligation that was
// decided on can be changed.
func (g *register) open(int) {
	if g.show.Chosen() == showProposed {
		g.decide(false)
		return
	}
	g.page.page.Focus(g.must)
}

// tell lists what is chosen to be listed; the form stays as it is.
func (g *register) tell() {
	p, loc := g.page, g.page.room.Loc
	about := ""
	switch g.show.Chosen() {
	case showProposed:
		g.all = slices.Clone(p.proposed)
		// those that can be followed up come first
		slices.SortStableFunc(g.all, func(a, b data.Obligation) int { return rank(a) - rank(b) })
		about = loc.T("monitoring.proposed.about")
	case showRegister:
		g.all = slices.DeleteFunc(slices.Clone(p.Obligations), func(o data.Obligation) bool { return o.Aside })
		about = loc.T("monitoring.register.about")
	case showAside:
		g.all = slices.DeleteFunc(slices.Clone(p.Obligations), func(o data.Obligation) bool { return !o.Aside })
		about = loc.T("monitoring.aside.about")
	}
	if len(g.all) == 0 {
		about = loc.T("monitoring.none")
	}
	g.about.SetText(about)
	g.list.Refresh()
	if g.chosen >= len(g.all) || g.chosen < 0 && len(g.all) > 0 {
		g.chosen = min(max(g.chosen, 0), len(g.all)-1)
		g.load()
	}
	g.list.Mark(g.chosen)
	look.SetShown(g.form, g.chosen >= 0)
}

// rank is the order in which proposals are shown: those of parties first.
func rank(o data.Obligation) int { return slices.Index(data.ObligedKinds, o.Obliged) }

func (g *register) row(v *page.TwoLines, o data.Obligation) {
	loc := g.page.room.Loc
	v.Title.SetText(g.page.what(o))
	v.State.Colour = look.ColourMuted
	who := o.Who
	if who == "" {
		who = loc.Name("obliged", string(o.Obliged))
	} else {
		who = loc.Isolate(who)
	}
	v.State.SetText(strings.Join([]string{who, loc.T("strength.class." + o.Strength), dueWords(loc, o.Due)}, " · "))
	v.Refresh()
}

func (g *register) choose(i int) {
	g.chosen = i
	g.load()
	look.SetShown(g.form, true)
}

// key is the key of what is typed on an obligation and not recorded.
func (g *register) key() string {
	if g.draft.ID.IsZero() {
		return "obligation/" + g.draft.Provision.String() + "/" + strconv.Itoa(g.draft.Anchor.Start)
	}
	return "obligation/" + g.draft.ID.String()
}

// typed is an obligation as it is kept while it is typed.
type typed struct {
	Draft       data.Obligation
	Period, Day string
	Unit        int
}

// load shows the chosen obligation, as it was being changed.
func (g *register) load() {
	p, loc := g.page, g.page.room.Loc
	if g.chosen < 0 || g.chosen >= len(g.all) {
		return
	}
	o := g.all[g.chosen]
	t := typed{Draft: o, Day: o.Due.Day.String(), Unit: 2}
	for i, n := range []int{o.Due.Period.Days, o.Due.Period.Months, o.Due.Period.Years} {
		if n > 0 {
			t.Period, t.Unit = strconv.Itoa(n), i
		}
	}
	g.draft = o
	if kept, ok := p.keep.Read(g.key()); ok {
		var k typed
		if json.Unmarshal([]byte(kept), &k) == nil {
			k.Draft.Entry = o.Entry
			t = k
		}
	}
	g.draft = t.Draft
	g.place.SetText(p.cite(loc, g.draft.Provision) + " · " + loc.T("strength.class."+g.draft.Strength))
	g.quote.SetText(loc.Quote(loc.Isolate(g.draft.Anchor.Quote)))
	g.obliged.Choose(max(slices.Index(data.ObligedKinds, g.draft.Obliged), 0))
	g.due.Choose(max(slices.Index(data.DueKinds, g.draft.Due.Kind), 0))
	g.unit.Choose(t.Unit)
	g.who.Lang, g.must.Lang = string(g.draft.Anchor.Lang), string(g.draft.Anchor.Lang)
	g.who.SetText(g.draft.Who)
	g.must.SetText(g.draft.Must)
	g.period.SetText(t.Period)
	g.day.SetText(t.Day)
	g.remark.SetText(g.draft.Remark)
	look.SetShown(g.remove, !g.draft.ID.IsZero())
	look.SetShown(g.counted, !g.draft.ID.IsZero() && !g.draft.Aside)
	g.counted.SetText(p.standingOf(g.draft))
	g.shape()
}

// standingOf says how the parties stand with an obligation.
func (p *Page) standingOf(o data.Obligation) string {
	loc := p.room.Loc
	latest := p.Latest(data.ID{})
	lines := []string{gradeWords(loc, p.OfObligation(o.ID, latest))}
	for _, grade := range data.Grades {
		var names []string
		for _, a := range latest {
			if a.Obligation == o.ID && a.Grade == grade && !a.Confidential {
				names = append(names, p.name(a.Party))
			}
		}
		if len(names) > 0 {
			loc.Sort(names)
			lines = append(lines, loc.T("report.tally", "what", loc.Name("grade", string(grade)), "n", loc.List(names)))
		}
	}
	return strings.Join(lines, "\n")
}

// shape shows the fields that the kind of deadline needs.
func (g *register) shape() {
	k := g.draft.Due.Kind
	period := k == data.DueOnce || k == data.DueEvery || k == data.DueEvent
	look.SetShown(g.form.Objects[5], period)
	look.SetShown(g.form.Objects[6], k == data.DueDay)
	g.form.Refresh()
}

func (g *register) note() {
	g.draft.Who, g.draft.Must, g.draft.Remark = g.who.Text(), g.must.Text(), g.remark.Text()
	out, err := json.Marshal(typed{g.draft, g.period.Text(), g.day.Text(), g.unit.Chosen()})
	if err != nil {
		g.page.room.Fail(err)
		return
	}
	g.page.keep.Note(g.key(), string(out))
}

// decided is the obligation as the form says it.
func (g *register) decided() (data.Obligation, error) {
	o := g.draft
	o.Due.Period, o.Due.Day = data.Delay{}, data.Date{}
	if n, _ := strconv.Atoi(strings.TrimSpace(g.period.Text())); n != 0 {
		switch g.unit.Chosen() {
		case 0:
			o.Due.Period.Days = n
		case 1:
			o.Due.Period.Months = n
		default:
			o.Due.Period.Years = n
		}
	}
	var err error
	if o.Due.Kind == data.DueDay {
		o.Due.Day, err = data.ParseDate(strings.TrimSpace(g.day.Text()))
	}
	return o, err
}

// decide takes the obligation into the register, or sets it aside; the next one is
// shown.
func (g *register) decide(aside bool) {
	o, err := g.decided()
	if err != nil {
		g.page.room.Fail(err)
		return
	}
	o.Aside = aside
	if aside && o.ID.IsZero() { // what nobody follows up needs no date
		o.Due = data.Due{Kind: data.DueAlways, Words: o.Due.Words}
	}
	g.record(o)
}

func (g *register) record(all ...data.Obligation) {
	keys := []string{g.key()}
	g.page.room.Act(func(ctx context.Context) error {
		_, err := g.page.room.Desk.Obligations().SetAll(ctx, all...)
		return err
	}, func() {
		for _, k := range keys {
			g.page.keep.Drop(k)
		}
		g.page.Refresh()
		g.load()
	})
}

// keepAll takes up all that bind every party and that the list shows.
func (g *register) keepAll() {
	var all []data.Obligation
	for _, o := range g.page.proposed {
		if o.Obliged == data.ObligedParties {
			all = append(all, o)
		}
	}
	if len(all) == 0 {
		g.page.room.Toast(g.page.room.Loc.T("monitoring.none"))
		return
	}
	g.record(all...)
}

// undecide takes the obligation out of the register: it is proposed again.
func (g *register) undecide() {
	id, key := g.draft.ID, g.key()
	page.Remove(g.page.room, g.page.room.Desk.Obligations(), id, func() {
		g.page.keep.Drop(key)
		g.page.Refresh()
		g.load()
	})
}
