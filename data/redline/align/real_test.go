package align

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// sharedFile reads a file of the shared data, and skips where it is absent.
func sharedFile(tb testing.TB, name string) string {
	tb.Helper()
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "data", name))
	if err != nil {
		tb.Skipf("../shared/data/%s is not on this machine", name)
	}
	return string(content)
}

// lines are the paragraphs of a plain text: its lines that are not empty.
func lines(text string) (out []Paragraph) {
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) != "" {
			out = append(out, Paragraph{Text: line, Parent: -1})
		}
	}
	return out
}

const drafts = "drafts/bbnj-"

func bbnj(tb testing.TB) (old, new []Paragraph) {
	return lines(sharedFile(tb, drafts+"2022_5.clean.txt")), lines(sharedFile(tb, drafts+"2023_2.clean.txt"))
}

// label is one line of a hand-made alignment: the paragraphs of one side are
// continued by any of those of the other; none means that none may.
type label struct {
	name     string
	old, new []int // alternatives; nil if "-" is the only one
	none     bool  // "-" is an alternative
}

func gold(tb testing.TB) (out []label) {
	for _, line := range strings.Split(strings.TrimSpace(sharedFile(tb, "drafts/gold-align-bbnj-2022_5--2023_2.tsv")), "\n") {
		cells := strings.Split(line, "\t")
		l := label{name: line}
		for side, cell := range cells {
			for _, s := range strings.Split(cell, "|") {
				n, err := strconv.Atoi(s)
				switch {
				case err != nil:
					l.none = true
				case side == 0:
					l.old = append(l.old, n)
				default:
					l.new = append(l.new, n)
				}
			}
		}
		out = append(out, l)
	}
	return out
}

// met says how partners meet the label: if one of its paragraph's partners is
// one it names, or if the paragraph has none and the label allows that;
// strictly, if all of them are ones it names. A label with several old
// paragraphs, or none, is read from its new one.
func (l label) met(p partners) (met, strictly bool) {
	from, to, of := l.old, l.new, p.old
	if len(l.old) != 1 { // "- 120", "114|126 113": seen from the new side
		from, to, of = l.new, l.old, p.new
	}
	got := of[from[0]]
	if len(got) == 0 {
		return l.none, l.none
	}
	strictly = true
	for _, g := range got {
		named := false
		for _, n := range to {
			named = named || n == g
		}
		met, strictly = met || named, strictly && named
	}
	return met, met && strictly
}

// partners are the partners of each paragraph.
type partners struct{ old, new map[int][]int }

func partnersOf(pairs []Pair) partners {
	p := partners{map[int][]int{}, map[int][]int{}}
	for _, pair := range pairs {
		for _, i := range pair.Old {
			p.old[i] = pair.New
		}
		for _, j := range pair.New {
			p.new[j] = pair.Old
		}
	}
	return p
}

// TestGold holds the alignment of two real drafts to one made by hand.
func TestGold(t *testing.T) {
	old, new := bbnj(t)
	labels := gold(t)
	right, _, missed := judged(labels, Align(old, new, Options{}))
	if 100*right < 97*len(labels) {
		t.Errorf("%d of %d right, fewer than 97 per cent; not these:\n%s", right, len(labels), strings.Join(missed, "\n"))
	}
}

// judged counts the labels that pairs meet, and meet strictly.
func judged(labels []label, pairs []Pair) (right, strict int, missed []string) {
	p := partnersOf(pairs)
	for _, l := range labels {
		met, strictly := l.met(p)
		if met {
			right++
		} else {
			missed = append(missed, fmt.Sprintf("%q: old %v, new %v", l.name, p.old[first(l.old)], p.new[first(l.new)]))
		}
		if strictly {
			strict++
		}
	}
	return right, strict, missed
}

func first(list []int) int {
	if len(list) == 0 {
		return -1
	}
	return list[0]
}
