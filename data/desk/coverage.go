package desk

import (
	"slices"
	"time"

	"travaux/data"
)

// Coverage returns what is still to be done about the provisions of the current
// revision at that time; a provision about which nothing is to be done is not in
// it. It goes over the text once.
//
// An instruction covers a provision if it is in force then and names the
// provision, something it stands in, or the whole text. One on a topic covers
// nothing: what it touches is read from words, and nobody said so.
func (d *Desk) Coverage(now time.Time) map[data.ID]data.Coverage {
	out := map[data.ID]data.Coverage{}
	t, err := d.Current()
	if err != nil {
		return out
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	standings, related := d.standings(t), d.relate(t)
	var visit func(at int, instructed bool)
	visit = func(at int, instructed bool) {
		p := &t.Provisions[at]
		instructed = instructed || d.instructed(p.ID, related, now)
		s := standings[p.ID]
		c := data.Coverage{
			NoPosition:   t.words[at] && p.Kind != data.KindFootnote && !d.holds(p.ID),
			Awaiting:     d.state(p).Pending(),
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
	everything := d.instructed(wholeText, related, now)
	for _, at := range t.outermost {
		visit(at, everything)
	}
	return out
}

// instructed reports whether an instruction that is in force names the
// provision itself.
func (d *Desk) instructed(provision data.ID, related *relations, now time.Time) bool {
	return slices.ContainsFunc(d.instructions.by[provision], func(k *kept[data.Instruction]) bool {
		return k.it.Topic == "" && k.it.InForce(now) && len(d.superseders(related, k.id, now)) == 0
	})
}
