// Package text writes an export.Document as plain text for the body of a mail: UTF-8,
// one line for each paragraph, because mail programs wrap lines to the window they
// have and show lines that were wrapped before as a comb; headings underlined, changes
// between signs that a legend explains, notes numbered and put at the end.
//
//	write.go   blocks become lines
//	spans.go   spans become words with signs, notes, marks of direction
//	table.go   short rows become columns, long ones labelled lines
//
// It imports data, export and translations; no library but the standard one and the
// Unicode tables of golang.org/x/text.
//
// Invariants:
//   - every character of the document is written, except that a tab becomes a space
//     and blank lines are single;
//   - the same document is always the same bytes;
//   - marks of direction stand only before lines whose first letter runs the other way.
package text
