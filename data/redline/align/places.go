package align

// places pairs what is left between two pairs that follow one another: with
// few words in common, but under the same number.
func (a *aligner) places() {
	i, j := 0, 0
	for _, s := range append(a.inOrder, one(len(a.old), len(a.new), 0)) {
		a.gap(i, int(s.i0), j, int(s.j0))
		i, j = int(s.i1), int(s.j1)
	}
}

// fewWords is the similarity that the place makes up for, and inside how much
// of the shorter paragraph stands in the longer one where one has grown.
const (
	fewWords = 0.15
	grown    = 0.7
)

// gap pairs in order what is left between i and iEnd, j and jEnd.
func (a *aligner) gap(i, iEnd, j, jEnd int) {
	alone := a.left(i, iEnd, a.taken.old) == 1 && a.left(j, jEnd, a.taken.new) == 1
	for ; i < iEnd; i++ {
		for k := j; k < jEnd; k++ {
			if a.leftover(i, k) && a.fits(i, k, alone) {
				a.take(one(i, k, 0))
				a.pairs[len(a.pairs)-1].Reason = Place
				j = k + 1
				break
			}
		}
	}
}

func (a *aligner) left(from, to int, taken []bool) (n int) {
	for k := from; k < to; k++ {
		if !taken[k] {
			n++
		}
	}
	return n
}

// fits reports whether two paragraphs of a gap belong together: alone says
// that there are no others in it.
func (a *aligner) fits(i, j int, alone bool) bool {
	x, y := &a.old[i], &a.new[j]
	if x.empty() != y.empty() || x.heading != y.heading {
		return false
	}
	if x.empty() {
		return x.number == y.number
	}
	sim := a.similar(i, j)
	if inside := sim * (x.weight + y.weight) / 2 / min(x.weight, y.weight); inside >= grown && min(x.words, y.words) >= 4 {
		return true
	}
	if x.number != y.number {
		return false
	}
	return sim >= fewWords || alone && sim > 0
}
