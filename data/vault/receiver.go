package vault

import (
	"crypto/ed25519"
	"errors"
	"io"
	"strings"

	"filippo.io/age"

	"travaux/data"
	"travaux/data/change"
)

// A laptop signs with one key and receives with another: an age identity of
// the post-quantum hybrid kind. A laptop that became a new one keeps its old
// receiving keys: what was sealed to them is still meant for it.

// newReceiver gives this copy of the vault a receiving key of its own.
func (k *keyFile) newReceiver(with *keys) error {
	identity, err := age.GenerateHybridIdentity()
	if err != nil {
		return data.E(data.CodeInternal)
	}
	sealed := with.device.seal(nil, []byte(identity.String()), []byte("receiver"))
	k.Receivers = append([][]byte{sealed}, k.Receivers...)
	return nil
}

// receivers returns the receiving keys, the one in use first.
func (k *keyFile) receivers(with *keys) (all []*age.HybridIdentity, err error) {
	for _, sealed := range k.Receivers {
		text, err := with.device.open(nil, sealed, []byte("receiver"))
		if err != nil {
			return nil, data.E(CodeKeyFile)
		}
		identity, err := age.ParseHybridIdentity(string(text))
		if err != nil {
			return nil, data.E(CodeKeyFile)
		}
		all = append(all, identity)
	}
	return all, nil
}

// Recipient is what others seal to so that only this laptop opens it: an age
// recipient ("age1pq1…").
func (v *Vault) Recipient() string {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.receivers[0].Recipient().String()
}

// OpenAge opens an age file that is sealed to this laptop. The reader fails
// where the file was altered or cut, so nothing may be believed before its
// end was reached. CodeNotAddressed: sealed to others; CodeNotSealed: no age
// file, or its beginning is damaged.
func (v *Vault) OpenAge(r io.Reader) (io.Reader, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return nil, data.E(CodeClosed)
	}
	identities := make([]age.Identity, len(v.receivers))
	for i, identity := range v.receivers {
		identities[i] = identity
	}
	plain, err := age.Decrypt(r, identities...)
	var others *age.NoIdentityMatchError
	switch {
	case errors.As(err, &others):
		return nil, data.E(CodeNotAddressed).Because(others)
	case err != nil:
		return nil, data.E(CodeNotSealed)
	}
	return plain, nil
}

// SigningKey is the public key that this laptop's changes are signed with.
func (v *Vault) SigningKey() ed25519.PublicKey {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.public
}

// Sign signs a message as this laptop. The message must begin with what tells
// its purpose, so that it cannot be taken for another one; what could be taken
// for a change is not signed (nil), nor is anything once the vault is closed.
func (v *Vault) Sign(message []byte) []byte {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed || strings.HasPrefix(string(message), change.SigningPrefix) {
		return nil
	}
	return ed25519.Sign(v.signer, message)
}

// Keyring holds the audiences' keys that this laptop can read with. It is
// empty when the vault is opened: who uses the vault fills it.
func (v *Vault) Keyring() *change.Keyring { return v.ring }
