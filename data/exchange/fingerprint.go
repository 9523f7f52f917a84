package exchange

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// Groups of a fingerprint, and the digits in each.
const (
	fingerprintGroups = 8
	fingerprintDigits = 5
)

// Fingerprint returns the card's keys as eight groups of five digits, to be read
// aloud to the head of delegation, or shown beside each other.
func (c Card) Fingerprint() []string { return Fingerprint(c.Sign, c.Recipient) }

// Fingerprint returns a laptop's two public keys as eight groups of five digits
// (132 bits of their SHA-256). Digits and not words: the two who compare them
// seldom have the same first language, and every language reads digits.
func Fingerprint(key ed25519.PublicKey, recipient string) []string {
	h := sha256.New()
	h.Write([]byte("travaux/fingerprint/v1\x00"))
	h.Write(key)
	h.Write([]byte(recipient))
	sum := h.Sum(nil)
	groups := make([]string, fingerprintGroups)
	for i := range groups {
		n := uint64(binary.BigEndian.Uint32(sum[4*i:]))
		groups[i] = fmt.Sprintf("%0*d", fingerprintDigits, n%100_000)
	}
	return groups
}
