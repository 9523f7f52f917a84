package align

// sections says how much of each section of the old version went into each of
// the new one. It is a bonus for pairs between them, never a wall.
type sections struct{ shares map[[2]int32]float64 }

// share is 1 if two sections hold the same, 0 if nothing.
func (s sections) share(x, y int32) float64 { return s.shares[[2]int32{x, y}] }

// pairSections numbers the sections of both versions and measures what they
// have in common.
func (a *aligner) pairSections() sections {
	oldSize, newSize := divide(a.old), divide(a.new)
	mass := map[[2]int32]float64{}
	for j, list := range a.near {
		if len(list) > 0 && (len(list) == 1 || list[0].sim > list[1].sim) {
			mass[[2]int32{a.old[list[0].i].section, a.new[j].section}] += list[0].sim
		}
	}
	for key, m := range mass {
		mass[key] = min(1, 2*m/float64(oldSize[key[0]]+newSize[key[1]]))
	}
	return sections{mass}
}

// divide numbers the sections of a version by the headings that begin them and
// returns how many paragraphs with words each has.
func divide(side []passage) (sizes []int) {
	sizes = []int{0}
	for i := range side {
		if side[i].heading {
			sizes = append(sizes, 0)
		}
		side[i].section = int32(len(sizes) - 1)
		if !side[i].empty() {
			sizes[len(sizes)-1]++
		}
	}
	return sizes
}
