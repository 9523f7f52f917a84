package export

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/force"
	"travaux/translations"
)

// TreatyStatus is what the papers on participation are made from. All of it is of the
// kinds that are notified to everybody.
type TreatyStatus struct {
	Lang         data.Lang
	Date         data.Date // of the paper
	State        string    // whose delegation makes it
	Letterhead   []string
	Treaty       data.Treaty
	Now          force.Treaty // on the day of which the paper tells
	Instruments  []data.Instrument
	Reservations []data.Reservation
	Growth       []force.Point
	Names        map[string]string // of parties, in the language of the paper
	Places       map[data.ID]string
}

func (s TreatyStatus) name(code string) string {
	if n := s.Names[code]; n != "" {
		return n
	}
	return code
}

// sorted are the standings in the order of the names.
func (s TreatyStatus) sorted(loc *translations.Localizer) []force.Standing {
	out := slices.Clone(s.Now.Standing)
	slices.SortStableFunc(out, func(a, b force.Standing) int { return loc.Compare(s.name(a.Party), s.name(b.Party)) })
	return out
}

// participationWriter puts the parts of a paper on participation together.
type participationWriter struct {
	writer
	s TreatyStatus
}

func (w *participationWriter) document(title string) Document {
	of := w.s.Treaty.Title.In(w.s.Lang)
	head := title
	if w.s.State != "" {
		head = w.loc.T("paper.head", "state", w.s.State, "paper", title)
	}
	return Document{
		Lang: w.s.Lang, Title: w.loc.T("paper.file.title", "paper", title, "instrument", of), Subject: of, Author: w.s.State,
		RunningHead: head, Date: w.s.Date, Blocks: w.blocks,
	}
}

// StatusPaper is the status of a treaty as a depositary lists it: since when it is in
// force or what is lacking, every participant with its dates, reservations and
// declarations with the objections to them, and how participation grew.
func StatusPaper(s TreatyStatus, loc *translations.Localizer) Document {
	w := participationWriter{writer{loc: loc}, s}
	title := loc.T("participation.paper.title")
	w.cover(title)
	w.participants()
	w.declarations()
	w.growth()
	return w.document(title)
}

func (w *participationWriter) cover(title string) {
	t := w.s.Treaty
	if w.s.State != "" {
		w.add(Letterhead{w.s.State, w.s.Letterhead})
	}
	w.add(Title{title, t.Title.In(w.s.Lang)})
	var f fieldRows
	f.add(w.loc.T("participation.form.symbol"), w.loc.Isolate(t.Symbol))
	f.add(w.loc.T("participation.form.adopted"), w.date(t.Adopted))
	f.add(w.loc.T("participation.form.by"), t.By.In(w.s.Lang))
	if !t.Opens.IsZero() && !t.Closes.IsZero() {
		f.add(w.loc.T("participation.paper.open"), w.loc.T("participation.paper.span", "from", w.date(t.Opens), "until", w.date(t.Closes)))
	} else {
		f.add(w.loc.T("participation.form.opens"), w.date(t.Opens))
	}
	f.add(w.loc.T("participation.form.depositary"), t.Depositary.In(w.s.Lang))
	f.add(w.loc.T("participation.form.rule"), strings.Join(RuleWords(t, w.loc, w.s.name), " "))
	f.add(w.loc.T("participation.paper.status"), strings.Join(TreatyWords(t, w.s.Now, w.loc, w.s.name), " "))
	f.add(w.loc.T("participation.day"), w.date(w.s.Now.Day))
	w.add(f.Fields)
}

// participants is the table of the depositary's list.
func (w *participationWriter) participants() {
	w.add(Heading{1, w.loc.T("participation.paper.participants")})
	if len(w.s.Now.Standing) == 0 {
		w.add(Paragraph{Kind: Body, Spans: []Span{{w.loc.T("participation.paper.nobody"), Plain}}})
		return
	}
	t := Table{
		Heads: []string{
			w.loc.T("participation.paper.participant"), w.loc.T("participation.paper.signature"), w.loc.T("participation.paper.consent"), w.loc.T("participation.paper.force"),
		},
		Shares: []int{5, 4, 5, 5},
	}
	for _, s := range w.s.sorted(w.loc) {
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.s.name(s.Party)), cell(Body, w.date(s.Signed)), w.consent(s), w.force(s)}})
	}
	w.add(t)
}

func (w *participationWriter) consent(s force.Standing) Cell {
	var c Cell
	if s.Bound.Kind != "" {
		c = append(c, paragraphs(Body, translations.Capital(w.loc.T("participation.standing.bound", "kind", w.loc.Name("instrument", string(s.Bound.Kind)), "date", w.date(s.Bound.Date))))...)
	}
	if !s.Withdrawn.IsZero() {
		c = append(c, paragraphs(Body, translations.Capital(w.loc.T("participation.standing.withdrawn", "date", w.date(s.Withdrawn))))...)
	}
	return c
}

func (w *participationWriter) force(s force.Standing) Cell {
	c := Cell(paragraphs(Body, w.date(s.InForce)))
	switch {
	case s.Ends.IsZero():
	case !w.s.Now.Day.Before(s.Ends):
		c = append(c, paragraphs(Fine, translations.Capital(w.loc.T("participation.standing.left", "date", w.date(s.Ends))))...)
	default:
		c = append(c, paragraphs(Fine, translations.Capital(w.loc.T("participation.standing.denounced", "date", w.date(s.Denounced), "ends", w.date(s.Ends))))...)
	}
	return c
}

