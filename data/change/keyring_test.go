package change

import (
	"bytes"
	"sync"
	"testing"

	"travaux/data"
)

func ringOf(t testing.TB, audience string, epochs ...uint32) *Keyring {
	t.Helper()
	k := NewKeyring()
	for _, e := range epochs {
		if err := k.Add(audience, e, bytes.Repeat([]byte{byte(e)}, EpochKeySize)); err != nil {
			t.Fatal(err)
		}
	}
	return k
}

var restricted = Write{
	Kind: "instruction", Scope: data.ID{1}, Entity: data.ID{2}, Field: "body", Audience: "instructed", Body: Marshal("yield on nothing"),
}

func sealed(t testing.TB, k *Keyring, w Write) Change {
	t.Helper()
	w, err := k.Seal(w)
	if err != nil {
		t.Fatal(err)
	}
	return Sign(testKey(1), Link{}, 1<<16, data.ID{9}, w, nil)
}

func TestSealedBodyIsReadOnlyWithItsKey(t *testing.T) {
	ring := ringOf(t, "instructed", 1, 3)
	c := sealed(t, ring, restricted)
	if c.Epoch != 3 || bytes.Contains(c.Raw(), []byte("yield")) {
		t.Fatalf("epoch %d, readable %v", c.Epoch, bytes.Contains(c.Raw(), []byte("yield")))
	}
	back, err := Decode(c.Raw())
	if err != nil || back.Audience != "instructed" || back.Epoch != 3 {
		t.Fatalf("%+v, %v", back, err)
	}
	if open := ring.Open(back); open.Sealed || !bytes.Equal(open.Body, restricted.Body) || open.ID() != c.ID() {
		t.Errorf("opened: %+v", open)
	}
	for name, other := range map[string]*Keyring{
		"no key": NewKeyring(), "another epoch": ringOf(t, "instructed", 1), "another audience": ringOf(t, "ladder", 3),
		"another key": func() *Keyring {
			k := NewKeyring()
			k.Add("instructed", 3, bytes.Repeat([]byte{7}, EpochKeySize))
			return k
		}(),
	} {
		if open := other.Open(back); !open.Sealed || open.Body != nil {
			t.Errorf("%s: opened", name)
		}
	}
}

// A sealed body put elsewhere opens nowhere.
func TestSealIsBoundToItsPlace(t *testing.T) {
	ring := ringOf(t, "instructed", 1)
	ring.Add("ladder", 1, bytes.Repeat([]byte{1}, EpochKeySize)) // the same key
	for name, move := range map[string]func(*Change){
		"kind":     func(c *Change) { c.Kind = "comment" },
		"scope":    func(c *Change) { c.Scope = data.ID{8} },
		"entity":   func(c *Change) { c.Entity = data.ID{8} },
		"field":    func(c *Change) { c.Field = "text" },
		"audience": func(c *Change) { c.Audience = "ladder" },
		"body":     func(c *Change) { c.Body = bytes.Clone(c.Body); c.Body[30] ^= 1 },
		"cut":      func(c *Change) { c.Body = c.Body[:10] },
	} {
		c := sealed(t, ring, restricted)
		move(&c)
		if open := ring.Open(c); !open.Sealed || open.Body != nil {
			t.Errorf("%s: opened elsewhere", name)
		}
	}
}

func TestWhatIsNotSealed(t *testing.T) {
	ring := ringOf(t, "instructed", 1)
	open, gone, bare := restricted, restricted, restricted
	open.Audience = ""
	gone.Op, gone.Body = OpTombstone, Marshal([][32]byte{})
	for name, w := range map[string]Write{"for everybody": open, "a deletion": gone} {
		if c := sealed(t, ring, w); c.Epoch != 0 || !bytes.Equal(c.Body, w.Body) || c.InClear() {
			t.Errorf("%s: %+v", name, c)
		}
	}
	if c := sealed(t, NewKeyring(), bare); c.Epoch != 0 || !c.InClear() {
		t.Errorf("before there were keys: %+v", c)
	}
	other := restricted
	other.Audience = "ladder"
	if _, err := ring.Seal(other); data.CodeOf(err) != CodeNoKey {
		t.Errorf("an audience whose key is not held: %v", err)
	}
}

// Views are merged sealed: with and without the key they are the same bytes.
func TestRecordIsOpenedWhenRead(t *testing.T) {
	ring := ringOf(t, "instructed", 1)
	r := Record{Kind: restricted.Kind, Scope: restricted.Scope, Entity: restricted.Entity}
	r.Apply(sealed(t, ring, restricted), nil)
	packed := r.Pack()
	for name, k := range map[string]*Keyring{"": NewKeyring(), string(restricted.Body): ring} {
		back, err := Unpack(packed, r.Kind, r.Scope, r.Entity)
		if err != nil {
			t.Fatal(err)
		}
		head, _ := k.OpenRecord(back).Fields["body"].Shown()
		if string(head.Body) != name || head.Sealed != (name == "") || head.Audience != "instructed" {
			t.Errorf("%q: %+v", name, head)
		}
	}
}

func TestKeyring(t *testing.T) {
	k := ringOf(t, "ladder", 2, 1)
	if epoch, ok := k.Latest("ladder"); !ok || epoch != 2 {
		t.Errorf("latest %d %v", epoch, ok)
	}
	if _, ok := k.Latest("head"); ok {
		t.Error("an audience without a key has an epoch")
	}
	k.Add("ladder", 2, make([]byte, EpochKeySize))
	if key, ok := k.Key("ladder", 2); !ok || key[0] != 2 {
		t.Error("a known epoch got another key")
	}
	for name, err := range map[string]error{
		"short": k.Add("a", 1, []byte{1}), "epoch 0": k.Add("a", 0, make([]byte, EpochKeySize)), "nobody": k.Add("", 1, make([]byte, EpochKeySize)),
	} {
		if data.CodeOf(err) != data.CodeInput {
			t.Errorf("%s: %v", name, err)
		}
	}
	var all sync.WaitGroup
	for n := range uint32(8) {
		all.Go(func() {
			k.Add("ladder", n+1, bytes.Repeat([]byte{byte(n)}, EpochKeySize))
			if w, err := k.Seal(Write{Audience: "ladder", Body: []byte{1}}); err != nil || w.Epoch == 0 {
				t.Error(err)
			}
		})
	}
	all.Wait()
	k.Forget()
	if len(k.Audiences()) != 0 {
		t.Error("keys are left")
	}
}

func TestCutIsReadBack(t *testing.T) {
	device := DeviceID{1, 2, 3}
	c := Sign(testKey(1), Link{}, 1, data.ID{}, Remove(device, 40), nil)
	if got, last, ok := CutOf(c); !ok || got != device || last != 40 {
		t.Errorf("%v %d %v", got, last, ok)
	}
	c.Body = []byte{0xff}
	if _, _, ok := CutOf(c); ok {
		t.Error("a cut without a number")
	}
	if _, _, ok := CutOf(Sign(testKey(1), Link{}, 1, data.ID{}, restricted, nil)); ok {
		t.Error("an instruction removes a laptop")
	}
}
