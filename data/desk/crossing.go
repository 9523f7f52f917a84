package desk

import (
	"cmp"
	"math"
	"slices"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/redline/carry"
)

// crossing carries annotations from one revision into the next.
type crossing struct {
	before, revision data.ID
	order            int // of the later one; MaxInt if it is only being imported
	provisions       []data.Provision
	olds, news       map[data.ID]*data.Provision
	of               map[data.ID]*data.Pairing // by provision of the earlier side
	movers           map[data.ID]*carry.Mover
	taken            map[data.AnnotationKind]map[data.ID]bool // where something came from elsewhere
}

func newCrossing(before *Text, now []data.Provision, revision data.ID, pairs []data.Pairing) *crossing {
	x := &crossing{
		before: before.Revision.ID, revision: revision, order: math.MaxInt, provisions: before.Provisions,
		olds: byIdentity(before.Provisions), news: byIdentity(now), of: map[data.ID]*data.Pairing{},
		movers: map[data.ID]*carry.Mover{}, taken: map[data.AnnotationKind]map[data.ID]bool{},
	}
	for i := range pairs {
		for _, id := range pairs[i].Old {
			x.of[id] = &pairs[i]
		}
	}
	return x
}

// mover places what is on a provision of the earlier revision.
func (x *crossing) mover(from data.ID) *carry.Mover {
	if m := x.movers[from]; m != nil {
		return m
	}
	m := carry.Move{Kind: data.PairGone}
	if old := x.olds[from]; old != nil {
		m.Old = *old
	}
	if p := x.of[from]; p != nil {
		m.Kind, m.Score, m.Doubtful = p.Kind, p.Score, p.Doubtful
		if len(p.Old) > 1 && len(p.New) == 1 {
			m.Kind = data.PairMerged
		}
		for _, id := range p.New {
			if n := x.news[id]; n != nil {
				if id == from {
					m.Main = len(m.New)
				}
				m.New = append(m.New, *n)
			}
		}
	}
	x.movers[from] = carry.New(m)
	return x.movers[from]
}

// now is what a provision goes on as; zero if it is gone.
func (x *crossing) now(from data.ID) data.ID {
	if m := x.mover(from); len(m.New) > 0 {
		return m.New[m.Main].ID
	}
	return data.ID{}
}

// occupied reports whether what of a kind comes to a provision from another one
// finds something of its kind there, and takes the place if not.
func (x *crossing) occupied(kind data.AnnotationKind, from, to data.ID, there bool) bool {
	if from == to || to.IsZero() {
		return false
	}
	if there && (x.olds[to] == nil || x.now(to) == to) || x.taken[kind][to] {
		return true
	}
	if x.taken[kind] == nil {
		x.taken[kind] = map[data.ID]bool{}
	}
	x.taken[kind][to] = true
	return false
}

// carryAll carries over what is on all provisions.
func (d *Desk) carryAll(x *crossing) []change.Write {
	d.mu.RLock()
	defer d.mu.RUnlock()
	exact := map[data.ID]int{}
	var writes []change.Write
	for i := range x.provisions {
		from := x.provisions[i].ID
		list, same := d.carryFrom(x, from)
		if same > 0 {
			exact[from] = same
		}
		if len(list) > 0 {
			writes = append(writes, set(kindCarry, x.revision, from, fieldBody, list))
		}
	}
	return append(writes, set(kindCarry, x.revision, x.revision, fieldExact, exact))
}

// carryFrom carries over what is on one provision of the earlier revision. What
// is about the same words at the same place as before has no passage and is only
// counted.
func (d *Desk) carryFrom(x *crossing, from data.ID) (list []passage, exact int) {
	add := func(p passage, was data.Anchor) {
		d.stillWaiting(x, &p)
		inPlace := p.Outcome == data.CarryExact && p.To == from && p.Anchor.Start == was.Start && p.Anchor.End == was.End && p.Target.IsZero()
		if p.Outcome == data.CarryExact && !p.Hidden {
			exact++
		}
		if !inPlace {
			list = append(list, p)
		}
	}
	for _, carry := range []func(*crossing, data.ID, func(passage, data.Anchor)){
		d.carryInstructions, d.carryPositions, d.carryProposals, d.carryLiveWith, d.carryViews, d.carryComments, d.carrySteps,
	} {
		carry(x, from, add)
	}
	return list, exact
}

// stillWaiting keeps in the queue what a person has not decided since the last
// revision, even if nothing changed since.
func (d *Desk) stillWaiting(x *crossing, p *passage) {
	for _, q := range d.carriage.of[p.Entity] {
		if q.revision != x.before || q.byHand || q.Outcome != data.CarryPerson {
			continue
		}
		c := d.decided(leg{q.revision, q.Entity, q.from}, q)
		if c.Choice != data.ChoiceOpen && c.Choice != data.ChoiceEscalate {
			continue
		}
		p.Choice = c.Choice
		if p.Outcome == data.CarryExact || p.Outcome == data.CarryMoved {
			p.Outcome, p.Reason, p.Score = data.CarryPerson, q.Reason, min(p.Score, q.Score)
		}
	}
}

func passageTo(kind data.AnnotationKind, entity data.ID, at carry.Place) passage {
	return passage{
		Kind: kind, Entity: entity, To: at.To, Anchor: at.Anchor, Outcome: at.Outcome, Score: at.Score, Reason: at.Reason,
	}
}

