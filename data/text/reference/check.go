package reference

import "travaux/data"

// Check tells what became of a reference in the provision from: whether its
// targets are there in the current revision, and whether they are still what
// the same words meant in an earlier one. earlier may be nil. A reference that
// the earlier text of the provision did not have was written for the current
// numbers and is only looked up.
func Check(r Ref, from data.ID, current, earlier *Index) []Target {
	targets := current.Resolve(from, r)
	if earlier == nil {
		return targets
	}
	for i := range targets {
		t := &targets[i]
		if t.Status != Found && t.Status != Gone {
			continue
		}
		was, ok := earlier.meant(from, r, t.Part)
		if !ok || was == t.ID {
			continue
		}
		now, moved := current.byID[was]
		switch {
		case moved:
			t.Status, t.Was, t.NowAt = Renumbered, was, current.nodes[now].provision.Path
		case t.Status == Found:
			t.Status, t.Was = Replaced, was
		default:
			t.Was = was
		}
	}
	return targets
}

// meant returns what a part of a reference pointed to in this revision, if
// the provision had it then.
func (x *Index) meant(from data.ID, r Ref, part Part) (was data.ID, ok bool) {
	at, ok := x.byID[from]
	if !ok {
		return was, false
	}
	if rendering, has := x.nodes[at].provision.Text[r.Lang]; has && !mentions(rendering.Text, r, part.Address) {
		return was, false
	}
	i, _ := x.find(at, part.Address, r.Instrument)
	if i < 0 {
		return was, false
	}
	return x.nodes[i].provision.ID, true
}

// mentions reports whether a text has the address.
func mentions(s string, r Ref, a Address) bool {
	for _, other := range Find(s, r.Lang) {
		for _, part := range other.Parts {
			if part.Address.same(a) {
				return true
			}
		}
	}
	return false
}
