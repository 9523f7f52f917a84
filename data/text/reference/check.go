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
	at, ok := earlier.byID[from]
	if !ok {
		return targets
	}
	written := earlier.written(at, r.Lang)
	for i := range targets {
		t := &targets[i]
		if t.Status != Found && t.Status != Gone || !written.has(t.Address) {
			continue
		}
		was, _ := earlier.find(at, t.Address, r.Instrument)
		if was < 0 || earlier.nodes[was].provision.ID == t.ID {
			continue
		}
		t.Was = earlier.nodes[was].provision.ID
		now, moved := current.byID[t.Was]
		switch {
		case moved:
			t.Status, t.NowAt = Renumbered, current.nodes[now].provision.Path
		case t.Status == Found:
			t.Status = Replaced
		}
	}
	return targets
}

// writings are the addresses that a provision had; known is false where it
// did not have the language, so that nobody can tell.
type writings struct {
	known     bool
	addresses []Address
}

func (x *Index) written(i int, lang data.Lang) writings {
	rendering, known := x.nodes[i].provision.Text[lang]
	w := writings{known: known}
	for _, r := range Find(rendering.Text, lang) {
		for _, part := range r.Parts {
			w.addresses = append(w.addresses, part.Address)
		}
	}
	return w
}

func (w writings) has(a Address) bool {
	for i := range w.addresses {
		if w.addresses[i].same(a) {
			return true
		}
	}
	return !w.known
}
