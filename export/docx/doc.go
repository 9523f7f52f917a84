// Package docx writes an export.Document as a Word file (Office Open XML,
// ECMA-376, transitional): six languages with fonts named for each script,
// right-to-left text as Word keeps it, footnotes, and, for a revised text, genuine
// tracked changes that anyone can accept or reject.
//
//	write.go, parts.go    the parts of the package, zipped
//	body.go, table.go     blocks become paragraphs and tables
//	sections.go           pages that lie and pages that stand
//	runs.go, script.go    spans become runs of one direction, changes, breaks
//	comments.go, notes.go remarks become comments, notes footnotes
//	readback.go           what a finished file says, and that it gives nothing away
//	styles.go, looks.go   the looks, by the names that Word knows and translates
//	fonts.go, picture.go  typefaces, and the logo
//	markup.go             elements, attributes, and text fit for XML
//
// It imports data, export and translations; no library but the standard one and the
// Unicode tables of golang.org/x/text.
//
// Whoever gives a style another look gives it to all that has that style. Only what no
// style can say is said of words and paragraphs themselves: their direction and
// language, the widths of columns, what is strong or slanted among changes, steps of a
// list below the fifth, the line beside a quotation that runs the other way than its
// paper, and the far tab on pages that lie among pages that stand.
//
// Invariants:
//   - of a text made of export.Revised blocks, accepting all changes gives the
//     new version and rejecting all the old one, paragraph by paragraph; a footnote
//     comes and goes with the words before it;
//   - no change is written as a move: what moved is deleted here and inserted
//     there, and a comment says so;
//   - of who made it, an anonymous paper says nothing anywhere;
//   - the same document with the same options is always the same bytes;
//   - every character that XML allows is written, and no other.
package docx