// earlier reports whether something was made on a revision before the later one.
func (d *Desk) earlier(x *crossing, home data.ID) bool { return d.carriage.order[home] < x.order }

// carryComments carries threads: answers go with the remark they answer.
func (d *Desk) carryComments(x *crossing, from data.ID, add func(passage, data.Anchor)) {
	threads := map[data.ID][]*kept[data.Comment]{}
	var order []data.ID
	for _, k := range d.comments.by[from] {
		first := cmp.Or(k.it.Parent, k.it.ID)
		if threads[first] == nil {
			order = append(order, first)
		}
		threads[first] = append(threads[first], k)
	}
	for _, first := range order {
		list := threads[first]
		head := list[0]
		for _, k := range list {
			if k.id == first {
				head = k
			}
		}
		if !d.earlier(x, head.it.Revision) {
			continue
		}
		p := passageTo(data.AnnotationComment, head.id, x.mover(from).Remark(head.it.Anchor))
		for _, k := range list {
			if k != head {
				p.With = append(p.With, k.id)
			}
		}
		add(p, head.it.Anchor)
	}
}

func (d *Desk) carryInstructions(x *crossing, from data.ID, add func(passage, data.Anchor)) {
	for _, k := range d.instructions.by[from] {
		if d.earlier(x, k.it.Revision) {
			add(passageTo(data.AnnotationInstruction, k.id, x.mover(from).Holding()), data.Anchor{})
		}
	}
}

// carryPositions carries our position with the decisions on it. One that comes
// from another provision to where we have one already waits beside it.
func (d *Desk) carryPositions(x *crossing, from data.ID, add func(passage, data.Anchor)) {
	place := x.mover(from).Holding()
	decisions := func(lists map[data.ID][]*kept[data.Decision]) (ids []data.ID) {
		for _, k := range lists[from] {
			ids = append(ids, k.id)
		}
		return ids
	}
	with := decisions(d.decisions.by)
	for _, k := range d.positions.by[from] {
		if !d.earlier(x, k.it.home) {
			continue
		}
		p := passageTo(data.AnnotationPosition, k.id, place)
		p.With = with
		with = nil
		if x.occupied(p.Kind, from, p.To, d.holds(p.To)) {
			p.Aside, p.Outcome, p.Reason = true, data.CarryPerson, carry.Occupied
		}
		add(p, data.Anchor{})
	}
	if len(with) > 0 { // decisions on a position of which nothing is left
		p := passageTo(data.AnnotationPosition, from, place)
		p.With, p.Hidden = with, true
		p.Aside = !p.To.IsZero() && p.To != from
		add(p, data.Anchor{})
	}
	with = decisions(d.decisions.beside)
	for _, k := range d.positions.beside[from] {
		p := passageTo(data.AnnotationPosition, k.id, place)
		p.With, p.Aside = with, !p.To.IsZero()
		with = nil
		if p.Aside {
			p.Outcome, p.Reason = data.CarryPerson, carry.Occupied
		}
		add(p, data.Anchor{})
	}
}

func (d *Desk) carryProposals(x *crossing, from data.ID, add func(passage, data.Anchor)) {
	for _, k := range d.proposals.by[from] {
		if !d.earlier(x, k.it.Revision) {
			continue
		}
		var langs []data.Lang
		for _, lang := range data.Langs {
			if k.it.Wording[lang] != "" {
				langs = append(langs, lang)
			}
		}
		m := x.mover(from)
		place := m.Reporting(langs...)
		if k.it.Ours {
			place = m.Holding(langs...)
		}
		p := passageTo(data.AnnotationProposal, k.id, place)
		if target := k.it.Target; !target.IsZero() && x.olds[target] != nil {
			switch now := x.now(target); {
			case now.IsZero() && !p.To.IsZero():
				p.Outcome, p.Reason = data.CarryPerson, carry.TargetGone
			case now != target:
				p.Target = now
			}
		}
		add(p, data.Anchor{})
	}
}

func (d *Desk) carryLiveWith(x *crossing, from data.ID, add func(passage, data.Anchor)) {
	for _, k := range d.liveWith.by[from] {
		if d.earlier(x, k.it.Revision) {
			add(passageTo(data.AnnotationLiveWith, k.id, x.mover(from).Holding(k.it.Lang)), data.Anchor{})
		}
	}
}

// carrySteps carries what was entered of a text, as one: the latest step with
// those before it. What comes to a text of which something was entered itself
// waits beside it: of two states, one cannot stand for both.
func (d *Desk) carrySteps(x *crossing, from data.ID, add func(passage, data.Anchor)) {
	for _, list := range [][]*kept[data.TextStep]{d.steps.by[from], d.steps.beside[from]} {
		list = slices.DeleteFunc(slices.Clone(list), func(k *kept[data.TextStep]) bool { return !d.earlier(x, k.it.Revision) })
		if len(list) == 0 {
			continue
		}
		last := list[len(list)-1]
		p := passageTo(data.AnnotationTextState, last.id, x.mover(from).Reporting())
		for _, k := range list[:len(list)-1] {
			p.With = append(p.With, k.id)
		}
		if last.beside && !p.To.IsZero() || x.occupied(p.Kind, from, p.To, len(d.steps.by[p.To]) > 0) {
			p.Aside, p.Outcome, p.Reason = true, data.CarryPerson, carry.Occupied
		}
		add(p, data.Anchor{})
	}
}
