package typeset

import (
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"

	"travaux/translations/typeset/bidi"
	"travaux/translations/typeset/fonts"
)

// Engine sets paragraphs. It is cheap to make and belongs to one goroutine at a
// time; the fonts behind it are parsed once per process and shared, as are the
// shapes of words. What it returns may be read from anywhere.
type Engine struct {
	buffer  *harfbuzz.Buffer
	shapers map[*Face]*harfbuzz.Font
	lists   map[wish][]func() *Face
	chosen  map[choice]*Face
	words   map[setting]known
	setting setting // of the words used last
	recent  known
	units   []unit // working space
	spare   shaped // likewise, of Draw
}

// New returns an engine.
func New() *Engine {
	return &Engine{
		buffer:  harfbuzz.NewBuffer(),
		shapers: map[*Face]*harfbuzz.Font{},
		lists:   map[wish][]func() *Face{},
		chosen:  map[choice]*Face{},
		words:   map[setting]known{},
	}
}

// Set shapes the paragraph and breaks it into lines. It never fails: runes that
// no embedded font has are set as the missing glyph, gaps between spans take the
// style before them.
func (e *Engine) Set(p Paragraph) *Layout {
	s := &shaped{Paragraph: p}
	s.Text = slices.Clone(p.Text)
	e.prepare(s)
	return s.set(p.Width)
}

// Draw is Set for a paragraph that is only drawn, as those of papers are: the layout
// cannot be wrapped again nor asked for places in it, and has no Levels. In exchange it
// takes a third of the memory. The text must not change as long as it is used.
func (e *Engine) Draw(p Paragraph) *Layout {
	s := &e.spare
	*s = shaped{Paragraph: p, clusters: s.clusters[:0], glyphs: s.glyphs[:0], items: s.items[:0]}
	e.prepare(s)
	s.once = make([]Glyph, 0, len(s.glyphs))
	l := s.set(p.Width)
	l.shaped, l.Levels = nil, nil
	return l
}

// prepare shapes a paragraph.
func (e *Engine) prepare(s *shaped) {
	p := s.Paragraph
	s.Spans = covering(p.Spans, len(p.Text))
	base := bidi.Auto
	switch p.Direction {
	case LeftToRight:
		base = bidi.LTR
	case RightToLeft:
		base = bidi.RTL
	}
	s.levels, s.base = bidi.Levels(s.Text, base)
	s.breaks, s.edges = opportunities(s.Text, p.Lang)
	s.keepWhole()
	e.shape(s)
}

// Rewrap breaks the same paragraph into lines of another width. It does not
// shape again and is many times faster than Set; l stays as it was.
func (l *Layout) Rewrap(width float64) *Layout { return l.shaped.set(width) }

// covering returns spans that cover length runes without gap or overlap.
func covering(spans []Span, length int) []Span {
	list := make([]Span, 0, len(spans)+1)
	at := 0
	for _, span := range spans {
		end := min(span.End, length)
		if end <= at {
			continue
		}
		if span.Start > at && len(list) > 0 {
			list[len(list)-1].End = span.Start
			at = span.Start
		}
		span.Start, span.End = at, end
		list, at = append(list, span), end
	}
	switch {
	case len(list) == 0 && len(spans) > 0:
		list = append(list, Span{End: length, Style: spans[0].Style, Mark: spans[0].Mark})
	case len(list) == 0:
		list = append(list, Span{End: length})
	default:
		list[len(list)-1].End = length
	}
	return list
}

// wish is what a font list is made for.
type wish struct {
	family       Family
	script       fonts.Script
	bold, italic bool
}

// choice is a wish for one rune.
type choice struct {
	wish
	r rune
}

// list returns the faces for a wish, best first, each loaded when called for.
func (e *Engine) list(w wish) []func() *Face {
	if list, ok := e.lists[w]; ok {
		return list
	}
	var list []func() *Face
	for _, f := range fonts.List(fonts.Family(w.family), w.script, w.bold, w.italic) {
		list = append(list, faces[slices.Index(fonts.All, f)])
	}
	e.lists[w] = list
	return list
}

// face returns the first face that has every visible rune of a grapheme, or
// else its first rune, or else the best face, which then shows its missing glyph.
func (e *Engine) face(w wish, grapheme []rune) *Face {
	if len(grapheme) == 1 {
		key := choice{w, grapheme[0]}
		if face, ok := e.chosen[key]; ok {
			return face
		}
		face := e.search(w, grapheme)
		e.chosen[key] = face
		return face
	}
	if face := e.search(w, grapheme); hasAll(face, grapheme) {
		return face
	}
	return e.face(w, grapheme[:1])
}

func (e *Engine) search(w wish, grapheme []rune) *Face {
	list := e.list(w)
	for _, load := range list {
		if face := load(); hasAll(face, grapheme) {
			return face
		}
	}
	return list[0]()
}

func hasAll(face *Face, grapheme []rune) bool {
	for _, r := range grapheme {
		if !invisible(r) && !face.has(r) {
			return false
		}
	}
	return true
}

// shaper returns the HarfBuzz view of a face.
func (e *Engine) shaper(face *Face) *harfbuzz.Font {
	if found, ok := e.shapers[face]; ok {
		return found
	}
	made := harfbuzz.NewFont(font.NewFace(face.parsed))
	e.shapers[face] = made
	return made
}
