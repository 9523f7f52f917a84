package align

// window is how many paragraphs around its likely place are compared with
// each one.
const window = 40

// around compares every old paragraph with the new ones around the place where
// the first chain puts it.
func (a *aligner) around(ranges [][2]int) (out []span) {
	for i, r := range ranges {
		for j := r[0]; j < r[1]; j++ {
			if a.old[i].empty() != a.new[j].empty() {
				continue
			}
			sim := a.similar(i, j)
			if a.old[i].empty() || a.old[i].heading && a.new[j].heading {
				sim = max(sim, a.hollow(i, j))
			}
			if sim >= a.needed(i, j) {
				out = append(out, one(i, j, sim))
			}
		}
	}
	return out
}

// needed is the similarity that two paragraphs need to be the same in the same
// place.
func (a *aligner) needed(i, j int) float64 {
	if a.sections.share(a.old[i].section, a.new[j].section) >= belonging {
		return enoughNear
	}
	return enough
}

// belonging is the share from which two sections belong together.
const belonging = 0.25

// ranges gives, for every old paragraph, where among the new ones it may be.
func (a *aligner) ranges(first []span) [][2]int {
	out := make([][2]int, len(a.old))
	lastI, lastJ, k := -1, -1, 0
	for i := range out {
		for k < len(first) && int(first[k].i1) <= i {
			lastI, lastJ = int(first[k].i1)-1, int(first[k].j1)-1
			k++
		}
		nextI, nextJ := len(a.old), len(a.new)
		if k < len(first) {
			nextI, nextJ = int(first[k].i0), int(first[k].j0)
		}
		from, to := lastJ-2, nextJ+3
		if k < len(first) && nextI <= i {
			from, to = nextJ-3, int(first[k].j1)+3
		} else if to-from > window {
			at := lastJ + (i-lastI)*(nextJ-lastJ)/max(nextI-lastI, 1)
			from, to = at-window/2, at+window/2
		}
		out[i] = [2]int{max(from, 0), min(to, len(a.new))}
	}
	return out
}

// hollow is how well two paragraphs without words of their own fit: by what
// they head, by what follows them, and by their numbers.
func (a *aligner) hollow(i, j int) float64 {
	sim := 0.0
	if x, y := next(a.old, i), next(a.new, j); x >= 0 && y >= 0 {
		sim = a.similar(x, y)
	}
	if a.old[i].heading && a.new[j].heading {
		sim = max(sim, a.sections.share(a.old[i].section, a.new[j].section))
	}
	if a.old[i].number == a.new[j].number {
		return max(0.9*sim+0.1, 0.45)
	}
	return 0.9 * sim
}

// next is the first paragraph with words after i, if it is near; else -1.
func next(side []passage, i int) int {
	for k := i + 1; k < len(side) && k <= i+3; k++ {
		if !side[k].empty() {
			return k
		}
	}
	return -1
}
