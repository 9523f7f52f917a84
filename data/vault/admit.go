package vault

import (
	"cmp"
	"crypto/ed25519"
	"slices"
	"time"

	"travaux/data"
	"travaux/data/change"
)

// maxSealedBody is the largest body that is taken from another laptop.
const maxSealedBody = MaxBody + sealedExtra

// admission is what taking changes in would do.
type admission struct {
	fresh []change.Change // not known, each device's in order
	old   []void          // this laptop was an old copy: where its own story and the others' part
	aged  bool            // it still goes by the name of that copy
}

// identity is what a laptop is called, and was called before it was found to
// be an old copy.
type identity struct {
	now    change.DeviceID
	before []change.DeviceID
}

func (i identity) own(d change.DeviceID) bool { return d == i.now || slices.Contains(i.before, d) }

// admit holds the changes of other laptops against what the store knows and
// writes nothing: every chain must go on where ours ends, without a gap, and
// its last change must be signed. Only of this laptop itself may others know
// another story.
func (s *store) admit(changes []change.Change, me identity, now time.Time) (admission, error) {
	var a admission
	sorted := slices.Clone(changes)
	slices.SortStableFunc(sorted, func(a, b change.Change) int {
		return cmp.Or(slices.Compare(a.Device[:], b.Device[:]), cmp.Compare(a.Seq, b.Seq))
	})
	sorted = slices.CompactFunc(sorted, func(a, b change.Change) bool { return a.ID() == b.ID() })
	m := s.meta
	for len(sorted) > 0 {
		device := sorted[0].Device
		n := slices.IndexFunc(sorted, func(c change.Change) bool { return c.Device != device })
		if n < 0 {
			n = len(sorted)
		}
		if err := s.admitDevice(&m, &a, sorted[:n], me, now); err != nil {
			return admission{}, err
		}
		sorted = sorted[n:]
	}
	return a, s.measure(a.fresh)
}

func (s *store) admitDevice(m *meta, a *admission, list []change.Change, me identity, now time.Time) error {
	device := list[0].Device
	own := me.own(device)
	if last, removed := m.cut(device); removed {
		behind := slices.IndexFunc(list, func(c change.Change) bool { return c.Seq > last })
		if behind >= 0 {
			list = list[:behind]
		}
	}
	held := m.chain(device)
	known := slices.IndexFunc(list, func(c change.Change) bool { return !held.Has(c.Seq) })
	if known < 0 {
		known = len(list)
	}
	fresh := list[known:]
	part, err := s.parting(held, list[:known])
	if err != nil {
		return err
	}
	if part < 0 && len(fresh) > 0 && fresh[0].Seq == held.Link.Seq+1 && held.Link.Seq > 0 && fresh[0].Prev != held.Link.Hash && own {
		return change.Gap(device, 1, held.Link.Seq) // where the two stories part is not told
	}
	if part >= 0 {
		if !own {
			return change.Fork(device, list[part].Seq)
		}
		if held, err = s.chainUpTo(device, list[part]); err != nil {
			return err
		}
		a.old = append(a.old, void{Device: device, From: list[part].Seq})
		fresh = list[part:]
	}
	if len(fresh) == 0 {
		return nil
	}
	for i, c := range fresh {
		if len(c.Body) > maxSealedBody {
			return data.E(CodeTooLarge)
		}
		removal, ok := cutOf(c)
		if c.Op == change.OpCut && !ok {
			return data.E(change.CodeMalformed)
		}
		if err := held.Extend(c); err != nil {
			return err
		}
		if i == len(fresh)-1 {
			if err := c.Verify(ed25519.PublicKey(held.Key)); err != nil {
				return err
			}
			if err := change.NewClock(func() time.Time { return now }).Observe(c.Time); err != nil {
				return err
			}
		}
		if ok {
			*m = m.withCut(removal)
		}
	}
	a.aged = a.aged || device == me.now
	*m = m.withChain(device, held)
	a.fresh = append(a.fresh, fresh...)
	return nil
}

// parting returns the index of the first change that is not ours though its
// number is; -1 if there is none. As every change names the one before it,
// only the last of each unbroken run is compared, unless that differs.
func (s *store) parting(held change.Chain, known []change.Change) (int, error) {
	same := func(c change.Change) (bool, error) {
		if c.Seq == held.Link.Seq {
			return c.ID() == held.Link.Hash, nil
		}
		raw, err := s.kv.get(changeKey(c.Device, c.Seq))
		if err != nil {
			return false, err
		}
		ours, err := change.DecodeTrusted(raw)
		return err == nil && ours.ID() == c.ID(), err
	}
	for start := 0; start < len(known); {
		end := start + 1
		for end < len(known) && known[end].Seq == known[end-1].Seq+1 && known[end].Prev == known[end-1].ID() {
			end++
		}
		if ok, err := same(known[end-1]); err != nil {
			return -1, err
		} else if !ok {
			for i := start; i < end; i++ {
				if ok, err := same(known[i]); err != nil || !ok {
					return i, err
				}
			}
		}
		start = end
	}
	return -1, nil
}

// chainUpTo is our chain of a device as it stood before the change with which
// it parts from the others'.
func (s *store) chainUpTo(device change.DeviceID, parts change.Change) (change.Chain, error) {
	if parts.Seq == 1 {
		return change.Chain{}, nil
	}
	raw, err := s.kv.get(changeKey(device, parts.Seq-1))
	if err != nil {
		return change.Chain{}, err
	}
	before, err := change.DecodeTrusted(raw)
	if err != nil {
		return change.Chain{}, data.E(CodeStore)
	}
	if before.ID() != parts.Prev {
		return change.Chain{}, change.Gap(device, 1, parts.Seq-1) // they part earlier than is told
	}
	held := s.meta.chain(device)
	return change.Chain{Link: before.Link(), Key: held.Key, Time: before.Time}, nil
}

// measure refuses changes that lead to a record too large to be kept.
func (s *store) measure(fresh []change.Change) error {
	type place struct {
		kind          string
		scope, entity data.ID
	}
	sizes := map[place]int{}
	for _, c := range fresh {
		sizes[place{c.Kind, c.Scope, c.Entity}] += len(c.Body) + pairExtra
	}
	large := map[place]*cached{}
	for at, size := range sizes {
		if size < maxValue/4 {
			continue
		}
		r, _, err := s.record(at.kind, at.scope, at.entity)
		if err != nil {
			return err
		}
		large[at] = &cached{Record: r}
	}
	if len(large) == 0 {
		return nil
	}
	b := s.begin()
	for _, c := range fresh {
		b.ids[c.ID()] = true
	}
	for _, c := range fresh {
		if r := large[place{c.Kind, c.Scope, c.Entity}]; r != nil {
			var failed error
			r.Apply(c, func(id [32]byte) bool {
				known, err := b.known(c.Entity, id)
				failed = err
				return known
			})
			if failed != nil {
				return failed
			}
		}
	}
	for _, r := range large {
		if r.tooLarge() {
			return data.E(CodeTooLarge)
		}
	}
	return nil
}
