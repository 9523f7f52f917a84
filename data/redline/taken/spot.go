package taken

// spot is three words of the wording found in a text. Those of a stock phrase
// are not sure of themselves.
type spot struct {
	wording, new int // the first of them, in either
	sure         bool
}

// settled are the spots that are sure, and those that hang together with one.
func settled(spots []spot) []spot {
	var out []spot
	reached := map[[2]int]bool{}
	for again := true; again; {
		again = false
		for n := range spots {
			f := &spots[n]
			if f.new < 0 || !f.sure && !reached[[2]int{f.wording, f.new}] && !reached[[2]int{f.wording + 2, f.new + 2}] {
				continue
			}
			out = append(out, *f)
			for k := -1; k <= 3; k++ {
				reached[[2]int{f.wording + k, f.new + k}] = true
			}
			f.new, again = -1, true
		}
	}
	return out
}

// placesOf says where each gram of a text stands in it.
func placesOf(words []word) map[gram][]int {
	out := map[gram][]int{}
	for i := 0; i+2 < len(words); i++ {
		g := gramAt(words, i)
		out[g] = append(out[g], i)
	}
	return out
}
