package intake

import (
	"context"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/text"
)

// outlineAt reads a shared document and checks what holds for all: nothing is
// lost, no path occurs twice.
func outlineAt(t *testing.T, name string) *text.Outline {
	t.Helper()
	content, err := os.ReadFile(sharedWord(t, name))
	if err != nil {
		t.Fatal(err)
	}
	src, err := Read(context.Background(), name, content)
	if err != nil {
		t.Fatal(err)
	}
	o := text.Parse(src, "")
	if o.Rebuild() != src.Plain() {
		t.Errorf("%s is not rebuilt", name)
	}
	seen := map[string]bool{}
	for _, n := range o.Nodes {
		if seen[n.Path] {
			t.Errorf("%s: path %s twice", name, n.Path)
		}
		seen[n.Path] = true
	}
	return o
}

// numbers returns the last elements of the paths of that kind, in order.
func numbers(o *text.Outline, kind data.Kind) []string {
	var out []string
	for _, n := range o.Nodes {
		if n.Kind == kind {
			out = append(out, n.Path[strings.LastIndexByte(n.Path, '/')+1:])
		}
	}
	return out
}

// upTo returns prefix1 … prefixN.
func upTo(prefix string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = prefix + strconv.Itoa(i+1)
	}
	return out
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Errorf("%s: %d, want %d; they part at place %d: %v / %v", what, len(got), len(want), i,
				got[min(i, len(got)):min(i+4, len(got))], want[min(i, len(want)):min(i+4, len(want))])
			return
		}
	}
}

func TestCybercrimeConventionInSixLanguages(t *testing.T) {
	outlines := map[data.Lang]*text.Outline{}
	for _, l := range data.Langs {
		o := outlineAt(t, "akn/A_RES_79_243_"+string(l)+".xml")
		if o.Lang != l {
			t.Errorf("%s taken for %s", l, o.Lang)
		}
		same(t, string(l)+" articles", numbers(o, data.KindArticle), upTo("art", 68))
		same(t, string(l)+" chapters", numbers(o, data.KindChapter), upTo("ch", 9))
		same(t, string(l)+" notes", numbers(o, data.KindNote), []string{"note2", "note17", "note23+35", "note35"})
		for _, n := range o.Nodes {
			if (n.Kind == data.KindArticle || n.Kind == data.KindChapter) && n.Heading == "" {
				t.Errorf("%s: %s has no heading", l, n.Path)
			}
		}
		outlines[l] = o
	}
	want := outlines[data.English]
	if len(want.Nodes) != 616 {
		t.Errorf("%d provisions in English, want 616", len(want.Nodes))
	}
	// 28/1 ends with words after its list only in en, fr, es and ru.
	const extra = "ch4/art28/1/flush"
	j := text.Join(outlines)
	for _, d := range j.Differences {
		if d.Kind != text.DifferenceMissing || d.Path != extra || !slices.Equal(d.Langs, []data.Lang{data.Arabic, data.Chinese}) {
			t.Errorf("difference %v", d)
		}
	}
	if len(j.Differences) != 1 || len(j.Provisions) != 616 {
		t.Errorf("joined: %d provisions, differences %v", len(j.Provisions), j.Differences)
	}
}

func TestCharterInSixLanguages(t *testing.T) {
	for _, l := range data.Langs {
		o := outlineAt(t, "treaties/un-charter-"+string(l)+".txt")
		same(t, string(l)+" articles", numbers(o, data.KindArticle), upTo("art", 111))
		// The Arabic file has the heading of chapter XVI in English.
		same(t, string(l)+" chapters", numbers(o, data.KindChapter), upTo("ch", 19))
		for _, n := range o.Nodes {
			if n.Kind == data.KindChapter && n.Heading == "" {
				t.Errorf("%s: %s has no heading", l, n.Path)
			}
		}
	}
}

func TestDeclarationInSixLanguages(t *testing.T) {
	for _, f := range []string{"ar-arb", "zh-cmn_hans", "en-eng", "fr-fra", "ru-rus", "es-spa"} {
		o := outlineAt(t, "treaties/udhr-"+f+".html")
		if string(o.Lang) != f[:2] {
			t.Errorf("%s taken for %s", f, o.Lang)
		}
		same(t, f, numbers(o, data.KindArticle), upTo("art", 30))
	}
}

