package pdf

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"travaux/data"
	pairs "travaux/data/redline/align"
	"travaux/data/redline/compare"
	"travaux/export"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

func versions(lang data.Lang, times int) export.Comparison {
	old, new := specimen.Versions(lang, times)
	return export.Comparison{
		Comparison: compare.Of(old, new, pairs.Align(old, new, pairs.Options{})), Lang: lang,
		OldIssue: export.Issue{Name: "A/AC.311/14", Date: specimen.Issued[0]}, NewIssue: export.Issue{Name: "A/AC.311/14/Rev.1", Date: specimen.Issued[1]},
		Date: specimen.Issued[1],
	}
}

// comparison is a table in the language, with notes of ours on it if asked for.
func comparison(lang data.Lang, times int, noted bool) export.Document {
	c := versions(lang, times)
	if noted {
		c.Notes = make([]string, len(c.Pairs))
		for i := 0; i < len(c.Notes); i += 3 {
			c.Notes[i] = specimen.Brief(lang).Lines[1].Reasons
		}
	}
	return export.ComparisonPaper(c, export.TableOptions{}, translations.New(string(lang)))
}

// running is the running redline in the language.
func running(lang data.Lang, times int) export.Document {
	return export.RedlinePaper(versions(lang, times), translations.New(string(lang)))
}

