package data

import (
	"crypto/rand"
	"encoding/base32"
	"strings"
)

// ID identifies a thing (provision, comment, member…) for ever. It is random:
// nothing about the thing can be read from it, and renumbering never changes it.
type ID [16]byte

var idText = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// NewID returns a fresh random identity.
func NewID() ID {
	var id ID
	rand.Read(id[:])
	return id
}

// IsZero reports whether the identity was never given.
func (id ID) IsZero() bool { return id == ID{} }

// String returns 26 lower-case letters and digits (Crockford's base 32).
func (id ID) String() string { return idText.EncodeToString(id[:]) }

// ParseID reads what String wrote.
func ParseID(s string) (ID, error) {
	var id ID
	b, err := idText.DecodeString(strings.ToLower(s))
	if err != nil || len(b) != len(id) {
		return ID{}, E(CodeInput, "what", "id")
	}
	copy(id[:], b)
	return id, nil
}
