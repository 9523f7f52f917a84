package export

import (
	"strings"

	"travaux/data"
	"travaux/data/consult"
	"travaux/data/marking"
	"travaux/translations"
)

// PublicExchange is the exchange of views between the parties as a paper is made from
// it. One for the outside holds only what everybody may read; one with a Marking is
// for the delegation.
type PublicExchange struct {
	Lang        data.Lang
	Treaty      string
	State       string // whose delegation makes the paper
	Letterhead  []string
	Day         data.Date
	Threads     []consult.Thread
	Meetings    []data.Consultation
	Names       map[string]string           // of parties by their codes, in Lang
	Paths       map[data.ID]string          // of provisions
	Obligations map[data.ID]data.Obligation // that are asked about
	Marking     marking.Level               // zero: for the outside
}

// Exchange is the compilation of questions and answers, of what is unanswered, and of
// the meetings with what is to be done after them.
func Exchange(p PublicExchange, loc *translations.Localizer) Document {
	w := exchangeWriter{writer{loc: loc}, &p}
	title := loc.T("consult.paper")
	if p.State != "" {
		w.add(Letterhead{p.State, p.Letterhead})
	}
	w.add(Title{title, p.Treaty})
	var f fieldRows
	f.add(loc.T("dispute.as-of"), w.date(p.Day))
	w.add(f.Fields)
	w.threads()
	w.unanswered()
	w.meetings()
	doc := Document{
		Lang: p.Lang, Title: loc.T("paper.file.title", "paper", title, "instrument", p.Treaty), Subject: p.Treaty, Author: p.State,
		RunningHead: title, Date: p.Day, Blocks: w.blocks,
	}
	if p.Marking.Code != "" {
		doc.Marking = Handling(p.Marking, loc)
	}
	return doc
}

type exchangeWriter struct {
	writer
	p *PublicExchange
}

func (w *exchangeWriter) name(code string) string {
	if n := w.p.Names[code]; n != "" {
		return n
	}
	return w.loc.Isolate(code)
}

func (w *exchangeWriter) names(codes []string) string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = w.name(c)
	}
	return w.loc.List(all)
}

func (w *exchangeWriter) places(ids []data.ID) string {
	var all []string
	for _, id := range ids {
		if path := w.p.Paths[id]; path != "" {
			all = append(all, w.loc.Cite(path))
		}
	}
	return w.loc.List(all)
}

func (w *exchangeWriter) threads() {
	w.add(Heading{1, w.loc.T("consult.questions")})
	if len(w.p.Threads) == 0 {
		w.add(w.fine(w.loc.T("consult.none")))
	}
	for _, t := range w.p.Threads {
		w.add(Heading{2, translations.Capital(w.about(t.Head))})
		if o, ok := w.p.Obligations[t.Head.Obligation]; ok {
			w.add(w.fine(w.loc.T("consult.on-obligation", "obligation", w.obligation(o))))
		}
		for _, q := range append([]data.Question{t.Head}, t.Replies...) {
			about := w.date(q.Date)
			switch {
			case len(q.To) > 0:
				about = w.loc.T("consult.to.some", "date", about, "who", w.names(q.To))
			case q.Kind == data.QuestionAsked:
				about = w.loc.T("consult.to.all", "date", about)
			}
			label := w.loc.T("dispute.row.means", "means", w.loc.Name("question-kind", string(q.Kind)), "state", w.name(q.By))
			w.add(Entry{label, append([]Paragraph{w.fine(about)}, paragraphs(Body, isolatedLines(q.Text, w.loc))...)})
		}
		for _, x := range t.Waiting {
			w.add(w.fine(w.waits(x)))
		}
	}
}

// about is what a thread is on: provisions, else that of an obligation, else the treaty
// as a whole.
func (w *exchangeWriter) about(q data.Question) string {
	places := q.Provisions
	if o, ok := w.p.Obligations[q.Obligation]; ok && len(places) == 0 {
		places = []data.ID{o.Provision}
	}
	if title := w.places(places); title != "" {
		return title
	}
	return w.loc.T("consult.whole")
}

// obligation is where an obligation stands and what must be done.
func (w *exchangeWriter) obligation(o data.Obligation) string {
	words := w.loc.Isolate(o.Must)
	if place := w.places([]data.ID{o.Provision}); place != "" {
		return w.loc.T("picked.obligation.words", "place", place, "words", words)
	}
	return words
}

// waits says for whose answer a question waits, and since when.
func (w *exchangeWriter) waits(x consult.Waiting) string {
	since := w.loc.N("period.days", x.Days)
	if x.Overdue > 0 {
		return w.loc.T("consult.waits.late", "who", w.name(x.Party), "since", since, "date", w.date(x.Due), "late", w.loc.N("period.days", x.Overdue))
	}
	return w.loc.T("consult.waits", "who", w.name(x.Party), "since", since)
}

func (w *exchangeWriter) unanswered() {
	w.add(Heading{1, w.loc.T("consult.unanswered")})
	owed := consult.ByParty(w.p.Threads)
	if len(owed) == 0 {
		w.add(w.fine(w.loc.T("consult.unanswered.none")))
		return
	}
	t := Table{Heads: []string{w.loc.T("dispute.party"), w.loc.T("consult.unanswered"), w.loc.T("consult.late"), w.loc.T("consult.oldest")}, Shares: []int{4, 2, 2, 4}}
	for _, x := range owed {
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.name(x.Party)), cell(Body, w.loc.Number(x.Open)), cell(Body, w.loc.Number(x.Overdue)), cell(Body, lines(w.date(x.Oldest), w.loc.N("period.days", x.Days)))}})
	}
	w.add(t)
}

func (w *exchangeWriter) meetings() {
	if len(w.p.Meetings) == 0 {
		return
	}
	w.add(Heading{1, w.loc.T("consult.meetings")})
	for _, c := range w.p.Meetings {
		w.add(Heading{2, w.loc.Isolate(c.Title)})
		when := w.date(c.Date)
		if !c.Until.IsZero() && c.Until != c.Date {
			when = w.loc.T("consult.span", "from", when, "until", w.date(c.Until))
		}
		w.add(w.fine(strings.Join(nonempty(w.loc.Name("consultation-kind", string(c.Kind)), w.loc.Isolate(c.Place), when, w.names(c.Parties)), " · ")))
		for i, a := range c.Agenda {
			text := w.loc.Isolate(a.Title)
			if place := w.places([]data.ID{a.Provision}); place != "" {
				text = w.loc.T("dispute.row.means", "means", translations.Capital(place), "state", text)
			}
			w.add(Entry{w.loc.Number(i+1) + ".", paragraphs(Body, text)})
		}
		for _, p := range paragraphs(Body, isolatedLines(c.Record, w.loc)) {
			w.add(p)
		}
		if len(c.FollowUps) == 0 {
			continue
		}
		t := Table{Heads: []string{w.loc.T("consult.follow.task"), w.loc.T("dispute.party"), w.loc.T("consult.follow.by"), w.loc.T("consult.follow.done")}, Shares: []int{6, 3, 3, 3}}
		for _, f := range c.FollowUps {
			who := w.loc.T("consult.everybody")
			if f.Who != "" {
				who = w.name(f.Who)
			}
			t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.loc.Isolate(f.What)), cell(Body, who), cell(Body, w.date(f.By)), cell(Body, w.date(f.Done))}})
		}
		w.add(t)
	}
}

func nonempty(all ...string) (out []string) {
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
