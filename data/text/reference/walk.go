package reference

import (
	"strconv"
	"strings"

	"travaux/data"
)

// enclosing returns the nearest provision of that kind that from stands in.
// A text without numbered paragraphs is itself the paragraph.
func (x *Index) enclosing(from int, kind data.Kind) int {
	for i, n := from, 0; i >= 0 && n < maxDepth; n++ {
		k := x.nodes[i].provision.Kind
		switch {
		case k == kind, kind == data.KindArticle && k == data.KindNote:
			return i
		case kind == data.KindParagraph && (k == data.KindRecital || k == data.KindArticle):
			return i
		}
		i = x.nodes[i].parent
	}
	return -1
}

// neighbour returns the provision of that kind before or after the one that
// from stands in.
func (x *Index) neighbour(from int, kind data.Kind, before bool) int {
	at := x.enclosing(from, kind)
	if at < 0 {
		return -1
	}
	step := 1
	if before {
		step = -1
	}
	for i := at + step; i >= 0 && i < len(x.nodes); i += step {
		switch {
		case x.nodes[i].provision.Kind != kind:
			if kind != data.KindArticle && x.nodes[i].provision.Kind == data.KindArticle && x.nodes[i].parent != x.nodes[at].parent {
				if before && x.nodes[at].parent == i && x.nodes[at].elem == "u2" {
					return i // the unnumbered first paragraph is the article's own text
				}
				return -1
			}
		case kind == data.KindArticle && x.nodes[i].scope == x.nodes[at].scope, x.nodes[i].parent == x.nodes[at].parent:
			return i
		}
	}
	return -1
}

// fromText finds an address that begins with a number: of an article, which
// counts through the text, or of what is nearest.
func (x *Index) fromText(from int, a Address, of Instrument) (found, nearest int) {
	first := a.Steps[0]
	switch {
	case first.Kind == data.KindPreamble:
		return x.inPreamble(from, a.Steps)
	case first.rank < unitParagraph.rank() && first.rank > 0 || isContainer(first.Kind):
		start := x.named(from, first, of)
		if start < 0 {
			return -1, -1
		}
		return x.descend(start, a.Steps[1:])
	}
	return x.near(from, a.Steps)
}

func isContainer(k data.Kind) bool {
	switch k {
	case data.KindArticle, data.KindNote, data.KindFootnote, data.KindAnnex, data.KindPart, data.KindChapter, data.KindSection:
		return true
	}
	return false
}

// named returns the article, chapter, annex … with that number: in the annex
// that from stands in, unless the instrument itself is named; else in the main
// text. Sections count anew in every part: the nearest wins.
func (x *Index) named(from int, s Step, of Instrument) int {
	candidates := x.byElem[s.Elem]
	if len(candidates) == 0 && s.Kind == data.KindAnnex {
		candidates = x.annex(s)
	}
	if len(candidates) == 0 {
		return -1
	}
	scope := -1
	if from >= 0 {
		scope = x.nodes[from].scope
	}
	best, score := -1, -1
	for _, i := range candidates {
		n := 1 // in an annex of its own
		switch {
		case s.Kind == data.KindAnnex:
			n = 2
		case s.Kind == data.KindSection:
			n = 2 + x.common(from, i)
		case x.nodes[i].scope == scope && of != Own && of != Bare:
			n = 4
		case x.nodes[i].scope == -1:
			n = 3
		case x.nodes[i].scope == scope:
			n = 2
		}
		if n > score {
			best, score = i, n
		}
	}
	if score == 1 && scope != x.nodes[best].scope {
		return -1
	}
	return best
}

// annex finds an annex whose number a file does not have: a single annex is
// the first.
func (x *Index) annex(s Step) []int {
	switch s.Elem {
	case "annex":
		return x.byElem["annex1"]
	case "annex1":
		return x.byElem["annex"]
	}
	return nil
}

