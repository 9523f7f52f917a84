package desk

import (
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// carryViews carries what others think of a provision, and of the proposals on
// it, as one: the first view with those after it. Like others' proposals, views
// report; where it is doubtful what the provision became, it is so for all.
func (d *Desk) carryViews(x *crossing, from data.ID, add func(passage, data.Anchor)) {
	list := slices.DeleteFunc(slices.Clone(d.views.by[from]), func(k *kept[data.View]) bool { return !d.earlier(x, k.it.Revision) })
	if len(list) == 0 {
		return
	}
	p := passageTo(data.AnnotationView, list[0].id, x.mover(from).Reporting())
	for _, k := range list[1:] {
		p.With = append(p.With, k.id)
	}
	add(p, data.Anchor{})
}

// viewsWith are a view and those that were carried along with it, oldest first.
// The caller holds mu.
func (d *Desk) viewsWith(id data.ID) []data.View {
	first := d.views.all[id]
	if first == nil {
		return nil
	}
	out := []data.View{first.it}
	for _, at := range first.on {
		for _, k := range d.views.by[at] {
			if k.id != id && d.carriage.goesWith(k.id, id) {
				out = append(out, k.it)
			}
		}
	}
	return out
}

// viewsOn are the views on some proposals on a provision: they go where these go.
func (d *Desk) viewsOn(provision data.ID, proposals []data.ID) []data.ID {
	var out []data.ID
	for _, k := range d.views.by[provision] {
		if slices.Contains(proposals, k.it.Proposal) {
			out = append(out, k.id)
		}
	}
	return out
}

// viewEvent is event for what others think, and for the issues.
func viewEvent(e Event, c change.Change) (_ Event, ok bool, err error) {
	deleted := c.Op == change.OpTombstone
	switch {
	case c.Kind == kindIssue && deleted:
		e.What = "event.issue.deleted"
	case c.Kind == kindIssue:
		var x data.Issue
		err = change.Unmarshal(c.Body, &x)
		e.What, e.After = "event.issue", x.Title
	case deleted:
		e.What = "event.view.deleted"
	default:
		var v data.View
		err = change.Unmarshal(c.Body, &v)
		e.What, e.Meeting, e.By, e.Lang, e.After = "event.view."+string(v.Attitude), v.Meeting, v.By, v.Lang, v.Words
		if !slices.Contains(data.Attitudes, v.Attitude) {
			return e, false, err
		}
	}
	return e, err == nil, err
}
