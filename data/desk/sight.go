package desk

import (
	"maps"

	"travaux/data"
	"travaux/data/change"
)

// What the member at the laptop may not read is not in the desk at all: it is
// left out where records are taken into the state, so that no list, count,
// filter, search or history has to remember to hide it. When another member or
// role comes to the laptop, the desk is read anew. With laptops of their own the
// same is not readable for want of a key; there this is only the second lock.

// sight is who reads the desk.
type sight struct {
	role  data.Role
	whole bool // everything that the laptop has keys for, whoever works at it
}

func (s sight) of(a data.Audience) bool { return s.whole || s.role.Of(a) }

// alike reports whether two see the same.
func (s sight) alike(other sight) bool {
	for _, a := range data.Audiences {
		if s.of(a) != other.of(a) {
			return false
		}
	}
	return true
}

// sees reports whether a value of that field, written for that audience, is in
// the desk.
func (s sight) sees(kind, field, audience string) bool {
	return s.of(narrower(data.Audience(audience), audienceOf(kind, field)))
}

// masked is a record without what the member may not read.
func (s sight) masked(rec change.Record) change.Record {
	if s.of(data.AudienceHead) {
		return rec
	}
	copied := false
	for name, f := range rec.Fields {
		head, ok := f.Shown()
		if !ok || s.sees(rec.Kind, name, head.Audience) {
			continue
		}
		if !copied {
			rec.Fields, copied = maps.Clone(rec.Fields), true
		}
		delete(rec.Fields, name)
	}
	return rec
}

// look reads the desk anew for whoever works at the laptop now, if that makes a
// difference. The caller holds mu.
func (d *Desk) look() error {
	now := sight{role: d.members[d.me].Role, whole: d.sight.whole}
	if now.alike(d.sight) {
		d.sight = now
		return nil
	}
	if err := d.load(); err != nil {
		return err
	}
	d.index = nil
	d.version++
	d.judging = d.version
	return nil
}

// all is the desk as somebody would see it who may read everything: for what must
// be known to be kept back.
func (d *Desk) all() (*Desk, error) {
	d.mu.RLock()
	complete := d.sight.of(data.AudienceHead)
	d.mu.RUnlock()
	if complete {
		return d, nil
	}
	whole := &Desk{store: d.store, sight: sight{whole: true}}
	return whole, whole.load()
}
