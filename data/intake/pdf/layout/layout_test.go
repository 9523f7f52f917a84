package layout

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"travaux/data/text"
)

// printed is a page as it is written for tests: every line with its place.
type printed struct {
	x, y, size float64 // x below 0: in the middle
	text       string
	look       string // b bold, i italic
}

// letter is the width of a letter, in parts of its size.
const letter = 0.5

// pageWith sets lines on a page, from left to right or, where the first letter
// is Arabic, from the right edge.
func pageWith(lines ...printed) Page {
	p := Page{Width: 595, Height: 842}
	for _, l := range lines {
		size := l.size
		if size == 0 {
			size = 10
		}
		backward := unicode.Is(unicode.Arabic, firstLetter(l.text))
		x := l.x
		if x < 0 {
			x = (72 + 452 - size*(letter*float64(len([]rune(l.text)))-0.25*float64(len(strings.Fields(l.text))-1))) / 2
		}
		for i, w := range strings.Fields(l.text) {
			width := letter * size * float64(len([]rune(w)))
			left := x
			if backward {
				left = p.Width - x - width
			}
			p.Words = append(p.Words, Word{
				Text: w, Left: left, Right: left + width, Base: l.y, Size: size, Breaks: i == 0,
				Bold: strings.Contains(l.look, "b"), Italic: strings.Contains(l.look, "i"),
			})
			x += width + 0.25*size
		}
	}
	return p
}

// column sets lines one below the other.
func column(x, y float64, lines ...string) []printed {
	var out []printed
	for _, s := range lines {
		out = append(out, printed{x: x, y: y, text: s})
		y -= 12
	}
	return out
}

// filler is a column of running text that gives the page its margins.
func filler(y float64) []printed {
	line := "the quick brown fox jumps over the lazy dog and the quick brown fox jumps once more"
	return column(72, y, "Q"+line, line, line, line, line, line, "and rests.")
}

const fillerText = "Qthe quick brown fox jumps over the lazy dog and the quick brown fox jumps once more" +
	" the quick brown fox jumps over the lazy dog and the quick brown fox jumps once more the quick brown fox jumps over the lazy dog and the quick brown fox jumps once more the quick brown fox jumps over the lazy dog and the quick brown fox jumps once more the quick brown fox jumps over the lazy dog and the quick brown fox jumps once more the quick brown fox jumps over the lazy dog and the quick brown fox jumps once more and rests."

