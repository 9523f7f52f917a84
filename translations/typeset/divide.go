package typeset

import (
	"unicode"

	"travaux/translations/typeset/hyphenation"
)

// leastPart is how many letters a part of a word with a hyphen of its own must have
// to be divided besides.
const leastPart = 8

// divide marks the clusters [from, to) before which a word may be divided, and
// reports whether there are any.
func (s *shaped) divide(from, to int) bool {
	patterns := hyphenation.For(s.Lang)
	if patterns == nil || s.base == 1 {
		return false
	}
	d := divider{shaped: s, patterns: patterns, at: from}
	for start, end := int(s.clusters[from].start), int(s.clusters[to-1].end); start < end; {
		stop := start
		for stop < end && !separates(s.Text[stop]) {
			stop++
		}
		d.token(start, stop)
		start = stop + 1
	}
	return d.found
}

// separates tells whether r stands between words.
func separates(r rune) bool {
	return isWhite(r) || unicode.IsSpace(r) || r == '–' || r == '—' || r == '\u2060'
}

// divider goes through the words of a paragraph.
type divider struct {
	*shaped
	patterns *hyphenation.Patterns
	places   []int // working space
	span, at int   // the span and the cluster that have been reached
	found    bool
}

// token divides the words of what stands between two spaces: no numbers, symbols
// ("A/RES/79/243") or addresses, and nothing that an edge of a span runs through.
func (d *divider) token(start, end int) {
	for start < end && !alphanumeric(d.Text[start]) {
		start++
	}
	for end > start && !alphanumeric(d.Text[end-1]) {
		end--
	}
	if start == end {
		return
	}
	for start >= d.Spans[d.span].End {
		d.span++
	}
	if span := &d.Spans[d.span]; end > span.End || span.Whole {
		return
	}
	least, part := 0, start
	for i, r := range d.Text[start:end] {
		switch {
		case isHyphen(r):
			least = leastPart
		case r == '\'' || r == '’':
		case !unicode.IsLetter(r) || unicode.IsUpper(r) && i > 0 && unicode.IsLetter(d.Text[start+i-1]):
			return
		}
	}
	for i := start; i <= end; i++ {
		if i == end || !unicode.IsLetter(d.Text[i]) {
			if i-part >= least {
				d.word(part, i)
			}
			part = i + 1
		}
	}
}

func alphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == nonBreakingHyphen }

// word marks the places in letters that belong together, but for those within a
// ligature.
func (d *divider) word(start, end int) {
	d.places = d.patterns.Places(d.places[:0], d.Text[start:end])
	if len(d.places) == 0 {
		return
	}
	item := d.cluster(start).item
	for _, place := range d.places {
		if c := d.cluster(start + place); int(c.start) == start+place && c.item == item {
			c.divides, d.found = true, true
		}
	}
}

// cluster goes on to the first that starts at a rune or behind it, or the last.
func (d *divider) cluster(at int) *cluster {
	for d.at+1 < len(d.clusters) && int(d.clusters[d.at].start) < at {
		d.at++
	}
	return &d.clusters[d.at]
}
