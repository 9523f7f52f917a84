package vault

import (
	"travaux/data"
	"travaux/data/change"
)

// reading holds the vault open for a reader.
func (v *Vault) reading() (done func(), err error) {
	v.mu.RLock()
	if v.closed {
		v.mu.RUnlock()
		return nil, data.E(CodeClosed)
	}
	return v.mu.RUnlock, nil
}

// Records gives all records of that kind and scope, ordered by entity. yield
// must not write to the vault; an error from it ends the reading and is
// returned. Deleted entities are given too (Record.Deleted).
func (v *Vault) Records(kind string, scope data.ID, yield func(change.Record) error) error {
	done, err := v.reading()
	if err != nil {
		return err
	}
	defer done()
	return v.store.kv.scan(v.keys.scopePrefix(kind, scope), func(key, packed []byte) error {
		r, err := change.Unpack(packed, kind, scope, data.ID(key[len(key)-16:]))
		if err != nil {
			return data.E(CodeStore)
		}
		return yield(v.ring.OpenRecord(r))
	})
}

// Record gives one record; data.CodeNotFound if nothing was ever written to it.
func (v *Vault) Record(kind string, scope, entity data.ID) (change.Record, error) {
	done, err := v.reading()
	if err != nil {
		return change.Record{}, err
	}
	defer done()
	r, found, err := v.store.record(kind, scope, entity)
	if err == nil && !found {
		err = data.E(data.CodeNotFound, "what", kind)
	}
	return v.ring.OpenRecord(r), err
}

// History gives every change of the entity, the oldest first.
func (v *Vault) History(entity data.ID) ([]change.Change, error) {
	done, err := v.reading()
	if err != nil {
		return nil, err
	}
	defer done()
	var changes []change.Change
	err = v.store.history(entity, func(c change.Change) error {
		changes = append(changes, v.ring.Open(c))
		return nil
	})
	return changes, err
}
