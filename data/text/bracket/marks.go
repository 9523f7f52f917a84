package bracket

import "unicode/utf8"

// Mark covers the runes [Start, End) of a field of one paragraph: the part of
// a bracket that stands there, its own characters included.
type Mark struct {
	Start, End    int
	Depth         int      // from 1
	Pair          int      // index in Reading.Brackets, the same in every paragraph
	Lint          LintKind // what is wrong with the bracket; "" for nothing
	Opens, Closes bool     // the bracket's first or last character is the mark's
}

// Marks returns the marks of a field of a paragraph in the order in which
// they begin, outer ones first. A bracket over several paragraphs has one in
// each.
func (r *Reading) Marks(paragraph int, f Field) []Mark {
	size := utf8.RuneCountInString(r.paragraphs[paragraph].fields[f])
	if size == 0 {
		return nil
	}
	from, to := r.Opening(paragraph)
	if from == to && r.entry[paragraph] < 0 {
		return nil
	}
	around := r.around(paragraph)
	marks := make([]Mark, 0, len(around)+to-from)
	for _, i := range around {
		marks = r.mark(marks, i, paragraph, f, size)
	}
	for i := from; i < to && r.Brackets[i].Open.Field <= f; i++ {
		marks = r.mark(marks, i, paragraph, f, size)
	}
	return marks
}

// around returns the brackets open at the start of a paragraph, outermost
// first.
func (r *Reading) around(paragraph int) []int {
	innermost := int(r.entry[paragraph])
	if innermost < 0 {
		return nil
	}
	list := make([]int, r.Brackets[innermost].Depth)
	for i := innermost; i >= 0; i = r.Brackets[i].Parent {
		list[r.Brackets[i].Depth-1] = i
	}
	return list
}

// mark appends the part of bracket i that stands in a field.
func (r *Reading) mark(marks []Mark, i, paragraph int, f Field, size int) []Mark {
	b := &r.Brackets[i]
	m := Mark{End: size, Depth: b.Depth, Pair: i, Lint: r.lintOf(i)}
	here, next := Place{paragraph, f, 0}, Place{paragraph, f + 1, 0}
	after := b.Close
	if b.State != Unclosed {
		after.Offset++
	}
	if b.Open.Compare(here) >= 0 {
		if b.Open.Compare(next) >= 0 {
			return marks
		}
		m.Start, m.Opens = b.Open.Offset, b.State != Unopened
	}
	if after.Compare(here) <= 0 {
		return marks
	}
	if after.Compare(next) < 0 {
		m.End, m.Closes = after.Offset, b.State != Unclosed
	}
	if m.Start >= m.End {
		return marks
	}
	return append(marks, m)
}
