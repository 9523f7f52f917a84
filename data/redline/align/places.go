package align

// places pairs what is left between two pairs that follow one another, where
// the place makes up for the words that they do not have in common.
func (a *aligner) places() {
	i, j := 0, 0
	for _, s := range append(a.inOrder, one(len(a.old), len(a.new), 0)) {
		a.gap(left(i, int(s.i0), a.pairOf.old), left(j, int(s.j0), a.pairOf.new))
		i, j = int(s.i1), int(s.j1)
	}
}

// left lists the paragraphs in [from, to) that have no pair.
func left(from, to int, pairOf []int) (out []int) {
	for k := from; k < to; k++ {
		if pairOf[k] < 0 {
			out = append(out, k)
		}
	}
	return out
}

// gapLimit is how many pairs of paragraphs of one gap are tried. Where more
// are left, neither place nor order says anything.
const gapLimit = 2500

// gap pairs the old and new paragraphs of a gap in their order, those that fit
// best.
func (a *aligner) gap(old, new []int) {
	if len(old)*len(new) == 0 || len(old)*len(new) > gapLimit {
		return
	}
	var spans []span
	for x, i := range old {
		for y, j := range new {
			if fit := a.fit(i, j, len(old) == 1 && len(new) == 1); fit > 0 {
				s := one(x, y, fit)
				s.weight = fit
				spans = append(spans, s)
			}
		}
	}
	for _, s := range chain(spans, len(new)) {
		a.take(one(old[s.i0], new[s.j0], s.sim))
	}
}

// What the place makes up for.
const (
	fewWords  = 0.15 // similarity that is enough under the same number
	someMore  = 0.25 // similarity that is enough under any number
	grown     = 0.7  // share of the shorter paragraph that stands in the longer one, where one has grown
	fewest    = 8    // words of a paragraph so short that one change is most of it
	numbering = 4    // words of a line that may be a number: "[Article] 36"
)

// fit is how well two paragraphs of a gap go together, 0 if they do not; alone
// says that there are no others in it.
func (a *aligner) fit(i, j int, alone bool) float64 {
	x, y := &a.old[i], &a.new[j]
	same := 0.0
	if x.number == y.number {
		same = 0.1
	}
	sim := a.similar(i, j)
	inside := 0.0
	if least := min(x.weight, y.weight); least > 0 {
		inside = sim * (x.weight + y.weight) / 2 / least
	}
	switch {
	case x.heading != y.heading || x.empty() != y.empty():
	case x.empty() && same > 0:
		return 0.5
	case x.empty() && a.paired(i+1, j+1):
		return 0.4
	case sim >= someMore || same > 0 && sim >= fewWords:
		return sim + same
	case inside >= grown && min(x.words, y.words) >= 4:
		return someMore + same
	}
	if max(x.words, y.words) > fewest {
		return 0
	}
	known := x.number == y.number || x.heading && y.heading && (x.number == "" || y.number == "")
	switch {
	case a.paired(i+1, j+1) && (known || max(x.words, y.words) <= numbering || !a.old[i+1].heading && !a.new[j+1].heading):
		return 0.1
	case known && (alone || a.paired(i-1, j-1)):
		return 0.08
	}
	return 0
}

// paired reports two paragraphs that are a pair.
func (a *aligner) paired(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(a.old) && j < len(a.new) && a.pairOf.old[i] >= 0 && a.pairOf.old[i] == a.pairOf.new[j]
}
