package papers

import (
	"context"

	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
	"travaux/export/paper"
)

// order is what papers are to be made, and where.
type order struct {
	paper   data.PaperOrder
	langs   []data.Lang
	formats []export.Format
	how     export.FileOptions
	folder  string
	name    string // of the files, without draft, language and ending
}

// options are what of our positions the paper says in a language.
func (o order) options(lang data.Lang, cite func(path string) string) desk.PublicOptions {
	day := o.paper.Date
	if day.IsZero() {
		day = data.Today()
	}
	return desk.PublicOptions{Lang: lang, Date: day, ApprovedOnly: o.paper.ApprovedOnly, Cite: cite}
}

// make makes all files; none is written yet.
func (o order) make(ctx context.Context, d *desk.Desk, progress data.Progress) ([]paper.Made, error) {
	files, err := paper.Make(ctx, d, o.paper, paper.How{Langs: o.langs, Formats: o.formats, Options: o.how}, progress)
	return []paper.Made{{Order: o.paper, Name: o.name, Files: files}}, err
}
