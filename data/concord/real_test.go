package concord_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/concord"
	"travaux/data/intake"
	"travaux/data/text"
)

// realText reads the language versions of a document that is kept beside the
// project, joined as the desk joins them; pattern has "*" for the language.
func realText(tb testing.TB, pattern string) []data.Provision {
	tb.Helper()
	outlines := map[data.Lang]*text.Outline{}
	for _, lang := range data.Langs {
		name := strings.Replace(pattern, "*", string(lang), 1)
		content, err := os.ReadFile(filepath.Join("../../../shared/data", name))
		if err != nil {
			tb.Skip("the real documents are not beside the project")
		}
		src, err := intake.Read(context.Background(), name, content)
		if err != nil {
			tb.Fatal(err)
		}
		outlines[lang] = text.Parse(src, lang)
	}
	return joined(outlines)
}

func joined(outlines map[data.Lang]*text.Outline) []data.Provision {
	var out []data.Provision
	byPath := map[string]data.ID{}
	for i, p := range text.Join(outlines).Provisions {
		q := data.Provision{ID: data.NewID(), Path: p.Path, Kind: p.Kind, Depth: p.Depth, Order: i, Text: map[data.Lang]data.Rendering{}}
		if cut := strings.LastIndexByte(p.Path, '/'); cut > 0 {
			q.Parent = byPath[p.Path[:cut]]
		}
		byPath[p.Path] = q.ID
		for lang, k := range p.Nodes {
			n := outlines[lang].Nodes[k]
			q.Text[lang] = data.Rendering{Label: n.Label, Heading: n.Heading, Text: n.Text}
		}
		out = append(out, q)
	}
	return out
}

// told writes a finding in one line.
func told(f concord.Finding) string {
	var b strings.Builder
	b.WriteString(string(f.Kind) + " " + f.Path)
	for _, l := range f.Langs {
		b.WriteString(" " + string(l))
	}
	b.WriteString(":")
	for _, s := range f.Said {
		b.WriteString(" " + string(s.Lang) + "=" + strings.Join(s.Values, ","))
		if s.Provision.IsZero() {
			b.WriteString("-")
		}
	}
	return b.String()
}

// ofKinds are the findings of some kinds, told.
func ofKinds(c *concord.Concordance, kinds ...concord.Kind) string {
	var out []string
	for _, f := range c.Findings {
		if slices.Contains(kinds, f.Kind) {
			out = append(out, told(f))
		}
	}
	return strings.Join(out, "\n")
}

// TestConventionInSixLanguages holds what is found to what is there, checked by
// eye: the one difference of structure (28/1 goes on after its list in four
// languages, in Arabic and Chinese the words stand before the list), no number that
// differs, two references, one term that French alone defines.
func TestConventionInSixLanguages(t *testing.T) {
	provisions := realText(t, "akn/A_RES_79_243_*.xml")
	c := concord.Compare(provisions, data.Langs)
	if len(c.Rows) != len(provisions) {
		t.Errorf("%d rows of %d provisions", len(c.Rows), len(provisions))
	}
	for i, row := range c.Rows {
		for lang, at := range row.At {
			if at != i {
				t.Errorf("%s of row %d is provision %d", lang, i, at)
			}
		}
	}
	if got := ofKinds(c, concord.Structure, concord.Heading, concord.Numerals, concord.Brackets); got != "structure ch4/art28/1/flush ar zh: ar=- zh=- en= fr= ru= es=" {
		t.Errorf("structure and numbers:\n%s", got)
	}
	want := `reference ch2/art14/4/b zh: ar=ch2/art14/2/c zh= en=ch2/art14/2/c fr=ch2/art14/2/c ru=ch2/art14/2/c es=ch2/art14/2/c
reference ch4/art24/3 ru: ar=ch4 zh=ch4 en=ch4 fr=ch4 ru=ch4/art24 es=ch4
term ch4/art24/5 fr: ar= zh= en= fr=term 1 ru= es=`
	if got := ofKinds(c, concord.Reference, concord.Terms); got != want {
		t.Errorf("references and terms:\n%s", got)
	}
	if got := len(c.Findings) - 4; got > 15 {
		t.Errorf("%d provisions are said to bind unlike; what is to be looked at was 15", got)
	}
}

// TestOtherTexts holds what is found in texts of other kinds. The files of the
// Charter are dirty: numbers that were lost, words that were scanned amiss.
func TestOtherTexts(t *testing.T) {
	if got := ofKinds(concord.Compare(realText(t, "akn/S_RES_2728_*.xml"), data.Langs), concord.Kinds[:6]...); got != "" {
		t.Errorf("S/RES/2728:\n%s", got)
	}
	for _, c := range []struct {
		name               string
		structure, numbers int // at most
	}{{"akn/A_RES_79_1_*.xml", 60, 13}, {"treaties/un-charter-*.txt", 50, 8}} {
		n := map[concord.Kind]int{}
		for _, f := range concord.Compare(realText(t, c.name), data.Langs).Findings {
			n[f.Kind]++
		}
		t.Log(c.name, n)
		if n[concord.Structure] > c.structure || n[concord.Numerals] > c.numbers {
			t.Errorf("%s: %v", c.name, n)
		}
	}
}

// most is how long the comparison of a convention in six languages may take: the
// page shows what it finds as one opens it.
const most = time.Second

func BenchmarkConvention(b *testing.B) {
	provisions := realText(b, "akn/A_RES_79_243_*.xml")
	for b.Loop() {
		if c := concord.Compare(provisions, data.Langs); len(c.Findings) == 0 {
			b.Fatal("nothing is found")
		}
	}
	if each := b.Elapsed() / time.Duration(b.N); each > most {
		b.Errorf("a comparison takes %v", each)
	}
}
