package desk

import (
	"cmp"
	"slices"
	"time"

	"travaux/data"
)

// ours are the statements that we delivered and the turns in which we spoke, in
// the order of the clock. A turn in which a statement was delivered is told with it.
func (g *briefing) ours() {
	turns := g.d.AllTurns()
	taken := map[data.ID]bool{}
	for _, s := range g.d.Speeches() {
		if s.Delivered.IsZero() || !g.within(s.Delivered) {
			continue
		}
		x := data.CapitalOurs{Title: s.Title, Meeting: g.meeting(s.Meeting), Time: s.Delivered, Words: s.As, Lang: g.o.Lang}
		for _, lang := range append([]data.Lang{g.o.Lang, data.English}, data.Langs...) {
			if x.Words == "" && s.Text[lang] != "" {
				x.Words, x.Lang = s.Text[lang], lang
			}
		}
		for _, t := range turns {
			if t.Ours && t.Meeting == s.Meeting && during(t, s.Delivered) && !taken[t.ID] {
				taken[t.ID] = true
				x.Took = took(t)
				break
			}
		}
		g.raised(x.Words)
		g.r.Ours = append(g.r.Ours, x)
	}
	for _, t := range turns {
		if t.Ours && !t.Began.IsZero() && g.within(t.Began) && !taken[t.ID] && !t.Struck {
			g.r.Ours = append(g.r.Ours, data.CapitalOurs{Meeting: g.meeting(t.Meeting), Time: t.Began, Took: took(t)})
		}
	}
	slices.SortStableFunc(g.r.Ours, func(a, b data.CapitalOurs) int { return a.Time.Compare(b.Time) })
}

// noteWithin is how long after a turn it may be noted that a statement was
// delivered in it.
const noteWithin = 10 * time.Minute

func during(t data.Turn, at time.Time) bool {
	return !t.Began.IsZero() && !at.Before(t.Began) && (t.Ended.IsZero() || at.Before(t.Ended.Add(noteWithin)))
}

func took(t data.Turn) time.Duration {
	if t.Began.IsZero() || t.Ended.IsZero() {
		return 0
	}
	return t.Ended.Sub(t.Began)
}

// asked are the decisions that capital is still to take, and those that it took.
func (g *briefing) asked() {
	for _, r := range g.d.Requests() {
		x := data.CapitalRequest{Path: g.path(r.Provision), Question: r.Question, Deadline: r.Deadline, Closed: r.Closed}
		if r.Open() {
			g.raised(r.Question)
			g.r.Open = append(g.r.Open, x)
			continue
		}
		g.d.mu.RLock()
		i, answered := g.d.instructions.get(r.Answered)
		g.d.mu.RUnlock()
		if answered && g.within(i.Time) {
			x.Answer = cmp.Or(i.Reference, i.Text)
			g.raised(r.Question, i.Text)
			g.r.Level = g.d.Marking().Highest(g.r.Level, i.Classification).Code
			g.r.Answered = append(g.r.Answered, x)
		}
	}
}

// next are the meetings of the next day on which there is one, each with what it
// considers in its order.
func (g *briefing) next() {
	last := data.DateOf(g.r.Until.Local().Add(-time.Nanosecond))
	var day data.Date
	for _, m := range g.d.Meetings() {
		if !last.Before(m.Date) || !day.IsZero() && m.Date != day {
			continue
		}
		day = m.Date
		x := data.CapitalMeeting{Title: m.Title, Item: m.Item, Date: m.Date, Start: m.Start}
		for _, id := range m.Order {
			p, there := g.text.Find(id)
			if !there {
				continue
			}
			x.Order = append(x.Order, data.CapitalItem{Path: p.Path, State: g.d.Standing(p.ID).State, Stance: g.d.Position(p.ID).Stance})
		}
		g.r.Next = append(g.r.Next, x)
	}
}
