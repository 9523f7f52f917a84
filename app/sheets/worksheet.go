package sheets

import (
	"context"

	"travaux/app/page"
	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
	"travaux/export/paper"
	"travaux/export/xlsx"
	"travaux/translations"
)

// Worksheet is what the desk gives to be worked on outside: positions with words in some
// languages, or views. Names and numbers stand in it in lang. Positions are the
// delegation's own, approved or not: every page bears the marking. It raises what
// Desk.PositionRows raises.
func Worksheet(d *desk.Desk, kind data.SheetKind, lang data.Lang, langs []data.Lang, state string) (xlsx.Worksheet, error) {
	n := d.Negotiation()
	w := xlsx.Worksheet{Langs: langs, Title: n.Title.In(lang), Author: state, Date: data.Today(), Secrets: d.Secrets()}
	if s := n.StateName.In(lang); s != "" {
		w.Author = s
	}
	positions, err := d.PositionRows(lang, langs)
	if err != nil {
		return w, err
	}
	w.Sheet, w.Places = positions, positions.Rows
	if kind == data.SheetViews {
		w.Sheet, err = d.ViewRows(lang)
		return w, err
	}
	w.Marking = export.Handling(d.Level(), translations.New(string(lang)))
	return w, nil
}

// Make makes the file of a worksheet, and says what it is called.
func Make(ctx context.Context, w xlsx.Worksheet, loc *translations.Localizer) (paper.Made, error) {
	kind := paper.PositionRows
	if w.Kind == data.SheetViews {
		kind = paper.ViewRows
	}
	content, certificate, err := w.File(ctx)
	return paper.Made{
		Order: data.PaperOrder{Kind: kind.ID, Date: w.Date}, Name: page.FileName(loc.T(kind.Name) + " " + w.Date.String()),
		Files: []paper.File{{Ending: xlsx.Format.Ending, Content: content, Certificate: certificate}},
	}, err
}
