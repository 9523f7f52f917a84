package revisions

import (
	"travaux/data"
	"travaux/data/desk"
)

// queueRow is a row of the queue: a heading, an annotation, or an approval that
// has lapsed.
type queueRow struct {
	heading string        // catalogue id; the row is nothing but a heading
	count   int           // of a heading: how many rows follow it
	item    *data.Carried // an annotation
	lapse   *desk.Lapse
	waits   bool // for a decision of the member at the laptop
	orphan  bool // it has no place
}

// key tells a row from the others also after the desk has changed.
func (r queueRow) key() string {
	switch {
	case r.item != nil:
		return string(r.item.Kind) + r.item.Entity.String() + r.item.From.String()
	case r.lapse != nil:
		return "lapse" + r.lapse.Provision.String()
	}
	return r.heading
}

// queue is all that a person has to look at after a revision was issued.
type queue struct {
	rows    []queueRow
	waiting int // for a decision of the member at the laptop
	done    int // decided
	all     int // that needed a person
	exact   int // annotations that were carried exactly
	moved   int // with a score
	renamed int // lapsed approvals where only the numbering changed
}

// queueOf reads the queue of a revision.
func queueOf(d *desk.Desk, revision data.ID) (q queue) {
	mine := map[string]bool{}
	decided := map[data.ID]bool{} // provisions whose approval is taken further with what waits
	var waiting, with, orphans, lapsed []queueRow
	for _, c := range d.Queue() {
		r := queueRow{item: &c, waits: true}
		mine[r.key()] = true
		waiting = append(waiting, r)
		if c.Kind == data.AnnotationPosition {
			decided[c.To] = true
		}
	}
	for _, c := range d.Carried(revision) {
		if c.Outcome != data.CarryPerson {
			continue
		}
		q.all++
		r := queueRow{item: &c}
		switch {
		case mine[r.key()]:
		case c.Choice == data.ChoiceEscalate:
			with = append(with, r)
		case c.Choice != data.ChoiceOpen:
			q.done++
		}
	}
	for _, c := range d.Orphans() {
		orphans = append(orphans, queueRow{item: &c, orphan: true})
	}
	for _, l := range d.Lapsed() {
		if decided[l.Provision] {
			continue
		}
		lapsed = append(lapsed, queueRow{lapse: &l})
		if l.OnlyNumber {
			q.renamed++
		}
	}
	q.waiting = len(waiting)
	q.all = max(q.all, q.done+q.waiting+len(with))
	counts := d.CarryCounts(revision)
	q.exact, q.moved = counts[data.CarryExact], counts[data.CarryMoved]
	q.section("revisions.queue.waiting", waiting)
	q.section("revisions.queue.escalated", with)
	q.section("revisions.queue.orphans", orphans)
	q.section("revisions.queue.lapsed", lapsed)
	return q
}

// section adds rows below a heading.
func (q *queue) section(heading string, rows []queueRow) {
	if len(rows) > 0 {
		q.rows = append(append(q.rows, queueRow{heading: heading, count: len(rows)}), rows...)
	}
}

// row is the index of a row that is not a heading, nearest to an index, first in
// a direction and then in the other; -1 if there is none.
func (q *queue) row(at, by int) int {
	for _, step := range []int{by, -by} {
		for i := at; i >= 0 && i < len(q.rows); i += step {
			if q.rows[i].heading == "" {
				return i
			}
		}
	}
	return -1
}

// next is the row to be shown when that at an index is gone: what has taken its
// place; but as long as anything waits, something that waits.
func (q *queue) next(at int) int {
	if at = min(at, len(q.rows)-1); at < 0 {
		return -1
	}
	if i := q.row(at, 1); i >= 0 && q.rows[i].waits || q.waiting == 0 {
		return i
	}
	return q.row(0, 1)
}

// find is the index of a row by its key; -1 if it is there no more.
func (q *queue) find(key string) int {
	for i, r := range q.rows {
		if r.key() == key {
			return i
		}
	}
	return -1
}
