package revisions

import (
	"context"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/redline/align"
	"travaux/data/states"
	"travaux/export"
	"travaux/export/paper"
	"travaux/translations"
)

// reportOrder is what reports are to be made.
type reportOrder struct {
	revision data.ID
	langs    []data.Lang
	date     data.Date
	internal bool
	folder   string
	name     string // of the files, without language and ending
}

func (o reportOrder) options(d *desk.Desk, lang data.Lang) desk.ReportOptions {
	return desk.ReportOptions{
		Lang: lang, Date: o.date, Revision: o.revision, StateName: states.Name(d.Negotiation().State, lang),
		Proponents: func(list []data.Proponent) string { return states.WriteProponents(list, lang) },
	}
}

// work is the report: of one for the outside nothing that is ours is in it, one for us
// is marked on every page.
func (o reportOrder) work(d *desk.Desk) paper.Work {
	return paper.Work{Kind: paper.Revised, Date: o.date, Ours: o.internal, Document: func(ctx context.Context, lang data.Lang) (export.Document, error) {
		loc := translations.New(string(lang))
		if o.internal {
			r, c, err := d.InternalReport(ctx, o.options(d, lang))
			if err != nil {
				return export.Document{}, err
			}
			return export.InternalReport(r, c, loc), nil
		}
		r, c, err := d.PublicReport(ctx, o.options(d, lang))
		if err != nil {
			return export.Document{}, err
		}
		return export.RevisionReport(r, c, loc), nil
	}}
}

// Report is the report on the current revision without a window: for the outside, or for
// the delegation.
func Report(d *desk.Desk, date data.Date, internal bool) paper.Work {
	return reportOrder{date: date, internal: internal}.work(d)
}

// reportFact is a part of the report, and how much is in it.
type reportFact struct{ what, number string }

// facts tell what will be in the report.
func (o reportOrder) facts(ctx context.Context, d *desk.Desk, loc *translations.Localizer) (list []reportFact, err error) {
	add := func(id string, n int) {
		list = append(list, reportFact{loc.T(id), loc.Number(n)})
	}
	options := o.options(d, data.Lang(loc.Lang()))
	var r data.InternalReport
	changed := 0
	if o.internal {
		in, c, failed := d.InternalReport(ctx, options)
		r, changed, err = in, changedPairs(c.Pairs), failed
	} else {
		out, c, failed := d.PublicReport(ctx, options)
		r.PublicReport, changed, err = out, changedPairs(c.Pairs), failed
	}
	if err != nil {
		return nil, err
	}
	if o.internal {
		add("report.waiting", len(r.Waiting))
		add("report.lapsed", len(r.Lapsed))
		add("report.orphans", len(r.Orphans))
		add("report.last", len(r.LastToObject))
	}
	add("report.taken", len(r.Taken))
	add("report.changes", changed)
	add("report.convergence", len(r.Converging.Rows))
	return list, nil
}

// changedPairs counts the pairs in which something changed.
func changedPairs(pairs []align.Pair) (n int) {
	for _, p := range pairs {
		if p.Kind != data.PairUnchanged {
			n++
		}
	}
	return n
}
