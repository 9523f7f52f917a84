package page

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
	"travaux/translations"
)

// Papers is where a page makes one paper in the languages that are ticked, for the
// outside or for us.
type Papers struct {
	Object fyne.CanvasObject

	room   *room.Room
	langs  map[data.Lang]*look.Check
	format *look.Select
	ours   *look.Check
	made   *look.Text
	kind   paper.Elsewhere
	make   func(lang data.Lang, ours bool) (export.Document, error)
}

// NewPapers makes it. The files are called by the kind; make writes the paper. One
// for the outside is read back and refused if anything confidential is in it, one
// for us unless it is marked on every page.
func NewPapers(r *room.Room, kind paper.Elsewhere, make func(lang data.Lang, ours bool) (export.Document, error)) *Papers {
	loc := r.Loc
	p := &Papers{room: r, langs: map[data.Lang]*look.Check{}, made: look.Wrapped(""), kind: kind, make: make}
	p.made.Hide()
	row := look.Flow()
	for _, lang := range data.Langs {
		p.langs[lang] = look.NewCheck(translations.Endonym(string(lang)), string(lang) == loc.Lang(), nil)
		row.Add(p.langs[lang])
	}
	var names []string
	for _, f := range formats.All {
		names = append(names, f.Name(loc))
	}
	p.format = look.NewSelect(names, 0, nil)
	p.ours = look.NewCheck(loc.T("papers.ours"), false, nil)
	folder := NewFolder(r, p.Make)
	button := look.NewPrimary(loc.T("papers.make-here"), folder.Make)
	p.Object = look.Column(look.Muted(loc.T("papers.in-languages")), row, p.ours, folder.Object, look.Row(look.Muted(loc.T("papers.format")), p.format, look.Space(), button), p.made)
	return p
}

// Make writes the papers into a folder.
func (p *Papers) Make(dir string) {
	var langs []data.Lang
	for _, lang := range data.Langs {
		if p.langs[lang].Ticked() {
			langs = append(langs, lang)
		}
	}
	ours, format := p.ours.Ticked(), formats.All[max(p.format.Chosen(), 0)]
	MakePapers(p.room, dir, p.made, langs, Making{
		Work: paper.Work{
			Kind: p.kind, Date: data.Today(), Ours: ours,
			Document: func(_ context.Context, lang data.Lang) (export.Document, error) { return p.make(lang, ours) },
		},
		Name: FileName(p.room.Loc.T(p.kind.Name)), Formats: []export.Format{format},
	})
}
