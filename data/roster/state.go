package roster

import (
	"bytes"
	"maps"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// State is a roster: everybody who belongs to it or did, at every time. Its zero
// value is that of a vault in which none was started.
type State struct {
	start   *change.Change
	began   Start
	members map[data.ID][]period[data.Role] // oldest first
	laptops map[change.DeviceID][]period[Laptop]
	cuts    map[change.DeviceID]cut
	broken  []change.Change
}

// period is a value that holds from a time on.
type period[T any] struct {
	from  change.HLC
	value T
}

// cut is the removal of a laptop.
type cut struct {
	at   change.HLC
	last uint64
}

// Standing is a laptop as it stands now.
type Standing struct {
	Laptop
	Removed bool
	At      change.HLC // when it was admitted or, if so, removed
	Last    uint64     // of a removed one: the number of its last change that counts
}

// Fold makes the state out of changes, in any order; those that do not concern a
// roster are passed over, and so are repeated ones. Bodies must be readable.
func Fold(changes []change.Change) *State {
	var list []change.Change
	seen := map[[32]byte]bool{}
	for _, c := range changes {
		if Concerns(c) && !seen[c.ID()] {
			seen[c.ID()] = true
			list = append(list, c)
		}
	}
	slices.SortFunc(list, inOrder)
	// A removal may silence somebody who removed others, even him who made it: one
	// is taken after the other, those first that prevail.
	cuts := map[change.DeviceID]cut{}
	done := map[[32]byte]bool{}
	for {
		s := fold(list, cuts)
		next, ok := s.nextCut(list, done)
		if !ok {
			return s
		}
		done[next.ID()] = true
		device, last, _ := change.CutOf(next)
		if was, removed := cuts[device]; !removed || last < was.last {
			cuts = maps.Clone(cuts)
			cuts[device] = cut{next.Time, last}
		}
	}
}

// nextCut is the removal that prevails over those that are not done. Of two
// laptops that removed each other capital's prevails, which is on the roster for
// the day on which the head's is lost; of two of capital the older one.
func (s *State) nextCut(list []change.Change, done map[[32]byte]bool) (next change.Change, ok bool) {
	var rank [2]int64
	for _, c := range list {
		if _, _, removes := change.CutOf(c); !removes || done[c.ID()] || s.CutOff(c) || !s.Started() || !s.Before(c) && !s.RootAt(c.Device, c.Time) {
			continue
		}
		mine := [2]int64{1, int64(s.start.Time)}
		if periods := s.laptops[c.Device]; len(periods) > 0 {
			mine[1] = int64(periods[0].from)
			if l, _ := valueAt(periods, c.Time); s.RoleAt(l.Member, c.Time) == data.RoleCapital {
				mine[0] = 0
			}
		}
		if !ok || slices.Compare(mine[:], rank[:]) < 0 {
			next, rank, ok = c, mine, true
		}
	}
	return next, ok
}

// fold goes once through the list. What those cuts leave out has no effect.
func fold(list []change.Change, cuts map[change.DeviceID]cut) *State {
	s := &State{
		members: map[data.ID][]period[data.Role]{}, laptops: map[change.DeviceID][]period[Laptop]{},
		cuts: cuts,
	}
	s.begin(list)
	for _, c := range list {
		switch {
		case s.start == nil && c.Kind != KindMember, s.CutOff(c):
			continue // without a roster there are members and nothing else
		case s.start == nil, c.ID() == s.start.ID(), s.Before(c):
		case c.Kind == KindStart || !s.RootAt(c.Device, c.Time):
			s.broken = append(s.broken, c)
			continue
		}
		s.apply(c)
	}
	return s
}

// begin finds how the roster was started. Another start that came later, of
// whomever, is no start.
func (s *State) begin(list []change.Change) {
	for _, c := range list {
		var began Start
		if c.Kind == KindStart && c.Op != change.OpTombstone && change.Unmarshal(c.Body, &began) == nil && began.Root == c.Device {
			s.start, s.began = &c, began
			return
		}
	}
}

func (s *State) apply(c change.Change) {
	switch c.Kind {
	case KindMember:
		var m data.Member
		if c.Op != change.OpTombstone && change.Unmarshal(c.Body, &m) != nil {
			return
		}
		s.members[c.Entity] = append(s.members[c.Entity], period[data.Role]{c.Time, m.Role})
	case KindLaptop:
		var l Laptop
		device := change.DeviceID(c.Entity[:8])
		if c.Op != change.OpTombstone && (change.Unmarshal(c.Body, &l) != nil || change.DeviceOf(l.Key) != device || l.Device != device) {
			return
		}
		s.laptops[device] = append(s.laptops[device], period[Laptop]{c.Time, l})
	}
}

// Started reports whether a roster was started.
func (s *State) Started() bool { return s != nil && s.start != nil }

// StartedBy names the laptop that started the roster, and when.
func (s *State) StartedBy() (change.DeviceID, change.HLC) {
	if !s.Started() {
		return change.DeviceID{}, 0
	}
	return s.began.Root, s.start.Time
}

// IsStart reports whether a change is the one that started the roster.
func (s *State) IsStart(c change.Change) bool { return s.Started() && c.ID() == s.start.ID() }

// Before reports whether a change was written before the roster was started, in
// the vault in which it was.
func (s *State) Before(c change.Change) bool {
	if !s.Started() {
		return false
	}
	return c.Device == s.start.Device && c.Seq < s.start.Seq ||
		slices.ContainsFunc(s.began.Before, func(b Span) bool { return b.Device == c.Device && c.Seq <= b.Last })
}

// CutOff reports whether a change counts for nothing, its laptop being removed.
func (s *State) CutOff(c change.Change) bool {
	was, removed := s.cuts[c.Device]
	return removed && c.Seq > was.last
}

// Broken holds the changes to the roster that no root laptop made.
func (s *State) Broken() []change.Change { return s.broken }

// Laptop returns a laptop as it stands now; ok is false for one that was never
// admitted.
func (s *State) Laptop(device change.DeviceID) (l Standing, ok bool) {
	if s == nil {
		return l, false
	}
	periods := s.laptops[device]
	if len(periods) == 0 {
		return l, false
	}
	for _, p := range slices.Backward(periods) {
		if l.Laptop = p.value; l.Key != nil {
			break // not the word that it is off the roster
		}
	}
	l.At = periods[0].from
	l.Removed = periods[len(periods)-1].value.Key == nil
	if c, removed := s.cuts[device]; removed {
		l.Removed, l.At, l.Last = true, c.at, c.last
	}
	return l, true
}

// Laptops returns all laptops that are or were on the roster, by when they were
// admitted.
func (s *State) Laptops() []Standing {
	if s == nil {
		return nil
	}
	devices := slices.SortedFunc(maps.Keys(s.laptops), func(a, b change.DeviceID) int {
		if x, y := s.laptops[a][0].from, s.laptops[b][0].from; x != y {
			return int(min(max(int64(x)-int64(y), -1), 1))
		}
		return bytes.Compare(a[:], b[:])
	})
	var out []Standing
	for _, d := range devices {
		l, _ := s.Laptop(d)
		out = append(out, l)
	}
	return out
}

// MemberOf returns whose laptop it is or was.
func (s *State) MemberOf(device change.DeviceID) (member data.ID, ok bool) {
	l, ok := s.Laptop(device)
	return l.Member, ok
}

// Standing reports whether a laptop is on the roster now.
func (s *State) Standing(device change.DeviceID) bool {
	l, ok := s.Laptop(device)
	return ok && !l.Removed
}

// Root reports whether a laptop may write to the roster now: it was made a root,
// and its member is the head or, for when the head's laptop is lost, capital.
func (s *State) Root(device change.DeviceID) bool {
	return s.Started() && s.Standing(device) && s.RootAt(device, ^change.HLC(0))
}

// rootAt is Root at a time of the past. The laptop that starts a roster is its
// root until its record, which follows at once, says so.
func (s *State) RootAt(device change.DeviceID, at change.HLC) bool {
	if !s.Started() || at < s.start.Time {
		return false
	}
	l, ok := valueAt(s.laptops[device], at)
	if !ok {
		return device == s.began.Root
	}
	role := s.RoleAt(l.Member, at)
	return l.Root && (role.May(data.RightRoster) || role == data.RoleCapital)
}

// RoleAt is the role a member had at a time; before its first one, that.
func (s *State) RoleAt(member data.ID, at change.HLC) data.Role {
	if s == nil || len(s.members[member]) == 0 {
		return ""
	}
	role, ok := valueAt(s.members[member], at)
	if !ok {
		role = s.members[member][0].value
	}
	return role
}

// valueAt is what held at a time; ok is false before the first.
func valueAt[T any](periods []period[T], at change.HLC) (value T, ok bool) {
	for _, p := range periods {
		if p.from > at {
			break
		}
		value, ok = p.value, true
	}
	return value, ok
}
