package desk

import (
	"slices"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/redline/align"
)

// continues gives the provisions of a fresh revision the identity of what they
// continue, and returns the writes that keep the pairs and carry the annotations
// over. Nothing is carried into a revision that is older than the current one.
func (d *Desk) continues(m *merge) ([]change.Write, error) {
	if m.revision.Kind == data.RevisionBeside {
		return nil, nil
	}
	before := m.earlier
	if before == nil && !m.latest { // older than all: identity runs backwards
		first, err := d.Text(d.Revisions()[0].ID)
		if err != nil {
			return nil, err
		}
		before = first
	}
	if before == nil {
		return nil, nil
	}
	fresh := m.provisions()
	found := pairUp(before.Provisions, fresh)
	given := identities(found, before.Provisions, fresh)
	m.rename(given)
	if m.earlier == nil {
		return nil, nil
	}
	for i := range found {
		found[i].Revision, found[i].Earlier = m.revision.ID, before.Revision.ID
		for j, id := range found[i].New {
			if old, ok := given[id]; ok {
				found[i].New[j] = old
			}
		}
	}
	var writes []change.Write
	for _, p := range found {
		writes = append(writes, pairingWrite(p))
	}
	if m.latest {
		whole, err := d.all() // also what the member who imports may not read is carried
		if err != nil {
			return nil, err
		}
		writes = append(writes, whole.carryAll(newCrossing(before, m.provisions(), m.revision.ID, found))...)
	}
	return writes, nil
}

// provisions are the provisions of a fresh revision, in document order.
func (m *merge) provisions() []data.Provision {
	out := make([]data.Provision, len(m.places))
	for i, p := range m.places {
		out[i] = data.Provision{
			ID: p.id, Revision: m.revision.ID, Parent: p.at.Parent, Kind: p.at.Kind, Path: p.at.Path,
			Order: i, Depth: p.at.Depth, Text: p.added,
		}
	}
	return out
}

// rename gives provisions other identities.
func (m *merge) rename(given map[data.ID]data.ID) {
	for _, p := range m.places {
		if id, ok := given[p.id]; ok {
			p.id = id
		}
		if id, ok := given[p.at.Parent]; ok {
			p.at.Parent = id
		}
	}
}

// pairUp pairs the provisions of two revisions, in document order of the new
// one. They are compared in the language in which most of them are there in both;
// those that are not there in it, in the next. Revisions without a common
// language can only be paired by their numbers: that is always doubtful.
func pairUp(old, new []data.Provision) []data.Pairing {
	langs := common(old, new)
	if len(langs) == 0 {
		return samePlaces(old, new)
	}
	var out []data.Pairing
	oldDone, newDone := map[data.ID]bool{}, map[data.ID]bool{}
	for _, lang := range langs {
		a, oldIDs := paragraphs(old, lang, oldDone)
		b, newIDs := paragraphs(new, lang, newDone)
		if len(a) == 0 && len(b) == 0 {
			continue
		}
		for _, p := range align.Align(a, b, align.Options{}) {
			x := pairingOf(p)
			x.Old, x.New = those(p.Old, oldIDs, oldDone), those(p.New, newIDs, newDone)
			out = append(out, x)
		}
	}
	out = append(out, alone(old, oldDone, data.PairGone)...)
	out = append(out, alone(new, newDone, data.PairNew)...)
	return out
}

func pairingOf(p align.Pair) data.Pairing {
	return data.Pairing{Kind: p.Kind, Score: p.Score, Reason: "pair.reason." + string(p.Reason), Doubtful: p.Doubtful}
}

// those are the provisions of some paragraphs; they are done.
func those(at []int, ids []data.ID, done map[data.ID]bool) []data.ID {
	var out []data.ID
	for _, i := range at {
		out = append(out, ids[i])
		done[ids[i]] = true
	}
	return out
}

// alone are pairs of one side, of the provisions that are in none.
func alone(list []data.Provision, done map[data.ID]bool, kind data.PairKind) []data.Pairing {
	var out []data.Pairing
	for _, p := range list {
		if done[p.ID] {
			continue
		}
		x := data.Pairing{Kind: kind, Reason: "pair.reason." + string(align.Alone)}
		if kind == data.PairGone {
			x.Old = []data.ID{p.ID}
		} else {
			x.New = []data.ID{p.ID}
		}
		out = append(out, x)
	}
	return out
}

