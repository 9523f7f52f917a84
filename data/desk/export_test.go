package desk

import (
	"travaux/data/change"
)

// Permitted lets tests ask what taking changes in asks.
func (d *Desk) Permitted(incoming []change.Change) error { return d.permitted(incoming) }

// PermittedToJoin lets tests ask what joining asks.
func PermittedToJoin(store Store, incoming []change.Change, by change.DeviceID) error {
	return permittedToJoin(store, incoming, by)
}

// ReadSpells and WriteSpells let tests ask how memberships are kept.
var ReadSpells, WriteSpells = readSpells, writeSpells

// BookKinds lets tests go through all kinds of records of the life of the treaty.
var BookKinds = bookKinds
