package taken

import (
	"slices"

	"travaux/data"
)

// addition judges a new provision: it is looked for in all that came with the
// new version, near its neighbour first.
func (j *judge) addition() {
	for i := range j.states {
		j.states[i] = NotTaken
	}
	near := j.near()
	j.Here = nil
	wanted := func(i int) bool { return j.states[i] == NotTaken }
	j.findWhole(near)
	for _, h := range j.best(j.hits(false, wanted, func(n int) bool { return near[n] })) {
		j.Here = append(j.Here, h.new)
		j.takeFrom(h)
	}
	slices.Sort(j.Here)
	j.Here = slices.Compact(j.Here)
	var here tally
	for i, s := range j.states {
		here.add(s == Taken || s == InBrackets, j.x.weight(j.wording[i]))
		j.Inserted.add(s == Taken || s == InBrackets)
	}
	j.count(here)
	switch share := here.share(); {
	case here.of == 0:
		j.settle(data.UptakeNot, Nothing, 0)
	case share >= overFrom && !j.bracketed():
		j.settle(data.UptakeOver, All, share)
	case share >= overFrom:
		j.settle(data.UptakePartly, Brackets, share/2)
	case j.lookElsewhere(share):
		j.settle(data.UptakeElsewhere, Other, share)
	case share >= partlyFrom || j.longestTaken() >= longRun:
		j.settle(data.UptakePartly, Some, share)
	default:
		j.settle(data.UptakeNot, j.whyNot(), share)
	}
}

// near are the paragraphs of the new version that are the place of an addition:
// those between what continues the old paragraphs around it, the article that
// its neighbour continues in, and a little to both sides.
func (j *judge) near() map[int]bool {
	out := map[int]bool{}
	add := func(from, to int) {
		for n := max(0, from-2); n <= min(len(j.x.new)-1, to+2); n++ {
			out[n] = true
		}
	}
	for _, i := range j.p.At {
		before, after := j.x.continued(i, -1), j.x.continued(i+1, 1)
		switch {
		case before < 0 && after < 0:
		case before < 0:
			add(after, after)
		case after < before: // one of them was moved
			add(before, before)
		default:
			add(before, min(after, before+nearRun))
		}
	}
	groups := j.groups()
	for n, p := range j.x.new {
		if groups[p.group] {
			out[n] = true
		}
	}
	return out
}

// groups are the articles of the new version in which the neighbour of an
// addition continues, or a good part of its article does.
func (j *judge) groups() map[int]bool {
	out := map[int]bool{}
	for _, h := range j.Here {
		out[j.x.new[h].group] = true
	}
	if len(j.p.At) == 0 {
		return out
	}
	to, all := map[int]int{}, 0
	for i, p := range j.x.old {
		if p.group != j.x.old[j.p.At[0]].group {
			continue
		}
		_, new := j.x.partners([]int{i})
		for _, n := range new {
			to[j.x.new[n].group]++
			all++
		}
	}
	for group, n := range to {
		if 4*n >= all {
			out[group] = true
		}
	}
	return out
}

// continued is what the first old paragraph from i on, in steps of step, that
// is continued became: its last paragraph going back, its first going on; -1 if
// there is none.
func (x *Index) continued(i, step int) int {
	for ; i >= 0 && i < len(x.old); i += step {
		_, new := x.partners([]int{i})
		switch {
		case len(new) > 0 && step < 0:
			return new[len(new)-1]
		case len(new) > 0:
			return new[0]
		}
	}
	return -1
}

// findWhole finds a paragraph that is the addition word for word and came with
// the new version, though it be too short for grams.
func (j *judge) findWhole(near map[int]bool) {
	for n := range j.x.new {
		if !near[n] || len(j.wording) == 0 || !same(j.x.new[n].words, j.wording) {
			continue
		}
		if slices.ContainsFunc(j.x.earlier(n), func(o int) bool { return same(j.x.old[o].words, j.wording) }) {
			continue
		}
		h := &hit{new: n, words: map[int]int{}}
		for i := range j.wording {
			h.words[i] = i
		}
		j.takeFrom(h)
		j.Here = append(j.Here, n)
		return
	}
}

func same(a, b []word) bool {
	return slices.EqualFunc(a, b, word.same)
}

