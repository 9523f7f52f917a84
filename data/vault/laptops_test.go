package vault

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/change"
)

// memoryKV is a store without a disk.
type memoryKV struct {
	pairs  map[string][]byte
	keys   []string // sorted
	sorted bool
}

func (m *memoryKV) get(key []byte) ([]byte, error) { return m.pairs[string(key)], nil }

func (m *memoryKV) scan(prefix []byte, yield func(key, value []byte) error) error {
	return m.scanFrom(prefix, prefix, yield)
}

func (m *memoryKV) scanFrom(from, prefix []byte, yield func(key, value []byte) error) error {
	if !m.sorted {
		sort.Strings(m.keys)
		m.sorted = true
	}
	for i := sort.SearchStrings(m.keys, string(from)); i < len(m.keys) && strings.HasPrefix(m.keys[i], string(prefix)); i++ {
		if err := yield([]byte(m.keys[i]), m.pairs[m.keys[i]]); err != nil {
			return err
		}
	}
	return nil
}

func (m *memoryKV) write(pairs []pair) error {
	for _, p := range pairs {
		value := p.value
		if value == nil {
			value = []byte{}
		}
		if _, known := m.pairs[string(p.key)]; !known {
			m.keys, m.sorted = append(m.keys, string(p.key)), false
		}
		m.pairs[string(p.key)] = value
	}
	return nil
}

func (m *memoryKV) sync() error  { return nil }
func (m *memoryKV) close() error { return nil }

// laptop is a vault without disk, lock and key file: the store, the journal as
// a list of frames, and the rules by which changes are written and taken in.
type laptop struct {
	name   string
	me     identity
	signer ed25519.PrivateKey
	clock  *change.Clock
	store  *store
	frames []frame
	seeds  *rand.Rand
	now    func() time.Time
}

var sharedKeys = deriveKeys(make([]byte, 32), vaultID{1})

func emptyMemory() (*store, error) {
	return openStore(&memoryKV{pairs: map[string][]byte{}}, sharedKeys, generation{})
}

func newLaptop(name string, seeds *rand.Rand, now func() time.Time) *laptop {
	l := &laptop{name: name, seeds: seeds, now: now, clock: change.NewClock(now)}
	l.store, _ = emptyMemory()
	l.rename()
	return l
}

// rename gives the laptop a new identity.
func (l *laptop) rename() {
	seed := make([]byte, ed25519.SeedSize)
	for i := range seed {
		seed[i] = byte(l.seeds.Uint32())
	}
	if l.signer != nil {
		l.me.before = append(slices.Clone(l.me.before), l.me.now)
	}
	l.signer = ed25519.NewKeyFromSeed(seed)
	l.me.now = change.DeviceOf(l.signer.Public().(ed25519.PublicKey))
}

// write is Vault.Append: false if the laptop was removed.
func (l *laptop) write(writes ...change.Write) (bool, error) {
	if _, removed := l.store.meta.cut(l.me.now); removed {
		return false, nil
	}
	b := l.store.begin()
	link, at := b.meta.chain(l.me.now).Link, change.HLC(0)
	var made []change.Change
	if link.Seq == 0 {
		writes = append([]change.Write{change.Announce(l.signer.Public().(ed25519.PublicKey), l.name)}, writes...)
	}
	for _, w := range writes {
		r, err := b.record(w.Kind, w.Scope, w.Entity)
		if err != nil {
			return false, err
		}
		w, bases := r.Prepare(w)
		at = l.clock.Next()
		c := change.Sign(l.signer, link, at, data.ID{1}, w, bases)
		link = c.Link()
		if err := b.apply(c, uint64(len(l.frames)+1)); err != nil && err != errAgain {
			return false, err
		}
		made = append(made, c)
	}
	return true, l.confirm(framesOf(made))
}

// confirm is Vault.confirmFrames.
func (l *laptop) confirm(payloads [][]byte) error {
	l.store.past = nil
	first := len(l.frames)
	for _, p := range payloads {
		l.frames = append(l.frames, frame{number: uint64(len(l.frames) + 1), payload: p})
	}
	err := l.store.feed(l.frames[first:])
	if err == errAgain {
		err = l.rebuild(l.store.past)
	}
	return err
}

