package bidi

import (
	"cmp"
	"slices"
)

// Run is a stretch [Start, End) of equal level.
type Run struct {
	Start, End int
	Level      uint8
}

// RightToLeft tells the direction of the run.
func (run Run) RightToLeft() bool { return run.Level%2 == 1 }

// ResetLine applies rule L1 to the line of the runes [start, end) of a
// paragraph, in place: separators, the white space before them and that at the
// line's end take the paragraph's level. levels are those of the whole
// paragraph and only levels[start:end] is changed; a caller that will break the
// same paragraph again must keep a copy.
func ResetLine(text []rune, levels []uint8, start, end int, paragraph uint8) {
	trailing := true
	for i := end - 1; i >= start; i-- {
		// What could only be reset to the level it has need not be looked up.
		if levels[i] == paragraph && !trailing && !canSeparate(text[i]) {
			continue
		}
		c := classOf(text[i])
		switch {
		case c == b || c == s:
			trailing = true
		case !trimmed.has(c):
			trailing = false
		}
		if trailing {
			levels[i] = paragraph
		}
	}
}

// canSeparate is false for runes that are surely neither segment nor paragraph
// separators.
func canSeparate(c rune) bool { return c < ' ' || c == 0x85 || c == 0x2029 }

// Runs splits the levels of one line into runs of equal level, in visual order
// from left to right (rule L2). Offsets count from the beginning of levels.
func Runs(levels []uint8) []Run {
	var runs []Run
	for start := 0; start < len(levels); {
		end := start + 1
		for end < len(levels) && levels[end] == levels[start] {
			end++
		}
		runs = append(runs, Run{start, end, levels[start]})
		start = end
	}
	reorder(runs)
	return runs
}

// reorder reverses, from the highest level to the lowest odd one, every stretch
// of runs at that level or higher.
func reorder(runs []Run) {
	if len(runs) == 0 {
		return
	}
	byLevel := func(x, y Run) int { return cmp.Compare(x.Level, y.Level) }
	highest, lowest := slices.MaxFunc(runs, byLevel).Level, slices.MinFunc(runs, byLevel).Level
	for level := highest; level >= max(lowest, 1)|1; level-- {
		for start := 0; start < len(runs); start++ {
			end := start
			for end < len(runs) && runs[end].Level >= level {
				end++
			}
			if end > start {
				slices.Reverse(runs[start:end])
				start = end
			}
		}
	}
}

// VisualOrder returns, from left to right, the indices of the runes of one line
// with these levels (rule L2).
func VisualOrder(levels []uint8) []int {
	order := make([]int, 0, len(levels))
	for _, run := range Runs(levels) {
		if run.RightToLeft() {
			for i := run.End - 1; i >= run.Start; i-- {
				order = append(order, i)
			}
			continue
		}
		for i := run.Start; i < run.End; i++ {
			order = append(order, i)
		}
	}
	return order
}

// Mirror returns the rune whose glyph mirrors that of c, for c at an odd level
// (rule L4, property Bidi_Mirroring_Glyph); ok is false where there is none.
func Mirror(c rune) (mirrored rune, ok bool) {
	if c < mirrorPairs[0][0] || c > mirrorPairs[len(mirrorPairs)-1][0] {
		return c, false
	}
	i, found := slices.BinarySearchFunc(mirrorPairs[:], c, func(entry [2]rune, c rune) int { return cmp.Compare(entry[0], c) })
	if !found {
		return c, false
	}
	return mirrorPairs[i][1], true
}
