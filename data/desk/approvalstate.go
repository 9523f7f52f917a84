package desk

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// Subject returns what an approval of the position would be bound to now.
func (d *Desk) Subject(provision data.ID) (data.Subject, error) {
	prov, err := d.Provision(provision)
	if err != nil {
		return data.Subject{}, err
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.subject(prov, d.position(prov.ID)), nil
}

// subject is what an approval is bound to. A language of the revision that the
// provision lacks counts as empty text. The caller holds mu.
func (d *Desk) subject(prov data.Provision, p data.Position) data.Subject {
	base := data.Words{}
	for _, r := range d.revisions {
		if r.ID == prov.Revision {
			for _, s := range r.Sources {
				base[s.Lang] = data.BaseText(data.Rendering{})
			}
		}
	}
	for lang, r := range prov.Text {
		base[lang] = data.BaseText(r)
	}
	return data.Subject{
		Provision: prov.ID, Base: base, Stance: p.Stance,
		Wording: p.Wording, PublicReasons: p.PublicReasons,
	}
}

// Approval returns how far the approval of the position on a provision is.
func (d *Desk) Approval(provision data.ID) data.Approval {
	prov, err := d.Provision(provision)
	if err != nil {
		return data.Approval{State: data.ApprovalNone}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.approval(&prov)
}

// approval judges all decisions on a position. What there is now is put together
// only where a step was taken: with many positions that is what takes long.
func (d *Desk) approval(prov *data.Provision) data.Approval {
	p, _ := d.onlyPosition(prov.ID)
	var judged []data.Judged
	var now data.Subject
	contested := false
	for _, k := range d.decisions.by[prov.ID] {
		x := data.Judged{Decision: k.it, Procedure: d.procedureAt(k.at)}
		if _, step := data.StepOf(k.it.Act); step {
			x.Wrote = x.Procedure.FourEyes && d.wroteBefore(prov.ID, k.it.By, k.at)
			if now.Base == nil {
				now, contested = d.subject(*prov, p), d.contested(prov.ID)
			}
		}
		judged = append(judged, x)
	}
	return data.Judge(p, now, contested, d.procedureAt(ever), judged)
}

// state is how far the approval of a position has come.
func (d *Desk) state(prov *data.Provision) data.ApprovalState {
	if len(d.decisions.by[prov.ID]) == 0 {
		if !d.holds(prov.ID) {
			return data.ApprovalNone
		}
		return data.ApprovalDraft
	}
	return d.approval(prov).State
}

// hand is who wrote a field of a position as it is shown, and when.
type hand struct {
	by data.ID
	at change.HLC
}

// boundHands are those of the fields that an approval is bound to.
func boundHands(rec change.Record) []hand {
	var marks []hand
	for name, f := range rec.Fields {
		if head, ok := f.Shown(); ok && bound(name) {
			marks = append(marks, hand{head.Author, head.Time})
		}
	}
	return marks
}

// bound reports whether an approval is bound to a field of a position.
func bound(name string) bool {
	prefix, _, _ := strings.Cut(name, "/")
	return slices.Contains(boundFields, prefix)
}

// wroteNow reports whether a member was the last to write some of the words of a
// position that an approval is bound to.
func (d *Desk) wroteNow(provision, by data.ID) bool { return d.wroteBefore(provision, by, ever) }

// wroteBefore is wroteNow at an earlier moment. Where the words were written
// since, their history tells who wrote them then.
func (d *Desk) wroteBefore(provision, by data.ID, at change.HLC) bool {
	list := d.positions.by[provision]
	if len(list) == 0 {
		return false
	}
	k := list[len(list)-1]
	since := false
	for _, m := range k.it.wrote {
		since = since || m.at >= at
		if m.at < at && m.by == by {
			return true
		}
	}
	if !since {
		return false
	}
	history, err := d.store.History(k.id)
	if err != nil {
		return true // as long as it cannot be told, it does not count
	}
	last := map[string]change.Change{}
	for _, c := range history {
		if c.Kind == kindPosition && c.Time < at && bound(c.Field) && c.Time >= last[c.Field].Time {
			last[c.Field] = c
		}
	}
	for _, c := range last {
		if c.Author == by {
			return true
		}
	}
	return false
}
