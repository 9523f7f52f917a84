package amendments

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/amend"
	"travaux/data/force"
	"travaux/export"
)

// status shows how an amendment stands on the day: timeline, calculation, and every
// party, with a line in which is typed what a party did.
type status struct {
	page *Page

	facts   *fyne.Container
	party   *textview.Field
	kind    *look.Select
	date    *textview.Field
	take    *look.Button
	list    *look.List
	parties []amend.Standing
	acting  *fyne.Container
	object  fyne.CanvasObject
}

func newStatus(p *Page) *status {
	loc := p.room.Loc
	s := &status{page: p, facts: look.Column(), party: p.field(), date: p.field()}
	s.party.Placeholder = loc.T("amendments.act.party")
	s.party.OnSubmitted = func(string) { s.record() }
	var kinds []string
	for _, k := range data.AmendmentActKinds {
		kinds = append(kinds, loc.Name("amendment-act", string(k)))
	}
	s.kind = look.NewSelect(kinds, 0, func(int) {})
	s.date.Placeholder = loc.T("papers.date.form")
	s.date.SetText(data.Today().String())
	s.date.OnSubmitted = func(string) { s.record() }
	record := look.NewPrimary(loc.T("amendments.act.record"), s.record)
	s.take = look.NewButton(loc.T("amendments.act.remove"), s.remove).Rank(look.Quiet)
	s.list = look.NewList(func() int { return len(s.parties) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { s.row(row.(*page.TwoLines), s.parties[i]) },
		func(i int) { s.party.SetText(s.parties[i].Party); s.offer() })
	s.acting = look.Column(
		page.Labelled(loc.T("amend.paper.party"), s.party),
		page.Columns([]float32{3, 2}, page.Labelled(loc.T("amend.paper.act"), s.kind), page.Labelled(loc.T("paper.field.date"), s.date)),
		look.Row(s.take, look.Space(), record))
	s.party.OnChanged = func(string) { s.offer() }
	end := look.Border(look.Inset(8, 6, 10, 10, s.acting), nil, nil, nil, look.Ground(look.ColourPaper, s.list))
	s.object = look.NewSplit(page.Scroll(look.Inset(8, 12, 12, 12, s.facts)), page.AtLeast(260, end), 0.58)
	return s
}

// amending is the amendment that is shown.
func (s *status) amending() (export.Amending, bool) {
	i := s.page.list.Selected()
	if i < 0 || i >= len(s.page.told) {
		return export.Amending{}, false
	}
	return s.page.told[i], true
}

func (s *status) show() {
	loc := s.page.room.Loc
	s.facts.Objects, s.parties = nil, nil
	a, ok := s.amending()
	look.SetShown(s.acting, ok)
	if !ok {
		none := look.Wrapped(loc.T("amendments.choose"))
		none.Colour = look.ColourMuted
		s.facts.Add(none)
	} else {
		s.facts.Add(look.Heading(a.Amendment.Title.In(data.Lang(loc.Lang()))))
		for _, f := range a.Facts(loc) {
			value := look.Wrapped(f.Value)
			if f.Wrong {
				value.Colour = look.ColourDanger
			}
			s.facts.Add(page.Columns([]float32{2, 5}, look.MutedWrapped(f.Label), value))
		}
		s.facts.Add(look.MutedWrapped(loc.T("amend.rounding")))
		s.facts.Add(look.Rule())
		s.facts.Add(look.Heading(loc.T("amendments.timeline")))
		for _, e := range s.events(a) {
			s.facts.Add(s.event(e))
		}
		s.parties = slices.Clone(a.State.Standing)
		slices.SortStableFunc(s.parties, func(x, y amend.Standing) int { return loc.Compare(a.Name(x.Party), a.Name(y.Party)) })
	}
	s.facts.Refresh()
	s.list.Refresh()
	s.offer()
}

// event is something that happened or will happen on a day.
type event struct {
	what string
	on   data.Date
}

// events are all that have a day, in their order.
func (s *status) events(a export.Amending) []event {
	x := a.Amendment
	all := []event{
		{"treaty", a.InForce},
		{"proposed", x.Proposed},
		{"circulated", x.Circulated},
		{"considered", x.Considered},
		{"adopted", x.Adopted},
		{"withdrawn", x.Withdrawn},
		{"notified", x.Notified},
		{"full", a.State.Full},
		{"until", a.State.Until},
		{"in-force", a.State.InForce},
	}
	all = slices.DeleteFunc(all, func(e event) bool { return e.on.IsZero() })
	slices.SortStableFunc(all, func(a, b event) int { return a.on.Compare(b.on) })
	return all
}

// event is a line of the timeline: a filled sign for what is past, and how many days
// it is to what is to come.
func (s *status) event(e event) fyne.CanvasObject {
	loc := s.page.room.Loc
	words, sign := loc.Name("amend-event", e.what), "●"
	if n := force.Until(s.page.day, e.on); n > 0 {
		words, sign = loc.N("amendments.in", n, "event", words, "n", loc.Number(n)), "○"
	}
	return page.Columns([]float32{2, 5}, look.MutedWrapped(s.page.written(e.on)), look.Wrapped(sign+"  "+words))
}

func (s *status) row(row *page.TwoLines, st amend.Standing) {
	loc := s.page.room.Loc
	row.Title.SetText(s.page.world.name(st.Party, data.Lang(loc.Lang())))
	words := loc.T("amendments.unbound")
	switch {
	case st.Is(s.page.day):
		words = loc.T("amendments.bound", "date", s.page.written(st.InForce), "why", loc.Name("amend-bound", string(st.Why)))
	case !st.InForce.IsZero() && s.page.day.Before(st.InForce):
		words = loc.T("amendments.bound.from", "date", s.page.written(st.InForce))
	}
	if did := export.Did(st, loc); did != "" {
		words = loc.T("amendments.did", "did", did, "standing", words)
	}
	row.State.SetText(words)
	row.Refresh()
}

// acts are what the party in the field did about the amendment, the latest last.
func (s *status) acts() []data.AmendmentAct {
	a, ok := s.amending()
	code, known := s.page.world.party(s.party.Text())
	if !ok || !known {
		return nil
	}
	all := s.page.room.Desk.AmendmentActs().Where(func(x data.AmendmentAct) bool { return x.Amendment == a.Amendment.ID && x.Party == code })
	slices.SortStableFunc(all, func(a, b data.AmendmentAct) int { return a.Date.Compare(b.Date) })
	return all
}

// offer lets the latest act of the party in the field be taken back, if it has one.
func (s *status) offer() { look.SetShown(s.take, len(s.acts()) > 0) }

// record writes down what a party did.
func (s *status) record() {
	loc := s.page.room.Loc
	a, ok := s.amending()
	if !ok {
		return
	}
	code, known := s.page.world.party(s.party.Text())
	if !known {
		s.page.room.Toast(loc.T("amendments.not-found"))
		return
	}
	day, err := data.ParseDate(strings.TrimSpace(s.date.Text()))
	if err != nil {
		s.page.room.Fail(err)
		return
	}
	act := data.AmendmentAct{Amendment: a.Amendment.ID, Party: code, Kind: data.AmendmentActKinds[s.kind.Chosen()], Date: day}
	s.page.room.Act(func(ctx context.Context) error {
		_, err := s.page.room.Desk.AmendmentActs().Set(ctx, act)
		return err
	}, func() {
		s.party.SetText("")
		s.page.Refresh()
		s.page.page.Focus(s.party)
	})
}

// remove takes the latest act of the party back.
func (s *status) remove() {
	all := s.acts()
	if len(all) == 0 {
		return
	}
	last := all[len(all)-1]
	s.page.room.Act(func(ctx context.Context) error { return s.page.room.Desk.AmendmentActs().Delete(ctx, last.ID) }, s.page.Refresh)
}
