package exchange

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"filippo.io/age"

	"travaux/data"
	"travaux/data/change"
)

func (l laptop) opener() Opener {
	return func(r io.Reader) (io.Reader, error) { return age.Decrypt(r, l.identity) }
}

// told is a chain of n changes of the laptop, each with size bytes in it that
// are the same every time.
func (l laptop) told(n, size int) []change.Change {
	random := rand.NewChaCha8(sha256.Sum256(l.public()))
	link := change.Link{}
	out := make([]change.Change, n)
	for i := range out {
		w := change.Announce(l.public(), "laptop")
		if i > 0 {
			body := make([]byte, size)
			random.Read(body)
			w = change.Write{Kind: "comment", Entity: data.ID{byte(i)}, Field: "text", Body: change.Marshal(body)}
		}
		out[i] = change.Sign(l.key, link, change.HLC(i+1)<<16, data.ID{9}, w, nil)
		link = out[i].Link()
	}
	return out
}

func content(changes []change.Change, files ...[]byte) Content {
	return Content{
		Changes: func(yield func(change.Change) error) error {
			for _, c := range changes {
				if err := yield(c); err != nil {
					return err
				}
			}
			return nil
		},
		File: func(sum [32]byte) ([]byte, error) {
			for _, f := range files {
				if sha256.Sum256(f) == sum {
					return f, nil
				}
			}
			return nil, data.E(data.CodeNotFound, "what", "file")
		},
	}
}

func (l laptop) header(to ...laptop) Header {
	h := Header{Negotiation: data.ID{7}, Key: l.public(), Recipient: l.recipient(), Made: change.At(someDay)}
	for _, t := range to {
		h.To = append(h.To, t.device())
	}
	return h
}

