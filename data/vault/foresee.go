package vault

import "travaux/data/change"

// Foresee says what Take would bring, and refuses what Take would refuse, without
// writing anything.
func (v *Vault) Foresee(changes []change.Change) (change.Taken, error) {
	done, err := v.reading()
	if err != nil {
		return change.Taken{}, err
	}
	defer done()
	a, err := v.store.admit(changes, identity{v.device, v.keyFile.Former}, v.options.now())
	return change.Taken{New: a.fresh, Reissued: a.aged}, err
}
