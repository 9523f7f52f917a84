package consultations

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
)

// question is the form for one thing that is said.
type question struct {
	threads *threads
	draft   page.Draft[data.Question]
	wrong   error // a date that cannot be read

	kind    *look.Select
	by      *page.Picked[string]
	to      *page.Picked[string]
	places  *page.Picked[data.ID]
	date    *textview.Field
	due     *textview.Field
	text    *textview.Editor
	closed  *look.Check
	readers page.Readers
	object  fyne.CanvasObject
}

func newQuestion(t *threads) *question {
	p, loc := t.page, t.page.room.Loc
	f := &question{threads: t}
	f.draft = page.NewDraft[data.Question](p.keep, p.room.Fail, f.key)
	x := &f.draft.Is
	f.kind = look.NewSelect(page.Named(loc, "question-kind", data.QuestionKinds), 0, func(i int) { x.Kind = data.QuestionKinds[i]; f.draft.Note() })
	f.by, f.to = page.NewParties(p.room), page.NewParties(p.room)
	f.by.OnChanged = func(codes []string) {
		if len(codes) > 1 { // the one that was typed last
			codes = codes[len(codes)-1:]
			f.by.Set(codes)
		}
		if x.By = ""; len(codes) > 0 {
			x.By = codes[0]
		}
		f.draft.Note()
	}
	f.to.OnChanged = func(codes []string) { x.To = codes; f.draft.Note() }
	f.places = page.NewPlaces(p.room)
	f.places.OnChanged = func(ids []data.ID) { x.Provisions = ids; f.draft.Note() }
	f.date = page.TypingDay(p.room, p.close, func(d data.Date, err error) { x.Date, f.wrong = d, err; f.draft.Note() })
	f.due = page.TypingDay(p.room, p.close, func(d data.Date, err error) { x.Due, f.wrong = d, err; f.draft.Note() })
	f.text = page.Writing(p.close, loc.T("consult.text"), func(text string) { x.Text = text; f.draft.Note() })
	f.text.OnSubmitted = func(string) { f.store() }
	f.closed = look.NewCheck(loc.T("consult.closed"), false, func(on bool) { x.Closed = on; f.draft.Note() })
	f.readers = page.NewReaders(p.room, func(a data.Audience) { x.Readers = a; f.draft.Note() })
	cancel := look.NewButton(loc.T("panes.cancel"), func() { f.draft.Drop(); f.load(t.next()) }).Rank(look.Quiet)
	f.object = look.Column(
		page.Columns([]float32{2, 3, 3}, page.Labelled(loc.T("consult.kind"), f.kind), page.Labelled(loc.T("consult.by"), f.by.Object), page.Labelled(loc.T("consult.to"), f.to.Object)),
		f.text,
		page.Columns([]float32{2, 2, 3, 3}, page.Labelled(loc.T("paper.field.date"), f.date), page.Labelled(loc.T("consult.due"), f.due),
			page.Labelled(loc.T("consult.provisions"), f.places.Object), page.Labelled(loc.T("readers"), f.readers.Select)),
		f.closed, look.Row(cancel, look.Space(), look.NewPrimary(loc.T("consult.record"), f.store)))
	return f
}

func (f *question) key() string {
	if f.draft.Is.ID.IsZero() {
		return "consult/new/" + f.threads.now.String()
	}
	return "consult/" + f.draft.Is.ID.String()
}

// load shows what is said, as it was being changed.
func (f *question) load(q data.Question) {
	if q.ID.IsZero() {
		q.Date, q.Lang = data.Today(), data.Lang(f.threads.page.room.Loc.Lang())
	}
	entry, thread := q.Entry, q.Thread
	f.draft.Is.Entry, f.wrong = entry, nil
	f.draft.Begin(q, func(typed *data.Question) { typed.Entry, typed.Thread = entry, thread })
	x := &f.draft.Is
	f.kind.Choose(max(slices.Index(data.QuestionKinds, x.Kind), 0))
	var by []string
	if x.By != "" {
		by = []string{x.By}
	}
	f.by.Set(by)
	f.to.Set(x.To)
	f.places.Set(x.Provisions)
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
	if f.wrong != nil {
		p.room.Fail(f.wrong)
		return
	}
	q := f.draft.Is
	q.Treaty = p.treaty.ID
	p.room.Act(func(ctx context.Context) (err error) {
		q, err = p.room.Desk.PartyQuestions().Set(ctx, q)
		return err
	}, func() {
		f.draft.Drop()
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
