package desk

import (
	"travaux/data"
	"travaux/data/change"
)

// recordsOf are the records of a provision, by revision, and the pairings that
// were ever about it.
func (d *Desk) recordsOf(provision data.ID) (records map[data.ID]data.ID, pairings []data.ID, err error) {
	records = map[data.ID]data.ID{}
	for _, r := range d.Revisions() {
		t, err := d.Text(r.ID)
		if err != nil {
			return nil, nil, err
		}
		if i, ok := t.byID[provision]; ok && t.Provisions[i].ID == provision {
			records[r.ID] = t.records[i]
		}
		known, err := d.pairingsOf(r.ID)
		if err != nil {
			return nil, nil, err
		}
		pairings = append(pairings, known.about[provision]...)
	}
	return records, pairings, nil
}

// carryEvent is event for how a provision, and what is on it, got into a
// revision.
func carryEvent(e Event, c change.Change, name string) (_ Event, ok bool, err error) {
	deleted := c.Op == change.OpTombstone
	switch {
	case c.Kind == kindPairing && name == fieldBody && deleted:
		return e, false, nil // what comes in its stead says so
	case c.Kind == kindPairing && name == fieldBody:
		var p data.Pairing
		if err := change.Unmarshal(c.Body, &p); err != nil {
			return e, false, err
		}
		switch {
		case p.Confirmed && len(c.Bases) > 0:
			e.What = "event.pairing.confirmed"
		case p.Confirmed:
			e.What = "event.pairing.repaired"
		case p.Kind == data.PairUnchanged || p.Kind == data.PairChanged || p.Kind == data.PairNew:
			return e, false, nil // the text itself says so
		default:
			e.What = "event.pairing." + string(p.Kind)
		}
	case c.Kind == kindCarry && name == fieldBody && !deleted:
		var list []passage
		if err := change.Unmarshal(c.Body, &list); err != nil {
			return e, false, err
		}
		if len(list) == 0 {
			return e, false, nil
		}
		e.What = "event.carried"
	case c.Kind == kindCarried:
		return decidedEvent(e, c, name)
	default:
		return e, false, nil
	}
	return e, true, nil
}

// decidedEvent is event for what a person decided about an annotation.
func decidedEvent(e Event, c change.Change, name string) (_ Event, ok bool, err error) {
	made, here := choice{}, put{}
	switch deleted := c.Op == change.OpTombstone; {
	case deleted:
		e.What = "event.carried.open"
		return e, true, nil
	case name == fieldChoice:
		err = change.Unmarshal(c.Body, &made)
		e.What = "event.carried." + string(made.Choice)
		if made.Choice == data.ChoiceOpen {
			e.What = "event.carried.open"
		}
	case name == fieldPut:
		err = change.Unmarshal(c.Body, &here)
		e.What = "event.carried.placed"
		ok = here.By.IsZero() // it only followed its provision
	}
	return e, err == nil && !ok && e.What != "", err
}
