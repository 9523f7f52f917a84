package matrix

import (
	"time"

	"travaux/data"
	"travaux/data/states"
	"travaux/data/tally"
	"travaux/export"
)

// facts are the tallies that a sheet is made of.
type facts struct {
	counter   counter
	questions []question
	register  *states.Register
	day       data.Date  // of which groups are shown
	now       tally.Grid // rows and, for each question, a column
	before    tally.Grid // as of the time since which moves are marked; no columns: none are
	standings [][]tally.Standing
	moved     [][]bool
}

// factsOf counts the questions. Moves are marked since a time, or with a zero one
// not at all.
func factsOf(c counter, asked []question, register *states.Register, since time.Time, today data.Date) *facts {
	f := &facts{counter: c, questions: asked, register: register, day: today}
	of := make([]tally.Question, len(asked))
	for k, q := range asked {
		of[k] = q.of
	}
	f.now = c.TallyMatrix(of, time.Time{})
	if !since.IsZero() {
		f.before = c.TallyMatrix(of, since.Add(-time.Nanosecond))
	}
	for i, row := range f.now.Rows {
		standings, moved := make([]tally.Standing, len(asked)), make([]bool, len(asked))
		for k := range asked {
			standings[k] = f.now.Cell(i, k)
			if !since.IsZero() {
				was := f.before.Columns[k].Standing(row.Key()).Class()
				moved[k] = was != data.AttitudeSilent && was != standings[k].Class()
			}
		}
		f.standings, f.moved = append(f.standings, standings), append(f.moved, moved)
	}
	return f
}

// moves is how often the one of a row moved.
func (f *facts) moves(row int) int {
	n := 0
	for _, m := range f.moved[row] {
		if m {
			n++
		}
	}
	return n
}

// of is on how many questions the one of a row is of a class.
func (f *facts) of(row int, class data.Attitude) int {
	n := 0
	for _, s := range f.standings[row] {
		if s.Class() == class {
			n++
		}
	}
	return n
}

// nearness is on how many more questions the one of a row is with us than against
// us, where our stance is support or refusal of the text.
func (f *facts) nearness(row int) int {
	n := 0
	for k, q := range f.questions {
		ours, theirs := sign(export.StanceSign(q.ours)), signOf(f.standings[row][k].Class())
		switch {
		case ours != signSupport && ours != signOppose:
		case ours == theirs:
			n++
		case theirs == signSupport || theirs == signOppose:
			n--
		}
	}
	return n
}
