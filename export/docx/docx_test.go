package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
	"travaux/export"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

// day is when all test files are made.
var day = time.Date(2026, time.March, 9, 18, 0, 0, 0, time.UTC)

func written(tb testing.TB, doc export.Document) []byte {
	tb.Helper()
	out, err := Write(context.Background(), doc, Options{Author: "Velmora", Date: day})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

func files(tb testing.TB, file []byte) []*zip.File {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		tb.Fatal(err)
	}
	return z.File
}

// partsOf unzips a file.
func partsOf(tb testing.TB, file []byte) map[string]string {
	tb.Helper()
	out := map[string]string{}
	for _, f := range files(tb, file) {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			tb.Fatal(err)
		}
		out[f.Name] = string(content)
	}
	return out
}

// texts of a small revised article in the language, enough to show every mark.
var texts = map[data.Lang]struct{ kept, gone, came, symbol string }{
	data.Arabic:  {"تتخذ كل دولة طرف ", "التدابير المناسبة", "التدابير اللازمة", " وفقا للوثيقة A/AC.311/11 (2026)."},
	data.Chinese: {"每一缔约国应采取", "适当措施", "“必要”措施", "，见 A/AC.311/11。"},
	data.English: {"Each State Party shall take ", "appropriate measures", "the measures necessary", " (A/AC.311/11)."},
	data.French:  {"Chaque État Partie prend ", "les mesures voulues", "les mesures nécessaires", " (A/AC.311/11)."},
	data.Russian: {"Каждое государство-участник принимает ", "надлежащие меры", "необходимые меры", " (A/AC.311/11)."},
	data.Spanish: {"Cada Estado parte adoptará ", "medidas apropiadas", "las medidas necesarias", " (A/AC.311/11)."},
}

// redlined is a text with all that a revised text can have.
func redlined(lang data.Lang) export.Document {
	t := texts[lang]
	plain := func(s string) export.Span { return export.Span{Text: s} }
	marked := func(s string, m export.Mark) export.Span { return export.Span{Text: s, Mark: m} }
	return export.Document{
		Lang: lang, Title: "T", Subject: t.kept, Author: "Velmora", RunningHead: t.kept, Date: data.DateOf(day),
		Blocks: []export.Block{
			export.Revised{Level: 2, Spans: []export.Span{plain("4\n"), marked(t.gone, export.Deleted), marked(t.came, export.Inserted)}},
			export.Revised{Spans: []export.Span{plain("1.\t" + t.kept), marked(t.gone, export.Deleted), marked(t.came, export.Inserted), plain(t.symbol)}},
			export.Revised{Depth: 1, End: export.Deleted, Spans: []export.Span{marked("(a)\t"+t.gone, export.Deleted)}},
			export.Revised{Depth: 1, End: export.Inserted, Spans: []export.Span{marked("(a)\t"+t.came, export.Inserted)}},
			export.Revised{
				End:  export.Inserted,
				Note: []export.Span{plain(t.came)},
				Spans: []export.Span{
					marked(t.kept, export.MovedHere), marked(t.gone, export.LeftOut), marked(t.came, export.Inserted), marked(t.symbol, export.MovedHere),
				},
			},
			export.Revised{End: export.Deleted, Note: []export.Span{plain(t.gone)}, Spans: []export.Span{marked(t.kept+t.gone+t.symbol, export.MovedAway)}},
			export.Revised{Spans: []export.Span{plain(t.kept + t.symbol)}},
		},
	}
}

// besideBreaks has changes on both sides of paragraph breaks, in every
// combination: what is before the break, the break, what is after it.
func besideBreaks() export.Document {
	doc := export.Document{Lang: data.English}
	marks := []export.Mark{export.Plain, export.Inserted, export.Deleted}
	for _, before := range marks {
		for _, end := range marks {
			for _, after := range marks {
				for _, all := range []bool{false, true} {
					next := export.Revised{Note: []export.Span{{Text: "n"}}, Spans: []export.Span{{Text: "c", Mark: after}, {Text: "d"}}}
					if all { // and before another break
						next.Spans[1].Mark = after
					}
					doc.Blocks = append(doc.Blocks, export.Revised{Spans: []export.Span{{Text: "a"}, {Text: "b", Mark: before}}, End: end}, next)
				}
			}
		}
		doc.Blocks = append(doc.Blocks, export.Revised{Spans: []export.Span{{Text: "e", Mark: before}}}, export.Revised{End: export.Inserted}, export.Revised{End: export.Deleted})
	}
	doc.Blocks = append(doc.Blocks, export.Revised{Spans: []export.Span{{Text: "end"}}})
	return doc
}