// laidOut is every page of a document.
func laidOut(t *testing.T, doc export.Document) []*page {
	t.Helper()
	pages, err := newComposer(doc).compose(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func TestEverythingOfAComparisonStandsOnThePage(t *testing.T) {
	for _, lang := range data.Langs {
		for name, doc := range map[string]export.Document{"table": comparison(lang, 4, true), "redline": running(lang, 4)} {
			s := newComposer(doc).sheet
			for n, p := range laidOut(t, doc) {
				for _, it := range p.items {
					left, right := it.x, it.x+it.w
					if it.line != nil {
						left, right = it.x+it.line.X, it.x+it.line.X+it.line.Width
					}
					if left < s.side-0.5 || right > s.width-s.side+0.5 {
						t.Errorf("%s %s, page %d: from %.1f to %.1f", lang, name, n+1, left, right)
					}
					if y := it.top + it.y; it.element != nil && (y < s.top || y > s.bodyBottom()) {
						t.Errorf("%s %s, page %d: baseline at %.1f", lang, name, n+1, y)
					}
				}
			}
		}
	}
}

// TestColumnsDoNotTouch holds that no line of a cell reaches into the next
// column, and that in Arabic the first column is the rightmost.
func TestColumnsDoNotTouch(t *testing.T) {
	for _, lang := range data.Langs {
		doc := comparison(lang, 1, true)
		c := newComposer(doc)
		pages, err := c.compose(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		table := doc.Blocks[len(doc.Blocks)-1].(export.Table)
		columns := c.columns(table)
		for n, p := range pages {
			for _, it := range p.items {
				if it.element == nil || it.line == nil || it.para.style != styleCell {
					continue
				}
				left, right, inside := it.x+it.line.X, it.x+it.line.X+it.line.Width, false
				for _, col := range append(columns, column{0, c.sheet.measure()}) {
					from := c.left(col.start, col.width)
					inside = inside || left >= from-0.5 && right <= from+col.width+0.5 && it.x == from
				}
				if !inside {
					t.Errorf("%s, page %d: a line from %.1f to %.1f is in no column: %s", lang, n+1, left, right, string(it.para.text))
				}
			}
		}
		if first := c.left(columns[0].start, columns[0].width); lang.RightToLeft() != (first > c.sheet.width/2) {
			t.Errorf("%s: the first column begins at %.1f", lang, first)
		}
	}
}

// TestHeadOfATableIsOnEveryPage also holds that it is read aloud only once, and
// that rows begin below it.
func TestHeadOfATableIsOnEveryPage(t *testing.T) {
	for _, lang := range data.Langs {
		doc := comparison(lang, 6, false)
		head := doc.Blocks[len(doc.Blocks)-1].(export.Table).Heads[0]
		spoken := 0
		pages := laidOut(t, doc)
		for n, p := range pages {
			at, rows := 0.0, p.items
			for _, it := range p.items {
				if it.line != nil && it.para.style.bold && string(it.para.text) == head {
					at = it.top
					if it.element != nil {
						spoken++
					}
				}
			}
			if at == 0 {
				t.Errorf("%s: page %d has no head", lang, n+1)
			}
			for _, it := range rows {
				if it.element != nil && it.line != nil && it.element.role == "P" && it.para.style == styleCell && it.top <= at {
					t.Errorf("%s, page %d: a row at %.1f over the head at %.1f", lang, n+1, it.top, at)
				}
			}
		}
		if spoken != 1 || len(pages) < 5 {
			t.Errorf("%s: the head is spoken %d times on %d pages", lang, spoken, len(pages))
		}
	}
}

// TestRowsTallerThanAPageAreDivided tries one cell of more lines than any page
// has, beside short ones.
func TestRowsTallerThanAPageAreDivided(t *testing.T) {
	long := strings.Repeat("Each State Party shall keep its beacons lit from dusk to dawn. ", 200)
	doc := export.Document{Lang: data.English, Landscape: true, Blocks: []export.Block{export.Table{
		Heads: []string{"a", "b"},
		Rows: []export.Row{
			{Cells: []export.Cell{{{Spans: []export.Span{{Text: "short"}}}}, {{Spans: []export.Span{{Text: long}}}}}},
			{Cells: []export.Cell{{{Spans: []export.Span{{Text: "after it"}}}}}},
			{Cells: []export.Cell{nil, {}}},
			{},
		},
	}}}
	pages := laidOut(t, doc)
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	said, err := Text(written(t, doc, Options{}))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(strings.Join(strings.Fields(said), " "), "dusk to dawn."); got != 200 {
		t.Errorf("%d of 200 sentences are read back", got)
	}
}

// TestEveryVersionIsInTheRedline reads a file back: all words of both texts are
// there, in logical order.
func TestEveryVersionIsInTheRedline(t *testing.T) {
	run := func(s string) string { return strings.Join(strings.Fields(s), "") }
	for _, lang := range data.Langs {
		old, new := specimen.Versions(lang, 1)
		for name, doc := range map[string]export.Document{
			"table": export.ComparisonPaper(versions(lang, 1), export.TableOptions{Whole: true}, translations.New(string(lang))), "redline": running(lang, 1),
		} {
			said, err := Text(written(t, doc, Options{}))
			if err != nil {
				t.Fatal(err)
			}
			all := run(said)
			for _, version := range [][]pairs.Paragraph{old, new} {
				for _, p := range version {
					for _, words := range append(strings.Fields(p.Text), strings.Fields(p.Heading)...) {
						if !strings.Contains(all, run(words)) && name == "table" {
							t.Errorf("%s %s: not read back: %s", lang, name, words)
						}
					}
				}
			}
			if len(doc.Headings()) == 0 && name == "redline" {
				t.Errorf("%s: a redline without an outline", lang)
			}
		}
	}
}

// TestChangesAreLegibleInBlackAndWhite counts the lines under and through
// words: one for what came or went, two for what moved.
func TestChangesAreLegibleInBlackAndWhite(t *testing.T) {
	for name, c := range map[string]struct {
		mark  export.Mark
		lines int
		under bool
	}{
		"kept": {export.Plain, 0, false}, "inserted": {export.Inserted, 1, true}, "deleted": {export.Deleted, 1, false},
		"moved here": {export.MovedHere, 2, true}, "moved away": {export.MovedAway, 2, false}, "left out on the way": {export.LeftOut, 1, false},
	} {
		t.Run(name, func(t *testing.T) {
			doc := export.Document{Lang: data.English, Blocks: []export.Block{export.Revised{Spans: []export.Span{{Text: "beacons", Mark: c.mark}}}}}
			pages := laidOut(t, doc)
			var words placed
			for _, it := range pages[0].items {
				if it.line != nil && string(it.para.text) == "beacons" {
					words = it
				}
			}
			p := painter{}
			stream := string(p.paint(&page{sheet: portrait, items: []placed{words}}, 0))
			if got := strings.Count(stream, " re f\n"); got != c.lines {
				t.Fatalf("%d lines in %s", got, stream)
			}
			if c.lines == 0 {
				return
			}
			var x, y float64
			at := stream[strings.Index(stream, "ET\n"):]
			if _, err := scan(at, &x, &y); err != nil {
				t.Fatal(err)
			}
			if baseline := portrait.height - words.top - words.y; (y < baseline) != c.under {
				t.Errorf("a line at %.1f, the baseline is at %.1f", y, baseline)
			}
		})
	}
}

// scan reads the corner of the first rectangle of a stream.
func scan(stream string, x, y *float64) (int, error) {
	before, _, _ := strings.Cut(stream, " re f\n")
	fields := strings.Fields(before)
	return fmt.Sscan(strings.Join(fields[len(fields)-4:len(fields)-2], " "), x, y)
}
