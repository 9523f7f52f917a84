package typeset

import (
	"slices"

	"travaux/translations/typeset/bidi"
)

// set breaks the paragraph into lines and places their runs.
func (s *shaped) set(width float64) *Layout {
	l := &Layout{Width: width, RightToLeft: s.base == 1, Levels: s.levels, shaped: s}
	lines := s.wrap(width)
	if width <= 0 {
		for i, line := range lines {
			visible, _ := s.extent(line)
			l.Width = max(l.Width, visible+s.indent(i))
		}
	}
	l.Lines = make([]Line, len(lines))
	levels := append([]uint8(nil), s.levels...)
	for i, line := range lines {
		s.place(l, i, line, levels)
	}
	return l
}

func (s *shaped) indent(line int) float64 {
	if line == 0 {
		return s.FirstIndent
	}
	return s.Indent
}

// extent returns the width of a line's visible part and of the white space that
// hangs after it.
func (s *shaped) extent(line stretch) (visible, hanging float64) {
	for _, c := range s.clusters[line.from:line.to] {
		if c.kind == space || c.kind == white {
			hanging += c.advance
			continue
		}
		visible += hanging + c.advance
		hanging = 0
	}
	return visible, hanging
}

// place fills line i of the layout. levels is working space.
func (s *shaped) place(l *Layout, i int, part stretch, levels []uint8) {
	line := &l.Lines[i]
	line.Start, line.End = s.runes(part)
	copy(levels[line.Start:line.End], s.levels[line.Start:line.End])
	bidi.ResetLine(s.Text, levels, line.Start, line.End, s.base)
	visible, hanging := s.extent(part)
	hyphen := s.hyphen(part.to)
	line.Divided, visible = hyphen > 0, visible+hyphen
	var extra []float64
	if s.Align == Justify {
		extra = s.spread(part, l.Width-s.indent(i))
		for _, e := range extra {
			visible += e
		}
	}
	line.Width = visible
	free := l.Width - s.indent(i) - visible
	switch {
	case s.Align == Centre:
		line.X = free / 2
	case s.Align == End:
		line.X = free
	}
	if l.RightToLeft {
		line.X = free - line.X
	} else {
		line.X += s.indent(i)
	}
	line.Runs = s.lineRuns(part, levels, extra)
	pen := line.X
	if l.RightToLeft {
		pen -= hanging
	}
	for k := range line.Runs {
		line.Runs[k].X = pen
		pen += line.Runs[k].Width
	}
	s.height(line, part)
	line.Top = l.Height
	line.Baseline += line.Top
	l.Height += line.Height
}

// runes returns the runes of a line.
func (s *shaped) runes(part stretch) (start, end int) {
	if part.from == part.to {
		return len(s.Text), len(s.Text)
	}
	return int(s.clusters[part.from].start), int(s.clusters[part.to-1].end)
}

// lineRuns cuts a line into runs, in visual order. extra is what justification
// adds to each cluster's advance, nil for nothing.
func (s *shaped) lineRuns(part stretch, levels []uint8, extra []float64) []Run {
	var logical []Run
	var runLevels []uint8
	span := 0
	for from := part.from; from < part.to; {
		first := &s.clusters[from]
		level := levels[first.start]
		for int(first.start) >= s.Spans[span].End {
			span++
		}
		to, width := from, 0.0
		for to < part.to && s.clusters[to].item == first.item && levels[s.clusters[to].start] == level && int(s.clusters[to].start) < s.Spans[span].End {
			width += s.clusters[to].advance
			to++
		}
		last, it := &s.clusters[to-1], &s.items[first.item]
		left, right := first, last
		if it.level%2 == 1 {
			left, right = last, first
		}
		run := Run{
			Width: width, Start: int(first.start), End: int(last.end), Level: level, Face: it.face,
			Style: it.style, Size: it.size(), Mark: s.Spans[span].Mark,
			Glyphs: s.taken(left.glyph, right.glyph+right.count),
		}
		if extra != nil {
			if s.once == nil {
				run.Glyphs = slices.Clone(run.Glyphs)
			}
			run.widen(s.clusters[from:to], extra[from-part.from:to-part.from], int(left.glyph))
		}
		if hyphen := s.hyphen(to); to == part.to && hyphen > 0 {
			if s.once == nil {
				run.Glyphs = slices.Clone(run.Glyphs)
			}
			if s.clusters[to].divides {
				run.Glyphs = append(run.Glyphs, Glyph{Start: last.end, First: true})
				run.hyphenate(len(run.Glyphs)-1, hyphen)
			} else {
				run.hyphenate(int(last.glyph-left.glyph), hyphen)
			}
		}
		logical = append(logical, run)
		runLevels = append(runLevels, level)
		from = to
	}
	visual := make([]Run, len(logical))
	for i, k := range bidi.VisualOrder(runLevels) {
		visual[i] = logical[k]
	}
	return visual
}

// taken are glyphs of a run: those of the paragraph, or of one that is only drawn a
// copy that is the run's own.
func (s *shaped) taken(from, to int32) []Glyph {
	if s.once == nil {
		return s.glyphs[from:to:to]
	}
	first := len(s.once)
	s.once = append(s.once, s.glyphs[from:to]...)
	return s.once[first:len(s.once):len(s.once)]
}

// widen adds to the advances of the run's clusters; glyph is the place of the
// run's first glyph in the paragraph.
func (run *Run) widen(clusters []cluster, extra []float64, glyph int) {
	for i, c := range clusters {
		run.Glyphs[int(c.glyph+c.count)-1-glyph].Advance += extra[i]
		run.Width += extra[i]
	}
}

// hyphenate shows a hyphen in the place of glyph i of the run.
func (run *Run) hyphenate(i int, advance float64) {
	g := &run.Glyphs[i]
	run.Width += advance - g.Advance
	g.ID, g.X, g.Y, g.Advance = run.Face.hyphen.glyph, 0, 0, advance
}

// height sets a line's height and the baseline below its top. Only the usual face
// of each style counts, so that lines with a foreign word or sign stand no
// farther apart than the others.
func (s *shaped) height(line *Line, part stretch) {
	grow := func(face *Face, size float64) {
		size *= face.Scale()
		line.Ascent, line.Descent = max(line.Ascent, face.Ascent*size), max(line.Descent, face.Descent*size)
	}
	if part.from == part.to {
		grow(s.empty, s.Spans[len(s.Spans)-1].Style.Size)
	} else {
		first, last := s.clusters[part.from].item, s.clusters[part.to-1].item
		for _, it := range s.items[first : last+1] {
			grow(it.usual, it.style.Size)
		}
	}
	own := line.Ascent + line.Descent
	line.Height = own
	if s.Leading > 0 {
		line.Height *= s.Leading
	}
	line.Baseline = (line.Height-own)/2 + line.Ascent
}
