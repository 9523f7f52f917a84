// Package docx writes an export.Document as a Word file (Office Open XML,
// ECMA-376, transitional): six languages with fonts named for each script,
// right-to-left text as Word keeps it, and, for a revised text, genuine tracked
// changes that anyone can accept or reject.
//
//	write.go, parts.go   the parts of the package, zipped
//	body.go, table.go    blocks become paragraphs and tables
//	runs.go, script.go   spans become runs of one direction, changes, breaks
//	comments.go          remarks become comments
//	readback.go          what a finished file says, and that it gives nothing away
//	styles.go, fonts.go  the looks, by the names that Word knows and translates
//	markup.go            elements, attributes, and text fit for XML
//
// It imports data and export; no library but the standard one and the Unicode
// tables of golang.org/x/text.
//
// Invariants:
//   - of a text made of export.Revised blocks, accepting all changes gives the
//     new version and rejecting all the old one, paragraph by paragraph;
//   - no change is written as a move: what moved is deleted here and inserted
//     there, and a comment says so;
//   - the same document with the same options is always the same bytes;
//   - every character that XML allows is written, and no other.
package docx
