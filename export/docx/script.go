package docx

import (
	"golang.org/x/text/unicode/bidi"

	"travaux/translations"
)

// stretch is text that is written in one direction.
type stretch struct {
	text        string
	rightToLeft bool
}

// stretches parts a text by direction, because Word keeps a direction and
// fonts for every run. In a paragraph of one direction, words of the other one
// stand together with the digits that follow them ("A/CONF.232/2022/5" in
// Arabic), as the bidirectional algorithm has it (UAX #9, W7); what has no
// direction is the paragraph's. What is isolated stands for itself with all its
// signs, because Word does not know isolates: the date behind a symbol would run
// its way, and the stop of a sentence stand before it.
func stretches(s string, rightToLeft bool) []stretch {
	var out []stretch
	from, foreign, last := 0, -1, 0 // foreign: where words of the other direction begin
	close := func(until int) {
		if until > from {
			out = append(out, stretch{s[from:until], rightToLeft})
		}
		from = until
	}
	end := func() {
		if foreign >= 0 {
			close(foreign)
			if last > foreign {
				out = append(out, stretch{s[foreign:last], !rightToLeft})
			}
			from, foreign = last, -1
		}
	}
	for i, r := range s {
		after := i + len(string(r))
		switch sign := string(r); {
		case sign == translations.LeftToRightIsolate && rightToLeft, sign == translations.RightToLeftIsolate && !rightToLeft:
			end()
			foreign, last = after, after
		case sign == translations.PopIsolate:
			if foreign >= 0 {
				last = i
			}
			end()
		}
		switch direction(r) {
		case ofItsOwn(!rightToLeft):
			if foreign < 0 {
				foreign = i
			}
			last = after
		case ofItsOwn(rightToLeft):
			end()
		case digit:
			last = after
		}
	}
	end()
	close(len(s))
	return out
}

// nature is what a character says about direction.
type nature uint8

const (
	neutral nature = iota
	leftward
	rightward
	digit
)

func ofItsOwn(rightToLeft bool) nature {
	if rightToLeft {
		return leftward
	}
	return rightward
}

func direction(r rune) nature {
	if r < 0x80 { // most of all text
		switch {
		case r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z':
			return rightward
		case r >= '0' && r <= '9':
			return digit
		}
		return neutral
	}
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.L:
		return rightward
	case bidi.R, bidi.AL:
		return leftward
	case bidi.AN, bidi.EN:
		return digit
	}
	return neutral
}
