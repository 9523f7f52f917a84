package twin

import (
	"context"
	"crypto/ed25519"
	"errors"
	"io"
	"maps"
	"slices"

	"filippo.io/age"

	"travaux/data"
	"travaux/data/change"
)

// What the vault does between laptops, in memory: without cuts, forks and the
// disk, which the vault's own tests hold.

// Heads implements desk.Store.
func (m *Store) Heads() (all []change.Known) {
	for _, c := range m.log {
		known := change.Known{Device: c.Device, Link: c.Link(), Time: c.Time}
		if c.Device == change.DeviceOf(m.SigningKey()) {
			known.Key = m.SigningKey()
		}
		at := slices.IndexFunc(all, func(k change.Known) bool { return k.Device == c.Device })
		if at < 0 {
			all = append(all, known)
		} else {
			all[at] = known
		}
	}
	return all
}

// Since implements desk.Store.
func (m *Store) Since(have map[change.DeviceID]uint64, yield func(change.Change) error) error {
	for _, c := range m.log {
		if c.Seq > have[c.Device] {
			if err := yield(c); err != nil {
				return err
			}
		}
	}
	return nil
}

// Blobs implements desk.Store.
func (m *Store) Blobs() [][32]byte {
	return slices.SortedFunc(maps.Keys(m.blobs), func(a, b [32]byte) int { return slices.Compare(a[:], b[:]) })
}

// Take implements desk.Store.
func (m *Store) Take(_ context.Context, changes []change.Change) (taken change.Taken, err error) {
	for _, c := range changes {
		if !m.known[c.ID()] {
			taken.New = append(taken.New, c)
			m.take(c)
		}
	}
	return taken, nil
}

// Foresee implements desk.Store.
func (m *Store) Foresee(changes []change.Change) (taken change.Taken, err error) {
	for _, c := range changes {
		if !m.known[c.ID()] {
			taken.New = append(taken.New, c)
		}
	}
	return taken, nil
}

// Keyring implements desk.Store.
func (m *Store) Keyring() *change.Keyring { return m.ring }

// SigningKey implements desk.Store.
func (m *Store) SigningKey() ed25519.PublicKey { return m.key.Public().(ed25519.PublicKey) }

// Sign implements desk.Store.
func (m *Store) Sign(message []byte) []byte { return ed25519.Sign(m.key, message) }

// Recipient implements desk.Store.
func (m *Store) Recipient() string { return m.identity.Recipient().String() }

// OpenAge implements desk.Store.
func (m *Store) OpenAge(r io.Reader) (io.Reader, error) {
	plain, err := age.Decrypt(r, m.identity)
	if other := new(age.NoIdentityMatchError); errors.As(err, &other) {
		return nil, data.E("vault.not-addressed")
	}
	return plain, err
}
