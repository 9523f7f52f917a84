package export

import (
	"strings"
	"time"

	"travaux/data"
	"travaux/data/marking"
	"travaux/translations"
)

// CapitalReport is what the delegation tells capital: the decisions that it asks
// for first, with their deadlines on both clocks; then what was agreed, who moved,
// what is new, what we said, and what is considered next. It is marked on every
// page.
func CapitalReport(r data.CapitalReport, loc *translations.Localizer) Document {
	w := capitalWriter{writer{loc: loc}, &r}
	w.cover()
	w.asked()
	w.agreed()
	w.moved()
	w.news()
	w.ours()
	w.next()
	title := loc.T("capital.title")
	return Document{
		Lang: r.Lang, Title: loc.T("paper.file.title", "paper", title, "instrument", r.Title), Subject: r.Title, Author: r.State,
		RunningHead: loc.T("capital.head", "paper", title, "span", w.span()), Date: data.DateOf(r.Until.Local()),
		Marking: Handling(w.scheme().Level(r.Level), loc), Parts: w.parts, Blocks: w.blocks,
	}
}

// capitalWriter puts the parts of a report to capital together.
type capitalWriter struct {
	writer
	r *data.CapitalReport
}

func (w *capitalWriter) scheme() marking.Scheme {
	return marking.Of(data.Negotiation{Scheme: w.r.Scheme, OwnLevels: w.r.OwnLevels})
}

// span is what is told of: a day, or from a moment to another.
func (w *capitalWriter) span() string {
	from, until := w.r.From.Local(), w.r.Until.Local()
	if w.r.From.IsZero() {
		return w.loc.T("capital.span.until", "until", w.loc.Moment(until, "", false))
	}
	if from.AddDate(0, 0, 1).Equal(until) {
		return w.date(data.DateOf(from))
	}
	return w.loc.T("capital.span", "from", w.loc.Moment(from, "", false), "until", w.loc.Moment(until, "", false))
}

// moment is a moment on the clock of the place and, where that is another, on that
// of capital.
func (w *capitalWriter) moment(m data.Moment) string {
	if m.IsZero() {
		return ""
	}
	here := data.Moment{Time: m.Time, Zone: w.r.From.Zone, Day: m.Day}
	if m.Day { // a day is one on the clock that it names; its end is what counts
		here = data.At(m.End().Add(-time.Minute), w.r.From.Zone)
	}
	words := w.loc.Moment(here.Local(), w.r.From.Zone, false)
	if w.r.Capital == "" {
		return words
	}
	there := data.At(here.Time, w.r.Capital)
	return words + "\n" + w.loc.Moment(there.Local(), w.r.Capital, false)
}

func (w *capitalWriter) clock(t time.Time) string {
	return w.loc.Moment(data.At(t, w.r.From.Zone).Local(), "", false)
}

func (w *capitalWriter) cover() {
	if w.r.State != "" {
		w.add(Letterhead{w.r.State, w.r.Letterhead})
	}
	w.add(Title{w.loc.T("capital.title"), w.r.Title})
	level := w.scheme().Level(w.r.Level)
	var f fieldRows
	f.add(w.loc.T("report.field.handling"), LevelName(level, w.loc))
	if level.Register {
		f.add(w.loc.T("report.field.registration"), blanks)
	}
	f.add(w.loc.T("paper.field.body"), w.r.Body)
	f.add(w.loc.T("paper.field.session"), w.r.Session)
	f.add(w.loc.T("paper.field.symbol"), w.loc.Isolate(w.r.Symbol))
	f.add(w.loc.T("capital.of"), w.span())
	f.add(w.loc.T("capital.clocks"), w.clocks())
	var met []string
	for _, m := range w.r.Meetings {
		met = append(met, w.met(m))
	}
	f.add(w.loc.T("capital.meetings"), strings.Join(met, "; "))
	if w.r.Spoken > 0 {
		f.add(w.loc.T("capital.spoken"), w.loc.Number(w.r.Spoken))
	}
	w.add(f.Fields)
}

// clocks are the places by whose clocks the report goes.
func (w *capitalWriter) clocks() string {
	if w.r.Capital == "" {
		return w.loc.Place(w.r.From.Zone)
	}
	return w.loc.T("capital.clocks.two", "place", w.loc.Place(w.r.From.Zone), "capital", w.loc.Place(w.r.Capital))
}

