package pdf

import (
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/export"
	"travaux/export/internal/specimen"
	"travaux/translations"
	"travaux/translations/typeset"
)

// widestSpace is the most, in sizes, that a space of justified text may be wide. An
// ordinary space has a quarter of the size; a line with one of more than gappySpace is
// gappy.
const (
	widestSpace = 1.1
	gappySpace  = 0.55
)

// fewGappy is the share of lines that may be gappy.
const fewGappy = 0.01

// TestJustifiedTextIsNotGappy measures the spaces of running text in columns as narrow
// as papers have.
func TestJustifiedTextIsNotGappy(t *testing.T) {
	for _, lang := range data.Langs {
		lines, gappy := 0, 0
		for n, p := range laidOut(t, paper(lang, 4)) {
			for _, it := range p.items {
				if it.line == nil || !it.para.style.justified || it.line == &it.para.layout.Lines[len(it.para.layout.Lines)-1] {
					continue
				}
				lines++
				widest := 0.0
				for _, run := range it.line.Runs {
					for i := range run.Glyphs {
						g := &run.Glyphs[i]
						if g.Runes == 1 && it.para.text[g.Start] == ' ' && int(g.Start) < len(strings.TrimRight(string(it.para.text[:it.line.End]), " ")) {
							widest = max(widest, g.Advance/run.Size)
						}
					}
				}
				if widest > gappySpace {
					gappy++
				}
				if widest > widestSpace {
					t.Errorf("%s, page %d: a space of %.2f in %q", lang, n+1, widest, wordsOf(it))
				}
			}
		}
		t.Logf("%s: %d of %d lines are gappy", lang, gappy, lines)
		if lines < 50 || float64(gappy) > fewGappy*float64(lines) {
			t.Errorf("%s: %d of %d lines are gappy", lang, gappy, lines)
		}
	}
}

// TestNoLineIsAloneOnAPage holds that a paragraph over two pages has two lines on each,
// in running text, in notes, and in cells of a table of three lines and more.
func TestNoLineIsAloneOnAPage(t *testing.T) {
	for _, lang := range data.Langs {
		for name, doc := range map[string]export.Document{"paper": paper(lang, 4), "notes": noted(lang)} {
			type place struct {
				of   *element
				page int
			}
			count, all := map[place]int{}, map[*element]map[*paragraph]bool{}
			for n, p := range laidOut(t, doc) {
				for _, it := range p.items {
					if it.line == nil || it.element == nil || it.element.role != "P" && it.element.role != "Note" || len(it.para.layout.Lines) < 2 {
						continue
					}
					count[place{it.element, n}]++
					if all[it.element] == nil {
						all[it.element] = map[*paragraph]bool{}
					}
					all[it.element][it.para] = true
				}
			}
			for at, lines := range count {
				whole := 0
				for para := range all[at.of] {
					whole += len(para.layout.Lines)
				}
				inTable := at.of.parent != nil && at.of.parent.role == "TD" // rows break by lines of all their cells
				if lines == 1 && whole > 1 && !inTable {
					t.Errorf("%s, %s, page %d: one line of %d stands alone", lang, name, at.page+1, whole)
				}
			}
		}
	}
}

// TestNoPageEndsWithinAWord holds, with paragraphs and notes at any height of the page,
// that a divided word goes on below, and that words are divided at all.
func TestNoPageEndsWithinAWord(t *testing.T) {
	divided := 0
	for _, lang := range []data.Lang{data.English, data.French, data.Russian, data.Spanish} {
		words := specimen.Brief(lang).Lines[1].Reasons + " " + specimen.Brief(lang).Lines[2].Reasons
		for push := range 12 {
			doc := export.Document{Lang: lang, Title: strings.Repeat("Title ", 8*push)}
			for range 6 {
				doc.Blocks = append(doc.Blocks, export.Paragraph{Spans: []export.Span{
					{Text: strings.Repeat(words+" ", 2)}, {Text: strings.Repeat(words+" ", 3), Mark: export.Footnote}, {Text: words},
				}})
			}
			doc.Blocks = slices.Insert(doc.Blocks, 0, export.Block(export.Title{Text: doc.Title}))
			on := map[*typeset.Line]int{}
			pages := laidOut(t, doc)
			for n, p := range pages {
				for _, it := range p.items {
					if it.line != nil && it.element != nil {
						on[it.line] = n + 1
					}
				}
			}
			for _, p := range pages {
				for _, it := range p.items {
					if it.line == nil || it.element == nil || !it.line.Divided {
						continue
					}
					divided++
					if next := &it.para.layout.Lines[lineOf(it)+1]; on[it.line] != on[next] {
						t.Errorf("%s, %d: page %d ends in %q", lang, push, on[it.line], wordsOf(it))
					}
				}
			}
		}
	}
	if divided < 100 {
		t.Errorf("only %d words are divided", divided)
	}
}

