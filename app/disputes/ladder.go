package disputes

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/dispute"
	"travaux/export"
)

// ladder shows where a dispute stands on a day, and what can be done next.
type ladder struct {
	page   *Page
	day    *textview.Field
	about  *look.Text
	rungs  *fyne.Container
	duties *fyne.Container
	object fyne.CanvasObject
}

func newLadder(p *Page) *ladder {
	l := &ladder{page: p, day: textview.NewField(), about: look.Wrapped(""), rungs: look.Column(), duties: look.Column()}
	l.about.Colour = look.ColourMuted
	l.day.SetText(data.Today().String())
	l.day.Placeholder = p.room.Loc.T("papers.date.form")
	l.day.OnChanged = func(string) { l.show() }
	l.day.OnEscaped = func() { p.page.Close() }
	l.object = look.Column(page.Columns([]float32{1, 4}, page.Labelled(p.room.Loc.T("dispute.as-of"), l.day), page.Labelled("", l.about)), l.rungs, l.duties)
	return l
}

// on is the day that is shown.
func (l *ladder) on() data.Date {
	if day, err := data.ParseDate(strings.TrimSpace(l.day.Text())); err == nil && !day.IsZero() {
		return day
	}
	return data.Today()
}

func (l *ladder) show() {
	p, loc := l.page, l.page.room.Loc
	l.rungs.Objects, l.duties.Objects = nil, nil
	d := p.now
	if d.ID.IsZero() {
		l.about.SetText(loc.T("dispute.not-recorded"))
		l.object.Refresh()
		return
	}
	day := l.on()
	f := p.file(d, day)
	about := loc.T("dispute.between", "claimants", p.names(d.Claimants), "answering", p.names(d.Answering))
	if f.Outcome != "" {
		about += " · " + loc.T("dispute.outcome."+string(f.Outcome), "date", export.Day(f.Over, loc))
	}
	l.about.SetText(about)
	for i, r := range f.Rungs {
		l.rungs.Add(l.rung(i, r, day, f))
	}
	if len(f.Rungs) == 0 {
		l.rungs.Add(muted(loc.T("dispute.ladder.none")))
	}
	for _, m := range f.Measures {
		l.duties.Add(page.Small(loc.T("dispute.measures.pending", "who", p.name(m.By), "date", export.Day(m.Since, loc)), look.ColourReturned))
	}
	if len(f.Duties) > 0 {
		l.duties.Add(look.Heading(loc.T("dispute.duties")))
	}
	for _, x := range f.Duties {
		l.duties.Add(l.duty(x))
	}
	l.object.Refresh()
}

// rung is one means: its place, how it can be used, how far it has come, and what
// can be recorded of it next.
func (l *ladder) rung(i int, r dispute.Rung, day data.Date, f dispute.File) fyne.CanvasObject {
	p, loc := l.page, l.page.room.Loc
	name := look.Ellipsis(loc.Name("means", string(r.Means)))
	name.Bold = true
	colour := stateColour(r.State)
	chip := look.NewColourChip(loc.Name("rung-state", string(r.State)), colour, look.ColourChipGround)
	rule := export.RungRule(r.Rung, loc)
	if r.Own {
		rule = []string{loc.T("dispute.own")}
	}
	box := look.Stack(
		look.Border(nil, nil, nil, chip, name),
		page.Small(strings.Join(export.RungState(r, day, p.name, loc), " "), colour),
		muted(strings.Join(rule, " ")),
	)
	acts := look.Flow()
	for _, act := range offered(r, f) {
		acts.Add(look.NewButton(loc.Name("dispute-act", string(act)), func() { p.steps.offer(act, r.Means) }))
	}
	if len(acts.Objects) > 0 {
		box.Add(look.Inset(4, 0, 0, 0, acts))
	}
	place := look.NewText(loc.Number(i + 1))
	place.Bold, place.Colour = true, colour
	return look.Stack(look.Inset(4, 8, 0, 0, look.Border(nil, nil, look.Inset(0, 0, 4, 12, look.Top(place)), nil, box)), look.Rule())
}

// offered are the acts that are likely next for a means.
func offered(r dispute.Rung, f dispute.File) []data.DisputeAct {
	if f.Outcome != "" && r.State != dispute.Settled && r.State != dispute.Decided {
		return nil
	}
	var out []data.DisputeAct
	switch r.State {
	case dispute.Open, dispute.Barred:
		return []data.DisputeAct{data.DisputeAsked}
	case dispute.Asked:
		return []data.DisputeAct{data.DisputeConsented, data.DisputeRefused}
	case dispute.Agreed:
		out = []data.DisputeAct{data.DisputeBegan, data.DisputeFailed}
	case dispute.UnderWay:
		switch {
		case r.Means.Decides():
			out = []data.DisputeAct{data.DisputeDecided}
		case !r.Means.Alone():
			out = []data.DisputeAct{data.DisputeReported}
		}
		out = append(out, data.DisputeSettled, data.DisputeFailed)
	case dispute.Reported:
		return []data.DisputeAct{data.DisputeAccepted, data.DisputeRejected}
	case dispute.Expired:
		out = []data.DisputeAct{data.DisputeSettled, data.DisputeFailed}
	case dispute.Refused, dispute.Failed:
		out = []data.DisputeAct{data.DisputeAsked}
	case dispute.Settled, dispute.Decided:
		return []data.DisputeAct{data.DisputeComplied, data.DisputeBreached}
	}
	if r.Interim && r.Running() {
		out = append(out, data.DisputeMeasureAsked, data.DisputeMeasureOrdered)
		if slices.ContainsFunc(f.Duties, func(x dispute.Duty) bool { return x.Interim && x.Means == r.Means && x.Met.IsZero() }) {
			out = append(out, data.DisputeComplied, data.DisputeBreached)
		}
	}
	return out
}

// stateColour is the colour of a state, which always stands beside its words.
func stateColour(s dispute.State) fyne.ThemeColorName {
	switch s {
	case dispute.Open, dispute.Agreed, dispute.UnderWay:
		return look.ColourSubmitted
	case dispute.Asked, dispute.Reported, dispute.Barred:
		return look.ColourReturned
	case dispute.Expired, dispute.Refused, dispute.Failed:
		return look.ColourDanger
	case dispute.Settled, dispute.Decided:
		return look.ColourApproved
	}
	return look.ColourMuted
}

func (l *ladder) duty(x dispute.Duty) fyne.CanvasObject {
	p, loc := l.page, l.page.room.Loc
	who := look.Ellipsis(p.name(x.Party))
	who.Bold = true
	colour := look.ColourMuted
	switch {
	case !x.Met.IsZero():
		colour = look.ColourApproved
	case x.Overdue > 0 || !x.Broken.IsZero():
		colour = look.ColourDanger
	}
	what := loc.Name("means", string(x.Means))
	if x.Interim {
		what = loc.T("dispute.measures")
	}
	return look.Stack(who, page.Small(export.DutyState(x, loc), colour), muted(what), look.Wrapped(loc.Isolate(x.Text)))
}

func muted(words string) *look.Text { return page.Small(words, look.ColourMuted) }
