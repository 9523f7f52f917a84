package consultations

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
)

// question is the form for one thing that is said.
type question struct {
	*page.Form[data.Question]
	threads *threads

	kind       *look.Select
	by         *page.Picked[string]
	to         *page.Picked[string]
	places     *page.Picked[data.ID]
	obligation *page.Picked[data.ID]
	date       *textview.Field
	due        *textview.Field
	text       *textview.Editor
	closed     *look.Check
	readers    page.Readers
	object     fyne.CanvasObject
}

func newQuestion(t *threads) *question {
	p, loc := t.page, t.page.room.Loc
	f := &question{threads: t}
	f.Form = page.NewForm(p.room, p.keep, p.close, func(q *data.Question) *data.Entry { return &q.Entry }, f.key)
	x := &f.Is
	f.kind = page.Choice(f.Form, "question-kind", data.QuestionKinds, &x.Kind)
	f.by, f.to = f.Party(&x.By), f.Parties(&x.To)
	f.places = page.NewPlaces(p.room)
	f.places.OnChanged = func(ids []data.ID) { x.Provisions = ids; f.Note() }
	f.obligation = f.Obligation(p.treaty.ID, &x.Obligation)
	f.date, f.due = f.Day(&x.Date), f.Day(&x.Due)
	f.date.OnSubmitted = func(string) { f.store() }
	f.due.OnSubmitted = f.date.OnSubmitted
	f.text = f.Lines(loc.T("consult.text"), &x.Text, f.store)
	f.closed = look.NewCheck(loc.T("consult.closed"), false, func(on bool) { x.Closed = on; f.Note() })
	f.readers = f.Form.Readers(&x.Readers)
	f.object = look.Column(
		page.Columns([]float32{2, 3, 3}, page.Labelled(loc.T("consult.kind"), f.kind), page.Labelled(loc.T("consult.by"), f.by.Object), page.Labelled(loc.T("consult.to"), f.to.Object)),
		f.text,
		page.Columns([]float32{3, 5}, page.Labelled(loc.T("consult.provisions"), f.places.Object), page.Labelled(loc.T("consult.obligation"), f.obligation.Object)),
		page.Columns([]float32{2, 2, 4}, page.Labelled(loc.T("paper.field.date"), f.date), page.Labelled(loc.T("consult.due"), f.due), page.Labelled(loc.T("readers"), f.readers.Select)),
		f.closed, f.Buttons(look.NewPrimary(loc.T("consult.record"), f.store), func() { f.load(t.next()) }))
	return f
}

func (f *question) key(id data.ID) string {
	if id.IsZero() {
		return "consult/new/" + f.threads.now.String()
	}
	return "consult/" + id.String()
}

// load shows what is said, as it was being changed.
func (f *question) load(q data.Question) {
	if q.ID.IsZero() {
		q.Date, q.Lang = data.Today(), data.Lang(f.threads.page.room.Loc.Lang())
	}
	f.Begin(q)
	x := &f.Is
	x.Thread = q.Thread
	f.kind.Choose(max(slices.Index(data.QuestionKinds, x.Kind), 0))
	f.by.SetOne(x.By)
	f.to.Set(x.To)
	f.places.Set(x.Provisions)
	f.obligation.SetOne(x.Obligation)
	f.date.SetText(x.Date.String())
	f.due.SetText(x.Due.String())
	f.text.Lang = string(x.Lang)
	f.text.SetText(x.Text)
	f.closed.SetTicked(x.Closed)
	f.readers.Set(x.Readers)
}

// store records it, and shows its thread.
func (f *question) store() {
	p := f.threads.page
	f.Is.Treaty = p.treaty.ID
	f.Record(p.room.Desk.PartyQuestions().Set, func(q data.Question) {
		if f.threads.now = q.Thread; q.Thread.IsZero() {
			f.threads.now = q.ID
		}
		p.Refresh()
		f.threads.open(f.threads.now)
	})
}

// remove takes away what was said, with the answers to it.
func (f *question) remove(id data.ID) {
	p := f.threads.page
	page.Remove(p.room, p.room.Desk.PartyQuestions(), id, func() {
		p.Refresh()
		f.threads.open(f.threads.now)
	})
}
