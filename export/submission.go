package export

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/translations"
)

// DraftText is a draft as it is handed in, in one language.
type DraftText struct {
	Lang       data.Lang
	Title      string
	Symbol     string
	Date       data.Date
	State      string // name of the State in Lang; "": no State is named
	Letterhead []string
	Body       string
	Session    string
	AgendaItem string
	Lines      []DraftLine
}

// DraftLine is one provision of it.
type DraftLine struct {
	ID      data.ID // of the provision in every draft and language; zero: not known
	Path    string
	Kind    data.Kind
	Depth   int
	Label   string
	Heading string
	Text    string
	Sources []DraftSource // what it rests on; of an article also what stands in it
}

// DraftSource is a source as it is cited in the language of the draft.
type DraftSource struct {
	Cite  string
	Quote string
}

// issued is the text of the draft, which the delegation makes public with it.
func (d DraftText) issued() string {
	var b strings.Builder
	b.WriteString(d.Title + "\n")
	for _, l := range d.Lines {
		b.WriteString(strings.Join([]string{l.Label, l.Heading, l.Text}, " ") + "\n" + l.Text + "\n")
		for _, s := range l.Sources {
			b.WriteString(s.Quote + "\n")
		}
	}
	return b.String()
}

func (d DraftText) document(paper string, loc *translations.Localizer, blocks []Block) Document {
	head := paper
	if d.State != "" {
		head = loc.T("paper.head", "state", d.State, "paper", paper)
	}
	return Document{
		Lang: d.Lang, Title: loc.T("paper.file.title", "paper", paper, "instrument", d.Title), Subject: d.Title, Author: d.State,
		RunningHead: head, Date: d.Date, Quotes: d.issued(), Blocks: blocks,
	}
}

// DraftPaper is a draft as a paper of the delegation: the text and nothing else.
func DraftPaper(d DraftText, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	w.submitted(d, loc.T("submission.draft"))
	within := 0 // depth of what stands in the innermost chapter or article
	for _, l := range d.Lines {
		if isContainer(l.Kind) {
			within = l.Depth + 1
		}
		w.draftLine(l, max(l.Depth-within, 0))
	}
	doc := d.document(loc.T("submission.draft"), loc, w.blocks)
	doc.Draft = &d
	return doc
}

// submitted is the head of every paper of a submission.
func (w *writer) submitted(d DraftText, title string) {
	if d.State != "" || len(d.Letterhead) > 0 {
		w.add(Letterhead{d.State, d.Letterhead})
	}
	w.add(Title{title, d.Title})
	var f fieldRows
	f.add(w.loc.T("paper.field.body"), d.Body)
	f.add(w.loc.T("paper.field.session"), d.Session)
	f.add(w.loc.T("paper.field.agenda"), d.AgendaItem)
	f.add(w.loc.T("paper.field.symbol"), w.loc.Isolate(d.Symbol))
	f.add(w.loc.T("paper.field.date"), w.date(d.Date))
	f.add(w.loc.T("paper.field.language"), translations.Endonym(string(d.Lang)))
	if len(f.Rows) > 0 {
		w.add(f.Fields)
	}
}

// draftLine is a provision as the text of a treaty is set: number and title of an
// article one below the other, lists indented.
func (w *writer) draftLine(l DraftLine, depth int) {
	label, text := l.Label, l.Text
	switch {
	case l.Kind == data.KindTitle || l.Kind == data.KindResolution:
		return // it stands at the top of the paper
	case isContainer(l.Kind):
		level := 1
		if l.Kind == data.KindSection || l.Kind == data.KindArticle {
			level = 2
		}
		w.add(Revised{Level: level, Spans: []Span{{joined("\n", label, l.Heading), Plain}}})
		label = ""
	case l.Heading != "":
		text = joined(" ", l.Heading, text)
	}
	if strings.TrimSpace(text) != "" {
		w.add(Revised{Depth: min(depth, deepest), Spans: []Span{{joined("\t", label, text), Plain}}})
	}
}

// joined puts words together that are there.
func joined(by string, words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(s string) bool { return strings.TrimSpace(s) == "" }), by)
}

// SourcesPaper is the table of what every provision of a draft rests on, and of those
// that rest on nothing.
func SourcesPaper(d DraftText, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	title := loc.T("submission.sources")
	w.submitted(d, title)
	t := Table{Heads: []string{loc.T("report.provision"), loc.T("concept.sources.title"), loc.T("concept.sources.quote")}, Shares: []int{4, 4, 6}}
	var bare []string
	for _, l := range d.Lines {
		if l.Kind != data.KindArticle && l.Kind != data.KindRecital && len(l.Sources) == 0 {
			continue
		}
		place := translations.Capital(loc.Cite(l.Path))
		if len(l.Sources) == 0 {
			bare = append(bare, loc.Cite(l.Path))
			continue
		}
		for _, s := range l.Sources {
			t.Rows = append(t.Rows, Row{[]Cell{titled(place, loc.Isolate(l.Heading)), cell(Body, s.Cite), cell(Fine, isolatedLines(s.Quote, loc))}})
		}
	}
	if len(t.Rows) > 0 {
		w.add(t)
	}
	if len(bare) > 0 {
		w.add(Heading{1, loc.T("concept.table.nothing")}, Paragraph{Kind: Body, Spans: []Span{{translations.Capital(loc.List(bare)), Plain}}})
	}
	return d.document(title, loc, w.blocks)
}

// Circulation is the letter or note with which a draft is handed in.
type Circulation struct {
	DraftText
	Note      bool   // a note verbale: in the third person and unsigned; else a letter
	Signed    string // name of who signs a letter
	Capacity  string // in which he or she does
	Annexes   []data.Lang
	Addressee string // catalogue id in the family "addressee"
}

// Addressees of a letter for circulation, by their catalogue ids, in the order of
// their rank.
var Addressees = []string{"secretary-general", "assembly", "council", "chair"}

// CirculationPaper asks that a draft be circulated as a document. A note verbale is in
// the third person and not signed; honorifics are left out.
//
// Source: reference on negotiation, section 7 (i).
func CirculationPaper(c Circulation, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	kind := "letter"
	if c.Note {
		kind = "note"
	}
	title := loc.T("submission." + kind)
	w.submitted(c.DraftText, title)
	to := loc.Name("addressee", c.Addressee)
	w.add(Paragraph{Kind: Statement, Spans: []Span{{loc.T("submission.to", "who", to), Plain}}})
	say := func(id string) {
		w.add(Paragraph{Kind: Body, Spans: []Span{{loc.T(id, "title", loc.QuoteTitle(loc.Isolate(c.Title))), Plain}}})
	}
	say("submission." + kind + ".transmits")
	say("submission." + kind + ".requests")
	say("submission." + kind + ".closes")
	if !c.Note {
		w.add(Paragraph{Kind: Body, Spans: signed(c.Signed, loc)})
		if c.Capacity != "" {
			w.add(Paragraph{Kind: Body, Spans: []Span{{c.Capacity, Plain}}})
		}
	}
	var names []string
	for _, l := range c.Annexes {
		names = append(names, loc.Name("language", string(l)))
	}
	annex := loc.T("submission.annex", "title", loc.Isolate(c.Title), "languages", loc.List(names))
	if len(c.Annexes) == 1 && c.Annexes[0] != c.Lang {
		annex += " [" + loc.T("submission.original", "language", loc.Name("language", string(c.Annexes[0]))) + "]"
	}
	w.add(Rule{}, Paragraph{Kind: Fine, Spans: []Span{{annex, Plain}}})
	return c.document(title, loc, w.blocks)
}
