package roster

import (
	"bytes"
	"crypto/ed25519"
	"io"
	"math/rand/v2"
	"reflect"
	"testing"

	"filippo.io/age"

	"travaux/data"
	"travaux/data/change"
)

// laptop writes a chain of its own in the tests.
type laptop struct {
	key  ed25519.PrivateKey
	link change.Link
	all  []change.Change
}

func newLaptop(seed byte) *laptop {
	return &laptop{key: ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize))}
}

func (l *laptop) id() change.DeviceID { return change.DeviceOf(l.key.Public().(ed25519.PublicKey)) }

func (l *laptop) write(at int, w change.Write) {
	c := change.Sign(l.key, l.link, change.HLC(at), data.ID{}, w, nil)
	l.link, l.all = c.Link(), append(l.all, c)
}

func (l *laptop) set(at int, kind string, entity data.ID, body any) {
	l.write(at, change.Write{Kind: kind, Entity: entity, Field: FieldBody, Body: change.Marshal(body)})
}

func (l *laptop) admit(at int, other *laptop, member data.ID, root bool) {
	l.set(at, KindLaptop, Entity(other.id()), Laptop{Device: other.id(), Key: other.key.Public().(ed25519.PublicKey), Member: member, Root: root})
}

func (l *laptop) role(at int, member data.ID, role data.Role) {
	l.set(at, KindMember, member, data.Member{ID: member, Name: "N", Role: role})
}

func (l *laptop) remove(at int, other *laptop, last uint64) {
	l.write(at, change.Remove(other.id(), last))
}

var head, delegate, capital = data.ID{1}, data.ID{2}, data.ID{3}

// story is a roster with a head, a delegate and a second root at capital.
func story() (h, d, c *laptop) {
	h, d, c = newLaptop(1), newLaptop(2), newLaptop(3)
	h.role(10, head, data.RoleHead)
	h.role(11, delegate, data.RoleDelegate)
	h.set(20, KindStart, data.ID{9}, Start{Root: h.id()})
	h.admit(21, h, head, true)
	h.admit(30, d, delegate, false)
	h.role(31, capital, data.RoleCapital)
	h.admit(32, c, capital, true)
	return h, d, c
}

func TestState(t *testing.T) {
	h, d, c := story()
	h.role(40, delegate, data.RoleObserver)
	h.role(50, delegate, data.RoleAdviser)
	s := Fold(append(append(h.all, d.all...), c.all...))
	if !s.Started() {
		t.Fatal("no roster")
	}
	for _, x := range []struct {
		name string
		got  any
		want any
	}{
		{"head's laptop is a root", s.Root(h.id()), true},
		{"capital's laptop is one", s.Root(c.id()), true},
		{"a delegate's is none", s.Root(d.id()), false},
		{"whose it is", first(s.MemberOf(d.id())), delegate},
		{"role before the first", s.RoleAt(delegate, 1), data.RoleDelegate},
		{"role at first", s.RoleAt(delegate, 39), data.RoleDelegate},
		{"role counts from its change", s.RoleAt(delegate, 40), data.RoleObserver},
		{"role later", s.RoleAt(delegate, 99), data.RoleAdviser},
		{"role of a stranger", s.RoleAt(data.ID{7}, 99), data.Role("")},
		{"laptops", len(s.Laptops()), 3},
		{"nothing is broken", len(s.Broken()), 0},
	} {
		if !reflect.DeepEqual(x.got, x.want) {
			t.Errorf("%s: %v", x.name, x.got)
		}
	}
}

func first[A, B any](a A, _ B) A { return a }

func TestOnlyARootWrites(t *testing.T) {
	for _, x := range []struct {
		name string
		do   func(d *laptop)
	}{
		{"gives itself a role", func(d *laptop) { d.role(60, delegate, data.RoleHead) }},
		{"makes itself a root", func(d *laptop) { d.admit(60, d, delegate, true) }},
		{"admits a friend", func(d *laptop) { d.admit(60, newLaptop(8), delegate, false) }},
		{"removes the head", func(d *laptop) { d.remove(60, newLaptop(1), 1) }},
		{"starts a roster of its own", func(d *laptop) { d.set(60, KindStart, data.ID{9}, Start{Root: d.id()}) }},
	} {
		t.Run(x.name, func(t *testing.T) {
			h, d, _ := story()
			before := Fold(h.all)
			x.do(d)
			after := Fold(append(h.all, d.all...))
			if len(after.Broken()) != 1 {
				t.Errorf("%d are named as broken", len(after.Broken()))
			}
			after.broken = nil
			if !reflect.DeepEqual(before, after) {
				t.Error("it had an effect")
			}
		})
	}
}

