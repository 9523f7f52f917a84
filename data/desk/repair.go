package desk

import (
	"context"
	"slices"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/redline/align"
)

// fieldIdentity of a provision record is its permanent identity, where pairing
// anew gave it another one than the record has.
const fieldIdentity = "identity"

// identity is the body of that field.
type identity struct {
	ID  data.ID `cbor:"1,keyasint"`
	Old bool    `cbor:"2,keyasint,omitempty"` // the record's own is that of a provision that it does not continue
}

// Repair says that some provisions of the current revision continue some of the
// revision before it, whatever the program found; with one side empty, that they
// continue nothing or are not continued. Nobody else's pairs change; what they
// were paired with before is aligned anew among itself.
//
// The identity of the provisions follows: what continues an old provision has its
// identity from now on, and is still found under the one it had. What came from
// the earlier revision is carried over anew; what was made on the new text since
// stays on its words.
//
// Codes: CodeNotCurrent for a revision that is not the current one or has no
// pairs, CodeNotFound for provisions that are not in these revisions, CodeEmpty
// for none at all.
func (d *Desk) Repair(ctx context.Context, revision data.ID, old, new []data.ID) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	pairs := d.Pairings(revision)
	if revision != d.currentRevision() || len(pairs) == 0 {
		return data.E(CodeNotCurrent)
	}
	before, err := d.Text(pairs[0].Earlier)
	if err != nil {
		return err
	}
	text, err := d.Text(revision)
	if err != nil {
		return err
	}
	r := &repair{by: d.Me().ID, before: before, text: text, old: inText(before, old), new: inText(text, new)}
	switch {
	case len(r.old) != len(old) || len(r.new) != len(new):
		return data.E(data.CodeNotFound, "what", "provision")
	case len(old) == 0 && len(new) == 0:
		return data.E(CodeEmpty)
	}
	r.settle(pairs)
	r.rename()
	writes := r.writes()
	carried, err := d.carryAgain(revision, append(slices.Clone(r.kept), r.made...), r.made, r.renamed)
	if err != nil {
		return err
	}
	return d.acted(ctx, "act.pairing.repair", nil, append(writes, carried...))
}

