package matrix

import (
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// paperForm is the tab that writes what the grid shows as a paper.
type paperForm struct {
	page    *Page
	langs   map[data.Lang]*look.Check
	variant *look.Select // for us, or for the outside
	about   *look.Text
	trend   *look.Check
	date    *textview.Field
	folder  *page.Folder
	made    *look.Text
	object  fyne.CanvasObject
}

// variants of the paper, in the order in which they are offered.
const (
	forUs = iota
	forOutside
)

func newPaperForm(p *Page) *paperForm {
	loc := p.room.Loc
	f := &paperForm{page: p, langs: map[data.Lang]*look.Check{}, about: look.Wrapped(""), made: look.Wrapped("")}
	langs := look.Column()
	for i := 0; i < len(data.Langs); i += 3 {
		var row []fyne.CanvasObject
		for _, lang := range data.Langs[i : i+3] {
			f.langs[lang] = look.NewCheck(translations.Endonym(string(lang)), string(lang) == loc.Lang(), nil)
			row = append(row, f.langs[lang])
		}
		langs.Add(page.Columns([]float32{1, 1, 1}, row...))
	}
	f.variant = look.NewSelect([]string{loc.T("report.form.internal"), loc.T("report.form.public")}, forUs, func(int) { f.tell() })
	f.about.Colour = look.ColourMuted
	f.made.Hide()
	f.trend = look.NewCheck(loc.T("matrix.paper.trend"), true, nil)
	f.date = textview.NewField()
	f.date.SetText(data.Today().String())
	f.date.Placeholder = loc.T("papers.date.form")
	back := func() { p.page.Focus(p.tabs) }
	f.date.OnEscaped = back
	f.folder = page.NewFolder(p.room, func(string) { f.start() })
	f.folder.OnEscaped(back)
	f.object = page.Scroll(look.Inset(10, 10, 14, 14, look.Column(
		page.Labelled(loc.T("report.form.variant"), f.variant),
		f.about,
		f.trend,
		look.Heading(loc.T("papers.languages")), langs,
		page.Labelled(loc.T("papers.date"), f.date),
		f.folder.Object,
		look.Row(look.NewPrimary(loc.T("matrix.paper.make"), f.start)),
		f.made,
	)))
	f.tell()
	return f
}

// tell says what is in the chosen variant.
func (f *paperForm) tell() {
	id := "matrix.paper.note"
	if f.variant.Chosen() == forUs {
		id = "matrix.paper.note.internal"
	}
	f.about.SetText(f.page.room.Loc.T(id))
}

// order is what the form says now; a wrong date is an error.
func (f *paperForm) order() (paperOrder, error) {
	p := f.page
	o := paperOrder{
		internal: f.variant.Chosen() == forUs, group: p.group(), since: p.since(), folder: f.folder.Dir(),
		name: page.FileName(strings.ReplaceAll(p.room.Loc.T("matrix.paper.title"), " ", "-")),
	}
	for _, lang := range data.Langs {
		if f.langs[lang].Ticked() {
			o.langs = append(o.langs, lang)
		}
	}
	for _, q := range p.facts.questions {
		o.questions = append(o.questions, q.of)
	}
	if f.trend.Ticked() && p.grid.col >= 0 {
		o.trend = p.facts.questions[p.grid.col].of
	}
	var err error
	o.date, err = data.ParseDate(strings.TrimSpace(f.date.Text()))
	if o.date.IsZero() {
		o.date = data.Today()
	}
	return o, err
}

// start makes the papers of what the grid shows.
func (f *paperForm) start() {
	o, err := f.order()
	if err != nil {
		f.page.room.Fail(err)
		return
	}
	if len(o.questions) == 0 {
		f.page.room.Toast(f.page.room.Loc.T("matrix.none"))
		return
	}
	page.MakePapers(f.page.room, o.folder, f.made, o.langs, page.Making{Work: o.work(f.page.room.Desk), Name: o.name})
}
