package export

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/translations"
)

// CorrectionNote draws the attention of the depositary to errors and to a lack of
// concordance between the authentic texts of a treaty: each place with what the
// versions say there, and how those that are to be corrected read and should read.
//
// Source: Vienna Convention on the Law of Treaties, article 79, paragraphs 1 to 3.
func CorrectionNote(c data.PublicCorrections, loc *translations.Localizer) Document {
	w := correctionWriter{writer{loc: loc}}
	title := loc.T("concord.paper.title")
	head := title
	if c.State != "" {
		head = loc.T("paper.head", "state", c.State, "paper", title)
	}
	w.cover(c)
	for i, item := range c.Items {
		w.item(i+1, item)
	}
	w.add(Rule{}, Paragraph{Kind: Body, Spans: []Span{{loc.T("concord.paper.objection"), Plain}}})
	return Document{
		Lang: c.Lang, Title: loc.T("paper.file.title", "paper", title, "instrument", c.Title), Subject: c.Title, Author: c.State,
		RunningHead: head, Date: c.Date, Quotes: quotes(c), Blocks: w.blocks,
	}
}

type correctionWriter struct{ writer }

// cover is what the note belongs to, and what it asks.
func (w *correctionWriter) cover(c data.PublicCorrections) {
	w.add(Letterhead{c.State, c.Letterhead}, Title{w.loc.T("concord.paper.title"), c.Title})
	var f fieldRows
	f.add(w.loc.T("paper.field.body"), c.Body)
	f.add(w.loc.T("paper.field.symbol"), c.Symbol)
	f.add(w.loc.T("paper.field.date"), w.date(c.Date))
	f.add(w.loc.T("concord.paper.authentic"), w.languages(c.Authentic))
	w.add(f.Fields, Paragraph{Kind: Body, Spans: []Span{{w.loc.T("concord.paper.intro"), Plain}}})
}

func (w *correctionWriter) languages(langs []data.Lang) string {
	var names []string
	for _, lang := range langs {
		names = append(names, w.loc.Name("language", string(lang)))
	}
	return w.loc.List(names)
}

// item is one place.
func (w *correctionWriter) item(n int, c data.PublicCorrection) {
	w.add(Heading{1, w.loc.T("concord.paper.item", "n", w.loc.Number(n), "place", translations.Capital(w.loc.Cite(c.Path)))})
	about := w.loc.T("concord.kind." + c.Kind)
	if len(c.Apart) > 0 {
		about = w.loc.T("report.tally", "what", about, "n", w.languages(c.Apart))
	}
	w.add(Paragraph{Kind: Statement, Spans: []Span{{translations.Capital(about), Plain}}})
	if len(c.Said) > 0 {
		w.add(w.said(c))
	}
	if len(c.Readings) == 0 {
		w.add(Paragraph{Kind: Body, Spans: []Span{{w.loc.T("concord.paper.open"), Plain}}})
		return
	}
	w.add(Heading{2, w.loc.T("concord.paper.corrections")})
	for _, r := range c.Readings {
		w.add(Paragraph{Kind: Body, Spans: []Span{{w.version(r.Lang), Strong}}})
		w.add(Table{Heads: []string{w.loc.T("concord.paper.stands"), w.loc.T("concord.paper.read")}, Shares: []int{1, 1}, Rows: []Row{{[]Cell{
			cell(Quotation, isolatedLines(r.Stands, w.loc)), w.corrected(r),
		}}}})
	}
}

// corrected is how a version should read, with its changes, whichever way the language
// of the version and that of the note run.
func (w *correctionWriter) corrected(r data.PublicReading) Cell {
	c := Cell(proposed(data.PublicLine{Text: r.Stands, Wording: r.Read}))
	for i := range c {
		begin, end, apart := strings.Cut(w.loc.Isolate(c[i].Text()), c[i].Text())
		if apart && begin != "" {
			c[i].Spans = slices.Concat([]Span{{begin, Plain}}, c[i].Spans, []Span{{end, Plain}})
		}
	}
	return c
}

// said is a table of what each version says, those that stand apart marked.
func (w *correctionWriter) said(c data.PublicCorrection) Table {
	t := Table{Heads: []string{w.loc.T("concord.paper.version"), w.loc.T("concord.paper.words")}, Shares: []int{1, 3}}
	apart := map[data.Lang]bool{}
	for _, lang := range c.Apart {
		apart[lang] = true
	}
	for _, s := range c.Said {
		mark := Plain
		if apart[s.Lang] {
			mark = Strong
		}
		words := []Span{{w.loc.T("concord.says.nothing"), Slanted}}
		switch {
		case s.Missing:
			words = []Span{{w.loc.T("concord.says.missing"), Slanted}}
		case len(s.Words) > 0:
			words = nil
			for i, word := range s.Words {
				if i > 0 {
					words = append(words, Span{" · ", Plain})
				}
				words = append(words, Span{w.loc.Isolate(word), mark})
			}
		}
		t.Rows = append(t.Rows, Row{[]Cell{{{Kind: Body, Spans: []Span{{w.version(s.Lang), mark}}}}, {{Kind: Body, Spans: words}}}})
	}
	return t
}

func (w *correctionWriter) version(lang data.Lang) string {
	return translations.Capital(w.loc.Name("language", string(lang)))
}

// quotes are the words of the text that the note holds.
func quotes(c data.PublicCorrections) string {
	var all string
	for _, item := range c.Items {
		for _, s := range item.Said {
			for _, word := range s.Words {
				all += word + "\n"
			}
		}
		for _, r := range item.Readings {
			all += r.Stands + "\n"
		}
	}
	return all
}
