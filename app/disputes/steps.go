package disputes

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/export"
)

// steps is what happened in a dispute, newest first, and the form for one thing more.
type steps struct {
	*page.Form[data.DisputeStep]
	page    *Page
	offered bool // by the ladder, to which the window goes back

	act     *look.Select
	means   *look.Select
	by      *look.Select
	date    *textview.Field
	due     *textview.Field
	to      *page.Picked[string]
	text    *textview.Editor
	readers page.Readers
	save    *look.Button
	list    *fyne.Container
	object  fyne.CanvasObject

	allMeans []data.Means
	codes    []string
}

func newSteps(p *Page) *steps {
	loc := p.room.Loc
	s := &steps{page: p, list: look.Column()}
	s.Form = page.NewForm(p.room, p.keep, p.close, func(x *data.DisputeStep) *data.Entry { return &x.Entry }, p.key("dispute-step"))
	x := &s.Is
	s.act = page.Choice(s.Form, "dispute-act", data.DisputeActs, &x.Act)
	s.means = look.NewSelect(nil, 0, func(i int) { x.Means = s.allMeans[i]; s.Note() })
	s.by = look.NewSelect(nil, 0, func(i int) { x.By = s.codes[i]; s.Note() })
	s.date, s.due = s.Day(&x.Date), s.Day(&x.Due)
	s.to = s.Parties(&x.To)
	s.text = s.Lines(loc.T("dispute.step.text"), &x.Text, s.store)
	s.readers = s.Form.Readers(&x.Readers)
	s.save = look.NewPrimary(loc.T("dispute.step.record"), s.store)
	s.object = look.Column(
		page.Columns([]float32{3, 3, 3}, page.Labelled(loc.T("dispute.what"), s.act), page.Labelled(loc.T("dispute.means"), s.means), page.Labelled(loc.T("dispute.party"), s.by)),
		page.Columns([]float32{2, 2, 4}, page.Labelled(loc.T("paper.field.date"), s.date), page.Labelled(loc.T("dispute.due"), s.due), page.Labelled(loc.T("readers"), s.readers.Select)),
		s.text, page.Labelled(loc.T("dispute.binds"), s.to.Object),
		s.Buttons(s.save, func() { s.load(data.DisputeStep{}) }), look.Rule(), s.list)
	return s
}

// load shows a step in the form, as it was being changed; the zero one is a new step.
func (s *steps) load(x data.DisputeStep) {
	if x.ID.IsZero() {
		x = data.DisputeStep{Act: data.DisputeAsked, Date: data.Today(), Lang: data.Lang(s.page.room.Loc.Lang())}
		if len(s.page.now.Ladder) > 0 {
			x.Means = s.page.now.Ladder[0].Means
		}
		if len(s.page.now.Claimants) > 0 {
			x.By = s.page.now.Claimants[0]
		}
	}
	s.offered = false
	s.Begin(x)
	s.fill()
}

// offer begins a step that the ladder offers.
func (s *steps) offer(act data.DisputeAct, means data.Means) {
	p := s.page
	s.Is.Entry = data.Entry{}
	s.Drop()
	s.load(data.DisputeStep{})
	x := &s.Is
	x.Act, x.Means, x.By, x.Date = act, means, s.likely(act, means), p.ladder.on()
	s.Note()
	s.fill()
	s.offered = true
	p.tabs.Choose(tabSteps)
	p.page.Focus(s.text)
}

// likely is who does such a thing: of whom something is lacking, else who claims;
// nobody where it is no party that does it.
func (s *steps) likely(act data.DisputeAct, means data.Means) string {
	if !act.ByParty() {
		return ""
	}
	d := s.page.now
	for _, r := range s.page.file(d, s.page.ladder.on()).Rungs {
		if r.Means == means && len(r.Lacking) > 0 && act != data.DisputeAsked {
			return r.Lacking[0]
		}
	}
	if (act == data.DisputeComplied || act == data.DisputeBreached) && len(d.Answering) > 0 {
		return d.Answering[0]
	}
	if len(d.Claimants) > 0 {
		return d.Claimants[0]
	}
	return ""
}

