package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/tally"
)

// CapitalOptions choose what a report to capital tells of. Names come from the
// caller, for this package knows no words.
type CapitalOptions struct {
	Lang        data.Lang
	From, Until time.Time // what happened in [From, Until)
	StateName   string
	Speaker     func(data.Speaker) string
	Proponents  func([]data.Proponent) string
}

// ReportDay is the whole of a day on the clock of the place where the negotiation
// meets.
func (d *Desk) ReportDay(day data.Date) (from, until time.Time) {
	m := data.OnDay(day, d.Negotiation().Place)
	return m.Start(), m.End()
}

// ReportedUntil is until when the last report to capital tells; zero where none was
// made.
func (d *Desk) ReportedUntil() (last time.Time) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, k := range d.reported.all {
		if k.it.Until.After(last) {
			last = k.it.Until
		}
	}
	return last
}

// Reported notes that a report to capital was made of a time, so that the next one
// begins where it ends. It ends now at the latest.
func (d *Desk) Reported(ctx context.Context, from, until time.Time) error {
	if t := now(); until.After(t) {
		until = t
	}
	x := data.Reported{ID: data.NewID(), From: from.UTC(), Until: until.UTC(), Author: d.Me().ID, Time: now()}
	return d.act(ctx, "act.reported", about(kindReported, x.ID), set(kindReported, root, x.ID, fieldBody, x))
}

// CapitalReport gathers what the record tells of a time: what was agreed, who
// moved, what is new, what we said, which decisions are asked for, and what is
// considered next. Only who may read instructions can make one (data.CodeForbidden);
// CodeNoText where there is no text.
func (d *Desk) CapitalReport(o CapitalOptions) (data.CapitalReport, error) {
	if !d.Me().Role.May(data.RightReadInstructions) {
		return data.CapitalReport{}, data.E(data.CodeForbidden)
	}
	t, err := d.Current()
	if err != nil {
		return data.CapitalReport{}, err
	}
	g := briefing{d: d, o: o, text: t}
	g.cover()
	g.steps()
	g.moves()
	g.news()
	g.ours()
	g.asked()
	g.next()
	return g.r, nil
}

// briefing is a report to capital in the making.
type briefing struct {
	d    *Desk
	o    CapitalOptions
	text *Text
	r    data.CapitalReport
}

func (g *briefing) within(t time.Time) bool { return !t.Before(g.o.From) && t.Before(g.o.Until) }

// raised notes a text that goes into the report, which is of the highest level of
// its texts.
func (g *briefing) raised(texts ...string) {
	s := g.d.Marking()
	for _, text := range texts {
		if text != "" {
			g.r.Level = s.Highest(g.r.Level, s.OfText("", text).Code).Code
		}
	}
}

func (g *briefing) cover() {
	n, lang := g.d.Negotiation(), g.o.Lang
	g.r = data.CapitalReport{
		Scheme: n.Scheme, OwnLevels: n.OwnLevels, Level: g.d.Marking().Internal,
		Lang: lang, Title: n.Title.In(lang), Body: n.Body.In(lang), Session: n.Session.In(lang),
		State: cmp.Or(n.StateName.In(lang), g.o.StateName), Letterhead: letterhead(n, lang), Symbol: g.text.Revision.Symbol,
		From: data.At(g.o.From, n.Place), Until: data.At(g.o.Until, n.Place),
	}
	if n.Capital != n.Place {
		g.r.Capital = n.Capital
	}
	from, until := data.DateOf(g.r.From.Local()), data.DateOf(g.r.Until.Local().Add(-time.Nanosecond))
	for _, m := range g.d.Meetings() {
		if !m.Date.Before(from) && !until.Before(m.Date) {
			g.r.Meetings = append(g.r.Meetings, data.CapitalMeeting{Title: m.Title, Item: m.Item, Date: m.Date, Start: m.Start})
		}
	}
	for _, v := range g.d.AllViews() {
		if g.within(v.Said) {
			g.r.Spoken++
		}
	}
}

// path is where a provision is now; "" where it is no more.
func (g *briefing) path(id data.ID) string {
	p, _ := g.text.Find(id)
	return p.Path
}

