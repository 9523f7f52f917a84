package pdf

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/export"
	"travaux/export/internal/specimen"
	"travaux/translations"
	"travaux/translations/typeset"
)

// TestMatrixPapersAreSoundFiles also writes them to the folder TRAVAUX_LOOK for a
// person to see.
func TestMatrixPapersAreSoundFiles(t *testing.T) {
	for _, lang := range data.Langs {
		m := specimen.Matrix(lang, 60, 30)
		loc := translations.New(string(lang))
		public, err := searched(t.Context(), export.MatrixPaper(m.PublicMatrix, loc), []data.Secret{{Field: "field.internal", Text: secrets[lang]}})
		if err != nil {
			t.Fatalf("%s, for the outside: %v", lang, err)
		}
		internal, err := marked(t.Context(), export.InternalMatrix(m, loc))
		if err != nil {
			t.Fatalf("%s, for us: %v", lang, err)
		}
		for name, file := range map[string][]byte{"public": public, "internal": internal} {
			if _, err := exec.LookPath("qpdf"); err == nil {
				if out, err := exec.Command("qpdf", "--check", onDisk(t, file)).CombinedOutput(); err != nil {
					t.Errorf("%s %s: %v\n%s", lang, name, err, out)
				}
			}
			if dir := os.Getenv("TRAVAUX_LOOK"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, "matrix-"+name+"-"+string(lang)+".pdf"), file, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// gridOf is the grid of a paper alone.
func gridOf(lang data.Lang, standers, questions int) export.Document {
	doc := export.MatrixPaper(specimen.Matrix(lang, standers, questions).PublicMatrix, translations.New(string(lang)))
	var only []export.Block
	for _, b := range doc.Blocks {
		if g, ok := b.(export.Grid); ok {
			only = append(only, g)
		}
	}
	doc.Blocks = only
	return doc
}

// TestEverySignStandsOnceInItsColumn counts the signs on all pages: none is lost
// where the grid goes on over pages, none reaches beyond the type area, and each page
// has heads of rows, of columns, and of the part that goes on there.
func TestEverySignStandsOnceInItsColumn(t *testing.T) {
	for _, lang := range data.Langs {
		doc := gridOf(lang, 193, 60)
		g := doc.Blocks[0].(export.Grid)
		c := newComposer(doc)
		pages, err := c.compose(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		heads, cells := map[string]int{}, 0
		parts := map[string]bool{}
		for _, r := range g.Rows {
			parts[r.Head] = len(r.Cells) == 0
		}
		for n, p := range pages {
			titled, part := false, false
			for _, it := range p.items {
				if it.line == nil {
					continue
				}
				if left, right := it.x+it.line.X, it.x+it.line.X+it.line.Width; left < c.sheet.side-0.5 || right > c.sheet.width-c.sheet.side+0.5 {
					t.Fatalf("%s, page %d: from %.1f to %.1f", lang, n+1, left, right)
				}
				part = part || parts[string(it.para.text)]
				if it.element != nil && it.element.role == "TD" {
					if cells++; !part {
						t.Fatalf("%s, page %d: a sign above which no part is named", lang, n+1)
					}
				}
				if it.element != nil && it.element.role == "TH" && it.element.scope == "Row" && it.line == &it.para.layout.Lines[0] {
					heads[string(it.para.text)]++
				}
				titled = titled || it.para.style.size == styleSignTitle.size && strings.TrimSpace(string(it.para.text)) == export.QuestionHead(specimen.Matrix(lang, 1, 60).Questions[0], translations.New(string(lang))).Band || it.para.style == styleSignTitle
			}
			if !titled {
				t.Errorf("%s: page %d has no heads of columns", lang, n+1)
			}
		}
		slabs := len(c.slabs(g))
		if cells != 193*60 {
			t.Errorf("%s: %d signs of %d", lang, cells, 193*60)
		}
		for _, r := range g.Rows {
			if len(r.Cells) > 0 && heads[r.Head] != slabs {
				t.Errorf("%s: %s heads %d rows, not one on each of %d pages across", lang, r.Head, heads[r.Head], slabs)
			}
		}
	}
}

func TestColumnsAreSharedOutOverPages(t *testing.T) {
	for name, n := range map[string]int{"none": 0, "one": 1, "a page": 22, "two pages": 30, "sixty": 60, "two hundred": 200} {
		t.Run(name, func(t *testing.T) {
			c := newComposer(export.Document{Lang: data.English, Landscape: true})
			g := export.Grid{Columns: make([]export.GridColumn, n)}
			if n > 5 {
				g.Columns[5].Wide = true
			}
			seen := 0
			for _, s := range c.slabs(g) {
				if s.first != seen {
					t.Errorf("begins with %d, not %d", s.first, seen)
				}
				seen += len(s.columns)
				if last := s.edges[len(s.edges)-1]; last > c.sheet.measure()-signHead+0.01 || len(s.edges) != len(s.columns)+1 {
					t.Errorf("%d columns end at %.1f", len(s.columns), last)
				}
			}
			if seen != n {
				t.Errorf("%d of %d", seen, n)
			}
		})
	}
}

// BenchmarkMatrix193x60 writes and checks the paper of all Member States by sixty
// questions.
func BenchmarkMatrix193x60(b *testing.B) {
	m := specimen.Matrix(data.English, 193, 60)
	for b.Loop() {
		if _, err := searched(b.Context(), export.MatrixPaper(m.PublicMatrix, translations.New("en")), nil); err != nil {
			b.Fatal(err)
		}
	}
	if took := b.Elapsed() / time.Duration(b.N); took > 3*time.Second {
		b.Errorf("%v for a paper of all Member States", took)
	}
}

func TestTheNameOfANarrowBandIsDividedBetweenWords(t *testing.T) {
	for lang, first := range map[data.Lang]string{data.Arabic: "م 7", data.English: "Art. 7", data.Russian: "Ст. 7"} {
		c := newComposer(export.Document{Lang: lang, Landscape: true})
		name := export.QuestionHead(data.PublicQuestion{Path: "art7bis/1", Label: "1"}, translations.New(string(lang))).Band
		p := c.set(c.bandName(name, signWide+4), styleSignTitle, signWide+4-signPad, typeset.Centre)
		if line := p.layout.Lines[0]; strings.Trim(string(p.text[line.Start:line.End]), " \u200b") != first {
			t.Errorf("%s: %q is divided after %q", lang, name, string(p.text[line.Start:line.End]))
		}
		if wide := c.bandName(name, 200); wide != name {
			t.Errorf("%s: %q is divided in a wide band", lang, wide)
		}
	}
}
