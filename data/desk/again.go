package desk

import (
	"bytes"
	"maps"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// carryAgain carries over anew what was on the earlier side of some pairs, now
// that these are known better. pairs are all pairs of the revision; renamed are
// the provisions of it that go under another identity from now on.
func (d *Desk) carryAgain(revision data.ID, pairs, concerned []data.Pairing, renamed map[data.ID]data.ID) ([]change.Write, error) {
	if len(pairs) == 0 {
		return nil, nil
	}
	before, err := d.Text(pairs[0].Earlier)
	if err != nil {
		return nil, err
	}
	text, err := d.Text(revision)
	if err != nil {
		return nil, err
	}
	now := slices.Clone(text.Provisions)
	for i := range now {
		if id, ok := renamed[now[i].ID]; ok {
			now[i].ID = id
		}
	}
	x := newCrossing(before, now, revision, pairs)
	var from []data.ID
	for _, p := range concerned {
		from = append(from, p.Old...)
	}
	return d.recarry(x, from, renamed), nil
}

// recarry is what changes if what was on some provisions of the earlier revision
// is carried over anew.
func (d *Desk) recarry(x *crossing, from []data.ID, renamed map[data.ID]data.ID) []change.Write {
	d.mu.Lock()
	defer d.mu.Unlock()
	c := &d.carriage
	x.order = c.order[x.revision]
	var writes []change.Write
	if len(renamed) > 0 {
		writes = d.makeRoom(x, from, renamed)
	}

	// For a moment everything is where it was in the revision before.
	back := map[data.ID]bool{}
	for _, id := range from {
		noteEntities(back, c.batches[x.revision][id])
		for l, put := range c.puts {
			if l.revision == x.revision && l.from == id {
				back[l.entity] = true
				for _, with := range put.With {
					back[with] = true
				}
			}
		}
	}
	c.until = x.order
	d.resettle(back)
	threads := map[data.ID]data.ID{} // where each goes
	exact := maps.Clone(c.exact[x.revision])
	for _, id := range from {
		list, same := d.carryFrom(x, id)
		for _, k := range d.comments.by[id] {
			threads[k.id] = id
		}
		for _, p := range list {
			threads[p.Entity] = p.To
		}
		if exact[id] = same; same == 0 {
			delete(exact, id)
		}
		if body := change.Marshal(list); !bytes.Equal(body, change.Marshal(c.batches[x.revision][id])) && len(list)+len(c.batches[x.revision][id]) > 0 {
			writes = append(writes, set(kindCarry, x.revision, id, fieldBody, list))
		}
	}
	c.until = 0
	d.resettle(back)
	writes = append(writes, d.answersFollow(x, threads)...)
	if !maps.Equal(exact, c.exact[x.revision]) {
		writes = append(writes, set(kindCarry, x.revision, x.revision, fieldExact, exact))
	}
	return writes
}

// answersFollow takes the answers that were given on the new text along with
// their thread.
func (d *Desk) answersFollow(x *crossing, threads map[data.ID]data.ID) []change.Write {
	var writes []change.Write
	for id, k := range d.comments.all {
		to, moves := threads[k.it.Parent]
		if !moves || to.IsZero() || to == k.it.Provision || d.carriage.order[k.it.Revision] != x.order {
			continue
		}
		writes = append(writes, putWrite(leg{x.revision, id, d.cameFrom(x.revision, id)}, put{Kind: data.AnnotationComment, To: to, Time: now()}))
	}
	return writes
}

// makeRoom keeps what was made on the new text itself on its provision, when that
// goes under another identity, and forgets what was decided about what is now
// carried over anew. A position made on the new text waits beside one that is
// carried there.
func (d *Desk) makeRoom(x *crossing, from []data.ID, renamed map[data.ID]data.ID) []change.Write {
	c := &d.carriage
	var writes []change.Write
	for l := range c.choices {
		if l.revision == x.revision && slices.Contains(from, l.from) {
			writes = append(writes, tombstone(kindCarried, l.revision, l.entity, fieldChoice+"/"+l.from.String()))
		}
	}
	moved := map[leg]bool{}
	move := func(l leg, p put) {
		if !moved[l] {
			moved[l] = true
			writes = append(writes, putWrite(l, p))
		}
	}
	carried := map[data.ID]bool{} // where a position comes from the earlier revision
	for _, id := range from {
		for _, k := range d.positions.by[id] {
			if d.earlier(x, k.it.home) {
				carried[x.now(id)] = true
			}
		}
	}
	for l, p := range c.puts {
		if to, ok := renamed[p.To]; ok && l.revision == x.revision {
			p.To, p.Aside = to, p.Aside || p.Kind == data.AnnotationPosition && carried[to]
			move(l, p)
		}
	}
	for was, is := range renamed {
		here := func(kind data.AnnotationKind, entity, home, raw data.ID, p put) {
			if c.order[home] == x.order {
				p.Kind, p.To, p.Time = kind, is, now()
				move(leg{x.revision, entity, raw}, p)
			}
		}
		for _, k := range d.comments.by[was] {
			raw := k.recorded()
			if first := d.comments.all[raw.Parent]; first != nil && d.earlier(x, first.it.Revision) {
				continue // it follows its thread
			}
			here(data.AnnotationComment, k.id, raw.Revision, raw.Provision, put{Anchor: k.it.Anchor})
		}
		for _, k := range d.instructions.by[was] {
			here(data.AnnotationInstruction, k.id, k.it.Revision, was, put{})
		}
		for _, k := range d.proposals.by[was] {
			raw := k.recorded()
			here(data.AnnotationProposal, k.id, raw.Revision, raw.Provision, put{})
		}
		for _, k := range d.liveWith.by[was] {
			raw := k.recorded()
			here(data.AnnotationLiveWith, k.id, raw.Revision, raw.Provision, put{})
		}
		for _, k := range d.views.by[was] {
			raw := k.recorded()
			here(data.AnnotationView, k.id, raw.Revision, raw.Provision, put{})
		}
		for _, k := range d.steps.by[was] {
			raw := k.recorded()
			here(data.AnnotationTextState, k.id, raw.Revision, raw.Provision, put{})
		}
		for _, k := range d.positions.by[was] {
			var with []data.ID
			for _, x := range d.decisions.by[was] {
				with = append(with, x.id)
			}
			here(data.AnnotationPosition, k.id, k.it.home, k.id, put{With: with, Aside: carried[is]})
		}
	}
	return writes
}

// carryLanguages adds to the writes that join a language to the current revision
// those that carry over anew, now that its words are known. Joined to an earlier
// revision, a language moves nothing: annotations are on later ones already.
// What stood in that language only stays an orphan until a person places it: its
// continuation has an identity of its own by then.
func (d *Desk) carryLanguages(m *merge, joined []change.Write) ([]change.Write, error) {
	if m.revision.ID != d.currentRevision() {
		return joined, nil
	}
	pairs := d.Pairings(m.revision.ID)
	if len(pairs) == 0 {
		return joined, nil
	}
	before, err := d.Text(pairs[0].Earlier)
	if err != nil {
		return nil, err
	}
	text, err := d.Text(m.revision.ID)
	if err != nil {
		return nil, err
	}
	now := slices.Clone(text.Provisions)
	at := make(map[data.ID]int, len(now))
	for i, p := range now {
		at[p.ID] = i
	}
	langs := map[data.Lang]bool{}
	for _, p := range m.places {
		for lang, r := range p.added {
			langs[lang] = true
			if i, ok := at[p.id]; ok {
				now[i].Text = maps.Clone(now[i].Text)
				now[i].Text[lang] = r
			}
		}
	}
	var from []data.ID
	for _, p := range before.Provisions {
		for lang := range p.Text {
			if langs[lang] {
				from = append(from, p.ID)
				break
			}
		}
	}
	return append(joined, d.recarry(newCrossing(before, now, m.revision.ID, pairs), from, nil)...), nil
}
