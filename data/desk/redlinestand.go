package desk

import (
	"slices"
	"sync"

	"travaux/data"
)

// standing remembers what crosses what. A red line, a position and a proposal are
// kept as they are until they are replaced, so what was found of them holds as
// long as the text does.
type watching struct {
	mu      sync.Mutex
	text    *Text
	version int
	list    []data.Crossing
	found   map[watchedPair][]data.Crossing
}

// watchedPair is a red line and what may cross it: nil for the text.
type watchedPair struct {
	line *kept[data.RedLine]
	by   any
}

// watchable is what may cross red lines, as it is at one moment.
type watchable struct {
	version   int
	lines     []*kept[data.RedLine]
	positions []*kept[held]
	proposals []*kept[data.Proposal]
}

func (d *Desk) watchable() watchable {
	d.mu.RLock()
	defer d.mu.RUnlock()
	w := watchable{version: d.version, lines: d.keptRedLines()}
	if len(w.lines) == 0 {
		return w
	}
	for _, k := range d.positions.all {
		if !k.beside {
			w.positions = append(w.positions, k)
		}
	}
	for _, k := range d.proposals.all {
		if !k.it.Withdrawn && !k.beside {
			w.proposals = append(w.proposals, k)
		}
	}
	slices.SortFunc(w.positions, func(a, b *kept[held]) int { return slices.Compare(a.id[:], b.id[:]) })
	slices.SortFunc(w.proposals, func(a, b *kept[data.Proposal]) int { return slices.Compare(a.id[:], b.id[:]) })
	return w
}

// allCrossings is Crossings whoever asks; it is shared. Only what changed since it
// was asked for last is looked at again.
func (d *Desk) allCrossings() []data.Crossing {
	w := d.watchable()
	t, err := d.Current()
	if err != nil || len(w.lines) == 0 {
		return nil
	}
	m := &d.watching
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.text == t && m.version == w.version && m.found != nil {
		return m.list
	}
	before := m.found
	if m.text != t {
		before = nil
	}
	m.text, m.version, m.list, m.found = t, w.version, nil, map[watchedPair][]data.Crossing{}
	for _, k := range w.lines {
		m.watch(d, k, w, before)
	}
	sortCrossings(m.list, t)
	return m.list
}

// watch finds what crosses one red line.
func (m *watching) watch(d *Desk, k *kept[data.RedLine], w watchable, before map[watchedPair][]data.Crossing) {
	var l *lookout
	look := func(by any, find func() []data.Crossing) {
		pair := watchedPair{k, by}
		found, known := before[pair]
		if !known {
			if l == nil {
				l = d.lookout(k.it)
			}
			found = find()
		}
		m.found[pair] = found
		m.list = append(m.list, found...)
	}
	look(nil, func() []data.Crossing { return l.text(m.text) })
	for _, p := range w.positions {
		if i, ok := m.text.byID[p.it.Provision]; ok {
			look(p, func() []data.Crossing { return l.position(m.text, i, p.it.Position) })
		}
	}
	for _, p := range w.proposals {
		if i, ok := m.text.byID[p.it.Provision]; ok {
			look(p, func() []data.Crossing { return l.proposal(m.text, i, p.it, d.amends(p.it, data.ProposalAdd)) })
		}
	}
}

// WordingCrosses says where a wording of ours for a provision would cross red
// lines; none for a role that cannot read instructions. It is quick enough to be
// asked with every key.
func (d *Desk) WordingCrosses(provision data.ID, lang data.Lang, wording string) (out []data.Crossing) {
	t, err := d.Current()
	if err != nil || wording == "" {
		return nil
	}
	i, ok := t.byID[provision]
	if !ok {
		return nil
	}
	for _, k := range d.kept() {
		out = append(out, d.lookout(k.it).wording(t, i, lang, wording, data.ByWording)...)
	}
	sortCrossings(out, t)
	return out
}

// ProposalCrosses says where a proposal would cross red lines if it were taken
// over, whether it is recorded or only being taken down; none for a role that
// cannot read instructions.
func (d *Desk) ProposalCrosses(p data.Proposal) (out []data.Crossing) {
	t, err := d.Current()
	if err != nil {
		return nil
	}
	i, ok := t.byID[p.Provision]
	if !ok {
		return nil
	}
	added := d.amends(p, data.ProposalAdd)
	for _, k := range d.kept() {
		out = append(out, d.lookout(k.it).proposal(t, i, p, added)...)
	}
	sortCrossings(out, t)
	return out
}
