package typeset

// runtCost is what a last line with a single ideograph costs: more than opening the gaps of
// the line before it by an ideograph and a sign, but in very narrow columns.
const runtCost = 40_000

// latest returns the cluster of [from, to) at which the last line begins at the latest, so
// that no ideograph stands alone on it with the signs behind it (Requirements for Chinese
// Text Layout, on widows); to, where it may begin anywhere.
func (s *shaped) latest(from, to int) int {
	after := to
	for i := to - 1; i >= from; i-- {
		switch r := s.Text[s.clusters[i].start]; {
		case after < to && alphanumeric(r):
			return i
		case ideographic(r):
			after = i
		case alphanumeric(r):
			return to
		}
	}
	return to
}

// joined moves the end of the last line so far, so that the one that begins at start and
// ends the paragraph is no runt, and returns where that begins then.
func (s *shaped) joined(lines []stretch, start, from, to int) int {
	if start == from {
		return start
	}
	before := &lines[len(lines)-1]
	for at := min(s.latest(from, to), start); at > before.from; at-- {
		if at == start || s.breaks[s.clusters[at].start] == may {
			before.to = at
			return at
		}
	}
	return start
}
