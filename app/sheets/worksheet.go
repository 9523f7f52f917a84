package sheets

import (
	"travaux/data"
	"travaux/data/desk"
	"travaux/export/xlsx"
)

// Worksheet is what the desk gives to be worked on outside: positions with words in some
// languages, or views. Names and numbers stand in it in lang. It raises what
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
	}
	return w, err
}
