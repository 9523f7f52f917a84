package amendments

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/export"
	"travaux/export/paper"
	"travaux/translations"
)

// paperForm writes what is shown as papers.
type paperForm struct {
	page   *Page
	kind   *look.Select
	langs  map[data.Lang]*look.Check
	about  *look.Text
	folder *page.Folder
	made   *look.Text
	object fyne.CanvasObject
}

// Kinds of papers, in the order in which they are offered.
const (
	paperStatus = iota
	paperText
	paperRedline
)

var paperKinds = []paper.Elsewhere{paper.Amendment, paper.Amended, paper.AmendedLines}

func newPaperForm(p *Page) *paperForm {
	loc := p.room.Loc
	f := &paperForm{page: p, langs: map[data.Lang]*look.Check{}, about: look.MutedWrapped(""), made: look.Wrapped("")}
	langs := look.Column()
	for i := 0; i < len(data.Langs); i += 3 {
		var row []fyne.CanvasObject
		for _, lang := range data.Langs[i : i+3] {
			f.langs[lang] = look.NewCheck(translations.Endonym(string(lang)), string(lang) == loc.Lang(), nil)
			row = append(row, f.langs[lang])
		}
		langs.Add(page.Columns([]float32{1, 1, 1}, row...))
	}
	var kinds []string
	for _, k := range paperKinds {
		kinds = append(kinds, loc.T(k.Name))
	}
	f.kind = look.NewSelect(kinds, paperStatus, func(int) { f.tell() })
	f.folder = page.NewFolder(p.room, func(string) { f.start() })
	f.folder.OnEscaped(func() { p.page.Close() })
	f.made.Hide()
	f.object = page.Scroll(look.Inset(10, 10, 14, 14, look.Column(
		page.Labelled(loc.T("amendments.paper.kind"), f.kind), f.about,
		look.Heading(loc.T("papers.languages")), langs,
		f.folder.Object,
		look.Row(look.NewPrimary(loc.T("matrix.paper.make"), f.start)),
		f.made,
	)))
	f.tell()
	return f
}

// tell says what is in the chosen paper.
func (f *paperForm) tell() {
	ids := []string{"amendments.paper.status.note", "amendments.paper.text.note", "amendments.paper.redline.note"}
	f.about.SetText(f.page.room.Loc.T(ids[max(f.kind.Chosen(), 0)]))
}

// order is what is to be made.
type order struct {
	kind       int
	amendment  export.Amending
	party      string
	day, since data.Date
	langs      []data.Lang
	folder     string
	name       string
}

// order is what the form says now; ok is false where there is nothing to make, which
// is said.
func (f *paperForm) order() (o order, ok bool) {
	p, loc := f.page, f.page.room.Loc
	o = order{kind: f.kind.Chosen(), day: p.day, folder: f.folder.Dir()}
	o.party, o.since = p.text.chosen()
	for _, lang := range data.Langs {
		if f.langs[lang].Ticked() {
			o.langs = append(o.langs, lang)
		}
	}
	names := []string{loc.T("amend.paper.status"), loc.T("amend.paper.text"), loc.T("paper.compare.redline.short")}
	o.name = strings.ReplaceAll(names[o.kind], " ", "-") + "-" + o.day.String()
	if o.kind != paperStatus && o.party != "" { // of two parties there are two papers
		o.name += "-" + o.party
	}
	o.name = page.FileName(o.name)
	o.amendment, ok = p.status.amending()
	switch {
	case o.kind == paperStatus && !ok:
		p.room.Toast(loc.T("amendments.choose"))
		return o, false
	case o.kind == paperRedline && o.since.IsZero():
		p.room.Toast(loc.T("amendments.paper.since"))
		return o, false
	}
	return o, true
}

func (f *paperForm) start() {
	o, ok := f.order()
	if !ok {
		return
	}
	w := f.page.world
	page.MakePapers(f.page.room, o.folder, f.made, o.langs, page.Making{
		Work: paper.Work{Kind: paperKinds[o.kind], Date: o.day, Document: func(_ context.Context, lang data.Lang) (export.Document, error) { return o.document(w, lang), nil }},
		Name: o.name,
	})
}

// document is the paper in a language.
func (o order) document(w *world, lang data.Lang) export.Document {
	loc := translations.New(string(lang))
	if o.kind == paperStatus {
		return export.AmendmentStatus(w.on(o.amendment.Amendment, o.day, loc), lang, loc)
	}
	now, _ := w.consolidated(o.party, o.day, lang)
	if o.kind == paperText {
		return export.ConsolidatedText(now, loc)
	}
	before, _ := w.consolidated(o.party, o.since, lang)
	return export.ConsolidatedRedline(before, now, loc)
}
