package desk

import "travaux/data"

// trail is where one has been in the text: places left by going elsewhere, and
// those left by going back.
type trail struct{ behind, ahead []data.ID }

// longestTrail bounds what is remembered.
const longestTrail = 100

// leave notes a place that is left for another one; what lay ahead is forgotten.
func (t *trail) leave(from data.ID) {
	t.ahead = nil
	t.behind = appended(t.behind, from)
}

// back is the place before this one; ok is false at the beginning.
func (t *trail) back(here data.ID) (to data.ID, ok bool) { return move(&t.behind, &t.ahead, here) }

// forward is the place that was left by going back.
func (t *trail) forward(here data.ID) (to data.ID, ok bool) { return move(&t.ahead, &t.behind, here) }

// forget takes away places that are in the text no more.
func (t *trail) forget(gone func(data.ID) bool) {
	for _, list := range []*[]data.ID{&t.behind, &t.ahead} {
		var kept []data.ID
		for _, id := range *list {
			if !gone(id) {
				kept = append(kept, id)
			}
		}
		*list = kept
	}
}

func move(from, to *[]data.ID, here data.ID) (data.ID, bool) {
	n := len(*from) - 1
	for n >= 0 && (*from)[n] == here { // one is there already
		n--
	}
	if n < 0 {
		return data.ID{}, false
	}
	there := (*from)[n]
	*from = (*from)[:n]
	*to = appended(*to, here)
	return there, true
}

// appended adds a place to the end of a list, unless it ends there.
func appended(list []data.ID, at data.ID) []data.ID {
	if at.IsZero() || len(list) > 0 && list[len(list)-1] == at {
		return list
	}
	if list = append(list, at); len(list) > longestTrail {
		list = list[1:]
	}
	return list
}
