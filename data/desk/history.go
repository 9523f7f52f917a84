package desk

import (
	"sort"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/change"
)

// Event is one change to what concerns a provision, for its history.
type Event struct {
	Time   time.Time
	Author data.ID
	What   string    // catalogue id, e.g. "event.position.wording"
	Lang   data.Lang // where the change is to words in one language
	Before string    // text before and after, where the change is to words
	After  string

	Meeting    data.ID          // at which it happened in the room; zero: none
	Proponents []data.Proponent // of a proposal
	By         data.Speaker     // of a view
}

// History returns everything that was ever done about a provision, oldest
// first: the text's import, comments, instructions, positions and decisions,
// what was undone or deleted included.
func (d *Desk) History(provision data.ID) ([]Event, error) {
	provision = d.permanent(provision)
	seen := map[[32]byte]bool{}
	var changes []change.Change
	d.mu.RLock()
	ids := append([]data.ID{provision}, d.concern.by[provision]...)
	ids = append(ids, d.carriage.arrived(provision)...)
	sight := d.sight
	d.mu.RUnlock()
	records, pairings, err := d.recordsOf(provision)
	if err != nil {
		return nil, err
	}
	ids = append(ids, pairings...)
	for _, id := range records {
		ids = append(ids, id)
	}
	for _, id := range ids {
		list, err := d.store.History(id)
		if err != nil {
			return nil, err
		}
		for _, c := range list {
			record, known := records[c.Scope]
			if !sight.sees(c.Kind, c.Field, c.Audience) || c.Sealed {
				continue
			}
			if other := c.Kind == kindProvision && known && record != c.Entity; !other && !seen[c.ID()] {
				seen[c.ID()] = true
				changes = append(changes, c)
			}
		}
	}
	sort.SliceStable(changes, func(i, j int) bool { return changes[i].Time < changes[j].Time })
	type key struct {
		entity data.ID
		field  string
	}
	shown := map[key]string{}
	taken := map[key]bool{} // deleted, as far as the history has been told
	var out []Event
	for _, c := range changes {
		e, ok, err := event(c)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		k := key{c.Entity, c.Field}
		e.Before, shown[k] = shown[k], e.After
		if name, _, _ := strings.Cut(c.Field, "/"); (name == fieldWording || name == fieldReasons) && c.Kind == kindProposal && e.Before == e.After {
			continue // the words of a deleted proposal come back with it
		}
		if taken[k] && e.What == "event.proposal.changed" {
			e.What = "event.proposal.restored"
		}
		taken[k] = c.Op == change.OpTombstone
		out = append(out, e)
	}
	return out, nil
}

// event puts one change into the terms of the history; ok is false for a
// change that says nothing to a person.
func event(c change.Change) (e Event, ok bool, err error) {
	e = Event{Time: c.Time.Time(), Author: c.Author}
	name, code, _ := strings.Cut(c.Field, "/")
	e.Lang, _ = data.ParseLang(code)
	if name == fieldAbout || c.Sealed {
		return e, false, nil
	}
	deleted := c.Op == change.OpTombstone
	if book := blankBooks[c.Kind]; book != nil {
		return bookEvent(e, c, name, book)
	}
	switch c.Kind {
	case kindProvision:
		e.What = "event.text"
		if name != fieldText {
			return e, false, nil
		}
		var r data.Rendering
		if !deleted {
			err = change.Unmarshal(c.Body, &r)
		}
		e.After = r.Text
	case kindComment:
		switch {
		case name == fieldText && deleted:
			e.What = "event.comment.deleted"
		case name == fieldText:
			e.What = "event.comment"
			err = change.Unmarshal(c.Body, &e.After)
		case name == fieldResolved:
			var resolved bool
			if !deleted {
				err = change.Unmarshal(c.Body, &resolved)
			}
			e.What = "event.comment.reopened"
			if resolved {
				e.What = "event.comment.resolved"
			}
		default:
			return e, false, nil
		}
	case kindPosition:
		if name == fieldHome {
			return e, false, nil
		}
		e.What = "event.position." + name
		if !deleted {
			err = change.Unmarshal(c.Body, &e.After)
		}
	case kindInstruction:
		e.What = "event.instruction"
		var i instructionRecord
		if deleted {
			e.What = "event.instruction.deleted"
		} else {
			err = change.Unmarshal(c.Body, &i)
		}
		e.After = i.Text
	case kindDecision:
		var x data.Decision
		if deleted {
			e.What = "event.decision.undone"
		} else if err = change.Unmarshal(c.Body, &x); err == nil {
			e.What, e.After = "event.decision."+string(x.Act), x.Remark
		}
	case kindProposal, kindStep, kindLiveWith:
		return roomEvent(e, c, name)
	case kindPackage, kindCharge, kindHandOver:
		return packageEvent(e, c)
	case kindSpeech, kindRequest:
		return speechEvent(e, c, name)
	case kindUptake:
		return uptakeEvent(e, c)
	case kindView, kindIssue:
		return viewEvent(e, c)
	case kindRedLine, kindOverride:
		return redLineEvent(e, c)
	case kindLadder, kindStepDown:
		return ladderEvent(e, c, name)
	case kindPairing, kindCarry, kindCarried:
		return carryEvent(e, c, name)
	default:
		return e, false, nil
	}
	return e, err == nil, err
}

// roomEvent is event for what happens in the room: proposals, states of the
// text and what we could live with.
func roomEvent(e Event, c change.Change, name string) (_ Event, ok bool, err error) {
	deleted := c.Op == change.OpTombstone
	switch {
	case c.Kind == kindStep && deleted:
		e.What = "event.text-state.undone"
	case c.Kind == kindStep:
		var s data.TextStep
		err = change.Unmarshal(c.Body, &s)
		e.What, e.After, e.Meeting = "event.text-state."+string(s.State), s.Remark, s.Meeting
	case c.Kind == kindLiveWith && deleted:
		e.What = "event.live-with.deleted"
	case c.Kind == kindLiveWith:
		var x data.LiveWith
		err = change.Unmarshal(c.Body, &x)
		e.What, e.After, e.Lang = "event.live-with", x.Sentence, x.Lang
	case name == fieldBody && deleted:
		e.What = "event.proposal.deleted"
	case name == fieldBody:
		var p data.Proposal
		err = change.Unmarshal(c.Body, &p)
		e.What, e.Meeting, e.Proponents = "event.proposal.changed", p.Meeting, p.Proponents
		if len(c.Bases) == 0 {
			e.What = "event.proposal." + string(p.Kind)
		}
	case name == fieldWithdrawn:
		var withdrawn bool
		if !deleted {
			err = change.Unmarshal(c.Body, &withdrawn)
		}
		e.What = "event.proposal.returned"
		if withdrawn {
			e.What = "event.proposal.withdrawn"
		}
	case deleted && (name == fieldWording || name == fieldReasons):
		return e, false, nil // the proposal is deleted, or was never made
	case name == fieldWording, name == fieldReasons:
		e.What = "event.proposal." + name
		if !deleted {
			err = change.Unmarshal(c.Body, &e.After)
		}
	default:
		return e, false, nil
	}
	return e, err == nil, err
}
