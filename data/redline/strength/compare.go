package strength

import "travaux/data"

// Outcome says what became of the strength of a text. Its string is stable.
type Outcome string

// Outcomes.
const (
	Unchanged    Outcome = "unchanged"
	Weakened     Outcome = "weakened"
	Strengthened Outcome = "strengthened"
	Mixed        Outcome = "mixed" // weaker in one place and stronger in another, or bound to the contrary
)

// Outcomes holds all outcomes.
var Outcomes = []Outcome{Unchanged, Weakened, Strengthened, Mixed}

// Verdict is how one version of a text compares with another in strength.
type Verdict struct {
	Outcome Outcome
	Changes []Change // the evidence, in the order of the texts; empty if nothing changed
}

// Change is one expression, or a choice of several in brackets, that became
// another, came or went.
type Change struct {
	Old, New []Mark // in the old and in the new text; one of them is empty for what came or went
	Effect   Outcome
}

// Compare says whether the new version binds more or less than the old one.
//
// Expressions are paired through the word redline, those in the stead of one
// another first, then those of the same sentence. Of alternatives ("[shall]
// [should]") the strongest and the weakest count. A qualifier that came or
// went, and a sentence that binds that came or went, count as such; a
// permission that came or went is listed but proves nothing.
//
// Swapping the two texts swaps Weakened and Strengthened, and the sides of
// every change.
func Compare(old, new string, lang data.Lang) Verdict {
	if old <= new {
		return compare(old, new, lang)
	}
	v := compare(new, old, lang)
	v.Outcome = v.Outcome.inverse()
	for i, c := range v.Changes {
		v.Changes[i] = Change{c.New, c.Old, c.Effect.inverse()}
	}
	return v
}

func (o Outcome) inverse() Outcome {
	switch o {
	case Weakened:
		return Strengthened
	case Strengthened:
		return Weakened
	}
	return o
}

func compare(old, new string, lang data.Lang) Verdict {
	v := Verdict{Outcome: Unchanged}
	if old == new {
		return v
	}
	p := newPairing(old, new, lang)
	p.inPlace()
	p.moved()
	p.inSentence()
	for _, c := range p.changes() {
		v.Changes = append(v.Changes, c)
		v.Outcome = v.Outcome.and(c.Effect)
	}
	return v
}

// and adds the effect of one more change.
func (o Outcome) and(effect Outcome) Outcome {
	switch {
	case effect == Unchanged || effect == o:
		return o
	case o == Unchanged:
		return effect
	}
	return Mixed
}
