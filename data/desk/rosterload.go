package desk

import (
	"slices"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/roster"
)

// loadRoster reads who belongs to the delegation with which laptops. Without a
// roster that is next to nothing.
func (d *Desk) loadRoster() error {
	changes, err := rosterChanges(d.store)
	if err != nil {
		return err
	}
	d.roster = roster.Fold(changes)
	return nil
}

// rosterChanges are the changes that the store's roster is made of.
func rosterChanges(store Store) ([]change.Change, error) {
	var entities []data.ID
	for _, kind := range []string{kindRoster, kindMember, kindLaptop, change.KindDevice} {
		err := store.Records(kind, root, func(rec change.Record) error {
			entities = append(entities, rec.Entity)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(entities, func(a, b data.ID) int { return slices.Compare(a[:], b[:]) })
	var out []change.Change
	for _, id := range slices.Compact(entities) {
		history, err := store.History(id)
		if err != nil {
			return nil, err
		}
		out = append(out, history...)
	}
	return out, nil
}

// settle says who works at this laptop: its member, once there is a roster. A
// laptop that was removed is nobody's; one that is not on the roster yet keeps
// the member it had, whose changes count for the others when it is admitted.
func (d *Desk) settle() {
	device := d.device()
	if l, known := d.roster.Laptop(device); known {
		d.me = l.Member
		if l.Removed {
			d.me = data.ID{}
		}
		return
	}
	me, err := data.ParseID(d.store.Scratch(scratchMe))
	if _, known := d.members[me]; err == nil && known {
		d.me = me
		return
	}
	d.me = data.ID{}
	if all := d.sortedMembers(); len(all) > 0 && !d.roster.Started() {
		d.me = all[len(all)-1].ID // the setting was lost: whoever may least
	}
}
