package compilation

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"travaux/data"
	"travaux/data/text"
)

// invented is a compilation with all that the real ones have: a table whose lines
// are run together and broken, page numbers in the middle of sentences, names run
// into the text, an article that quotes its own heading.
const invented = `United Nations A/AC.999/2026/INF.2
General Assembly Distr.: General 1 July 2026
Textual proposals submitted by delegations
Contents
PREAMBLE ........................ 1 Lake Society ...................... 1
PART I GENERAL PROVISIONS OF THE
AGREEMENT .................................
............. 2 ARTICLE 1 ............... 2 Kenya ........... 2
ii
Lake Society ............ 2 Peru ................ 3
ARTICLE 1BIS ............ 3 River Society and Friends ......... 3
1
PREAMBLE
Lake Society
Recalling words of the first proposal,
Rationale Because it is
2
usual to do so.
PART I GENERAL PROVISIONS OF THE
AGREEMENT
ARTICLE 1
Kenya
ARTICLE 1 Title
1. Second proposal, as Kenya has it; see Article 1bis.
ARTICLE 1BIS is another. Rationale None provided Lake Society 1. Third proposal.
3
Rationale
PARAGRAPH 1. A reason. Peru
Delete
Rationale Not provided
ARTICLE 1BIS River Society and Friends A fourth.`

