// Package merge proposes one wording for two that were made of the same third
// one without knowing of each other.
//
// It imports data/redline, nothing else of the program, and applies nothing: what
// it returns is for a person to read, beside both versions.
//
// Invariants, held by property tests:
//   - the base and both versions are rebuilt byte for byte from the pieces;
//   - the order in which the two versions are given makes no difference to the
//     wording;
//   - what either version left of the base alone, and the other changed, stands
//     as the other has it: nothing of either is left out;
//   - changes that meet, so that somebody has to decide how they read together,
//     are never joined.
package merge

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"travaux/data/redline"
)

// By says which version a piece of a merge comes from.
type By uint8

// Where a piece comes from.
const (
	Neither By = iota // both left the base as it was
	One               // only the first version changed it
	Two               // only the second version changed it
	Both              // both changed it to the same words
)

// Piece is a stretch of the base and what it becomes. Old is empty for an
// insertion, New for a deletion, never both; of Neither they are equal.
type Piece struct {
	By       By
	Old, New string
}

// Words merges two versions of a base word by word. clean is false, and there
// are no pieces, where they changed the same words or words that stand side by
// side: it is for a person to write what is meant. What is clean may still be
// nonsense, for it was found in words and not in what they mean.
func Words(base, one, two string) (pieces []Piece, clean bool) {
	changes, clean := join(changesOf(base, one, One), changesOf(base, two, Two), base)
	if !clean {
		return nil, false
	}
	at := 0
	for _, c := range changes {
		pieces = kept(pieces, base[at:c.start])
		pieces = append(pieces, Piece{c.by, base[c.start:c.end], c.text})
		at = c.end
	}
	return kept(pieces, base[at:]), true
}

func kept(pieces []Piece, text string) []Piece {
	if text == "" {
		return pieces
	}
	return append(pieces, Piece{Neither, text, text})
}

// Text is the wording that contains the changes of both.
func Text(pieces []Piece) string {
	return rebuild(pieces, func(By) bool { return true })
}

// Base rebuilds what both versions were made of.
func Base(pieces []Piece) string {
	return rebuild(pieces, func(By) bool { return false })
}

// Version rebuilds the first version (One) or the second (Two).
func Version(pieces []Piece, which By) string {
	return rebuild(pieces, func(by By) bool { return by == which || by == Both })
}

func rebuild(pieces []Piece, changed func(By) bool) string {
	var b strings.Builder
	for _, p := range pieces {
		if changed(p.By) {
			b.WriteString(p.New)
		} else {
			b.WriteString(p.Old)
		}
	}
	return b.String()
}

// change is what a version made of base[start:end]; start == end for an
// insertion.
type change struct {
	start, end int
	text       string
	by         By
}

// changesOf are the changes of a version in the order of the base. Between two of
// them something of the base is kept.
func changesOf(base, version string, by By) (changes []change) {
	at, open := 0, false
	for _, e := range redline.Words(base, version) {
		if e.Kind == redline.Keep {
			at += len(e.Text)
			open = false
			continue
		}
		if !open {
			changes = append(changes, change{start: at, end: at, by: by})
			open = true
		}
		c := &changes[len(changes)-1]
		if e.Kind == redline.Delete {
			at += len(e.Text)
			c.end = at
		} else {
			c.text += e.Text
		}
	}
	return changes
}

// join puts the changes of both versions into one order; clean is false where
// one of either meets one of the other. What a version changed itself never
// meets, for it kept something between.
func join(one, two []change, base string) (all []change, clean bool) {
	for _, c := range one {
		if i := slices.IndexFunc(two, c.same); i >= 0 {
			c.by, two = Both, slices.Delete(two, i, i+1)
		}
		all = append(all, c)
	}
	all = append(all, two...)
	slices.SortStableFunc(all, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end))
	})
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if a.by != b.by && a.by != Both && b.by != Both && (b.start < a.end || !apart(base[a.end:b.start])) {
			return nil, false
		}
	}
	return all, true
}

// same reports whether two versions made the same of the same words.
func (c change) same(d change) bool { return c.start == d.start && c.end == d.end && c.text == d.text }

// apart reports whether something that can be read stands between two changes.
func apart(between string) bool {
	return strings.ContainsFunc(between, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) })
}
