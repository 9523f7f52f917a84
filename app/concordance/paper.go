package concordance

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/export"
	"travaux/export/paper"
	"travaux/translations"
)

// paperForm is the tab that makes the correction note from what is confirmed.
type paperForm struct {
	page   *Page
	about  *look.Text
	langs  map[data.Lang]*look.Check
	date   *textview.Field
	folder *page.Folder
	made   *look.Text
	object fyne.CanvasObject
}

func newPaperForm(p *Page) *paperForm {
	loc := p.room.Loc
	f := &paperForm{page: p, langs: map[data.Lang]*look.Check{}, about: look.Wrapped(""), made: look.Wrapped("")}
	f.about.Colour = look.ColourMuted
	f.made.Hide()
	var checks []fyne.CanvasObject
	for _, lang := range data.Langs {
		f.langs[lang] = look.NewCheck(translations.Endonym(string(lang)), string(lang) == loc.Lang(), nil)
		checks = append(checks, f.langs[lang])
	}
	f.date = textview.NewField()
	f.date.SetText(data.Today().String())
	f.date.Placeholder = loc.T("papers.date.form")
	back := func() { p.page.Focus(p.tabs) }
	f.date.OnEscaped = back
	f.folder = page.NewFolder(p.room, func(string) { f.start() })
	f.folder.OnEscaped(back)
	f.object = page.Scroll(look.Inset(8, 10, 14, 14, look.Column(
		f.about,
		look.Heading(loc.T("papers.languages")),
		page.Columns([]float32{1, 1, 1, 1, 1, 1}, checks...),
		page.Columns([]float32{1, 3},
			page.Labelled(loc.T("papers.date"), f.date),
			f.folder.Object),
		look.Row(look.NewPrimary(loc.T("concord.paper.make"), f.start)),
		f.made,
	)))
	return f
}

// tell says what would be in the note.
func (f *paperForm) tell() {
	n := 0
	for _, x := range f.page.places {
		if x.decided != nil && x.decided.Confirmed {
			n++
		}
	}
	f.about.SetText(f.page.room.Loc.N("concord.paper.about", n))
}

// start makes the notes.
func (f *paperForm) start() {
	p := f.page
	o := noteOrder{places: p.places, text: p.text, name: page.FileName(strings.ReplaceAll(p.room.Loc.T(paper.Corrections.Name), " ", "-")), folder: f.folder.Dir()}
	for _, lang := range data.Langs {
		if f.langs[lang].Ticked() {
			o.langs = append(o.langs, lang)
		}
	}
	date, err := data.ParseDate(strings.TrimSpace(f.date.Text()))
	if err != nil {
		p.room.Fail(err)
		return
	}
	if o.date = date; date.IsZero() {
		o.date = data.Today()
	}
	if !o.anything() {
		p.room.Toast(p.room.Loc.T("concord.paper.nothing"))
		return
	}
	page.MakePapers(p.room, o.folder, f.made, o.langs, page.Making{Work: o.work(p.room.Desk), Name: o.name})
}

// noteOrder is what notes are to be made.
type noteOrder struct {
	places       []place
	text         *desk.Text
	langs        []data.Lang
	date         data.Date
	folder, name string
}

// anything reports whether something is confirmed.
func (o noteOrder) anything() bool {
	for _, x := range o.places {
		if x.decided != nil && x.decided.Confirmed {
			return true
		}
	}
	return false
}

// work is the note, in every language.
func (o noteOrder) work(d *desk.Desk) paper.Work {
	return paper.Work{Kind: paper.Corrections, Date: o.date, Document: func(_ context.Context, lang data.Lang) (export.Document, error) {
		m, err := d.Corrections(desk.CorrectionOptions{Lang: lang, Date: o.date, StateName: states.Name(d.Negotiation().State, lang), Says: o.says})
		if err != nil {
			return export.Document{}, err
		}
		return export.CorrectionNote(m, translations.New(string(lang))), nil
	}}
}

// says tells what the versions say in the matter of a decision.
func (o noteOrder) says(d data.Discordance) ([]data.PublicSaying, []data.Lang) {
	for _, x := range o.places {
		if x.decided != nil && x.decided.ID == d.ID {
			return sayings(o.text, x.finding), x.finding.Langs
		}
	}
	return nil, nil
}
