package text_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"travaux/data"
	"travaux/export"
	"travaux/export/internal/everything"
	"travaux/export/internal/specimen"
	"travaux/export/text"
	"travaux/translations"
)

func written(tb testing.TB, doc export.Document) string {
	tb.Helper()
	b, err := text.Write(context.Background(), doc)
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

func specimens(lang data.Lang) map[string]export.Document {
	return map[string]export.Document{
		"everything": everything.Paper(lang),
		"position":   export.PositionPaper(specimen.Brief(lang), translations.New(string(lang))),
	}
}

// TestLook writes the specimens to the folder TRAVAUX_LOOK for a person to see.
func TestLook(t *testing.T) {
	dir := os.Getenv("TRAVAUX_LOOK")
	if dir == "" {
		t.Skip("TRAVAUX_LOOK names no folder")
	}
	for _, lang := range data.Langs {
		for name, doc := range specimens(lang) {
			if err := os.WriteFile(filepath.Join(dir, name+"."+string(lang)+".txt"), []byte(written(t, doc)), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestPlainText(t *testing.T) {
	span := func(s string, m export.Mark) export.Span { return export.Span{Text: s, Mark: m} }
	p := func(spans ...export.Span) export.Paragraph { return export.Paragraph{Spans: spans} }
	row := func(words ...string) export.Row {
		var r export.Row
		for _, s := range words {
			r.Cells = append(r.Cells, export.Cell{p(span(s, 0))})
		}
		return r
	}
	long := strings.Repeat("words of a cell ", 9) + "end"
	legend := p(span("additions", export.Inserted), span(" are underlined", 0))
	legend.Legend = true
	for _, c := range []struct {
		name   string
		lang   data.Lang
		blocks []export.Block
		want   string
	}{
		{"headings are underlined as wide as they are", data.English, []export.Block{
			export.Title{Text: "Paper", Subtitle: "On it"}, export.Heading{Level: 1, Text: "One"}, export.Heading{Level: 2, Text: "Two"}, export.Heading{Level: 3, Text: "Three"},
		}, "Paper\n=====\n\nOn it\n\n\nOne\n===\n\nTwo\n---\n\nThree\n.....\n"},
		{"ideographs are two columns wide", data.Chinese, []export.Block{export.Heading{Level: 2, Text: "第四条"}}, "第四条\n------\n"},
		{"a paragraph is a line", data.English, []export.Block{p(span(long, 0)), p(span("two\nlines", 0))}, long + "\n\ntwo\nlines\n"},
		{"changes have signs, blanks stand outside", data.English, []export.Block{
			p(span("take", 0), span(" all ", export.Deleted), span("some", export.Inserted), span(" measures", export.MovedHere)),
		}, "take {-all-} {+some+} {>measures>}\n"},
		{
			"no blank is left before a comma", data.English, []export.Block{
				p(span("training", 0), span(" and", export.Deleted), span(",", export.Inserted), span(" cooperation", 0)),
				p(span("it", 0), span(" and more", export.Deleted), span(".", 0)),
			}, "training{- and-}{+,+} cooperation\n\nit{- and more-}.\n",
		},
		{
			"the legend names the signs that are used", data.English,
			[]export.Block{legend, p(span("gone", export.Deleted))},
			"Signs: {-…-} deleted words.\n\n{-gone-}\n",
		},
		{
			"notes are numbered and stand at the end", data.English,
			[]export.Block{p(span("A", 0), span("first", export.Footnote), span(" b", 0), span("second", export.Footnote))},
			"A¹ b²\n\nNotes\n-----\n\n¹ first\n² second\n",
		},
		{
			"labels stand before their words", data.French,
			[]export.Block{export.Entry{Label: "Motifs", Paragraphs: []export.Paragraph{p(span("a", 0)), p(span("b", 0))}}},
			"Motifs\u00a0: a\n\nb\n",
		},
		{
			"numbers stand in their line", data.English,
			[]export.Block{export.Entry{Label: "1.", Paragraphs: []export.Paragraph{p(span("a", 0))}}},
			"1. a\n",
		},
		{
			"short rows are columns", data.English,
			[]export.Block{export.Table{Heads: []string{"State", "View"}, Rows: []export.Row{row("Ardane", "+"), row("All")}}},
			"State  | View\n-------+-----\nArdane | +\nAll\n",
		},
		{
			"strong signs stand between stars", data.English,
			[]export.Block{export.Grid{Corner: "State", Columns: []export.GridColumn{{Label: "1"}}, Rows: []export.GridRow{
				{Head: "Ardane", Cells: []export.GridCell{{Text: "+", Strong: true}}}, {Head: "Velmora", Cells: []export.GridCell{{Text: "+"}}},
			}}},
			"State   | 1\n--------+----\nArdane  | *+*\nVelmora | +\n",
		},
		{
			"long rows are labelled lines", data.English,
			[]export.Block{export.Table{Heads: []string{"State", "View"}, Rows: []export.Row{row("Ardane", long), row("B", "")}}},
			"State: Ardane\nView: " + long + "\n\nState: B\n",
		},
		{
			"numbers and signs of a long row share a line, and so do the few words of a cell", data.French,
			[]export.Block{export.Table{Heads: []string{"Question", "Pour", "Contre", "Remarque"}, Rows: []export.Row{row(long, "14", "(−)", "le 4 mai\nséance 3")}}},
			"Question\u00a0: " + long + "\nPour\u00a0: 14\u00a0; Contre\u00a0: (−)\nRemarque\u00a0: le 4 mai\u00a0; séance 3\n",
		},
		{
			"an Arabic line that begins with a symbol is told its way", data.Arabic,
			[]export.Block{p(span("A/AC.311/11 وثيقة", 0)), p(span("وثيقة A/AC.311/11", 0)), p(span("1 Harbour Street", 0))},
			"\u200fA/AC.311/11 وثيقة\n\nوثيقة A/AC.311/11\n\n1 Harbour Street\n",
		},
		{
			"an English line that begins with Arabic is told its way", data.English,
			[]export.Block{p(span("وثيقة of it", 0)), export.Paragraph{Lang: data.Arabic, Spans: []export.Span{span("وثيقة", 0)}}},
			"\u200eوثيقة of it\n\nوثيقة\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := written(t, export.Document{Lang: c.lang, Blocks: c.blocks}); got != c.want {
				t.Errorf("got\n%q, want\n%q", got, c.want)
			}
		})
	}
}

func TestMarkingAtBothEnds(t *testing.T) {
	for _, lang := range data.Langs {
		doc := everything.Paper(lang)
		doc.Marking = "RESTRICTED – Velmora"
		got := strings.TrimSpace(written(t, doc))
		if !strings.HasPrefix(got, "*** RESTRICTED") || !strings.HasSuffix(got, "Velmora ***") {
			t.Errorf("%s: %.60q…", lang, got)
		}
		if _, c, err := text.Format.Marked(t.Context(), doc, export.FileOptions{}); err != nil || !c.Ours {
			t.Errorf("%s: %v", lang, err)
		}
	}
}

// shown is a document without what a plain text says in another way.
func shown(doc export.Document) export.Document {
	doc.Blocks = slices.DeleteFunc(slices.Clone(doc.Blocks), func(b export.Block) bool {
		p, _ := b.(export.Paragraph)
		_, code := b.(export.Code)
		return p.Legend || code
	})
	return doc
}

// TestNothingIsLost looks for every word of the document in the file.
func TestNothingIsLost(t *testing.T) {
	for _, lang := range data.Langs {
		for name, doc := range specimens(lang) {
			got := written(t, doc)
			if !utf8.ValidString(got) || strings.Contains(got, "\t") || strings.Contains(got, "\n\n\n\n") {
				t.Errorf("%s, %s: not tidy", name, lang)
			}
			if got != written(t, doc) {
				t.Errorf("%s, %s: other bytes", name, lang)
			}
			for _, word := range strings.FieldsFunc(shown(doc).Text(), func(r rune) bool { return strings.ContainsRune(" \n\t[]+-<>^|=#/_▦¶:*", r) }) {
				if !strings.Contains(got, word) {
					t.Errorf("%s, %s: no %q", name, lang, word)
				}
			}
		}
	}
}

func TestSecretsAreFound(t *testing.T) {
	secret := "Capital will accept twelve months if the other delegations insist upon it"
	for name, b := range map[string]export.Block{
		"note":   export.Paragraph{Spans: []export.Span{{Text: secret, Mark: export.Footnote}}},
		"remark": export.Revised{Note: []export.Span{{Text: secret}}},
		"cell":   export.Table{Heads: []string{"a"}, Rows: []export.Row{{Cells: []export.Cell{{{Spans: []export.Span{{Text: secret}}}}}}}},
		"edits":  export.Entry{Paragraphs: []export.Paragraph{{Spans: []export.Span{{Text: secret[:30], Mark: export.Inserted}, {Text: secret[30:]}}}}},
	} {
		_, _, err := text.Format.Checked(t.Context(), export.Document{Lang: data.English, Blocks: []export.Block{b}}, export.FileOptions{}, []data.Secret{{Field: "f", Text: secret}})
		if data.CodeOf(err) != export.CodeLeak {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestStopsWhenAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := text.Write(ctx, everything.Paper(data.English)); data.CodeOf(err) != data.CodeCancelled {
		t.Error(err)
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("A/AC.311 \u2067وثيقة\u2069\x00\xff\r\n1", uint8(1))
	f.Fuzz(func(t *testing.T, s string, mark uint8) {
		p := export.Paragraph{Spans: []export.Span{{Text: s, Mark: export.Mark(mark)}}}
		doc := export.Document{Lang: data.Arabic, Blocks: []export.Block{
			export.Heading{Level: int(mark % 5), Text: s}, p, export.Table{Heads: []string{s}, Rows: []export.Row{{Cells: []export.Cell{{p}, {p}}}}},
		}}
		b, err := text.Write(context.Background(), doc)
		if err != nil || !utf8.Valid(b) || bytes.ContainsRune(b, '\r') {
			t.Error(err)
		}
	})
}
