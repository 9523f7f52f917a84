package export

import (
	"cmp"
	"time"

	"travaux/data"
	"travaux/data/speaking"
	"travaux/translations"
)

// Form is how a paper in the delegation's own words is set.
type Form struct {
	Name      string        // what the paper is called: "Right of reply"
	Limit     time.Duration // of speaking, for one that is read out; 0: it is handed in
	Formula   string        // the words with which it begins; "": none
	Anonymous bool          // nobody hands it in: a non-paper
}

// OwnWords is a paper that says what the delegation wrote, and, where it has lines,
// the wording that it proposes for them.
//
// A non-paper has no letterhead, no symbol and no attribution; its properties name
// nobody. Source: reference on negotiation, section 7 (d).
func OwnWords(p data.PublicWords, f Form, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	about := cmp.Or(p.Heading, p.Title)
	if !f.Anonymous {
		w.letterhead(p.PublicBrief)
	}
	w.add(Title{f.Name, loc.Isolate(about)}, w.wordsFields(p, f))
	if f.Limit > 0 {
		w.part("check")
		w.add(Paragraph{Kind: Body, Spans: []Span{{loc.T("speech.paper.check"), Strong}}})
	}
	w.part("words")
	if f.Formula != "" {
		w.add(Paragraph{Kind: Statement, Spans: []Span{{f.Formula, Plain}}})
	}
	for _, q := range inLang(p.WordsLang, paragraphs(Body, p.Words), loc) {
		w.add(q)
	}
	if lines := proposing(p.Lines); len(lines) > 0 {
		w.part("provisions")
		w.wordings(lines)
	}
	doc := w.document(p.PublicBrief, f.Name, about)
	if f.Anonymous {
		doc.Author, doc.RunningHead, doc.Anonymous = "", f.Name, true
	}
	return doc
}

// letterhead is who speaks, where the delegation has said so.
func (w *writer) letterhead(b data.PublicBrief) {
	if b.State != "" || len(b.Letterhead) > 0 {
		w.add(Letterhead{b.State, b.Letterhead})
	}
}

// document is a paper of the delegation on something, made of what was written so far.
func (w *writer) document(b data.PublicBrief, paper, about string) Document {
	doc := Document{
		Lang: b.Lang, Title: w.loc.T("paper.file.title", "paper", paper, "instrument", about), Subject: b.Title, Author: b.State,
		RunningHead: paper, Date: b.Date, Blocks: w.blocks, Parts: w.parts,
	}
	if b.State != "" {
		doc.RunningHead = w.loc.T("paper.head", "state", b.State, "paper", paper)
	}
	return doc
}

// wordsFields say what a paper belongs to; of a non-paper, when it was written alone.
func (w *writer) wordsFields(p data.PublicWords, f Form) Fields {
	var rows fieldRows
	if !f.Anonymous {
		rows = w.belongs(p.PublicBrief, p.Heading != "")
	}
	rows.add(w.loc.T("paper.field.date"), w.date(p.Date))
	if takes := speaking.Takes(p.Words, cmp.Or(p.WordsLang, p.Lang), 0); f.Limit > 0 && takes > f.Limit { // it cannot go out so
		rows.add(w.loc.T("speech.paper.takes"), w.loc.T("words.takes.over", "time", speechClock(takes), "limit", speechClock(f.Limit)))
	}
	return rows.Fields
}

// belongs says what a paper belongs to, with the instrument where its title does not
// say it.
func (w *writer) belongs(b data.PublicBrief, instrument bool) fieldRows {
	var rows fieldRows
	if instrument {
		rows.add(w.loc.T("words.instrument"), b.Title)
	}
	rows.add(w.loc.T("paper.field.body"), b.Body)
	rows.add(w.loc.T("paper.field.session"), b.Session)
	rows.add(w.loc.T("paper.field.agenda"), b.AgendaItem)
	rows.add(w.loc.T("paper.field.symbol"), w.loc.Isolate(b.Symbol))
	return rows
}

// proposing are the lines that change something.
func proposing(lines []data.PublicLine) (out []data.PublicLine) {
	for _, l := range lines {
		if len(proposed(l)) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// wordings are lines with the text as it stands, ours as a redline of it and the
// reasons; what they rest on stands in a note.
func (w *writer) wordings(lines []data.PublicLine) {
	w.add(w.legend())
	for _, l := range lines {
		w.add(Heading{2, Cite(l, w.loc)})
		w.entry("paper.entry.text", inLang(l.TextLang, paragraphs(Quotation, l.Text), w.loc))
		wording, reasons := inLang(proposedIn(l), proposed(l), w.loc), inLang(l.ReasonsLang, paragraphs(Body, l.Reasons), w.loc)
		if len(reasons) == 0 {
			wording = noted(wording, l.Citations)
		}
		w.entry("paper.entry.wording", wording)
		w.entry("paper.entry.reasons", noted(reasons, l.Citations))
	}
}

// entry adds a labelled part, if it says something.
func (w *writer) entry(id string, list []Paragraph) {
	if len(list) > 0 {
		w.add(Entry{w.loc.T(id), list})
	}
}
