package main

import (
	"archive/zip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/text"
)

// comparedFiles is what compare --json prints.
type comparedFiles struct {
	Pairs []struct {
		Kind     string
		Old, New []int
		Score    float64
	}
	Paragraphs struct{ Old, New []string }
	Words      struct{ Inserted, Deleted, Hunks int }
}

// compareFiles runs compare --json and checks what holds of every comparison.
func compareFiles(t *testing.T, args ...string) comparedFiles {
	t.Helper()
	code, out, errs := travaux(append([]string{"compare", "--json"}, args...)...)
	if code != exitOK {
		t.Fatalf("exit %d: %s", code, errs)
	}
	if strings.Contains(out, "null") {
		t.Errorf("null in %s", out)
	}
	var got comparedFiles
	d := json.NewDecoder(strings.NewReader(out))
	d.DisallowUnknownFields()
	if err := d.Decode(&got); err != nil {
		t.Fatal(err)
	}
	old, new := make([]int, len(got.Paragraphs.Old)), make([]int, len(got.Paragraphs.New))
	for _, p := range got.Pairs {
		for _, i := range p.Old {
			old[i]++
		}
		for _, i := range p.New {
			new[i]++
		}
		if !slices.Contains(data.PairKinds, data.PairKind(p.Kind)) || p.Score < 0 || p.Score > 1 {
			t.Errorf("pair %+v", p)
		}
	}
	for _, side := range [][]int{old, new} {
		for i, n := range side {
			if n != 1 {
				t.Errorf("paragraph %d is in %d pairs", i, n)
			}
		}
	}
	return got
}

const smaller = `Draft Convention on Kites

Article 1
Freedom of the wind

1. Every State Party shall respect the wind and its freedom.

2. It shall, in particular:

(a) publish its forecasts.

Article 2
Strings

No string shall be longer than the wind is strong, as measured at the nearest hill.
`

func TestCompare(t *testing.T) {
	dir := t.TempDir()
	old, new := filepath.Join(dir, "old.txt"), filepath.Join(dir, "new.txt")
	write(t, old, small)
	write(t, new, smaller)
	got := compareFiles(t, old, new)
	if want := nonEmpty(small); !slices.Equal(got.Paragraphs.Old, want) {
		t.Errorf("old paragraphs %q", got.Paragraphs.Old)
	}
	if want := nonEmpty(smaller); !slices.Equal(got.Paragraphs.New, want) {
		t.Errorf("new paragraphs %q", got.Paragraphs.New)
	}
	if w := got.Words; w.Inserted != 23 || w.Deleted != 9 || w.Hunks != 6 {
		t.Errorf("words %+v", w)
	}
	code, out, errs := travaux("compare", old, new)
	if code != exitOK {
		t.Fatal(code, errs)
	}
	for _, want := range []string{
		"old.txt → new.txt\n", "\n  Unchanged: 4\n",
		"\n4 → 4  Changed\n1. Every State Party shall respect the wind[+ and its freedom+].\n",
		"\n6 →  Gone\n[-(a) build no wall higher than a kite;-]\n",
		"\n→ 8  New\n[+Strings+]\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// TestCompareInSixLanguages changes one word of an article in every language, and
// reads the comparison in that language.
func TestCompareInSixLanguages(t *testing.T) {
	for lang, c := range map[string]struct{ text, old, new, changed string }{
		"ar": {"المادة 1\n1 - تحترم كل دولة طرف الريح وحرية من يعيشون بها.\n", "تحترم", "تصون", "معدَّل"},
		"en": {"Article 1\n1. Every State Party shall respect the wind and those who live by it.\n", "respect", "protect", "Changed"},
		"es": {"Artículo 1\n1. Cada Estado Parte respetará el viento y a quienes viven de él.\n", "respetará", "protegerá", "Modificado"},
		"fr": {"Article premier\n1. Chaque État Partie respecte le vent et ceux qui en vivent.\n", "respecte", "protège", "Modifié"},
		"ru": {"Статья 1\n1. Каждое Государство-участник уважает ветер и тех, кто им живет.\n", "уважает", "охраняет", "Изменено"},
		"zh": {"第一条\n一、各缔约国应尊重风以及以风为生者的自由。\n", "尊", "敬", "有改动"},
	} {
		t.Run(lang, func(t *testing.T) {
			t.Setenv("TRAVAUX_LANG", lang)
			old, new := filepath.Join(t.TempDir(), "old.txt"), filepath.Join(t.TempDir(), "new.txt")
			write(t, old, c.text)
			write(t, new, strings.Replace(c.text, c.old, c.new, 1))
			got := compareFiles(t, old, new)
			if len(got.Pairs) != 2 || got.Pairs[0].Kind != "unchanged" || got.Pairs[1].Kind != "changed" {
				t.Errorf("%+v", got.Pairs)
			}
			if w := got.Words; w.Inserted != 1 || w.Deleted != 1 || w.Hunks != 1 {
				t.Errorf("%+v", w)
			}
			_, out, _ := travaux("compare", old, new)
			if want := "2 → 2  " + c.changed + "\n"; !strings.Contains(out, want) || !strings.Contains(out, "[-"+c.old+"-][+"+c.new+"+]") {
				t.Errorf("no %q in\n%s", want, out)
			}
		})
	}
}

func nonEmpty(s string) (out []string) {
	for _, line := range strings.Split(s, "\n") {
		if strings.TrimSpace(line) != "" {
			out = append(out, line)
		}
	}
	return out
}

// TestCompareKeepsLines: the lines of a text that was broken at a fixed width
// are paragraphs of their own, blank ones are none, and nothing is trimmed.
func TestCompareKeepsLines(t *testing.T) {
	wrapped := "Article 1\n\n" + strings.Repeat("Every State Party shall respect the wind and the freedom of those who\nlive by it, and shall build no wall that is higher than the tallest of\nits kites, unless the wind itself should have consented beforehand to\nbe stopped there.\n \n", 3) + "<meta name=\"x\">\n  indented \t\nlast"
	for name, content := range map[string]string{
		"line feeds":         wrapped,
		"carriage returns":   strings.ReplaceAll(wrapped, "\n", "\r\n"),
		"bytes of no text":   "a\xff\nb",
		"marks of headings":  "# Kites\n## Article 1\ntext",
		"nothing but spaces": " \n\t\nx",
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "a.txt")
			write(t, file, content)
			got := compareFiles(t, file, file)
			want := nonEmpty(strings.ReplaceAll(content, "\r\n", "\n"))
			if name == "bytes of no text" {
				want = []string{"aÿ", "b"}
			}
			if !slices.Equal(got.Paragraphs.Old, want) {
				t.Errorf("got %q\nwant %q", got.Paragraphs.Old, want)
			}
		})
	}
}

