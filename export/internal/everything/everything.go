// Package everything holds an invented document with every kind of block and every mark,
// in six languages, for the tests of formats.
//
// It imports data and export only, and no program may import it.
package everything

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"travaux/data"
	"travaux/export"
)

// Sentence is a line of a treaty in each language: what stays, what goes, what comes,
// and a symbol that runs from left to right.
var Sentence = map[data.Lang]struct{ Kept, Gone, Came, Symbol string }{
	data.Arabic:  {"تتخذ كل دولة طرف ", "التدابير المناسبة", "التدابير اللازمة", " وفقا للوثيقة A/AC.311/11 (2026)."},
	data.Chinese: {"每一缔约国应采取", "适当措施", "“必要”措施", "，见 A/AC.311/11。"},
	data.English: {"Each State Party shall take ", "appropriate measures", "the measures necessary", " (A/AC.311/11)."},
	data.French:  {"Chaque État Partie prend ", "les mesures voulues", "les mesures nécessaires", " (A/AC.311/11)."},
	data.Russian: {"Каждое государство-участник принимает ", "надлежащие меры", "необходимые меры", " (A/AC.311/11)."},
	data.Spanish: {"Cada Estado parte adoptará ", "medidas apropiadas", "las medidas necesarias", " (A/AC.311/11)."},
}

// Paper is a document with every kind of block and every mark, and with a
// paragraph in another language; for tests of formats.
func Paper(lang data.Lang) export.Document {
	t := Sentence[lang]
	other := data.English
	if lang == data.English {
		other = data.Arabic
	}
	span := func(s string, m export.Mark) export.Span { return export.Span{Text: s, Mark: m} }
	redline := []export.Span{
		span("1.\t"+t.Kept, 0), span(t.Gone, export.Deleted), span(t.Came, export.Inserted), span(t.Symbol, 0), span("Note A: "+t.Came+t.Symbol, export.Footnote),
	}
	moved := []export.Span{span(t.Kept, export.MovedHere), span(t.Gone, export.LeftOut), span(t.Came, export.Inserted), span(t.Symbol, export.MovedHere)}
	plain := func(k export.ParagraphKind, s string) export.Paragraph {
		return export.Paragraph{Kind: k, Spans: []export.Span{{Text: s}}}
	}
	cell := func(paragraphs ...export.Paragraph) export.Cell { return paragraphs }
	return export.Document{
		Lang: lang, Title: "Title " + t.Came, Subject: t.Kept + t.Symbol, Author: "Velmora", RunningHead: "Head " + t.Came,
		Date: data.Date{Year: 2026, Month: 3, Day: 9}, Look: export.Look{Logo: Logo()},
		Blocks: []export.Block{
			export.Letterhead{Name: "Velmora", Lines: []string{"1 Harbour Street", "mission@velmora.example"}},
			export.Title{Text: t.Came, Subtitle: t.Kept + t.Gone},
			export.Fields{Rows: []export.Field{{Label: t.Came, Value: "A/AC.311/11"}, {Label: t.Gone, Value: t.Kept}}},
			export.Contents{Heading: t.Gone, Depth: 3},
			export.Heading{Level: 1, Text: t.Came},
			plain(export.Body, t.Kept+t.Came+t.Symbol),
			export.Paragraph{Kind: export.Fine, Legend: true, Spans: []export.Span{span(t.Came, export.Inserted), span(" / ", 0), span(t.Gone, export.Deleted)}},
			export.Entry{Label: t.Gone, Paragraphs: []export.Paragraph{
				{Kind: export.Quotation, Spans: redline}, plain(export.Statement, t.Came), plain(export.Fine, t.Kept), plain(export.Spoken, t.Kept+t.Came),
			}},
			export.Paragraph{Lang: other, Spans: []export.Span{{Text: Sentence[other].Kept + Sentence[other].Came + Sentence[other].Symbol}}},
			export.Heading{Level: 2, Text: "A/AC.311/11 – " + t.Gone},
			export.Heading{Level: 3, Text: t.Kept},
			export.Paragraph{Spans: []export.Span{span(t.Kept, export.Strong), span(t.Gone, export.Slanted), span(t.Came, export.Strong|export.Slanted)}},
			export.Revised{Level: 2, Spans: []export.Span{span("4\n", 0), span(t.Gone, export.Deleted), span(t.Came, export.Inserted)}},
			export.Revised{Spans: redline},
			export.Revised{Depth: 1, End: export.Deleted, Spans: []export.Span{span("(a)\t"+t.Gone, export.Deleted)}},
			export.Revised{Depth: 1, End: export.Inserted, Spans: moved, Note: []export.Span{span(t.Came, 0)}},
			export.Revised{End: export.Deleted, Spans: []export.Span{span(t.Kept+t.Gone+t.Symbol, export.MovedAway)}},
			export.Rule{},
			export.PageBreak{Landscape: true},
			export.Table{Heads: []string{t.Gone, t.Came, t.Kept}, Shares: []int{1, 2, 2}, Rows: []export.Row{
				{Cells: []export.Cell{cell(plain(export.Body, t.Kept))}},
				{Cells: []export.Cell{
					cell(plain(export.Body, "=1+1")), cell(plain(export.Quotation, t.Kept+t.Gone), plain(export.Fine, t.Came)), cell(export.Paragraph{Spans: redline}),
				}},
				{Cells: []export.Cell{cell(plain(export.Body, "-7")), cell(plain(export.Body, t.Kept+t.Symbol)), cell(export.Paragraph{Spans: moved})}},
			}},
			export.Grid{
				Corner: t.Came,
				Columns: []export.GridColumn{
					{Band: "Art. 4", Label: "1", Words: t.Kept}, {Band: "Art. 4", Label: "2", Words: t.Gone}, {Band: "Art. 5", Label: t.Gone, Words: t.Came, Wide: true},
				},
				Rows: []export.GridRow{
					{Head: t.Gone},
					{Head: "Velmora", Strong: true, Cells: []export.GridCell{{Text: "+", Strong: true}, {Text: "–"}, {Text: "@"}}},
					{Head: "Ardane", Cells: []export.GridCell{{Text: "="}, {}, {Text: "+"}}},
				},
			},
			export.Chart{Series: []export.Series{
				{Name: t.Came, Bars: []export.Bar{{Label: "Rev.1", Value: 12, Words: "12"}, {Label: "Rev.2", Value: 5, Words: "5"}}},
				{Name: t.Gone, Fill: export.FillHollow, Bars: []export.Bar{{Label: "Rev.1", Value: 3, Words: "3"}, {Label: "Rev.2", Value: 0, Words: "0"}}},
			}},
			export.Code{Content: "travaux", Paragraphs: []export.Paragraph{plain(export.Fine, t.Kept)}},
		},
	}
}

// Logo is a small picture.
func Logo() []byte {
	img := image.NewNRGBA(image.Rect(0, 0, 48, 32))
	for x := range 48 {
		for y := range 32 {
			img.Set(x, y, color.NRGBA{uint8(5 * x), uint8(8 * y), 120, 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.Bytes()
}
