package desk

import (
	"slices"
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
}

// History returns everything that was ever done about a provision, oldest
// first: the text's import, comments, instructions, positions and decisions,
// what was undone or deleted included.
func (d *Desk) History(provision data.ID) ([]Event, error) {
	seen := map[[32]byte]bool{}
	var changes []change.Change
	ids, err := d.annotationsOn(provision)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		list, err := d.store.History(id)
		if err != nil {
			return nil, err
		}
		for _, c := range list {
			if !seen[c.ID()] {
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
		out = append(out, e)
	}
	return out, nil
}

// annotationsOn lists the provision and all that was ever written about it,
// deleted and undone things included.
func (d *Desk) annotationsOn(provision data.ID) ([]data.ID, error) {
	ids := []data.ID{provision}
	for _, kind := range []string{kindComment, kindInstruction, kindDecision} {
		err := d.store.Records(kind, root, func(rec change.Record) error {
			var concerned []data.ID
			if _, err := field(rec, fieldAbout, &concerned); err != nil {
				return err
			}
			if slices.Contains(concerned, provision) {
				ids = append(ids, rec.Entity)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return ids, nil
}

// event puts one change into the terms of the history; ok is false for a
// change that says nothing to a person.
func event(c change.Change) (e Event, ok bool, err error) {
	e = Event{Time: c.Time.Time(), Author: c.Author}
	name, code, _ := strings.Cut(c.Field, "/")
	e.Lang, _ = data.ParseLang(code)
	if name == fieldAbout {
		return e, false, nil
	}
	deleted := c.Op == change.OpTombstone
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
		e.What = "event.position." + name
		if !deleted {
			err = change.Unmarshal(c.Body, &e.After)
		}
	case kindInstruction:
		e.What = "event.instruction"
		var i data.Instruction
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
	default:
		return e, false, nil
	}
	return e, err == nil, err
}
