package vault

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"golang.org/x/crypto/argon2"

	"travaux/data"
	"travaux/data/change"
)

// The key file holds the random data key once per slot, wrapped with what
// opens that slot. It is kept twice.
const (
	keyName     = "key"
	keyCopyName = "key.copy"
	keyMagic    = "TRAVAUX VAULT KEY\n"
	keyFormat   = 1
	maxKeyFile  = 1 << 16
)

type keyFile struct {
	Format  int     `cbor:"1,keyasint"`
	Vault   vaultID `cbor:"2,keyasint"`
	Edition uint64  `cbor:"3,keyasint"` // grows with every writing; the larger of two copies counts
	Slots   []slot  `cbor:"4,keyasint"`
	Device  []byte  `cbor:"5,keyasint"` // sealed seed of this laptop's signing key
	Name    string  `cbor:"6,keyasint,omitempty"`

	// Added later; a file without them gets a receiving key when it is opened.
	Receivers [][]byte          `cbor:"7,keyasint,omitempty"` // sealed age identities, the one in use first
	Former    []change.DeviceID `cbor:"8,keyasint,omitempty"` // names this laptop had before it was found to be an old copy
}

type slotKind uint8

// Kinds of slots; numbers are for ever.
const (
	slotPassphrase slotKind = 1
	slotRecovery   slotKind = 2
)

type slot struct {
	Kind    slotKind `cbor:"1,keyasint"`
	KDF     KDF      `cbor:"2,keyasint"`
	Salt    []byte   `cbor:"3,keyasint"`
	Wrapped []byte   `cbor:"4,keyasint"`
}

// associated binds a wrapped key to its vault and its slot's parameters.
func (s slot) associated(vault vaultID) []byte {
	s.Wrapped = nil
	return append([]byte("travaux/key/v1 "+string(vault[:])), change.Marshal(s)...)
}

// wrappingKey is deliberately slow and large (RFC 9106).
func (s slot) wrappingKey(secret []byte) sealer {
	key := argon2.IDKey(secret, s.Salt, s.KDF.Time, s.KDF.Memory, s.KDF.Threads, 32)
	if s.KDF.Memory > 32<<10 {
		runtime.GC()
		debug.FreeOSMemory()
	}
	defer clear(key)
	return newSealer(key)
}

func newSlot(kind slotKind, secret, dataKey []byte, vault vaultID, kdf KDF) slot {
	s := slot{Kind: kind, KDF: kdf, Salt: make([]byte, 16)}
	rand.Read(s.Salt)
	s.Wrapped = s.wrappingKey(secret).seal(nil, dataKey, s.associated(vault))
	return s
}

// unlock returns the data key, or CodeSecret.
func (k *keyFile) unlock(o Options) ([]byte, error) {
	secret, kind := o.Passphrase, slotPassphrase
	if o.RecoveryCode != "" {
		code, ok := parseRecoveryCode(o.RecoveryCode)
		if !ok {
			return nil, data.E(CodeSecret)
		}
		secret, kind = code, slotRecovery
	}
	for _, s := range k.Slots {
		if s.Kind != kind || !s.KDF.allowed() {
			continue
		}
		dataKey, err := s.wrappingKey(secret).open(nil, s.Wrapped, s.associated(k.Vault))
		if err == nil && len(dataKey) == 32 {
			return dataKey, nil
		}
	}
	return nil, data.E(CodeSecret)
}

// setSlot replaces the slot of that kind.
func (k *keyFile) setSlot(s slot) {
	for i := range k.Slots {
		if k.Slots[i].Kind == s.Kind {
			k.Slots[i] = s
			return
		}
	}
	k.Slots = append(k.Slots, s)
}

// newDevice gives this copy of the vault a signing key and a receiving key of
// its own.
func (k *keyFile) newDevice(with *keys) error {
	seed := make([]byte, ed25519.SeedSize)
	rand.Read(seed)
	k.Device = with.device.seal(nil, seed, []byte("device"))
	return k.newReceiver(with)
}

func (k *keyFile) signingKey(with *keys) (ed25519.PrivateKey, error) {
	seed, err := with.device.open(nil, k.Device, []byte("device"))
	if err != nil || len(seed) != ed25519.SeedSize {
		return nil, data.E(CodeKeyFile)
	}
	return ed25519.NewKeyFromSeed(seed), nil
}

func (k *keyFile) encode() []byte {
	b := append([]byte(keyMagic), change.Marshal(k)...)
	sum := sha256.Sum256(b)
	return append(b, sum[:]...)
}

// decodeKeyFile refuses bytes of which a single bit is not as it was written.
func decodeKeyFile(b []byte) (*keyFile, error) {
	body, ok := bytes.CutPrefix(b, []byte(keyMagic))
	if !ok || len(body) < sha256.Size {
		return nil, data.E(CodeNone)
	}
	body, sum := body[:len(body)-sha256.Size], body[len(body)-sha256.Size:]
	if sha256.Sum256(b[:len(b)-sha256.Size]) != [32]byte(sum) {
		return nil, data.E(CodeKeyFile)
	}
	var format struct {
		Format int `cbor:"1,keyasint"`
	}
	if change.Unmarshal(body, &format) == nil && format.Format > keyFormat {
		return nil, data.E(CodeNewer)
	}
	k := &keyFile{}
	if change.Unmarshal(body, k) != nil || k.Format != keyFormat {
		return nil, data.E(CodeKeyFile)
	}
	return k, nil
}

// save writes both copies; the second only after the first is on the disk.
func (k *keyFile) save(dir string) error {
	k.Edition++
	b := k.encode()
	if err := replaceFile(filepath.Join(dir, keyName), b); err != nil {
		return err
	}
	return replaceFile(filepath.Join(dir, keyCopyName), b)
}

// readKeyFiles returns the whole copies, the latest first; damaged reports
// that one of the two is not as it should be.
func readKeyFiles(dir string) (copies []*keyFile, damaged bool, err error) {
	var worst error = data.E(CodeNone)
	for _, name := range []string{keyName, keyCopyName} {
		b, err := readLimited(filepath.Join(dir, name), maxKeyFile)
		if err != nil {
			damaged = true
			continue
		}
		k, err := decodeKeyFile(b)
		if err != nil {
			damaged = true
			if data.CodeOf(worst) == CodeNone {
				worst = err
			}
			continue
		}
		copies = append(copies, k)
	}
	switch {
	case len(copies) == 0:
		if data.CodeOf(worst) == CodeNone && exists(filepath.Join(dir, journalName)) {
			worst = data.E(CodeKeyFile)
		}
		return nil, true, worst
	case len(copies) == 2 && bytes.Equal(copies[0].encode(), copies[1].encode()):
		copies = copies[:1]
	case len(copies) == 2:
		damaged = true
		if copies[1].Edition > copies[0].Edition {
			copies[0], copies[1] = copies[1], copies[0]
		}
	}
	return copies, damaged, nil
}

func readLimited(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > limit {
		return nil, data.E(CodeNone)
	}
	return os.ReadFile(path)
}
