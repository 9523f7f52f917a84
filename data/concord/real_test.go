package concord_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

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

func TestShow(t *testing.T) {
	for _, f := range []string{"akn/A_RES_79_243_*.xml", "akn/S_RES_2728_*.xml", "akn/A_RES_79_1_*.xml", "treaties/un-charter-*.txt"} {
		c := concord.Compare(realText(t, f), data.Langs)
		n := map[concord.Kind]int{}
		for _, x := range c.Findings {
			n[x.Kind]++
			t.Log(told(x))
		}
		t.Log(f, n)
	}
}
