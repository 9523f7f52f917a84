package change

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"

	"travaux/data"
)

// Codes of changes that cannot be accepted.
const (
	CodeMalformed data.Code = "change.malformed" // bytes that are no change of this format
	CodeNewer     data.Code = "change.newer"     // written by a newer version of the program
	CodeSignature data.Code = "change.signature" // not signed by the device it names
)

// Version is the format of changes this package writes.
const Version = 1

// SigningPrefix is what a signature covers before the CBOR bytes, so that it
// can never be taken for a signature over something else.
const SigningPrefix = "travaux/change/v1\x00"

// DeviceID names a device: the first 8 bytes of the SHA-256 of its public key.
type DeviceID [8]byte

// String returns 16 hexadecimal digits.
func (d DeviceID) String() string { return hex.EncodeToString(d[:]) }

// ParseDevice reads what String wrote; an error is of data.CodeInput.
func ParseDevice(s string) (d DeviceID, err error) {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != len(d) {
		return DeviceID{}, data.E(data.CodeInput, "what", "device")
	}
	return DeviceID(b), nil
}

// DeviceOf returns the name of the device with that public key.
func DeviceOf(key ed25519.PublicKey) DeviceID {
	sum := sha256.Sum256(key)
	return DeviceID(sum[:8])
}

// Op is what a change does to its field.
type Op uint8

// Operations. An operation this version does not know is kept and merged like
// OpSet.
const (
	OpSet       Op = 1 // the field has this value; replaces the head its author was shown
	OpTombstone Op = 2 // the field, or with Field "" the entity, is deleted
	OpResolve   Op = 3 // settles a conflict: replaces all heads
	OpDevice    Op = 4 // first change of every chain: the device's public key and name
	OpCut       Op = 5 // the device is removed: its changes after the number in the body (Cut) count for nothing
)

// Change is one write as it is signed, kept for ever and exchanged.
type Change struct {
	V      uint8      `cbor:"1,keyasint"`
	Device DeviceID   `cbor:"2,keyasint"`
	Seq    uint64     `cbor:"3,keyasint"` // 1, 2, 3… without gaps
	Prev   [32]byte   `cbor:"4,keyasint"` // identity of the device's previous change; zero for the first
	Time   HLC        `cbor:"5,keyasint"`
	Author data.ID    `cbor:"6,keyasint"`
	Kind   string     `cbor:"7,keyasint"`
	Entity data.ID    `cbor:"8,keyasint"`
	Op     Op         `cbor:"9,keyasint"`
	Field  string     `cbor:"10,keyasint,omitempty"`
	Bases  [][32]byte `cbor:"11,keyasint,omitempty"` // heads this change replaces
	Scope  data.ID    `cbor:"12,keyasint"`
	Body   []byte     `cbor:"14,keyasint,omitempty"`
	Lang   string     `cbor:"15,keyasint,omitempty"`

	// A body for an audience is sealed with that audience's key of that epoch.
	// Everybody can check chain and signature and pass the change on. Without
	// an epoch the body is in clear: a deletion, or written before there were
	// keys.
	Audience string `cbor:"16,keyasint,omitempty"`
	Epoch    uint32 `cbor:"17,keyasint,omitempty"`

	// Sealed is set by Keyring.Open where the key is not held; Body is nil.
	Sealed bool `cbor:"-"`

	raw []byte
	id  [32]byte
}

// Write is what an author asks for; the log adds device, number, time and
// bases and signs it.
type Write struct {
	Kind   string  // of the entity: "provision", "comment"…
	Scope  data.ID // what the entity is loaded with, e.g. its revision
	Entity data.ID
	Op     Op     // zero means OpSet
	Field  string // "" is the entity itself
	Body   []byte // CBOR by the caller; none for a tombstone
	Lang   string // of the body's text, where it has one

	Audience string // who can read the body; "" is everybody who has the log
	Epoch    uint32 // set by Keyring.Seal: the body is sealed with the key of that epoch
}

// Link is the end of a device's chain: what the next change continues.
type Link struct {
	Seq  uint64
	Hash [32]byte
}

// Sign makes the change that continues the chain at link.
func Sign(key ed25519.PrivateKey, link Link, at HLC, author data.ID, w Write, bases [][32]byte) Change {
	if w.Op == 0 {
		w.Op = OpSet
	}
	if len(w.Body) == 0 {
		w.Body = nil // as it will be decoded
	}
	c := Change{
		V: Version, Device: DeviceOf(key.Public().(ed25519.PublicKey)),
		Seq: link.Seq + 1, Prev: link.Hash, Time: at, Author: author,
		Kind: w.Kind, Scope: w.Scope, Entity: w.Entity, Op: w.Op, Field: w.Field,
		Bases: bases, Body: w.Body, Lang: w.Lang, Audience: w.Audience, Epoch: w.Epoch,
	}
	content := Marshal(c)
	c.keep(append(content, ed25519.Sign(key, append([]byte(SigningPrefix), content...))...))
	return c
}

func (c *Change) keep(raw []byte) {
	c.raw, c.id = raw, sha256.Sum256(raw)
}

// InClear reports whether a body meant for an audience can be read by everybody
// who has the log.
func (c Change) InClear() bool {
	return c.Audience != "" && c.Epoch == 0 && c.Op != OpTombstone && len(c.Body) > 0
}

// Raw returns the change's bytes: CBOR, then the signature. They are not to
// be altered.
func (c Change) Raw() []byte { return c.raw }

// ID returns the change's identity, the SHA-256 of Raw.
func (c Change) ID() [32]byte { return c.id }

// Link returns the end of the chain after this change.
func (c Change) Link() Link { return Link{c.Seq, c.id} }

// Decode reads Raw's bytes back. It accepts only the one right encoding of a
// change; it does not check the signature. The change keeps raw.
func Decode(raw []byte) (Change, error) {
	c, err := DecodeTrusted(raw)
	if err != nil {
		return Change{}, err
	}
	if !bytes.Equal(Marshal(c), content(raw)) {
		return Change{}, data.E(CodeMalformed)
	}
	return c, nil
}

// DecodeTrusted is Decode for bytes that were accepted before and have been
// authenticated since: it does not check that the encoding is the right one.
func DecodeTrusted(raw []byte) (Change, error) {
	var c Change
	if len(raw) <= ed25519.SignatureSize {
		return Change{}, data.E(CodeMalformed)
	}
	if err := decoder.Unmarshal(content(raw), &c); err != nil {
		return Change{}, data.E(CodeMalformed)
	}
	if c.V > Version {
		return Change{}, data.E(CodeNewer)
	}
	if c.V != Version || c.Seq == 0 || c.Op == 0 {
		return Change{}, data.E(CodeMalformed)
	}
	c.keep(raw)
	return c, nil
}

// Verify checks the signature with the device's public key.
func (c Change) Verify(key ed25519.PublicKey) error {
	text := content(c.raw)
	if len(key) != ed25519.PublicKeySize || DeviceOf(key) != c.Device ||
		!ed25519.Verify(key, append([]byte(SigningPrefix), text...), c.raw[len(text):]) {
		return data.E(CodeSignature)
	}
	return nil
}

func content(raw []byte) []byte { return raw[:len(raw)-ed25519.SignatureSize] }
