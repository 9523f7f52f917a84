package concept

import (
	"bytes"
	"cmp"
	"slices"

	"travaux/data"
)

// orderGap is the distance between theses that are set in order, so that one can
// be put between two without touching them.
const orderGap = 16

// Roots are the theses of a part that stand in no other, in order.
func Roots(theses []data.Thesis, part Part) []data.Thesis {
	return among(theses, func(t data.Thesis) bool { return orphaned(theses, t) && PartOf(t) == part })
}

// Children are the theses that stand in another, in order.
func Children(theses []data.Thesis, parent data.ID) []data.Thesis {
	return among(theses, func(t data.Thesis) bool { return !parent.IsZero() && t.Parent == parent })
}

// orphaned reports whether a thesis has no parent, or one that was taken away.
func orphaned(theses []data.Thesis, t data.Thesis) bool {
	return t.Parent.IsZero() || !slices.ContainsFunc(theses, func(p data.Thesis) bool { return p.ID == t.Parent })
}

// PartOf is the part in which a thesis without parent stands: substance where it
// names none.
func PartOf(t data.Thesis) Part {
	if c, ok := Find(t.Clause); ok && t.Part == "" {
		return c.Part
	}
	if slices.Contains(Parts, Part(t.Part)) {
		return Part(t.Part)
	}
	return Substance
}

// among are those for which keep is true, in their order.
func among(theses []data.Thesis, keep func(data.Thesis) bool) []data.Thesis {
	var out []data.Thesis
	for _, t := range theses {
		if keep(t) {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b data.Thesis) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(rank(a.Clause), rank(b.Clause)))
	})
	return out
}

// Placed is a thesis with its place in the outline.
type Placed struct {
	data.Thesis
	Depth int // 0: it stands in no other
	In    Part
}

// Outline gives all theses in reading order.
func Outline(theses []data.Thesis) []Placed {
	theses = untangled(theses)
	var out []Placed
	var walk func(t data.Thesis, depth int, in Part)
	walk = func(t data.Thesis, depth int, in Part) {
		out = append(out, Placed{t, depth, in})
		for _, c := range Children(theses, t.ID) {
			walk(c, depth+1, in)
		}
	}
	for _, part := range Parts {
		for _, t := range Roots(theses, part) {
			walk(t, 0, part)
		}
	}
	return out
}

// untangled are theses of which none stands in itself: where two laptops moved two
// theses each into the other, the one with the least identity stands in no other.
func untangled(theses []data.Thesis) []data.Thesis {
	out := slices.Clone(theses)
	at := map[data.ID]int{}
	for i, t := range out {
		at[t.ID] = i
	}
	for i := range out {
		least, steps := i, 0
		j, known := at[out[i].Parent]
		for ; known && j != i && steps <= len(out); steps++ {
			if bytes.Compare(out[j].ID[:], out[least].ID[:]) < 0 {
				least = j
			}
			j, known = at[out[j].Parent]
		}
		if known && j == i {
			out[least].Parent = data.ID{}
		}
	}
	return out
}

// Move is where a thesis goes in the outline.
type Move int

// Moves.
const (
	Up   Move = iota // before the one before it, or to the end of the part before
	Down             // behind the one behind it, or to the beginning of the part behind
	In               // into the one before it
	Out              // behind the one that it stands in
)

// Moved gives the theses that are to be written for a move; none where there is
// nothing that way. A model clause stands in nothing, and nothing moves into the
// preamble's recitals but by parts.
func Moved(theses []data.Thesis, id data.ID, move Move) []data.Thesis {
	theses = untangled(theses)
	i := slices.IndexFunc(theses, func(t data.Thesis) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	t := theses[i]
	top := orphaned(theses, t)
	siblings := Children(theses, t.Parent)
	if top {
		siblings = Roots(theses, PartOf(t))
	}
	at := slices.IndexFunc(siblings, func(s data.Thesis) bool { return s.ID == id })
	rest := slices.Delete(slices.Clone(siblings), at, at+1)
	switch {
	case move == Up && at > 0:
		return ordered(slices.Insert(rest, at-1, t))
	case move == Down && at < len(rest):
		return ordered(slices.Insert(rest, at+1, t))
	case move == Up && top, move == Down && top:
		return toPart(theses, t, move)
	case move == In && at > 0 && t.Clause == "":
		t.Parent, t.Part = siblings[at-1].ID, ""
		return ordered(append(Children(theses, t.Parent), t))
	case move == Out && !top:
		return outOf(theses, t)
	}
	return nil
}

// toPart moves a thesis into the part before or behind; a clause stays in its own.
func toPart(theses []data.Thesis, t data.Thesis, move Move) []data.Thesis {
	at := slices.Index(Parts, PartOf(t)) + 1
	if move == Up {
		at -= 2
	}
	if t.Clause != "" || at < 0 || at >= len(Parts) {
		return nil
	}
	t.Part = string(Parts[at])
	there := Roots(theses, Parts[at])
	if move == Up {
		return ordered(append(there, t))
	}
	return ordered(slices.Insert(there, 0, t))
}

func outOf(theses []data.Thesis, t data.Thesis) []data.Thesis {
	p := theses[slices.IndexFunc(theses, func(x data.Thesis) bool { return x.ID == t.Parent })]
	siblings := Children(theses, p.Parent)
	t.Parent, t.Part = p.Parent, ""
	if orphaned(theses, p) {
		siblings, t.Parent, t.Part = Roots(theses, PartOf(p)), data.ID{}, string(PartOf(p))
	}
	at := slices.IndexFunc(siblings, func(s data.Thesis) bool { return s.ID == p.ID })
	return ordered(slices.Insert(siblings, at+1, t))
}

// ordered numbers theses anew.
func ordered(theses []data.Thesis) []data.Thesis {
	for i := range theses {
		theses[i].Order = (i + 1) * orderGap
	}
	return theses
}

// Behind is a new thesis after another, in the same; the zero ID: the last of the
// substance. It is to be written with those that it pushes on.
func Behind(theses []data.Thesis, id data.ID) []data.Thesis {
	theses = untangled(theses)
	i := slices.IndexFunc(theses, func(t data.Thesis) bool { return t.ID == id })
	if i < 0 {
		return ordered(append(Roots(theses, Substance), data.Thesis{Part: string(Substance)}))
	}
	t := theses[i]
	siblings, fresh := Children(theses, t.Parent), data.Thesis{Parent: t.Parent}
	if orphaned(theses, t) {
		siblings, fresh = Roots(theses, PartOf(t)), data.Thesis{Part: string(PartOf(t))}
	}
	at := slices.IndexFunc(siblings, func(s data.Thesis) bool { return s.ID == id })
	return ordered(slices.Insert(siblings, at+1, fresh))
}
