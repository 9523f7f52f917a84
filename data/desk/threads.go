package desk

import (
	"sort"

	"travaux/data"
)

// AllComments returns the threads of every provision that has any, each list as
// Comments gives it. It goes over the comments once: for whole texts.
func (d *Desk) AllComments() map[data.ID][]Thread {
	d.mu.RLock()
	defer d.mu.RUnlock()
	on := map[data.ID][]data.Comment{}
	for _, c := range d.comments {
		on[c.Provision] = append(on[c.Provision], c)
	}
	out := make(map[data.ID][]Thread, len(on))
	for provision, comments := range on {
		out[provision] = d.threads(comments)
	}
	return out
}

// threads puts the comments on one provision in order.
func (d *Desk) threads(comments []data.Comment) []Thread {
	replies := map[data.ID][]data.Comment{}
	var out []Thread
	for _, c := range comments {
		if c.Parent.IsZero() {
			out = append(out, Thread{Comment: c})
		} else {
			replies[c.Parent] = append(replies[c.Parent], c)
		}
	}
	for parent := range replies {
		sort.Slice(replies[parent], func(a, b int) bool { return earlier(replies[parent][a], replies[parent][b]) })
		if _, stands := d.comments[parent]; !stands {
			out = append(out, Thread{replies[parent][0], replies[parent][1:]})
		}
	}
	for i := range out {
		if out[i].Parent.IsZero() {
			out[i].Replies = replies[out[i].ID]
		}
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].Anchor.Start != out[j].Anchor.Start {
			return out[i].Anchor.Start < out[j].Anchor.Start
		}
		return earlier(out[i].Comment, out[j].Comment)
	})
	return out
}
