package watch

import (
	"slices"

	"travaux/data"
)

// Doubt says why words may or may not be in a text: a set of reasons, 0 for
// none.
type Doubt uint8

// Reasons for doubt.
const (
	Bracketed Doubt = 1 << iota // in square brackets
	Deleted                     // struck out by a tracked change
	Inserted                    // put in by a tracked change
)

// Span is a stretch of a text, in runes [Start, End), that may be in it or not.
// Spans may stand in one another.
type Span struct {
	Start, End int
	Doubt      Doubt
}

// Text is a text, read once, in which many phrases can be looked for. It may be
// used by several goroutines.
type Text struct {
	words string
	lang  data.Lang
	spans []Span
	list  []word
	doubt []Doubt        // of each word
	skips map[int][]skip // by the first word that is left out
}

// skip leaves out the words up to to.
type skip struct {
	to    int
	doubt Doubt
}

// Read reads a text in a language.
func Read(words string, lang data.Lang, spans []Span) *Text {
	t := &Text{words: words, lang: lang, spans: spans, list: split(words, lang)}
	t.doubt = make([]Doubt, len(t.list))
	for _, s := range spans {
		from, _ := slices.BinarySearchFunc(t.list, s.Start, func(w word, at int) int { return w.start - at })
		to := from
		for to < len(t.list) && t.list[to].start < s.End {
			t.doubt[to] |= s.Doubt
			to++
		}
		if from < to {
			if t.skips == nil {
				t.skips = map[int][]skip{}
			}
			t.skips[from] = append(t.skips[from], skip{to, s.Doubt})
		}
	}
	return t
}

// Words returns the text as it was given.
func (t *Text) Words() string { return t.words }

// Match is where a phrase stands: runes [Start, End) of the text. What is left
// out of the text in the reading that has it may stand between.
type Match struct {
	Start, End int
	Doubt      Doubt // 0: it is in the text for sure
}

// Find returns where a phrase stands, in order and apart from each other; what is
// sure before what is in doubt of the same words.
func (t *Text) Find(p Phrase) []Match {
	var all []Match
	for _, form := range p.forms {
		all = append(all, t.find(form)...)
	}
	slices.SortStableFunc(all, func(a, b Match) int {
		switch {
		case (a.Doubt == 0) != (b.Doubt == 0) && a.Doubt == 0:
			return -1
		case (a.Doubt == 0) != (b.Doubt == 0):
			return 1
		case a.Start != b.Start:
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	var out []Match
	for _, m := range all {
		if !slices.ContainsFunc(out, func(o Match) bool { return m.Start < o.End && o.Start < m.End }) {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b Match) int { return a.Start - b.Start })
	return out
}

// way is how far a form has been found: from which word on, and in what doubt.
type way struct {
	from  int // index of its first word, and 1; 0: none
	doubt Doubt
}

// ways are the best ways to have found so much of a form: one that is sure, one
// that is in doubt. The one that began last makes the shortest match.
type ways struct{ sure, doubtful way }

func (w *ways) take(x way) {
	best := &w.doubtful
	if x.doubt == 0 {
		best = &w.sure
	}
	if x.from > best.from {
		*best = x
	}
}

func (w *ways) each(do func(way)) {
	if w.sure.from > 0 {
		do(w.sure)
	}
	if w.doubtful.from > 0 {
		do(w.doubtful)
	}
}

// find goes through the text once. rows[i][j] says how the first j elements were
// found before word i; a span that begins at word i may be left out there.
func (t *Text) find(form []element) (out []Match) {
	rows := map[int][]ways{}
	row := func(i int) []ways {
		if rows[i] == nil {
			rows[i] = make([]ways, len(form))
		}
		return rows[i]
	}
	for i := range t.list {
		w := &t.list[i]
		step := func(j int, x way) {
			if !form[j].is(w) {
				return
			}
			x.doubt |= t.doubt[i]
			if j+1 == len(form) {
				out = append(out, Match{t.list[x.from-1].start, w.end, x.doubt})
				return
			}
			row(i + 1)[j+1].take(x)
		}
		step(0, way{from: i + 1})
		now := rows[i]
		if now == nil {
			continue
		}
		delete(rows, i)
		for j := 1; j < len(form); j++ {
			now[j].each(func(x way) { step(j, x) })
			for _, s := range t.skips[i] {
				now[j].each(func(x way) { row(s.to)[j].take(way{x.from, x.doubt | s.doubt}) })
			}
		}
	}
	return out
}
