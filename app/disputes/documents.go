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
	"travaux/export/paper"
)

// documents are those in the file of a dispute, and the paper that is made of it.
type documents struct {
	*page.Form[data.DisputePaper]
	page *Page

	kind    *look.Select
	title   *textview.Field
	symbol  *textview.Field
	by      *look.Select
	date    *textview.Field
	text    *textview.Editor
	readers page.Readers
	save    *look.Button
	list    *fyne.Container
	object  fyne.CanvasObject
	codes   []string
}

func newDocuments(p *Page) *documents {
	loc := p.room.Loc
	s := &documents{page: p, list: look.Column()}
	s.Form = page.NewForm(p.room, p.keep, p.close, func(x *data.DisputePaper) *data.Entry { return &x.Entry }, p.key("dispute-paper"))
	x := &s.Is
	s.kind = page.Choice(s.Form, "dispute-paper-kind", data.DisputePaperKinds, &x.Kind)
	s.title, s.symbol = s.Text("", &x.Title), s.Text("", &x.Symbol)
	s.by = look.NewSelect(nil, 0, func(i int) { x.By = s.codes[i]; s.Note() })
	s.date = s.Day(&x.Date)
	for _, f := range []*textview.Field{s.title, s.symbol, s.date} {
		f.OnSubmitted = func(string) { s.store() }
	}
	s.text = s.Lines(loc.T("dispute.text"), &x.Text, s.store)
	s.readers = s.Form.Readers(&x.Readers)
	s.save = look.NewPrimary(loc.T("dispute.paper.record"), s.store)
	papers := page.NewPapers(p.room, paper.Disputed, func(lang data.Lang, ours bool) (export.Document, error) {
		return Paper(p.room.Desk, p.now.ID, lang, p.ladder.on(), ours)
	})
	s.object = look.Column(
		page.Strong(loc.T("dispute.paper.make")), papers.Object, look.Rule(),
		page.Columns([]float32{2, 4, 2}, page.Labelled(loc.T("dispute.paper.kind"), s.kind), page.Labelled(loc.T("dispute.paper"), s.title), page.Labelled(loc.T("dispute.symbol"), s.symbol)),
		page.Columns([]float32{3, 2, 3}, page.Labelled(loc.T("dispute.party"), s.by), page.Labelled(loc.T("paper.field.date"), s.date), page.Labelled(loc.T("readers"), s.readers.Select)),
		s.text, s.Buttons(s.save, func() { s.load(data.DisputePaper{}) }), look.Rule(), s.list)
	return s
}

// load shows a document in the form, as it was being changed; the zero one is new.
func (s *documents) load(x data.DisputePaper) {
	if x.ID.IsZero() {
		x = data.DisputePaper{Kind: data.DisputeNotice, Date: data.Today(), Lang: data.Lang(s.page.room.Loc.Lang())}
	}
	s.Begin(x)
	p, is := s.page, &s.Is
	s.kind.Choose(max(slices.Index(data.DisputePaperKinds, is.Kind), 0))
	s.title.SetText(is.Title)
	s.symbol.SetText(is.Symbol)
	s.codes = append(append([]string{""}, p.now.Parties()...), p.now.Third...)
	var who []string
	for _, c := range s.codes {
		who = append(who, p.name(c))
	}
	s.by.SetOptions(who, max(slices.Index(s.codes, is.By), 0))
	s.date.SetText(is.Date.String())
	s.text.Lang = string(is.Lang)
	s.text.SetText(is.Text)
	s.readers.Set(is.Readers)
}

// show lists the documents.
func (s *documents) show() {
	p := s.page
	s.list.Objects = nil
	look.SetShown(s.save, !p.now.ID.IsZero())
	all := p.papersOf(p.now.ID)
	slices.SortStableFunc(all, func(a, b data.DisputePaper) int { return b.Date.Compare(a.Date) })
	for _, x := range all {
		s.list.Add(s.row(x))
	}
	if len(all) == 0 {
		s.list.Add(muted(p.room.Loc.T("dispute.papers.none")))
	}
	p.tabs.SetCount(tabPapers, count(p, len(all)))
	s.object.Refresh()
}

func (p *Page) papersOf(id data.ID) []data.DisputePaper {
	if id.IsZero() {
		return nil
	}
	return p.room.Desk.DisputePapers().Where(func(x data.DisputePaper) bool { return x.Dispute == id })
}

func (s *documents) row(x data.DisputePaper) fyne.CanvasObject {
	p, loc := s.page, s.page.room.Loc
	title := look.Wrapped(loc.Isolate(x.Title))
	title.Bold = true
	about := loc.T("dispute.row.means", "means", loc.Name("dispute-paper-kind", string(x.Kind)), "state", loc.T("dispute.step.by", "date", export.Day(x.Date, loc), "who", p.name(x.By)))
	if x.Symbol != "" {
		about += " · " + loc.Isolate(x.Symbol)
	}
	box := look.Stack(title, muted(about))
	if x.Text != "" {
		box.Add(look.Content(x.Text, string(x.Lang)))
	}
	return page.Framed(p.room, x.Audience(), page.Removable(p.room, box, func() { s.load(x); p.page.Focus(s.title) }, func() { s.remove(x.ID) }))
}

// store records the document.
func (s *documents) store() {
	p := s.page
	s.Is.Dispute, s.Is.Provisions = p.now.ID, p.now.Provisions
	s.Record(p.room.Desk.DisputePapers().Set, func(data.DisputePaper) {
		s.load(data.DisputePaper{})
		p.show()
	})
}

func (s *documents) remove(id data.ID) {
	p := s.page
	p.room.Act(func(ctx context.Context) error { return p.room.Desk.DisputePapers().Delete(ctx, id) }, func() {
		if s.Is.ID == id {
			s.Drop()
			s.load(data.DisputePaper{})
		}
		p.show()
	})
}
