package typeset

// tolerance for sums of rounded advances, in the caller's unit.
const tolerance = 1e-6

// stretch of a line: its clusters.
type stretch struct{ from, to int }

// wrap cuts the clusters into lines.
func (s *shaped) wrap(width float64) []stretch {
	var lines []stretch
	for from := 0; from < len(s.clusters); {
		to := from + 1
		for to < len(s.clusters) && s.breaks[s.clusters[to].start] != must {
			to++
		}
		switch {
		case width <= 0:
			lines = append(lines, stretch{from, to})
		case s.Align == Justify:
			lines = s.fit(lines, from, to, width)
		default:
			lines = s.greedy(lines, from, to, width)
		}
		from = to
	}
	if n := len(s.Text); n == 0 || endsLine(s.Text[n-1]) {
		lines = append(lines, stretch{len(s.clusters), len(s.clusters)})
	}
	return lines
}

// endsLine tells whether r is a mandatory break (UAX #14: BK, CR, LF, NL).
func endsLine(r rune) bool {
	return '\n' <= r && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// measure returns the width that a line offers.
func (s *shaped) measure(width float64, first bool) float64 {
	if first {
		return width - s.FirstIndent
	}
	return width - s.Indent
}

// hyphen returns the width of the hyphen that a line shows when it ends before
// cluster at.
func (s *shaped) hyphen(at int) float64 {
	if at == 0 || at == len(s.clusters) || !s.clusters[at].divides && !s.softly(at) {
		return 0
	}
	it := &s.items[s.clusters[at-1].item]
	return it.face.hyphen.advance / float64(it.face.UnitsPerEm) * it.size()
}

// softly tells whether a line that ends before cluster at shows a soft hyphen.
func (s *shaped) softly(at int) bool {
	c := &s.clusters[at-1]
	return s.Text[c.start] == softHyphen && c.end-c.start == 1 && c.count == 1 && s.breaks[s.clusters[at].start] == may
}

// divisible tells whether a line may end before cluster i when nothing else
// helps: between graphemes, but not before a soft hyphen.
func (s *shaped) divisible(i int) bool {
	start := s.clusters[i].start
	return s.edges[start] && s.Text[start] != softHyphen
}

// greedy fills each line as far as it goes. A word that is wider than a line
// breaks between graphemes.
func (s *shaped) greedy(lines []stretch, from, to int, width float64) []stretch {
	start, fits, divides := from, from, from // divides: the last place to break a word at
	used := 0.0
	for i := from; i < to; i++ {
		c := &s.clusters[i]
		room := s.measure(width, len(lines) == 0) + tolerance
		hyphen := s.hyphen(i)
		overhangs := hyphen > 0 && used+hyphen > room
		if i > start && s.breaks[c.start] == may && !overhangs {
			fits = i
		}
		if i > start && s.divisible(i) && (!overhangs || divides == start) {
			divides = i
		}
		hangs := c.kind == space || c.kind == white
		if !hangs && divides > start && used+c.advance > room {
			if fits == start {
				fits = divides
			}
			lines = append(lines, stretch{start, fits})
			start, divides, used = fits, fits, 0
			i = fits - 1
			continue
		}
		used += c.advance
	}
	return append(lines, stretch{s.joined(lines, start, from, to), to})
}