// declarations are what was declared and not withdrawn, by State, with objections.
func (w *participationWriter) declarations() {
	standing := force.Declared(w.s.Reservations, w.s.Now.Day)
	if len(standing) == 0 {
		return
	}
	w.add(Heading{1, w.loc.T("participation.paper.declarations")})
	of := map[string][]data.Reservation{}
	var codes []string
	for _, r := range standing {
		if r.Kind == data.ReservationObjected {
			continue
		}
		if of[r.Party] == nil {
			codes = append(codes, r.Party)
		}
		of[r.Party] = append(of[r.Party], r)
	}
	slices.SortStableFunc(codes, func(a, b string) int { return w.loc.Compare(w.s.name(a), w.s.name(b)) })
	for _, code := range codes {
		w.add(Heading{2, w.s.name(code)})
		for _, r := range of[code] {
			w.declaration(r)
			for _, o := range standing {
				if o.Kind == data.ReservationObjected && o.On == r.ID {
					w.objection(o)
				}
			}
		}
	}
}

func (w *participationWriter) declaration(r data.Reservation) {
	head := translations.Capital(w.loc.T("participation.standing.bound", "kind", w.loc.Name("reservation-kind", string(r.Kind)), "date", w.date(r.Date)))
	var places []string
	for _, p := range r.Provisions {
		if at := w.s.Places[p]; at != "" {
			places = append(places, at)
		}
	}
	if len(places) > 0 {
		head = w.loc.T("report.tally", "what", head, "n", w.loc.List(places))
	}
	w.add(Paragraph{Kind: Body, Spans: []Span{{head, Strong}}})
	for _, p := range paragraphs(Body, w.loc.Isolate(r.Text)) {
		w.add(p)
	}
}

func (w *participationWriter) objection(o data.Reservation) {
	words := w.loc.T("participation.entry.means", "who", w.s.name(o.Party), "kind", w.loc.Name("reservation-kind", string(o.Kind)), "date", w.date(o.Date))
	if o.Opposes {
		words += " " + w.loc.T("participation.declared.opposed")
	}
	w.add(Paragraph{Kind: Fine, Spans: []Span{{words, Strong}}})
	if o.Text != "" {
		for _, p := range paragraphs(Fine, w.loc.Isolate(o.Text)) {
			w.add(p)
		}
	}
}

// growth draws how participation grew.
func (w *participationWriter) growth() {
	if len(w.s.Growth) < 2 {
		return
	}
	w.add(Heading{1, w.loc.T("participation.tab.growth")})
	series := func(id string, fill Fill, of func(force.Point) int) Series {
		s := Series{Name: w.loc.T(id), Fill: fill}
		for _, p := range w.s.Growth {
			s.Bars = append(s.Bars, Bar{Label: w.date(p.Day), Value: of(p), Words: w.loc.Number(of(p))})
		}
		return s
	}
	w.add(Chart{[]Series{
		series("participation.paper.bound", FillHatched, func(p force.Point) int { return p.Bound }),
		series("participation.filter.parties", FillSolid, func(p force.Point) int { return p.Parties }),
	}})
}

// NotificationPaper is the text by which a depositary notifies instruments of one
// day: who did what, since when it binds, and what is lacking or that the treaty
// enters into force.
//
// Source: Vienna Convention on the Law of Treaties, articles 77(1)(e) and (f), 78.
func NotificationPaper(s TreatyStatus, day data.Date, loc *translations.Localizer) Document {
	w := participationWriter{writer{loc: loc}, s}
	title := loc.T("participation.notify.title")
	if s.State != "" {
		w.add(Letterhead{s.State, s.Letterhead})
	}
	w.add(Title{title, s.Treaty.Title.In(s.Lang)})
	var f fieldRows
	f.add(loc.T("participation.form.depositary"), s.Treaty.Depositary.In(s.Lang))
	f.add(loc.T("participation.form.adopted"), w.date(s.Treaty.Adopted))
	f.add(loc.T("participation.form.symbol"), loc.Isolate(s.Treaty.Symbol))
	f.add(loc.T("paper.field.date"), w.date(s.Date))
	w.add(f.Fields, Paragraph{Kind: Body, Spans: []Span{{loc.T("participation.notify.intro", "date", w.date(day)), Plain}}})
	for _, i := range s.Instruments {
		if i.Date == day {
			w.notified(i)
		}
	}
	w.add(Paragraph{Kind: Statement, Spans: []Span{{strings.Join(TreatyWords(s.Treaty, s.Now, loc, s.name), " "), Plain}}})
	return w.document(title)
}

// notified is one instrument.
func (w *participationWriter) notified(i data.Instrument) {
	w.add(Heading{2, w.loc.T("participation.notify.item", "who", w.s.name(i.Party), "kind", w.loc.Name("instrument", string(i.Kind)))})
	its, _ := w.s.Now.Of(i.Party)
	id, on := "participation.notify.done", its.InForce
	switch {
	case i.Kind.Binds() && !on.IsZero():
		id = "participation.notify.force"
	case i.Kind.Binds():
		id = "participation.notify.waits"
	case i.Kind == data.InstrumentDenunciation && !its.Ends.IsZero():
		id, on = "participation.notify.ends", its.Ends
	}
	w.add(Paragraph{Kind: Body, Spans: []Span{{w.loc.T(id, "date", w.date(i.Date), "on", w.date(on), "who", w.s.name(i.Party)), Plain}}})
}
