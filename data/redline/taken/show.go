package taken

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"travaux/data/redline"
)

// mark notes that word n of a paragraph of the new version was taken.
func (j *judge) mark(new, n int, elsewhere bool) {
	w := j.x.new[new].words[n]
	j.Marks = append(j.Marks, Mark{new, w.start, w.end, w.depth > 0, elsewhere})
}

// show writes down what is looked at: the stretches of the redline, and the
// marks in the new version.
func (j *judge) show() {
	for n, w := range j.new {
		if j.used[n] {
			j.Marks = append(j.Marks, Mark{w.para, w.start, w.end, w.depth > 0, false})
		}
	}
	j.joinMarks()
	b, i := 0, 0 // the next word of base, of wording
	baseAt, wordingAt := 0, 0
	for _, e := range redline.Words(j.p.Base, j.p.Wording) {
		runes := utf8.RuneCountInString(e.Text)
		switch e.Kind {
		case redline.Delete:
			j.stretch(e, j.base[b:], j.lost[b:], baseAt)
		case redline.Insert:
			j.stretch(e, j.wording[i:], j.states[i:], wordingAt)
		default:
			j.stretch(e, j.wording[i:], j.states[i:], wordingAt) // brackets that go or come leave a state
		}
		if e.Kind != redline.Insert {
			baseAt += runes
			b = past(j.base, b, baseAt)
		}
		if e.Kind != redline.Delete {
			wordingAt += runes
			i = past(j.wording, i, wordingAt)
		}
	}
}

// past is the index of the first word from i on that does not end by a place.
func past(words []word, i, place int) int {
	for i < len(words) && words[i].end <= place {
		i++
	}
	return i
}

// stretch cuts an edit that begins at a rune of its text where the state of the
// words changes. Marks and spaces go with the word before them.
func (j *judge) stretch(e redline.Edit, words []word, states []State, from int) {
	var runes []int // bytes at which they begin, and the end
	for b := range e.Text {
		runes = append(runes, b)
	}
	runes = append(runes, len(e.Text))
	at := 0
	state := Neutral
	put := func(to int) {
		if to > at {
			j.Stretches = append(j.Stretches, Stretch{redline.Edit{Kind: e.Kind, Text: e.Text[runes[at]:runes[to]]}, state})
			at = to
		}
	}
	for n, w := range words {
		if w.start-from >= len(runes)-1 {
			break
		}
		if n == 0 {
			state = states[0]
		}
		if states[n] != state {
			put(w.start - from)
			state = states[n]
		}
	}
	put(len(runes) - 1)
}

// joinMarks orders the marks and joins those that follow one another with no
// word between.
func (j *judge) joinMarks() {
	slices.SortFunc(j.Marks, func(a, b Mark) int { return cmp.Or(a.New-b.New, a.Start-b.Start, a.End-b.End) })
	var out []Mark
	for _, m := range j.Marks {
		last := len(out) - 1
		if last >= 0 && out[last].New == m.New && m.Start < out[last].End {
			continue // the same word again
		}
		if last >= 0 && out[last].joins(m) && !j.x.wordBetween(m.New, out[last].End, m.Start) {
			out[last].End = m.End
			continue
		}
		out = append(out, m)
	}
	j.Marks = out
}

func (m Mark) joins(next Mark) bool {
	return m.New == next.New && m.Bracketed == next.Bracketed && m.Elsewhere == next.Elsewhere
}

// wordBetween reports whether a word of a new paragraph begins in the runes
// [from, to).
func (x *Index) wordBetween(new, from, to int) bool {
	return slices.ContainsFunc(x.new[new].words, func(w word) bool { return w.start >= from && w.start < to })
}