func sealers(t testing.TB, to ...laptop) []age.Recipient {
	t.Helper()
	var recipients []string
	for _, l := range to {
		recipients = append(recipients, l.recipient())
	}
	out, err := Sealers(recipients)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// bundled is a bundle from one laptop to others.
func bundled(t testing.TB, from laptop, changes []change.Change, file []byte, to ...laptop) []byte {
	t.Helper()
	var b bytes.Buffer
	h := from.header(to...)
	if file != nil {
		h.Files = []File{{Sum: sha256.Sum256(file)}}
	}
	h.Receipt = Receipt{Have: []Span{{Device: from.device(), First: 1, Last: 12}}, Files: [][32]byte{{1}}}
	if err := WriteBundle(&b, sealers(t, to...), h, content(changes, file), from.sign); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestBundleComesBack(t *testing.T) {
	ana, ben, cap := newLaptop(t, 1), newLaptop(t, 2), newLaptop(t, 3)
	changes := append(ana.told(40, 100), ben.told(3, 10)[1:]...)
	file := bytes.Repeat([]byte("a draft "), 300_000)
	packed := bundled(t, ana, changes, file, ben, cap)
	for _, reader := range []laptop{ben, cap} {
		b, err := ReadBundle(bytes.NewReader(packed), reader.opener())
		if err != nil {
			t.Fatal(err)
		}
		if b.From() != ana.device() || !slices.Equal(b.To, []change.DeviceID{ben.device(), cap.device()}) || b.Negotiation != (data.ID{7}) {
			t.Errorf("header: %+v", b.Header)
		}
		if !slices.EqualFunc(b.Changes, changes, func(x, y change.Change) bool { return x.ID() == y.ID() }) || b.Count() != 42 {
			t.Errorf("%d changes came back, counted %d", len(b.Changes), b.Count())
		}
		if !bytes.Equal(b.Files[sha256.Sum256(file)], file) || len(b.Files) != 1 {
			t.Error("the file did not come back")
		}
		if b.Receipt.Have[0].Last != 12 || len(b.Receipt.Files) != 1 {
			t.Errorf("receipt: %+v", b.Receipt)
		}
		if !slices.Equal(b.Fingerprint(), Fingerprint(ana.public(), ana.recipient())) {
			t.Error("another fingerprint")
		}
	}
}

func TestEmptyBundleCarriesTheReceipt(t *testing.T) {
	ana, ben := newLaptop(t, 1), newLaptop(t, 2)
	b, err := ReadBundle(bytes.NewReader(bundled(t, ana, nil, nil, ben)), ben.opener())
	if err != nil || len(b.Changes) != 0 || len(b.Receipt.Have) != 1 {
		t.Fatalf("%+v, %v", b, err)
	}
}

func TestWithPassphrase(t *testing.T) {
	defer func(n int) { workFactor = n }(workFactor)
	workFactor = 10
	ana, ben := newLaptop(t, 1), newLaptop(t, 2)
	to, err := PassphraseSealer([]byte("correct horse"))
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	if err := WriteBundle(&packed, to, ana.header(), content(ana.told(3, 10)), ana.sign); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name string
		open Opener
		want data.Code
	}{
		{"right", WithPassphrase([]byte("correct horse")), ""},
		{"wrong", WithPassphrase([]byte("battery staple")), CodePassphrase},
		{"empty", WithPassphrase(nil), data.CodeInput},
		{"with a key", ben.opener(), CodePassphraseWanted},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			b, err := ReadBundle(bytes.NewReader(packed.Bytes()), c.open)
			if data.CodeOf(err) != c.want || err == nil && len(b.Changes) != 3 {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
	if _, err := ReadBundle(bytes.NewReader(bundled(t, ana, nil, nil, ben)), WithPassphrase([]byte("correct horse"))); data.CodeOf(err) != CodeForeign {
		t.Errorf("a bundle for laptops with a passphrase: %v", err)
	}
	if _, err := PassphraseSealer(nil); data.CodeOf(err) != data.CodeInput {
		t.Errorf("sealed with no passphrase: %v", err)
	}
}

func TestRefused(t *testing.T) {
	ana, ben, eve := newLaptop(t, 1), newLaptop(t, 2), newLaptop(t, 3)
	changes := ana.told(5, 10)
	whole := bundled(t, ana, changes, []byte("a file"), ben)
	forged := func(sign func([]byte) []byte, h Header, c Content) []byte {
		var b bytes.Buffer
		if err := WriteBundle(&b, sealers(t, ben), h, c, sign); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	other := slices.Clone(changes)
	other[3] = eve.told(4, 10)[3]
	fork := slices.Clone(changes)
	fork[3] = change.Sign(ana.key, fork[1].Link(), 9<<16, data.ID{9}, change.Write{Kind: "x"}, nil)
	fork[3].Seq = 4
	cases := []struct {
		name string
		file []byte
		want data.Code
	}{
		{"empty", nil, CodeNoBundle},
		{"another file", []byte("%PDF-1.7 and more of it"), CodeNoBundle},
		{"only its first letter", whole[:1], CodeIncomplete},
		{"an age file with something else in it", ageFile(t, []byte("shopping list, and what else there is to do before Friday"), ben), CodeNoBundle},
		{"for another laptop", bundled(t, ana, changes, nil, eve), CodeForeign},
		{"more at its end", append(bytes.Clone(whole), 0), CodeAltered},
		{"twice in a file", append(bytes.Clone(whole), whole...), CodeAltered},
		{"signed by another", forged(eve.sign, ana.header(ben), content(changes)), CodeAltered},
		{"of a newer format", ageFile(t, append([]byte(bundleMagic+"\x00\x00\x00\x02"), make([]byte, 1<<17)...), ben), change.CodeNewer},
		{"changes that do not follow each other", unchecked(t, ana, fork, ben), CodeAltered},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if b, err := ReadBundle(bytes.NewReader(c.file), ben.opener()); data.CodeOf(err) != c.want || b != nil {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	if err := WriteBundle(io.Discard, sealers(t, ben), ana.header(ben), content(other), ana.sign); data.CodeOf(err) != change.CodeGap {
		t.Errorf("changes of two laptops mixed: %v", err)
	}
	if _, err := Sealers(nil); data.CodeOf(err) != CodeNobody {
		t.Errorf("for nobody: %v", err)
	}
	if _, err := ReadBundle(io.MultiReader(bytes.NewReader(whole[:5000]), broken{}), ben.opener()); data.CodeOf(err) != data.CodeFile {
		t.Errorf("a medium that cannot be read: %v", err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("stick pulled out") }

func ageFile(t testing.TB, plain []byte, to laptop) []byte {
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to.identity.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	w.Write(plain)
	w.Close()
	return b.Bytes()
}

// unchecked is a bundle with changes that an honest laptop would not put in it.
func unchecked(t testing.TB, from laptop, changes []change.Change, to laptop) []byte {
	h := from.header(to)
	h.V, h.ID = bundleFormat, data.NewID()
	size := uint64(0)
	h.Holds = []Span{{Device: from.device(), First: 1, Last: uint64(len(changes))}}
	for _, c := range changes {
		size += 4 + uint64(len(c.Raw()))
	}
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to.identity.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	if err := h.write(w, size, content(changes), from.sign); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return b.Bytes()
}

func TestCutAnywhereOrAltered(t *testing.T) {
	ana, ben := newLaptop(t, 1), newLaptop(t, 2)
	whole := bundled(t, ana, ana.told(60, 1000), []byte("a file"), ben)
	for n := 101; n < len(whole); n += 101 {
		if _, err := ReadBundle(bytes.NewReader(whole[:n]), ben.opener()); data.CodeOf(err) != CodeIncomplete {
			t.Fatalf("cut after %d of %d bytes: %v", n, len(whole), err)
		}
	}
	refusals := map[data.Code]int{}
	for i := 0; i < len(whole); i += 37 {
		bad := bytes.Clone(whole)
		bad[i] ^= 1 << (i % 8)
		_, err := ReadBundle(bytes.NewReader(bad), ben.opener())
		refusals[data.CodeOf(err)]++
		switch data.CodeOf(err) {
		case CodeAltered, CodeForeign: // what is sealed to a key tells nothing to who does not fit
		case CodeNoBundle, CodeIncomplete:
			if i > 64 {
				t.Fatalf("byte %d altered: %v", i, err)
			}
		default:
			t.Fatalf("byte %d altered: %v", i, err)
		}
	}
	if refusals[CodeAltered] < len(whole)/37*9/10 {
		t.Errorf("refused as %v", refusals)
	}
}

// Inside the seal of age too every byte counts: the signature covers all of them.
func TestEveryAlteredByteInsideIsRefused(t *testing.T) {
	ana, ben := newLaptop(t, 1), newLaptop(t, 2)
	var plain bytes.Buffer
	h := ana.header(ben)
	changes := ana.told(4, 50)
	h.V, h.ID, h.Holds = bundleFormat, data.NewID(), []Span{{Device: ana.device(), First: 1, Last: 4}}
	size := uint64(0)
	for _, c := range changes {
		size += 4 + uint64(len(c.Raw()))
	}
	if err := h.write(&plain, size, content(changes), ana.sign); err != nil {
		t.Fatal(err)
	}
	read := func(plain []byte) error {
		r := &reader{in: newBuffered(plain), sum: newSum()}
		_, err := r.bundle()
		return err
	}
	if err := read(plain.Bytes()); err != nil {
		t.Fatal(err)
	}
	for i := 0; i < plain.Len(); i += 1 + i/4000*13 {
		bad := bytes.Clone(plain.Bytes())
		bad[i] ^= 4
		if read(bad) == nil {
			t.Fatalf("byte %d altered: accepted", i)
		}
	}
	for i := plain.Len() - 700; i < plain.Len(); i++ {
		bad := bytes.Clone(plain.Bytes())
		bad[i] ^= 0x80
		if read(bad) == nil {
			t.Fatalf("byte %d altered: accepted", i)
		}
	}
}

func FuzzBundle(f *testing.F) {
	ana, ben := newLaptop(f, 1), newLaptop(f, 2)
	var plain bytes.Buffer
	h := ana.header(ben)
	h.V, h.ID = bundleFormat, data.NewID()
	if err := h.write(&plain, 0, content(nil), ana.sign); err != nil {
		f.Fatal(err)
	}
	f.Add(plain.Bytes())
	f.Add(append(prelude(10, 1<<40), make([]byte, 1<<16)...))
	f.Fuzz(func(t *testing.T, plain []byte) {
		r := &reader{in: newBuffered(plain), sum: newSum()}
		if b, err := r.bundle(); err == nil && (len(b.Changes) != b.Count() || !b.valid()) {
			t.Error("accepted a bundle that does not hold what it says")
		}
	})
}

func BenchmarkBundle(b *testing.B) {
	ana := newLaptop(b, 1)
	var to []laptop
	for n := range byte(10) {
		to = append(to, newLaptop(b, n+2))
	}
	changes := ana.told(100_000, 400)
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			if err := WriteBundle(io.Discard, sealers(b, to...), ana.header(to...), content(changes), ana.sign); err != nil {
				b.Fatal(err)
			}
		}
	})
	packed := bundled(b, ana, changes, nil, to...)
	b.Run(fmt.Sprintf("read %d MB", len(packed)>>20), func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := ReadBundle(bytes.NewReader(packed), to[9].opener()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func newBuffered(plain []byte) *bufio.Reader { return bufio.NewReader(bytes.NewReader(plain)) }
