package pdf

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
)

// widestSpace is the most, in sizes, that a space of justified text may be wide. An
// ordinary space has a quarter of the size; a line with one of more than gappySpace is
// gappy.
const (
	widestSpace = 1.1
	gappySpace  = 0.55
)

// fewGappy is the share of lines that may be gappy. Russian words are long, and none is
// divided.
var fewGappy = map[data.Lang]float64{data.French: 0.08, data.Spanish: 0.04, data.Russian: 0.32}

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
		if lines < 50 || float64(gappy) > fewGappy[lang]*float64(lines) {
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
