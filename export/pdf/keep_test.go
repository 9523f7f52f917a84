package pdf

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
)

// TestWhatLeadsStaysWithWhatFollows holds, however far down a page it stands, that who
// makes a proposal is on the page of its words, the number of an instruction on that of
// what it says, a step of the ladder on that of its condition, what ends in a colon on that
// of its list, and the heading of rows on that of the first.
func TestWhatLeadsStaysWithWhatFollows(t *testing.T) {
	says := func(kind export.ParagraphKind, text string) export.Paragraph {
		return export.Paragraph{Kind: kind, Spans: []export.Span{{Text: text}}}
	}
	row := func(mark export.Mark, text string) export.Row {
		cell := export.Cell{{Kind: export.Quotation, Spans: []export.Span{{Text: text, Mark: mark}}}}
		return export.Row{Cells: []export.Cell{cell, cell}}
	}
	for name, blocks := range map[string][]export.Block{
		"proposal": {export.Entry{Label: "Proposal", Paragraphs: []export.Paragraph{
			says(export.Quotation, "Before."), says(export.Quotation, "Before."), says(export.Body, "Leads"), says(export.Quotation, "Follows"),
		}}},
		"ladder": {export.Entry{Label: "Ladder", Paragraphs: []export.Paragraph{
			says(export.Quotation, "Before."), says(export.Quotation, "Before."), says(export.Body, "Leads"), says(export.Fine, "Follows"),
		}}},
		"instruction": {export.Entry{Label: "Instructions", Paragraphs: []export.Paragraph{
			says(export.Body, "Before."), says(export.Body, "Before."), {Leads: true, Spans: []export.Span{{Text: "Leads"}}}, says(export.Body, "Follows"),
		}}},
		"list": {export.Entry{Label: "1.", Paragraphs: []export.Paragraph{
			says(export.Body, "Leads :"), says(export.Body, "Follows"), says(export.Body, "Then."), says(export.Body, "Last."),
		}}},
		"heading": {export.Table{Heads: []string{"Old", "New"}, Rows: []export.Row{
			row(export.Plain, "Before."), row(export.Strong, "Leads"), row(export.Plain, "Follows"),
		}}},
	} {
		parted := 0
		for filler := range 50 {
			doc := export.Document{Lang: data.English}
			for range filler {
				doc.Blocks = append(doc.Blocks, says(export.Body, "Filler."))
			}
			doc.Blocks = append(doc.Blocks, blocks...)
			leads, follows, pages := -1, -1, 0
			for n, p := range laidOut(t, doc) {
				pages = n + 1
				for _, it := range p.items {
					switch words := wordsOf(it); {
					case strings.HasPrefix(words, "Leads"):
						leads = n
					case strings.HasPrefix(words, "Follows") && follows < 0:
						follows = n
					}
				}
			}
			if leads != follows || leads < 0 {
				t.Errorf("%s, below %d lines: on page %d, what follows on %d", name, filler, leads+1, follows+1)
			}
			if pages > 1 {
				parted++
			}
		}
		if parted == 0 {
			t.Errorf("%s: no page was full", name)
		}
	}
}

// TestNoPageIsBegunForOneRowOfSigns holds that the last rows of a grid go over together.
func TestNoPageIsBegunForOneRowOfSigns(t *testing.T) {
	c := newComposer(gridOf(data.English, 40, 5))
	if _, err := c.compose(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i := len(c.bands) - lastRows; i < len(c.bands)-1; i++ {
		if !c.bands[i].keep {
			t.Errorf("band %d of %d may be the last of a page", i+1, len(c.bands))
		}
	}
}

// TestNoPageIsBegunForTheLastOfAList holds, however far down a page a list or a table ends,
// that its last line is not alone on the next, nor the first row of a table on its page. A
// table of one row stays with nothing that follows.
func TestNoPageIsBegunForTheLastOfAList(t *testing.T) {
	says := func(text string) []export.Paragraph {
		return []export.Paragraph{{Spans: []export.Span{{Text: text}}}}
	}
	entries := func(texts ...string) (out []export.Block) {
		for _, text := range texts {
			out = append(out, export.Entry{Label: "Label", Paragraphs: says(text)})
		}
		return out
	}
	table := func(texts ...string) []export.Block {
		rows := export.Table{Heads: []string{"What", "Who"}}
		for _, text := range texts {
			rows.Rows = append(rows.Rows, export.Row{Cells: []export.Cell{says(text), nil}})
		}
		return []export.Block{rows}
	}
	for name, blocks := range map[string][]export.Block{
		"entries": entries("First.", "First.", "Then.", "Then.", "Last.", "Last."),
		"rows":    table("First.", "First.", "Then.", "Then.", "Last.", "Last."),
	} {
		for filler := range 60 {
			doc := export.Document{Lang: data.English}
			for range filler {
				doc.Blocks = append(doc.Blocks, says("Filler.")[0])
			}
			doc.Blocks = append(doc.Blocks, blocks...)
			for n, p := range laidOut(t, doc) {
				said := map[string]int{}
				for _, it := range p.items {
					said[wordsOf(it)]++
				}
				if said["First."] == 1 || said["Last."] == 1 {
					t.Errorf("%s, below %d lines: page %d has %v", name, filler, n+1, said)
				}
			}
		}
	}
	c := newComposer(export.Document{Lang: data.English, Blocks: table("Only.")})
	if _, err := c.compose(t.Context()); err != nil {
		t.Fatal(err)
	}
	if c.bands[len(c.bands)-1].keep {
		t.Error("a table of one row is kept with what follows")
	}
}
