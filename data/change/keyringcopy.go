package change

import "maps"

// Copy returns a keyring with the same keys, to which others can be added without
// this one learning of them.
func (k *Keyring) Copy() *Keyring {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return &Keyring{keys: maps.Clone(k.keys)}
}