// tabled is a paper with every other kind of block.
func tabled(lang data.Lang) export.Document {
	doc := export.PositionPaper(specimen.Brief(lang), translations.New(string(lang)))
	t := texts[lang]
	cell := func(spans ...export.Span) export.Cell {
		return export.Cell{{Kind: export.Quotation, Spans: spans}, {Kind: export.Fine, Spans: spans}}
	}
	doc.Landscape = true
	doc.Blocks = append(doc.Blocks, export.PageBreak{}, export.Rule{}, export.Table{
		Heads: []string{t.gone, t.came, t.kept}, Shares: []int{1, 2, 2},
		Rows: []export.Row{
			{Cells: []export.Cell{cell(export.Span{Text: t.kept})}},
			{Cells: []export.Cell{cell(export.Span{Text: t.kept}), cell(export.Span{Text: t.gone, Mark: export.Deleted}, export.Span{Text: t.came, Mark: export.Inserted})}},
		},
	})
	return doc
}

// dressed is a paper with all that a look can be, notes in every place where there can
// be some, paragraphs in other languages, and pages that lie and stand.
func dressed(lang data.Lang) export.Document {
	t := texts[lang]
	note := func(s string) export.Span { return export.Span{Text: s, Mark: export.Footnote} }
	plain := func(s string) export.Span { return export.Span{Text: s} }
	cell := func(spans ...export.Span) export.Cell { return export.Cell{{Kind: export.Quotation, Spans: spans}} }
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray(image.Rect(0, 0, 300, 100))); err != nil {
		panic(err)
	}
	doc := export.Document{
		Lang: lang, Title: "T", Subject: t.kept, Author: "Velmora", RunningHead: t.came, Date: data.DateOf(day),
		Look: export.Look{Page: data.PageLetter, Face: data.FaceSans, Size: 12, Margins: data.Margins{Top: 20, Bottom: 25, Side: 30}, Logo: logo.Bytes()},
		Blocks: []export.Block{
			export.Letterhead{Name: "Velmora", Lines: []string{t.kept}},
			export.Title{Text: t.kept, Subtitle: t.came},
			export.Contents{Heading: t.kept, Depth: 2},
			export.Heading{Level: 1, Text: t.came},
			export.Paragraph{Spans: []export.Span{plain(t.kept), note(t.symbol), plain(t.gone + ".")}},
			export.Entry{Label: t.gone, Paragraphs: []export.Paragraph{
				{Spans: []export.Span{plain(t.kept)}}, {Kind: export.Fine, Spans: []export.Span{plain(t.kept)}}, {Kind: export.Statement, Spans: []export.Span{plain(t.kept), note(t.came)}},
			}},
			export.Paragraph{Kind: export.Spoken, Spans: []export.Span{plain(t.kept + t.symbol)}},
			export.PageBreak{},
			export.Paragraph{Spans: []export.Span{plain(t.kept), {Text: t.came, Mark: export.Strong | export.Slanted}}},
			export.PageBreak{Landscape: true},
			export.Table{Heads: []string{t.kept, t.came}, Rows: []export.Row{{Cells: []export.Cell{cell(plain(t.kept), note(t.gone)), cell(plain(t.came))}}}},
			export.PageBreak{},
			export.Table{Heads: []string{t.kept}, Rows: []export.Row{{Cells: []export.Cell{cell(plain(t.kept))}}}},
			export.PageBreak{},
			export.Table{Heads: []string{t.kept}, Rows: []export.Row{{Cells: []export.Cell{cell(plain(t.kept))}}}},
		},
	}
	for _, other := range data.Langs {
		o := texts[other]
		for _, kind := range []export.ParagraphKind{export.Body, export.Quotation} {
			doc.Blocks = append(doc.Blocks, export.Paragraph{Kind: kind, Lang: other, Spans: []export.Span{plain(o.kept), note(o.symbol), plain(o.gone)}})
		}
	}
	return doc
}

// noted is a revised text with notes in every kind of change.
func noted(lang data.Lang) export.Document {
	doc := redlined(lang)
	for i, b := range doc.Blocks {
		r := b.(export.Revised)
		for j := len(r.Spans); j > 0; j-- {
			r.Spans = slices.Insert(r.Spans, j, export.Span{Text: fmt.Sprintf("%s %d.%d", texts[lang].came, i, j), Mark: export.Footnote})
		}
		doc.Blocks[i] = r
	}
	return doc
}

