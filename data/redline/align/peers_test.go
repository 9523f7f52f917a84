package align

import (
	"fmt"
	"strings"
	"unicode"
)

// The methods that others use, as far as they can be told apart from their
// programs: each returns which old paragraph becomes which new one, and the
// kinds follow as ours do.

type method struct {
	name string
	run  func(old, new []Paragraph) []Pair
}

var peers = []method{
	{"by number and path", func(old, new []Paragraph) []Pair { return withSpans(old, new, byNumber) }},
	{"line diff, changed lines in turn", func(old, new []Paragraph) []Pair { return withSpans(old, new, byLines) }},
	{"best chain without moves, splits and merges", func(old, new []Paragraph) []Pair { return withSpans(old, new, byChain) }},
}

func withSpans(old, new []Paragraph, find func(a *aligner) []span) []Pair {
	a := newAligner(old, new)
	for _, s := range find(a) {
		a.take(s)
		a.inOrder = append(a.inOrder, s)
	}
	return a.finish()
}

// byNumber pairs what has the same number under the same numbers.
func byNumber(a *aligner) (out []span) {
	paths := func(side []passage) (paths []string) {
		var heading string
		var levels [3]string
		count := map[string]int{}
		for _, p := range side {
			switch {
			case p.heading:
				heading, levels = p.number, [3]string{}
			case p.number != "":
				level := 0
				switch last := p.number[strings.LastIndexByte(p.number, '/')+1:]; {
				case strings.ContainsFunc(last, unicode.IsDigit):
				case strings.Trim(last, "ivx") == "":
					level = 2
				default:
					level = 1
				}
				levels[level] = p.number
				for level++; level < 3; level++ {
					levels[level] = ""
				}
			}
			path := fmt.Sprint(heading, levels, p.number == "")
			count[path]++
			paths = append(paths, fmt.Sprint(path, count[path]))
		}
		return paths
	}
	at := map[string]int{}
	for i, path := range paths(a.old) {
		at[path] = i
	}
	for j, path := range paths(a.new) {
		if i, ok := at[path]; ok {
			out = append(out, one(i, j, 1))
		}
	}
	return out
}

// byLines pairs equal lines as a line difference does, and the changed ones
// between them one after the other.
func byLines(a *aligner) (out []span) {
	n, m := len(a.old), len(a.new)
	same := func(i, j int) bool { return a.old[i].body == a.new[j].body && a.old[i].number == a.new[j].number }
	longest := make([][]int32, n+1)
	for i := range longest {
		longest[i] = make([]int32, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if same(i, j) {
				longest[i][j] = longest[i+1][j+1] + 1
			}
		}
	}
	i, j, gapI, gapJ := 0, 0, 0, 0
	turn := func() {
		for ; gapI < i && gapJ < j; gapI, gapJ = gapI+1, gapJ+1 {
			out = append(out, one(gapI, gapJ, 1))
		}
	}
	for i < n && j < m {
		switch {
		case same(i, j):
			turn()
			out = append(out, one(i, j, 1))
			i, j = i+1, j+1
			gapI, gapJ = i, j
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	i, j = n, m
	turn()
	return out
}

// byChain is the alignment of greatest total similarity that keeps the order
// (Needleman and Wunsch), over the words alone.
func byChain(a *aligner) []span {
	n, m := len(a.old), len(a.new)
	best := make([][]float64, n+1)
	for i := range best {
		best[i] = make([]float64, m+1)
	}
	sims := make([][]float64, n)
	for i := n - 1; i >= 0; i-- {
		sims[i] = make([]float64, m)
		for j := m - 1; j >= 0; j-- {
			sim := share(a.old[i].features, a.new[j].features)
			switch {
			case a.old[i].empty() && a.new[j].empty() && a.old[i].number == a.new[j].number:
				sim = 1
			case sim < 0.3:
				sim = 0
			}
			sims[i][j] = sim
			best[i][j] = max(best[i+1][j], best[i][j+1], best[i+1][j+1]+sim)
		}
	}
	var out []span
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case sims[i][j] > 0 && best[i][j] == best[i+1][j+1]+sims[i][j]:
			out = append(out, one(i, j, sims[i][j]))
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
	return out
}
