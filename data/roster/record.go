package roster

import (
	"cmp"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// Kinds of record that make a roster.
const (
	KindMember = "member" // body: data.Member
	KindLaptop = "laptop" // body: Laptop; the entity begins with the laptop's name in the log
	KindStart  = "roster" // body: Start

	FieldBody = "body"
)

// Laptop is a laptop of a member, as a root laptop admitted it.
type Laptop struct {
	Device    change.DeviceID `cbor:"1,keyasint"`
	Key       []byte          `cbor:"2,keyasint"` // Ed25519 public key, what it signs with
	Recipient string          `cbor:"3,keyasint"` // age, what is sealed for it
	Member    data.ID         `cbor:"4,keyasint"`
	Name      string          `cbor:"5,keyasint"`           // "grey laptop", by its owner
	Root      bool            `cbor:"6,keyasint,omitempty"` // it may write to the roster
}

// Span is how far a chain had come.
type Span struct {
	_      struct{} `cbor:",toarray"`
	Device change.DeviceID
	Last   uint64
}

// Start is the beginning of a roster: the first root laptop, and what was
// written before, when several persons worked at one laptop. That is taken as it
// is, whoever wrote it.
type Start struct {
	Root   change.DeviceID `cbor:"1,keyasint"`
	Before []Span          `cbor:"2,keyasint,omitempty"`
}

// Entity is the identity of a laptop's record.
func Entity(device change.DeviceID) (id data.ID) {
	copy(id[:], device[:])
	return id
}

// Concerns reports whether a change is one that a roster is made of.
func Concerns(c change.Change) bool {
	_, _, cut := change.CutOf(c)
	return cut || c.Field == FieldBody && (c.Kind == KindMember || c.Kind == KindLaptop || c.Kind == KindStart)
}

// inOrder compares changes by time. No two have the same: a laptop never gives a
// reading twice, and laptops have different names.
func inOrder(a, b change.Change) int {
	return cmp.Or(cmp.Compare(a.Time, b.Time), slices.Compare(a.Device[:], b.Device[:]), cmp.Compare(a.Seq, b.Seq))
}
