package bracket

// pairing finds the partner of every bracket.
//
// Within a paragraph a closing bracket belongs to the latest one open there.
// What is left over may belong together over several paragraphs, articles
// even, or may be an error of the file; both are common (UNEP/PP/INC.5/4: 77
// of 361 blocks unbalanced, the document by 15 brackets in 3,768). To pair all
// that is left over would let one forgotten bracket colour ten articles; to
// pair nothing would tear apart "[ARTICLE 3 …". So a pair over paragraphs
// needs a reason, and the reason may be weaker the less it spans:
//
//   - lines that go on with a sentence broken off before them (a paragraph
//     torn by a page or by a file without paragraphs) are one paragraph;
//   - up to near paragraphs apart, and inside the list under a chapeau, being
//     the next to each other is enough;
//   - a little further, the bracket must open where a paragraph or sentence
//     begins (up to short) or close where one ends (up to far: a chapeau often
//     opens one that the last item of its list closes);
//   - further apart, up to farthest, both must hold;
//   - over the start of another article or chapter it must also open with one
//     and close with one; then nothing is too far.
//
// A closing bracket takes the latest open one for which there is a reason;
// those passed over are never closed. Where the file is balanced this is the
// usual nesting. Where it is not, a pair may have taken what clearly belongs
// to the bracket left over; then they change places (see mend).
type pairing struct {
	*Reading
	stack  []int32 // open brackets, outermost first
	known  []bool  // paragraphs whose edges are known
	unit   []int32 // number of the unbroken paragraph a paragraph belongs to
	head   []int32 // latest container up to a paragraph, or -1
	ending []int32 // last paragraph of what stands in a paragraph
}

// How many paragraphs apart brackets may belong together: without another
// reason, with a good beginning, with a good end, with both. Most lists have fewer than 16 items, no
// article of a treaty at hand has 150 paragraphs.
const (
	torn     = 2 // even over what looks like the start of an article: a line "Article 12] shall…" of a file without paragraphs
	near     = 4
	short    = 8
	far      = 16
	farthest = 150
)

// lookDown is how many open brackets a closing one may pass over.
const lookDown = 32

func (r *Reading) pair() {
	s := &pairing{Reading: r, stack: make([]int32, 0, 16)}
	turn := s.directions()
	for p := range r.paragraphs {
		from, to := r.first[p], r.first[p+1]
		if from == to {
			continue
		}
		if turn != nil && turn[p] && s.free(p) {
			s.turnRound(p)
			r.turned = append(r.turned, p)
		}
		s.match(from, to)
	}
	s.mend()
}

// match pairs the brackets of a paragraph with each other, and what closes
// too much with earlier paragraphs.
func (s *pairing) match(from, to int32) {
	base := len(s.stack)
	for i := from; i < to; i++ {
		switch {
		case s.tokens[i].open:
			s.stack = append(s.stack, i)
		case len(s.stack) > base:
			s.marry(s.stack[len(s.stack)-1], i)
			s.stack = s.stack[:len(s.stack)-1]
		default:
			s.over(i)
			base = len(s.stack)
		}
	}
}

func (s *pairing) marry(open, close int32) {
	s.tokens[open].mate, s.tokens[close].mate = close, open
}

// over looks for the partner of a closing bracket in earlier paragraphs.
func (s *pairing) over(i int32) {
	s.forget(int(s.tokens[i].paragraph))
	lowest := max(0, len(s.stack)-lookDown)
	for k := len(s.stack) - 1; k >= lowest; k-- {
		if s.reason(s.stack[k], i) {
			s.marry(s.stack[k], i)
			s.noteStraddling(s.stack[k], i)
			s.stack = s.stack[:k]
			return
		}
	}
}

// forget gives up the latest open brackets that no paragraph from p on can
// close.
func (s *pairing) forget(p int) {
	for n := len(s.stack); n > 0 && s.stale(s.stack[n-1], p); n = len(s.stack) {
		s.stack = s.stack[:n-1]
	}
}

func (s *pairing) stale(open int32, p int) bool {
	t := &s.tokens[open]
	o := int(t.paragraph)
	distance := s.apart(o, p)
	if s.container(p) > o {
		return distance > torn && (!s.edge(open, begins) || !s.opensContainer(o))
	}
	return distance > farthest || distance > far && !s.edge(open, begins) && !s.inside(o, p)
}

// free reports whether no bracket is open that paragraph p might close.
func (s *pairing) free(p int) bool {
	s.forget(p)
	return len(s.stack) == 0
}

// reason reports whether two brackets of different paragraphs may be a pair.
func (s *pairing) reason(open, close int32) bool {
	o, c := int(s.tokens[open].paragraph), int(s.tokens[close].paragraph)
	distance := s.apart(o, c)
	if distance == 0 {
		return true
	}
	start, end := s.edge(open, begins), s.edge(close, ends)
	switch {
	case s.container(c) > o && distance > torn:
		return start && end && s.opensContainer(o) && s.closesContainer(c)
	case s.tokens[open].field != FieldText && !start:
		return false // inside a title
	case start && end:
		return distance <= farthest
	case end:
		return distance <= far || s.inside(o, c)
	case start:
		return distance <= short || s.inside(o, c)
	}
	return distance <= near
}

// noteStraddling marks a pair for which being near was the only reason.
func (s *pairing) noteStraddling(open, close int32) {
	o, c := int(s.tokens[open].paragraph), int(s.tokens[close].paragraph)
	if s.apart(o, c) > 0 && !s.edge(open, begins) && !s.edge(close, ends) {
		s.tokens[open].edges |= straddling
	}
}

// apart counts the paragraphs from a to b, torn ones once.
func (s *pairing) apart(a, b int) int {
	if s.unit == nil {
		s.units()
	}
	return int(s.unit[b] - s.unit[a])
}

// container returns the latest container up to paragraph p, or -1.
func (s *pairing) container(p int) int {
	if s.head == nil {
		s.head = make([]int32, len(s.paragraphs))
		latest := int32(-1)
		for i := range s.paragraphs {
			if s.paragraphs[i].container {
				latest = int32(i)
			}
			s.head[i] = latest
		}
	}
	return int(s.head[p])
}

func (s *pairing) opensContainer(p int) bool {
	return s.paragraphs[p].container || p > 0 && s.paragraphs[p-1].container
}

func (s *pairing) closesContainer(p int) bool {
	return p+1 == len(s.paragraphs) || s.paragraphs[p+1].container
}

// inside reports whether paragraph p stands in the outline under paragraph o.
func (s *pairing) inside(o, p int) bool { return p > o && p <= s.end(o) }

// end returns the last paragraph that stands under paragraph p, or p.
func (s *pairing) end(p int) int {
	if s.ending == nil {
		s.ending = make([]int32, len(s.paragraphs))
		var open []int32
		for i := range s.paragraphs {
			for n := len(open); n > 0 && s.paragraphs[open[n-1]].depth >= s.paragraphs[i].depth; n = len(open) {
				s.ending[open[n-1]] = int32(i - 1)
				open = open[:n-1]
			}
			open = append(open, int32(i))
		}
		for _, i := range open {
			s.ending[i] = int32(len(s.paragraphs) - 1)
		}
	}
	return int(s.ending[p])
}
