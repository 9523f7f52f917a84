package textview

import (
	"math"
	"strings"
	"unicode/utf8"

	"travaux/app/look"
	"travaux/translations/typeset"
)

// comfort is the widest column of text, in multiples of its size: about 75
// characters of a Latin script.
const comfort = 40

// setBlock is a block laid out for a width.
type setBlock struct {
	block  *Block
	text   []rune
	label  *typeset.Layout // nil for none
	words  *typeset.Layout
	tints  []Mark
	labelX float64 // of the label's and the words' left edges within the view
	wordsX float64
	labelY float64
	top    float64 // of the first line
	height float64
	rtl    bool
	width  float64

	ownTop, ownLabelY, ownHeight float64 // standing alone, without others in its row
}

// lower moves what is laid out down, so that it stands level with others.
func (s *setBlock) lower(by float64) {
	s.top, s.labelY, s.height = s.ownTop+by, s.ownLabelY+by, s.ownHeight+by
}

// empty blocks hold the place of something that other columns have.
func (s *setBlock) empty() bool { return len(s.text) == 0 && s.label == nil }

// measures are what the theme and the width of the view give to all blocks.
type measures struct {
	size   float64 // of running text
	view   float64 // width of the view
	margin float64 // for signs, at the start edge
	left   float64 // of the column: margin and text
	column float64
	slim   bool // the margin has no approval and no comments
	asked  bool // to be slim
	mirror bool // the window is right to left
}

func newMeasures(view float64, margin, slim bool, times float64) measures {
	t := look.Current()
	m := measures{size: float64(t.DocumentSize()), view: view, asked: slim, mirror: t.RightToLeft}
	if times > 0 {
		m.size = math.Round(m.size * times)
	}
	m.slim = margin && (slim || view < m.size*roomyView)
	if view > 0 && view < m.size*narrowView { // one of several columns
		m.size = math.Round(m.size * smaller)
	}
	side := m.size * 0.8
	if margin {
		m.margin = math.Round(m.size * fullRoom)
		if m.slim {
			m.margin = math.Round(m.size * slimRoom)
		}
	}
	m.column = math.Floor(max(min(view-2*side, m.margin+m.size*comfort), m.size*8))
	m.left = math.Floor(max((view-m.column)/2, side))
	return m
}

// Views narrower than narrowView, in multiples of the text's size, have smaller
// text.
const (
	narrowView = 15
	smaller    = 0.85
)

// roomyView is the least width of a view, in multiples of the text's size, with
// approval and comments in the margin; in narrower ones the words need the room.
const roomyView = 16

// guess is the height a block will about have, without laying it out.
func (m measures) guess(b *Block) float64 {
	style, leading, above, below := m.manner(b)
	width := m.column - m.margin - m.indent(b)
	letter := 0.46
	switch {
	case strings.HasPrefix(b.Lang, "zh"):
		letter = 1
	case strings.HasPrefix(b.Lang, "ar"):
		letter = 0.42
	case strings.HasPrefix(b.Lang, "ru"):
		letter = 0.52
	}
	lines := math.Floor(float64(utf8.RuneCountInString(b.Text))*letter*style.Size/max(width, style.Size)) + 1
	return above + below + math.Round(lines*style.Size*1.15*leading)
}

func (m measures) indent(b *Block) float64 {
	if b.Kind != Paragraph && b.Kind != Note {
		return 0
	}
	if m.narrow() {
		return float64(b.Indent) * m.size * 1.1
	}
	return float64(b.Indent) * m.size * 1.9
}

// narrow columns, beside others, spend less on white space.
func (m measures) narrow() bool { return m.column-m.margin < 20*m.size }

// gutter is the room that a paragraph's label has before the text.
func (m measures) gutter() float64 {
	if m.narrow() {
		return math.Round(m.size * 1.7)
	}
	return math.Round(m.size * 2.4)
}

// manner is how a kind of block is set: style, leading, white space above and
// below.
func (m measures) manner(b *Block) (style typeset.Style, leading, above, below float64) {
	style = typeset.Style{Family: typeset.Serif, Size: m.size}
	leading = 1.3
	if strings.HasPrefix(b.Lang, "ar") {
		leading = 1.1 // Arabic faces have tall lines of their own
	}
	switch b.Kind {
	case Title:
		style.Bold, style.Size = true, math.Round(m.size*1.35)
		return style, leading, m.size * 1.4, m.size * 0.9
	case Chapter:
		style.Bold, style.Size = true, math.Round(m.size*1.12)
		return style, leading, m.size * 1.5, m.size * 0.4
	case Article:
		style.Bold, style.Size = true, math.Round(m.size*1.06)
		return style, leading, m.size * 1.1, m.size * 0.3
	case Note:
		style.Size = math.Round(m.size * 0.82)
		return style, leading, m.size * 0.25, m.size * 0.25
	}
	return style, leading, m.size * 0.32, m.size * 0.38
}

