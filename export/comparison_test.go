package export

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
	"travaux/translations"
)

// para writes a paragraph as "kind|label|heading|text", with the index of the
// one it stands in.
func para(parent int, line string) align.Paragraph {
	f := strings.SplitN(line, "|", 4)
	return align.Paragraph{Kind: data.Kind(f[0]), Label: f[1], Heading: f[2], Text: f[3], Parent: parent}
}

var (
	earlier = []align.Paragraph{
		para(-1, "article|Article 7|Planned measures|"),
		para(0, "paragraph|1.||Each Party shall notify the others."),
		para(0, "paragraph|2.||Works may begin. They shall be reported."),
		para(0, "paragraph|3.||The Conference may set limits:"),
		para(3, "point|(a)||for depth;"),
		para(3, "point|(b)||for width."),
		para(-1, "article|Article 8||Disputes are settled by the Council."),
		para(-1, "article|Article 9|Reports|Parties report every year."),
	}
	later = []align.Paragraph{
		para(-1, "article|Article 7|Measures that are planned|"),
		para(0, "paragraph|1.||Each Party shall promptly notify the others."),
		para(0, "paragraph|2.||Works may begin."),
		para(0, "paragraph|3.||They shall be reported."),
		para(0, "paragraph|4.||The Conference may set limits:"),
		para(4, "point|(a)||for depth;"),
		para(-1, "article|Article 8|Reports|Parties report every two years."),
		para(-1, "article|Article 9|Costs|"),
		para(7, "paragraph|||Disputes are settled by the Council alone."),
	}
	laterPairs = []align.Pair{
		{Kind: data.PairChanged, Old: []int{0}, New: []int{0}},
		{Kind: data.PairChanged, Old: []int{1}, New: []int{1}},
		{Kind: data.PairSplit, Old: []int{2}, New: []int{2, 3}, Doubtful: true},
		{Kind: data.PairRenumbered, Old: []int{3}, New: []int{4}},
		{Kind: data.PairUnchanged, Old: []int{4}, New: []int{5}},
		{Kind: data.PairGone, Old: []int{5}},
		{Kind: data.PairChanged, Old: []int{7}, New: []int{6}},
		{Kind: data.PairNew, New: []int{7}},
		{Kind: data.PairMoved, Old: []int{6}, New: []int{8}},
	}
)

func compared(old, new []align.Paragraph, pairs []align.Pair) Comparison {
	return Comparison{
		Comparison: compare.Of(old, new, pairs), Lang: data.English,
		OldIssue: Issue{"A/AC.311/4", data.Date{Year: 2026, Month: 3, Day: 9}}, NewIssue: Issue{Name: "A/AC.311/4/Rev.1"},
		Date: data.Date{Year: 2026, Month: 5, Day: 4},
	}
}

func TestComparisonPapersSayWhatTheyShould(t *testing.T) {
	loc := translations.New("en")
	c := compared(earlier, later, laterPairs)
	noted := c
	noted.Notes = make([]string, len(c.Pairs))
	noted.Notes[1], noted.Notes[4] = "Ask for a deadline.", "Keep (a)."
	for name, doc := range map[string]Document{
		"table": ComparisonPaper(c, TableOptions{}, loc), "whole": ComparisonPaper(c, TableOptions{Whole: true}, loc),
		"noted": ComparisonPaper(noted, TableOptions{}, loc), "redline": RedlinePaper(c, loc), "text": RedlineText(c, loc),
	} {
		t.Run(name, func(t *testing.T) {
			got := doc.Text()
			golden(t, "comparison."+name+".txt", got)
		})
	}
}

// revisedOf are the paragraphs of a redline.
func revisedOf(doc Document) []Revised {
	out := make([]Revised, len(doc.Blocks))
	for i, b := range doc.Blocks {
		out[i] = b.(Revised)
	}
	return out
}

// holds tells whether a redline gives both versions, paragraph by paragraph,
// and ends with a break that both have.
func holds(t *testing.T, c Comparison) {
	t.Helper()
	paragraphs := revisedOf(RedlineText(c, translations.New(string(c.Lang))))
	for old, version := range map[bool][]align.Paragraph{true: c.Comparison.Old, false: c.Comparison.New} {
		want, got := Paragraphs(version), Version(paragraphs, old)
		if len(want) == 0 && len(paragraphs) > 0 {
			want = []string{""} // a file has one paragraph at least
		}
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
			t.Fatalf("old %v:\n%q, want\n%q", old, got, want)
		}
	}
	if n := len(paragraphs); n > 0 && paragraphs[n-1].End != Plain {
		t.Errorf("the last break is only in one version")
	}
}