func (w *capitalWriter) met(m data.CapitalMeeting) string {
	words := w.loc.Isolate(w.loc.Meeting(m.Title))
	if m.Item != "" {
		words = w.loc.T("capital.meeting", "title", words, "item", w.loc.Isolate(m.Item))
	}
	return words
}

func (w *capitalWriter) place(path string) string {
	if path == "" {
		return w.loc.T("capital.whole")
	}
	return translations.Capital(w.loc.Cite(path))
}

// part opens a part, or says that there is nothing to tell.
func (w *capitalWriter) part(id, none string, n int) bool {
	w.writer.part(strings.TrimPrefix(id, "capital."))
	w.add(Heading{1, w.loc.T(id)})
	if n == 0 {
		w.add(Paragraph{Kind: Body, Spans: []Span{{w.loc.T(none), Plain}}})
	}
	return n > 0
}

// portioned bears the mark of its level, if it is higher than the report's least.
func (w *capitalWriter) portioned(text string) string {
	s := w.scheme()
	return Portioned(s, s.OfText("", text).Code, text, w.loc)
}

func (w *capitalWriter) asked() {
	if w.part("capital.asked", "capital.asked.none", len(w.r.Open)) {
		t := Table{Heads: []string{w.loc.T("capital.deadline"), w.loc.T("report.provision"), w.loc.T("capital.question")}, Shares: []int{5, 3, 6}}
		for _, x := range w.r.Open {
			when := w.moment(x.Deadline)
			if when == "" {
				when = w.loc.T("capital.deadline.none")
			}
			t.Rows = append(t.Rows, Row{[]Cell{cell(Body, when), cell(Body, w.place(x.Path)), cell(Body, w.portioned(x.Question))}})
		}
		w.add(t)
	}
	if len(w.r.Answered) == 0 {
		return
	}
	w.add(Heading{2, w.loc.T("capital.answered")})
	t := Table{Heads: []string{w.loc.T("report.provision"), w.loc.T("capital.question"), w.loc.T("capital.answer")}, Shares: []int{3, 5, 5}}
	for _, x := range w.r.Answered {
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.place(x.Path)), cell(Body, w.portioned(x.Question)), cell(Body, w.loc.Isolate(x.Answer))}})
	}
	w.add(t)
}

func (w *capitalWriter) agreed() {
	if !w.part("capital.agreed", "capital.agreed.none", len(w.r.Agreed)) {
		return
	}
	t := Table{Heads: []string{w.loc.T("report.provision"), w.loc.T("capital.became"), w.loc.T("capital.when"), w.loc.T("capital.remark")}, Shares: []int{1, 1, 1, 1}}
	for _, x := range w.r.Agreed {
		state := Cell(paragraphs(Body, w.loc.Name("text-state", string(x.State))))
		if x.State.Agreed() {
			state = Cell{{Kind: Body, Spans: []Span{{w.loc.Name("text-state", string(x.State)), Strong}}}}
		}
		t.Rows = append(t.Rows, Row{[]Cell{
			cell(Body, w.place(x.Path)), state, cell(Fine, lines(w.clock(x.Time), w.loc.Isolate(w.loc.Meeting(x.Meeting)))), cell(Body, w.portionedIf(x.Remark)),
		}})
	}
	w.add(t)
}

func (w *capitalWriter) portionedIf(text string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return w.portioned(text)
}

// lines are those that say something.
func lines(all ...string) string {
	var out []string
	for _, line := range all {
		if strings.TrimSpace(line) != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func (w *capitalWriter) moved() {
	if !w.part("capital.moved", "capital.moved.none", len(w.r.Moved)) {
		return
	}
	t := Table{Heads: []string{w.loc.T("capital.who"), w.loc.T("capital.from"), w.loc.T("capital.to"), w.loc.T("capital.words")}, Shares: []int{4, 3, 3, 5}}
	before := ""
	for _, x := range w.together(w.r.Moved) {
		if on := w.on(x); on != before {
			before = on
			t.Rows = append(t.Rows, Row{[]Cell{{{Kind: Body, Spans: []Span{{on, Strong}}}}}})
		}
		said := w.portionedIf(x.Words)
		if x.Private {
			said = lines(w.loc.T("capital.private"), said)
		}
		if x.By != "" {
			said = lines(w.loc.T("capital.by", "who", x.By), said)
		}
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, x.Who), cell(Body, w.loc.T(x.From)), {{Kind: Body, Spans: []Span{{w.loc.T(x.To), Strong}}}}, cell(Fine, said)}})
	}
	w.add(t)
}

