package bidi

import "sync"

// Base is the direction asked for a paragraph.
type Base uint8

// Bases. Auto takes the direction of the first strong character, and left to
// right where there is none (rules P2 and P3).
const (
	Auto Base = iota
	LTR
	RTL
)

// Levels resolves the embedding level of every rune of one paragraph (rules P2
// to I2) and returns them with the paragraph's own level, 0 or 1. Odd levels
// run right to left. The characters that rule X9 removes (embeddings,
// overrides, boundary neutrals) take the level of the rune before them, at the
// beginning that of the paragraph.
//
// Rule L1 is not applied: it belongs to lines, see [ResetLine].
//
// A paragraph separator inside the text, such as the line feed of a forced line
// break, ends all embeddings and isolates but not the paragraph: its level
// holds for the whole text, and with Auto the first strong character anywhere
// decides.
func Levels(text []rune, base Base) (levels []uint8, paragraph uint8) {
	levels = make([]uint8, len(text))
	if base != RTL && allLeftToRight(text) {
		return levels, 0
	}
	v := resolvers.Get().(*resolver)
	defer resolvers.Put(v)
	v.begin(text, levels)
	v.paragraph = v.matchIsolates(base)
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && v.classes[end] != b {
			end++
		}
		end = min(end+1, len(text))
		v.resolve(start, end)
		start = end
	}
	v.fillRemoved()
	paragraph = v.paragraph
	v.text, v.levels = nil, nil
	return levels, paragraph
}

func allLeftToRight(text []rune) bool {
	for _, c := range text {
		if !leftToRight(c) {
			return false
		}
	}
	return true
}

// resolver is the working memory of one call of Levels, reused by the next.
type resolver struct {
	text      []rune
	levels    []uint8
	paragraph uint8

	classes []class // of every rune, FSI replaced by what it stands for; after X1-X8 with overrides applied
	isolate bool    // some class is an isolate formatting character
	partner []int32 // of a matched isolate initiator or PDI the position of the other, otherwise -1; only if isolate
	open    []opening

	kept  []int32 // positions that rule X9 keeps, of one separated stretch
	runs  []levelRun
	seq   []int32 // positions of one isolating run sequence
	types []class // their classes while the rules W1 to N2 work on them
	pairs []pair
}

var resolvers = sync.Pool{New: func() any { return new(resolver) }}

// opening is an isolate not yet closed, or at the bottom the paragraph.
type opening struct {
	at     int32
	strong bool // its first strong character is known
}

// levelRun is a stretch [start, end) of kept with one explicit level (BD7).
type levelRun struct {
	start, end int32
	level      uint8
}

func (v *resolver) begin(text []rune, levels []uint8) {
	v.text, v.levels = text, levels
	v.classes, v.isolate = v.classes[:0], false
	for _, c := range text {
		class := classOf(c)
		v.isolate = v.isolate || isolates.has(class)
		v.classes = append(v.classes, class)
	}
}

// matchIsolates pairs isolate initiators with their PDI (BD9), turns every FSI
// into LRI or RLI by the first strong character within it (X5c), and returns
// the paragraph's level (P2, P3) — all in one walk, for those rules look at the
// same thing.
func (v *resolver) matchIsolates(base Base) (paragraph uint8) {
	if base == RTL {
		paragraph = 1
	}
	v.partner = v.partner[:0]
	if v.isolate {
		for range v.classes {
			v.partner = append(v.partner, -1)
		}
	}
	v.open = append(v.open[:0], opening{at: -1, strong: base != Auto})
	for i, c := range v.classes {
		top := &v.open[len(v.open)-1]
		switch c {
		case l, r, al:
			if top.strong {
				continue
			}
			top.strong = true
			if c == l {
				continue
			}
			if top.at < 0 {
				paragraph = 1
			} else if v.classes[top.at] == fsi {
				v.classes[top.at] = rli
			}
		case lri, rli, fsi:
			v.open = append(v.open, opening{at: int32(i)})
		case pdi:
			if top.at >= 0 {
				v.partner[i], v.partner[top.at] = top.at, int32(i)
				v.open = v.open[:len(v.open)-1]
			}
		case b:
			v.open = v.open[:1]
		}
	}
	if v.isolate {
		for i, c := range v.classes {
			if c == fsi {
				v.classes[i] = lri
			}
		}
	}
	return paragraph
}

// resolve gives levels to the runes of one stretch between separators.
func (v *resolver) resolve(start, end int) {
	v.explicit(start, end)
	v.splitRuns(start, end)
	for k := range v.runs {
		first := v.kept[v.runs[k].start]
		if v.isolate && v.given(first) == pdi && v.partner[first] >= 0 {
			continue // it continues the sequence of its initiator
		}
		v.sequence(k)
	}
}

// given is the class before overrides.
func (v *resolver) given(position int32) class { return classOf(v.text[position]) }

// splitRuns finds the characters kept by X9 and their level runs (BD7).
func (v *resolver) splitRuns(start, end int) {
	v.kept, v.runs = v.kept[:0], v.runs[:0]
	for i := start; i < end; i++ {
		if removed.has(v.classes[i]) {
			continue
		}
		if n := len(v.runs); n == 0 || v.levels[i] != v.runs[n-1].level {
			at := int32(len(v.kept))
			v.runs = append(v.runs, levelRun{at, at, v.levels[i]})
		}
		v.kept = append(v.kept, int32(i))
		v.runs[len(v.runs)-1].end++
	}
}

// sequence gathers the isolating run sequence that begins with run k (BD13)
// and resolves it with the directions around it (X10).
func (v *resolver) sequence(k int) {
	level, before, after := v.runs[k].level, v.paragraph, v.paragraph
	if k > 0 {
		before = v.runs[k-1].level
	}
	v.seq = v.seq[:0]
	for {
		run := v.runs[k]
		v.seq = append(v.seq, v.kept[run.start:run.end]...)
		last := v.kept[run.end-1]
		if v.isolate && initiators.has(v.given(last)) {
			if v.partner[last] < 0 {
				break
			}
			k = v.runAt(v.partner[last])
			continue
		}
		if k+1 < len(v.runs) {
			after = v.runs[k+1].level
		}
		break
	}
	v.resolveSequence(level, direction(max(before, level)), direction(max(after, level)))
}

// runAt returns the run that begins with the character at a position.
func (v *resolver) runAt(position int32) int {
	low, high := 0, len(v.runs)-1
	for low < high {
		middle := (low + high + 1) / 2
		if v.kept[v.runs[middle].start] <= position {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}

// fillRemoved gives the characters removed by X9 the level before them.
func (v *resolver) fillRemoved() {
	level := v.paragraph
	for i, c := range v.classes {
		if removed.has(c) {
			v.levels[i] = level
		}
		level = v.levels[i]
	}
}

func direction(level uint8) class {
	if level%2 == 0 {
		return l
	}
	return r
}
