package desk

import (
	"travaux/data"
	work "travaux/data/desk"
)

// filter is a question that is put to every provision; a set of them is asked
// together, and a provision must answer all with yes.
type filter uint8

// Filters, in the order in which they are offered.
const (
	noPosition filter = 1 << iota
	awaitingApproval
	uninstructed // agreed in the room, and no instruction in force covers it
	withBrackets
	withProposals
	reopened
)

// filterTitles are the words of the filters, by catalogue id, in their order.
var filterTitles = []string{
	"panels.filter.no-position", "panels.filter.awaiting", "panels.filter.uninstructed",
	"panels.filter.brackets", "panels.filter.proposals", "panels.filter.reopened",
}

// all reports whether every filter of a set holds.
func (f filter) all(of filter) bool { return f&of == of }

func (f *filter) add(other filter, holds bool) {
	if holds {
		*f |= other
	}
}

// answers says of every provision which filters hold of it. What is also true of
// a container because of something in it counts for the innermost alone, so that
// a thing is found, and counted, once.
func answers(t *work.Text, tallies map[data.ID]*tally, cover map[data.ID]data.Coverage) {
	inside := map[data.ID]filter{} // of a container, by what it directly holds
	for i := len(t.Provisions) - 1; i >= 0; i-- {
		p := t.Provisions[i]
		x, c := tallies[p.ID], cover[p.ID]
		x.holds.add(noPosition, c.NoPosition)
		x.holds.add(awaitingApproval, c.Awaiting)
		x.holds.add(withBrackets, x.own.brackets > 0)
		x.holds.add(withProposals, x.own.proposals > 0)
		var handed filter
		handed.add(uninstructed, c.Uninstructed)
		handed.add(reopened, c.Reopened)
		x.holds |= handed &^ inside[p.ID]
		inside[p.Parent] |= handed | inside[p.ID]
	}
}

// kept lists the rows of which all wanted filters hold and that are among those
// found by other means, with the containers they stand in.
func kept(rows []row, wanted filter, found map[data.ID]bool) []int {
	stays := map[data.ID]bool{}
	for i := len(rows) - 1; i >= 0; i-- { // containers come before what is in them
		r := rows[i]
		if r.tally.holds.all(wanted) && (found == nil || found[r.id]) {
			stays[r.id] = true
		}
		if stays[r.id] && !r.parent.IsZero() {
			stays[r.parent] = true
		}
	}
	var out []int
	for i, r := range rows {
		if stays[r.id] {
			out = append(out, i)
		}
	}
	return out
}

// counts is of how many rows each filter holds.
func counts(rows []row) []int {
	n := make([]int, len(filterTitles))
	for _, r := range rows {
		for i := range n {
			if r.tally.holds.all(1 << i) {
				n[i]++
			}
		}
	}
	return n
}

// after is the row beyond at (before it with by -1) that answers all wanted
// filters; -1 if there is none.
func after(rows []row, at, by int, wanted filter) int {
	for i := at + by; i >= 0 && i < len(rows); i += by {
		if rows[i].tally.holds.all(wanted) {
			return i
		}
	}
	return -1
}
