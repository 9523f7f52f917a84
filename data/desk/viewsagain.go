package desk

import (
	"context"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// CorrectViews makes of some views others, as one act: the first of the old
// becomes the first of the new, and so on; what is left of the old is taken away,
// what is left of the new is recorded. When and where each was said, and in what
// submission it stands, stays unless it is given. It raises what RecordView and SetView raise.
func (d *Desk) CorrectViews(ctx context.Context, old []data.ID, list []data.View) ([]data.View, error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	var was []data.View
	for _, id := range old {
		v, known := d.View(id)
		if !known {
			return nil, data.E(data.CodeNotFound, "what", "view")
		}
		was = append(was, v)
	}
	var writes []change.Write
	said := now()
	out := slices.Clone(list)
	for i, v := range out {
		from := data.View{ID: data.NewID(), Author: d.Me().ID, Time: d.nextViewTime()}
		if len(was) > 0 {
			first := was[min(i, len(was)-1)]
			from.Said, from.Recording, from.Meeting, from.Item, from.Turn = first.Said, first.Recording, first.Meeting, first.Item, first.Turn
			from.By, from.Words, from.Submission, from.Anchor = first.By, first.Words, first.Submission, first.Anchor
			if i < len(was) {
				from.ID, from.Author, from.Time = first.ID, first.Author, first.Time
			}
		}
		v, err := d.checkedView(d.dated(inherited(v, from), said))
		if err != nil {
			return nil, err
		}
		out[i] = v
		writes = append(writes, d.viewAbout(v), viewWrites(v)[1])
	}
	for _, v := range was[min(len(list), len(was)):] {
		writes = append(writes, viewTombstone(v))
	}
	if len(writes) == 0 {
		return nil, nil
	}
	return out, d.acted(ctx, "act.view.edit", nil, writes)
}

// inherited is a view with what is known of the one it corrects.
func inherited(v, from data.View) data.View {
	v.ID, v.Author, v.Time = from.ID, from.Author, from.Time
	if v.Said.IsZero() {
		v.Said, v.Recording = from.Said, from.Recording
	}
	if v.Meeting.IsZero() {
		v.Meeting, v.Item = from.Meeting, from.Item
	}
	if v.Turn.IsZero() && v.By == from.By {
		v.Turn = from.Turn
	}
	if v.Submission.IsZero() {
		v.Submission = from.Submission
		if v.Words == from.Words { // in other words it is no quotation
			v.Anchor = from.Anchor
		}
	}
	return v
}

// TakeBackViews takes back views that were just recorded: by undoing that act, if
// nothing was done since, else by taking the views away. Those that are gone
// already are passed over.
func (d *Desk) TakeBackViews(ctx context.Context, ids []data.ID) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	if d.justRecorded(ids) {
		_, err := d.moved(ctx, &d.undo, &d.redo)
		return err
	}
	var writes []change.Write
	for _, id := range ids {
		if v, known := d.View(id); known {
			writes = append(writes, viewTombstone(v))
		}
	}
	if len(writes) == 0 {
		return nil
	}
	return d.acted(ctx, "act.view.delete", nil, writes)
}

// justRecorded reports whether the latest act was to record these views and no
// others. The caller holds acts.
func (d *Desk) justRecorded(ids []data.ID) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if title, ok := d.top(d.undo); !ok || title != "act.view" {
		return false
	}
	writes := d.undo[len(d.undo)-1].writes
	return len(writes) == len(ids) && !slices.ContainsFunc(writes, func(w change.Write) bool {
		return w.Kind != kindView || !slices.Contains(ids, w.Entity)
	})
}

func viewTombstone(v data.View) change.Write {
	w := tombstone(kindView, root, v.ID, fieldBody)
	w.Audience = viewAudience(v)
	return w
}
