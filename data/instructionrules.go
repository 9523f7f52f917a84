package data

import (
	"slices"
	"strings"
	"time"
	"unicode"
)

// Flag is what a reader of an instruction has to be told beside its words.
type Flag string

// Flags, the gravest first. Their rules:
//
//   - superseded: another instruction names it as the one it takes the place of,
//     and has begun. That holds also after the other one has lapsed; if the other
//     one is withdrawn, it is in force again.
//   - lapsed: its last moment has passed on the clock it names.
//   - not begun: it was issued for a moment that is still to come.
//   - contradicted: see Clash. Only instructions in force contradict each other.
//   - lapses soon: it is in force and lapses within LapsesSoon.
const (
	FlagSuperseded   Flag = "superseded"
	FlagLapsed       Flag = "lapsed"
	FlagNotBegun     Flag = "not-begun"
	FlagContradicted Flag = "contradicted"
	FlagLapsesSoon   Flag = "lapses-soon"
)

// Flags holds all flags, the gravest first.
var Flags = []Flag{FlagSuperseded, FlagLapsed, FlagNotBegun, FlagContradicted, FlagLapsesSoon}

// LapsesSoon is how long before its end an instruction is flagged.
const LapsesSoon = 24 * time.Hour

// Clash is the rule by which two instructions contradict each other. Both are
// mandatory and in force, and neither supersedes the other.
type Clash string

// The rules. Place is a provision that an instruction names; that of one for the
// whole text holds every provision. A topic is no place: what it touches is read
// from words, and no contradiction is founded on that.
const (
	// ClashStances: both name the same place (or the whole text) and order stances
	// that cannot both be taken: one agrees and the other refuses; one retains the
	// words as they are and the other amends them; or one reserves the position and
	// the other takes one. An order for a part of a place is an exception to that
	// for the whole, and no contradiction.
	ClashStances Clash = "stances"
	// ClashWords: one requires words in a place, the other forbids words that occur
	// in them, in the same language, in that place or in what holds it.
	ClashWords Clash = "words"
	// ClashDeletion: one requires words in a place, the other seeks the deletion of
	// that place or of what holds it.
	ClashDeletion Clash = "deletion"
)

// Contradiction is one that an instruction is in, seen from that instruction.
type Contradiction struct {
	With  ID
	Clash Clash

	Requires bool   // this one requires, the other forbids or deletes; else the other way round
	Lang     Lang   // of the words; "" for ClashStances
	Words    string // that are required
	Forbids  string // that are forbidden
	Ours     Stance // of this instruction
	Theirs   Stance // of the other
}

// sides of a stance: those that agree, those that refuse, and those that leave it
// open. Conditional and flexible stances agree with any that is not a refusal.
func agrees(s Stance) bool {
	switch s {
	case StanceSupport, StanceAmend, StanceConditional, StanceFlexible:
		return true
	}
	return false
}

func refuses(s Stance) bool {
	switch s {
	case StanceOppose, StanceDelete, StanceAskWithdraw, StanceMerge, StanceCovered, StanceRedLine:
		return true
	}
	return false
}

// Exclude reports whether two stances cannot both be taken on one provision, by
// the rule of ClashStances.
func Exclude(a, b Stance) bool {
	switch {
	case a == b, a == StanceNone, b == StanceNone:
		return false
	case a == StanceReserve, b == StanceReserve:
		return true
	case agrees(a) && refuses(b), refuses(a) && agrees(b):
		return true
	}
	retains := func(x, y Stance) bool { return x == StanceSupport && y == StanceAmend }
	return retains(a, b) || retains(b, a)
}

// Contradictions are all that i is in with other, whatever the hour: for both to
// be in force is the caller's to see. holds reports whether one provision is, or
// stands in, the other; within the whole text everything does.
func Contradictions(i, other Instruction, holds func(outer, inner ID) bool) []Contradiction {
	if i.ID == other.ID || !i.Mandatory() || !other.Mandatory() || i.Topic != "" || other.Topic != "" ||
		slices.Contains(i.Supersedes, other.ID) || slices.Contains(other.Supersedes, i.ID) {
		return nil
	}
	var out []Contradiction
	if Exclude(i.Stance, other.Stance) && samePlace(i, other) {
		out = append(out, Contradiction{With: other.ID, Clash: ClashStances, Ours: i.Stance, Theirs: other.Stance})
	}
	if covers(other, i, holds) {
		out = append(out, demands(i, other, true)...)
	}
	if covers(i, other, holds) {
		out = append(out, demands(other, i, false)...)
	}
	return out
}

// demands are the contradictions of one that requires words with one that forbids
// them or wants the place deleted. ours says that the former is the one that they
// are seen from.
func demands(requires, forbids Instruction, ours bool) []Contradiction {
	var out []Contradiction
	c := Contradiction{With: forbids.ID, Requires: ours, Ours: requires.Stance, Theirs: forbids.Stance}
	if !ours {
		c.With, c.Ours, c.Theirs = requires.ID, forbids.Stance, requires.Stance
	}
	for _, want := range requires.Requires {
		for _, never := range forbids.Forbids {
			if want.Lang == never.Lang && occurs(never.Words, want.Words) {
				c.Clash, c.Lang, c.Words, c.Forbids = ClashWords, want.Lang, want.Words, never.Words
				out = append(out, c)
			}
		}
		if forbids.Stance == StanceDelete {
			c.Clash, c.Lang, c.Words, c.Forbids = ClashDeletion, want.Lang, want.Words, ""
			out = append(out, c)
		}
	}
	return out
}

// samePlace reports whether both name one place.
func samePlace(a, b Instruction) bool {
	if len(a.Provisions) == 0 || len(b.Provisions) == 0 {
		return len(a.Provisions) == len(b.Provisions)
	}
	return slices.ContainsFunc(a.Provisions, func(id ID) bool { return slices.Contains(b.Provisions, id) })
}

// covers reports whether what outer speaks of is, or holds, a place of inner.
func covers(outer, inner Instruction, holds func(outer, inner ID) bool) bool {
	if len(outer.Provisions) == 0 {
		return true
	}
	for _, o := range outer.Provisions {
		for _, i := range inner.Provisions {
			if o == i || holds(o, i) {
				return true
			}
		}
	}
	return false
}

// occurs reports whether the words stand in a text: as whole words where script
// has spaces, whatever the case and the spaces between them.
func occurs(words, in string) bool {
	w, t := folded(words), folded(in)
	if w == "" {
		return false
	}
	for from := 0; ; {
		at := strings.Index(t[from:], w)
		if at < 0 {
			return false
		}
		start := from + at
		if !joined(t[:start], w) && !joined(w, t[start+len(w):]) {
			return true
		}
		from = start + 1
	}
}

// joined reports whether a word goes on from one text into the next. Chinese
// writes no spaces: there every sign is a word.
func joined(before, after string) bool {
	a, b := []rune(before), []rune(after)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	last, first := a[len(a)-1], b[0]
	inWord := func(r rune) bool {
		return (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)) && !unicode.Is(unicode.Han, r)
	}
	return inWord(last) && inWord(first)
}

func folded(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
