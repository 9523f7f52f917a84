package desk

import (
	"crypto/ed25519"
	"time"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/sshsig"
)

// SignPaper signs what a paper is made from with the key of this laptop
// (data.NamespacePaper).
func (d *Desk) SignPaper(manifest []byte) []byte {
	d.acts.Lock() // taking in what others wrote may give the laptop another key
	defer d.acts.Unlock()
	return sshsig.Sign(d.store.Sign, d.store.SigningKey(), data.NamespacePaper, manifest)
}

// Vouch says in which role a key signed at that time, with a zero time in which
// its member is now; ok is false for a key of no laptop of the delegation, or of
// one that had been removed by then. Before there was a roster several members
// worked at one laptop: of its key then, and of a solo vault's, the role is "".
func (d *Desk) Vouch(key ed25519.PublicKey, at time.Time) (role data.Role, ok bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if !d.roster.Started() {
		return "", d.store.SigningKey().Equal(key)
	}
	device := change.DeviceOf(key)
	l, known := d.roster.Laptop(device)
	if !known || !key.Equal(ed25519.PublicKey(l.Key)) {
		return "", false
	}
	when := change.At(at)
	if at.IsZero() {
		when = ^change.HLC(0)
	} else if began, start := d.roster.StartedBy(); device == began && when < start {
		return "", true
	}
	if l.Removed && !at.IsZero() && when > l.At {
		return "", false
	}
	role = d.roster.RoleAt(l.Member, when)
	return role, role != ""
}