// together are the moves with those whom one statement of another moved alike in
// one: a group of a hundred States is a line, not a hundred.
func (w *capitalWriter) together(moves []data.CapitalMove) []data.CapitalMove {
	type key struct{ on, from, to, by, words string }
	var out []data.CapitalMove
	var who [][]string
	at := map[key]int{}
	for _, x := range moves {
		k := key{w.on(x), x.From, x.To, x.By, x.Words}
		i, known := at[k]
		if !known || x.By == "" {
			i, at[k] = len(out), len(out)
			out, who = append(out, x), append(who, nil)
		}
		who[i] = append(who[i], x.Who)
	}
	for i := range out {
		out[i].Who = w.loc.List(who[i])
	}
	return out
}

// on is what somebody moved on.
func (w *capitalWriter) on(x data.CapitalMove) string {
	if x.Issue != "" {
		return w.loc.Isolate(x.Issue)
	}
	if len(x.Proposal) == 2 {
		return w.loc.T("capital.on.proposal", "provision", w.place(x.Path), "verb", w.loc.Isolate(x.Proposal[0]), "who", x.Proposal[1])
	}
	return w.place(x.Path)
}

func (w *capitalWriter) news() {
	if !w.part("capital.new", "capital.new.none", len(w.r.New)) {
		return
	}
	t := Table{Heads: []string{w.loc.T("capital.what"), w.loc.T("capital.who"), w.loc.T("capital.words")}, Shares: []int{4, 4, 6}}
	for _, x := range w.r.New {
		what := w.loc.T("capital.new." + string(x.Kind))
		place := ""
		if x.Kind == data.CapitalProposal {
			what, place = w.loc.T("capital.new.proposal.kind", "what", what, "verb", w.loc.Isolate(x.Verb)), w.place(x.Path)
		}
		t.Rows = append(t.Rows, Row{[]Cell{titled(what, place, w.loc.Isolate(x.Source)), cell(Body, x.By), cell(Fine, isolatedLines(x.Words, w.loc))}})
	}
	w.add(t)
}

func (w *capitalWriter) ours() {
	if !w.part("capital.ours", "capital.ours.none", len(w.r.Ours)) {
		return
	}
	for _, x := range w.r.Ours {
		title := x.Title
		if title == "" {
			title = w.loc.T("capital.turn")
		}
		w.add(Heading{2, w.loc.Isolate(title)})
		when := w.clock(x.Time)
		if x.Took > 0 {
			when = w.loc.T("capital.took", "time", when, "took", speechClock(x.Took))
		}
		w.add(Paragraph{Kind: Fine, Spans: []Span{{lines(when, w.loc.Isolate(w.loc.Meeting(x.Meeting))), Plain}}})
		for _, p := range paragraphs(Body, isolatedLines(x.Words, w.loc)) {
			w.add(p)
		}
	}
}

func (w *capitalWriter) next() {
	if !w.part("capital.next", "capital.next.none", len(w.r.Next)) {
		return
	}
	for _, m := range w.r.Next {
		when := w.date(m.Date)
		if !m.Start.IsZero() {
			when = strings.ReplaceAll(w.moment(data.At(m.Start, w.r.From.Zone)), "\n", " · ")
		}
		w.add(Heading{2, w.met(m)}, Paragraph{Kind: Fine, Spans: []Span{{when, Plain}}})
		if len(m.Order) == 0 {
			w.add(Paragraph{Kind: Body, Spans: []Span{{w.loc.T("capital.order.none"), Plain}}})
			continue
		}
		t := Table{Heads: []string{w.loc.T("capital.order"), w.loc.T("capital.state"), w.loc.T("capital.stance")}, Shares: []int{5, 4, 4}}
		for _, x := range m.Order {
			state := ""
			if x.State != data.TextNone {
				state = w.loc.Name("text-state", string(x.State))
			}
			t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.place(x.Path)), cell(Body, state), cell(Body, w.loc.Name("stance", string(x.Stance)))}})
		}
		w.add(t)
	}
}
