// Package html writes an export.Document as one HTML file that is opened, selected and
// pasted into a mail, or attached: every look is an inline style, because mail programs
// drop style sheets; pictures are part of the file; nothing is loaded and nothing runs.
//
//	write.go      the file, its language and direction, headings, notes
//	blocks.go     blocks become elements
//	spans.go      spans become words that stand out, changes, notes
//	table.go      tables, grids, charts
//	looks.go      the styles
//	markup.go     elements, attributes, and text fit for them
//	readback.go   what a finished file says
//
// It imports data, export and translations; no library but the standard one.
//
// Invariants:
//   - the file is well-formed XML as well as HTML (the syntax that both read alike);
//   - changes stand out by a line and by colour, never by colour alone;
//   - nothing in it names an author, a program or a date beside what the paper says;
//   - every character is written; those that HTML does not allow show their pictures
//     (Unicode, U+2400 to U+2421);
//   - the same document is always the same bytes.
package html
