package sshsig

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"

	"travaux/data"
)

// Codes of signatures that prove nothing.
const (
	CodeMalformed data.Code = "sshsig.malformed" // bytes that are no signature of this format
	CodeWrong     data.Code = "sshsig.wrong"     // of another key, for another purpose, or over another message
)

// What every signature begins with, and so does what is signed: no signature
// of another kind by the same key can be taken for one (PROTOCOL.sshsig, 2 and 3).
const (
	magic   = "SSHSIG"
	version = 1
	keyType = "ssh-ed25519"
	digest  = "sha512"
)

// Sign makes a signature over the message, as the bytes that Armor writes out.
// The signer is given what is to be signed with the private half of key, and
// nothing that could be taken for anything else. The namespace says what the
// signature is for and must not be empty.
func Sign(signer func([]byte) []byte, key ed25519.PublicKey, namespace string, message []byte) []byte {
	made := signer(covered(namespace, message))
	b := binary.BigEndian.AppendUint32([]byte(magic), version)
	b = appendString(b, wireKey(key))
	b = appendString(b, []byte(namespace))
	b = appendString(b, nil) // reserved
	b = appendString(b, []byte(digest))
	return appendString(b, appendString(appendString(nil, []byte(keyType)), made))
}

// Verify reports whether the bytes are a signature by that key, for that
// namespace, over that message: CodeMalformed or CodeWrong if not.
func Verify(key ed25519.PublicKey, namespace string, message, signature []byte) error {
	s, err := parse(signature)
	if err != nil {
		return err
	}
	if !bytes.Equal(s.key, key) || s.namespace != namespace || !ed25519.Verify(s.key, covered(namespace, message), s.made) {
		return data.E(CodeWrong)
	}
	return nil
}

// Key returns the key that a signature names. Only Verify says whether it made
// the signature.
func Key(signature []byte) (ed25519.PublicKey, error) {
	s, err := parse(signature)
	return s.key, err
}

// Fingerprint is how ssh-keygen -l shows a key: "SHA256:" and the digest of the
// key in base 64 without padding.
func Fingerprint(key ed25519.PublicKey) string {
	sum := sha256.Sum256(wireKey(key))
	return "SHA256:" + base64.RawStdEncoding.EncodeToString(sum[:])
}

// covered is what is signed for a message (PROTOCOL.sshsig, 3).
func covered(namespace string, message []byte) []byte {
	sum := sha512.Sum512(message)
	b := appendString([]byte(magic), []byte(namespace))
	b = appendString(b, nil)
	b = appendString(b, []byte(digest))
	return appendString(b, sum[:])
}

// wireKey is a public key as SSH writes it (RFC 8709, 4).
func wireKey(key ed25519.PublicKey) []byte {
	return appendString(appendString(nil, []byte(keyType)), key)
}

// appendString appends a string with its length before it (RFC 4251, 5).
func appendString(b, s []byte) []byte {
	return append(binary.BigEndian.AppendUint32(b, uint32(len(s))), s...)
}

// signature is what the bytes of one say.
type signature struct {
	key       ed25519.PublicKey
	namespace string
	made      []byte
}

func parse(b []byte) (signature, error) {
	bad := data.E(CodeMalformed)
	rest, ours := bytes.CutPrefix(b, binary.BigEndian.AppendUint32([]byte(magic), version))
	if !ours {
		return signature{}, bad
	}
	var fields [5][]byte
	for i := range fields {
		var ok bool
		if fields[i], rest, ok = cutString(rest); !ok {
			return signature{}, bad
		}
	}
	key, keyOK := typed(fields[0], ed25519.PublicKeySize)
	made, madeOK := typed(fields[4], ed25519.SignatureSize)
	if len(rest) > 0 || !keyOK || !madeOK || len(fields[1]) == 0 || len(fields[2]) > 0 || string(fields[3]) != digest {
		return signature{}, bad
	}
	return signature{key, string(fields[1]), made}, nil
}

// typed cuts the name of the kind of key off; what follows has that size.
func typed(b []byte, size int) ([]byte, bool) {
	kind, rest, ok := cutString(b)
	value, rest, found := cutString(rest)
	return value, ok && found && len(rest) == 0 && string(kind) == keyType && len(value) == size
}

func cutString(b []byte) (s, rest []byte, ok bool) {
	if len(b) < 4 {
		return nil, nil, false
	}
	n := binary.BigEndian.Uint32(b)
	if uint64(n) > uint64(len(b)-4) {
		return nil, nil, false
	}
	return b[4 : 4+n], b[4+n:], true
}