// common counts the levels that two provisions share.
func (x *Index) common(i, j int) int {
	if i < 0 {
		return 0
	}
	a, b := strings.Split(x.nodes[i].provision.Path, "/"), strings.Split(x.nodes[j].provision.Path, "/")
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func (x *Index) inPreamble(from int, steps []Step) (found, nearest int) {
	candidates := x.byElem[steps[0].Elem]
	best, score := -1, -1
	for _, i := range candidates {
		n := 0
		switch {
		case from >= 0 && x.nodes[i].scope == x.nodes[from].scope:
			n = 2
		case x.nodes[i].scope < 0:
			n = 1
		}
		if n > score {
			best, score = i, n
		}
	}
	if best < 0 {
		return -1, -1
	}
	return x.descend(best, steps[1:])
}

// near finds "paragraph 2" or "(a)": in the provision itself, then in what it
// stands in, up to the article; where there is no article, anywhere in the
// annex or text, because its paragraphs count through.
func (x *Index) near(from int, steps []Step) (found, nearest int) {
	i := from
	for n := 0; i >= 0 && n < maxDepth; n++ {
		k := x.nodes[i].provision.Kind
		if f, _ := x.descend(i, steps); f >= 0 && !(f == i && n == 0 && k != data.KindArticle) {
			return f, f
		}
		if k == data.KindArticle || k == data.KindNote {
			_, nearest = x.descend(i, steps)
			return -1, nearest
		}
		if i = x.nodes[i].parent; k == data.KindAnnex || k == data.KindResolution {
			break
		}
	}
	return x.counted(from, steps)
}

// counted finds a paragraph that stands in no article: the nearest with that
// number in the same annex or text.
func (x *Index) counted(from int, steps []Step) (found, nearest int) {
	best, distance, scope := -1, 0, -1
	if from >= 0 {
		scope = x.nodes[from].scope
	}
	for _, i := range x.loose[steps[0].Elem] {
		if d := abs(i - from); x.nodes[i].scope == scope && (best < 0 || d < distance) {
			best, distance = i, d
		}
	}
	if best < 0 {
		return -1, -1
	}
	return x.descend(best, steps[1:])
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// descend follows the steps from a provision inwards.
func (x *Index) descend(from int, steps []Step) (found, nearest int) {
	i := from
	for k, s := range steps {
		next := x.child(i, s, 0)
		if next < 0 && k == 0 && s.Kind == data.KindParagraph {
			next = x.unnumbered(i, s.Elem)
		}
		if next < 0 && isDigit(s.Or) {
			next = x.unnumbered(i, s.Or)
		}
		if next < 0 && s.Kind == data.KindSection {
			next = x.deep(i, s)
		}
		if next < 0 && isContainer(s.Kind) {
			next = x.deep(i, s)
		}
		if next < 0 && (s.Kind == data.KindFormula || s.Kind == data.KindFlush) {
			next = i // the chapeau is the provision's own text
		}
		if next < 0 {
			return -1, i
		}
		i = next
	}
	return i, i
}

// child returns the child with that number. What stands between without a
// number of its own, an option, an unnumbered paragraph, is looked through.
func (x *Index) child(i int, s Step, depth int) int {
	for _, c := range x.nodes[i].children {
		if x.nodes[c].elem == s.Elem {
			return c
		}
	}
	if s.Or != "" {
		for _, c := range x.nodes[i].children {
			if x.nodes[c].elem == s.Or {
				return c
			}
		}
	}
	if depth > 3 {
		return -1
	}
	for _, c := range x.nodes[i].children {
		if transparent(x.nodes[c].elem) {
			if found := x.child(c, s, depth+1); found >= 0 {
				return found
			}
		}
	}
	return -1
}

// transparent reports whether documents do not cite a level: options,
// unnumbered paragraphs, words after a list, headings without number.
func transparent(elem string) bool {
	for _, p := range []string{"opt", "u", "flush", "h"} {
		if rest, ok := strings.CutPrefix(elem, p); ok && (rest == "" || rest[0] >= '0' && rest[0] <= '9') {
			return true
		}
	}
	return false
}

// deep finds an article or section anywhere below.
func (x *Index) deep(i int, s Step) int {
	prefix := x.nodes[i].provision.Path + "/"
	for _, j := range x.byElem[s.Elem] {
		if strings.HasPrefix(x.nodes[j].provision.Path, prefix) {
			return j
		}
	}
	return -1
}

// unnumbered finds paragraph n of a provision whose paragraphs have no
// numbers: the first is its own text.
func (x *Index) unnumbered(i int, number string) int {
	n, err := strconv.Atoi(number)
	if err != nil {
		return -1
	}
	unnumbered := false
	for _, c := range x.nodes[i].children {
		elem := x.nodes[c].elem
		if elem == "u"+number {
			return c
		}
		if isDigit(elem) {
			return -1
		}
		unnumbered = unnumbered || elem == "u2"
	}
	if n == 1 && unnumbered {
		return i
	}
	return -1
}

// numberless reports whether a provision is divided, but its file has lost
// the numbers: what is not found there may still be there.
func (x *Index) numberless(i int) bool {
	n := 0
	for _, c := range x.nodes[i].children {
		if !transparent(x.nodes[c].elem) {
			return false
		}
		n++
	}
	return n > 0 || transparent(x.nodes[i].elem)
}