// rebuild is Vault.build.
func (l *laptop) rebuild(p *past) error {
	return repeat(p, func() (_ *store, err error) {
		l.store, err = emptyMemory()
		return l.store, err
	}, func(s *store) error {
		if err := s.feed(l.frames); err != nil {
			return err
		}
		return s.settled()
	})
}

// take is Vault.Take.
func (l *laptop) take(changes []change.Change) (change.Taken, error) {
	a, err := l.store.admit(changes, l.me, l.now())
	if err != nil || len(a.fresh) == 0 {
		return change.Taken{}, err
	}
	if a.aged {
		l.rename()
	}
	payloads, again, err := l.store.payloads(a, l.signer, l.name)
	if err != nil {
		return change.Taken{}, err
	}
	for _, c := range append(slices.Clip(a.fresh), again...) {
		l.clock.Resume(c.Time)
	}
	return change.Taken{New: a.fresh, Reissued: a.aged}, l.confirm(payloads)
}

func (l *laptop) since(have map[change.DeviceID]uint64) (all []change.Change) {
	for _, c := range l.store.meta.Chains {
		l.store.since(c.Device, have[c.Device], func(c change.Change) error {
			all = append(all, c)
			return nil
		})
	}
	return all
}

func (l *laptop) heads() map[change.DeviceID]uint64 {
	have := map[change.DeviceID]uint64{}
	for _, c := range l.store.meta.Chains {
		have[c.Device] = c.Link.Seq
	}
	return have
}

// copied is the laptop as a copy of its folder would bring it back.
func (l *laptop) copied() *laptop {
	c := *l
	m := l.store.kv.(*memoryKV)
	c.frames = slices.Clone(l.frames)
	c.clock = change.NewClock(l.now)
	c.store = &store{
		kv:   &memoryKV{pairs: maps.Clone(m.pairs), keys: slices.Clone(m.keys), sorted: m.sorted},
		keys: l.store.keys, meta: l.store.meta, files: l.store.files,
	}
	for _, chain := range c.store.meta.Chains {
		c.clock.Resume(chain.Time)
	}
	return &c
}

// world is five laptops of which the first is the head's, and bundles on
// their way.
type world struct {
	*rand.Rand
	laptops  []*laptop
	copied   *laptop
	copyOf   int
	way      []parcel
	moment   time.Time
	restored int
	cuts     int
	refused  int
}

type parcel struct {
	to      int
	changes []change.Change
}

func newWorld(run uint64) *world {
	w := &world{Rand: rand.New(rand.NewPCG(run, 5)), moment: time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)}
	if run > 0 {
		w.moment = w.moment.Add(3 * time.Hour)
	}
	if run%8 > 0 { // laptops that have met before
		for _, l := range acquainted() {
			met := *l // other runs begin with the same ones
			met.seeds, met.now = w.Rand, func() time.Time { return w.moment }
			w.laptops = append(w.laptops, met.copied())
		}
		return w
	}
	for n := range 5 {
		skew := time.Duration(w.IntN(7200)) * time.Second
		w.laptops = append(w.laptops, newLaptop(fmt.Sprint(n), w.Rand, func() time.Time { return w.moment.Add(skew) }))
	}
	return w
}

// acquainted are five laptops that have each written something and know it of
// one another.
var acquainted func() []*laptop

func init() {
	acquainted = sync.OnceValue(meet)
}

func meet() []*laptop {
	w := newWorld(0)
	for n := range w.laptops {
		if err := errors.Join(w.edit(n), w.edit(n), w.edit(n)); err != nil {
			panic(err)
		}
	}
	if err := w.settle(); err != nil {
		panic(err)
	}
	return w.laptops
}

var propertyOps = []change.Op{change.OpSet, change.OpSet, change.OpSet, change.OpSet, change.OpTombstone, change.OpResolve}

func (w *world) edit(n int) error {
	var writes []change.Write
	for range 1 + w.IntN(2) {
		op := propertyOps[w.IntN(len(propertyOps))]
		write := change.Write{Kind: "provision", Entity: data.ID{byte(w.IntN(3))}, Field: []string{"", "text/en", "text/fr"}[w.IntN(3)], Op: op}
		if op != change.OpTombstone {
			write.Body = change.Marshal(w.Uint32())
		}
		writes = append(writes, write)
	}
	_, err := w.laptops[n].write(writes...)
	return err
}

