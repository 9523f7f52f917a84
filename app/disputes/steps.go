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
	page  *Page
	draft page.Draft[data.DisputeStep]
	wrong error // a date that cannot be read

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
	s.draft = page.NewDraft[data.DisputeStep](p.keep, p.room.Fail, s.key)
	x := &s.draft.Is
	s.act = look.NewSelect(page.Named(loc, "dispute-act", data.DisputeActs), 0, func(i int) { x.Act = data.DisputeActs[i]; s.draft.Note() })
	s.means = look.NewSelect(nil, 0, func(i int) { x.Means = s.allMeans[i]; s.draft.Note() })
	s.by = look.NewSelect(nil, 0, func(i int) { x.By = s.codes[i]; s.draft.Note() })
	s.date = page.TypingDay(p.room, p.close, func(d data.Date, err error) { x.Date, s.wrong = d, err; s.draft.Note() })
	s.due = page.TypingDay(p.room, p.close, func(d data.Date, err error) { x.Due, s.wrong = d, err; s.draft.Note() })
	s.to = page.NewParties(p.room)
	s.to.OnChanged = func(codes []string) { x.To = codes; s.draft.Note() }
	s.text = page.Writing(p.close, loc.T("dispute.step.text"), func(text string) { x.Text = text; s.draft.Note() })
	s.text.OnSubmitted = func(string) { s.store() }
	s.readers = page.NewReaders(p.room, func(a data.Audience) { x.Readers = a; s.draft.Note() })
	s.save = look.NewPrimary(loc.T("dispute.step.record"), s.store)
	cancel := look.NewButton(loc.T("panes.cancel"), func() { s.draft.Drop(); s.load(data.DisputeStep{}) }).Rank(look.Quiet)
	s.object = look.Column(
		page.Columns([]float32{3, 3, 3}, page.Labelled(loc.T("dispute.what"), s.act), page.Labelled(loc.T("dispute.means"), s.means), page.Labelled(loc.T("dispute.party"), s.by)),
		page.Columns([]float32{2, 2, 4}, page.Labelled(loc.T("paper.field.date"), s.date), page.Labelled(loc.T("dispute.due"), s.due), page.Labelled(loc.T("readers"), s.readers.Select)),
		s.text, page.Labelled(loc.T("dispute.binds"), s.to.Object),
		look.Row(cancel, look.Space(), s.save), look.Rule(), s.list)
	return s
}

func (s *steps) key() string {
	if s.draft.Is.ID.IsZero() {
		return "dispute-step/new/" + s.page.now.ID.String()
	}
	return "dispute-step/" + s.draft.Is.ID.String()
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
	s.draft.Is.Entry, s.wrong = x.Entry, nil
	entry := x.Entry
	s.draft.Begin(x, func(typed *data.DisputeStep) { typed.Entry = entry })
	s.fill()
}

// offer begins a step that the ladder offers.
func (s *steps) offer(act data.DisputeAct, means data.Means) {
	p := s.page
	s.draft.Is.Entry = data.Entry{}
	s.draft.Drop()
	s.load(data.DisputeStep{})
	x := &s.draft.Is
	x.Act, x.Means, x.By, x.Date = act, means, s.likely(act, means), p.ladder.on()
	s.draft.Note()
	s.fill()
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
	p, loc, x := s.page, s.page.room.Loc, &s.draft.Is
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
	if s.wrong != nil {
		p.room.Fail(s.wrong)
		return
	}
	x := s.draft.Is
	x.Dispute, x.Provisions = p.now.ID, p.now.Provisions
	p.room.Act(func(ctx context.Context) error {
		_, err := p.room.Desk.DisputeSteps().Set(ctx, x)
		return err
	}, func() {
		s.draft.Drop()
		s.load(data.DisputeStep{})
		p.show()
		p.list.Refresh()
	})
}

func (s *steps) remove(id data.ID) {
	p := s.page
	p.room.Act(func(ctx context.Context) error { return p.room.Desk.DisputeSteps().Delete(ctx, id) }, func() {
		if s.draft.Is.ID == id {
			s.draft.Drop()
			s.load(data.DisputeStep{})
		}
		p.show()
		p.list.Refresh()
	})
}
