package coverage

import (
	"cmp"
	"context"
	"strings"

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

// paperFoot is the foot of the page, where the checklist is made a paper.
type paperFoot struct {
	page   *Page
	langs  map[data.Lang]*look.Check
	made   *look.Text
	object fyne.CanvasObject
}

func newPaperFoot(p *Page) *paperFoot {
	loc := p.room.Loc
	x := &paperFoot{page: p, langs: map[data.Lang]*look.Check{}, made: look.Wrapped("")}
	x.made.Hide()
	var row []fyne.CanvasObject
	for _, lang := range data.Langs {
		x.langs[lang] = look.NewCheck(translations.Endonym(string(lang)), string(lang) == loc.Lang(), nil)
		row = append(row, x.langs[lang])
	}
	row = append(row, look.Space(), look.NewPrimary(loc.T("coverage.paper.make"), func() { page.ChooseFolder(p.room, page.LastFolder(), x.make) }))
	x.object = look.Column(look.Row(row...), x.made)
	return x
}

// make writes the paper in every language that is ticked into a folder; it is read
// back and refused if anything confidential is in it.
func (x *paperFoot) make(dir string) {
	f, r := x.page.facts, x.page.room
	if f.reading == nil {
		r.Toast(r.Loc.T("coverage.none"))
		return
	}
	var langs []data.Lang
	for _, lang := range data.Langs {
		if x.langs[lang].Ticked() {
			langs = append(langs, lang)
		}
	}
	page.MakePapers(r, dir, x.made, langs, page.Making{
		Work: paper.Work{Kind: paper.Coverage, Date: data.Today(), Document: func(_ context.Context, lang data.Lang) (export.Document, error) {
			return export.CoveragePaper(paperOf(r.Desk, f, lang), translations.New(string(lang))), nil
		}},
		Name: page.FileName(strings.ReplaceAll(r.Loc.T(paper.Coverage.Name), " ", "-")),
	})
}

// paperOf is what the paper in a language is made from.
func paperOf(d *desk.Desk, f *facts, lang data.Lang) export.Coverage {
	n := d.Negotiation()
	c := export.Coverage{
		Lang: lang, Title: n.Title.In(lang), State: cmp.Or(n.StateName.In(lang), states.Name(n.State, lang)), Body: n.Body.In(lang), Session: n.Session.In(lang), Symbol: f.revision.Symbol,
		Date: data.Today(), Paths: f.paths, Standings: f.reading.Decide(d.Coverings().All()),
	}
	for _, line := range strings.Split(n.Letterhead.In(lang), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			c.Letterhead = append(c.Letterhead, line)
		}
	}
	for _, b := range f.beside {
		c.Beside = append(c.Beside, export.Beside{Name: b.work.Name(lang), Params: b.params})
	}
	return c
}