// send puts a bundle on its way: what the other one lacks, by an account that
// may be old, and sometimes everything.
func (w *world) send(from, to int) {
	var have map[change.DeviceID]uint64
	if w.IntN(4) > 0 {
		have = w.laptops[to].heads()
	}
	w.way = append(w.way, parcel{to, w.laptops[from].since(have)})
}

// deliver lets one bundle arrive: any of them, perhaps not for the last time,
// its changes in any order; or loses it.
func (w *world) deliver() error {
	if len(w.way) == 0 {
		return nil
	}
	i := w.IntN(len(w.way))
	p := w.way[i]
	fate := w.IntN(6)
	if fate > 0 {
		w.way = slices.Delete(w.way, i, i+1)
	}
	if fate == 1 {
		return nil // lost
	}
	changes := slices.Clone(p.changes)
	w.Shuffle(len(changes), func(a, b int) { changes[a], changes[b] = changes[b], changes[a] })
	return w.arrive(p.to, changes)
}

// arrive takes changes in. A laptop brought back from a copy may find that
// what it is sent begins after what it has: then nothing may have changed.
func (w *world) arrive(to int, changes []change.Change) error {
	l := w.laptops[to]
	frames := len(l.frames)
	_, err := l.take(changes)
	if data.CodeOf(err) == change.CodeGap && w.restored > 0 {
		w.refused++
		if len(l.frames) != frames {
			return fmt.Errorf("what was refused was written")
		}
		return nil
	}
	return err
}

// restore copies a laptop, or brings a laptop back from an old copy. As the procedure says, it
// takes everything in before it sends anything; it may have written before.
func (w *world) restore(n int) error {
	if w.copied == nil {
		w.copied, w.copyOf = w.laptops[n].copied(), n
		return nil
	}
	old := w.copied
	n, w.copied = w.copyOf, nil
	if !slices.Equal(old.me.before, w.laptops[n].me.before) {
		return nil // a copy of what it was called before: not this story
	}
	w.laptops[n] = old
	w.restored++
	if w.IntN(2) == 0 {
		if err := w.edit(n); err != nil {
			return err
		}
	}
	best, most := -1, uint64(0)
	for i, l := range w.laptops {
		if seq := l.store.meta.chain(old.me.now).Link.Seq; i != n && seq >= most {
			best, most = i, seq
		}
	}
	// What it had sent and nobody has heard yet stays unheard: else two stories
	// would stand that only the head can settle, by a removal.
	w.way = slices.DeleteFunc(w.way, func(p parcel) bool {
		return slices.ContainsFunc(p.changes, func(c change.Change) bool { return c.Device == old.me.now && c.Seq > most })
	})
	return w.arrive(n, w.laptops[best].since(nil))
}

// cut lets the head remove a laptop.
func (w *world) cut() error {
	head := w.laptops[0]
	device := w.laptops[1+w.IntN(4)].me.now
	held := head.store.meta.chain(device).Link.Seq
	if held == 0 || device == head.me.now {
		return nil
	}
	w.cuts++
	_, err := head.write(change.Remove(device, held-min(held-1, uint64(w.IntN(3)))))
	return err
}

func (w *world) step() error {
	w.moment = w.moment.Add(time.Duration(w.IntN(5000)) * time.Millisecond)
	n, m := w.IntN(5), w.IntN(5)
	switch k := w.IntN(100); {
	case k < 40:
		return w.edit(n)
	case k < 72:
		if n != m {
			w.send(n, m)
		}
		if k < 55 {
			return w.deliver()
		}
	case k < 85:
		return w.deliver()
	case k < 90:
		return w.cut()
	case w.copied == nil || k > 96:
		return w.restore(n)
	}
	return nil
}

// settle lets everybody hear everything, twice over.
func (w *world) settle() error {
	for round := range 2 {
		for n := range w.laptops {
			if err := w.arrive((n+1)%5, w.laptops[n].since(nil)); err != nil {
				return fmt.Errorf("round %d, %d to %d: %w", round, n, (n+1)%5, err)
			}
		}
	}
	return nil
}

