package change

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"travaux/data"
)

func testKey(n byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{n}, ed25519.SeedSize))
}

// device is a laptop of the convergence test: it writes its own chain and
// merges what reaches it, in any order.
type device struct {
	key     ed25519.PrivateKey
	link    Link
	clock   *Clock
	records map[data.ID]*Record
	known   map[[32]byte]bool
}

func (d *device) record(entity data.ID) *Record {
	if d.records[entity] == nil {
		d.records[entity] = &Record{Kind: "provision", Entity: entity}
	}
	return d.records[entity]
}

func (d *device) write(w Write) Change {
	w, bases := d.record(w.Entity).Prepare(w)
	c := Sign(d.key, d.link, d.clock.Next(), data.ID{9}, w, bases)
	d.link = c.Link()
	d.receive(c)
	return c
}

func (d *device) receive(c Change) {
	if !d.known[c.ID()] {
		d.record(c.Entity).Apply(c, func(id [32]byte) bool { return d.known[id] })
		d.known[c.ID()] = true
	}
}

func (d *device) state(entities []data.ID) []byte {
	var b bytes.Buffer
	for _, e := range entities {
		b.Write(d.record(e).Pack())
	}
	return b.Bytes()
}

// Four devices write at random and pass changes on late, twice and in any
// order; in the end all must hold the same bytes, and no words may be lost.
func TestConvergence(t *testing.T) {
	conflicts := 0
	for run := range 300 {
		rng := rand.New(rand.NewPCG(uint64(run), 7))
		now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
		var devices []*device
		for n := range 4 {
			skew := time.Duration(rng.IntN(7200)) * time.Second
			devices = append(devices, &device{
				key: testKey(byte(n + 1)), clock: NewClock(func() time.Time { return now.Add(skew) }),
				records: map[data.ID]*Record{}, known: map[[32]byte]bool{},
			})
		}
		entities := []data.ID{{1}, {2}, {3}}
		fields := []string{"", "text/en", "text/fr"}
		ops := []Op{OpSet, OpSet, OpSet, OpSet, OpTombstone, OpResolve}
		var all []Change
		for step := range 60 {
			now = now.Add(time.Duration(rng.IntN(5)) * time.Second)
			d := devices[rng.IntN(4)]
			all = append(all, d.write(Write{
				Kind: "provision", Entity: entities[rng.IntN(3)], Op: ops[rng.IntN(len(ops))],
				Field: fields[rng.IntN(3)], Body: Marshal(fmt.Sprintf("words %d", step)),
			}))
			if rng.IntN(3) == 0 { // a partial bundle, in any order, some of it twice
				for _, i := range rng.Perm(len(all))[:rng.IntN(len(all))] {
					devices[rng.IntN(4)].receive(all[i])
				}
			}
		}
		for _, d := range devices {
			for _, i := range rng.Perm(len(all)) {
				d.receive(all[i])
			}
		}
		want := devices[0].state(entities)
		for n, d := range devices[1:] {
			if !bytes.Equal(d.state(entities), want) {
				t.Fatalf("run %d: device %d differs", run, n+2)
			}
		}
		replaced := map[[32]byte]bool{}
		for _, c := range all {
			for _, b := range c.Bases {
				replaced[b] = true
			}
		}
		for _, e := range entities {
			for _, f := range devices[0].record(e).Fields {
				if len(f.Awaited) > 0 {
					t.Fatalf("run %d: changes still awaited after all have arrived", run)
				}
				if f.Conflict() {
					conflicts++
				}
				for i, h := range f.Heads {
					if replaced[h.ID] {
						t.Fatalf("run %d: a replaced value still stands", run)
					}
					if i > 0 && h.Time > f.Heads[i-1].Time {
						t.Fatalf("run %d: the latest value is not shown", run)
					}
					delete(replaced, h.ID)
				}
			}
		}
		heads := 0
		for _, e := range entities {
			for _, f := range devices[0].record(e).Fields {
				heads += len(f.Heads)
			}
		}
		if heads+len(replaced) != len(all) {
			t.Fatalf("run %d: %d heads + %d replaced, of %d changes", run, heads, len(replaced), len(all))
		}
	}
	if conflicts == 0 {
		t.Fatal("no run produced a conflict: the test shows nothing")
	}
	t.Logf("%d conflicts kept and visible", conflicts)
}

func TestResolveNamesAllHeads(t *testing.T) {
	a, b := pair()
	entity := data.ID{1}
	first := a.write(Write{Entity: entity, Field: "text", Body: Marshal("shall")})
	b.receive(first)
	a.write(Write{Entity: entity, Field: "text", Body: Marshal("should")})
	theirs := b.write(Write{Entity: entity, Field: "text", Body: Marshal("may")})
	a.receive(theirs)
	field := a.record(entity).Fields["text"]
	if !field.Conflict() || len(field.Heads) != 2 {
		t.Fatalf("concurrent edits: %d heads, want 2", len(field.Heads))
	}
	a.write(Write{Entity: entity, Field: "text", Body: Marshal("will")})
	if !a.record(entity).Fields["text"].Conflict() {
		t.Error("an ordinary set made the other version vanish")
	}
	settled := a.write(Write{Entity: entity, Field: "text", Op: OpResolve, Body: Marshal("shall endeavour")})
	if len(settled.Bases) != 2 {
		t.Errorf("resolve names %d heads, want 2", len(settled.Bases))
	}
	field = a.record(entity).Fields["text"]
	if head, _ := field.Shown(); field.Conflict() || head.ID != settled.ID() {
		t.Error("resolve did not settle the conflict")
	}
}

