package page

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/export"
	"travaux/export/formats"
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
	name   string
	make   func(lang data.Lang, ours bool) (export.Document, error)
}

// NewPapers makes it. name is what the files are called; make writes the paper. One
// for the outside is read back and refused if anything confidential is in it, one
// for us unless it is marked on every page.
func NewPapers(r *room.Room, name string, make func(lang data.Lang, ours bool) (export.Document, error)) *Papers {
	loc := r.Loc
	p := &Papers{room: r, langs: map[data.Lang]*look.Check{}, made: look.Wrapped(""), name: name, make: make}
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
	if len(langs) == 0 {
		p.room.Toast(p.room.Loc.T("papers.empty.languages"))
		return
	}
	ours, format := p.ours.Ticked(), formats.All[max(p.format.Chosen(), 0)]
	var paths []string
	p.room.Run(func(ctx context.Context, progress data.Progress) (err error) {
		paths, err = MakeFiles(dir, FileName(p.name), format.Ending, langs, progress, func(lang data.Lang) ([]byte, error) {
			doc, err := p.make(lang, ours)
			if err != nil {
				return nil, err
			}
			var file []byte
			if ours {
				file, _, err = format.Marked(ctx, doc, export.FileOptions{})
			} else {
				file, _, err = format.Checked(ctx, doc, export.FileOptions{}, p.room.Desk.Secrets())
			}
			return file, err
		})
		return err
	}, func() {
		RememberFolder(dir)
		TellMade(p.room, p.made, paths)
	})
}
