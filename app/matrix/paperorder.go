package matrix

import (
	"context"
	"time"

	"travaux/app/page"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/data/tally"
	"travaux/export"
	"travaux/export/paper"
	"travaux/translations"
)

// paperOrder is what papers are to be made.
type paperOrder struct {
	internal  bool
	questions []tally.Question
	trend     tally.Question
	group     string
	since     time.Time
	langs     []data.Lang
	date      data.Date
	folder    string
	name      string // of the files, without language and ending
}

// work is the paper: of one for the outside nothing that is ours is in it, one for us is
// marked on every page.
func (o paperOrder) work(d *desk.Desk) paper.Work {
	return paper.Work{Kind: paper.WithUs, Date: o.date, Ours: o.internal, Document: func(_ context.Context, lang data.Lang) (export.Document, error) {
		loc, options := translations.New(string(lang)), o.options(d, lang)
		if o.internal {
			m, err := d.InternalMatrix(options)
			if err != nil {
				return export.Document{}, err
			}
			return export.InternalMatrix(m, loc), nil
		}
		m, err := d.PublicMatrix(options)
		if err != nil {
			return export.Document{}, err
		}
		return export.MatrixPaper(m, loc), nil
	}}
}

func (o paperOrder) options(d *desk.Desk, lang data.Lang) desk.MatrixOptions {
	loc := translations.New(string(lang))
	options := desk.MatrixOptions{
		Lang: lang, Date: o.date, StateName: states.Name(d.Negotiation().State, lang),
		Proponents: func(p data.Proposal) string { return page.Proponents(loc, p) },
		Questions:  o.questions, Trend: o.trend, Group: o.group, Since: o.since,
	}
	if o.group != "" {
		options.GroupName = groupName(d.Register(), o.group, lang)
	}
	return options
}
