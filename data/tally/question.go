package tally

import (
	"slices"

	"travaux/data"
)

// Question is what is counted: the views on a provision as it stands, on a proposal
// on it, or on an issue.
type Question struct {
	Provision data.ID
	Proposal  data.ID // zero: the text as it stands
	Issue     data.ID // zero: a provision
	Within    bool    // the provision with all that stands in it, as its text is
}

// About returns the question that a view answers.
func About(v data.View) Question { return about(&v) }

func about(v *data.View) Question {
	if !v.Issue.IsZero() {
		return Question{Issue: v.Issue}
	}
	return Question{Provision: v.Provision, Proposal: v.Proposal}
}

// ByQuestion sorts views by what they are about; each list is in the order of the
// one given.
func ByQuestion(views []data.View) map[Question][]data.View {
	counts := map[Question]int{}
	for i := range views {
		counts[about(&views[i])]++
	}
	out := make(map[Question][]data.View, len(counts))
	for i := range views {
		q := about(&views[i])
		if out[q] == nil {
			out[q] = make([]data.View, 0, counts[q])
		}
		out[q] = append(out[q], views[i])
	}
	return out
}

// Public returns the views that may stand on a paper for others: all but those
// said to us alone.
func Public(views []data.View) []data.View {
	return slices.DeleteFunc(slices.Clone(views), func(v data.View) bool { return v.Private })
}

// Mixed is the class of a State for which views stand side by side that differ.
// It is no attitude that could be recorded.
const Mixed data.Attitude = "mixed"

// Classes are those into which States are counted, in the order in which they are
// shown; every State is of one.
var Classes = append(slices.Clone(data.Attitudes), Mixed, data.AttitudeSilent)

// classes are how many there are; the last two are mixed and silent.
const (
	classes = 7
	mixed   = classes - 2
	silent  = classes - 1
)

// Counts are numbers of States by class, in the order of Classes.
type Counts [classes]int

// Of returns how many are of a class.
func (c Counts) Of(class data.Attitude) int {
	if i := slices.Index(Classes, class); i >= 0 {
		return c[i]
	}
	return 0
}

// Sum returns how many there are of all classes, the silent ones included.
func (c Counts) Sum() int {
	n := 0
	for _, k := range c {
		n += k
	}
	return n
}

// Spoken returns how many are not silent.
func (c Counts) Spoken() int { return c.Sum() - c[silent] }
