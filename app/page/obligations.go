package page

import (
	"slices"
	"strings"

	"travaux/app/room"
	"travaux/data"
	"travaux/data/search"
)

// newObligations is a list of obligations of the register of a treaty, each named by
// the number of its provision or by words of it. Where that means several, typing it
// again takes the next.
func newObligations(r *room.Room, treaty data.ID) *Picked[data.ID] {
	var list *Picked[data.ID]
	list = NewPicked(r, r.Loc.T("picked.obligation"), r.Loc.T("picked.obligation.unknown"),
		func(typed string) (data.ID, bool) {
			found := obligationsOf(r, treaty, typed)
			if len(found) == 0 {
				return data.ID{}, false
			}
			at := slices.IndexFunc(found, func(o data.Obligation) bool { return slices.Contains(list.All(), o.ID) })
			return found[(at+1)%len(found)].ID, true
		},
		func(id data.ID) string { return ObligationWords(r, id) })
	return list
}

// obligationsOf are those that a typed text means: of the provision of that number,
// else those in whose words it stands.
func obligationsOf(r *room.Room, treaty data.ID, typed string) (out []data.Obligation) {
	of := r.Desk.Obligations().Where(func(o data.Obligation) bool { return o.Treaty == treaty && !o.Aside })
	ofTreaty, _ := r.Desk.Treaties().Get(treaty)
	if t, err := r.Desk.TreatyText(ofTreaty); err == nil {
		for _, p := range t.GoTo(typed) {
			for _, o := range of {
				if o.Provision == p.ID {
					out = append(out, o)
				}
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	words := search.Fold(strings.TrimSpace(typed))
	return slices.DeleteFunc(of, func(o data.Obligation) bool {
		return words == "" || !strings.Contains(search.Fold(o.Who+" "+o.Must), words)
	})
}

// ObligationWords says which obligation of the register is meant: where it stands and
// the beginning of what must be done.
func ObligationWords(r *room.Room, id data.ID) string {
	o, ok := r.Desk.Obligations().Get(id)
	if !ok {
		return r.Loc.T("picked.obligation.gone")
	}
	return r.Loc.T("picked.obligation.words", "place", Cited(r, []data.ID{o.Provision}), "words", r.Loc.Isolate(Beginning(o.Must)))
}
