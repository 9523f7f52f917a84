package monitoring

import (
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/monitor"
)

// parties is the list of who is bound, and the page of the chosen one: what it owes,
// what it reported, how far it fulfils what, its review.
type parties struct {
	page   *Page
	none   *look.Text
	list   *look.List
	all    []string
	party  string
	title  *look.Text
	facts  *look.Text
	stands *fyne.Container
	report *reportForm
	assess *assessForm
	body   *fyne.Container
	object fyne.CanvasObject
}

func newParties(p *Page) *parties {
	loc := p.room.Loc
	x := &parties{page: p, none: look.Wrapped(loc.T("monitoring.parties.none")), title: look.Heading(""), facts: look.Wrapped(""), stands: look.Column()}
	x.none.Colour = look.ColourMuted
	x.list = look.NewList(func() int { return len(x.all) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { x.row(row.(*page.TwoLines), x.all[i]) },
		func(i int) { x.choose(x.all[i]) })
	x.list.OnOpen = func(int) { p.page.Focus(x.report.day) }
	x.report, x.assess = newReportForm(p, x), newAssessForm(p, x)
	x.body = look.Column(
		x.title, x.facts,
		look.Heading(loc.T("monitoring.standing")), x.stands,
		look.Rule(), x.assess.object,
		look.Rule(), x.report.object,
	)
	start := look.Border(look.Inset(6, 6, 12, 8, x.none), nil, nil, nil, look.Ground(look.ColourPaper, x.list))
	x.object = look.NewSplit(page.AtLeast(300, start), page.Scroll(look.Inset(8, 12, 12, 12, x.body)), 0.32)
	return x
}

func (x *parties) tell() {
	x.all = x.page.parties(x.page.room)
	look.SetShown(x.none, len(x.all) == 0)
	look.SetShown(x.body, len(x.all) > 0)
	x.list.Refresh()
	at := -1
	for i, code := range x.all {
		if code == x.party {
			at = i
		}
	}
	if at < 0 && len(x.all) > 0 {
		at = 0
	}
	x.list.Mark(at)
	if at >= 0 {
		x.show(x.all[at])
	}
}

// choose shows the page of a party.
func (x *parties) choose(code string) {
	for i, c := range x.all {
		if c == code {
			x.list.Mark(i)
			x.show(code)
		}
	}
}

func (x *parties) row(v *page.TwoLines, code string) {
	p, loc := x.page, x.page.room.Loc
	v.Title.SetText(p.name(code))
	v.State.Colour = look.ColourMuted
	words := gradeWords(loc, p.OfParty(code, p.Latest(data.ID{})))
	if n := len(x.overdue(code)); n > 0 {
		v.State.Colour = look.ColourDanger
		words = loc.N("monitoring.n-overdue", n)
	}
	v.State.SetText(words)
	v.Refresh()
}

func (x *parties) overdue(code string) (out []monitor.Owed) {
	for _, o := range x.page.Overdue() {
		if o.Party == code {
			out = append(out, o)
		}
	}
	return out
}

// show is the page of a party as it is now.
func (x *parties) show(code string) {
	other := code != x.party
	x.party = code
	x.title.SetText(x.page.name(code))
	x.facts.SetText(strings.Join(x.page.partyFacts(code), "\n"))
	look.Rebuild(x.stands, func() { x.stands.Objects = x.standing() })
	x.report.tell(other)
	x.assess.tell(other)
	x.body.Refresh()
}

// partyFacts are since when a party is bound, what it owes and reported, and who
// reviews it.
func (p *Page) partyFacts(code string) []string {
	loc := p.room.Loc
	s, _ := p.Standing.Of(code)
	out := []string{loc.T("monitoring.in-force", "date", date(loc, s.InForce))}
	for _, c := range p.Cycles {
		for _, o := range p.DueReports(c) {
			if o.Party == code {
				out = append(out, p.reportWords(c, o))
			}
		}
	}
	for _, o := range p.Obligations {
		for _, x := range p.DueObligation(o) {
			if x.Party == code && x.Overdue(p.Day) {
				out = append(out, loc.T("monitoring.fact", "what", p.what(o), "state", loc.N("monitoring.late", x.Late(p.Day), "date", date(loc, x.Due))))
			}
		}
	}
	for _, r := range p.reviews {
		if r.Party == code {
			out = append(out, p.reviewWords(r))
		}
	}
	return out
}

// reportWords say where the report of a party in a cycle is.
func (p *Page) reportWords(c data.Cycle, o monitor.Owed) string {
	loc := p.room.Loc
	state := loc.T("monitoring.report.due", "date", date(loc, o.Due))
	switch {
	case !o.Done.IsZero() && o.Late(p.Day) > 0:
		state = loc.N("monitoring.report.late", o.Late(p.Day), "date", date(loc, o.Done))
	case !o.Done.IsZero():
		state = loc.T("monitoring.report.received", "date", date(loc, o.Done))
	case o.Overdue(p.Day):
		state = loc.N("monitoring.late", o.Late(p.Day), "date", date(loc, o.Due))
	}
	return loc.T("monitoring.fact", "what", p.cycleName(c), "state", state)
}

// reviewWords say who reviews a party and how far that is.
func (p *Page) reviewWords(r data.Review) string {
	loc := p.room.Loc
	var names []string
	for _, by := range r.Reviewers {
		names = append(names, p.name(by))
	}
	stage := loc.T("monitoring.review.open")
	if s := r.Stage(); s != "" {
		stage = loc.Name("stage", string(s))
	}
	return loc.T("monitoring.review.by", "reviewers", loc.List(names), "stage", stage)
}

// standing is a line for each obligation that is followed up; what is confidential
// stands inside a frame.
func (x *parties) standing() (out []fyne.CanvasObject) {
	p, loc := x.page, x.page.room.Loc
	for _, o := range p.Followed() {
		line, a := loc.T("monitoring.not-assessed"), data.Assessment{}
		for _, k := range p.Latest(data.ID{}) {
			if k.Party == x.party && k.Obligation == o.ID {
				a = k
				line = assessmentWords(p, k)
			}
		}
		words := look.Wrapped(loc.T("monitoring.fact", "what", p.what(o), "state", line))
		words.Colour = gradeColour(a.Grade)
		var row fyne.CanvasObject = words
		if !a.ID.IsZero() {
			row = page.Removable(p.room, words, func() { x.assess.load(a) }, func() { x.assess.remove(a) })
		}
		if a.Confidential {
			row = look.NewFrame(p.markingWords(a), row)
		}
		out = append(out, row)
	}
	if len(out) == 0 {
		none := look.Wrapped(loc.T("monitoring.register.none"))
		none.Colour = look.ColourMuted
		out = append(out, none)
	}
	return out
}

// assessmentWords are a grade, its day, and on what it rests.
func assessmentWords(p *Page, a data.Assessment) string {
	loc := p.room.Loc
	parts := []string{loc.T("monitoring.graded", "grade", loc.Name("grade", string(a.Grade)), "date", date(loc, a.Day))}
	if a.Text != "" {
		parts = append(parts, loc.Isolate(a.Text))
	}
	for _, e := range a.Evidence {
		parts = append(parts, loc.Isolate(strings.TrimSpace(e.Symbol+" "+e.Pointer)))
	}
	return strings.Join(parts, " · ")
}

func gradeColour(g data.Grade) fyne.ThemeColorName {
	switch g {
	case data.GradeMet:
		return look.ColourApproved
	case data.GradeUnmet:
		return look.ColourDanger
	case "":
		return look.ColourMuted
	}
	return look.ColourText
}
