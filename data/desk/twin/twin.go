// Package twin gives tests two laptops without disks: stores in memory, signed like
// a vault's, that exchange all they have when they meet. Only tests import it.
package twin

import (
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"maps"
	"slices"
	"sync"
	"time"

	"filippo.io/age"

	"travaux/data"
	"travaux/data/change"
)

// Store keeps the changes of one laptop in memory.
type Store struct {
	key     ed25519.PrivateKey
	link    change.Link
	clock   *change.Clock
	log     []change.Change
	known   map[[32]byte]bool
	records map[string]*change.Record
	order   []string
	blobs   map[[32]byte][]byte
	scratch map[string]string

	ring     *change.Keyring
	identity *age.HybridIdentity
}

// shared is what is sealed for each twin: with it both read all, without a roster
// that would admit the one to the other.
var shared = sync.OnceValue(func() *age.HybridIdentity {
	identity, err := age.GenerateHybridIdentity()
	if err != nil {
		panic(err)
	}
	return identity
})

// New makes an empty store with a key and a clock of its own.
func New(now func() time.Time) *Store {
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		panic(err)
	}
	return &Store{
		ring: change.NewKeyring(), identity: shared(),
		key: key, clock: change.NewClock(now), known: map[[32]byte]bool{}, records: map[string]*change.Record{},
		blobs: map[[32]byte][]byte{}, scratch: map[string]string{},
	}
}

func place(kind string, scope, entity data.ID) string {
	return kind + scope.String() + entity.String()
}

func (m *Store) record(kind string, scope, entity data.ID) *change.Record {
	at := place(kind, scope, entity)
	if m.records[at] == nil {
		m.records[at] = &change.Record{Kind: kind, Scope: scope, Entity: entity, Fields: map[string]change.Field{}}
		m.order = append(m.order, at)
	}
	return m.records[at]
}

func (m *Store) take(c change.Change) {
	if m.known[c.ID()] {
		return
	}
	m.clock.Resume(c.Time)
	m.record(c.Kind, c.Scope, c.Entity).Apply(c, func(id [32]byte) bool { return m.known[id] })
	m.known[c.ID()] = true
	m.log = append(m.log, c)
}

// Append implements desk.Store.
func (m *Store) Append(_ context.Context, author data.ID, writes ...change.Write) (out []change.Change, err error) {
	for _, w := range writes {
		w, bases := m.record(w.Kind, w.Scope, w.Entity).Prepare(w)
		if w, err = m.ring.Seal(w); err != nil {
			return nil, err
		}
		c := change.Sign(m.key, m.link, m.clock.Next(), author, w, bases)
		m.link = c.Link()
		m.take(c)
		out = append(out, c)
	}
	return out, nil
}

// Records implements desk.Store.
func (m *Store) Records(kind string, scope data.ID, yield func(change.Record) error) error {
	for _, at := range m.order {
		if r := m.records[at]; r.Kind == kind && r.Scope == scope {
			if err := yield(m.ring.OpenRecord(copyRecord(r))); err != nil {
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

// Record implements desk.Store.
func (m *Store) Record(kind string, scope, entity data.ID) (change.Record, error) {
	if r := m.records[place(kind, scope, entity)]; r != nil {
		return m.ring.OpenRecord(copyRecord(r)), nil
	}
	return change.Record{}, data.E(data.CodeNotFound, "what", "record")
}

// History implements desk.Store.
func (m *Store) History(entity data.ID) (out []change.Change, err error) {
	for _, c := range m.log {
		if c.Entity == entity {
			out = append(out, m.ring.Open(c))
		}
	}
	return out, nil
}

// PutBlob implements desk.Store.
func (m *Store) PutBlob(_ context.Context, content []byte) ([32]byte, error) {
	sum := sha256.Sum256(content)
	m.blobs[sum] = content
	return sum, nil
}

// Blob implements desk.Store.
func (m *Store) Blob(sum [32]byte) ([]byte, error) {
	if b, ok := m.blobs[sum]; ok {
		return b, nil
	}
	return nil, data.E(data.CodeNotFound, "what", "blob")
}

// Scratch implements desk.Store.
func (m *Store) Scratch(key string) string { return m.scratch[key] }

// SetScratch implements desk.Store.
func (m *Store) SetScratch(key, text string) error {
	m.scratch[key] = text
	return nil
}

// Meet gives each of two stores what the other has.
func Meet(one, two *Store) {
	for _, pair := range [][2]*Store{{one, two}, {two, one}} {
		for _, c := range slices.Clone(pair[1].log) {
			pair[0].take(c)
		}
		maps.Copy(pair[0].blobs, pair[1].blobs)
	}
}
