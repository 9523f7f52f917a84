// Package layout puts the words of printed pages together again: lines in
// reading order, paragraphs, headings, footnotes, and what belongs to the page
// and not to the text.
//
// It may import data and data/text; it knows no file format. Invariants: it is
// pure and takes any values; no word is lost: what it takes to be furniture
// comes out as hidden blocks.
package layout

// Word is a run of characters without a space, where it stands on its page.
// Lengths are in points.
type Word struct {
	Text         string
	Left, Right  float64 // from the left edge of the page
	Base         float64 // of the line it stands on, from the lower edge
	Size         float64 // of the letters
	Bold, Italic bool
	Tilted       bool // not written from side to side
	Breaks       bool // the file has a line break before it
	Glued        bool // the file has no space before it
}

// Page is one, with its words in the order in which the file has them.
type Page struct {
	Width, Height float64
	Words         []Word
	Images        int // pictures on a page that has hardly any words
}
