package vault

import (
	"crypto/rand"
	"strings"

	"travaux/data"
)

// The recovery code is 128 random bits in 26 letters and digits of
// Crockford's base 32, printed in groups. It uses data.ID's alphabet.

func newRecoveryCode() (secret []byte, printed string) {
	var id data.ID
	rand.Read(id[:])
	s := strings.ToUpper(id.String())
	return id[:], strings.Join([]string{s[:5], s[5:10], s[10:15], s[15:20], s[20:]}, "-")
}

// parseRecoveryCode forgives what people do when they copy from paper: case,
// spaces, hyphens, O for 0, I and L for 1.
func parseRecoveryCode(typed string) (secret []byte, ok bool) {
	var b strings.Builder
	for _, r := range strings.ToLower(typed) {
		switch {
		case r == 'o':
			r = '0'
		case r == 'i' || r == 'l':
			r = '1'
		case (r < '0' || r > '9') && (r < 'a' || r > 'z'):
			continue
		}
		b.WriteRune(r)
	}
	id, err := data.ParseID(b.String())
	return id[:], err == nil && b.Len() == 26
}
