package typeset

import (
	"math"
	"slices"
)

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
	looseCost     = 640_000 // of a line that is gappy: its spaces are stretched twice as far as they should
	softCost      = 2500    // showing a soft hyphen
	dividingCost  = 160_000 // dividing a word that has none: as much as a line that is nearly gappy
	emergencyCost = 1e7     // breaking inside a word
	remnantCost   = 2.5e6   // a last line of nothing but a few letters of a word
	thirdCost     = 1e11    // dividing words on three lines one after the other
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

// fit cuts the clusters [from, to) into the lines with the least total cost. Words
// are divided only if that is asked for and lines would be gappy otherwise.
func (s *shaped) fit(lines []stretch, from, to int, width float64) []stretch {
	sums := make([]flex, to-from+1) // of the clusters before each
	for i := from; i < to; i++ {
		f, g := sums[i-from], s.gives(i)
		sums[i-from+1] = flex{f.width + g.width, f.stretch + g.stretch, f.shrink + g.shrink}
	}
	fitted, gappy := s.cheapest(lines, sums, from, to, width)
	if gappy && s.Divide && s.once != nil && s.divide(from, to) {
		fitted, _ = s.cheapest(lines, sums, from, to, width)
	}
	return fitted
}

// cheapest appends the lines with the least total cost, and tells whether any of
// them is gappy.
func (s *shaped) cheapest(lines []stretch, sums []flex, from, to int, width float64) (fitted []stretch, gappy bool) {
	places := s.places(sums, from, to, min(s.measure(width, true), s.measure(width, false)))
	widestRoom := max(s.measure(width, true), s.measure(width, false))
	best := make([]float64, len(places))
	before := make([]int, len(places))
	latest := s.latest(from, to)
ends:
	for j := 1; j < len(places); j++ {
		best[j] = math.Inf(1)
		at, nearest, last := int(places[j].at), int(places[j].nearest), j == len(places)-1
		end, hyphen := s.visibleEnd(at), s.hyphen(at)
		for i := nearest; i >= 0; i-- {
			first := i == 0 && len(lines) == 0
			natural := s.between(sums, from, int(places[i].at), end)
			natural.width += hyphen
			room := s.measure(width, first)
			cost, fits := lineBadness(natural, room, last)
			switch {
			case !fits && places[i].at == places[nearest].at:
				cost = overfullCost
			case !fits && natural.width-natural.shrink > widestRoom+tolerance:
				continue ends // nor will longer lines
			case !fits:
				continue
			}
			if last && int(places[i].at) > latest {
				cost += runtCost
			}
			if total := best[i] + cost + places[j].after(&places[i], last); total < best[j] {
				best[j], before[j] = total, i
			}
		}
	}
	first := len(lines)
	for j := len(places) - 1; j > 0; j = before[j] {
		lines = append(lines, stretch{int(places[before[j]].at), int(places[j].at)})
		gappy = gappy || best[j]-best[before[j]] > looseCost
	}
	slices.Reverse(lines[first:])
	return lines, gappy
}

// place is where a line may end, before cluster at. Where the line shows a hyphen,
// there is one for each number of lines one after the other that do.
type place struct {
	cost        float64
	at, nearest int32 // nearest is the last place where the line may begin
	hyphens     uint8 // of this line and those before it; mostHyphens or more are one
	divides     bool
	remnant     bool // nothing follows but a few letters of a word
}

// mostHyphens is how many lines one after the other may end in a hyphen.
const mostHyphens = 2

// after returns what it costs to end a line here that began at another place. The last line
// begins with a part of a word no more gladly than another ends with one.
func (p *place) after(start *place, last bool) float64 {
	switch {
	case p.hyphens == 0 && last && start.remnant:
		return p.cost + dividingCost + remnantCost
	case p.hyphens == 0 && last && start.divides:
		return p.cost + dividingCost
	case p.hyphens == 0 || p.hyphens == start.hyphens+1:
		return p.cost
	case start.hyphens < mostHyphens || p.hyphens < mostHyphens:
		return math.Inf(1)
	case p.divides:
		return p.cost + thirdCost
	}
	return p.cost
}

// places lists where lines may end. In words wider than the narrowest line that
// is between any two graphemes, at a price.
func (s *shaped) places(sums []flex, from, to int, narrowest float64) []place {
	list := []place{{at: int32(from)}}
	for i := from + 1; i <= to; i++ {
		if i < to && s.breaks[s.clusters[i].start] != may && !s.clusters[i].divides {
			continue
		}
		last := int(list[len(list)-1].at)
		hyphen := s.hyphen(i)
		if s.between(sums, from, last, s.visibleEnd(i)).width+hyphen > narrowest {
			for k := last + 1; k < i; k++ {
				if s.divisible(k) {
					list = append(list, place{at: int32(k), cost: emergencyCost, nearest: int32(len(list) - 1)})
				}
			}
		}
		p := place{at: int32(i), nearest: int32(len(list) - 1)}
		switch {
		case i < to && s.clusters[i].divides:
			p.cost, p.divides, p.remnant = dividingCost, true, s.remnant(i, to)
		case hyphen > 0:
			p.cost = softCost
		}
		if i == to || hyphen == 0 && !s.endsInHyphen(i) {
			list = append(list, p)
			continue
		}
		for p.hyphens < mostHyphens {
			p.hyphens++
			list = append(list, p)
		}
	}
	return list
}

// leastRemnant is how many signs of a word make a last line.
const leastRemnant = 6

// remnant tells whether nothing but the end of a word, shorter than that, is left from a
// cluster on.
func (s *shaped) remnant(from, to int) bool {
	end := s.visibleEnd(to)
	return end-from < leastRemnant && !slices.ContainsFunc(s.clusters[from:end], func(c cluster) bool { return c.kind == space })
}

// endsInHyphen tells whether a line that ends before cluster at ends in a hyphen of
// the text.
func (s *shaped) endsInHyphen(at int) bool {
	r := s.Text[s.clusters[at-1].end-1]
	return r == '-' || r == '\u2010'
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
