package papers

import (
	"context"

	"travaux/app/page"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/export"
	"travaux/export/pdf"
	"travaux/translations"
)

// order is what papers are to be made.
type order struct {
	langs    []data.Lang
	date     data.Date
	approved bool // approved positions only
	archive  bool // PDF/A-1b
	folder   string
	name     string // of the files, without language and ending
	cite     func(path string) string
}

func (o order) options(lang data.Lang) desk.PublicOptions {
	return desk.PublicOptions{Lang: lang, Date: o.date, ApprovedOnly: o.approved, Cite: o.cite}
}

// make makes all papers, and only then writes them. It returns their paths.
func (o order) make(ctx context.Context, d *desk.Desk, progress data.Progress) ([]string, error) {
	state, secrets := d.Negotiation().State, d.Secrets()
	return page.MakeFiles(o.folder, o.name, ".pdf", o.langs, progress, func(lang data.Lang) ([]byte, error) {
		brief, err := d.Public(o.options(lang), states.Name(state, lang))
		if err != nil {
			return nil, err
		}
		brief.Signature = d.SignPaper(export.Manifest(brief, export.Dress{}))
		doc := export.PositionPaper(brief, translations.New(string(lang)))
		return pdf.Checked(ctx, doc, pdf.Options{PDFA: o.archive}, secrets)
	})
}