func blocksOf(src *text.Source) string {
	var out []string
	for _, b := range src.Blocks {
		s := b.Text
		if s == fillerText {
			continue
		}
		if b.Label != "" {
			s = "<" + b.Label + "> " + s
		}
		if b.Kind != text.BlockPara {
			s = string(b.Kind) + ": " + s
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func TestRead(t *testing.T) {
	join := func(parts ...[]printed) []printed { return slices.Concat(parts...) }
	header := func(n int) []printed {
		return []printed{{x: 72, y: 800, size: 8, text: "A/CONF.9/L.1"}, {x: 500, y: 30, size: 8, text: fmt.Sprint(n)}}
	}
	for _, c := range []struct {
		name  string
		pages [][]printed
		want  string
	}{
		{
			"a short line ends a paragraph",
			[][]printed{join(filler(700), column(72, 600, "It ends here.", "And this begins."))},
			"It ends here.\nAnd this begins.",
		},
		{
			"a gap ends a paragraph",
			[][]printed{join(filler(700), column(72, 600, "Here is a line that runs to the margin of the page and nearly fills it up to the end"), column(72, 576, "Here is a line."))},
			"Here is a line that runs to the margin of the page and nearly fills it up to the end\nHere is a line.",
		},
		{
			"a hyphen that divides a word goes",
			[][]printed{join(filler(700), column(72, 600, "All cooperation counts, as the sooner they begin with it the better it is, coop-", "eration."))},
			"All cooperation counts, as the sooner they begin with it the better it is, cooperation.",
		},
		{
			"a hyphen of the word stays",
			[][]printed{join(filler(700), column(72, 600, "All cooperation counts, as the sooner they begin with it the better it is, non-", "compliance."))},
			"All cooperation counts, as the sooner they begin with it the better it is, non-compliance.",
		},
		{
			"points that hang",
			[][]printed{join(filler(700), column(72, 600, "Each Party shall:"), column(100, 588, "(a) first do what is written here and go on with it until the line is full enough"), column(120, 576, "and then stop;"), column(100, 564, "(b) rest."))},
			"Each Party shall:\n(a) first do what is written here and go on with it until the line is full enough and then stop;\n(b) rest.",
		},
		{
			"a reference at the beginning of a line is none of a provision",
			[][]printed{join(filler(700), column(72, 600, "Each Party shall act in accordance with this Convention, and above all with its", "article 5, paragraph 2."))},
			"Each Party shall act in accordance with this Convention, and above all with its article 5, paragraph 2.",
		},
		{
			"a paragraph goes on on the next page, past header and number",
			[][]printed{
				join(header(1), filler(700), column(72, 72, "Each Party shall act in accordance with this Convention and go on with it and")),
				join(header(2), column(72, 760, "until the end."), filler(700)),
				join(header(3), filler(700)),
			},
			"hidden: A/CONF.9/L.1\nEach Party shall act in accordance with this Convention and go on with it and until the end.\nhidden: 1\nhidden: A/CONF.9/L.1\nhidden: 2\nhidden: A/CONF.9/L.1\nhidden: 3",
		},
		{
			"titles in the middle",
			[][]printed{join(filler(700), []printed{{x: -1, y: 600, text: "Article 12", look: "b"}, {x: -1, y: 588, text: "Measures to be taken where walls have been", look: "i"}, {x: -1, y: 576, text: "built in bad faith", look: "i"}, {x: 72, y: 552, text: "1. They are."}})},
			"heading: Article 12\nheading: Measures to be taken where walls have been built in bad faith\n1. They are.",
		},
		{
			"contents",
			[][]printed{join(column(72, 700, "Contents", "Article 1. Use . . . . . . . . . 3", "Article 2. Of a long title that goes on", "to a second line . . . . . . . . 4", "Article 3. End . . . . . . . . . 5"), filler(600))},
			"hidden: Contents\nhidden: Article 1. Use . . . . . . . . . 3\nhidden: Article 2. Of a long title that goes on\nhidden: to a second line . . . . . . . . 4\nhidden: Article 3. End . . . . . . . . . 5",
		},
		{
			"a footnote, and its mark in the text",
			[][]printed{join(filler(700), []printed{{x: 72, y: 600, text: "Each Party"}, {x: 123, y: 604, size: 6, text: "1"}, {x: 130, y: 600, text: "acts."}, {x: 72, y: 60, size: 8, text: "1 Or State."}})},
			"Each Party acts.\nfootnote: <1> Or State.",
		},
		{
			"small print without a mark in the text is text",
			[][]printed{join(filler(700), []printed{{x: 72, y: 60, size: 8, text: "7 Or State."}})},
			"7 Or State.",
		},
		{
			"job number of the first page",
			[][]printed{join(filler(700), column(72, 30, "23-24637 (E) 090124"))},
			"hidden: 23-24637 (E) 090124",
		},
		{
			"numbers of lines",
			[][]printed{join(column(30, 700, "1", "2", "3", "4", "5", "6", "7"), filler(700))},
			"hidden: 1 2 3 4 5 6 7",
		},
		{
			"from right to left",
			[][]printed{{{x: 72, y: 700, text: "المادة :1 الغرض", look: "b"}, {x: 72, y: 670, text: "تنطبق هذه الاتفاقية )أ( على الرياح"}}},
			"heading: المادة 1: الغرض\nتنطبق هذه الاتفاقية (أ) على الرياح",
		},
		{
			"Chinese lines are joined without a space",
			[][]printed{column(72, 700, strings.Repeat("各缔约国应尊重风", 8)+"力", "自由飞行的权利。")},
			strings.Repeat("各缔约国应尊重风", 8) + "力自由飞行的权利。",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var pages []Page
			for _, lines := range c.pages {
				pages = append(pages, pageWith(lines...))
			}
			if got := blocksOf(Read(pages)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestTwoColumns(t *testing.T) {
	var left, right []string
	for i := range 12 {
		left = append(left, fmt.Sprintf("left line %d of the column that is quite", i))
		right = append(right, fmt.Sprintf("right line %d of the column that is so", i))
	}
	lines := []printed{{x: 72, y: 760, text: "A heading that runs over both of the columns of this page to the end of them", look: "b"}}
	l, r := column(72, 700, left...), column(320, 700, right...)
	for i := range l { // the file goes from line to line
		lines = append(lines, l[i], r[i])
	}
	got := blocksOf(Read([]Page{pageWith(lines...)}))
	if strings.Index(got, "right line 0") < strings.Index(got, "left line 11") {
		t.Errorf("the columns are read across:\n%s", got)
	}
}

func TestLooks(t *testing.T) {
	p := pageWith(append(filler(700), printed{x: 72, y: 600, text: "Recalling"})...)
	last := &p.Words[len(p.Words)-1]
	last.Italic = true
	p.Words = append(p.Words, Word{Text: "all.", Left: last.Right + 3, Right: last.Right + 20, Base: 600, Size: 10})
	src := Read([]Page{p})
	b := src.Blocks[len(src.Blocks)-1]
	if b.Text != "Recalling all." || len(b.Marked) != 1 || !b.Marked[0].Italic || b.Text[:b.Marked[0].End] != "Recalling " {
		t.Errorf("%+v", b)
	}
}

func TestJudge(t *testing.T) {
	of := func(images int, words ...string) []Page {
		p := Page{Width: 595, Height: 842, Images: images}
		for range 30 {
			for _, w := range words {
				p.Words = append(p.Words, Word{Text: w})
			}
		}
		return []Page{p}
	}
	for _, c := range []struct {
		name  string
		pages []Page
		want  Usable
	}{
		{"English", of(0, "Each", "Party", "shall", "respect", "the", "wind"), Good},
		{"Russian", of(0, "Каждое", "государство", "уважает", "ветер"), Good},
		{"Arabic", of(0, "تحترم", "كل", "دولة", "الرياح", "MHz", "RNSS", "kHz"), Good},
		{"Chinese", of(0, "各缔约国应尊重风力"), Good},
		{"all capitals", of(0, "CRPD", "UNCLOS", "NGO", "MARPOL"), Good},
		{"private characters", of(0, "\uE021\uE034\uE055", "\uE021\uE034"), Unmapped},
		{"no characters", of(0, "\uFFFD\uFFFD\uFFFD"), Unmapped},
		{"letters of no language", of(0, "ƿɋƕʒ", "ƿʘɋ", "the"), Unmapped},
		{"letters shifted", of(0, "Wklv", "Frqyhqwlrq", "dqg", "wkh", "vkdoo", "eh", "frpsolhg", "zlwk"), Unmapped},
		{"a picture", []Page{{Images: 1}}, Scanned},
		{"nothing", []Page{{}}, Scanned},
		{"pictures with a stamp", append(of(0, "x")[:0], Page{Images: 1, Words: []Word{{Text: "Annex"}}}, Page{Images: 1}), Scanned},
	} {
		if got := Judge(c.pages); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// kept are the letters and figures of words, of which none may be lost.
func kept(s string, count map[rune]int, by int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			count[r] += by
		}
	}
}

// checkRead holds a reading to lose nothing and to place everything in the
// text.
func checkRead(tb testing.TB, pages []Page) {
	tb.Helper()
	count := map[rune]int{}
	for _, p := range pages {
		for _, w := range p.Words {
			kept(w.Text, count, 1)
		}
	}
	src := Read(pages)
	Judge(pages)
	for _, b := range src.Blocks {
		kept(b.Text, count, -1)
		kept(b.Label, count, -1)
		at, end := 0, len([]rune(b.Text))
		for _, e := range b.Marked {
			if e.Start < at || e.End <= e.Start || e.End > end {
				tb.Fatalf("emphasis %+v in %q", b.Marked, b.Text)
			}
			at = e.End
		}
	}
	for _, n := range src.Notes {
		kept(n.Mark, count, -1)
		if n.At.Block >= len(src.Blocks) || n.At.Rune > len([]rune(src.Blocks[n.At.Block].Text)) {
			tb.Fatalf("note at %+v", n.At)
		}
	}
	for r, n := range count {
		if n > 0 {
			tb.Errorf("%q is lost %d times", r, n)
		}
	}
}

// TestNothingIsLost reads pages on which words stand anywhere.
func TestNothingIsLost(t *testing.T) {
	noise := rand.New(rand.NewPCG(5, 6))
	vocabulary := []string{"Article", "1", "2.", "(a)", "the", "wind", "co-", "operation", "*", "Part", "II", ".....", "12", "المادة", "(ب)", "第一条", "and", "CONTENTS", "A/1", "—"}
	for range 200 {
		var pages []Page
		for range 1 + noise.IntN(4) {
			p := Page{Width: 595, Height: 842}
			for range noise.IntN(120) {
				x, w := noise.Float64()*500, vocabulary[noise.IntN(len(vocabulary))]
				p.Words = append(p.Words, Word{
					Text: w, Left: x, Right: x + 5*float64(len(w)), Base: float64(noise.IntN(60)) * 14, Size: []float64{6, 8, 10, 10, 10, 14}[noise.IntN(6)],
					Bold: noise.IntN(4) == 0, Breaks: noise.IntN(6) == 0, Glued: noise.IntN(9) == 0, Tilted: noise.IntN(40) == 0,
				})
			}
			pages = append(pages, p)
		}
		checkRead(t, pages)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Article 1 Use 1. Each Party", int64(1), 700.0, 10.0)
	f.Add("المادة :1 (أ)", int64(2), 20.0, 8.0)
	f.Fuzz(func(t *testing.T, words string, seed int64, base, size float64) {
		noise := rand.New(rand.NewPCG(uint64(seed), 1))
		p := Page{Width: 595, Height: 842}
		for _, w := range strings.Fields(strings.ToValidUTF8(words, "")) {
			x := noise.Float64() * 500
			p.Words = append(p.Words, Word{Text: w, Left: x, Right: x + size, Base: base + float64(noise.IntN(5))*size, Size: size, Breaks: noise.IntN(3) == 0})
		}
		checkRead(t, []Page{p, p})
	})
}
