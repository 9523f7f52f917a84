package segment

import (
	"bufio"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// unicodeData is where the Debian package unicode-data puts Unicode's files.
const unicodeData = "/usr/share/unicode/auxiliary/"

// sample is one line of a break test file: a text and its boundaries.
type sample struct {
	line   int
	text   []rune
	breaks []int
	about  string
}

func samples(t *testing.T, name string) []sample {
	t.Helper()
	file, err := os.Open(unicodeData + name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s%s is not here; install the Debian package unicode-data", unicodeData, name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []sample
	lines := bufio.NewScanner(file)
	for number := 1; lines.Scan(); number++ {
		data, about, _ := strings.Cut(lines.Text(), "#")
		if strings.TrimSpace(data) == "" {
			continue
		}
		s := sample{line: number, about: strings.TrimSpace(about)}
		for _, field := range strings.Fields(data) {
			switch field {
			case "÷":
				s.breaks = append(s.breaks, len(s.text))
			case "×":
			default:
				c, err := strconv.ParseUint(field, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				s.text = append(s.text, rune(c))
			}
		}
		all = append(all, s)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestGraphemeBreakTestFile(t *testing.T) { compare(t, "GraphemeBreakTest.txt", 602, Graphemes) }

func TestWordBreakTestFile(t *testing.T) { compare(t, "WordBreakTest.txt", 1823, Words) }

// compare allows no exception.
func compare(t *testing.T, name string, atLeast int, boundaries func([]rune) []int) {
	all := samples(t, name)
	if len(all) < atLeast {
		t.Fatalf("only %d lines read", len(all))
	}
	for _, s := range all {
		if got := boundaries(s.text); !slices.Equal(got, s.breaks) {
			t.Errorf("line %d: %v, want %v: %s", s.line, got, s.breaks, s.about)
		}
	}
}

// exception is how often a rule departs from the standard in LineBreakTest.txt,
// and why it may.
type exception struct {
	count int
	why   string
}

// exceptions lists, for every language with rules of its own ("" stands for all
// others), the places of LineBreakTest.txt in which our rules depart from the
// standard. The rules themselves are tailorings in the sense of UAX #14,
// section 8; without them there is no exception at all.
var exceptions = map[string]map[string]exception{
	"":   {"clusters": clustersWhole, "dashes": dashesAttached, "label": labelAttached, "numbers": numbersWhole},
	"zh": {"clusters": clustersWhole, "label": labelAttached, "numbers": numbersWhole},
	"fr": {
		"clusters": clustersWhole, "dashes": dashesAttached, "label": labelAttached, "numbers": numbersWhole,
		"french spaces": {5, "the space before : ; ? ! » and after « stands for a no-break space (Lexique des règles typographiques)"},
	},
	"ru": {
		"clusters": clustersWhole, "dashes": dashesAttached, "label": {66, labelAttached.why}, "numbers": numbersWhole,
		"russian dashes": {82, "a Russian dash does not begin a line"},
	},
}

var (
	clustersWhole  = exception{318, "a cluster is never divided: a mark after a space (LB10) and an emoji modifier (EM, of Grapheme_Cluster_Break Extend) stay with what is before them"}
	dashesAttached = exception{85, "an em dash (B2) stays with the word it touches"}
	labelAttached  = exception{67, "a dash, hyphen or label at the beginning of the text is a list label and stays with the first word"}
	numbersWhole   = exception{5, "a sign of number or currency, or a unit, stays with its number across a space: # 0, 0 $, $ 0, § 0"}
)

func TestLineBreakTestFile(t *testing.T) {
	all := samples(t, "LineBreakTest.txt")
	if len(all) < 7654 {
		t.Fatalf("only %d lines read", len(all))
	}
	for lang, want := range exceptions {
		t.Run("language "+lang, func(t *testing.T) {
			got := map[string]int{}
			for _, s := range all {
				countDepartures(t, s, lang, got)
			}
			for name, count := range got {
				if want[name].count != count {
					t.Errorf("rule %q departs from the standard in %d places, %d are explained", name, count, want[name].count)
				}
			}
			for name, e := range want {
				if got[name] == 0 {
					t.Errorf("rule %q is listed (%s) but departs nowhere", name, e.why)
				}
			}
		})
	}
}

// countDepartures applies the rules one after another and counts for each the
// places it takes away from, or adds to, those of the standard.
func countDepartures(t *testing.T, s sample, lang string, departures map[string]int) {
	t.Helper()
	p := places{text: s.text, kinds: make([]Place, len(s.text)+1)}
	p.standard()
	for at, k := range p.kinds {
		if (k != Forbidden) != slices.Contains(s.breaks, at) {
			t.Errorf("line %d: the untailored rules are wrong at %d: %s", s.line, at, s.about)
		}
	}
	for _, rule := range rules {
		if !rule.holds(lang) {
			continue
		}
		earlier := slices.Clone(p.kinds)
		rule.apply(&p)
		for at := range p.kinds {
			if p.kinds[at] != earlier[at] {
				departures[rule.name]++
			}
		}
	}
	var got []int
	for _, o := range Breaks(s.text, lang) {
		got = append(got, o.At)
	}
	var want []int
	for at, k := range p.kinds {
		if k != Forbidden {
			want = append(want, at)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("line %d: Breaks gives %v, its rules one by one %v", s.line, got, want)
	}
}

// TestRulesAreNamed: the lists above name rules, so names must be unique.
func TestRulesAreNamed(t *testing.T) {
	names := map[string]bool{}
	for _, rule := range rules {
		if names[rule.name] {
			t.Errorf("two rules are called %q", rule.name)
		}
		names[rule.name] = true
	}
	for lang, list := range exceptions {
		for name := range maps.Keys(list) {
			if !names[name] {
				t.Errorf("language %q lists an unknown rule %q", lang, name)
			}
		}
	}
}
