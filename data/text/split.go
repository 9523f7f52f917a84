package text

import (
	"unicode"

	"travaux/data"
)

// maxSplits is how many provisions one paragraph of a file is divided into,
// maxLabels how many numbers may stand together: no draft has more, and a
// hostile file must not exhaust the stack.
const (
	maxSplits = 50
	maxLabels = 4
)

// split stores a line, dividing it where one paragraph of the file holds
// several provisions: "2. (a) …", "Preamble The States…", "Article 7 Title 1.
// Text. 2. Text."
func (s *survey) split(l line) {
	r := s.runes[l.block]
	if l.nest > maxSplits {
		s.lines = append(s.lines, l)
		return
	}
	switch l.class {
	case linePreamble:
		if !l.bare() {
			rest := line{block: l.block, start: l.rest, end: l.end, nest: l.nest + 1}
			l.end, l.last = l.rest, l.rest
			s.lines = append(s.lines, l)
			s.look(rest)
			return
		}
	case lineItem, lineOption:
		if rest, ok := s.second(l); ok {
			l.end, l.last = rest.start, rest.start
			s.lines = append(s.lines, l)
			s.split(rest)
			return
		}
	case lineHeading:
		if t := s.embedded(l); t > 0 {
			rest := line{block: l.block, start: t, end: l.end, nest: l.nest + 1}
			l.end, l.last, l.nest = t, trimmed(r, l.rest, t), l.nest+1
			s.split(l)
			s.look(rest)
			return
		}
		if cuts := inlineNumbers(r, l.rest, l.last); len(cuts) > 0 {
			s.splitAt(l, cuts)
			return
		}
		if t := lineFeed(r, l.rest, l.last); t > 0 {
			rest := line{block: l.block, start: t, end: l.end, nest: l.nest + 1}
			l.end, l.last = t, t
			s.lines = append(s.lines, l)
			s.look(rest)
			return
		}
	}
	s.lines = append(s.lines, l)
}

// embedded finds an article inside the heading of a section, "SECTION 2.
// LIMITS Article 3 …", or, after the end of a sentence, the next article inside
// one that lost its paragraphs.
func (s *survey) embedded(l line) int {
	article := l.heading.unit.kind == data.KindArticle
	if l.heading.unit.bare || article && l.last-l.rest < 100 {
		return 0
	}
	r := s.runes[l.block]
	h := normalise(r[l.rest:l.last], 20_000)
	for i := 1; i < len(h.r); i++ {
		at := l.rest + h.at[i]
		if !space(h.r[i-1]) || !unicode.IsUpper(r[at]) || article && !sentenceEnd(r, at-1) {
			continue
		}
		hd, ok := h.heading(i)
		if !ok || hd.unit.kind != data.KindArticle || hd.label.Value != s.lastArt["art"]+1 {
			continue
		}
		if next := l.rest + h.at[h.skipSpace(hd.end)]; !article || next < l.last && unicode.IsUpper(r[next]) {
			return at
		}
	}
	return 0
}

func trimmed(r []rune, from, to int) int {
	for to > from && blank(r[to-1]) {
		to--
	}
	return to
}

// lineFeed finds a line break inside the rest of a heading after which its
// text begins.
func lineFeed(r []rune, from, to int) int {
	for i := from; i < to; i++ {
		if r[i] == '\n' {
			return i + 1
		}
	}
	return 0
}

// second reads a label that follows a label at once: "2. (a)", "3. Option A:".
func (s *survey) second(l line) (line, bool) {
	if l.bare() || l.items[0].form.class == ClassBullet || l.nest >= maxLabels {
		return line{}, false
	}
	r := s.runes[l.block]
	rest := line{block: l.block, start: l.rest, end: l.end, last: l.last, label: l.rest, rest: l.rest, inline: true, nest: l.nest + 1}
	h := normalise(r[l.rest:l.last], 48)
	back := func(i int) int { return l.rest + h.at[min(i, len(h.at)-1)] }
	if at, _ := h.brackets(0); s.option(&rest, h, at, back) {
		return rest, true
	}
	items, end := h.enumerator(0, r[l.rest:], false)
	var first []item
	for _, it := range items {
		if it.label.Value == 1 && it.form != l.items[0].form && !it.weak && it.form.class != ClassBullet && len(it.label.Sub) == 0 {
			first = append(first, it)
		}
	}
	if first == nil {
		return line{}, false
	}
	rest.class, rest.items, rest.rest = lineItem, first, s.skip(back(end), l.last, r)
	return rest, true
}

// inlineNumbers finds the places of "1. ", "2. " … in text that lost its
// paragraphs. The first must be near the start, the rest in sequence after
// the end of a sentence.
func inlineNumbers(r []rune, from, to int) []int {
	var cuts []int
	for i := from; i < to; i++ {
		want := len(cuts) + 1
		n, end := 0, i
		for end < to && r[end] >= '0' && r[end] <= '9' && end-i < 3 {
			n, end = n*10+int(r[end]-'0'), end+1
		}
		if end == i || n != want || end+2 >= to || r[end] != '.' || !blank(r[end+1]) || i > from && !blank(r[i-1]) {
			continue
		}
		start := r[end+2]
		if !titleStart(start) || want == 1 && i-from > 250 || want > 1 && !sentenceEnd(r, i-1) {
			continue
		}
		cuts = append(cuts, i)
	}
	return cuts
}

func sentenceEnd(r []rune, i int) bool {
	for i > 0 && blank(r[i]) {
		i--
	}
	return i >= 0 && !unicode.IsLetter(r[i]) && !unicode.IsDigit(r[i])
}

func (s *survey) splitAt(l line, cuts []int) {
	end := l.end
	l.end = cuts[0]
	l.last = trimmed(s.runes[l.block], l.rest, l.end)
	s.lines = append(s.lines, l)
	for k, c := range cuts {
		part := line{block: l.block, start: c, end: end, inline: true, nest: l.nest + 1}
		if k+1 < len(cuts) {
			part.end = cuts[k+1]
		}
		s.look(part)
	}
}
