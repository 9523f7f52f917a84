package desk

import (
	"cmp"
	"slices"

	"travaux/data"
)

// AllComments returns the threads of every provision that has any, each list as
// Comments gives it. It goes over the comments once: for whole texts.
func (d *Desk) AllComments() map[data.ID][]Thread {
	d.mu.RLock()
	defer d.mu.RUnlock()
	out := make(map[data.ID][]Thread, len(d.comments.by))
	for provision, list := range d.comments.by {
		out[provision] = d.threads(list)
	}
	return out
}

// threads makes the comments on one provision, oldest first, into threads. An
// answer to a remark that was withdrawn begins a thread, and the next ones answer
// it.
func (d *Desk) threads(comments []*kept[data.Comment]) []Thread {
	if len(comments) == 0 {
		return nil
	}
	begins := make(map[data.ID]int, len(comments)) // threads by the remark that is answered
	counts := make([]int, 0, len(comments))        // answers in each thread
	first := make([]*kept[data.Comment], 0, len(comments))
	answers := 0
	begin := func(id data.ID, c *kept[data.Comment]) {
		begins[id] = len(first)
		first, counts = append(first, c), append(counts, 0)
	}
	for _, c := range comments {
		if c.it.Parent.IsZero() {
			begin(c.it.ID, c)
		}
	}
	for _, c := range comments {
		if c.it.Parent.IsZero() {
			continue
		}
		if i, ok := begins[c.it.Parent]; ok {
			counts[i]++
			answers++
		} else {
			begin(c.it.Parent, c)
		}
	}
	order := make([]int, len(first))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := first[i], first[j]
		return cmp.Or(cmp.Compare(a.it.Anchor.Start, b.it.Anchor.Start), cmp.Compare(a.at, b.at))
	})
	out := make([]Thread, len(first))
	replies := make([]data.Comment, answers)
	place := make([]int, len(first)) // of each thread in out
	for n, i := range order {
		place[i] = n
		out[n].Comment = first[i].it
		if counts[i] > 0 {
			out[n].Replies, replies = replies[:0:counts[i]], replies[counts[i]:]
		}
	}
	for _, c := range comments {
		if i := begins[c.it.Parent]; !c.it.Parent.IsZero() && first[i] != c {
			t := &out[place[i]]
			t.Replies = append(t.Replies, c.it)
		}
	}
	return out
}
