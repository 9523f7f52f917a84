package desk

import (
	"maps"
	"slices"
	"time"

	"travaux/data"
	"travaux/data/change"
)

// How annotations get from one revision into the next is kept in records of the
// later one:
//
//   - of kind "carry", one for every provision of the earlier revision from which
//     something was carried: what the program found. An annotation that stays
//     where it is, word for word, has no passage: most have none;
//   - of kind "carried", one for an annotation about which a person decided, or
//     which was put somewhere else by hand.
//
// An annotation itself is never rewritten. Where it is now follows from where it
// was made and from its passages into all later revisions, oldest first. Nothing
// of this is read from a revision that is not there, be it undone.
const (
	kindCarry   = "carry"
	kindCarried = "carried"

	fieldChoice = "choice" // with "/from", of kind carried
	fieldPut    = "put"    // with "/from", of kind carried
	fieldExact  = "exact"  // of kind carry, in the record of the revision itself: how many stayed, by provision
	fieldHome   = "home"   // of a position: the revision on whose text it was first recorded
)

// passage is the way of an annotation from a provision of one revision into the
// next.
type passage struct {
	Kind    data.AnnotationKind `cbor:"1,keyasint"`
	Entity  data.ID             `cbor:"2,keyasint"`
	With    []data.ID           `cbor:"3,keyasint,omitempty"` // what goes along: answers, decisions, earlier steps
	To      data.ID             `cbor:"4,keyasint"`           // zero: nowhere
	Aside   bool                `cbor:"5,keyasint,omitempty"` // To is taken: it waits beside what is there, without effect
	Hidden  bool                `cbor:"6,keyasint,omitempty"` // only for With: there is nothing to decide
	Target  data.ID             `cbor:"7,keyasint"`           // of a move: the provision it goes next to now
	Anchor  data.Anchor         `cbor:"8,keyasint"`
	Outcome data.CarryOutcome   `cbor:"9,keyasint"`
	Score   float64             `cbor:"10,keyasint"`
	Reason  string              `cbor:"11,keyasint"`
	Choice  data.CarryChoice    `cbor:"12,keyasint,omitempty"` // of the revision before, where it still waits

	revision data.ID
	from     data.ID
	byHand   bool // put: it holds for what was made in the same revision as well
}

// choice is what a person decided about an annotation.
type choice struct {
	Choice data.CarryChoice `cbor:"1,keyasint"`
	By     data.ID          `cbor:"2,keyasint"`
	Time   time.Time        `cbor:"3,keyasint"`
}

// put is where a person, or pairing anew, put an annotation.
type put struct {
	Kind   data.AnnotationKind `cbor:"1,keyasint"`
	To     data.ID             `cbor:"2,keyasint"`
	Anchor data.Anchor         `cbor:"3,keyasint"`
	With   []data.ID           `cbor:"4,keyasint,omitempty"`
	By     data.ID             `cbor:"5,keyasint"` // zero: it only followed its provision
	Aside  bool                `cbor:"7,keyasint,omitempty"`
	Time   time.Time           `cbor:"6,keyasint"`
}

// leg names one way: of an annotation, from one provision, into a revision.
type leg struct{ revision, entity, from data.ID }

// carriage is all passages of the revisions that are there.
type carriage struct {
	batches map[data.ID]map[data.ID][]passage // by revision and provision in the one before
	exact   map[data.ID]map[data.ID]int       // likewise: how many annotations stayed word for word
	choices map[leg]choice
	puts    map[leg]put
	of      map[data.ID][]passage // by annotation, those that go along included, oldest revision first
	order   map[data.ID]int       // of the revisions, from 1
	until   int                   // passages into that revision and later ones are left out for a moment; 0: none
}

func newCarriage() carriage {
	return carriage{
		batches: map[data.ID]map[data.ID][]passage{}, exact: map[data.ID]map[data.ID]int{}, choices: map[leg]choice{}, puts: map[leg]put{},
		of: map[data.ID][]passage{}, order: map[data.ID]int{},
	}
}

// follow is where an annotation that was recorded for a provision is now: its
// provision, whether only beside what is there, and its last passage, if any.
func (c *carriage) follow(entity, home, provision data.ID) (at data.ID, beside bool, last *passage) {
	at = provision
	list := c.of[entity]
	for i := range list {
		p := &list[i]
		order, there := c.order[p.revision]
		switch made := c.order[home]; {
		case !there || c.until > 0 && order >= c.until || p.from != at || order < made || order == made && !p.byHand:
			continue
		}
		last = p
		beside = p.Aside
		if p.To.IsZero() {
			beside = false
			continue // an orphan stays on what is gone
		}
		at = p.To
	}
	return at, beside, last
}

// moved reports whether anything is known of the way of an annotation.
func (c *carriage) moved(entity data.ID) bool { return len(c.of[entity]) > 0 }

// gather makes the passages of some annotations anew out of what is kept.
func (c *carriage) gather(entities map[data.ID]bool) {
	for id := range entities {
		delete(c.of, id)
	}
	if len(entities) == 0 {
		return
	}
	add := func(p passage) {
		for _, id := range append([]data.ID{p.Entity}, p.With...) {
			if entities[id] {
				q := p
				q.Entity = id
				if id != p.Entity {
					q.With = nil
				}
				c.of[id] = append(c.of[id], q)
			}
		}
	}
	for revision, batch := range c.batches {
		for from, list := range batch {
			for _, p := range list {
				p.revision, p.from = revision, from
				if _, byHand := c.puts[leg{revision, p.Entity, from}]; !byHand {
					add(p)
				}
			}
		}
	}
	for l, x := range c.puts {
		add(passage{
			Kind: x.Kind, Entity: l.entity, With: x.With, To: x.To, Anchor: x.Anchor, Aside: x.Aside,
			Outcome: data.CarryMoved, revision: l.revision, from: l.from, byHand: true,
		})
	}
	for id := range entities {
		slices.SortFunc(c.of[id], func(a, b passage) int { return c.order[a.revision] - c.order[b.revision] })
	}
}

