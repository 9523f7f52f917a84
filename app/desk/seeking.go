package desk

import (
	"slices"

	"travaux/app/textview"
	"travaux/data/search"
)

// foundAt is a place of what is sought: words of a block in one of the columns.
type foundAt struct {
	column int
	textview.Hit
}

// seek finds what is sought in all columns, which have the same rows, in the
// order of reading: row by row, then from column to column. Letters are compared
// as the search of the whole desk does; names of proponents are no words of the
// text.
func seek(columns [][]textview.Block, query string) (found []foundAt) {
	if query == "" || len(columns) == 0 {
		return nil
	}
	for row := range columns[0] {
		for i, c := range columns {
			if row >= len(c) {
				continue
			}
			b := &c[row]
			for _, at := range search.Locate(b.Text, query) {
				if !onChip(b.Marks, at) {
					found = append(found, foundAt{i, textview.Hit{ID: b.ID, Start: at[0], End: at[1]}})
				}
			}
		}
	}
	return found
}

func onChip(marks []textview.Mark, at [2]int) bool {
	return slices.ContainsFunc(marks, func(m textview.Mark) bool {
		return m.Kind == textview.Chip && m.Start < at[1] && at[0] < m.End
	})
}

// walkFound is where one stands among the places that were found.
type walkFound struct {
	found []foundAt
	at    int  // -1 before the first step
	round bool // the last step went over the end, or the beginning, to the other
}

// step goes on to the next place, or with -1 to the one before, around the ends;
// ok is false if there is none.
func (w *walkFound) step(by int) (foundAt, bool) {
	n := len(w.found)
	if n == 0 {
		return foundAt{}, false
	}
	to := w.at + by
	if w.at < 0 && by < 0 {
		to = n - 1
	}
	w.round = to < 0 || to >= n
	w.at = (to%n + n) % n
	return w.found[w.at], true
}

// replace takes other places, and stands at the one where it stood, if it is
// among them still.
func (w *walkFound) replace(found []foundAt) {
	var here foundAt
	if w.at >= 0 && w.at < len(w.found) {
		here = w.found[w.at]
	}
	w.found, w.round = found, false
	w.at = slices.Index(found, here)
}

// standBefore lets the next step lead to the first place that is not before a
// row, of which order tells the index.
func (w *walkFound) standBefore(row int, order func(id string) int) {
	w.round = false
	w.at = slices.IndexFunc(w.found, func(f foundAt) bool { return order(f.ID) >= row }) - 1
	if w.at == -2 { // all are before: round the end
		w.at = len(w.found) - 1
	}
}
