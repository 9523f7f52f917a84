package desk

import (
	"crypto/rand"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/roster"
)

// ringOf is a store that holds keys of audiences and this laptop's own.
type ringOf interface {
	Records(kind string, scope data.ID, yield func(change.Record) error) error
	Keyring() *change.Keyring
	Recipient() string
}

// loadKeys unwraps the keys of audiences that are meant for this laptop and not
// held yet. What is sealed can be read from then on.
func loadKeys(store Store) error {
	mine := roster.KeyField(store.Recipient())
	return store.Records(kindAudienceKey, root, func(rec change.Record) error {
		var w roster.Wrapped
		if ok, err := field(rec, mine, &w); err != nil || !ok || rec.Entity != roster.KeyEntity(w.Audience, w.Epoch) {
			return err
		}
		if _, held := store.Keyring().Key(w.Audience, w.Epoch); held {
			return nil
		}
		key, err := w.Unwrap(store.OpenAge)
		if err != nil {
			return nil // it was spoilt: what it opens stays sealed, the rest is not lost for it
		}
		return store.Keyring().Add(w.Audience, w.Epoch, key)
	})
}

// epochsOf lists the epochs of every audience, oldest first.
func epochsOf(store ringOf) (map[data.Audience][]uint32, error) {
	out := map[data.Audience][]uint32{}
	err := store.Records(kindAudienceKey, root, func(rec change.Record) error {
		for name := range rec.Fields {
			var w roster.Wrapped
			if ok, err := field(rec, name, &w); err == nil && ok {
				out[data.Audience(w.Audience)] = append(out[data.Audience(w.Audience)], w.Epoch)
				break
			}
		}
		return nil
	})
	return out, err
}

// newEpoch makes a key for an audience and wraps it for those laptops. The key
// is not held until it was read back from the log.
func newEpoch(a data.Audience, latest uint32, by change.DeviceID, recipients []string) ([]change.Write, error) {
	key := make([]byte, change.EpochKeySize)
	rand.Read(key)
	return wrapped(a, roster.NextEpoch(latest, by), key, recipients)
}

// wrapped are the writes that give some laptops the key of an epoch.
func wrapped(a data.Audience, epoch uint32, key []byte, recipients []string) ([]change.Write, error) {
	var out []change.Write
	for _, to := range recipients {
		w, err := roster.Wrap(string(a), epoch, key, to)
		if err != nil {
			return nil, err
		}
		out = append(out, set(kindAudienceKey, root, roster.KeyEntity(string(a), epoch), roster.KeyField(to), w))
	}
	return out, nil
}

// firstKeys are the writes that give this laptop keys for audiences that have
// none yet.
func firstKeys(store Store) ([]change.Write, error) {
	have, err := epochsOf(store)
	if err != nil {
		return nil, err
	}
	var out []change.Write
	for _, a := range data.Audiences {
		if len(have[a]) > 0 {
			continue
		}
		w, err := newEpoch(a, 0, change.DeviceOf(store.SigningKey()), []string{store.Recipient()})
		if err != nil {
			return nil, err
		}
		out = append(out, w...)
	}
	return out, nil
}

// keysFor are the writes that let a laptop read all that its role may, from the
// beginning.
func (d *Desk) keysFor(recipient string, role data.Role) ([]change.Write, error) {
	have, err := epochsOf(d.store)
	if err != nil {
		return nil, err
	}
	var out []change.Write
	for _, a := range data.Audiences {
		if !role.Of(a) {
			continue
		}
		for _, epoch := range have[a] {
			key, held := d.store.Keyring().Key(string(a), epoch)
			if !held {
				continue
			}
			w, err := wrapped(a, epoch, key, []string{recipient})
			if err != nil {
				return nil, err
			}
			out = append(out, w...)
		}
	}
	return out, nil
}

// renewed are the writes that begin new epochs of some audiences for the laptops
// that may read them from now on, and for a newcomer, unless that is "". The
// caller holds mu.
func (d *Desk) renewed(audiences []data.Audience, may func(l roster.Standing, a data.Audience) bool, newcomer string) ([]change.Write, error) {
	have, err := epochsOf(d.store)
	if err != nil {
		return nil, err
	}
	var out []change.Write
	for _, a := range audiences {
		var latest uint32
		for _, e := range have[a] {
			latest = max(latest, e)
		}
		var recipients []string
		if newcomer != "" {
			recipients = append(recipients, newcomer)
		}
		for _, l := range d.roster.Laptops() {
			if !l.Removed && may(l, a) {
				recipients = append(recipients, l.Recipient)
			}
		}
		w, err := newEpoch(a, latest, d.device(), recipients)
		if err != nil {
			return nil, err
		}
		out = append(out, w...)
	}
	return out, nil
}

// audiencesOf are those that a role is of.
func audiencesOf(role data.Role) []data.Audience {
	return without(append([]data.Audience(nil), data.Audiences...), func(a data.Audience) bool { return !role.Of(a) })
}