func (j *judge) takeFrom(h *hit) {
	for i, n := range h.words {
		w := j.x.new[h.new].words[n]
		if j.states[i] != Taken {
			j.states[i] = Taken
			if w.depth > j.wording[i].depth {
				j.states[i] = InBrackets
			}
		}
		j.mark(h.new, n, false)
	}
}

// suppression judges a deletion.
func (j *judge) suppression() {
	var gone, in tally
	kept, _ := match(j.old, j.new)
	mine := map[int]bool{} // of what was merged, only the provision's own words count
	for _, i := range j.p.At {
		mine[i] = true
	}
	k := 0
	for i, w := range j.old {
		if !mine[w.para] {
			continue
		}
		weight := j.x.weight(w)
		n := kept[i]
		gone.add(n < 0, weight)
		in.add(n >= 0 && j.new[n].depth > w.depth, weight)
		j.Deleted.add(n < 0)
		if k < len(j.lost) {
			j.lost[k] = NotTaken
			if n < 0 {
				j.lost[k] = Taken
			} else if j.new[n].depth > w.depth {
				j.lost[k] = InBrackets
			}
		}
		k++
	}
	j.count(gone)
	switch {
	case len(j.Here) == 0:
		j.settle(data.UptakeOver, Gone, 1)
	case gone.of == 0:
		j.settle(data.UptakeNot, Remains, 0)
	case gone.share() >= overFrom:
		j.settle(data.UptakeOver, All, gone.share())
	case in.share() >= 0.5:
		j.settle(data.UptakePartly, Brackets, 0.5)
	case gone.share() >= 0.35:
		j.settle(data.UptakePartly, Some, gone.share())
	default:
		j.settle(data.UptakeNot, Remains, gone.share())
	}
}

// noChange judges the wish that the words stay: that their number or their
// place changed is no change of theirs.
func (j *judge) noChange() {
	kept, back := match(j.old, j.new)
	var stay, in tally
	for i, n := range kept {
		w := j.x.weight(j.old[i])
		stay.add(n >= 0, w)
		in.add(n >= 0 && j.new[n].depth > j.old[i].depth, w)
	}
	for n, i := range back {
		stay.add(i >= 0, j.x.weight(j.new[n]))
	}
	switch share := stay.share(); {
	case len(j.Here) == 0:
		j.settle(data.UptakeNot, Gone, 0)
	case stay.of == 0 || stay.found == stay.of && in.found == 0:
		j.settle(data.UptakeOver, Unchanged, 1)
	case stay.found == stay.of:
		j.settle(data.UptakePartly, Brackets, 0.5)
	case share >= 0.75:
		j.settle(data.UptakePartly, Changed, share)
	default:
		j.settle(data.UptakeNot, Changed, share)
	}
}

// move judges the wish for another place.
func (j *judge) move() {
	_, target := j.x.partners(j.p.Target)
	moved := false
	for _, i := range j.p.At {
		if n := j.x.oldPair[i]; n >= 0 && j.x.pairs[n].Kind == data.PairMoved {
			moved = true
		}
	}
	switch {
	case len(j.Here) == 0:
		j.settle(data.UptakeNot, Gone, 0)
	case j.nextTo(target) && (moved || !j.wasNextTo()):
		j.settle(data.UptakeOver, Moved, 1)
	case moved && j.inGroupOf(target):
		j.settle(data.UptakePartly, Astray, 0.5)
	case moved:
		j.settle(data.UptakeElsewhere, Astray, 0.25)
		j.Where = slices.Clone(j.Here)
	default:
		j.settle(data.UptakeNot, Stayed, 0)
	}
}

// nextTo reports whether the provision stands on the right side of the target.
func (j *judge) nextTo(target []int) bool {
	return len(target) > 0 && len(j.Here) > 0 && beside(j.Here, target, j.p.Before)
}

func (j *judge) wasNextTo() bool {
	return len(j.p.Target) > 0 && len(j.p.At) > 0 && beside(j.p.At, j.p.Target, j.p.Before)
}

// beside reports whether list stands directly before or after target; both are
// ascending and not empty.
func beside(list, target []int, before bool) bool {
	if before {
		return list[len(list)-1]+1 == target[0]
	}
	return target[len(target)-1]+1 == list[0]
}

func (j *judge) inGroupOf(target []int) bool {
	for _, t := range target {
		if j.x.new[t].group == j.x.new[j.Here[0]].group {
			return true
		}
	}
	return false
}