func (s *steps) fill() {
	p, loc, x := s.page, s.page.room.Loc, &s.Is
	s.act.Choose(max(slices.Index(data.DisputeActs, x.Act), 0))
	s.allMeans = []data.Means{""}
	for _, r := range p.now.Ladder {
		s.allMeans = append(s.allMeans, r.Means)
	}
	for _, m := range data.AllMeans {
		if !slices.Contains(s.allMeans, m) {
			s.allMeans = append(s.allMeans, m)
		}
	}
	names := append([]string{loc.T("dispute.means.none")}, page.Named(loc, "means", s.allMeans[1:])...)
	s.means.SetOptions(names, max(slices.Index(s.allMeans, x.Means), 0))
	s.codes = append(append([]string{""}, p.now.Parties()...), p.now.Third...)
	if x.By != "" && !slices.Contains(s.codes, x.By) {
		s.codes = append(s.codes, x.By)
	}
	var who []string
	for _, c := range s.codes {
		who = append(who, p.name(c))
	}
	s.by.SetOptions(who, max(slices.Index(s.codes, x.By), 0))
	s.date.SetText(x.Date.String())
	s.due.SetText(x.Due.String())
	s.to.Set(x.To)
	s.text.Lang = string(x.Lang)
	s.text.SetText(x.Text)
	s.readers.Set(x.Readers)
}

// show lists what happened.
func (s *steps) show() {
	p, loc := s.page, s.page.room.Loc
	s.list.Objects = nil
	look.SetShown(s.save, !p.now.ID.IsZero())
	all := p.stepsOf(p.now.ID)
	slices.SortStableFunc(all, func(a, b data.DisputeStep) int { return b.Date.Compare(a.Date) })
	for _, x := range all {
		s.list.Add(s.row(x))
	}
	if len(all) == 0 {
		s.list.Add(muted(loc.T("dispute.steps.none")))
	}
	p.tabs.SetCount(tabSteps, count(p, len(all)))
	s.object.Refresh()
}

func count(p *Page, n int) string {
	if n == 0 {
		return ""
	}
	return p.room.Loc.Number(n)
}

func (p *Page) stepsOf(id data.ID) []data.DisputeStep {
	if id.IsZero() {
		return nil
	}
	return p.room.Desk.DisputeSteps().Where(func(x data.DisputeStep) bool { return x.Dispute == id })
}

// row is one step: when, by whom, what, and its words; framed where fewer may read it.
func (s *steps) row(x data.DisputeStep) fyne.CanvasObject {
	p, loc := s.page, s.page.room.Loc
	what := loc.Name("dispute-act", string(x.Act))
	if x.Means != "" {
		what = loc.T("dispute.row.means", "means", loc.Name("means", string(x.Means)), "state", what)
	}
	title := look.Ellipsis(what)
	title.Bold = true
	about := loc.T("dispute.step.by", "date", export.Day(x.Date, loc), "who", p.name(x.By))
	if !x.Due.IsZero() {
		about += " · " + loc.T("duty.due", "date", export.Day(x.Due, loc))
	}
	if len(x.To) > 0 {
		about += " · " + loc.T("dispute.binds.who", "who", p.names(x.To))
	}
	box := look.Stack(title, muted(about))
	if x.Text != "" {
		box.Add(look.Content(x.Text, string(x.Lang)))
	}
	row := page.Removable(p.room, box, func() { s.load(x); p.page.Focus(s.text) }, func() { s.remove(x.ID) })
	return page.Framed(p.room, x.Audience(), row)
}

// store records the step.
func (s *steps) store() {
	p := s.page
	s.Is.Dispute, s.Is.Provisions = p.now.ID, p.now.Provisions
	s.Record(p.room.Desk.DisputeSteps().Set, func(data.DisputeStep) {
		back := s.offered
		s.load(data.DisputeStep{})
		p.show()
		p.list.Refresh()
		if back {
			p.tabs.Choose(tabLadder)
			p.page.Focus(p.ladder.day)
		}
	})
}

func (s *steps) remove(id data.ID) {
	p := s.page
	p.room.Act(func(ctx context.Context) error { return p.room.Desk.DisputeSteps().Delete(ctx, id) }, func() {
		if s.Is.ID == id {
			s.Drop()
			s.load(data.DisputeStep{})
		}
		p.show()
		p.list.Refresh()
	})
}
