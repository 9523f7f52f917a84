package sshsig

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"strings"

	"travaux/data"
)

const (
	armorBegin = "-----BEGIN SSH SIGNATURE-----"
	armorEnd   = "-----END SSH SIGNATURE-----"
	armorWidth = 70 // as ssh-keygen breaks lines
)

// Armor writes a signature as the text of a .sig file.
func Armor(signature []byte) []byte {
	var b bytes.Buffer
	b.WriteString(armorBegin + "\n")
	for text := base64.StdEncoding.EncodeToString(signature); text != ""; {
		n := min(len(text), armorWidth)
		b.WriteString(text[:n] + "\n")
		text = text[n:]
	}
	b.WriteString(armorEnd + "\n")
	return b.Bytes()
}

// Unarmor reads the text of a .sig file: CodeMalformed if it is none.
func Unarmor(text []byte) ([]byte, error) {
	body, ours := strings.CutPrefix(strings.TrimSpace(string(text)), armorBegin)
	body, ended := strings.CutSuffix(body, armorEnd)
	b, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(body), ""))
	if !ours || !ended || err != nil {
		return nil, data.E(CodeMalformed)
	}
	return b, nil
}

// Signer is a line of a file of allowed signers (ssh-keygen(1), ALLOWED
// SIGNERS): who signs, for which namespaces (none: for all), with which key.
type Signer struct {
	Principal  string
	Namespaces []string
	Key        ed25519.PublicKey
}

// Line writes the signer as one line. A principal is a name without spaces,
// commas, wildcards or quotes; such characters become "_".
func (s Signer) Line() string {
	line := plain(s.Principal)
	if len(s.Namespaces) > 0 {
		line += ` namespaces="` + strings.Join(s.Namespaces, ",") + `"`
	}
	return line + " " + keyType + " " + base64.StdEncoding.EncodeToString(wireKey(s.Key)) + "\n"
}

func plain(principal string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || strings.ContainsRune(`"',*?!#\`, r) || r == 0x7F {
			return '_'
		}
		return r
	}, principal)
}

// ReadSigners reads a file of allowed signers. Blank lines, remarks, keys of
// other kinds and certificate authorities are passed over; a line that cannot
// be understood gives CodeMalformed.
func ReadSigners(text []byte) ([]Signer, error) {
	var out []Signer
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		s, ours, err := readSigner(line)
		if err != nil {
			return nil, err
		}
		if ours {
			out = append(out, s)
		}
	}
	return out, nil
}

// readSigner reads one line: a principal, options, a kind of key and the key.
// Options that narrow when or for whom a key counts are not known here, and the
// key of such a line is left to ssh-keygen.
func readSigner(line string) (s Signer, ours bool, err error) {
	bad := data.E(CodeMalformed)
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return s, false, bad
	}
	s.Principal = fields[0]
	options := fields[1 : len(fields)-1]
	at := -1
	for i, f := range fields[1:] {
		if isKeyType(f) {
			at = i + 1
			options = fields[1:at]
			break
		}
	}
	if at < 0 || at+1 >= len(fields) {
		return s, false, bad
	}
	for _, o := range options {
		list, found := strings.CutPrefix(o, `namespaces="`)
		list, closed := strings.CutSuffix(list, `"`)
		if !found || !closed {
			return s, false, nil
		}
		s.Namespaces = strings.Split(list, ",")
	}
	if fields[at] != keyType {
		return s, false, nil
	}
	b, err := base64.StdEncoding.DecodeString(fields[at+1])
	if err != nil {
		return s, false, bad
	}
	key, ok := typed(b, ed25519.PublicKeySize)
	if !ok {
		return s, false, bad
	}
	s.Key = key
	return s, true, nil
}

func isKeyType(word string) bool {
	return strings.HasPrefix(word, "ssh-") || strings.HasPrefix(word, "ecdsa-") || strings.HasPrefix(word, "sk-")
}

// For reports whether the signer's key counts for a namespace.
func (s Signer) For(namespace string) bool {
	if len(s.Namespaces) == 0 {
		return true
	}
	for _, n := range s.Namespaces {
		if n == namespace {
			return true
		}
	}
	return false
}
