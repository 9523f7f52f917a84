package textview

import (
	"travaux/app/look"
)

// Kind is what a block is, which decides how it is set.
type Kind uint8

// Kinds.
const (
	Paragraph Kind = iota // running text: paragraphs, subparagraphs, chapeaux
	Title                 // of the whole text: large, centred
	Chapter               // parts, chapters, sections, annexes: centred
	Article               // the heading of an article
	Note                  // footnotes and editors' notes: small
)

// Block is one provision, or the heading of one.
type Block struct {
	ID     string // of the provision; unique in a Document
	Kind   Kind
	Indent int    // levels, for subparagraphs
	Label  string // printed number, set in the gutter before the text
	Text   string
	Lang   string // BCP 47; the direction follows from it, or from the text when empty
	Marks  []Mark // in any order; they may overlap

	Changes  Changes        // bars along the start edge: who proposes to change this text
	Comments int            // a bubble with the number, none when 0
	State    look.State     // the sign of the approval; empty for none
	Room     look.RoomState // the sign of the text's state in the room; empty for none
}

// Changes says whose proposals a provision has.
type Changes uint8

// Whose proposals; both may be set.
const (
	OursChange   Changes = 1 << iota // a solid bar
	OthersChange                     // a hollow bar
)

// Position is a place in a Document: before the rune at Offset of a block.
type Position struct {
	ID     string
	Offset int
}
