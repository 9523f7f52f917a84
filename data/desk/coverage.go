package desk

import (
	"slices"

	"travaux/data"
)

// Coverage returns what is still to be done about the provisions of the current
// revision on that day; a provision about which nothing is to be done is not in
// it. It goes over the text once.
//
// An instruction covers a provision if it is in force that day and speaks of
// the provision, of something it stands in, or of the whole text.
func (d *Desk) Coverage(today data.Date) map[data.ID]data.Coverage {
	out := map[data.ID]data.Coverage{}
	t, err := d.Current()
	if err != nil {
		return out
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	standings := d.standings(t)
	var visit func(at int, instructed bool)
	visit = func(at int, instructed bool) {
		p := &t.Provisions[at]
		instructed = instructed || d.instructed(p.ID, today)
		s := standings[p.ID]
		c := data.Coverage{
			NoPosition:   t.words[at] && p.Kind != data.KindFootnote && !d.holds(p.ID),
			Awaiting:     d.state(p) == data.ApprovalSubmitted,
			Uninstructed: !instructed && (s.State.Agreed() || s.Own.Agreed()),
			Reopened:     s.Reopened,
		}
		if !c.IsZero() {
			out[p.ID] = c
		}
		for _, i := range t.within[at] {
			visit(i, instructed)
		}
	}
	everything := d.instructed(wholeText, today)
	for _, at := range t.outermost {
		visit(at, everything)
	}
	return out
}

// instructed reports whether an instruction that is in force names the
// provision itself.
func (d *Desk) instructed(provision data.ID, today data.Date) bool {
	return slices.ContainsFunc(d.instructions.by[provision], func(k *kept[data.Instruction]) bool {
		return k.it.ValidOn(today)
	})
}
