package exchange

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/pem"
	"slices"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"travaux/data"
	"travaux/data/change"
)

// laptop is a laptop's keys, always the same for the same number, but for the
// receiving key, which age makes.
type laptop struct {
	key      ed25519.PrivateKey
	identity *age.HybridIdentity
}

func newLaptop(t testing.TB, n byte) laptop {
	t.Helper()
	seed := sha256.Sum256([]byte{n})
	identity, err := age.GenerateHybridIdentity()
	if err != nil {
		t.Fatal(err)
	}
	return laptop{ed25519.NewKeyFromSeed(seed[:]), identity}
}

func (l laptop) public() ed25519.PublicKey  { return l.key.Public().(ed25519.PublicKey) }
func (l laptop) device() change.DeviceID    { return change.DeviceOf(l.public()) }
func (l laptop) recipient() string          { return l.identity.Recipient().String() }
func (l laptop) sign(message []byte) []byte { return ed25519.Sign(l.key, message) }

var someDay = time.Date(2026, 11, 23, 18, 30, 0, 0, time.UTC)

func (l laptop) card(t testing.TB, person string) Card {
	t.Helper()
	c, err := NewCard(person, "grey laptop", data.RoleDelegate, l.public(), l.recipient(), someDay, l.sign)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func written(t testing.TB, c Card) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteCard(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCardComesBack(t *testing.T) {
	c := newLaptop(t, 1).card(t, "  Ana Pérez ")
	text := written(t, c)
	cases := map[string][]byte{
		"as written":   text,
		"in a mail":    []byte("Dear head,\n\n" + string(text) + "\nAna\n"),
		"Windows ends": bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")),
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			back, err := ReadCard(bytes.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if back.Person != "Ana Pérez" || back.Laptop != "grey laptop" || back.Role != data.RoleDelegate || !back.Made.Equal(someDay) {
				t.Errorf("came back as %+v", back)
			}
			if back.Device() != c.Device() || !slices.Equal(back.Fingerprint(), c.Fingerprint()) {
				t.Error("another laptop came back")
			}
		})
	}
}

func TestCardOfAnotherIsRefused(t *testing.T) {
	c := newLaptop(t, 1).card(t, "Ana")
	repacked := func(c Card) []byte { return written(t, c) }
	renamed, rekeyed, newer := c, c, c
	renamed.Person = "Bob"
	rekeyed.Recipient = newLaptop(t, 2).recipient()
	newer.V = 2
	cases := map[string]struct {
		text []byte
		want data.Code
	}{
		"no card":            {[]byte("%PDF-1.7"), CodeNoCard},
		"empty":              {nil, CodeNoCard},
		"another block":      {pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: make([]byte, 200)}), CodeNoCard},
		"another name":       {repacked(renamed), CodeCardAltered},
		"another key":        {repacked(rekeyed), CodeCardAltered},
		"a newer version":    {repacked(newer), change.CodeNewer},
		"larger than a card": {bytes.Repeat([]byte("x"), maxCard+1), CodeNoCard},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if _, err := ReadCard(bytes.NewReader(c.text)); data.CodeOf(err) != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestEveryAlteredByteOfACardIsRefused(t *testing.T) {
	text := written(t, newLaptop(t, 1).card(t, "Ana"))
	block, _ := pem.Decode(text)
	for i := range block.Bytes {
		bad := bytes.Clone(block.Bytes)
		bad[i] ^= 0x20
		if _, err := ReadCard(bytes.NewReader(pem.EncodeToMemory(&pem.Block{Type: cardBlock, Bytes: bad}))); err == nil {
			t.Fatalf("byte %d altered: accepted", i)
		}
	}
}

func TestNamesOnACard(t *testing.T) {
	l := newLaptop(t, 1)
	cases := map[string]struct {
		person string
		ok     bool
	}{
		"Arabic":             {"ليلى حداد", true},
		"Chinese":            {"王芳", true},
		"empty":              {" ", false},
		"two lines":          {"Ana\nHead", false},
		"turned around":      {"Ana\u202edaeH", false},
		"longer than a name": {strings.Repeat("a", maxName+1), false},
		"not UTF-8":          {"\xff", false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := NewCard(c.person, "x", "", l.public(), l.recipient(), someDay, l.sign)
			if (err == nil) != c.ok {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestFingerprint(t *testing.T) {
	a, b := newLaptop(t, 1), newLaptop(t, 2)
	one := Fingerprint(a.public(), "recipient")
	// The digits of version 1, for ever: people have written them down.
	if want := "14035 37534 28011 35936 42100 47645 04880 61450"; strings.Join(one, " ") != want {
		t.Errorf("got %v", one)
	}
	if slices.Equal(one, Fingerprint(b.public(), "recipient")) || slices.Equal(one, Fingerprint(a.public(), "other")) {
		t.Error("two laptops have the same fingerprint")
	}
}

func FuzzReadCard(f *testing.F) {
	f.Add(written(f, newLaptop(f, 1).card(f, "Ana")))
	f.Add([]byte("-----BEGIN TRAVAUX LAPTOP-----\n-----END TRAVAUX LAPTOP-----\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if c, err := ReadCard(bytes.NewReader(text)); err == nil && (c.check() != nil || len(c.Fingerprint()) != fingerprintGroups) {
			t.Error("accepted a card that does not hold")
		}
	})
}
