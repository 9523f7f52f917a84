package coverage

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/mechanism"
	"travaux/export"
)

// Page is the page while it is shown.
type Page struct {
	room *room.Room
	page *page.Page

	facts  *facts
	tally  *look.Text
	list   *look.List
	all    []mechanism.Standing // what is missing first
	chosen string               // name of the requirement in the detail
	detail *detail
	paper  *paperFoot
}

// Show covers the window with the page.
func Show(r *room.Room) *Page {
	p := &Page{room: r, facts: &facts{}, tally: look.Wrapped("")}
	p.tally.Bold = true
	p.detail, p.paper = newDetail(p), newPaperFoot(p)
	p.list = look.NewList(func() int { return len(p.all) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { p.tell(row.(*page.TwoLines), p.all[i]) },
		func(i int) {
			if i < len(p.all) {
				p.choose(p.all[i].Name)
			}
		})
	p.list.OnOpen = func(int) { p.detail.open() }
	start := look.Border(look.Inset(8, 8, 12, 8, p.tally), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.page = page.Show(r, r.Loc.T("coverage.title"), look.NewSplit(page.AtLeast(320, start), page.Scroll(look.Inset(8, 12, 14, 14, p.detail.object)), 0.42), p.paper.object)
	p.page.OnKey = p.key
	p.page.Focus(p.list)
	p.read()
	return p
}

// Keys of the page that are no commands.
const (
	yesKey  = fyne.KeyC
	noKey   = fyne.KeyD
	openKey = fyne.KeyG
)

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	const where = "coverage.title"
	return []room.Key{
		{Where: where, Keys: []string{string(yesKey)}, Title: "coverage.yes"},
		{Where: where, Keys: []string{string(noKey)}, Title: "coverage.no"},
		{Where: where, Keys: []string{string(openKey), "Return"}, Title: "coverage.open"},
	}
}

func (p *Page) key(key fyne.KeyName) bool {
	switch key {
	case yesKey:
		p.detail.answer(data.CoveringYes)
	case noKey:
		p.detail.answer(data.CoveringNo)
	case openKey:
		p.detail.open()
	default:
		return false
	}
	return true
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the desk as it is now; what is being typed stays.
func (p *Page) Refresh() { p.read() }

// read reads text and library, which takes its time, and shows them.
func (p *Page) read() {
	lang, last := p.room.Selection.Lang(), p.facts
	var now *facts
	p.room.Run(func(ctx context.Context, progress data.Progress) (err error) {
		now, err = read(ctx, p.room.Desk, lang, last, progress)
		return err
	}, func() {
		p.facts = now
		p.set()
	})
}

// set shows what was read, with what was decided.
func (p *Page) set() {
	if p.facts.reading == nil {
		p.all = nil
		p.tally.SetText(p.room.Loc.T("coverage.none"))
		p.list.Refresh()
		p.detail.show(nil)
		return
	}
	p.all = mechanism.ByNeed(p.facts.reading.Decide(p.room.Desk.Coverings().All()))
	p.tally.SetText(export.CoverageTally(p.all, p.room.Loc))
	p.list.Refresh()
	at := max(slices.IndexFunc(p.all, func(s mechanism.Standing) bool { return s.Name == p.chosen }), 0)
	p.list.Mark(at)
	p.choose(p.all[at].Name)
}

// choose shows a requirement in the detail.
func (p *Page) choose(name string) {
	p.chosen = name
	for i := range p.all {
		if p.all[i].Name == name {
			p.detail.show(&p.all[i])
		}
	}
}

// tell shows a requirement in the list: what it is, and where it is provided with
// what parameters.
func (p *Page) tell(v *page.TwoLines, s mechanism.Standing) {
	loc := p.room.Loc
	v.Title.SetText(loc.T("requirement." + s.Name))
	v.State.Colour = look.ColourMuted
	switch s.State() {
	case mechanism.StateMissing:
		words := loc.T("coverage.state.usual")
		if s.Essential {
			v.State.Colour = look.ColourDanger
			words = loc.T("coverage.state.missing")
		}
		v.State.SetText(words + " · " + loc.T("coverage.group."+string(s.Group)))
	case mechanism.StateNeedless:
		v.State.SetText(loc.T("coverage.state.needless"))
	default:
		if s.State() == mechanism.StateDecided {
			v.State.Colour = look.ColourApproved
		}
		parts := []string{p.cited(s.Places)}
		if words := export.ParamsWords(s.Params, loc); words != "" {
			parts = append(parts, words)
		}
		v.State.SetText(strings.Join(parts, " · "))
	}
	v.Refresh()
}

// cited names the provisions of places.
func (p *Page) cited(places []mechanism.Place) string {
	var ids []data.ID
	for _, place := range places {
		ids = append(ids, place.Provision)
	}
	return page.Cited(p.room, ids)
}

// decide records a decision on the requirement in the detail.
func (p *Page) decide(c data.Covering) {
	for _, old := range p.room.Desk.Coverings().All() {
		if old.Requirement == c.Requirement && old.Provision == c.Provision {
			c.Entry = old.Entry
		}
	}
	p.room.Act(func(ctx context.Context) error {
		_, err := p.room.Desk.Coverings().Set(ctx, c)
		return err
	}, func() {
		p.detail.recorded(c.Requirement)
		p.read()
	})
}

// back takes a decision back.
func (p *Page) back(id data.ID) {
	p.room.Act(func(ctx context.Context) error { return p.room.Desk.Coverings().Delete(ctx, id) }, p.read)
}
