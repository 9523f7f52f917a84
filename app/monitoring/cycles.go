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
	"travaux/data/monitor"
)

// cycles are the rounds of reports: the form of one, how many reports came, the
// drawing of reviewers and how far the reviews are.
type cycles struct {
	page    *Page
	list    *look.List
	cycle   data.Cycle // in the form; of no identity: a new one
	title   *textview.Field
	opens   *textview.Field
	due     *textview.Field
	months  *textview.Field // for newcomers
	state   *look.Text
	remove  *look.Button
	reviews *fyne.Container
	draw    *drawForm
	object  fyne.CanvasObject
}

func newCycles(p *Page) *cycles {
	loc := p.room.Loc
	c := &cycles{page: p, title: p.field(), opens: p.field(), due: p.field(), months: p.field(), state: look.Wrapped(""), reviews: look.Column()}
	c.state.Colour = look.ColourMuted
	note := func(string) { c.note() }
	c.title.Placeholder = loc.T("monitoring.cycle.title")
	c.opens.Placeholder, c.due.Placeholder = loc.T("papers.date.form"), loc.T("papers.date.form")
	c.title.OnChanged, c.opens.OnChanged, c.due.OnChanged, c.months.OnChanged = note, note, note, note
	c.list = look.NewList(func() int { return len(p.Cycles) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { c.row(row.(*page.TwoLines), p.Cycles[i]) },
		func(i int) { c.load(p.Cycles[i]) })
	add := look.NewIconButton(look.IconAdd, loc.T("monitoring.cycle.add"), func() { c.list.Mark(-1); c.load(data.Cycle{}); p.page.Focus(c.title) })
	c.remove = look.NewButton(loc.T("monitoring.cycle.delete"), c.delete).Rank(look.Quiet)
	c.draw = newDrawForm(p, c)
	body := look.Column(
		page.Labelled(loc.T("monitoring.cycle"), c.title),
		page.Columns([]float32{1, 1, 1}, page.Labelled(loc.T("monitoring.opens"), c.opens), page.Labelled(loc.T("monitoring.reports-due"), c.due), page.Labelled(loc.T("monitoring.newcomers"), c.months)),
		look.Row(c.remove, look.Space(), look.NewPrimary(loc.T("monitoring.record"), c.save)),
		c.state, look.Rule(), c.draw.object, c.reviews,
	)
	start := look.Border(look.Inset(6, 6, 12, 8, look.Row(add)), nil, nil, nil, look.Ground(look.ColourPaper, c.list))
	c.object = look.NewSplit(page.AtLeast(300, start), page.Scroll(look.Inset(8, 12, 12, 12, body)), 0.32)
	if len(p.Cycles) > 0 {
		c.cycle = p.Cycles[0]
	}
	return c
}

func (c *cycles) tell() {
	p := c.page
	c.list.Refresh()
	at := slices.IndexFunc(p.Cycles, func(x data.Cycle) bool { return x.ID == c.cycle.ID })
	c.list.Mark(at)
	if at >= 0 {
		c.cycle = p.Cycles[at]
	} else if !c.cycle.ID.IsZero() {
		c.cycle = data.Cycle{}
	}
	c.fill()
}

// reports counts who owes a report in a cycle, and who has sent it.
func (p *Page) reports(c data.Cycle) (owed, came, late int) {
	for _, o := range p.DueReports(c) {
		owed++
		switch {
		case !o.Done.IsZero():
			came++
		case o.Overdue(p.Day):
			late++
		}
	}
	return owed, came, late
}

func (p *Page) cycleState(c data.Cycle) string {
	loc := p.room.Loc
	owed, came, late := p.reports(c)
	words := loc.T("monitoring.cycle.state", "date", date(loc, c.Due), "came", loc.Number(came), "owed", loc.Number(owed))
	if late > 0 {
		words += " · " + loc.N("monitoring.n-overdue", late)
	}
	return words
}

func (c *cycles) row(v *page.TwoLines, x data.Cycle) {
	v.Title.SetText(c.page.cycleName(x))
	v.State.Colour = look.ColourMuted
	if _, _, late := c.page.reports(x); late > 0 {
		v.State.Colour = look.ColourDanger
	}
	v.State.SetText(c.page.cycleState(x))
	v.Refresh()
}

func (c *cycles) key() string {
	if c.cycle.ID.IsZero() {
		return "cycle/new"
	}
	return "cycle/" + c.cycle.ID.String()
}

// typedCycle is a cycle as it is kept while it is typed.
type typedCycle struct{ Title, Opens, Due, Months string }

func (c *cycles) note() {
	out, err := json.Marshal(typedCycle{c.title.Text(), c.opens.Text(), c.due.Text(), c.months.Text()})
	if err != nil {
		c.page.room.Fail(err)
		return
	}
	c.page.keep.Note(c.key(), string(out))
}

func (c *cycles) load(x data.Cycle) {
	c.cycle = x
	c.fill()
}

func (c *cycles) fill() {
	p, x := c.page, c.cycle
	t := typedCycle{Title: x.Title.In(data.Lang(p.room.Loc.Lang())), Opens: x.Opens.String(), Due: x.Due.String()}
	if n := x.Newcomers.Years*12 + x.Newcomers.Months; n > 0 {
		t.Months = strconv.Itoa(n)
	}
	if kept, ok := p.keep.Read(c.key()); ok {
		if err := json.Unmarshal([]byte(kept), &t); err != nil {
			p.room.Fail(err)
		}
	}
	for f, text := range map[*textview.Field]string{c.title: t.Title, c.opens: t.Opens, c.due: t.Due, c.months: t.Months} {
		if f.Text() != text {
			f.SetText(text)
		}
	}
	known := !x.ID.IsZero()
	look.SetShown(c.remove, known)
	look.SetShown(c.state, known)
	if known {
		c.state.SetText(p.cycleState(x))
	}
	c.draw.tell()
	look.Rebuild(c.reviews, func() { c.reviews.Objects = c.reviewRows() })
}

func (c *cycles) save() {
	p, x := c.page, c.cycle
	lang := data.Lang(p.room.Loc.Lang())
	words := data.Words{}
	for l, w := range x.Title {
		words[l] = w
	}
	words[lang] = strings.TrimSpace(c.title.Text())
	x.Title, x.Treaty = words, p.treaty.ID
	opens, err := data.ParseDate(strings.TrimSpace(c.opens.Text()))
	due, other := data.ParseDate(strings.TrimSpace(c.due.Text()))
	if err == nil {
		err = other
	}
	if err != nil {
		p.room.Fail(err)
		return
	}
	x.Opens, x.Due, x.Newcomers = opens, due, data.Delay{}
	if n, _ := strconv.Atoi(strings.TrimSpace(c.months.Text())); n != 0 {
		x.Newcomers = data.Delay{Months: n}
	}
	key := c.key()
	p.room.Act(func(ctx context.Context) (err error) {
		x, err = p.room.Desk.Cycles().Set(ctx, x)
		return err
	}, func() {
		p.keep.Drop(key)
		c.cycle = x
		p.Refresh()
	})
}

func (c *cycles) delete() {
	id, key := c.cycle.ID, c.key()
	page.Remove(c.page.room, c.page.room.Desk.Cycles(), id, func() {
		c.page.keep.Drop(key)
		c.page.Refresh()
	})
}

// reviewRows are the reviews of the cycle, each with the next stage to record.
func (c *cycles) reviewRows() (out []fyne.CanvasObject) {
	p, loc := c.page, c.page.room.Loc
	for _, r := range p.reviews {
		if r.Cycle != c.cycle.ID || c.cycle.ID.IsZero() {
			continue
		}
		words := look.Wrapped(loc.T("monitoring.fact", "what", p.name(r.Party), "state", p.reviewWords(r)))
		row := look.Row()
		if next, ok := nextStage(r); ok {
			row.Add(look.NewButton(loc.Name("stage", string(next)), func() { c.step(r, next) }).Rank(look.Quiet))
		}
		consent := look.NewCheck(loc.T("monitoring.consent"), r.Consent, func(on bool) { r.Consent = on; c.set(r) })
		row.Add(consent)
		out = append(out, look.Stack(words, row))
	}
	if len(out) > 0 {
		out = append([]fyne.CanvasObject{look.Heading(loc.T("monitoring.reviews"))}, out...)
	}
	return out
}

// nextStage is the stage that follows the furthest of a review.
func nextStage(r data.Review) (data.Stage, bool) {
	at := slices.Index(data.Stages, r.Stage()) + 1
	if at >= len(data.Stages) {
		return "", false
	}
	return data.Stages[at], true
}

func (c *cycles) step(r data.Review, stage data.Stage) {
	r.Steps = append(slices.Clone(r.Steps), data.ReviewStep{Stage: stage, Date: c.page.Day})
	c.set(r)
}

func (c *cycles) set(r data.Review) {
	c.page.room.Act(func(ctx context.Context) error {
		_, err := c.page.room.Desk.Reviews().Set(ctx, r)
		return err
	}, c.page.Refresh)
}

// drawForm draws the reviewers of a cycle by lot.
type drawForm struct {
	page      *Page
	of        *cycles
	reviewers *textview.Field
	region    *textview.Field
	mutual    *look.Check
	even      *look.Check
	seed      *textview.Field
	witness   *textview.Field
	drawn     *look.Text
	object    *fyne.Container
}

func newDrawForm(p *Page, of *cycles) *drawForm {
	loc := p.room.Loc
	f := &drawForm{page: p, of: of, reviewers: p.field(), region: p.field(), seed: p.field(), witness: p.field(), drawn: look.Wrapped("")}
	f.mutual, f.even = look.NewCheck(loc.T("monitoring.draw.mutual"), false, nil), look.NewCheck(loc.T("monitoring.draw.even"), true, nil)
	f.reviewers.SetText("2")
	f.region.SetText("1")
	f.seed.Placeholder = loc.T("monitoring.draw.seed.about")
	f.object = look.Column(
		look.Heading(loc.T("monitoring.draw")),
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("monitoring.draw.reviewers"), f.reviewers), page.Labelled(loc.T("monitoring.draw.region"), f.region)),
		f.mutual, f.even,
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("monitoring.draw.seed"), f.seed), page.Labelled(loc.T("monitoring.draw.witness"), f.witness)),
		look.Row(look.Space(), look.NewButton(loc.T("monitoring.draw.do"), f.do)),
		f.drawn,
	)
	return f
}

