package concept

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/library"
)

// sources are what something rests on. New ones are found in the library by words;
// each quotation is checked against it.
type sources struct {
	room    *room.Room
	lang    func() data.Lang
	changed func([]data.SourceRef)

	rows   *fyne.Container
	ask    *textview.Field
	hits   *fyne.Container
	typed  *look.Button
	object fyne.CanvasObject

	all      []data.SourceRef
	searched string           // what was looked for
	hit      []data.SourceRef // what was found then, first the best
	asked    int              // counts what was asked: what comes late is not shown
}

const (
	askAfter  = 250 * time.Millisecond // after the last key
	mostHits  = 5
	mostWords = 220 // characters of a hit
)

// newSources makes them: lang is the language of what is looked for, Escape leaves,
// Enter where nothing is typed records.
func newSources(r *room.Room, lang func() data.Lang, left, save func(), changed func([]data.SourceRef)) *sources {
	s := &sources{room: r, lang: lang, changed: changed, rows: look.Column(), ask: textview.NewField(), hits: look.Column()}
	loc := r.Loc
	s.ask.Placeholder = loc.T("concept.sources.ask")
	s.ask.OnChanged = func(string) { s.soon() }
	s.ask.OnSubmitted = func(string) { s.enter(save) }
	s.ask.OnEscaped = left
	s.typed = look.NewButton(loc.T("concept.sources.typed"), func() { s.add(data.SourceRef{Symbol: strings.TrimSpace(s.ask.Text()), Lang: s.lang()}) }).Rank(look.Quiet)
	s.typed.Hide()
	s.object = look.Column(look.Rule(), look.Heading(loc.T("concept.sources.title")), s.rows, s.ask, s.hits, look.Row(s.typed))
	return s
}

// show lists sources.
func (s *sources) show(all []data.SourceRef) {
	s.all = slices.Clone(all)
	s.rows.Objects = nil
	if len(all) == 0 {
		s.rows.Add(look.Muted(s.room.Loc.T("concept.sources.none")))
	}
	for i := range s.all {
		s.rows.Add(s.row(i))
	}
	s.rows.Refresh()
	s.object.Refresh()
}

// row is one source: what it is, its words, and whether it says them.
func (s *sources) row(i int) fyne.CanvasObject {
	loc, x := s.room.Loc, s.all[i]
	title := look.Wrapped(cited(s.room, x))
	title.Bold = true
	less := look.NewIconButton(look.IconClose, "", func() { s.put(slices.Delete(slices.Clone(s.all), i, i+1)) }).WithTip(loc.T("concept.sources.remove"))
	pointer := textview.NewField()
	pointer.Placeholder = loc.T("concept.sources.pointer")
	pointer.SetText(x.Pointer)
	pointer.OnEscaped = s.ask.OnEscaped
	quote := textview.NewEditor()
	quote.MinRows, quote.MaxRows, quote.Lang = 1, 6, string(x.Lang)
	quote.Placeholder = loc.T("concept.sources.quote")
	quote.SetText(x.Quote)
	quote.OnEscaped = s.ask.OnEscaped
	verdict := look.Wrapped("")
	verdict.Scale = theme.SizeNameCaptionText
	edits := look.Stack()
	asked := 0
	check := func() {
		asked++
		now, at := asked, s.all[i]
		var q library.Quotation
		var known bool
		s.room.Run(func(context.Context, data.Progress) (err error) {
			q, known, err = s.room.Desk.CheckSource(at)
			return err
		}, func() {
			if now == asked {
				tellVerdict(s.room, verdict, edits, at, q, known)
			}
		})
	}
	typed := func() {
		s.changed(s.all)
		asked++
		now := asked
		s.room.Later(askAfter, func() {
			if now == asked {
				check()
			}
		})
	}
	pointer.OnChanged = func(text string) {
		s.all = slices.Clone(s.all)
		s.all[i].Pointer = text
		title.SetText(cited(s.room, s.all[i]))
		typed()
	}
	quote.OnChanged = func(text string) { s.all = slices.Clone(s.all); s.all[i].Quote = text; typed() }
	check()
	return look.Inset(2, 6, 0, 0, look.Stack(look.Border(nil, nil, nil, look.Top(less), title), page.Columns([]float32{1, 3}, pointer, quote), verdict, edits))
}