func TestRedlineGivesBothVersions(t *testing.T) {
	p := func(text string) align.Paragraph { return align.Paragraph{Text: text, Parent: -1} }
	pair := func(kind data.PairKind, old, new []int) align.Pair {
		return align.Pair{Kind: kind, Old: old, New: new}
	}
	for name, c := range map[string]Comparison{
		"the sample":                  compared(earlier, later, laterPairs),
		"the other way":               compared(later, earlier, nil),
		"nothing":                     compared(nil, nil, nil),
		"all new":                     compared(nil, later, nil),
		"all gone":                    compared(earlier, nil, nil),
		"all changed":                 compared(earlier, later, nil),
		"more at the end":             compared([]align.Paragraph{p("a")}, []align.Paragraph{p("a"), p("b"), p("c")}, []align.Pair{pair(data.PairUnchanged, []int{0}, []int{0})}),
		"less at the end":             compared([]align.Paragraph{p("a"), p("b"), p("c")}, []align.Paragraph{p("a")}, []align.Pair{pair(data.PairUnchanged, []int{0}, []int{0})}),
		"other at the end":            compared([]align.Paragraph{p("a"), p("b"), p("c")}, []align.Paragraph{p("a"), p("d"), p("e"), p("f")}, []align.Pair{pair(data.PairUnchanged, []int{0}, []int{0})}),
		"moved to the end":            compared([]align.Paragraph{p("a"), p("b")}, []align.Paragraph{p("b"), p("a c")}, []align.Pair{pair(data.PairUnchanged, []int{1}, []int{0}), pair(data.PairMoved, []int{0}, []int{1})}),
		"merged with one gone within": compared([]align.Paragraph{p("a"), p("x"), p("b")}, []align.Paragraph{p("a b")}, []align.Pair{pair(data.PairMerged, []int{0, 2}, []int{0}), pair(data.PairGone, []int{1}, nil)}),
		"the number goes with the second part": compared([]align.Paragraph{para(-1, "paragraph|1.||A acts. B rests.")},
			[]align.Paragraph{p("A acts."), para(-1, "paragraph|1.||B rests.")}, []align.Pair{pair(data.PairSplit, []int{0}, []int{0, 1})}),
		"a heading becomes a number": compared([]align.Paragraph{para(-1, "article|Article 1|Use of terms|Words.")},
			[]align.Paragraph{para(-1, "paragraph|1.||Words.")}, []align.Pair{pair(data.PairChanged, []int{0}, []int{0})}),
	} {
		t.Run(name, func(t *testing.T) { holds(t, c) })
	}
}

// randomVersion is a text of few words, so that much of it is alike.
func randomVersion(r *rand.Rand) []align.Paragraph {
	words := []string{"Parties", "shall", "act", "الدول", "各国", "(a)", ";", "and", "report", ""}
	kinds := []data.Kind{data.KindArticle, data.KindParagraph, data.KindPoint, data.KindText, ""}
	some := func(most int) string {
		var out []string
		for range r.Intn(most + 1) {
			out = append(out, words[r.Intn(len(words))])
		}
		return strings.Join(out, " ")
	}
	version := make([]align.Paragraph, r.Intn(9))
	for i := range version {
		version[i] = align.Paragraph{Kind: kinds[r.Intn(len(kinds))], Label: some(1), Text: some(7), Parent: r.Intn(i+1) - 1}
		if r.Intn(4) == 0 {
			version[i].Heading = some(2)
		}
	}
	return version
}

// randomPairs settles paragraphs of both versions with one another at random.
func randomPairs(r *rand.Rand, old, new []align.Paragraph) []align.Pair {
	var fixed []align.Fixed
	for range r.Intn(4) {
		var f align.Fixed
		for range 1 + r.Intn(2) {
			f.Old, f.New = append(f.Old, r.Intn(len(old)+1)), append(f.New, r.Intn(len(new)+1))
		}
		fixed = append(fixed, f)
	}
	return align.Align(old, new, align.Options{Fixed: fixed})
}

