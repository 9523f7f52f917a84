package participation

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/force"
	"travaux/export"
)

// statePart shows one State: how it stands and each of its instruments.
type statePart struct {
	page *Page
	body *fyne.Container
	all  fyne.CanvasObject
	open data.ID // the instrument that is being changed; zero: none
}

func newStatePart(p *Page) *statePart {
	s := &statePart{page: p, body: look.Column()}
	s.all = page.Scroll(look.Inset(10, 10, 14, 14, s.body))
	return s
}

func (s *statePart) object() fyne.CanvasObject { return s.all }

func (s *statePart) show() {
	p, loc := s.page, s.page.room.Loc
	s.body.Objects = nil
	if p.party == "" {
		none := look.Wrapped(loc.T("participation.state.none"))
		none.Colour = look.ColourMuted
		s.body.Add(none)
		s.body.Refresh()
		return
	}
	w := p.world
	its, _ := w.now.Of(p.party)
	s.body.Add(look.Heading(w.name(p.party)))
	stands := look.Wrapped(strings.Join(export.StandingWords(its, w.day, loc), " · "))
	stands.Colour = standingColour(its, w.day)
	s.body.Add(stands)
	if !its.InForce.IsZero() && w.day.Before(its.InForce) {
		s.body.Add(look.Wrapped(loc.N("participation.state.countdown", force.Until(w.day, its.InForce))))
	}
	for _, i := range w.of(p.party) {
		s.body.Add(look.Rule())
		if i.ID == s.open {
			s.body.Add(s.editor(i))
		} else {
			s.body.Add(s.line(i))
		}
	}
	s.body.Refresh()
}

// line is one instrument as it was recorded.
func (s *statePart) line(i data.Instrument) fyne.CanvasObject {
	p, loc := s.page, s.page.room.Loc
	words := look.Wrapped(loc.T("participation.standing.bound", "kind", loc.Name("instrument", string(i.Kind)), "date", loc.Date(i.Date.Year, i.Date.Month, i.Date.Day)))
	words.Bold = true
	out := look.Stack(words)
	if i.Remark != "" {
		out.Add(look.Content(i.Remark, ""))
	}
	if d := force.DoubtOf(p.world.treaty, p.world.instruments, i, p.world.kind, data.Today()); d != "" {
		doubt := look.Wrapped(loc.T("participation.doubt." + string(d)))
		doubt.Colour = look.ColourReturned
		out.Add(doubt)
	}
	edit := look.NewIconButton(look.IconEdit, "", func() { s.open = i.ID; s.show() }).WithTip(loc.T("participation.state.edit"))
	less := look.NewIconButton(look.IconDelete, "", func() { s.remove(i.ID) }).WithTip(loc.T("participation.state.delete"))
	return look.Border(nil, nil, nil, look.Top(look.Row(edit, less)), out)
}

// editor changes one instrument.
func (s *statePart) editor(i data.Instrument) fyne.CanvasObject {
	p, loc := s.page, s.page.room.Loc
	kind := look.NewSelect(kindNames(p), kindIndex(i.Kind), nil)
	date, remark := textview.NewField(), textview.NewField()
	date.SetText(i.Date.String())
	remark.SetText(i.Remark)
	cancel := func() { s.open = data.ID{}; s.show() }
	save := func() {
		day, err := data.ParseDate(strings.TrimSpace(date.Text()))
		if err != nil {
			p.room.Fail(err)
			return
		}
		i.Kind, i.Date, i.Remark = data.InstrumentKinds[max(kind.Chosen(), 0)], day, strings.TrimSpace(remark.Text())
		p.room.Act(func(ctx context.Context) error {
			_, err := p.room.Desk.Instruments().Set(ctx, i)
			return err
		}, func() { s.open = data.ID{}; p.Refresh() })
	}
	for _, f := range []*textview.Field{date, remark} {
		f.OnEscaped, f.OnSubmitted = cancel, func(string) { save() }
	}
	return look.Column(
		page.Columns([]float32{3, 2}, page.Labelled(loc.T("participation.entry.kind"), kind), page.Labelled(loc.T("participation.entry.when"), date)),
		page.Labelled(loc.T("participation.state.remark"), remark),
		look.Row(look.NewButton(loc.T("common.cancel"), cancel).Rank(look.Quiet), look.Space(), look.NewPrimary(loc.T("participation.form.save"), save)))
}

// remove takes an instrument away.
func (s *statePart) remove(id data.ID) {
	p := s.page
	p.room.Act(func(ctx context.Context) error { return p.room.Desk.Instruments().Delete(ctx, id) }, p.Refresh)
}
