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

	Changed  bool       // a bar along the start edge: our proposal changes this text
	Comments int        // a bubble with the number, none when 0
	State    look.State // the sign of the approval; empty for none
}

// MarkKind is why a stretch of text is marked.
type MarkKind uint8

// Kinds of marks, and how they look.
const (
	Inserted  MarkKind = iota // underlined, in the colour of insertions
	Deleted                   // struck through, in the colour of deletions
	Bracket                   // from bracket to bracket: tinted by Depth
	Comment                   // tinted, with a line below
	Search                    // a search's hit
	SearchNow                 // the hit the search stands at
	Bold                      //
	Italic                    // operative words, defined terms
	Quiet                     // in the colour of second-rank words
)

// Mark covers the runes [Start, End) of a block.
type Mark struct {
	Kind       MarkKind
	Start, End int
	Depth      int    // of a Bracket, from 1
	Ref        string // the caller's: comes back when the mark is pressed
}

// Position is a place in a Document: before the rune at Offset of a block.
type Position struct {
	ID     string
	Offset int
}

// at returns the marks that cover the rune at offset.
func (b *Block) at(offset int) []Mark {
	var list []Mark
	for _, m := range b.Marks {
		if m.Start <= offset && offset < m.End {
			list = append(list, m)
		}
	}
	return list
}