func TestDeletionIsAHead(t *testing.T) {
	a, b := pair()
	entity := data.ID{1}
	b.receive(a.write(Write{Entity: entity, Field: "text", Body: Marshal("x")}))
	gone := a.write(Write{Entity: entity, Op: OpTombstone})
	if !a.record(entity).Deleted() {
		t.Error("deleted entity is not deleted")
	}
	edit := b.write(Write{Entity: entity, Field: "text", Body: Marshal("y")})
	a.receive(edit)
	b.receive(gone)
	for _, d := range []*device{a, b} {
		if r := d.record(entity); r.Deleted() || !r.Disputed() {
			t.Error("an edit concurrent with a deletion is not shown as disputed")
		}
	}
}

func pair() (a, b *device) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	mk := func(n byte) *device {
		return &device{key: testKey(n), clock: NewClock(func() time.Time { return now }), records: map[data.ID]*Record{}, known: map[[32]byte]bool{}}
	}
	return mk(1), mk(2)
}

// The bytes of format 1, for ever.
func TestFormatOneVector(t *testing.T) {
	c := Sign(testKey(1), Link{Seq: 6, Hash: [32]byte{0xab}}, HLC(0x0193aabbccdd0001), data.ID{2},
		Write{Kind: "comment", Scope: data.ID{3}, Entity: data.ID{4}, Op: OpSet, Field: "text", Body: Marshal("words"), Lang: "en"},
		[][32]byte{{5}})
	const want = vectorOne
	if got := hex.EncodeToString(c.Raw()); got != want {
		t.Fatalf("format 1 has changed:\n%s", got)
	}
	back, err := Decode(c.Raw())
	if err != nil || back.ID() != c.ID() || back.Field != "text" || back.Seq != 7 {
		t.Fatalf("decoded: %+v, %v", back, err)
	}
	if err := back.Verify(testKey(1).Public().(ed25519.PublicKey)); err != nil {
		t.Fatal(err)
	}
}

func TestEveryFlippedBitIsNoticed(t *testing.T) {
	key := testKey(1)
	raw := Sign(key, Link{}, 1<<16, data.ID{2}, Write{Kind: "comment", Body: Marshal("shall NOT agree")}, nil).Raw()
	for i := range raw {
		for bit := range 8 {
			bad := bytes.Clone(raw)
			bad[i] ^= 1 << bit
			if c, err := Decode(bad); err == nil && c.Verify(key.Public().(ed25519.PublicKey)) == nil {
				t.Fatalf("byte %d bit %d: accepted", i, bit)
			}
		}
	}
}

func TestChain(t *testing.T) {
	key := testKey(3)
	public := key.Public().(ed25519.PublicKey)
	one := Sign(key, Link{}, 1<<16, data.ID{}, Announce(public, "laptop"), nil)
	two := Sign(key, one.Link(), 2<<16, data.ID{}, Write{Kind: "x"}, nil)
	three := Sign(key, two.Link(), 3<<16, data.ID{}, Write{Kind: "x"}, nil)
	other := Sign(key, one.Link(), 4<<16, data.ID{}, Write{Kind: "y"}, nil)
	back := Sign(key, two.Link(), 1<<16, data.ID{}, Write{Kind: "x"}, nil)
	cases := []struct {
		name    string
		changes []Change
		want    data.Code
	}{
		{"in order", []Change{one, two, three}, ""},
		{"gap", []Change{one, three}, CodeGap},
		{"same number twice", []Change{one, two, other}, CodeFork},
		{"repeated", []Change{one, one}, CodeFork},
		{"time runs back", []Change{one, two, back}, CodeFork},
		{"no announcement", []Change{Sign(key, Link{}, 1<<16, data.ID{}, Write{Kind: "x"}, nil)}, CodeMalformed},
		{"announces another key", []Change{Sign(key, Link{}, 1<<16, data.ID{}, Announce(testKey(4).Public().(ed25519.PublicKey), ""), nil)}, CodeSignature},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var chain Chain
			var err error
			for _, next := range c.changes {
				if err = chain.Extend(next); err != nil {
					break
				}
			}
			if data.CodeOf(err) != c.want {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestClock(t *testing.T) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	clock := NewClock(func() time.Time { return now })
	first := clock.Next()
	now = now.Add(-time.Hour)
	if second := clock.Next(); second <= first {
		t.Error("the clock ran back with the computer's")
	}
	if err := clock.Observe(At(now.Add(25 * time.Hour))); !errors.Is(err, data.E(CodeFuture)) {
		t.Errorf("a reading of tomorrow: %v", err)
	}
	ahead := At(now.Add(3 * time.Hour))
	if err := clock.Observe(ahead); err != nil || clock.Next() <= ahead {
		t.Error("an observed reading is not overtaken")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(Sign(testKey(1), Link{}, 1, data.ID{1}, Write{Kind: "x", Body: []byte{1}}, [][32]byte{{1}}).Raw())
	f.Fuzz(func(t *testing.T, raw []byte) {
		c, err := Decode(raw)
		if err == nil && !bytes.Equal(append(Marshal(c), raw[len(raw)-64:]...), raw) {
			t.Error("accepted bytes that are not the change's own")
		}
	})
}

func FuzzUnpack(f *testing.F) {
	var r Record
	r.Apply(Sign(testKey(1), Link{}, 1, data.ID{1}, Write{Field: "x", Body: []byte{1}}, nil), nil)
	f.Add(r.Pack())
	f.Fuzz(func(t *testing.T, packed []byte) {
		if r, err := Unpack(packed, "k", data.ID{}, data.ID{}); err == nil {
			r.Disputed()
			r.Prepare(Write{Op: OpTombstone})
		}
	})
}
