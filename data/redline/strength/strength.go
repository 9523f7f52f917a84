package strength

import "travaux/data"

// Class says how strongly an expression binds, or that it qualifies what
// binds. Its string is stable.
type Class string

// Classes, from the strongest to the weakest, and the two kinds of qualifier.
const (
	Prohibition    Class = "prohibition"    // shall not
	Obligation     Class = "obligation"     // shall
	Endeavour      Class = "endeavour"      // shall endeavour to, shall consider
	Recommendation Class = "recommendation" // should, is encouraged to
	Permission     Class = "permission"     // may, is not required to
	Weakening      Class = "weakening"      // as appropriate
	Strengthening  Class = "strengthening"  // without delay
)

// Classes holds all classes in that order.
var Classes = []Class{Prohibition, Obligation, Endeavour, Recommendation, Permission, Weakening, Strengthening}

// Qualifier reports whether the class only qualifies.
func (c Class) Qualifier() bool { return c == Weakening || c == Strengthening }

// Mark is an expression found in a text.
type Mark struct {
	Start, End int // runes of the text
	Class      Class
	Qualifier  bool
	// Rank orders expressions: of what binds, the higher the stronger (shall
	// 90, should 50, may 20); of qualifiers of one class, the higher the more
	// they weaken or strengthen.
	Rank  int
	Entry string // the expression as the table has it; "" for a verb that binds by its form alone
}

// Find returns the expressions of strength in a text, by their start. The
// longest expression wins: "shall endeavour to" is not a "shall". Two marks
// overlap only where a qualifier interrupts an expression ("shall, as
// appropriate, consider"), or where square brackets leave open which one it is
// ("shall [endeavour to]" gives both).
//
// A text in a language that is none of the six gives nothing.
func Find(text string, lang data.Lang) []Mark {
	t := tableOf(lang)
	if t == nil {
		return nil
	}
	r := reading{table: t, words: split(text, lang), lang: lang}
	r.read()
	return r.marks
}

// Main returns the class that says what a provision does: that of the first
// expression that binds, or "" if none does.
func Main(marks []Mark) Class {
	for _, m := range marks {
		if !m.Qualifier {
			return m.Class
		}
	}
	return ""
}
