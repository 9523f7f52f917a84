package compose

import (
	"fmt"
	"slices"
	"strings"
)

// CollisionKind says how variants get in each other's way. Its string is
// stable.
type CollisionKind string

// Kinds of collision.
const (
	Suppress CollisionKind = "suppress"  // one wants nothing left, others want the provision
	Replace  CollisionKind = "replace"   // both put other words in the place of the same ones
	Remove   CollisionKind = "remove"    // one deletes what another changes, or inserts into
	Insert   CollisionKind = "insert"    // both insert at one place
	NoChange CollisionKind = "no-change" // one wants the words as they are, others change them
	Beside   CollisionKind = "beside"    // changes with no word between them: all are made, to be read together
)

// CollisionKinds holds all kinds.
var CollisionKinds = []CollisionKind{Suppress, Replace, Remove, Insert, NoChange, Beside}

// Soft reports whether all sides can stand: of insertions only the order is
// open, and what stands beside one another only has to be read.
func (k CollisionKind) Soft() bool { return k == Insert || k == Beside }

// Act says what one side of a collision does. Its string is stable.
type Act string

// Acts of a side.
const (
	Deletes  Act = "delete"  // takes words away
	Replaces Act = "replace" // puts others in their stead
	Inserts  Act = "insert"  // adds words
	Keeps    Act = "keep"    // wants no change
)

// Acts holds all acts.
var Acts = []Act{Deletes, Replaces, Inserts, Keeps}

// Collision is a place of the base of which variants want different things.
type Collision struct {
	ID         string // the same whenever kind and place are: "replace@17-22"
	Kind       CollisionKind
	Start, End int    // runes of the base, white space at the ends aside
	Base       string // the words that stand there
	Sides      []Side // at least two, in the order of the variants; in Suppress the deletion is first
}

// Side is what some variants want of the place of a collision.
type Side struct {
	Keys  []string // who wants it
	Act   Act
	Words string // how the place reads with them, white space at the ends aside; Beside: what they insert
}

func (c Collision) sideOf(key string) int {
	return slices.IndexFunc(c.Sides, func(s Side) bool { return slices.Contains(s.Keys, key) })
}

// Keys returns all variants concerned.
func (c Collision) Keys() (keys []string) {
	for _, s := range c.Sides {
		keys = append(keys, s.Keys...)
	}
	return keys
}

// report makes the collisions of the regions and of what stands beside.
func (b *board) report() {
	if len(b.deleters) > 0 && len(b.deleters) < len(b.variants) {
		b.collisions = append(b.collisions, b.suppression())
	}
	r, t := 0, 0
	for r < len(b.regions) || t < len(b.beside) {
		if t == len(b.beside) || r < len(b.regions) && b.regions[r].from <= b.changes[b.beside[t][0]].from {
			b.regions[r].collision = -1
			if len(b.regions[r].sides) > 1 {
				b.regions[r].collision = len(b.collisions)
				b.collisions = append(b.collisions, b.collisionOf(b.regions[r]))
			}
			r++
		} else {
			b.collisions = append(b.collisions, b.besides(b.beside[t]))
			for _, n := range b.beside[t] {
				b.changes[n].touching = len(b.collisions) - 1
			}
			t++
		}
	}
}

// collision fills in what follows from kind and place.
func (b *board) collision(kind CollisionKind, from, to int, sides []Side) Collision {
	for from < to && b.blank[from] {
		from++
	}
	for from < to && b.blank[to-1] {
		to--
	}
	start, end := b.at[from], b.at[to]
	id := fmt.Sprintf("%s@%d-%d", kind, start, end)
	for slices.ContainsFunc(b.collisions, func(c Collision) bool { return c.ID == id }) {
		id += "+" // white space apart, another one stands at the same place
	}
	return Collision{id, kind, start, end, strings.Join(b.tokens[from:to], ""), sides}
}

func (b *board) collisionOf(r region) Collision {
	var sides []Side
	count := map[Act]int{}
	for _, s := range r.sides {
		act := Keeps
		if !s.keeps {
			act = b.actOf(r, s.who[0])
		}
		count[act]++
		sides = append(sides, Side{b.names(s.who), act, trim(strings.Join(s.tokens, ""))})
	}
	kind := Replace
	switch {
	case len(sides)-count[Keeps] < 2:
		kind = NoChange
	case count[Deletes] > 0:
		kind = Remove
	case count[Replaces] == 0:
		kind = Insert
	}
	return b.collision(kind, r.from, r.to, sides)
}

// actOf says what a variant does within a region.
func (b *board) actOf(r region, variant int) Act {
	var deletes, inserts bool
	for _, n := range r.changes {
		if c := b.changes[n]; slices.Contains(c.who, variant) {
			deletes = deletes || c.to > c.from
			inserts = inserts || c.ins != ""
		}
	}
	switch {
	case deletes && (inserts || b.frees(variant, r)):
		return Replaces
	case deletes:
		return Deletes
	case inserts:
		return Inserts
	}
	return Keeps
}

func (b *board) besides(touching []int) Collision {
	var sides []Side
	from, to := b.changes[touching[0]].from, 0
	for _, n := range touching {
		c := b.changes[n]
		to = max(to, c.to)
		sides = append(sides, Side{b.names(c.who), c.act(), trim(c.ins)})
	}
	return b.collision(Beside, from, to, sides)
}

func (c change) act() Act {
	switch {
	case c.ins == "":
		return Deletes
	case c.from == c.to:
		return Inserts
	}
	return Replaces
}

// suppression is the collision of SUP with everybody else.
func (b *board) suppression() Collision {
	sides := []Side{{Keys: b.names(b.deleters), Act: Deletes}}
	for v, variant := range b.variants {
		side := Side{b.names([]int{v}), Replaces, trim(variant.Wording)}
		switch {
		case variant.Delete:
			continue
		case variant.Keep, variant.Wording == b.base:
			side.Act, side.Words = Keeps, trim(b.base)
		}
		same := slices.IndexFunc(sides, func(s Side) bool { return s.Act == side.Act && s.Words == side.Words })
		if same > 0 {
			sides[same].Keys = append(sides[same].Keys, side.Keys...)
			continue
		}
		sides = append(sides, side)
	}
	return b.collision(Suppress, 0, len(b.tokens), sides)
}

func trim(text string) string { return strings.TrimSpace(text) }