func TestRedlinesOfRandomTextsGiveBothVersions(t *testing.T) {
	for seed := range int64(3000) {
		r := rand.New(rand.NewSource(seed))
		old, new := randomVersion(r), randomVersion(r)
		c := compared(old, new, randomPairs(r, old, new))
		c.Lang = data.Langs[r.Intn(len(data.Langs))]
		holds(t, c)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// TestTableHoldsEveryParagraph holds that nothing is lost in a table, and that
// what is folded is named.
func TestTableHoldsEveryParagraph(t *testing.T) {
	for seed := range int64(500) {
		r := rand.New(rand.NewSource(seed))
		old, new := randomVersion(r), randomVersion(r)
		c := compared(old, new, randomPairs(r, old, new))
		doc := ComparisonPaper(c, TableOptions{Whole: true}, translations.New("en"))
		var olds, news []string
		for _, b := range doc.Blocks {
			if table, ok := b.(Table); ok {
				for _, row := range table.Rows {
					if len(row.Cells) == len(table.Heads) {
						olds, news = append(olds, row.Cells[1].text()), append(news, row.Cells[2].text())
					}
				}
			}
		}
		for which, side := range map[string][]align.Paragraph{"old": old, "new": new} {
			said := strings.Join(map[string][]string{"old": olds, "new": news}[which], "\n")
			for _, p := range side {
				for _, want := range []string{p.Label, p.Heading, p.Text} {
					if !strings.Contains(said, strings.TrimSpace(want)) {
						t.Fatalf("seed %d: the %s column has no %q:\n%s", seed, which, want, said)
					}
				}
			}
		}
	}
}

func (c Cell) text() string {
	var b strings.Builder
	for _, p := range c {
		b.WriteString(p.Text() + "\n")
	}
	return b.String()
}

func TestPublicComparisonHasNoNotes(t *testing.T) {
	doc := ComparisonPaper(compared(earlier, later, laterPairs), TableOptions{}, translations.New("en"))
	if strings.Contains(doc.Text(), translations.New("en").T("paper.compare.note")) {
		t.Error("a paper without notes has a column for them")
	}
}

// drafts are two successive real drafts, from the shared data.
func drafts(tb testing.TB) Comparison {
	tb.Helper()
	read := func(name string) (out []align.Paragraph) {
		content, err := os.ReadFile(filepath.Join("..", "..", "shared", "data", "drafts", name))
		if err != nil {
			tb.Skip("the shared drafts are not on this machine")
		}
		for _, line := range strings.Split(string(content), "\n") {
			if strings.TrimSpace(line) != "" {
				out = append(out, align.Paragraph{Text: line, Parent: -1})
			}
		}
		return out
	}
	old, new := read("bbnj-2022_5.clean.txt"), read("bbnj-2023_2.clean.txt")
	return compared(old, new, align.Align(old, new, align.Options{}))
}

func TestRedlineOfDraftsGivesBothVersions(t *testing.T) { holds(t, drafts(t)) }

func TestTitlesAreInAllLanguages(t *testing.T) {
	seen := map[string]bool{}
	for _, lang := range data.Langs {
		c := compared(earlier, later, laterPairs)
		c.Lang = lang
		doc := ComparisonPaper(c, TableOptions{}, translations.New(string(lang)))
		said, err := json.Marshal(doc.Blocks)
		if err != nil || strings.Contains(string(said), "paper.compare") || seen[doc.Title] {
			t.Errorf("%s: %s", lang, doc.Title)
		}
		seen[doc.Title] = true
	}
}

func TestParagraphsAreNamedAsTheyAreCited(t *testing.T) {
	c := compared(earlier, later, laterPairs)
	c.OldNames, c.NewNames = make([]string, len(earlier)), make([]string, len(later))
	for i := range earlier {
		c.OldNames[i] = fmt.Sprintf("old %d", i)
	}
	for i := range later {
		c.NewNames[i] = fmt.Sprintf("new %d", i)
	}
	table, redline := ComparisonPaper(c, TableOptions{}, translations.New("en")).Text(), RedlineText(c, translations.New("en")).Text()
	for want, said := range map[string]string{
		"Earlier text: old 2 / New text: new 2 and new 3":               table,
		"Unchanged: new 5\n":                                            table,
		"Moved: old 6 of the earlier text is now new 8 of the new text": table,
		"<Moved from old 6 of the earlier text>":                        redline,
	} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}
