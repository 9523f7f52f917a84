package vault

import (
	"cmp"
	"errors"
	"slices"

	"travaux/data/change"
)

// A removed laptop's changes after its cut count for nothing, whatever the
// order in which cut and changes arrive. Views hold what counts only. Where
// they hold something that a later frame of the journal takes away, they are
// built anew, with the later frames known from the start (errAgain).
//
// A cut counts as long as the change that made it does. Two laptops that cut
// each other: the cut that arrived first stands.
var errAgain = errors.New("a later frame of the journal takes back what was read")

// cut is a removal that counts.
type cut struct {
	_      struct{} `cbor:",toarray"`
	Device change.DeviceID
	Last   uint64
	By     change.DeviceID // and Number: the change that removes
	Number uint64
}

func compareCuts(a, b cut) int {
	return cmp.Or(slices.Compare(a.Device[:], b.Device[:]), slices.Compare(a.By[:], b.By[:]), cmp.Compare(a.Number, b.Number))
}

// cut returns the number of a removed device's last change that counts: the
// smallest, where it was removed more than once.
func (m *meta) cut(d change.DeviceID) (last uint64, removed bool) {
	for _, c := range m.Cuts {
		if c.Device == d && (!removed || c.Last < last) {
			last, removed = c.Last, true
		}
	}
	return last, removed
}

// beyond reports whether a change lies behind the cut of its device.
func (m *meta) beyond(c change.Change) bool {
	last, removed := m.cut(c.Device)
	return removed && c.Seq > last
}

// withCut returns a meta with that removal.
func (m meta) withCut(c cut) meta {
	i, known := slices.BinarySearchFunc(m.Cuts, c, compareCuts)
	if !known {
		m.Cuts = slices.Insert(slices.Clone(m.Cuts), i, c)
	}
	return m
}

func cutOf(c change.Change) (cut, bool) {
	device, last, ok := change.CutOf(c)
	return cut{Device: device, Last: last, By: c.Device, Number: c.Seq}, ok
}

// void is a frame by which a laptop that was an old copy takes back what it
// had written under its old name since it was copied.
type void struct {
	_      struct{} `cbor:",toarray"`
	Device change.DeviceID
	From   uint64 // number of the first change that does not count
	frame  uint64 // of the journal; what stands after it counts again
}

// past is what earlier readings of a journal found in later frames.
type past struct {
	cuts  []cut
	met   map[cut]bool // of cuts, in this reading
	dead  map[cut]bool // turned out to lie behind a cut themselves
	voids []void
}

// reads begins a reading that knows what earlier ones found.
func (s *store) reads(p *past) {
	if s.past = p; p != nil {
		s.meta.Cuts = p.cuts
	}
}

// repeat makes a store and reads a journal into it, as often as later frames
// take back what earlier ones said. p is what is known of them; nil: nothing.
func repeat(p *past, empty func() (*store, error), read func(*store) error) error {
	for {
		s, err := empty()
		if err != nil {
			return err
		}
		s.reads(p)
		if err = read(s); err != errAgain {
			return err
		}
		p = s.past
		if err := s.kv.close(); err != nil {
			return err
		}
	}
}

// cutOff takes a removal into the batch.
func (b *batch) cutOff(c cut) error {
	p := b.store.past
	if p != nil {
		if p.dead[c] {
			return nil
		}
		p.met[c] = true
	}
	b.meta = b.meta.withCut(c)
	again := b.meta.chain(c.Device).Link.Seq > c.Last
	for _, other := range b.meta.Cuts { // removals by the one that is removed
		again = again || other.By == c.Device && other.Number > c.Last && (p == nil || p.met[other])
	}
	if again {
		b.store.past = p.with(b.meta.Cuts, void{})
		return errAgain
	}
	return nil
}

// takeBack takes a void frame into the batch.
func (b *batch) takeBack(v void) error {
	p := b.store.past
	if p != nil && slices.Contains(p.voids, v) || b.meta.chain(v.Device).Link.Seq < v.From {
		return nil
	}
	b.store.past = p.with(b.meta.Cuts, v)
	return errAgain
}

// with returns what the next reading must know.
func (p *past) with(cuts []cut, v void) *past {
	next := &past{cuts: cuts, met: map[cut]bool{}, dead: map[cut]bool{}}
	if p != nil {
		next.dead, next.voids = p.dead, slices.Clone(p.voids)
	}
	if v.frame > 0 {
		next.voids = append(next.voids, v)
	}
	return next
}

// counts reports whether a change of that frame is part of the log.
func (b *batch) counts(c change.Change, frame uint64) bool {
	if b.store.past != nil {
		for _, v := range b.store.past.voids {
			if v.Device == c.Device && c.Seq >= v.From && frame < v.frame {
				return false
			}
		}
	}
	return !b.meta.beyond(c)
}

// settled ends a reading: a cut that was assumed and not met lies behind
// another one.
func (s *store) settled() error {
	p := s.past
	s.past = nil
	if p == nil {
		return nil
	}
	var met []cut
	for _, c := range p.cuts {
		if p.met[c] {
			met = append(met, c)
		} else {
			p.dead[c] = true
		}
	}
	if len(met) == len(p.cuts) {
		return nil
	}
	s.past = p.with(met, void{})
	return errAgain
}
