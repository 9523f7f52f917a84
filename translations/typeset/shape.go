package typeset

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/language"

	"travaux/translations/typeset/fonts"
	"travaux/translations/typeset/segment"
)

// shaped is a paragraph that is ready to be broken into lines of any width. It
// does not change after shaping.
type shaped struct {
	Paragraph
	levels   []uint8
	base     uint8
	breaks   []segment.Place // of every rune: what may happen before it
	edges    []bool          // of every rune: whether a grapheme starts at it
	items    []item
	clusters []cluster // in logical order; they cover every rune
	glyphs   []Glyph   // of all items in logical order, within an item in visual order
	empty    *Face     // gives lines without runs their height: the last style's usual one
	once     []Glyph   // of a paragraph that is only drawn: room for the glyphs of its runs
}

// unit is one glyph of HarfBuzz in font units; cluster is a rune of the paragraph.
type unit struct {
	glyph         uint32
	cluster       int32
	x, y, advance int32
}

// cluster is the smallest piece that shaping leaves whole: a letter with its
// marks, a ligature.
type cluster struct {
	advance      float64
	start, end   int32 // runes
	item         int32
	glyph, count int32
	kind         kind
	divides      bool // a line may end before it, within a word, with a hyphen that the text does not have
}

// kind says how a cluster behaves in lines.
type kind uint8

const (
	letter    kind = iota
	space          // stretches, and hangs at the end of a line
	white          // hangs only
	stiff          // no-break space: stretches, does not hang
	ideograph      // may be spaced from its neighbours
)

// tabWidth is the width of a tabulator in spaces.
const tabWidth = 4

// shape fills items, clusters and glyphs.
func (e *Engine) shape(s *shaped) {
	if s.clusters == nil {
		s.clusters = make([]cluster, 0, len(s.Text))
		s.glyphs = make([]Glyph, 0, len(s.Text)+len(s.Text)/8)
	}
	text, lang := shapeable(s.Text), language.NewLanguage(s.Lang)
	for _, it := range e.itemise(s) {
		e.shapeItem(s, text, lang, it)
	}
	s.pad()
	s.empty = e.usual(s, s.Spans[len(s.Spans)-1].Style)
}

// usual is the face that a style has for the script of the paragraph as a whole.
func (e *Engine) usual(s *shaped, style Style) *Face {
	w := wish{style.Family, fontScript(s.usual(s.base)), style.Bold, style.Italic}
	if strings.HasPrefix(s.Lang, "zh") && s.base == 0 {
		w.script = fonts.Chinese
	}
	return e.list(w)[0]()
}

// shapeItem shapes one item, in two parts where a span ends within one of its
// clusters.
func (e *Engine) shapeItem(s *shaped, text []rune, lang language.Language, it item) {
	glyphs, clusters := len(s.glyphs), len(s.clusters)
	s.collect(e.item(text, lang, &it), &it)
	if cut := s.straddled(clusters); cut > 0 {
		s.glyphs, s.clusters = s.glyphs[:glyphs], s.clusters[:clusters]
		first, second := it, it
		first.end, second.start = cut, cut
		e.shapeItem(s, text, lang, first)
		e.shapeItem(s, text, lang, second)
		return
	}
	s.items = append(s.items, it)
}

// straddled returns the first edge of a span inside one of the clusters from
// the given one on, or 0.
func (s *shaped) straddled(from int) int {
	if len(s.Spans) == 1 {
		return 0
	}
	span := 0
	for _, c := range s.clusters[from:] {
		for int(c.start) >= s.Spans[span].End {
			span++
		}
		if edge := s.Spans[span].End; edge < int(c.end) {
			return edge
		}
	}
	return 0
}

// collect turns what HarfBuzz made of an item into its glyphs and clusters.
func (s *shaped) collect(units []unit, it *item) {
	it.glyph, it.count = len(s.glyphs), len(units)
	scale := it.size() / float64(it.face.UnitsPerEm)
	first := len(s.clusters)
	for i := 0; i < len(units); {
		c := cluster{start: units[i].cluster, item: int32(len(s.items)), glyph: int32(len(s.glyphs))}
		for ; i < len(units) && units[i].cluster == c.start; i++ {
			u := units[i]
			g := Glyph{ID: u.glyph, First: c.count == 0, X: float32(float64(u.x) * scale), Y: float32(float64(u.y) * scale), Advance: float64(u.advance) * scale}
			c.advance += g.Advance
			c.count++
			s.glyphs = append(s.glyphs, g)
		}
		s.clusters = append(s.clusters, c)
	}
	clusters := s.clusters[first:]
	if it.level%2 == 1 {
		slices.Reverse(clusters)
	}
	for i := range clusters {
		c := &clusters[i]
		c.end = int32(it.end)
		if i+1 < len(clusters) {
			c.end = clusters[i+1].start
		}
		c.kind = kindOf(s.Text[c.start], it)
		glyphs := s.glyphs[c.glyph : c.glyph+c.count]
		if s.Text[c.start] == '\t' {
			glyphs[0].Advance *= tabWidth
			c.advance *= tabWidth
		}
		for k := range glyphs {
			glyphs[k].Start, glyphs[k].Runes = c.start, c.end-c.start
		}
	}
}

// kindOf tells how the cluster that starts with r behaves in lines.
func kindOf(r rune, it *item) kind {
	switch {
	case r == ' ':
		return space
	case r == 0xA0 || r == 0x202F:
		return stiff
	case isWhite(r):
		return white
	case it.face.font.Script == fonts.Chinese:
		return ideograph
	}
	return letter
}

// isWhite tells whether r hangs at the end of a line (UAX #14: spaces and
// mandatory breaks).
func isWhite(r rune) bool {
	switch {
	case r == ' ', '\t' <= r && r <= '\r', r == 0x85, r == 0x1680, r == 0x3000:
		return true
	case 0x2000 <= r && r <= 0x200B, r == 0x2028, r == 0x2029, r == 0x205F:
		return r != 0x2007
	}
	return false
}

const zeroWidthNonJoiner = 0x200C

// shapeable replaces what HarfBuzz should not see: controls have no width, a
// tabulator is a wide space, invalid runes are shown as such. No ligature spans a
// soft hyphen, so that a line can end there; Arabic letters join across it.
func shapeable(text []rune) []rune {
	out := text
	for i, r := range text {
		to := r
		switch {
		case r == '\t':
			to = ' '
		case r < 0x20, 0x7F <= r && r < 0xA0, r == 0x2028, r == 0x2029:
			to = 0x200B
		case r == softHyphen && i > 0 && lookupScript(text[i-1]) != language.Arabic:
			to = zeroWidthNonJoiner
		case r > unicode.MaxRune, 0xD800 <= r && r <= 0xDFFF:
			to = unicode.ReplacementChar
		}
		if r < 0 {
			to = unicode.ReplacementChar
		}
		if to != r {
			if &out[0] == &text[0] {
				out = slices.Clone(text)
			}
			out[i] = to
		}
	}
	return out
}
