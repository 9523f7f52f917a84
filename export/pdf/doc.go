// Package pdf writes an export.Document as a PDF file: six languages set by
// our own layout engine, searchable and copyable in logical order, tagged,
// and the same bytes for the same input.
//
// A file comes about in four steps, each in its own files:
//
//	compose.go, flow.go   blocks become bands of set lines, bands become pages
//	paint.go, codes.go    pages become content streams; glyphs become the codes
//	                      of small fonts made for this file (subset.go)
//	write.go              gofpdf puts pages, outline and links together
//	finish*.go            what gofpdf gets wrong or leaves out is set right: fonts
//	                      with text maps, language, metadata, tags, identifiers
//
// crypt.go locks a file with a password, notes.go sets footnotes, sheet.go and logo.go
// dress a paper as its template asks. readback.go reads a finished file again: Checked refuses one in which
// confidential words occur, Marked one of the delegation's own that is not marked
// so on every page.
//
// It is the only package that knows gofpdf. It imports data, export and
// translations/typeset; of gofpdf it uses no text function, because those lose
// Chinese characters and reverse Arabic numbers.
//
// Invariants:
//   - no rune of a document reaches gofpdf;
//   - every glyph with ink that stands for text maps back to exactly that text;
//   - nothing in a file depends on the time, the machine or the order of a map, but
//     for the key of one with a password.
package pdf