func TestCompareReadsChangesAsAsked(t *testing.T) {
	dir := t.TempDir()
	tracked, plain := filepath.Join(dir, "tracked.xml"), filepath.Join(dir, "plain.txt")
	write(t, tracked, changed)
	write(t, plain, "Article 1\nWind\n1. The wind shall be free.")
	for _, c := range []struct {
		option string
		want   string
	}{
		{"", "1. The wind shall be free."},
		{"accepted", "1. The wind shall be free."},
		{"rejected", "1. The wind may be free."},
		{"redline", "1. The wind mayshall be free."},
	} {
		got := compareFiles(t, tracked, plain, "--tracked", c.option)
		if !slices.Contains(got.Paragraphs.Old, c.want) {
			t.Errorf("%q: %q", c.option, got.Paragraphs.Old)
		}
	}
}

func TestKindsOfParagraphs(t *testing.T) {
	src, err := intake.Read(t.Context(), "", []byte("Article 1\nFreedom\n\n1. Each State:\n\n(a) acts;\n\n(b) rests.\n\nArticle 2\n\nText."))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range paragraphsOf(text.Parse(src, data.English)) {
		got = append(got, string(p.Kind)+" "+p.Text)
		if p.Parent >= 0 {
			got[len(got)-1] += " <" + string(rune('0'+p.Parent))
		}
	}
	want := []string{"article Article 1", "article Freedom", "paragraph 1. Each State: <0", "point (a) acts; <2", "point (b) rests. <2", "article Article 2", "paragraph Text. <5"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestCompareKeepsNumbersOfWord(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "list.docx")
	wordFile(t, file, `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>acts;</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>rests.</w:t></w:r></w:p>`)
	got := compareFiles(t, file, file)
	if want := []string{"(a) acts;", "rests."}; !slices.Equal(got.Paragraphs.New, want) {
		t.Errorf("got %q", got.Paragraphs.New)
	}
}

// wordFile makes a Word file with one list numbered (a), (b).
func wordFile(t testing.TB, path, body string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	z := zip.NewWriter(f)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + office + `officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + office + `numbering" Target="numbering.xml"/></Relationships>`},
		{"word/numbering.xml", `<w:numbering ` + space + `><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`},
		{"word/document.xml", `<w:document ` + space + `><w:body>` + body + `</w:body></w:document>`},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}
