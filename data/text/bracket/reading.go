package bracket

import (
	"cmp"

	"travaux/data"
	"travaux/data/text"
)

// Field is a part of a paragraph, in reading order.
type Field uint8

// Fields of a paragraph, as of a data.Rendering.
const (
	FieldLabel Field = iota
	FieldHeading
	FieldText
)

const fields = 3

// Place is a position in what was read: before the rune at Offset of a field.
type Place struct {
	Paragraph int // index among the paragraphs or provisions that were read
	Field     Field
	Offset    int
}

// Compare orders places as they are read.
func (p Place) Compare(q Place) int {
	return cmp.Or(cmp.Compare(p.Paragraph, q.Paragraph), cmp.Compare(p.Field, q.Field), cmp.Compare(p.Offset, q.Offset))
}

// Form is a shape of square bracket.
type Form uint8

// Forms of brackets; Chinese texts use any of them.
const (
	Square     Form = iota // [ ]
	FullWidth              // ［ ］
	Lenticular             // 【 】
	Tortoise               // 〔 〕
)

// State says whether a bracket has both its ends.
type State uint8

// States of brackets.
const (
	Paired   State = iota
	Unclosed       // never closed: it counts to the end of its paragraph
	Unopened       // a closing bracket alone: it counts for nothing
)

// Extent says what a pair encloses.
type Extent uint8

// Extents of pairs.
const (
	Inline     Extent = iota // words of a paragraph
	Whole                    // all words of one paragraph, with or without its number
	Paragraphs               // it opens in one paragraph and closes in a later one
)

// Content says what stands in a pair.
type Content uint8

// Contents of pairs.
const (
	Words       Content = iota
	Empty               // "[]", "[ ]"
	Placeholder         // "[X]", "[…]", "[insert number]": still to be filled
)

// Bracket is a pair of brackets, or one without its partner.
type Bracket struct {
	State     State
	Open      Place // of the opening bracket; of an Unopened one, of itself
	Close     Place // of the closing bracket; of an Unclosed one, where its words end; of an Unopened one, of itself
	OpenForm  Form
	CloseForm Form // of an Unclosed one, its only form
	Mirrored  bool // the text has "]" where it opens and "[" where it closes
	Depth     int  // from 1: how many brackets stand around it, and itself
	Parent    int  // index of the bracket around it; -1 for none
	Group     int  // index of the alternatives it is one of, else of its unclear run, else -1
	Slash     int  // index of the alternatives inside it, "[a/b]"; -1 for none
	Extent    Extent
	Content   Content

	last        int   // index after the last bracket inside
	open, close int32 // its tokens; -1 for none
}

// Reading is what the brackets of a run of paragraphs say. It refers to
// brackets by their index in Brackets, which is the same whenever the same
// text is read.
type Reading struct {
	Brackets []Bracket // in the order in which they open
	Groups   []Group   // of brackets, then of words in brackets, each in the order of the text
	Mirrored bool      // the whole text has its brackets the wrong way round

	paragraphs []paragraph
	tokens     []token
	slashes    []slash
	first      []int32 // first token of a paragraph; one more entry for the end
	opening    []int32 // first bracket that opens in a paragraph; one more entry for the end
	entry      []int32 // innermost bracket around the start of a paragraph, or -1
	turned     []int   // paragraphs read mirrored while others are not
}

// paragraph is what is read together: within it a bracket needs no reasons
// to find its partner.
type paragraph struct {
	fields    [fields]string
	depth     int  // in the outline
	container bool // article, chapter…: brackets cross its start only for a reason
}

// token is a bracket character.
type token struct {
	paragraph int32
	offset    int32 // in runes
	at        int32 // in bytes
	mate      int32 // token of its partner, or -1
	bracket   int32
	field     Field
	form      Form
	open      bool // opens, as it is read
	mirrored  bool
	edges     edge
}

// size returns how many bytes the bracket takes.
func (t *token) size() int {
	if t.form == Square {
		return 1
	}
	return 3
}

