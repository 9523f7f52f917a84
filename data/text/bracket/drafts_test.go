package bracket

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/text"
)

// draft reads a real document from beside the program; the test is skipped
// where it is not.
func draft(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join("../../../../shared/data/drafts", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not here", path)
	}
	if filepath.Ext(name) != ".pdf" {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext (poppler-utils) is not installed")
	}
	b, err := exec.Command("pdftotext", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// provisionsOf reads the outline of a text.
func provisionsOf(s string) []data.Provision {
	src := &text.Source{Format: "text"}
	for s != "" {
		line, rest, found := strings.Cut(s, "\n")
		b := text.Block{Text: line}
		if found {
			b.Break = "\n"
		}
		src.Blocks = append(src.Blocks, b)
		s = rest
	}
	var list []data.Provision
	for i, n := range text.Parse(src, data.English).Nodes {
		list = append(list, data.Provision{
			Kind: n.Kind, Path: n.Path, Order: i, Depth: n.Depth,
			Text: map[data.Lang]data.Rendering{data.English: {Label: n.Label, Heading: n.Heading, Text: n.Text}},
		})
	}
	return list
}

// measured is what was counted in a document.
type measured struct {
	opening, closing                    int // characters
	pairs, unclosed, unopened, spanning int
	depth                               int
	adjacent, unclear, slashed          int
}

func measure(r *Reading) measured {
	var m measured
	for _, b := range r.Brackets {
		switch b.State {
		case Paired:
			m.pairs++
		case Unclosed:
			m.unclosed++
		case Unopened:
			m.unopened++
		}
		if b.Extent == Paragraphs {
			m.spanning++
		}
		m.depth = max(m.depth, b.Depth)
	}
	for _, g := range r.Groups {
		switch g.Kind {
		case Adjacent:
			m.adjacent++
		case Unclear:
			m.unclear++
		case Slashed:
			m.slashed++
		}
	}
	for _, p := range r.Pieces() {
		switch {
		case p.Bracket < 0:
		case strings.Contains("[［【〔", p.Words):
			m.opening++
		default:
			m.closing++
		}
	}
	return m
}

// TestPlastics reads UNEP/PP/INC.4/3, the revised zero draft on plastic
// pollution of 28 December 2023, as its text comes out of the PDF file.
//
// The reference counts 1,884 opening brackets; there are 1,885, one of them
// full-width ("pursuant to［Part IV.1 on national plans]"). With 1,876 closing
// ones at least nine are never closed. Read as one paragraph the usual nesting
// finds just these nine, but only by pairing brackets tens of pages apart, up
// to twelve deep; paragraph by paragraph it is seen that four more were
// forgotten, and that four closing ones have no partner ("(hazardous]", for
// one, was typed for "[hazardous]").
func TestPlastics(t *testing.T) {
	s := draft(t, "plastics-04_revised_zero_draft.pdf")
	if a, b := strings.Count(s, "[")+strings.Count(s, "［"), strings.Count(s, "]"); a != 1885 || b != 1876 {
		t.Fatalf("the text has %d and %d brackets: not the document that was measured", a, b)
	}
	for _, c := range []struct {
		name string
		list []string
		want measured
	}{
		{"one paragraph", []string{s}, measured{1885, 1876, 1876, 9, 0, 0, 12, 288, 187, 0}},
		{"paragraphs", strings.Split(s, "\n\n"), measured{1885, 1876, 1872, 13, 4, 20, 4, 286, 186, 0}},
		{"lines", strings.Split(s, "\n"), measured{1885, 1876, 1871, 14, 5, 548, 4, 286, 168, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Parse(c.list)
			check(t, r)
			if got := measure(r); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
	t.Run("provisions", func(t *testing.T) {
		list := provisionsOf(s)
		r := ParseProvisions(list, data.English)
		check(t, r)
		if got, want := measure(r), (measured{1885, 1876, 1871, 14, 5, 546, 4, 286, 168, 0}); got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
		groups := map[OptionKind]int{}
		options := FindOptions(list, data.English)
		for _, g := range options {
			groups[g.Kind]++
		}
		if groups[Options] != 34 || groups[AltTexts] != 58 {
			t.Errorf("%d groups of options, %d of alternatives", groups[Options], groups[AltTexts])
		}
		_, total := Counts(list, r, options)
		sum := 0
		for i, p := range list {
			if p.Depth == 0 {
				sum += total[i].Pairs
			}
		}
		if sum != measure(r).pairs {
			t.Errorf("%d pairs counted", sum)
		}
	})
}

// TestMarineBiodiversity reads the drafts of the agreement on biodiversity
// beyond national jurisdiction. The second is balanced as a whole, but not
// where it matters: "[and, as appropriate:" of one article is never closed, and
// "[e][E]ducation]" 360 paragraphs later never opened.
func TestMarineBiodiversity(t *testing.T) {
	for name, want := range map[string]measured{
		"bbnj-2022_5.clean.txt": {281, 281, 281, 0, 0, 4, 2, 0, 73, 2},
		"bbnj-2023_2.clean.txt": {292, 292, 291, 1, 1, 5, 4, 8, 61, 1},
	} {
		t.Run(name, func(t *testing.T) {
			r := Parse(strings.Split(draft(t, name), "\n"))
			check(t, r)
			if got := measure(r); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

// BenchmarkDocument reads the whole text of UNEP/PP/INC.4/3.
func BenchmarkDocument(b *testing.B) {
	list := strings.Split(draft(b, "plastics-04_revised_zero_draft.pdf"), "\n\n")
	b.ReportAllocs()
	for b.Loop() {
		Parse(list)
	}
}

// BenchmarkMarks makes the marks of every paragraph of that text.
func BenchmarkMarks(b *testing.B) {
	list := strings.Split(draft(b, "plastics-04_revised_zero_draft.pdf"), "\n\n")
	r := Parse(list)
	for b.Loop() {
		for p := range list {
			r.Marks(p, FieldText)
		}
	}
}

// BenchmarkResolve resolves every paragraph of that text with nothing kept.
func BenchmarkResolve(b *testing.B) {
	list := strings.Split(draft(b, "plastics-04_revised_zero_draft.pdf"), "\n\n")
	r := Parse(list)
	for b.Loop() {
		for p := range list {
			r.Resolve(p, data.English, Choice{})
		}
	}
}
