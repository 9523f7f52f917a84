package desk_test

import (
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"maps"
	"slices"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/desk"
)

// memory is a store of changes that two laptops can exchange at once, as bundles
// would carry them.
type memory struct {
	key     ed25519.PrivateKey
	link    change.Link
	clock   *change.Clock
	log     []change.Change
	known   map[[32]byte]bool
	records map[string]*change.Record
	order   []string
	blobs   map[[32]byte][]byte
	scratch map[string]string
}

func newMemory(t testing.TB, now func() time.Time) *memory {
	t.Helper()
	_, key, err := ed25519.GenerateKey(nil)
	must(t, err)
	return &memory{
		key: key, clock: change.NewClock(now), known: map[[32]byte]bool{}, records: map[string]*change.Record{},
		blobs: map[[32]byte][]byte{}, scratch: map[string]string{},
	}
}

func place(kind string, scope, entity data.ID) string {
	return kind + scope.String() + entity.String()
}

func (m *memory) record(kind string, scope, entity data.ID) *change.Record {
	at := place(kind, scope, entity)
	if m.records[at] == nil {
		m.records[at] = &change.Record{Kind: kind, Scope: scope, Entity: entity, Fields: map[string]change.Field{}}
		m.order = append(m.order, at)
	}
	return m.records[at]
}

func (m *memory) take(c change.Change) {
	if m.known[c.ID()] {
		return
	}
	m.clock.Resume(c.Time)
	m.record(c.Kind, c.Scope, c.Entity).Apply(c, func(id [32]byte) bool { return m.known[id] })
	m.known[c.ID()] = true
	m.log = append(m.log, c)
}

func (m *memory) Append(_ context.Context, author data.ID, writes ...change.Write) (out []change.Change, err error) {
	for _, w := range writes {
		w, bases := m.record(w.Kind, w.Scope, w.Entity).Prepare(w)
		c := change.Sign(m.key, m.link, m.clock.Next(), author, w, bases)
		m.link = c.Link()
		m.take(c)
		out = append(out, c)
	}
	return out, nil
}

func (m *memory) Records(kind string, scope data.ID, yield func(change.Record) error) error {
	for _, at := range m.order {
		if r := m.records[at]; r.Kind == kind && r.Scope == scope {
			if err := yield(copyRecord(r)); err != nil {
				return err
			}
		}
	}
	return nil
}

func copyRecord(r *change.Record) change.Record {
	out := *r
	out.Fields = maps.Clone(r.Fields)
	for name, f := range out.Fields {
		f.Heads = slices.Clone(f.Heads)
		out.Fields[name] = f
	}
	return out
}

func (m *memory) Record(kind string, scope, entity data.ID) (change.Record, error) {
	if r := m.records[place(kind, scope, entity)]; r != nil {
		return copyRecord(r), nil
	}
	return change.Record{}, data.E(data.CodeNotFound, "what", "record")
}

func (m *memory) History(entity data.ID) (out []change.Change, err error) {
	for _, c := range m.log {
		if c.Entity == entity {
			out = append(out, c)
		}
	}
	return out, nil
}

func (m *memory) PutBlob(_ context.Context, content []byte) ([32]byte, error) {
	sum := sha256.Sum256(content)
	m.blobs[sum] = content
	return sum, nil
}

func (m *memory) Blob(sum [32]byte) ([]byte, error) {
	if b, ok := m.blobs[sum]; ok {
		return b, nil
	}
	return nil, data.E(data.CodeNotFound, "what", "blob")
}

func (m *memory) Scratch(key string) string { return m.scratch[key] }

func (m *memory) SetScratch(key, text string) error {
	m.scratch[key] = text
	return nil
}

// laptops are two desks over the same negotiation that exchange all they have when
// they meet.
type laptops struct {
	t              *testing.T
	stores         [2]*memory
	one, two       *desk.Desk
	head, delegate data.Member
	minute         int
}

// twoLaptops imports the draft on the first, the head's, and hands everything to
// the second, a delegate's.
func twoLaptops(t *testing.T) *laptops {
	t.Helper()
	l := &laptops{t: t}
	now := func() time.Time { return time.Date(2026, 11, 28, 10, l.minute, 0, 0, time.UTC) }
	l.stores = [2]*memory{newMemory(t, now), newMemory(t, now)}
	d, err := desk.Found(ctx, l.stores[0], data.Negotiation{Title: data.Words{data.English: "Lanterns"}}, data.Member{Name: "A. Head", Role: data.RoleHead})
	must(t, err)
	l.head = d.Me()
	l.delegate, err = d.SetMember(ctx, data.Member{Name: "B. Delegate", Role: data.RoleDelegate})
	must(t, err)
	_, err = d.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	l.meet()
	must(t, l.two.WorkAs(l.delegate.ID))
	return l
}

// later lets a minute pass: what is done after it is shown before what was done
// earlier elsewhere.
func (l *laptops) later() { l.minute++ }

// meet gives each laptop what the other has, and opens both desks again.
func (l *laptops) meet() {
	l.t.Helper()
	for i, m := range l.stores {
		for _, c := range slices.Clone(l.stores[1-i].log) {
			m.take(c)
		}
		maps.Copy(m.blobs, l.stores[1-i].blobs)
	}
	var err error
	l.one, err = desk.Open(ctx, l.stores[0])
	must(l.t, err)
	l.two, err = desk.Open(ctx, l.stores[1])
	must(l.t, err)
}