// tell says what was drawn in the cycle.
func (f *drawForm) tell() {
	p, loc := f.page, f.page.room.Loc
	look.SetShown(f.object, !f.of.cycle.ID.IsZero())
	words := ""
	for _, x := range p.draws {
		if x.Cycle == f.of.cycle.ID {
			words = loc.T("monitoring.drawn", "date", date(loc, x.Date), "seed", loc.Quote(loc.Isolate(x.Seed)), "round", loc.Number(x.Round))
		}
	}
	look.SetShown(f.drawn, words != "")
	f.drawn.SetText(words)
}

// order is the draw as the form says it, of all that are bound.
func (f *drawForm) order() data.Draw {
	p := f.page
	x := data.Draw{Cycle: f.of.cycle.ID, Date: p.Day, Seed: strings.TrimSpace(f.seed.Text()), Witness: strings.TrimSpace(f.witness.Text()), Under: p.Standing.Parties()}
	x.Rules.Reviewers, _ = strconv.Atoi(strings.TrimSpace(f.reviewers.Text()))
	x.Rules.SameRegion, _ = strconv.Atoi(strings.TrimSpace(f.region.Text()))
	x.Rules.Mutual, x.Rules.Even = f.mutual.Ticked(), f.even.Ticked()
	reg := p.room.Desk.Register()
	for _, code := range x.Under {
		x.Pool = append(x.Pool, data.Ticket{Party: code, Region: reg.Region(code, p.Day)})
	}
	return x
}

// do draws, and opens a review for each party.
func (f *drawForm) do() {
	p, x := f.page, f.order()
	if err := x.Check(); err != nil {
		p.room.Fail(err)
		return
	}
	p.room.Act(func(ctx context.Context) error {
		x.Lots, x.Round = monitor.Lots(x.Rules, x.Under, x.Pool, x.Seed)
		x, err := p.room.Desk.Draws().Set(ctx, x)
		if err != nil {
			return err
		}
		var reviews []data.Review
		for _, l := range x.Lots {
			reviews = append(reviews, data.Review{Cycle: x.Cycle, Party: l.Party, Reviewers: l.Reviewers, Draw: x.ID})
		}
		_, err = p.room.Desk.Reviews().SetAll(ctx, reviews...)
		return err
	}, p.Refresh)
}
