package typeset

import "math"

// How far lines give: a space may grow by .55 and shrink by .30 of its width,
// the gap beside an ideograph may grow by .12 of the size.
const (
	spaceStretch     = .55
	spaceShrink      = .30
	ideographStretch = .12
)

// Costs of a line, after Knuth and Plass. Badness is not capped: a cap makes one
// absurd line look no worse than a poor one.
const (
	lineCost      = 10.0
	badnessFactor = 100.0
	hyphenCost    = 2500 // showing a soft hyphen
	emergencyCost = 1e7  // breaking inside a word
	overfullCost  = 1e12
)

// flex is the width of a stretch of clusters and how far it gives.
type flex struct{ width, stretch, shrink float64 }

func (f flex) minus(g flex) flex {
	return flex{f.width - g.width, f.stretch - g.stretch, f.shrink - g.shrink}
}

// gives returns what cluster i adds to a line that goes on after it.
func (s *shaped) gives(i int) flex {
	c := &s.clusters[i]
	f := flex{width: c.advance}
	switch {
	case c.kind == space || c.kind == stiff:
		f.stretch, f.shrink = spaceStretch*c.advance, spaceShrink*c.advance
	case s.gap(i):
		f.stretch = ideographStretch * s.items[c.item].size()
	}
	return f
}

// gap tells whether the place after cluster i, within a line, may be opened
// although there is no space: it lies beside an ideograph.
func (s *shaped) gap(i int) bool {
	if i+1 >= len(s.clusters) {
		return false
	}
	c, next := &s.clusters[i], &s.clusters[i+1]
	if c.kind == space || c.kind == white || c.kind == stiff || next.kind == space || next.kind == white || next.kind == stiff {
		return false
	}
	return (c.kind == ideograph || next.kind == ideograph) && s.breaks[next.start] == may
}

// fit cuts the clusters [from, to) into the lines with the least total cost.
func (s *shaped) fit(lines []stretch, from, to int, width float64) []stretch {
	sums := make([]flex, to-from+1) // of the clusters before each
	for i := from; i < to; i++ {
		f, g := sums[i-from], s.gives(i)
		sums[i-from+1] = flex{f.width + g.width, f.stretch + g.stretch, f.shrink + g.shrink}
	}
	places := s.places(sums, from, to, min(s.measure(width, true), s.measure(width, false)))
	widestRoom := max(s.measure(width, true), s.measure(width, false))
	best := make([]float64, len(places))
	before := make([]int, len(places))
ends:
	for j := 1; j < len(places); j++ {
		best[j] = math.Inf(1)
		end, hyphen := s.visibleEnd(places[j].at), s.hyphen(places[j].at)
		for i := j - 1; i >= 0; i-- {
			first := i == 0 && len(lines) == 0
			natural := s.between(sums, from, places[i].at, end)
			natural.width += hyphen
			room := s.measure(width, first)
			cost, fits := lineBadness(natural, room, j == len(places)-1)
			switch {
			case !fits && i == j-1:
				cost = overfullCost
			case !fits && natural.width-natural.shrink > widestRoom+tolerance:
				continue ends // nor will longer lines
			case !fits:
				continue
			}
			if total := best[i] + cost + places[j].cost; total < best[j] {
				best[j], before[j] = total, i
			}
		}
	}
	var reversed []stretch
	for j := len(places) - 1; j > 0; j = before[j] {
		reversed = append(reversed, stretch{places[before[j]].at, places[j].at})
	}
	for i := len(reversed) - 1; i >= 0; i-- {
		lines = append(lines, reversed[i])
	}
	return lines
}

// place is where a line may end, before cluster at.
type place struct {
	at   int
	cost float64
}

// places lists where lines may end. In words wider than the narrowest line that
// is between any two graphemes, at a price.
func (s *shaped) places(sums []flex, from, to int, narrowest float64) []place {
	list := []place{{at: from}}
	for i := from + 1; i <= to; i++ {
		if i < to && s.breaks[s.clusters[i].start] != may {
			continue
		}
		last := list[len(list)-1].at
		hyphen, cost := s.hyphen(i), 0.0
		if hyphen > 0 {
			cost = hyphenCost
		}
		if s.between(sums, from, last, s.visibleEnd(i)).width+hyphen > narrowest {
			for k := last + 1; k < i; k++ {
				if s.divisible(k) {
					list = append(list, place{k, emergencyCost})
				}
			}
		}
		list = append(list, place{i, cost})
	}
	return list
}

// visibleEnd returns the end of a line that breaks before cluster at, without
// the white space that hangs.
func (s *shaped) visibleEnd(at int) int {
	for at > 0 && (s.clusters[at-1].kind == space || s.clusters[at-1].kind == white) {
		at--
	}
	return at
}

// between returns the flexibility of the clusters [i, end) on one line: the gap
// after the last does not count.
func (s *shaped) between(sums []flex, from, i, end int) flex {
	if end <= i {
		return flex{}
	}
	f := sums[end-1-from].minus(sums[i-from])
	f.width += s.clusters[end-1].advance
	return f
}

// lineBadness returns the cost of setting a line in the room it has, and whether
// it fits at all. A last line may stay short.
func lineBadness(natural flex, room float64, last bool) (cost float64, fits bool) {
	missing := room - natural.width
	ratio := 0.0
	switch {
	case missing < -natural.shrink-tolerance:
		return 0, false
	case missing < 0:
		ratio = missing / max(natural.shrink, tolerance)
	case !last:
		ratio = missing / max(natural.stretch, room/200)
	}
	badness := lineCost + badnessFactor*math.Abs(ratio*ratio*ratio)
	return badness * badness, true
}

// widest is how far a space may grow before a justified line is rather left
// ragged, in multiples of its stretch.
const widest = 6

// spread returns the advance that justification adds to each cluster of a line,
// nil for none. A line before a forced break or the end is only ever shrunk.
func (s *shaped) spread(part stretch, room float64) []float64 {
	end := s.visibleEnd(part.to)
	if end <= part.from {
		return nil
	}
	extra := make([]float64, part.to-part.from)
	total := flex{width: s.clusters[end-1].advance + s.hyphen(part.to)}
	for i := part.from; i < end-1; i++ {
		g := s.gives(i)
		total = flex{total.width + g.width, total.stretch + g.stretch, total.shrink + g.shrink}
	}
	missing := room - total.width
	ratio := 0.0
	last := part.to == len(s.clusters) || s.breaks[s.clusters[part.to].start] == must
	switch {
	case missing > 0 && last:
	case missing > 0 && total.stretch > 0:
		ratio = missing / total.stretch
	case missing < 0 && total.shrink > 0:
		ratio = missing / total.shrink
	}
	if ratio == 0 || ratio > widest || ratio < -1-tolerance {
		return nil
	}
	for i := part.from; i < end-1; i++ {
		if g := s.gives(i); ratio > 0 {
			extra[i-part.from] = g.stretch * ratio
		} else {
			extra[i-part.from] = g.shrink * ratio
		}
	}
	return extra
}