func TestConventions(t *testing.T) {
	for _, c := range []struct {
		file     string
		articles []int // in the text, then in annexes, in order
		parts    int
		chapters int
	}{
		{file: "budapest-convention-185.md", articles: []int{48}, chapters: 4},
		{file: "vclt-1969.md", articles: []int{85}, parts: 8},
		{file: "minamata.md", articles: []int{35, 17, 11}, parts: -1},
		{file: "arms-trade-treaty.md", articles: []int{28}},
		{file: "unclos-1982.txt", articles: []int{320, 9, 22, 13, 14, 41, 13, 5, 8}, parts: -1},
		{file: "fish-stocks-agreement-1995.txt", articles: []int{50, 7}, parts: -1},
	} {
		t.Run(c.file, func(t *testing.T) {
			o := outlineAt(t, "treaties/"+c.file)
			var want []string
			for _, n := range c.articles {
				want = append(want, upTo("art", n)...)
			}
			same(t, "articles", numbers(o, data.KindArticle), want)
			same(t, "chapters", numbers(o, data.KindChapter), upTo("ch", c.chapters))
			if c.parts >= 0 {
				same(t, "parts", numbers(o, data.KindPart), upTo("part", c.parts))
			}
		})
	}
}

// TestAgainstDataSets sets articles of known number, title and words as plain
// text and expects them back.
func TestAgainstDataSets(t *testing.T) {
	for _, f := range []string{"crc", "gc-i", "vclt"} {
		content, err := os.ReadFile(sharedWord(t, "treaties/"+f+".en-zhHant.json"))
		if err != nil {
			t.Fatal(err)
		}
		var set struct {
			Preamble string `json:"preamble_en"`
			Chinese  string `json:"preamble_zh"`
			Articles []struct {
				TitleZH   string `json:"title_zh"`
				TitleEN   string `json:"title_en"`
				ContentZH string `json:"content_zh"`
				ContentEN string `json:"content_en"`
			}
		}
		if err := json.Unmarshal(content, &set); err != nil {
			t.Fatal(err)
		}
		english, chinese := set.Preamble+"\n", set.Chinese+"\n"
		for i, a := range set.Articles {
			english += "Article " + strconv.Itoa(i+1) + "\n" + a.TitleEN + "\n" + a.ContentEN + "\n"
			chinese += "第" + chineseNumeral(i+1) + "條\n" + a.TitleZH + "\n" + a.ContentZH + "\n"
		}
		for lang, words := range map[string]string{"en": english, "zh": chinese} {
			o := text.Parse(read(t, words), "")
			if o.Rebuild() != words {
				t.Errorf("%s %s is not rebuilt", f, lang)
			}
			same(t, f+" "+lang, numbers(o, data.KindArticle), upTo("art", len(set.Articles)))
			k := 0
			for _, n := range o.Nodes {
				if n.Kind != data.KindArticle {
					continue
				}
				want := set.Articles[k].TitleEN
				if lang == "zh" {
					want = set.Articles[k].TitleZH
				}
				if n.Heading != strings.TrimSpace(want) {
					t.Errorf("%s %s %s: heading %q", f, lang, n.Path, n.Heading)
				}
				k++
			}
		}
	}
}

func chineseNumeral(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10] + "十" + digits[n%10]
}

var draftHeading = regexp.MustCompile(`(?m)^#H \[?(Article \d+(?: (?:bis|ter|ante))*)\]?\s*$`)

func TestDraftsWithBracketsAndOptions(t *testing.T) {
	for _, f := range []string{"drafts/bbnj-2022_5.clean.txt", "drafts/bbnj-2023_2.clean.txt"} {
		content, err := os.ReadFile(sharedWord(t, f))
		if err != nil {
			t.Fatal(err)
		}
		o := outlineAt(t, f)
		var got, want []string
		for _, n := range o.Nodes {
			if n.Kind == data.KindArticle && !strings.Contains(n.Heading, "does not preclude") {
				got = append(got, strings.Trim(n.Label, "[]"))
			}
		}
		for _, m := range draftHeading.FindAllStringSubmatch(string(content), -1) {
			want = append(want, m[1])
		}
		same(t, f, got, want)
	}
}

func TestResolutions(t *testing.T) {
	for _, l := range data.Langs {
		o := outlineAt(t, "akn/S_RES_2728_"+string(l)+".xml")
		var got []string
		for _, n := range o.Nodes {
			got = append(got, n.Path)
		}
		same(t, "S/RES/2728 "+string(l), got, strings.Fields("front pre pre/opening pre/pp1 pre/pp2 pre/pp3 pre/pp4 pre/pp5 1 2 3"))
	}
	outlineAt(t, "akn/itu-res_2.xml")
	for _, l := range data.Langs {
		outlineAt(t, "akn/A_RES_79_1_"+string(l)+".xml")
	}
}