// TestHeadingsTablesAndRaggedLinesKeepTheirWords holds that words are divided in
// justified text alone.
func TestHeadingsTablesAndRaggedLinesKeepTheirWords(t *testing.T) {
	for _, lang := range data.Langs {
		for name, doc := range map[string]export.Document{"paper": paper(lang, 4), "table": comparison(lang, 4, true), "redline": running(lang, 4)} {
			for n, p := range laidOut(t, doc) {
				for _, it := range p.items {
					if it.line != nil && it.line.Divided && !it.para.style.justified {
						t.Errorf("%s %s, page %d: %q is divided", lang, name, n+1, wordsOf(it))
					}
				}
			}
		}
	}
}

// TestNoIdeographicLineBeginsOrEndsWrongly holds GB/T 15834 (5.1): no line begins with
// a closing mark, and none ends with an opening one.
func TestNoIdeographicLineBeginsOrEndsWrongly(t *testing.T) {
	const never, last = "。，、；：？！）》」』】〉”’…", "（《「『【〈“‘"
	for _, p := range laidOut(t, noted(data.Chinese)) {
		for _, it := range p.items {
			if it.line == nil {
				continue
			}
			words := strings.TrimSpace(wordsOf(it))
			if words == "" || it.line == &it.para.layout.Lines[0] {
				continue
			}
			runes := []rune(words)
			if strings.ContainsRune(never, runes[0]) || strings.ContainsRune(last, runes[len(runes)-1]) {
				t.Errorf("a line is %q", words)
			}
		}
	}
}

// TestListsOfSingleLinesFillTheirPages holds that a list of entries of one line each goes on
// where it begins, and that its first entry is not alone below its heading.
func TestListsOfSingleLinesFillTheirPages(t *testing.T) {
	entry := func(label string) export.Entry {
		return export.Entry{Label: label, Paragraphs: []export.Paragraph{{Spans: []export.Span{{Text: "one line"}}}}}
	}
	for lines := range 60 { // above the list
		doc := export.Document{Lang: data.English, Title: "List", Blocks: nil}
		for range lines {
			doc.Blocks = append(doc.Blocks, export.Paragraph{Spans: []export.Span{{Text: "above"}}})
		}
		doc.Blocks = append(doc.Blocks, export.Heading{Level: 1, Text: "heading"})
		for range 20 {
			doc.Blocks = append(doc.Blocks, entry("label"))
		}
		for n, p := range laidOut(t, doc) {
			last, entries := 0.0, 0
			for _, it := range p.items {
				if it.line != nil && it.element != nil && it.element.parent != nil {
					last = max(last, it.top)
					if it.element.role == "Lbl" {
						entries++
					}
				}
			}
			if full := p.sheet.height - p.sheet.foot; n == 0 && lines > 5 && lines < 20 && last < full-120 {
				t.Errorf("%d lines above: the page ends at %.0f of %.0f", lines, last, full)
			}
			if len(p.headings) == 1 && entries == 1 {
				t.Errorf("%d lines above: one entry below the heading on page %d", lines, n+1)
			}
		}
	}
}

// TestNamesAreNotDivided sets the States that support a text in a row, in columns in which
// a name would be divided if it were any word.
func TestNamesAreNotDivided(t *testing.T) {
	const names = "Поддерживают (10) · Бекалу, Брисгар, Илвермар, Йорвесса, Калмет, Кендара, Корвелла, Селькара, Сорвания и Тамриша"
	divided := map[export.ParagraphKind]int{}
	for margin := range 40 {
		for _, kind := range []export.ParagraphKind{export.Body, export.Names} {
			c := newComposer(export.Document{Lang: data.Russian})
			s := paragraphStyle(kind)
			set := c.setSpans("", []export.Span{{Text: names}}, s, 320+float64(margin), align(s))
			for _, line := range set.layout.Lines {
				if line.Divided {
					divided[kind]++
				}
			}
		}
	}
	if divided[export.Names] > 0 || divided[export.Body] == 0 {
		t.Errorf("%d names are divided, %d words", divided[export.Names], divided[export.Body])
	}
}

// TestLongDatesFitBesideEntries holds that no date of approval takes a second line, but in Arabic,
// which names a month twice.
func TestLongDatesFitBesideEntries(t *testing.T) {
	for _, lang := range []data.Lang{data.Chinese, data.English, data.French, data.Russian, data.Spanish} {
		loc, c := translations.New(string(lang)), newComposer(export.Document{Lang: lang})
		for month := time.January; month <= time.December; month++ {
			date := loc.Date(2026, month, 29)
			if n := len(c.set(date, styleLabel, labelWidth, typeset.Start).layout.Lines); n > 1 {
				t.Errorf("%s: %s takes %d lines", lang, date, n)
			}
		}
	}
}
