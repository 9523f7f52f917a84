package desk

import (
	"context"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/redline/compare"
)

// CodeOneRevision says that there is no revision before the one to report on.
const CodeOneRevision data.Code = "desk.one-revision"

// ReportOptions choose what a report on a revision is about. States' names come
// from the caller, for this package knows no table of them.
type ReportOptions struct {
	Lang       data.Lang // of the report; the texts are compared in it, or else in one that both are there in
	Date       data.Date
	Revision   data.ID // zero: the current one
	StateName  string
	Proponents func([]data.Proponent) string // names them in Lang
}

// PublicReport gathers what a report on a revision for the outside is made from:
// the comparison with the revision before, what became of published proposals,
// and how the text converges by what anybody can count. Published is a proposal
// with a source that was not withdrawn. CodeOneRevision if there is none before.
func (d *Desk) PublicReport(ctx context.Context, o ReportOptions) (data.PublicReport, compare.Comparison, error) {
	g := gathering{d: d, ctx: ctx, o: o}
	err := g.gather(false)
	return g.r.PublicReport, g.comparison(), err
}

// InternalReport gathers what a report on a revision for the delegation is made
// from. All of it is confidential.
func (d *Desk) InternalReport(ctx context.Context, o ReportOptions) (data.InternalReport, compare.Comparison, error) {
	g := gathering{d: d, ctx: ctx, o: o}
	err := g.gather(true)
	if err == nil {
		n := d.Negotiation()
		g.r.Scheme, g.r.OwnLevels, g.r.Level = n.Scheme, n.OwnLevels, d.Marking().Internal
		g.carried()
		g.lapsed()
		g.notes()
	}
	return g.r, g.comparison(), err
}

// gathering is a report in the making.
type gathering struct {
	d        *Desk
	ctx      context.Context
	o        ReportOptions
	compared *Compared
	r        data.InternalReport
}

func (g *gathering) comparison() compare.Comparison {
	if g.compared == nil {
		return compare.Comparison{}
	}
	return g.compared.Comparison
}

// gather fills in what both reports say.
func (g *gathering) gather(internal bool) (err error) {
	if g.o.Revision.IsZero() {
		t, err := g.d.Current()
		if err != nil {
			return err
		}
		g.o.Revision = t.Revision.ID
	}
	earlier := g.d.Before(g.o.Revision)
	if earlier.IsZero() {
		return data.E(CodeOneRevision)
	}
	lang, err := g.language(earlier)
	if err != nil {
		return err
	}
	if g.compared, err = g.d.Compare(g.ctx, earlier, g.o.Revision, lang); err != nil {
		return err
	}
	g.cover()
	g.r.OldPaths, g.r.NewPaths = pathsOf(g.compared.Old, g.compared.OldIDs), pathsOf(g.compared.New, g.compared.NewIDs)
	if err := g.taken(lang, internal); err != nil {
		return err
	}
	return g.converging(lang, internal)
}

// language is that of the report, or else one that both revisions are there in.
func (g *gathering) language(earlier data.ID) (data.Lang, error) {
	old, err := g.d.Text(earlier)
	if err != nil {
		return "", err
	}
	new, err := g.d.Text(g.o.Revision)
	if err != nil {
		return "", err
	}
	for _, lang := range append([]data.Lang{g.o.Lang, data.English}, data.Langs...) {
		if slices.Contains(old.Revision.Langs(), lang) && slices.Contains(new.Revision.Langs(), lang) {
			return lang, nil
		}
	}
	return "", data.E(data.CodeNotFound, "what", "language")
}

// cover is what the report belongs to.
func (g *gathering) cover() {
	n, lang := g.d.Negotiation(), g.o.Lang
	r := &g.r.PublicReport
	r.Lang, r.Date = lang, g.o.Date
	r.Title, r.Body, r.Session, r.AgendaItem = n.Title.In(lang), n.Body.In(lang), n.Session.In(lang), n.AgendaItem.In(lang)
	r.State = g.o.StateName
	if s := n.StateName.In(lang); s != "" {
		r.State = s
	}
	r.Letterhead = letterhead(n, lang)
	r.Old, r.New = publicRevision(g.compared.Old.Revision), publicRevision(g.compared.New.Revision)
}

// letterhead are the address lines of a paper.
func letterhead(n data.Negotiation, lang data.Lang) (lines []string) {
	for _, line := range strings.Split(n.Letterhead.In(lang), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func publicRevision(r data.Revision) data.PublicRevision {
	return data.PublicRevision{Symbol: r.Symbol, Date: r.Date, Kind: r.Kind}
}

func pathsOf(t *Text, ids []data.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = pathOf(t, id)
	}
	return out
}

// pathOf is where a provision stands in a text; "" if it is not in it.
func pathOf(t *Text, id data.ID) string {
	p, _ := t.Find(id)
	return p.Path
}

// converging tells how the text converges up to the revision: for the outside by
// what anybody can count, for us by what is pending.
func (g *gathering) converging(lang data.Lang, internal bool) error {
	c, err := g.d.Convergence(g.ctx, lang)
	if err != nil {
		return err
	}
	n := 1 + slices.IndexFunc(c.Revisions, func(r data.Revision) bool { return r.ID == g.o.Revision })
	measure := func(m Measure) data.PublicMeasure {
		p := data.PublicMeasure{Brackets: m.Brackets, Options: m.Options + m.Alts, Open: m.InDoubt, Parts: m.Parts}
		if internal {
			p.Open = m.Pending
		}
		return p
	}
	out := &g.r.Converging
	for i, r := range c.Revisions[:n] {
		out.Revisions = append(out.Revisions, publicRevision(r))
		out.Totals = append(out.Totals, measure(c.Totals[i]))
	}
	headings := map[data.ID]data.PublicHeading{}
	for _, r := range c.Rows {
		headings[r.Provision] = r.PublicHeading
		row := data.PublicRow{PublicHeading: r.PublicHeading, Path: r.Path}
		for _, cell := range r.Cells[:n] {
			row.There = append(row.There, cell.There)
			row.Measures = append(row.Measures, measure(cell.Measure))
		}
		if slices.Contains(row.There, true) {
			out.Rows = append(out.Rows, row)
		}
	}
	for _, l := range c.LastToObject {
		if !internal || n < len(c.Revisions) {
			break
		}
		x := data.ReportObjection{PublicHeading: headings[l.Provision], Path: l.Path, Brackets: l.Brackets}
		for _, o := range l.Ours {
			x.Ours = append(x.Ours, data.ReportOurs{Path: o.Path, Stance: o.Stance, Kind: o.Kind})
		}
		g.r.LastToObject = append(g.r.LastToObject, x)
	}
	return nil
}