// common are the languages in which provisions of both sides are, that with most
// of them first.
func common(old, new []data.Provision) []data.Lang {
	count := func(list []data.Provision, lang data.Lang) int {
		n := 0
		for _, p := range list {
			if _, ok := p.Text[lang]; ok {
				n++
			}
		}
		return n
	}
	weight := map[data.Lang]int{}
	var out []data.Lang
	for _, lang := range data.Langs {
		if a, b := count(old, lang), count(new, lang); a > 0 && b > 0 {
			weight[lang] = min(a, b)
			out = append(out, lang)
		}
	}
	slices.SortStableFunc(out, func(a, b data.Lang) int { return weight[b] - weight[a] })
	return out
}

// paragraphs are the provisions that are there in a language and not left out,
// and the identity of each.
func paragraphs(list []data.Provision, lang data.Lang, leftOut map[data.ID]bool) (out []align.Paragraph, ids []data.ID) {
	at := make(map[data.ID]int, len(list))
	for i := range list {
		p := &list[i]
		r, ok := p.Text[lang]
		if !ok || leftOut[p.ID] {
			continue
		}
		parent, known := at[p.Parent]
		if !known {
			parent = -1
		}
		at[p.ID] = len(out)
		out = append(out, align.Paragraph{Kind: p.Kind, Label: r.Label, Heading: r.Heading, Text: r.Text, Parent: parent})
		ids = append(ids, p.ID)
	}
	return out, ids
}

// samePlaces pairs what stands at the same path.
func samePlaces(old, new []data.Provision) []data.Pairing {
	at := map[string]data.Provision{}
	for _, p := range old {
		at[p.Path] = p
	}
	var out []data.Pairing
	oldDone, newDone := map[data.ID]bool{}, map[data.ID]bool{}
	for _, p := range new {
		if o, ok := at[p.Path]; ok && o.Kind == p.Kind {
			oldDone[o.ID], newDone[p.ID] = true, true
			out = append(out, data.Pairing{
				Kind: data.PairChanged, Old: []data.ID{o.ID}, New: []data.ID{p.ID},
				Reason: "pair.reason." + string(align.Place), Doubtful: true,
			})
		}
	}
	out = append(out, alone(old, oldDone, data.PairGone)...)
	return append(out, alone(new, newDone, data.PairNew)...)
}

// identities says which provisions of the new side go on under the identity of
// one of the old side: of a pair, the two that share most words; of what is left
// of both sides, again the two that share most.
func identities(pairs []data.Pairing, old, new []data.Provision) map[data.ID]data.ID {
	olds, news := byIdentity(old), byIdentity(new)
	out := map[data.ID]data.ID{}
	for _, p := range pairs {
		before, after := slices.Clone(p.Old), slices.Clone(p.New)
		for len(before) > 0 && len(after) > 0 {
			i, j := closest(before, after, olds, news)
			out[after[j]] = before[i]
			before, after = slices.Delete(before, i, i+1), slices.Delete(after, j, j+1)
		}
	}
	return out
}

func byIdentity(list []data.Provision) map[data.ID]*data.Provision {
	out := make(map[data.ID]*data.Provision, len(list))
	for i := range list {
		out[list[i].ID] = &list[i]
	}
	return out
}

// closest are the two provisions that share most words; the first ones of those
// that share as many.
func closest(old, new []data.ID, olds, news map[data.ID]*data.Provision) (i, j int) {
	if len(old) == 1 && len(new) == 1 {
		return 0, 0
	}
	most := -1
	for a, o := range old {
		for b, n := range new {
			if s := sharedWords(olds[o], news[n]); s > most {
				most, i, j = s, a, b
			}
		}
	}
	return i, j
}

// sharedWords counts the words that two provisions have in common, in the
// language in which they have most.
func sharedWords(a, b *data.Provision) int {
	most := 0
	for lang, r := range a.Text {
		other, ok := b.Text[lang]
		if !ok {
			continue
		}
		n := 0
		theirs := wordBag(other.Heading + " " + other.Text)
		for w, count := range wordBag(r.Heading + " " + r.Text) {
			n += min(count, theirs[w])
		}
		most = max(most, n)
	}
	return most
}
