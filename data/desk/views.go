package desk

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/change"
)

// Codes of views and issues.
const (
	CodeNoSpeaker  data.Code = "desk.no-speaker"  // a view of nobody
	CodeNoAttitude data.Code = "desk.no-attitude" // a view that says nothing
)

// recordingMost is how long after its beginning something can still be said in a
// meeting: a recording that nobody began anew says nothing about the next day.
const recordingMost = 18 * time.Hour

// viewing is what the desk keeps of the views of others.
type viewing struct {
	views     shelf[data.View]
	issues    shelf[data.Issue]
	viewCount int       // counts what changes views, issues, or where they are
	viewTime  time.Time // of the latest view recorded here; under acts
}

func (d *Desk) newViewing() viewing {
	return viewing{
		views:     newShelf(d.placeView),
		issues:    newShelf(func(data.ID, *data.Issue) ([]data.ID, bool) { return nil, false }),
		viewCount: d.viewCount + 1,
		viewTime:  d.viewTime,
	}
}

// placeView follows the provision; a view on an issue has none.
func (d *Desk) placeView(id data.ID, v *data.View) ([]data.ID, bool) {
	if v.Provision.IsZero() {
		return nil, false
	}
	at, beside, _ := d.carriage.follow(id, v.Revision, v.Provision)
	v.Provision = at
	return []data.ID{at}, beside
}

// Views returns the views on a provision and on the proposals on it, in the order
// in which they were recorded.
func (d *Desk) Views(provision data.ID) []data.View {
	provision = d.permanent(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.views.on(provision)
}

// ViewsOnIssue returns the views on an issue itself, not those on its provisions,
// in the order in which they were recorded.
func (d *Desk) ViewsOnIssue(issue data.ID) []data.View {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var list []*kept[data.View]
	for _, k := range d.views.all {
		if k.it.Issue == issue {
			list = append(list, k)
		}
	}
	slices.SortFunc(list, older)
	return values(list)
}

// AllViews returns all views in the order in which they were recorded, each at
// the provision where it is in the current revision. It goes over all of them: see
// ViewsVersion for when that is needed.
func (d *Desk) AllViews() []data.View {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.views.everything()
}

// ViewsVersion is another number whenever AllViews or Issues may give something
// else than before: a cheap key for what is made of them.
func (d *Desk) ViewsVersion() int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.viewCount
}

// View returns the view of that identity, and whether there is one.
func (d *Desk) View(id data.ID) (data.View, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.views.get(id)
}

// RecordView records what one speaker thinks. It fills ID, Author, Time and
// Revision; where they are empty, Said by now and, of what was not written down in
// a submission, the Meeting by the one the member sits in, the Item by the
// meeting's and the Recording by the time since the meeting began. A private view
// is readable for the delegation only. When it returns, the view is durable.
//
// Codes: CodeNoSpeaker, CodeNoAttitude, data.CodeNotFound for a provision,
// proposal or issue that is not there, CodeOtherPlace for a proposal on another
// provision, data.CodeInput where neither a provision nor an issue is named.
func (d *Desk) RecordView(ctx context.Context, v data.View) (data.View, error) {
	list, err := d.RecordViews(ctx, []data.View{v})
	if err != nil {
		return v, err
	}
	return list[0], nil
}

// RecordViews records several views as one act: all of them or none.
func (d *Desk) RecordViews(ctx context.Context, list []data.View) ([]data.View, error) {
	if len(list) == 0 {
		return nil, nil
	}
	d.acts.Lock()
	defer d.acts.Unlock()
	out := make([]data.View, len(list))
	var writes []change.Write
	said := now()
	for i, v := range list {
		v.ID, v.Author, v.Time = data.NewID(), d.Me().ID, d.nextViewTime()
		v, err := d.checkedView(d.dated(v, said))
		if err != nil {
			return nil, err
		}
		out[i] = v
		writes = append(writes, viewWrites(v)...)
	}
	return out, d.acted(ctx, "act.view", nil, writes)
}

// SetView corrects a view. Identity, author and time of the record stay.
// Writing nothing new is no act. It raises what RecordView raises, and
// data.CodeNotFound for a view that is not there.
func (d *Desk) SetView(ctx context.Context, v data.View) (data.View, error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	old, known := d.View(v.ID)
	if !known {
		return v, data.E(data.CodeNotFound, "what", "view")
	}
	v.Author, v.Time, v.Revision = old.Author, old.Time, old.Revision
	v.Said = cmp.Or(v.Said, old.Said)
	kept, err := d.checkedView(v)
	if err != nil {
		return v, err
	}
	if v = kept; v.Provision == old.Provision {
		v.Revision = old.Revision
	}
	if bytes.Equal(change.Marshal(v), change.Marshal(old)) {
		return v, nil
	}
	v.Revision = d.currentRevision() // what is written speaks of this text
	return v, d.acted(ctx, "act.view.edit", nil, append([]change.Write{d.viewAbout(v)}, viewWrites(v)[1:]...))
}

