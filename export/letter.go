package export

import (
	"strconv"
	"strings"

	"travaux/data"
	"travaux/translations"
)

// CircularLetter is a letter, or a note verbale, by which papers are handed in to be
// circulated. Its annexes are the papers, or what the delegation wrote.
type CircularLetter struct {
	data.PublicWords            // what it belongs to; its words are an annex
	Note             bool       // a note verbale: in the third person and unsigned; else a letter
	Addressee        string     // one of Addressees
	Signed           string     // name of who signs a letter
	Capacity         string     // in which he or she does
	Papers           []Document // annexed
}

// LetterForCirculation asks that the annexes be circulated as a document. Honorifics
// are left out; a letter is signed at the end of the line, a note verbale is not.
//
// Source: reference on negotiation, section 7 (i).
func LetterForCirculation(c CircularLetter, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	kind := "letter"
	if c.Note {
		kind = "note"
	}
	name, about := loc.T("submission."+kind), c.annexed(loc)
	w.letterhead(c.PublicBrief)
	w.add(Title{name, loc.Isolate(about)})
	rows := w.belongs(c.PublicBrief, about != c.Title)
	rows.add(loc.T("paper.field.date"), w.date(c.Date))
	w.add(rows.Fields)
	w.part("letter")
	w.add(Paragraph{Kind: Statement, Spans: []Span{{loc.T("submission.to", "who", loc.Name("addressee", c.Addressee)), Plain}}})
	for _, id := range []string{".transmits", ".requests", ".closes"} {
		w.add(Paragraph{Kind: Body, Spans: []Span{{loc.T("submission."+kind+id, "title", loc.QuoteTitle(loc.Isolate(about))), Plain}}})
	}
	if !c.Note {
		w.add(Paragraph{Kind: Signature, Spans: signed(c.Signed, loc)})
		if c.Capacity != "" {
			w.add(Paragraph{Kind: Signature, Spans: []Span{{c.Capacity, Plain}}})
		}
	}
	w.part("annexes")
	w.annexes(c)
	doc := w.document(c.PublicBrief, name, about)
	for _, p := range c.Papers {
		doc.Quotes += p.Quotes + "\n"
	}
	return doc
}

// signed is the line of who signs.
func signed(name string, loc *translations.Localizer) []Span {
	mark := loc.T("submission.signed")
	if !strings.HasSuffix(mark, "）") { // a Chinese parenthesis is as wide as a space already
		name = " " + name
	}
	return []Span{{mark, Slanted}, {name, Plain}}
}

// annexed is what the letter transmits.
func (c CircularLetter) annexed(loc *translations.Localizer) string {
	var names []string
	for _, p := range c.Papers {
		names = append(names, p.Title)
	}
	if len(names) == 0 {
		return firstOf(c.Heading, c.Title)
	}
	return loc.List(names)
}

func (w *writer) annexes(c CircularLetter) {
	if len(c.Papers) == 0 {
		w.add(PageBreak{}, Heading{1, w.loc.T("letter.annex")})
		if c.Heading != "" {
			w.add(Heading{2, c.Heading})
		}
		for _, p := range inLang(c.WordsLang, paragraphs(Body, c.Words), w.loc) {
			w.add(p)
		}
		return
	}
	for i, p := range c.Papers {
		name := w.loc.T("letter.annex")
		if len(c.Papers) > 1 {
			name = w.loc.T("letter.annex.n", "n", strconv.Itoa(i+1))
		}
		at := len(w.blocks)
		w.bind(p, "")
		if h, ok := w.blocks[at+1].(Heading); ok {
			h.Text = w.loc.T("letter.annex.of", "annex", name, "title", h.Text)
			w.blocks[at+1] = h
		}
		if p.Lang != c.Lang {
			w.blocks = append(w.blocks[:at+2], append([]Block{Paragraph{Kind: Fine, Spans: []Span{{Original(p.Lang, w.loc), Slanted}}}}, w.blocks[at+2:]...)...)
		}
	}
}
