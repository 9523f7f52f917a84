package tally

import (
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

// weighed is a view with what decides its place.
type weighed struct {
	view  *data.View
	lane  lane
	level int
	doubt int   // 0 sure
	said  int64 // nanoseconds, for comparing
	who   int   // number of the speaker, -1 for a group alone
}

// weigh puts the views of one tally into the order in which they decide: the
// strongest first. Only those are taken that were said at a time that is wanted.
func (b *book) weigh(views []data.View, wanted func(time.Time) bool) (list []weighed, names []string) {
	named := map[string]int{}
	for i := range views {
		v := &views[i]
		if v.Attitude == data.AttitudeSilent || v.By.IsZero() || !wanted(v.Said) {
			continue
		}
		w := weighed{view: v, lane: lane{b.spokenFor(v.By), About(*v)}, said: v.Said.UnixNano(), who: -1}
		if w.lane.group != "" {
			w.level = saidByGroup
		}
		switch v.Confidence {
		case data.ConfidenceHeard:
		case data.ConfidenceReported:
			w.level += reportedOfItself
		default:
			w.doubt = 1
		}
		if n, known := b.numbers[v.By.Code]; known {
			w.who = n
		} else if name := nameOf(v.By); name != "" {
			n, known := named[name]
			if !known {
				n = len(b.codes) + len(names)
				named[name], names = n, append(names, name)
			}
			w.who = n
		}
		list = append(list, w)
	}
	slices.SortFunc(list, stronger)
	return list, names
}

// stronger orders views: the one that decides comes first. What is the same to
// the nanosecond is ordered by when it was recorded, and by its identity, so that
// all laptops count alike.
func stronger(a, b weighed) int {
	return cmp.Or(
		cmp.Compare(a.level, b.level), cmp.Compare(a.doubt, b.doubt), cmp.Compare(b.said, a.said),
		b.view.Time.Compare(a.view.Time), slices.Compare(b.view.ID[:], a.view.ID[:]),
	)
}

// concerns returns the numbers of all for whom a view speaks.
func (b *book) concerns(w weighed) []int {
	if w.lane.group == "" {
		return []int{w.who}
	}
	members := b.in(w.lane.group, data.DateOf(w.view.Said))
	if w.who >= 0 && !slices.Contains(members, w.who) {
		return append(slices.Clip(members), w.who)
	}
	return members
}

// cell is how one stands, as small as it can be: there are many.
type cell struct {
	class uint8
	level uint8
	doubt uint8
}

func (c cell) spoken() bool { return c.class != silent }

// settle applies the rules: views in the order in which they decide, everybody by
// number.
func (b *book) settle(list []weighed, everybody int) []cell {
	cells := make([]cell, everybody)
	for i := range cells {
		cells[i].class = silent
	}
	heard := map[lane][]uint64{} // who has been spoken for in a lane
	for _, w := range list {
		bits := heard[w.lane]
		if bits == nil {
			bits = make([]uint64, (everybody+63)/64)
			heard[w.lane] = bits
		}
		class := uint8(slices.Index(data.Attitudes, w.view.Attitude))
		if class >= mixed {
			continue // no attitude that is known here
		}
		for _, n := range b.concerns(w) {
			word, bit := n/64, uint64(1)<<(n%64)
			if bits[word]&bit != 0 {
				continue // replaced
			}
			bits[word] |= bit
			c := &cells[n]
			switch {
			case !c.spoken():
				*c = cell{class, uint8(w.level), uint8(w.doubt)}
			case int(c.level) == w.level && int(c.doubt) == w.doubt && c.class != class:
				c.class = mixed
			}
		}
	}
	return cells
}
