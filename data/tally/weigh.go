package tally

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"travaux/data"
)

// levels of what a view is worth, the strongest first (rules 1 and 2).
const (
	saidByItself = iota
	saidByGroup
	reportedOfItself
	reportedOfGroup
)

// lane is what one voice says on one question: of one lane the strongest and
// latest view counts.
type lane struct {
	group string // "" for the State itself
	about Question
}

// weighed is a view with what decides its place; it is small, for many are sorted.
type weighed struct {
	view  *data.View
	said  int64 // nanoseconds, for comparing
	who   int32 // number of the speaker, -1 for a group alone
	lane  int32 // its place in lanes
	level uint8
	doubt uint8 // 0 sure
}

// scale is what the views of one tally are put on.
type scale struct {
	counter *Counter
	list    []weighed // the strongest first
	lanes   []lane
	rolls   []*roll  // of the groups of the lanes; nil for a State itself
	names   []string // who is not in the register
}

// weigh puts views into the order in which they decide. Only those are taken that
// were said at a time that is wanted.
func (c *Counter) weigh(views []data.View, wanted func(time.Time) bool) scale {
	s := scale{counter: c, list: make([]weighed, 0, len(views))}
	named, lanes := map[string]int32{}, map[lane]int32{}
	for i := range views {
		v := &views[i]
		if !slices.Contains(data.Attitudes, v.Attitude) || v.By.IsZero() || !wanted(v.Said) {
			continue
		}
		w := weighed{view: v, said: v.Said.UnixNano(), who: -1}
		in := lane{c.spokenFor(&v.By), about(v)}
		w.lane = number(lanes, in)
		if int(w.lane) == len(s.lanes) {
			s.lanes, s.rolls = append(s.lanes, in), append(s.rolls, nil)
			if in.group != "" {
				s.rolls[w.lane] = c.roll(in.group)
			}
		}
		if in.group != "" {
			w.level = saidByGroup
		}
		switch v.Confidence {
		case data.ConfidenceHeard:
		case data.ConfidenceReported:
			w.level += reportedOfItself
		default:
			w.doubt = 1
		}
		if n, known := c.numbers[v.By.Code]; known {
			w.who = int32(n)
		} else if name := nameOf(v.By); name != "" {
			n := number(named, name)
			if int(n) == len(s.names) {
				s.names = append(s.names, name)
			}
			w.who = int32(len(c.codes)) + n
		}
		s.list = append(s.list, w)
	}
	slices.SortFunc(s.list, stronger)
	return s
}

// number gives each key the next number when it first comes.
func number[K comparable](numbers map[K]int32, key K) int32 {
	n, known := numbers[key]
	if !known {
		n = int32(len(numbers))
		numbers[key] = n
	}
	return n
}

// stronger orders views: the one that decides comes first. What is the same to
// the nanosecond is ordered by when it was recorded, and by its identity, so that
// all laptops count alike.
func stronger(a, b weighed) int {
	switch {
	case a.level != b.level:
		return cmp.Compare(a.level, b.level)
	case a.doubt != b.doubt:
		return cmp.Compare(a.doubt, b.doubt)
	case a.said != b.said:
		return cmp.Compare(b.said, a.said)
	}
	return cmp.Or(b.view.Time.Compare(a.view.Time), bytes.Compare(b.view.ID[:], a.view.ID[:]))
}

// concerns gives the numbers of all for whom a view speaks; it may use the room of
// spare.
func (s scale) concerns(w weighed, spare []int) []int {
	group := s.lanes[w.lane].group
	if group == "" {
		return append(spare[:0], int(w.who))
	}
	members := s.rolls[w.lane].on(data.DateOf(w.view.Said))
	if w.who >= 0 && !slices.Contains(members, int(w.who)) {
		return append(append(spare[:0], members...), int(w.who))
	}
	return members
}

// cell is how one stands, as small as it can be: there are many.
type cell struct{ class, level, doubt uint8 }

func (c cell) spoken() bool { return c.class != silent }

// settle applies the rules: how everybody stands, by number; behind the
// participants of the register the names.
func (s scale) settle() []cell {
	cells := make([]cell, len(s.counter.codes)+len(s.names))
	for i := range cells {
		cells[i].class = silent
	}
	words := (len(cells) + 63) / 64
	heard := make([]uint64, len(s.lanes)*words) // by lane: who has been spoken for
	spare := make([]int, 0, len(cells))
	for _, w := range s.list {
		bits := heard[int(w.lane)*words:][:words]
		class := uint8(slices.Index(data.Attitudes, w.view.Attitude))
		for _, n := range s.concerns(w, spare) {
			word, bit := n/64, uint64(1)<<(n%64)
			if bits[word]&bit != 0 {
				continue // replaced
			}
			bits[word] |= bit
			at := &cells[n]
			switch {
			case !at.spoken():
				*at = cell{class, w.level, w.doubt}
			case at.level == w.level && at.doubt == w.doubt && at.class != class:
				at.class = mixed
			}
		}
	}
	return cells
}
