package monitoring

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/export"
	"travaux/export/paper"
	"travaux/translations"
)

// Kinds of papers, in the order in which they are offered.
const (
	paperSynthesis = iota
	paperRegister
	paperParty
	paperObligation
	paperDraw
)

var paperKinds = []paper.Elsewhere{paper.Synthesis, paper.Register, paper.Fulfilment, paper.Obligation, paper.Drawn}

// paperForm is the tab that makes the papers.
type paperForm struct {
	page   *Page
	kind   *look.Select
	which  *look.Select
	langs  map[data.Lang]*look.Check
	folder *page.Folder
	made   *look.Text
	object fyne.CanvasObject
}

func newPaperForm(p *Page) *paperForm {
	loc := p.room.Loc
	f := &paperForm{page: p, langs: map[data.Lang]*look.Check{}, made: look.Wrapped("")}
	var kinds []string
	for _, k := range paperKinds {
		kinds = append(kinds, loc.T(k.Name))
	}
	f.kind = look.NewSelect(kinds, paperSynthesis, func(int) { f.tell() })
	f.which = look.NewSelect(nil, 0, func(int) {})
	langs := look.Column()
	for i := 0; i < len(data.Langs); i += 3 {
		var row []fyne.CanvasObject
		for _, lang := range data.Langs[i : i+3] {
			f.langs[lang] = look.NewCheck(translations.Endonym(string(lang)), string(lang) == loc.Lang(), nil)
			row = append(row, f.langs[lang])
		}
		langs.Add(page.Columns([]float32{1, 1, 1}, row...))
	}
	f.folder = page.NewFolder(p.room, func(string) { f.start() })
	f.folder.OnEscaped(func() { p.page.Close() })
	f.made.Hide()
	about := look.Wrapped(loc.T("monitoring.paper.about"))
	about.Colour = look.ColourMuted
	f.object = page.Scroll(look.Inset(10, 10, 14, 14, look.Column(
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("monitoring.paper.kind"), f.kind), page.Labelled(loc.T("monitoring.paper.which"), f.which)),
		about,
		look.Heading(loc.T("papers.languages")), langs,
		f.folder.Object,
		look.Row(look.NewPrimary(loc.T("matrix.paper.make"), f.start)),
		f.made,
	)))
	return f
}

// tell offers of what the chosen kind of paper can be.
func (f *paperForm) tell() {
	p, loc := f.page, f.page.room.Loc
	var names []string
	switch f.kind.Chosen() {
	case paperParty:
		for _, code := range p.parties(p.room) {
			names = append(names, p.name(code))
		}
	case paperObligation:
		for _, o := range p.Followed() {
			names = append(names, p.what(o))
		}
	case paperDraw:
		for _, x := range p.draws {
			c, _ := p.cycle(x.Cycle)
			names = append(names, loc.T("monitoring.fact", "what", p.cycleName(c), "state", date(loc, x.Date)))
		}
	default:
		names = []string{loc.T("monitoring.paper.all")}
	}
	f.which.SetOptions(names, min(max(f.which.Chosen(), 0), len(names)-1))
}

// start makes the chosen paper in the chosen languages.
func (f *paperForm) start() {
	p := f.page
	kind, which := f.kind.Chosen(), f.which.Chosen()
	if which < 0 {
		p.room.Toast(p.room.Loc.T("monitoring.paper.nothing"))
		return
	}
	var langs []data.Lang
	for _, lang := range data.Langs {
		if f.langs[lang].Ticked() {
			langs = append(langs, lang)
		}
	}
	facts, order := p.facts, p.parties(p.room)
	page.MakePapers(p.room, f.folder.Dir(), f.made, langs, page.Making{
		Work: paper.Work{Kind: paperKinds[kind], Date: data.Today(), Document: func(_ context.Context, lang data.Lang) (export.Document, error) {
			return facts.document(p.room.Desk, lang, kind, which, order), nil
		}},
		Name: page.FileName(p.room.Loc.T(paperKinds[kind].Name)),
	})
}

// document is a paper of a kind on the one that was chosen.
func (f facts) document(d *desk.Desk, lang data.Lang, kind, which int, parties []string) export.Document {
	loc, x := translations.New(string(lang)), f.fulfilment(d, lang)
	switch kind {
	case paperRegister:
		return export.ObligationRegister(x, loc)
	case paperParty:
		return export.PartyPage(x, parties[which], loc)
	case paperObligation:
		return export.ObligationPage(x, f.Followed()[which], loc)
	case paperDraw:
		return export.DrawRecord(x, f.draws[which], loc)
	}
	return export.Synthesis(x, loc)
}

// fulfilment is what papers are made from: nothing that is confidential.
func (f facts) fulfilment(d *desk.Desk, lang data.Lang) export.Fulfilment {
	reg, loc, n := d.Register(), translations.New(string(lang)), d.Negotiation()
	out := export.Fulfilment{
		Lang: lang, Treaty: f.treaty.Title.In(lang), State: states.Name(n.State, lang), Facts: f.Facts, Reviews: f.reviews,
		Name:   func(code string) string { return page.Party(loc, reg, code) },
		Region: func(group string) string { return reg.GroupName(group, lang) },
		Path: func(id data.ID) string {
			if f.text == nil {
				return ""
			}
			p, _ := f.text.Find(id)
			return p.Path
		},
	}
	out.Facts.Assessments = slices.DeleteFunc(slices.Clone(f.Assessments), func(a data.Assessment) bool { return a.Confidential })
	return out
}
