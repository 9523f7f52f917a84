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
	out := make(map[data.ID][]Thread, len(d.comments.by))
	for provision := range d.comments.by {
		out[provision] = d.threads(d.comments.list(provision))
	}
	return out
}

// threads makes the comments on one provision, oldest first, into threads.
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
	for parent, answers := range replies {
		if _, stands := d.comments.get(parent); !stands {
			out = append(out, Thread{answers[0], answers[1:]})
		}
	}
	for i := range out {
		if out[i].Parent.IsZero() {
			out[i].Replies = replies[out[i].ID]
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Anchor.Start != out[j].Anchor.Start {
			return out[i].Anchor.Start < out[j].Anchor.Start
		}
		return d.comments.all[out[i].ID].at < d.comments.all[out[j].ID].at
	})
	return out
}