// entities are all annotations that have a passage into a revision.
func (c *carriage) entities(revision data.ID) map[data.ID]bool {
	out := map[data.ID]bool{}
	for _, list := range c.batches[revision] {
		noteEntities(out, list)
	}
	for l, x := range c.puts {
		if l.revision == revision {
			out[l.entity] = true
			for _, id := range x.With {
				out[id] = true
			}
		}
	}
	return out
}

func noteEntities(into map[data.ID]bool, list []passage) {
	for _, p := range list {
		into[p.Entity] = true
		for _, id := range p.With {
			into[id] = true
		}
	}
}

// loadCarriage reads the passages into a revision that has come (back), or drops
// those into one that has gone, and puts what they concern where it belongs.
func (d *Desk) loadCarriage(revision data.ID) error {
	c := &d.carriage
	touched := c.entities(revision)
	delete(c.batches, revision)
	delete(c.exact, revision)
	ofIt := func(l leg) bool { return l.revision == revision }
	maps.DeleteFunc(c.puts, func(l leg, _ put) bool { return ofIt(l) })
	maps.DeleteFunc(c.choices, func(l leg, _ choice) bool { return ofIt(l) })
	clear(c.order)
	for i, r := range d.revisions {
		c.order[r.ID] = i + 1
	}
	if c.order[revision] > 0 {
		for _, kind := range []string{kindCarry, kindCarried} {
			err := d.store.Records(kind, revision, func(rec change.Record) error {
				_, err := c.take(rec)
				return err
			})
			if err != nil {
				return err
			}
		}
		for id := range c.entities(revision) {
			touched[id] = true
		}
	}
	d.resettle(touched)
	return nil
}

// foldCarriage takes one record of a passage into the state.
func (d *Desk) foldCarriage(rec change.Record) error {
	touched, err := d.carriage.take(rec)
	d.resettle(touched)
	return err
}

// take keeps what a record says; touched are the annotations that it concerns or
// concerned before.
func (c *carriage) take(rec change.Record) (touched map[data.ID]bool, err error) {
	touched = map[data.ID]bool{}
	if c.order[rec.Scope] == 0 {
		return touched, nil // of a revision that is not there
	}
	if rec.Kind == kindCarry && rec.Entity == rec.Scope {
		exact := map[data.ID]int{}
		_, err := field(rec, fieldExact, &exact)
		c.exact[rec.Scope] = exact
		return touched, err
	}
	if rec.Kind == kindCarry {
		batch := c.batches[rec.Scope]
		if batch == nil {
			batch = map[data.ID][]passage{}
			c.batches[rec.Scope] = batch
		}
		noteEntities(touched, batch[rec.Entity])
		var list []passage
		if _, err := field(rec, fieldBody, &list); err != nil {
			return touched, err
		}
		batch[rec.Entity] = list
		noteEntities(touched, list)
		return touched, nil
	}
	touched[rec.Entity] = true
	for name := range rec.Fields {
		prefix, from, ok := cutFrom(name)
		if !ok {
			continue
		}
		l := leg{rec.Scope, rec.Entity, from}
		switch prefix {
		case fieldChoice:
			err = foldInto(rec, name, c.choices, l)
		case fieldPut:
			for _, id := range c.puts[l].With {
				touched[id] = true
			}
			err = foldInto(rec, name, c.puts, l)
			for _, id := range c.puts[l].With {
				touched[id] = true
			}
		}
		if err != nil {
			return touched, err
		}
	}
	return touched, nil
}

func foldInto[T any](rec change.Record, name string, into map[leg]T, l leg) error {
	var it T
	ok, err := field(rec, name, &it)
	if ok {
		into[l] = it
	} else {
		delete(into, l)
	}
	return err
}

// cutFrom splits the name of a field of a carried annotation.
func cutFrom(name string) (prefix string, from data.ID, ok bool) {
	for _, prefix := range []string{fieldChoice, fieldPut} {
		if len(name) > len(prefix) && name[:len(prefix)+1] == prefix+"/" {
			from, err := data.ParseID(name[len(prefix)+1:])
			return prefix, from, err == nil
		}
	}
	return "", from, false
}

// resettle puts annotations where they belong now.
func (d *Desk) resettle(entities map[data.ID]bool) {
	d.carriage.gather(entities)
	for id := range entities {
		moved := d.carriage.moved(id)
		d.comments.again(id, moved)
		d.instructions.again(id, moved)
		d.decisions.again(id, moved)
		d.proposals.again(id, moved)
		d.steps.again(id, moved)
		d.liveWith.again(id, moved)
		d.positions.again(id, moved)
		if d.views.all[id] != nil {
			d.views.again(id, moved)
			d.viewCount++
		}
	}
}

// forgetPuts takes back where an annotation was put by hand in a revision: what is
// written now says itself where it is.
func (d *Desk) forgetPuts(revision, entity data.ID) []change.Write {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var out []change.Write
	for l := range d.carriage.puts {
		if l.revision == revision && l.entity == entity {
			out = append(out, tombstone(kindCarried, revision, entity, fieldPut+"/"+l.from.String()))
		}
	}
	return out
}

// arrived are the annotations that came to a provision from another one.
func (c *carriage) arrived(provision data.ID) []data.ID {
	var out []data.ID
	for id, list := range c.of {
		if slices.ContainsFunc(list, func(p passage) bool { return p.To == provision && p.from != provision }) {
			out = append(out, id)
		}
	}
	return out
}
