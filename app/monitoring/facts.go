package monitoring

import (
	"cmp"
	"slices"

	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/monitor"
	"travaux/data/obligation"
	"travaux/export"
	"travaux/translations"
)

// facts are what the page shows, as of a day.
type facts struct {
	monitor.Facts
	treaty   data.Treaty
	adopted  bool
	text     *desk.Text
	proposed []data.Obligation // that nobody has decided on
	reviews  []data.Review
	draws    []data.Draw
}

// gather reads the records of the treaty and computes who is bound on a day; adopted
// is false where there is no treaty yet.
func gather(d *desk.Desk, day data.Date) (f facts, err error) {
	f.Day = day
	if f.treaty, f.adopted = d.TheTreaty(); !f.adopted {
		return f, nil
	}
	f.Standing = d.InForce(f.treaty, day)
	f.Obligations = d.Obligations().Where(func(o data.Obligation) bool { return o.Treaty == f.treaty.ID })
	f.Cycles = d.Cycles().Where(func(c data.Cycle) bool { return c.Treaty == f.treaty.ID })
	slices.SortStableFunc(f.Cycles, func(a, b data.Cycle) int { return b.Opens.Compare(a.Opens) })
	f.Reports, f.Assessments, f.reviews, f.draws = d.PartyReports().All(), d.Assessments().All(), d.Reviews().All(), d.Draws().All()
	if !f.treaty.Revision.IsZero() {
		if f.text, err = d.Text(f.treaty.Revision); err != nil {
			return f, err
		}
		f.order()
	}
	return f, nil
}

// order brings the register into the order of the text.
func (f *facts) order() {
	slices.SortStableFunc(f.Obligations, func(a, b data.Obligation) int {
		p, _ := f.text.Find(a.Provision)
		q, _ := f.text.Find(b.Provision)
		return cmp.Or(cmp.Compare(p.Order, q.Order), cmp.Compare(a.Anchor.Start, b.Anchor.Start))
	})
}

// propose reads the obligations of the text that nobody has decided on, in a
// language of the text.
func (f *facts) propose(lang data.Lang) {
	f.proposed = nil
	if f.text == nil {
		return
	}
	if langs := f.text.Revision.Langs(); !slices.Contains(langs, lang) && len(langs) > 0 {
		lang = langs[0]
		if slices.Contains(langs, data.English) {
			lang = data.English
		}
	}
	decided, seen := map[data.ID]int{}, map[data.ID]int{}
	quoted := map[data.ID][]string{}
	for _, o := range f.Obligations {
		decided[o.Provision]++
		quoted[o.Provision] = append(quoted[o.Provision], o.Anchor.Quote)
	}
	for _, o := range obligation.Propose(f.text.Provisions, lang) {
		n := seen[o.Provision]
		seen[o.Provision]++
		if slices.Contains(quoted[o.Provision], o.Anchor.Quote) || n < decided[o.Provision] && !f.sameLang(o.Provision, lang) {
			continue
		}
		o.Treaty = f.treaty.ID
		f.proposed = append(f.proposed, o)
	}
}

// sameLang reports whether what was decided on a provision was read in a language.
func (f *facts) sameLang(provision data.ID, lang data.Lang) bool {
	return slices.ContainsFunc(f.Obligations, func(o data.Obligation) bool { return o.Provision == provision && o.Anchor.Lang == lang })
}

// cite names where an obligation stands.
func (f *facts) cite(loc *translations.Localizer, provision data.ID) string {
	if f.text != nil {
		if p, ok := f.text.Find(provision); ok {
			return translations.Capital(loc.Cite(p.Path))
		}
	}
	return "—"
}

// obligation is one of the register.
func (f *facts) obligation(id data.ID) (data.Obligation, bool) {
	for _, o := range f.Obligations {
		if o.ID == id {
			return o, true
		}
	}
	return data.Obligation{}, false
}

// cycle is one of the cycles.
func (f *facts) cycle(id data.ID) (data.Cycle, bool) {
	for _, c := range f.Cycles {
		if c.ID == id {
			return c, true
		}
	}
	return data.Cycle{}, false
}

// parties are who is bound on the day, in the order of the language.
func (f *facts) parties(r *room.Room) []string {
	reg, out := r.Desk.Register(), f.Standing.Parties()
	slices.SortStableFunc(out, func(a, b string) int { return r.Loc.Compare(page.Party(r.Loc, reg, a), page.Party(r.Loc, reg, b)) })
	return out
}

// dueWords says when an obligation is to be fulfilled.
func dueWords(loc *translations.Localizer, d data.Due) string {
	words := loc.Name("due", string(d.Kind))
	switch {
	case d.Kind == data.DueDay:
		return loc.T("monitoring.due.on", "rule", words, "what", date(loc, d.Day))
	case !d.Period.IsZero():
		return loc.T("monitoring.due.on", "rule", words, "what", export.DelayWords(d.Period, loc))
	}
	return words
}

func date(loc *translations.Localizer, d data.Date) string {
	if d.IsZero() {
		return "—"
	}
	return loc.Date(d.Year, d.Month, d.Day)
}