func (g *briefing) meeting(id data.ID) string {
	m, _ := g.d.Meeting(id)
	return m.Title
}

// steps are what became of the text, in its order; what was agreed first.
func (g *briefing) steps() {
	g.d.mu.RLock()
	all := g.d.steps.everything()
	g.d.mu.RUnlock()
	last := map[data.ID]data.TextStep{} // what became of it in the end
	for _, s := range all {
		if g.within(s.Time) {
			last[s.Provision] = s
		}
	}
	for _, p := range g.text.Provisions {
		if s, ok := last[p.ID]; ok {
			g.raised(s.Remark)
			g.r.Agreed = append(g.r.Agreed, data.CapitalStep{Path: p.Path, State: s.State, Meeting: g.meeting(s.Meeting), Time: s.Time, Remark: s.Remark})
		}
	}
	slices.SortStableFunc(g.r.Agreed, func(a, b data.CapitalStep) int {
		switch x, y := a.State.Agreed(), b.State.Agreed(); {
		case x && !y:
			return -1
		case y && !x:
			return 1
		}
		return 0
	})
}

// moves are who stands otherwise than before. Somebody who speaks for the first
// time is told too: capital did not know.
func (g *briefing) moves() {
	issues := map[data.ID]string{}
	for _, i := range g.d.Issues() {
		issues[i.ID] = i.Title
	}
	proposals := map[data.ID]data.Proposal{}
	for _, list := range g.d.AllProposals() {
		for _, p := range list {
			proposals[p.ID] = p
		}
	}
	for _, q := range g.d.Moves(g.o.From, g.o.Until.Add(-time.Nanosecond)) {
		for _, m := range q.Moves {
			if len(m.By) == 0 {
				continue // an earlier view was taken back: nobody moved
			}
			x := data.CapitalMove{
				Path: g.path(q.Question.Provision), Issue: issues[q.Question.Issue],
				Who: g.o.Speaker(data.Speaker{Code: m.To.Code, Name: m.To.Name}), From: attitudeID(m.From.Class()), To: attitudeID(m.To.Class()),
			}
			if p, ok := proposals[q.Question.Proposal]; ok {
				x.Proposal = []string{p.Kind.Verb(), g.o.Proponents(p.Proponents)}
			}
			said := m.By[0].View
			if said.By.Code != m.To.Code || !said.By.National() {
				x.By = g.o.Speaker(said.By)
			}
			x.Words, x.Private = said.Words, said.Private
			g.raised(said.Words)
			g.r.Moved = append(g.r.Moved, x)
		}
	}
}

// attitudeID is the catalogue id of a class of a tally.
func attitudeID(class data.Attitude) string {
	switch class {
	case tally.Mixed:
		return "tally.mixed"
	case data.AttitudeSilent:
		return "attitude.none"
	}
	return "attitude." + string(class)
}

// news are texts, proposals and submissions that have come.
func (g *briefing) news() {
	d := g.d
	d.mu.RLock()
	revisions := slices.Clone(d.revisions)
	revisions = slices.DeleteFunc(revisions, func(r data.Revision) bool { return !g.within(d.imported[r.ID].Time()) })
	proposals := d.proposals.everything()
	d.mu.RUnlock()
	for _, r := range revisions {
		g.r.New = append(g.r.New, data.CapitalNew{Kind: data.CapitalText, Source: r.Symbol})
	}
	for _, p := range proposals {
		if !g.within(p.Time) || p.Ours || p.Withdrawn {
			continue
		}
		g.r.New = append(g.r.New, data.CapitalNew{
			Kind: data.CapitalProposal, Path: g.path(p.Provision), By: g.o.Proponents(p.Proponents), Source: p.Source,
			Words: p.Wording.In(g.o.Lang), Verb: p.Kind.Verb(),
		})
	}
	for _, s := range d.Submissions() {
		if !g.within(s.Time) {
			continue
		}
		var by []string
		for _, who := range s.By {
			by = append(by, g.o.Speaker(who))
		}
		g.r.New = append(g.r.New, data.CapitalNew{Kind: data.CapitalSubmission, By: strings.Join(by, ", "), Source: s.Symbol, Words: s.Title})
	}
}