// setter is what sets a paragraph: the window's engine or one of the background.
type setter func(typeset.Paragraph) *typeset.Layout

// set lays a block out. It needs nothing of the window, so that it can be done
// anywhere.
func (m measures) set(set setter, b *Block) *setBlock {
	style, leading, above, below := m.manner(b)
	s := &setBlock{block: b, text: []rune(b.Text), tints: tints(b.Marks), width: m.view}
	direction, always := directionOf(b.Lang), 0
	align := typeset.Start
	if b.Kind == Title || b.Kind == Chapter {
		align = typeset.Centre
	}
	if b.Kind != Paragraph && b.Kind != Note {
		always = inkHeading
	}
	heading := always != 0
	width := m.column - m.margin - m.indent(b)
	gutter, first, stacked := 0.0, 0.0, false
	if b.Label != "" {
		s.label = set(typeset.Paragraph{
			Text: []rune(b.Label), Lang: b.Lang, Direction: direction,
			Spans: []typeset.Span{{End: utf8.RuneCountInString(b.Label), Style: style, Mark: always}},
		})
		needed := s.label.Width + style.Size*0.55
		stacked = heading && (align == typeset.Centre || width-needed < style.Size*6)
		switch {
		case stacked: // above one another reads better than side by side
			above += s.label.Height * leading
		case heading:
			gutter = needed
		default:
			gutter = m.gutter()
			first = max(needed-gutter, 0) // a long label pushes the first line only
		}
	}
	measure := max(width-gutter, style.Size*4)
	s.words = set(typeset.Paragraph{
		Text: RunOn(s.text), Spans: spans(s.text, b.Marks, style, always, measure), Direction: direction, Lang: b.Lang,
		Width: measure, FirstIndent: first, Align: align, Leading: leading,
	})
	s.rtl = s.words.RightToLeft
	start := m.margin + m.indent(b)
	s.wordsX = m.x(start+gutter, s.words.Width)
	if s.label != nil {
		s.labelX = m.x(start, s.label.Width)
		if s.rtl != m.mirror { // the text's own direction puts the label, within the paragraph's area
			s.labelX = m.x(start, width)
			s.wordsX = m.x(start, width)
			if s.rtl {
				s.labelX += width - s.label.Width
			} else {
				s.wordsX += gutter
			}
		}
		if heading && align == typeset.Centre {
			s.labelX = m.x(start, width) + (width-s.label.Width)/2
		}
	}
	s.ownTop = math.Round(above)
	if s.label != nil {
		s.ownLabelY = s.ownTop + s.words.Lines[0].Baseline - s.label.Lines[0].Baseline
		if stacked {
			s.ownLabelY = s.ownTop - s.label.Height*leading
		}
	}
	s.ownHeight = s.ownTop + math.Ceil(s.words.Height) + math.Round(below)
	s.lower(0)
	return s
}

// x turns a distance from the start edge of the column into a left edge.
func (m measures) x(start, width float64) float64 {
	if m.mirror {
		return m.left + m.column - start - width
	}
	return m.left + start
}

func directionOf(lang string) typeset.Direction {
	switch {
	case lang == "":
		return typeset.Auto
	case strings.HasPrefix(lang, "ar"):
		return typeset.RightToLeft
	}
	return typeset.LeftToRight
}

// hit is the offset nearest to a point given from the block's top left corner.
func (s *setBlock) hit(x, y float64) int {
	return s.words.Hit(x-s.wordsX, y-s.top)
}

// end is hit for an end of a selection: past the last letter of a wrapped line it
// takes that letter in; see spot.
func (s *setBlock) end(x, y float64) (offset int, upstream bool) {
	return s.words.HitLine(x-s.wordsX, y-s.top)
}

// under is the rune below a point; ok is false where there is none.
func (s *setBlock) under(x, y float64) (offset int, ok bool) {
	return s.words.Under(x-s.wordsX, y-s.top)
}