// inText are those of the provisions that are in a text, in document order, each
// once and under its permanent identity.
func inText(t *Text, ids []data.ID) []data.ID {
	var at []int
	for _, id := range ids {
		if i, ok := t.byID[id]; ok && !slices.Contains(at, i) {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	var out []data.ID
	for _, i := range at {
		out = append(out, t.Provisions[i].ID)
	}
	return out
}

// repair is pairing anew in the making.
type repair struct {
	by           data.ID
	before, text *Text
	old, new     []data.ID // that belong together

	kept    []data.Pairing // pairs that stay as they are
	undone  []data.Pairing // pairs that do not
	made    []data.Pairing // what comes in their stead
	renamed map[data.ID]data.ID
}

// settle finds the pairs that are concerned and what comes in their stead.
func (r *repair) settle(pairs []data.Pairing) {
	for _, p := range pairs {
		if share(p.Old, r.old) || share(p.New, r.new) {
			r.undone = append(r.undone, p)
		} else {
			r.kept = append(r.kept, p)
		}
	}
	said := data.Pairing{Old: r.old, New: r.new}
	lang := common(r.before.Provisions, r.text.Provisions)
	if len(lang) == 0 {
		lang = data.Langs
	}
	a, oldIDs := paragraphs(r.before.Provisions, lang[0], nil)
	b, newIDs := paragraphs(r.text.Provisions, lang[0], nil)
	o, _ := fixed(append(slices.Clone(r.kept), said), oldIDs, newIDs)
	keptOld, keptNew := map[data.ID]bool{}, map[data.ID]bool{}
	for _, p := range r.kept {
		mark(keptOld, p.Old)
		mark(keptNew, p.New)
	}
	isSaid := func(p data.Pairing) bool { return share(p.Old, r.old) || share(p.New, r.new) }
	told := false
	for _, p := range align.Align(a, b, o) {
		x := pairingOf(p)
		x.Old, x.New = those(p.Old, oldIDs, map[data.ID]bool{}), those(p.New, newIDs, map[data.ID]bool{})
		switch {
		case len(x.Old) > 0 && keptOld[x.Old[0]], len(x.New) > 0 && keptNew[x.New[0]]:
			continue
		case isSaid(x) && len(r.old) > 0 && len(r.new) > 0:
			x.Old, x.New, told = r.old, r.new, true
		}
		r.add(x, isSaid(x))
	}
	if !told && len(r.old) > 0 && len(r.new) > 0 {
		r.add(data.Pairing{Kind: data.PairChanged, Old: r.old, New: r.new, Reason: "pair.reason." + string(align.Settled)}, true)
	}
	r.rest(keptOld, keptNew)
}

// add makes a pair; said: by a person.
func (r *repair) add(p data.Pairing, said bool) {
	p.Revision, p.Earlier = r.text.Revision.ID, r.before.Revision.ID
	if said {
		p.Reason, p.Confirmed, p.Doubtful, p.By = "pair.reason."+string(align.Settled), true, false, r.by
	}
	r.made = append(r.made, p)
}

// rest makes pairs of one side out of what is in none yet: it is not there in
// the language in which the pairs were found.
func (r *repair) rest(keptOld, keptNew map[data.ID]bool) {
	for _, p := range r.made {
		mark(keptOld, p.Old)
		mark(keptNew, p.New)
	}
	for _, p := range r.undone {
		for _, id := range p.Old {
			if !keptOld[id] {
				r.add(data.Pairing{Kind: data.PairGone, Old: []data.ID{id}, Reason: "pair.reason." + string(align.Alone)}, slices.Contains(r.old, id))
			}
		}
		for _, id := range p.New {
			if !keptNew[id] {
				r.add(data.Pairing{Kind: data.PairNew, New: []data.ID{id}, Reason: "pair.reason." + string(align.Alone)}, slices.Contains(r.new, id))
			}
		}
	}
}

func mark(set map[data.ID]bool, ids []data.ID) {
	for _, id := range ids {
		set[id] = true
	}
}

func share(a, b []data.ID) bool {
	return slices.ContainsFunc(a, func(id data.ID) bool { return slices.Contains(b, id) })
}

// rename gives the provisions the identity of what they continue now. One that
// goes under the identity of what it does not continue any more gets its own
// back, or a new one.
func (r *repair) rename() {
	r.renamed = map[data.ID]data.ID{}
	wanted := identities(r.made, r.before.Provisions, r.text.Provisions)
	taken := map[data.ID]bool{}
	for i := range r.text.Provisions {
		taken[r.text.Provisions[i].ID] = true
	}
	for _, p := range r.made {
		for i, id := range p.New {
			to, continues := wanted[id]
			if _, old := r.before.byID[id]; !continues && old {
				if to = r.text.records[r.text.byID[id]]; taken[to] || r.isOld(to) {
					to = data.NewID()
				}
			} else if !continues {
				to = id
			}
			if to != id {
				r.renamed[id] = to
			}
			p.New[i] = to
		}
	}
}

func (r *repair) isOld(id data.ID) bool {
	_, old := r.before.byID[id]
	return old
}

// writes exchange the pairs and the identities.
func (r *repair) writes() []change.Write {
	revision := r.text.Revision.ID
	var out []change.Write
	for _, p := range r.undone {
		out = append(out,
			set(kindPairing, revision, p.ID, fieldAbout, sides(p)),
			tombstone(kindPairing, revision, p.ID, fieldBody))
	}
	for i := range r.made {
		p := &r.made[i]
		p.ID = data.NewID()
		out = append(out, set(kindPairing, revision, p.ID, fieldAbout, sides(*p)), pairingWrite(*p))
	}
	for id, to := range r.renamed {
		record := r.text.records[r.text.byID[id]]
		if to == record {
			out = append(out, tombstone(kindProvision, revision, record, fieldIdentity))
		} else {
			out = append(out, set(kindProvision, revision, record, fieldIdentity, identity{ID: to, Old: r.isOld(record)}))
		}
	}
	return out
}
