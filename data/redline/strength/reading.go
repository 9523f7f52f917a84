package strength

import (
	"slices"

	"travaux/data"
)

// reading is one text being read for expressions.
type reading struct {
	table *table
	words []word
	lang  data.Lang
	marks []Mark

	covered int // words before it belong to an expression
	clause  clause
}

// read goes through the words once. Within an expression that was found, only
// qualifiers that interrupt it are still looked for.
func (r *reading) read() {
	for i := 0; i < len(r.words); i++ {
		best, closed := r.table.longest(r.words, i)
		switch {
		case i < r.covered:
			if best.entry >= 0 && r.table.entries[best.entry].class.Qualifier() && best.end <= r.covered {
				r.mark(i, best)
				i = best.end - 1
			}
		case best.entry < 0:
			r.clause.see(r.table, r.words[i])
			r.verb(i)
		default:
			if best.open && closed.entry >= 0 {
				r.mark(i, closed)
			}
			r.mark(i, best)
			r.covered = best.end
			r.clause.begun, r.clause.resumes = true, false
		}
	}
	slices.SortStableFunc(r.marks, func(a, b Mark) int { return a.Start - b.Start })
}

func (r *reading) mark(from int, m match) {
	e := r.table.entries[m.entry]
	switch e.class {
	case noStrength:
	case finiteVerb:
		r.clause.taken()
	case definition:
		r.clause.defines = true
	case bareVerb:
		r.bare(from, m.end)
	case Weakening, Strengthening:
		r.add(from, m.end, e)
	default:
		if !r.dependent(from) && !r.clause.subordinate(e.class) {
			r.add(from, m.end, e)
		}
	}
}

func (r *reading) add(from, to int, e entry) {
	r.marks = append(r.marks, Mark{r.words[from].start, r.words[to-1].end, e.class, e.class.Qualifier(), e.rank, e.expression})
}
