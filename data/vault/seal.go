package vault

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"errors"

	"golang.org/x/crypto/chacha20poly1305"
)

// sealer seals with XChaCha20-Poly1305: a random nonce of 24 bytes, then the
// ciphertext. What is sealed opens only with the same associated data.
type sealer struct{ aead cipher.AEAD }

// sealedExtra is how much longer sealed data is.
const sealedExtra = chacha20poly1305.NonceSizeX + chacha20poly1305.Overhead

var errSeal = errors.New("seal is broken")

func newSealer(key []byte) sealer {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		panic(err) // only for a key that is not 32 bytes
	}
	return sealer{aead}
}

// seal appends sealed plain to dst.
func (s sealer) seal(dst, plain, associated []byte) []byte {
	start := len(dst)
	dst = append(dst, make([]byte, chacha20poly1305.NonceSizeX)...)
	nonce := dst[start:]
	rand.Read(nonce)
	return s.aead.Seal(dst, nonce, plain, associated)
}

// open appends the opened plain text to dst.
func (s sealer) open(dst, sealed, associated []byte) ([]byte, error) {
	if len(sealed) < sealedExtra {
		return nil, errSeal
	}
	nonce, text := sealed[:chacha20poly1305.NonceSizeX], sealed[chacha20poly1305.NonceSizeX:]
	plain, err := s.aead.Open(dst, nonce, text, associated)
	if err != nil {
		return nil, errSeal
	}
	return plain, nil
}

// keys are all derived from the vault's random data key, one per use.
type keys struct {
	vault   vaultID
	data    []byte // the data key itself: the probe needs it
	badger  []byte // Badger's own encryption
	index   []byte // hides names in keys of the store
	store   sealer
	journal sealer
	scratch sealer
	state   sealer
	device  sealer
	backup  sealer
}

type vaultID [16]byte

func deriveKeys(dataKey []byte, vault vaultID) *keys {
	derive := func(use string) []byte {
		key, err := hkdf.Key(sha256.New, dataKey, vault[:], "travaux/vault/v1 "+use, 32)
		if err != nil {
			panic(err) // only for absurd lengths
		}
		return key
	}
	return &keys{
		vault: vault, data: dataKey, badger: derive("badger"), index: derive("index"),
		store: newSealer(derive("store")), journal: newSealer(derive("journal")),
		scratch: newSealer(derive("scratch")), state: newSealer(derive("state")),
		device: newSealer(derive("device")), backup: newSealer(derive("backup")),
	}
}
