package desk

import (
	"context"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// aboutRequest are the provisions that a request is about.
func aboutRequest(r data.Request) []data.ID {
	if r.Provision.IsZero() {
		return nil
	}
	return []data.ID{r.Provision}
}

// Requests returns the decisions that were asked of capital: open ones first, the
// most urgent before the others and those without a deadline last; then those that
// are answered or closed, the latest first. None for a role that cannot read them.
func (d *Desk) Requests() []data.Request {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if !d.members[d.me].Role.May(data.RightReadInstructions) {
		return nil
	}
	list := d.requests.everything()
	slices.SortStableFunc(list, func(a, b data.Request) int {
		switch x, y := a.Open(), b.Open(); {
		case x && !y:
			return -1
		case y && !x:
			return 1
		case !x:
			return b.Time.Compare(a.Time)
		case a.Deadline.IsZero() != b.Deadline.IsZero():
			if a.Deadline.IsZero() {
				return 1
			}
			return -1
		}
		return a.Deadline.End().Compare(b.Deadline.End())
	})
	return list
}

// SetRequest records a decision that is asked of capital (zero ID) or changes it:
// its question, provision, deadline, the instruction that answers it, or whether it
// is closed.
//
// Codes: CodeEmpty without a question, data.CodeNotFound for a request or an
// instruction that is not there.
func (d *Desk) SetRequest(ctx context.Context, r data.Request) (data.Request, error) {
	if r.Question = strings.TrimSpace(r.Question); r.Question == "" {
		return r, data.E(CodeEmpty)
	}
	if !r.Provision.IsZero() {
		r.Provision = d.permanent(r.Provision)
	}
	d.mu.RLock()
	old, known := d.requests.get(r.ID)
	_, answered := d.instructions.get(r.Answered)
	d.mu.RUnlock()
	act := "act.request.edit"
	switch {
	case !r.Answered.IsZero() && !answered:
		return r, data.E(data.CodeNotFound, "what", "instruction")
	case r.ID.IsZero():
		act = "act.request"
		r.ID, r.Author, r.Time = data.NewID(), d.Me().ID, now()
	case !known:
		return r, data.E(data.CodeNotFound, "what", "request")
	default:
		r.Author, r.Time = old.Author, old.Time
		if !r.Answered.IsZero() && old.Answered.IsZero() {
			act = "act.request.answered"
		}
		if r == old {
			return r, nil
		}
	}
	return r, d.act(ctx, act, d.stillAbout(kindRequest, r.ID, aboutRequest(r)), set(kindRequest, root, r.ID, fieldBody, r))
}

// DeleteRequest takes a request back; it stays in the history.
func (d *Desk) DeleteRequest(ctx context.Context, id data.ID) error {
	d.mu.RLock()
	_, known := d.requests.get(id)
	d.mu.RUnlock()
	if !known {
		return data.E(data.CodeNotFound, "what", "request")
	}
	return d.act(ctx, "act.request.delete", tombstone(kindRequest, root, id, fieldBody))
}

// speechEvent puts a change to a statement of ours, or to a decision that was asked
// of capital, into the terms of the history.
func speechEvent(e Event, c change.Change, name string) (_ Event, ok bool, err error) {
	deleted := c.Op == change.OpTombstone
	switch {
	case c.Kind == kindRequest && deleted:
		e.What = "event.request.deleted"
	case c.Kind == kindRequest:
		var r data.Request
		err = change.Unmarshal(c.Body, &r)
		e.What, e.After = "event.request", r.Question
		if !r.Open() {
			e.What = "event.request.closed"
		}
	case name == fieldBody && deleted:
		e.What = "event.speech.deleted"
	case name == fieldBody:
		var s data.Speech
		err = change.Unmarshal(c.Body, &s)
		e.What, e.After, e.Meeting = "event.speech", s.Title, s.Meeting
	case name == fieldText:
		e.What = "event.speech.text"
		if !deleted {
			err = change.Unmarshal(c.Body, &e.After)
		}
	case name == fieldDelivered && deleted:
		e.What = "event.speech.not-delivered"
	case name == fieldDelivered:
		var said delivery
		err = change.Unmarshal(c.Body, &said)
		e.What, e.After = "event.speech.delivered", said.As
	default:
		return e, false, nil
	}
	return e, err == nil, err
}