// compared is a comparison of two versions of the invented convention.
func compared(lang data.Lang) export.Comparison {
	old, new := specimen.Versions(lang, 2)
	return comparisonOf(lang, old, new, align.Align(old, new, align.Options{}))
}

func comparisonOf(lang data.Lang, old, new []align.Paragraph, pairs []align.Pair) export.Comparison {
	return export.Comparison{
		Comparison: compare.Of(old, new, pairs), Lang: lang, OldIssue: export.Issue{Name: "A/AC.311/14"},
		NewIssue: export.Issue{Name: "A/AC.311/14/Rev.1", Date: specimen.Issued[1]}, Date: specimen.Issued[1],
	}
}

// specimens are the documents that all checks of a whole file are made with.
func specimens() map[string]export.Document {
	out := map[string]export.Document{"empty": {Lang: data.English}, "redline.breaks": besideBreaks()}
	for _, lang := range data.Langs {
		out["redline."+string(lang)] = redlined(lang)
		out["redline.noted."+string(lang)] = noted(lang)
		out["paper."+string(lang)] = tabled(lang)
		out["dressed."+string(lang)] = dressed(lang)
		out["comparison."+string(lang)] = export.ComparisonPaper(compared(lang), export.TableOptions{}, translations.New(string(lang)))
		out["redline.of."+string(lang)] = export.RedlineText(compared(lang), translations.New(string(lang)))
		out["redline.paper."+string(lang)] = export.RedlinePaper(compared(lang), translations.New(string(lang)))
	}
	return out
}

// TestLook writes the specimens to the folder TRAVAUX_LOOK for a person to see.
func TestLook(t *testing.T) {
	dir := os.Getenv("TRAVAUX_LOOK")
	if dir == "" {
		t.Skip("TRAVAUX_LOOK names no folder")
	}
	for name, doc := range specimens() {
		if err := os.WriteFile(filepath.Join(dir, name+".docx"), written(t, doc), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	for name, doc := range specimens() {
		if !bytes.Equal(written(t, doc), written(t, doc)) {
			t.Errorf("%s: another file", name)
		}
	}
}

func TestStopsWhenAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Write(ctx, tabled(data.English), Options{}); data.CodeOf(err) != data.CodeCancelled {
		t.Errorf("got %v", err)
	}
}

func TestAuthorAndDateAreTheDocumentsOrTheCallers(t *testing.T) {
	doc := redlined(data.English)
	out, err := Write(context.Background(), doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`w:author="Velmora"`, `w:date="2026-03-09T00:00:00Z"`} {
		if !strings.Contains(partsOf(t, out)["word/document.xml"], want) {
			t.Errorf("no %s", want)
		}
	}
	doc.Author = ""
	if out, err = Write(context.Background(), doc, Options{}); err != nil || !strings.Contains(partsOf(t, out)["word/document.xml"], `w:author="Travaux"`) {
		t.Errorf("changes of nobody: %v", err)
	}
	for _, want := range []string{`w:author="Velmora"`, `w:date="2026-03-09T18:00:00Z"`} {
		if !strings.Contains(partsOf(t, written(t, doc))["word/document.xml"], want) {
			t.Errorf("no %s", want)
		}
	}
}

// TestEveryPartIsWellFormed also holds that each is declared and led to.
func TestEveryPartIsWellFormed(t *testing.T) {
	for name, doc := range specimens() {
		parts := partsOf(t, written(t, doc))
		for part, content := range parts {
			if part == pictureName {
				continue
			}
			d := xml.NewDecoder(strings.NewReader(content))
			for {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s: %s: %v", name, part, err)
				}
			}
			if strings.HasSuffix(part, ".rels") || part == "[Content_Types].xml" {
				continue
			}
			if !strings.Contains(parts["[Content_Types].xml"], `"/`+part+`"`) {
				t.Errorf("%s: the type of %s is not declared", name, part)
			}
			target := `Target="` + strings.TrimPrefix(part, "word/") + `"`
			if !strings.Contains(parts["_rels/.rels"], `Target="`+part+`"`) && !strings.Contains(parts["word/_rels/document.xml.rels"], target) {
				t.Errorf("%s: nothing leads to %s", name, part)
			}
		}
	}
}
