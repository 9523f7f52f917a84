package typeset

// Direction of a paragraph.
type Direction uint8

// Directions; Auto follows the first strong character (UAX #9, rules P2, P3).
const (
	Auto Direction = iota
	LeftToRight
	RightToLeft
)

// Align says how lines fill the width. Start and End follow the paragraph's
// direction.
type Align uint8

// Alignments.
const (
	Start Align = iota
	End
	Centre
	Justify // total-fit (Knuth and Plass); the last line is set as Start
)

// Family is a design; the face for a script within it is the engine's choice.
type Family uint8

// Families.
const (
	Serif Family = iota // treaty text and papers
	Sans                // the window's own words
)

// Style is how a stretch of text is set.
type Style struct {
	Family       Family
	Bold, Italic bool
	Size         float64 // in the caller's unit (points or pixels); > 0
}

// Span gives the runes [Start, End) of a paragraph a style. Spans cover the
// text without gap or overlap, in order.
type Span struct {
	Start, End int
	Style      Style
	// Break ends the shaping context at both edges of the span, so that letters
	// do not join across an insertion or deletion.
	Break bool
	// Whole keeps the span on one line, if it fits into one.
	Whole bool
	// Before and After are room left free before the first and after the last
	// letter of the span, in its own direction: for a plate or a sign.
	Before, After float64
	// Mark is the caller's: it comes back on every Run of this span.
	Mark int
}

// Paragraph is what is to be set. Width <= 0 means one line of any length.
type Paragraph struct {
	Text        []rune
	Spans       []Span
	Direction   Direction
	Lang        string // BCP 47, chooses fonts, shaping and line breaking rules
	Width       float64
	FirstIndent float64 // of the first line, from the start edge; may be negative with Indent
	Indent      float64 // of all other lines, from the start edge
	Align       Align
	Leading     float64 // distance of baselines as a multiple of the usual face's own height; 0 means 1
	// Divide lets Draw divide words of justified lines that would be gappy otherwise,
	// in languages that do so: whole words of letters, in one style, never one that an
	// edge of a span runs through. The hyphen is a glyph of no rune.
	Divide bool
}

// Glyph is one placed glyph. X and Y are offsets from the pen (Y upwards);
// Advance moves the pen to the right, also in right-to-left runs. Layouts of whole
// conventions are kept, so it is packed.
type Glyph struct {
	Advance      float64
	X, Y         float32
	ID           uint32
	Start, Runes int32 // the cluster: runes [Start, Start+Runes) of the paragraph; none of the hyphen of a word that Draw has divided
	First        bool  // first glyph of its cluster in visual order
}

// Run is a stretch of one face, style, span and embedding level on one line,
// its glyphs in visual order from left to right.
type Run struct {
	X, Width   float64 // X from the paragraph's left edge
	Start, End int     // runes
	Level      uint8   // UAX #9; odd levels run right to left
	Face       *Face
	Style      Style   // of the span
	Size       float64 // to set Face at: Style.Size times the face's own scale
	Mark       int     // Span.Mark
	Glyphs     []Glyph
}

// Line is one line; its runs are in visual order from left to right. Its height
// is that of the faces which its styles have for the script of the paragraph;
// runs in other scripts and stand-in glyphs may reach beyond it.
type Line struct {
	Start, End      int     // runes, trailing white space included
	X, Width        float64 // extent of the visible part, from the paragraph's left edge
	Top, Baseline   float64 // downwards from the paragraph's top
	Height          float64 // Top to Top of the next line
	Ascent, Descent float64
	Divided         bool // ends within a word, in a hyphen
	Runs            []Run
}

// Layout is a set paragraph: at least one line, which may be empty. Width is
// that of the paragraph, or that of its only line where it had none. Layouts do
// not change and share memory with one another: never write to their slices.
type Layout struct {
	Lines         []Line
	Width, Height float64
	RightToLeft   bool
	Levels        []uint8 // one for every rune

	shaped *shaped // what Rewrap, Hit, Caret and Select need; nil of one that is only drawn
}

// Rect is an area within a layout.
type Rect struct{ X, Y, Width, Height float64 }
