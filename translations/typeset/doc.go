// Package typeset is the one layout engine of the program: it orders runs
// (UAX #9), breaks lines (UAX #14 with Chinese rules), shapes glyphs and
// justifies, dividing words if asked to. The window's text view and the PDF writer both
// place what it returns, with the same embedded fonts.
//
// It imports nothing of ours but its own sub-packages, and neither Fyne nor
// gofpdf. All offsets are rune offsets. No rune of a paragraph is ever lost or
// doubled: the runs of all lines cover every rune exactly once.
package typeset
