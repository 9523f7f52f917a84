package change

import (
	"bytes"
	"crypto/cipher"
	"crypto/rand"
	"maps"
	"slices"
	"sync"

	"golang.org/x/crypto/chacha20poly1305"

	"travaux/data"
)

// CodeNoKey is the code of a write for an audience whose key is not held.
const CodeNoKey data.Code = "change.no-key"

// EpochKeySize is the size of an audience's key, in bytes.
const EpochKeySize = chacha20poly1305.KeySize

// Keyring holds the keys of audiences, by epoch, as far as they are known to
// this laptop. It lives in memory only. It is safe for concurrent use; its
// zero value is not usable.
type Keyring struct {
	mu   sync.RWMutex
	keys map[epochOf]epochKey
}

type epochOf struct {
	audience string
	epoch    uint32
}

type epochKey struct {
	key  []byte
	aead cipher.AEAD
}

// NewKeyring returns an empty keyring.
func NewKeyring() *Keyring { return &Keyring{keys: map[epochOf]epochKey{}} }

// Add takes note of the key of an audience's epoch; epochs count from 1. A
// known epoch keeps the key it has: what was sealed with it must stay
// readable. A key of another size, or without audience or epoch, is of
// data.CodeInput.
func (k *Keyring) Add(audience string, epoch uint32, key []byte) error {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil || audience == "" || epoch == 0 {
		return data.E(data.CodeInput, "what", "key")
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	of := epochOf{audience, epoch}
	if _, known := k.keys[of]; !known {
		k.keys[of] = epochKey{bytes.Clone(key), aead}
	}
	return nil
}

// Key returns the key of an epoch, to be wrapped for another laptop.
func (k *Keyring) Key(audience string, epoch uint32) (key []byte, ok bool) {
	held, ok := k.get(audience, epoch)
	return bytes.Clone(held.key), ok
}

// Latest returns the newest epoch of an audience whose key is held.
func (k *Keyring) Latest(audience string) (epoch uint32, ok bool) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	for of := range k.keys {
		if of.audience == audience && of.epoch > epoch {
			epoch, ok = of.epoch, true
		}
	}
	return epoch, ok
}

// Audiences returns the audiences of which any key is held, sorted.
func (k *Keyring) Audiences() []string {
	k.mu.RLock()
	defer k.mu.RUnlock()
	names := map[string]bool{}
	for of := range k.keys {
		names[of.audience] = true
	}
	return slices.Sorted(maps.Keys(names))
}

// Forget drops all keys.
func (k *Keyring) Forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, held := range k.keys {
		clear(held.key)
	}
	clear(k.keys)
}

func (k *Keyring) get(audience string, epoch uint32) (epochKey, bool) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	held, ok := k.keys[epochOf{audience, epoch}]
	return held, ok
}

// Seal seals a write's body for its audience with the key of the newest epoch
// that is held, and notes the epoch. What has no audience stays as it is; so
// does a deletion, whose body only names changes, and everything as long as
// the ring is empty, as in a vault that was made before audiences had keys.
// Else an audience without a key gives CodeNoKey.
func (k *Keyring) Seal(w Write) (Write, error) {
	if w.Audience == "" || w.Op == OpTombstone || len(w.Body) == 0 || w.Epoch != 0 {
		return w, nil
	}
	epoch, ok := k.Latest(w.Audience)
	if !ok {
		if len(k.Audiences()) == 0 {
			return w, nil
		}
		return w, data.E(CodeNoKey)
	}
	held, _ := k.get(w.Audience, epoch)
	sealed := make([]byte, chacha20poly1305.NonceSizeX, chacha20poly1305.NonceSizeX+len(w.Body)+chacha20poly1305.Overhead)
	rand.Read(sealed)
	w.Epoch = epoch
	w.Body = held.aead.Seal(sealed, sealed, w.Body, associated(w.Kind, w.Scope, w.Entity, w.Field, w.Audience, epoch))
	return w, nil
}

// associated binds a sealed body to where it was written.
func associated(kind string, scope, entity data.ID, field, audience string, epoch uint32) []byte {
	return append([]byte("travaux/body/v1\x00"), Marshal([]any{kind, scope, entity, field, audience, epoch})...)
}

// open returns what was sealed; ok is false without the key, or if the seal
// is broken.
func (k *Keyring) open(kind string, scope, entity data.ID, field, audience string, epoch uint32, sealed []byte) (body []byte, ok bool) {
	held, ok := k.get(audience, epoch)
	if !ok || len(sealed) < chacha20poly1305.NonceSizeX {
		return nil, false
	}
	nonce, text := sealed[:chacha20poly1305.NonceSizeX], sealed[chacha20poly1305.NonceSizeX:]
	body, err := held.aead.Open(nil, nonce, text, associated(kind, scope, entity, field, audience, epoch))
	return body, err == nil
}

// Open returns the change with its body readable. Where the key is not held
// the body is nil and Sealed is set. Raw and ID stay those of the log.
func (k *Keyring) Open(c Change) Change {
	if c.Epoch == 0 {
		return c
	}
	body, ok := k.open(c.Kind, c.Scope, c.Entity, c.Field, c.Audience, c.Epoch, c.Body)
	c.Body, c.Sealed = body, !ok
	return c
}

// OpenRecord makes the bodies of all heads readable, as Open does.
func (k *Keyring) OpenRecord(r Record) Record {
	for name, field := range r.Fields {
		for i, h := range field.Heads {
			if h.Epoch == 0 {
				continue
			}
			body, ok := k.open(r.Kind, r.Scope, r.Entity, name, h.Audience, h.Epoch, h.Body)
			field.Heads[i].Body, field.Heads[i].Sealed = body, !ok
		}
	}
	return r
}
