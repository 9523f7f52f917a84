package tally

import (
	"maps"
	"slices"
	"time"

	"travaux/data"
	"travaux/data/states"
)

// Column is one question of a matrix with the views on it. The views of an issue
// are those on the issue and on its provisions together.
type Column struct {
	Question Question
	Views    []data.View
}

// Grid is how everybody stands on many questions.
type Grid struct {
	Rows    []Row
	Columns []Tally // in the order asked for
}

// Row is one participant of a grid.
type Row struct {
	Code    string
	Name    string // as typed, of somebody who is not in the register; "" where Code is set
	Kind    data.PartyKind
	Counted bool // else it is shown apart
}

// Key is by what a column finds it.
func (r Row) Key() string { return Standing{Code: r.Code, Name: r.Name}.Key() }

// Matrix counts many questions at once, as of a time (as for Of). Its rows are all
// who are counted, the observers, and of the others those who said something, in
// this order. Where the negotiation names its participants, observers that are none
// of them are in it only if they said something.
func Matrix(columns []Column, reg *states.Register, until time.Time) Grid {
	return With(reg).Matrix(columns, until)
}

// Matrix counts as the function of that name does.
func (c *Counter) Matrix(columns []Column, until time.Time) Grid {
	g := Grid{Columns: make([]Tally, 0, len(columns))}
	for _, column := range columns {
		g.Columns = append(g.Columns, c.Of(column.Views, until))
	}
	for n := range c.counted + c.observed {
		if n < c.counted || !c.register.Named() || g.spoken(n) {
			g.Rows = append(g.Rows, Row{Code: c.codes[n], Kind: c.kinds[n], Counted: n < c.counted})
		}
	}
	others := map[string]bool{}
	for _, t := range g.Columns {
		for n := c.counted + c.observed; n < len(t.cells); n++ {
			if t.cells[n].spoken() {
				s := t.standing(n)
				if !others[s.Key()] {
					others[s.Key()] = true
					g.Rows = append(g.Rows, Row{Code: s.Code, Name: s.Name, Kind: s.Kind})
				}
			}
		}
	}
	return g
}

// spoken reports whether one of the register said something on any question.
func (g Grid) spoken(n int) bool {
	return slices.ContainsFunc(g.Columns, func(t Tally) bool { return t.cells[n].spoken() })
}

// Cell returns how the one of a row stands on the question of a column.
func (g Grid) Cell(row, column int) Standing { return g.Columns[column].Standing(g.Rows[row].Key()) }

// Line returns on how many questions the one of a row is of each class.
func (g Grid) Line(row int) Counts {
	var c Counts
	key := g.Rows[row].Key()
	for _, t := range g.Columns {
		class := uint8(silent)
		if n := t.number(key); n >= 0 {
			class = t.cells[n].class
		}
		c[class]++
	}
	return c
}

// sortedTimes are the times of a map, the earliest first.
func sortedTimes[K comparable](m map[K]time.Time) []time.Time {
	return slices.SortedFunc(maps.Values(m), time.Time.Compare)
}