func (t *token) place() Place { return Place{int(t.paragraph), t.field, int(t.offset)} }

// Parse reads the brackets of paragraphs in document order. Each is the Text
// of a paragraph; a number in front may be part of it.
func Parse(paragraphs []string) *Reading {
	list := make([]paragraph, len(paragraphs))
	for i, s := range paragraphs {
		list[i] = paragraph{fields: [fields]string{FieldText: s}, depth: 1}
		if heading(s) {
			list[i].depth, list[i].container = 0, true
		}
	}
	return read(list)
}

// ParseProvisions reads the brackets of provisions in document order, each in
// the language or in the one it is shown in instead (data.Provision.In). Label,
// heading and text of a provision are one paragraph. What stands in what
// (Provision.Depth) helps to tell a bracket over several provisions from one
// that was never closed.
func ParseProvisions(provisions []data.Provision, lang data.Lang) *Reading {
	list := make([]paragraph, len(provisions))
	for i, p := range provisions {
		r, _ := p.In(lang)
		list[i] = paragraph{[fields]string{r.Label, r.Heading, r.Text}, p.Depth, container(p.Kind)}
	}
	return read(list)
}

// ParseRendering reads the brackets of one provision without its neighbours:
// one that goes on in another provision is here without partner.
func ParseRendering(r data.Rendering) *Reading {
	return read([]paragraph{{fields: [fields]string{r.Label, r.Heading, r.Text}}})
}

// container reports whether brackets rarely cross the start of such a
// provision.
func container(k data.Kind) bool {
	switch k {
	case data.KindResolution, data.KindTitle, data.KindPreamble, data.KindPart, data.KindChapter,
		data.KindSection, data.KindArticle, data.KindAnnex:
		return true
	}
	return false
}

// heading reports whether a paragraph is only the name of an article, chapter
// or the like.
func heading(s string) bool {
	if len(s) > 40 {
		return false
	}
	l, ok := text.ParseLabel(s)
	return ok && l.Unit != "" && l.Unit != "op" && l.Unit != "pp" && l.Unit != "opt"
}

func read(paragraphs []paragraph) *Reading {
	r := &Reading{paragraphs: paragraphs}
	r.scan()
	if len(r.tokens) > 0 {
		r.pair()
	}
	r.nest()
	r.group()
	return r
}

// Len returns how many paragraphs were read.
func (r *Reading) Len() int { return len(r.paragraphs) }

// Children returns the brackets that stand directly in bracket i.
func (r *Reading) Children(i int) []int {
	var list []int
	for j := i + 1; j < r.Brackets[i].last; j = r.Brackets[j].last {
		list = append(list, j)
	}
	return list
}

// Opening returns the brackets that open in a paragraph, from and to: their
// indices are from, from+1, … to-1.
func (r *Reading) Opening(paragraph int) (from, to int) {
	return int(r.opening[paragraph]), int(r.opening[paragraph+1])
}

// At returns the innermost bracket that covers the rune at a place, its own
// characters included; -1 if there is none.
func (r *Reading) At(p Place) int {
	if p.Paragraph < 0 || p.Paragraph >= len(r.paragraphs) {
		return -1
	}
	innermost := int(r.entry[p.Paragraph])
	for innermost >= 0 && !r.covers(innermost, p) {
		innermost = r.Brackets[innermost].Parent
	}
	from, to := r.Opening(p.Paragraph)
	for i := from; i < to; {
		if r.covers(i, p) {
			innermost, i = i, i+1
			continue
		}
		i = min(r.Brackets[i].last, to)
	}
	return innermost
}

func (r *Reading) covers(i int, p Place) bool {
	b := &r.Brackets[i]
	after := b.Close
	if b.State != Unclosed {
		after.Offset++
	}
	return b.Open.Compare(p) <= 0 && p.Compare(after) < 0
}

// field returns the verbatim text a token stands in.
func (r *Reading) field(t *token) string { return r.paragraphs[t.paragraph].fields[t.field] }
