package papers

import (
	"context"
	"maps"
	"sync"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// summaryKey is where a summary that is being written is kept.
const summaryKey = "papers.summary/"

// summary is the delegation's summary of views, one text per language. What is
// typed is kept at once and becomes an act when the field is left, the papers
// are made or the page is closed.
type summary struct {
	room     *room.Room
	keep     *page.Keep
	editors  map[data.Lang]*textview.Editor
	tabs     *look.TabBar
	onChange func()
	writing  sync.Mutex
}

func newSummary(r *room.Room) *summary {
	s := &summary{room: r, editors: map[data.Lang]*textview.Editor{}, onChange: func() {}}
	s.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	var tabs []look.Tab
	first := 0
	for i, lang := range data.Langs {
		e := textview.NewEditor()
		e.Lang, e.MinRows, e.MaxRows = string(lang), 6, 6
		e.Placeholder = r.Loc.T("papers.summary.hint")
		e.SetText(s.words(lang))
		e.OnChanged = func(text string) {
			s.keep.Note(summaryKey+string(lang), text)
			s.mark()
			s.onChange()
		}
		e.OnFocused = func(focused bool) {
			if !focused {
				s.save(nil)
			}
		}
		s.editors[lang] = e
		tabs = append(tabs, look.Tab{Words: translations.Endonym(string(lang)), Content: e})
		if string(lang) == r.Loc.Lang() {
			first = i
		}
	}
	s.tabs = look.NewTabBar(tabs...)
	s.tabs.Choose(first)
	s.mark()
	return s
}

// words is the summary as typed, else as saved.
func (s *summary) words(lang data.Lang) string {
	if text, ok := s.keep.Read(summaryKey + string(lang)); ok {
		return text
	}
	return s.room.Desk.Negotiation().Summary[lang]
}

// mark puts a sign at the languages that have a summary.
func (s *summary) mark() {
	for i, lang := range data.Langs {
		sign := ""
		if s.editors[lang] != nil && s.editors[lang].Text() != "" {
			sign = "•"
		}
		s.tabs.SetCount(i, sign)
	}
}

// save makes an act of what was typed, then goes on.
func (s *summary) save(then func()) {
	now := data.Words{}
	for _, lang := range data.Langs {
		if words := s.editors[lang].Text(); words != "" {
			now[lang] = words
		}
	}
	done := func() {
		for _, lang := range data.Langs {
			if s.editors[lang].Text() == s.room.Desk.Negotiation().Summary[lang] {
				s.keep.Drop(summaryKey + string(lang))
			}
		}
		if then != nil {
			then()
		}
	}
	if maps.Equal(now, s.room.Desk.Negotiation().Summary) {
		done()
		return
	}
	s.room.Act(func(ctx context.Context) error { return s.write(ctx, now) }, done)
}

// write makes the act, unless another has made it meanwhile: a press on a
// button takes the keyboard from the field, which saves as well.
func (s *summary) write(ctx context.Context, now data.Words) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	n := s.room.Desk.Negotiation()
	if maps.Equal(now, n.Summary) {
		return nil
	}
	n.Summary = now
	return s.room.Desk.SetNegotiation(ctx, n)
}
