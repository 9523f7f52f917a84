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
	fewest   = 8 // words of a paragraph so short that one word in common is much
)

// gap pairs in order what is left between i and iEnd, j and jEnd.
func (a *aligner) gap(i, iEnd, j, jEnd int) {
	alone := left(i, iEnd, a.pairOf.old) == 1 && left(j, jEnd, a.pairOf.new) == 1
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

func left(from, to int, pairOf []int) (n int) {
	for k := from; k < to; k++ {
		if pairOf[k] < 0 {
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
		return alone || x.number == y.number
	}
	sim, short := a.similar(i, j), max(x.words, y.words) <= fewest
	if alone && x.number == "" && y.number == "" && short && a.titles(i, j) {
		return true
	}
	if inside := sim * (x.weight + y.weight) / 2 / min(x.weight, y.weight); inside >= grown && min(x.words, y.words) >= 4 {
		return true
	}
	return x.number == y.number && (sim >= fewWords || alone && min(x.words, y.words) <= fewest && sim > 0)
}

// titles reports two paragraphs that follow headings that are a pair.
func (a *aligner) titles(i, j int) bool {
	return i > 0 && j > 0 && a.old[i-1].heading && a.new[j-1].heading && a.pairOf.old[i-1] >= 0 && a.pairOf.old[i-1] == a.pairOf.new[j-1]
}
