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
	"travaux/export/pdf"
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

// make makes all papers, and only then writes them. It returns their paths. One for
// the outside is read back and refused if anything confidential is in it, one for us
// unless it is marked on every page.
func (o paperOrder) make(ctx context.Context, d *desk.Desk, progress data.Progress) ([]string, error) {
	return page.MakeFiles(o.folder, o.name, ".pdf", o.langs, progress, func(lang data.Lang) ([]byte, error) {
		return o.one(ctx, d, lang)
	})
}

func (o paperOrder) one(ctx context.Context, d *desk.Desk, lang data.Lang) ([]byte, error) {
	loc := translations.New(string(lang))
	options := desk.MatrixOptions{
		Lang: lang, Date: o.date, StateName: states.Name(d.Negotiation().State, lang),
		Proponents: func(p data.Proposal) string { return page.Proponents(loc, p) },
		Questions:  o.questions, Trend: o.trend, Group: o.group, Since: o.since,
	}
	if o.group != "" {
		options.GroupName = groupName(d.Register(), o.group, lang)
	}
	if o.internal {
		m, err := d.InternalMatrix(options)
		if err != nil {
			return nil, err
		}
		return pdf.Marked(ctx, export.InternalMatrix(m, loc), pdf.Options{})
	}
	m, err := d.PublicMatrix(options)
	if err != nil {
		return nil, err
	}
	return pdf.Checked(ctx, export.MatrixPaper(m, loc), pdf.Options{}, d.Secrets())
}