// DeleteView takes a view away that was recorded by mistake; it stays in the
// history.
func (d *Desk) DeleteView(ctx context.Context, id data.ID) error {
	v, known := d.View(id)
	if !known {
		return data.E(data.CodeNotFound, "what", "view")
	}
	return d.act(ctx, "act.view.delete", viewTombstone(v))
}

// nextViewTime is the time of a new view: now, but later than the view before it,
// for they are ordered by it. The caller holds acts.
func (d *Desk) nextViewTime() time.Time {
	t := now()
	if !t.After(d.viewTime) {
		t = d.viewTime.Add(time.Millisecond)
	}
	d.viewTime = t
	return t
}

// dated fills what is known of when and where something is said: if nothing else is
// known, at the moment it is written down, the same one for all that is one act.
func (d *Desk) dated(v data.View, moment time.Time) data.View {
	v.Said = cmp.Or(v.Said, moment)
	if !v.Submission.IsZero() {
		return v
	}
	meeting, sits := d.CurrentMeeting()
	if v.Meeting.IsZero() {
		v.Meeting = meeting.ID
	} else if v.Meeting != meeting.ID {
		meeting, sits = d.Meeting(v.Meeting)
	}
	if v.Item == "" {
		v.Item = meeting.Item
	}
	if since := v.Said.Sub(meeting.Start).Truncate(time.Millisecond); sits && v.Recording == 0 && !meeting.Start.IsZero() && since > 0 && since < recordingMost {
		v.Recording = since
	}
	return v
}

// checkedView is a view without what says nothing, on something that is there.
func (d *Desk) checkedView(v data.View) (data.View, error) {
	v.By.Code, v.By.Name = strings.TrimSpace(v.By.Code), strings.TrimSpace(v.By.Name)
	v.By.For, v.By.ForName = strings.TrimSpace(v.By.For), strings.TrimSpace(v.By.ForName)
	v.Words, v.Proposed, v.Item = strings.TrimSpace(v.Words), strings.TrimSpace(v.Proposed), strings.TrimSpace(v.Item)
	v.Said, v.Revision = v.Said.UTC().Truncate(time.Millisecond), d.currentRevision()
	switch {
	case v.By.IsZero():
		return v, data.E(CodeNoSpeaker)
	case !slices.Contains(data.Attitudes, v.Attitude):
		return v, data.E(CodeNoAttitude)
	case !slices.Contains(data.Confidences, v.Confidence):
		return v, data.E(data.CodeInput, "what", "confidence")
	}
	return d.placedView(v)
}

// placedView names what a view is about: one of an issue has no provision, and
// one on a proposal that of the proposal.
func (d *Desk) placedView(v data.View) (data.View, error) {
	if !v.Issue.IsZero() {
		if _, known := d.Issue(v.Issue); !known {
			return v, data.E(data.CodeNotFound, "what", "issue")
		}
		v.Provision, v.Proposal, v.Revision = data.ID{}, data.ID{}, data.ID{}
		return v, nil
	}
	v.Provision = d.permanent(v.Provision)
	if !v.Proposal.IsZero() {
		p, err := d.Proposal(v.Proposal)
		if err != nil {
			return v, err
		}
		if !v.Provision.IsZero() && v.Provision != p.Provision {
			return v, data.E(CodeOtherPlace)
		}
		v.Provision = p.Provision
		return v, nil
	}
	if v.Provision.IsZero() {
		return v, data.E(data.CodeInput, "what", "provision")
	}
	_, err := d.Provision(v.Provision)
	return v, err
}

// viewAudience says for whom a view is written.
func viewAudience(v data.View) string {
	if v.Private {
		return string(data.AudienceDelegation)
	}
	return ""
}

// viewWrites are what a view is about, and the view.
func viewWrites(v data.View) []change.Write {
	var provisions []data.ID
	if !v.Provision.IsZero() {
		provisions = []data.ID{v.Provision}
	}
	writes := []change.Write{about(kindView, v.ID, provisions...), set(kindView, root, v.ID, fieldBody, v)}
	for i := range writes {
		writes[i].Audience = viewAudience(v)
	}
	return writes
}

// viewAbout is what a corrected view is about, and was.
func (d *Desk) viewAbout(v data.View) change.Write {
	var provisions []data.ID
	if !v.Provision.IsZero() {
		provisions = []data.ID{v.Provision}
	}
	w := d.stillAbout(kindView, v.ID, provisions)
	w.Audience = viewAudience(v)
	return w
}

// foldView takes a view into the state. When it was recorded, it says itself: to
// correct it does not make it newer.
func (d *Desk) foldView(rec change.Record) error {
	d.viewCount++
	var v data.View
	ok, err := field(rec, fieldBody, &v)
	if err != nil {
		return err
	}
	if ok {
		d.views.put(rec.Entity, v, change.At(v.Time), d.carriage.moved(rec.Entity))
	} else {
		d.views.drop(rec.Entity)
	}
	return nil
}

// viewSecrets are what was said to us alone.
func (d *Desk) viewSecrets(add func(field, text string, exact bool)) {
	for _, k := range d.views.all {
		if k.it.Private {
			add("field.view", k.it.Words, false)
			add("field.view", k.it.Proposed, false)
		}
	}
}