func TestReadInvented(t *testing.T) {
	c, err := read(strings.Split(invented, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	if c.Symbol != "A/AC.999/2026/INF.2" || c.Date.String() != "2026-07-01" || c.Title != "Textual proposals submitted by delegations" {
		t.Errorf("is %q of %v: %q", c.Symbol, c.Date, c.Title)
	}
	want := []Entry{
		{"preamble", []string{"Lake Society"}, "", "Recalling words of the first proposal,", "Because it is usual to do so.", "p. 1"},
		{"1", []string{"Kenya"}, "", "ARTICLE 1 Title\n1. Second proposal, as Kenya has it; see Article 1bis.\nARTICLE 1BIS is another.", "", "p. 2"},
		{"1", []string{"Lake Society"}, "", "1. Third proposal.", "PARAGRAPH 1. A reason.", "p. 2"},
		{"1", []string{"Peru"}, data.ProposalSuppress, "Delete", "", "p. 3"},
		{"1 bis", []string{"River Society and Friends"}, "", "A fourth.", "", "p. 3"},
	}
	for i := range max(len(want), len(c.Entries)) {
		if i >= len(want) || i >= len(c.Entries) || fmt.Sprintf("%+v", want[i]) != fmt.Sprintf("%+v", c.Entries[i]) {
			t.Errorf("entries are %+v\nnot %+v", c.Entries, want)
			break
		}
	}
	if len(c.Doubts) > 0 || len(c.Loose) > 0 {
		t.Errorf("doubts %+v, loose %+v", c.Doubts, c.Loose)
	}
}

func TestContentsThatDoNotAgree(t *testing.T) {
	text := strings.ReplaceAll(invented, "PARAGRAPH 1. A reason. Peru\n", "PARAGRAPH 1. A reason.\nRiver Society and Friends\n")
	c, err := read(strings.Split(text, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Doubt{{"1", "Peru", true}, {"1", "River Society and Friends", false}}
	if !slices.Equal(c.Doubts, want) {
		t.Errorf("doubts are %+v, not %+v", c.Doubts, want)
	}
}

func TestReadWithoutContents(t *testing.T) {
	for name, c := range map[string]struct {
		lines string
		want  []string // article: proponents: text
	}{
		"English": {
			"Compilation of proposals\nArticle 5\nKenya\nA first.\nRationale: so.\nKenya is not a heading here.\nKenya and Peru\nA second.\nArticle 6 bis\nSubmitted by: Norway\nA third, see\nArticle 12, paragraph 2.",
			[]string{"5: Kenya: A first.", "5: Kenya and Peru: A second.", "6 bis: Submitted by: Norway: A third, see\nArticle 12, paragraph 2."},
		},
		"French":            {"Article premier\nArticle 5\nKenya\nUn.\nJustification : pour\nANNEXE II\nPérou\nDeux.", []string{"5: Kenya: Un.", "annex II: Pérou: Deux."}},
		"Spanish":           {"Artículo 5\nPerú y Noruega\nUno.\nJustificación: por eso.", []string{"5: Perú y Noruega: Uno."}},
		"Russian":           {"Статья 5 bis\nКения\nОдин.\nОбоснование: так.", []string{"5 bis: Кения: Один."}},
		"Chinese":           {"第五条\n肯尼亚\n案文一。\n理由：如此。\n第六条之二\n秘鲁\n案文二。", []string{"5: 肯尼亚: 案文一。", "6 bis: 秘鲁: 案文二。"}},
		"Arabic":            {"المادة 5\nكينيا\nنص أول.\nالتعليل: سبب.", []string{"5: كينيا: نص أول."}},
		"headings capitals": {"ARTICLE 5\nKenya\nA first.\nArticle 9\nstays text.\nARTICLE 6\nPeru\nA second.", []string{"5: Kenya: A first.\nArticle 9\nstays text.", "6: Peru: A second."}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := read(strings.Split(c.lines, "\n"))
			if err != nil {
				t.Fatal(err)
			}
			var list []string
			for _, e := range got.Entries {
				list = append(list, e.Article+": "+strings.Join(e.Proponents, "; ")+": "+e.Text)
			}
			if !slices.Equal(list, c.want) {
				t.Errorf("gives %q\nnot %q", list, c.want)
			}
		})
	}
}

func TestReadSource(t *testing.T) {
	src := &text.Source{Symbol: "X/1", Lang: data.English, Blocks: []text.Block{
		{Text: "furniture", Kind: text.BlockHidden}, {Text: "ARTICLE 3"}, {Text: "Kenya"}, {Label: "(a)", Text: "broken\r\nline"},
	}}
	c, err := Read(src)
	if err != nil {
		t.Fatal(err)
	}
	if c.Symbol != "X/1" || c.Lang != data.English || len(c.Entries) != 1 || c.Entries[0].Text != "(a) broken\nline" {
		t.Errorf("read as %+v", c)
	}
}

// The compilation of proposals of a real conference, as a PDF reader dumped it.
const realFile = "../../../../shared/data/drafts/bbnj-A_CONF.232_2022_INF.5-textual-proposals-2022-08-01.json"

func realLines(t *testing.T) ([]string, *Compilation) {
	content, err := os.ReadFile(filepath.FromSlash(realFile))
	if err != nil {
		t.Skip("the compilation of the real conference is not on this machine")
	}
	lines, ok := dumped(content)
	c, err := Open(content)
	if !ok || err != nil {
		t.Fatal(err)
	}
	return lines, c
}

// TestRealPairs holds what was read against the document's own contents, read here
// in another way: every article with every proponent, in order, on its page; none
// missing, none invented.
func TestRealPairs(t *testing.T) {
	lines, c := realLines(t)
	var want []string
	article := ""
	roman := regexp.MustCompile(`^[ivx]+$`)
	heading := regexp.MustCompile(`^(PREAMBLE|(?:ARTICLE|PART|ANNEX) ?(\S*)( BIS)?)`)
	wrapped := ""
	for _, line := range lines[slices.Index(lines, "Contents")+1 : slices.Index(lines, "1")] {
		if roman.MatchString(line) {
			continue
		}
		for _, cell := range regexp.MustCompile(`\.{5,}[ .]*`).Split(line, -1) {
			page, name, _ := strings.Cut(cell+" ", " ")
			if strings.Trim(page, "0123456789") != "" { // a name, not the number before it
				page, name = "", cell
			}
			if page != "" && wrapped != "" {
				want, wrapped = append(want, wrapped+"@"+page), ""
			}
			name = strings.TrimSpace(name)
			if m := heading.FindStringSubmatch(name); m != nil {
				article, wrapped = strings.ToLower(strings.TrimPrefix(m[1], "ARTICLE ")), ""
				continue
			}
			if name != "" && !strings.HasPrefix(name, "INCLUDING") && !unicode.IsLower(rune(name[0])) {
				wrapped = article + "|" + name
			}
		}
	}
	var got []string
	for _, e := range c.Entries {
		printed := strings.ToLower(strings.ReplaceAll(e.Article, " ", ""))
		if strings.HasPrefix(e.Article, "part") || strings.HasPrefix(e.Article, "annex") {
			printed = strings.ToLower(e.Article)
		}
		got = append(got, printed+"|"+e.Proponents[0]+"@"+strings.TrimPrefix(e.Source, "p. "))
	}
	if len(want) != 227 {
		t.Errorf("the contents list %d pairs, not 227", len(want))
	}
	slices.Sort(want)
	slices.Sort(got)
	for _, pair := range want {
		if !slices.Contains(got, pair) {
			t.Errorf("missing: %s", pair)
		}
	}
	for _, pair := range got {
		if !slices.Contains(want, pair) {
			t.Errorf("invented: %s", pair)
		}
	}
	if len(got) != len(want) || len(c.Doubts) != 0 || len(c.Loose) != 0 {
		t.Errorf("%d pairs instead of %d, doubts %v, loose %v", len(got), len(want), c.Doubts, c.Loose)
	}
}

// TestRealNothingLost counts letters: all that stands in the body stands in an
// entry, or is a heading, a name or the word before the reasons.
func TestRealNothingLost(t *testing.T) {
	lines, c := realLines(t)
	body := count(strings.Join(lines[slices.Index(lines, "1"):], "\n"))
	held := map[rune]int{}
	add := func(s string) {
		for r, n := range count(s) {
			held[r] += n
		}
	}
	l, begin := contents(lines)
	for _, h := range l.headings {
		add(h.title)
	}
	for _, e := range c.Entries {
		add(e.Proponents[0] + e.Text + e.Rationale)
	}
	words := strings.Join(lines[begin:], "\n")
	kept := 0
	for _, e := range c.Entries {
		kept += strings.Count(e.Text+"\n"+e.Rationale, "Rationale")
	}
	for range strings.Count(words, "Rationale") - kept {
		add("Rationale")
	}
	for _, none := range []string{"Rationale None provided", "Rationale Not provided", "Rationale\nNone provided", "Rationale\nNot provided"} {
		for range strings.Count(words, none) {
			add(strings.TrimPrefix(strings.ReplaceAll(none, "\n", " "), "Rationale "))
		}
	}
	for r, n := range body {
		if held[r] != n {
			t.Errorf("%q stands %d times in the body and %d times in what was read", r, n, held[r])
		}
	}
}

// count counts the letters of a text. Digits are those of page numbers too.
func count(s string) map[rune]int {
	out := map[rune]int{}
	for _, r := range s {
		if unicode.IsLetter(r) {
			out[r]++
		}
	}
	return out
}

func FuzzRead(f *testing.F) {
	f.Add(invented)
	f.Add("ARTICLE 5\nKenya\nA first.\nRationale None provided")
	f.Add("第五条\n肯尼亚\n案文一。")
	f.Add("Contents\n....... 1\nARTICLE 1 ..... 1 x ....... 1\nARTICLE 1 x y")
	f.Fuzz(func(t *testing.T, s string) {
		lines := strings.Split(s, "\n")
		c, err := read(slices.Clone(lines))
		if err != nil {
			return
		}
		for _, e := range c.Entries {
			if e.Article == "" || len(e.Proponents) != 1 || e.Proponents[0] == "" {
				t.Errorf("an entry without a place or a proponent: %+v", e)
			}
			e.By()
		}
		c.Loose, c.Doubts = nil, nil
		if again, err := Open(c.Encode()); err != nil && data.CodeOf(err) != CodeForm {
			t.Errorf("what was read is not read again: %v", err)
		} else if err == nil && len(again.Entries) != len(c.Entries) {
			t.Errorf("%d entries, then %d", len(c.Entries), len(again.Entries))
		}
	})
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(`{"format":"travaux-proposals/1","entries":[{"article":"1","proponents":["Kenya"],"text":"x"}]}`))
	f.Add([]byte(`{"metadata":{"sections":[{"heading":"ARTICLE 1","text":"Kenya\nx"}]}}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		c, err := Open(content)
		if err == nil && len(c.Entries) == 0 {
			t.Error("neither entries nor an error")
		}
	})
}