func TestRemoval(t *testing.T) {
	h, d, c := story()
	d.write(35, change.Write{Kind: "comment", Body: []byte{1}})
	d.write(36, change.Write{Kind: "comment", Body: []byte{2}})
	h.remove(50, d, 1)
	s := Fold(append(append(h.all, d.all...), c.all...))
	if s.Standing(d.id()) || s.CutOff(d.all[0]) || !s.CutOff(d.all[1]) {
		t.Error("what counts is not what was written until the last that counts")
	}
	if l, _ := s.Laptop(d.id()); !l.Removed || l.Last != 1 || l.Member != delegate {
		t.Errorf("it is shown as %+v", l)
	}
}

// TestALostHeadsLaptop: capital removes it; what a thief does with it, dated
// before the removal or not, has no effect.
func TestALostHeadsLaptop(t *testing.T) {
	h, _, c := story()
	counts := h.link.Seq
	h.role(40, delegate, data.RoleHead) // by the thief, before capital knows
	h.remove(41, c, 0)
	c.remove(50, h, counts)
	again := newLaptop(5)
	c.admit(51, again, head, true)
	s := Fold(append(h.all, c.all...))
	if s.RoleAt(delegate, 99) != data.RoleDelegate || !s.Standing(c.id()) || s.Root(h.id()) || !s.Root(again.id()) {
		t.Errorf("delegate %s, capital stands %v, old root %v, new root %v", s.RoleAt(delegate, 99), s.Standing(c.id()), s.Root(h.id()), s.Root(again.id()))
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	h, d, c := story()
	d.admit(35, d, delegate, true)
	h.role(40, delegate, data.RoleAdviser)
	c.role(41, delegate, data.RoleNoteTaker)
	c.remove(42, d, 0)
	h.admit(43, newLaptop(6), delegate, false)
	all := append(append(h.all, d.all...), c.all...)
	want := Fold(all)
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if got := Fold(append(all, all[:r.IntN(len(all))]...)); !reflect.DeepEqual(got, want) {
			t.Fatal("another order gives another roster")
		}
	}
}

// TestBeforeARoster: members of a vault in which several work are known, and
// what was written there is taken as it is.
func TestBeforeARoster(t *testing.T) {
	h, d, _ := story()
	solo := Fold(h.all[:2])
	if solo.Started() || solo.RoleAt(delegate, 99) != data.RoleDelegate || len(solo.Broken()) != 0 {
		t.Error("a vault without a roster has no members")
	}
	s := Fold(h.all)
	d.write(35, change.Write{Kind: "comment", Body: []byte{1}})
	if !s.Before(h.all[1]) || s.Before(h.all[3]) || s.Before(d.all[0]) {
		t.Error("what was before is not what was")
	}
}

func TestWrap(t *testing.T) {
	mine, err := age.GenerateHybridIdentity()
	if err != nil {
		t.Fatal(err)
	}
	other, err := age.GenerateHybridIdentity()
	if err != nil {
		t.Fatal(err)
	}
	key := bytes.Repeat([]byte{7}, 32)
	w, err := Wrap("head", 5, key, mine.Recipient().String())
	if err != nil {
		t.Fatal(err)
	}
	if got, err := w.Unwrap(opener(mine)); err != nil || !bytes.Equal(got, key) {
		t.Errorf("unwrapped %x, %v", got, err)
	}
	if _, err := w.Unwrap(opener(other)); err == nil {
		t.Error("another laptop read it")
	}
	w.Epoch = 6
	if _, err := w.Unwrap(opener(mine)); err == nil {
		t.Error("a key passes for that of another epoch")
	}
	if _, err := Wrap("head", 5, key, "age1nobody"); data.CodeOf(err) != data.CodeInput {
		t.Errorf("wrapped for nobody: %v", err)
	}
}

func opener(id age.Identity) func(io.Reader) (io.Reader, error) {
	return func(r io.Reader) (io.Reader, error) { return age.Decrypt(r, id) }
}

func TestEpochsNeverMeet(t *testing.T) {
	a, b := newLaptop(1).id(), newLaptop(2).id()
	one := NextEpoch(0, a)
	if one == NextEpoch(0, b) || NextEpoch(one, b) <= one || NextEpoch(NextEpoch(one, b), a) <= NextEpoch(one, b) {
		t.Error("epochs of two roots can be the same, or go backwards")
	}
}