// differs says in what two laptops differ; "" if in nothing.
func differs(a, b *laptop) string {
	for _, class := range []byte{classChange, classHistory, classRecord} {
		da, err := a.store.digest(class)
		if err != nil {
			return err.Error()
		}
		if db, err := b.store.digest(class); err != nil || da != db {
			return "class " + string(class)
		}
	}
	ma, mb := a.store.meta, b.store.meta
	ma.Frames, mb.Frames = 0, 0
	if !bytes.Equal(change.Marshal(ma), change.Marshal(mb)) {
		return "heads"
	}
	return ""
}

// tally counts what the runs had in them.
type tally struct{ restored, cuts, refused, conflicts, renamed int }

func (t *tally) add(o tally) {
	t.restored, t.cuts, t.refused = t.restored+o.restored, t.cuts+o.cuts, t.refused+o.refused
	t.conflicts, t.renamed = t.conflicts+o.conflicts, t.renamed+o.renamed
}

// live plays one run to its end and holds the laptops against one another.
func live(run uint64) (tally, error) {
	w := newWorld(run)
	for range 20 {
		if err := w.step(); err != nil {
			return tally{}, err
		}
	}
	if err := w.settle(); err != nil {
		return tally{}, err
	}
	for n, l := range w.laptops[1:] {
		if d := differs(w.laptops[0], l); d != "" {
			return tally{}, fmt.Errorf("laptop %d: %s", n+1, d)
		}
	}
	if run%4 == 0 {
		n := w.IntN(5)
		again := w.laptops[n].copied()
		if err := again.rebuild(nil); err != nil {
			return tally{}, fmt.Errorf("rebuilding: %w", err)
		}
		if d := differs(w.laptops[n], again); d != "" {
			return tally{}, fmt.Errorf("laptop %d rebuilt: %s", n, d)
		}
	}
	t := tally{restored: w.restored, cuts: w.cuts, refused: w.refused}
	for _, l := range w.laptops {
		t.renamed += len(l.me.before)
	}
	for entity := range byte(3) {
		r, _, err := w.laptops[0].store.record("provision", data.ID{}, data.ID{entity})
		if err != nil {
			return t, err
		}
		for _, f := range r.Fields {
			if f.Conflict() {
				t.conflicts++
			}
		}
	}
	return t, nil
}

// Five laptops write, send, lose, repeat and reorder; laptops are removed, and
// brought back from old copies. In the end all hold the same log and the same
// views, byte for byte, and find them again in their own journals.
func TestFiveLaptopsEndAlike(t *testing.T) {
	runs := uint64(10_000)
	if testing.Short() {
		runs = 300
	}
	var next atomic.Uint64
	var mu sync.Mutex
	var all tally
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for run := next.Add(1) - 1; run < runs && !t.Failed(); run = next.Add(1) - 1 {
				had, err := live(run)
				if err != nil {
					t.Errorf("run %d: %v", run, err)
				}
				mu.Lock()
				all.add(had)
				mu.Unlock()
			}
		})
	}
	workers.Wait()
	t.Logf("%d runs: %d conflicts kept, %d removals, %d old copies of which %d had gone on, %d refused",
		runs, all.conflicts, all.cuts, all.restored, all.renamed, all.refused)
	if all.conflicts == 0 || all.cuts == 0 || all.renamed == 0 {
		t.Error("the runs show nothing")
	}
}

// Whatever changes arrive, in whatever number and order, are refused or taken,
// and never half.
func FuzzAdmit(f *testing.F) {
	l := acquainted()[0]
	var raws [][]byte
	for _, c := range acquainted()[1].since(nil) {
		raws = append(raws, c.Raw())
	}
	f.Add(change.Marshal(raws))
	f.Add(change.Marshal([][]byte{change.Sign(l.signer, change.Link{Seq: 1}, 1, data.ID{}, change.Remove(l.me.now, 0), nil).Raw()}))
	f.Fuzz(func(t *testing.T, b []byte) {
		var raws [][]byte
		if change.Unmarshal(b, &raws) != nil {
			return
		}
		var list []change.Change
		for _, raw := range raws {
			c, err := change.Decode(raw)
			if err != nil {
				return
			}
			list = append(list, c)
		}
		mine := l.copied()
		frames := len(mine.frames)
		if _, err := mine.take(list); err != nil && len(mine.frames) != frames {
			t.Error("what was refused was written")
		}
	})
}