// cited names a source in the language of the window.
func cited(r *room.Room, x data.SourceRef) string {
	symbol, title := x.Symbol, ""
	if w, ok := r.Desk.Work(x.Work); ok {
		symbol, title = w.Symbol, w.Title.In(data.Lang(r.Loc.Lang()))
	}
	return r.Loc.CiteWork(r.Loc.Isolate(symbol), title, x.Pointer, true)
}

// tellVerdict says whether a quotation is as its source says.
func tellVerdict(r *room.Room, words *look.Text, edits *fyne.Container, x data.SourceRef, q library.Quotation, known bool) {
	loc := r.Loc
	edits.Objects = nil
	words.Colour = look.ColourReturned
	switch {
	case x.Quote == "":
		words.Colour = look.ColourMuted
		words.SetText(loc.T("concept.verdict.none"))
	case !known:
		words.Colour = look.ColourMuted
		words.SetText(loc.T("concept.verdict.unknown"))
	case q.Verdict == library.Exact:
		words.Colour = look.ColourApproved
		words.SetText(loc.T("concept.verdict.exact"))
	case q.Verdict == library.Elsewhere:
		w, _ := r.Desk.Work(q.Place.Work)
		words.SetText(loc.T("concept.verdict.elsewhere", "where", loc.CiteWork(loc.Isolate(w.Symbol), w.Title.In(data.Lang(loc.Lang())), q.Place.Pointer, true)))
	case q.Verdict == library.Differs:
		words.SetText(loc.T("concept.verdict.differs"))
		edits.Add(look.Inset(2, 2, 0, 0, page.ShownEdits(q.Edits, x.Lang)))
	default:
		words.SetText(loc.T("concept.verdict.absent"))
	}
	edits.Refresh()
	words.Refresh()
}

// put sets the sources anew.
func (s *sources) put(all []data.SourceRef) {
	s.show(all)
	s.changed(s.all)
}

func (s *sources) add(x data.SourceRef) {
	if x.Symbol == "" && x.Work.IsZero() {
		return
	}
	s.ask.SetText("")
	s.found("", nil)
	s.put(append(slices.Clone(s.all), x))
	look.Focus(s.room.Window.Canvas(), s.ask) // what was pressed is gone; the next source may follow
}

// enter takes the first of what was found, looks where nothing was yet, and records
// where nothing is typed.
func (s *sources) enter(save func()) {
	switch {
	case strings.TrimSpace(s.ask.Text()) == "":
		save()
	case len(s.hit) > 0 && s.searched == strings.TrimSpace(s.ask.Text()):
		s.add(s.hit[0])
	default:
		s.find()
	}
}

// soon looks for what is typed once nothing more is.
func (s *sources) soon() {
	s.asked++
	asked := s.asked
	s.room.Later(askAfter, func() {
		if asked == s.asked {
			s.find()
		}
	})
}

// find looks for what is typed in the library, in the language of the form.
func (s *sources) find() {
	s.asked++
	asked, typed, lang := s.asked, strings.TrimSpace(s.ask.Text()), s.lang()
	if typed == "" {
		s.found("", nil)
		return
	}
	var hits []library.Hit
	s.room.Run(func(context.Context, data.Progress) error {
		shelf, err := s.room.Desk.Library(lang)
		if err != nil {
			return err
		}
		hits, _ = shelf.Search(typed, data.ID{}, mostHits)
		return nil
	}, func() {
		if asked == s.asked {
			s.found(typed, hits)
		}
	})
}

// found lists what was found.
func (s *sources) found(typed string, hits []library.Hit) {
	s.hits.Objects, s.hit, s.searched = nil, nil, typed
	for _, h := range hits {
		w, _ := s.room.Desk.Work(h.Work)
		x := data.SourceRef{Work: h.Work, Symbol: w.Name(data.English), Pointer: h.Pointer, Quote: strings.TrimSpace(h.Text), Lang: s.lang()}
		s.hit = append(s.hit, x)
		title := look.Wrapped(cited(s.room, x))
		title.Bold = true
		take := look.NewIconButton(look.IconAdd, "", func() { s.add(x) }).WithTip(s.room.Loc.T("concept.sources.take"))
		s.hits.Add(look.Border(nil, nil, look.Top(take), nil, look.Stack(title, look.Content(firstWords(h.Text, mostWords), string(s.lang())))))
	}
	if typed != "" && len(hits) == 0 {
		s.hits.Add(look.Muted(s.room.Loc.T("concept.sources.nothing")))
	}
	look.SetShown(s.typed, typed != "")
	s.hits.Refresh()
	s.object.Refresh()
}
