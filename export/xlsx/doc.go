// Package xlsx writes an export.Document as a spreadsheet (Office Open XML, ECMA-376,
// SpreadsheetML): the running text on one sheet, and every table, grid and chart on one
// of its own, to be sorted, filtered and counted.
//
//	write.go              the format, and the document's blocks
//	running.go, table.go  sheets of running text; of tables, grids and charts
//	book.go, looks.go     sheets, rows and cells, whatever they say, and how they look
//	pack.go               the parts of the file: always the same bytes, with our own properties
//	readback.go, parts.go what a finished file says, however hidden
//
// It imports data, export and translations, and alone in the program knows excelize.
//
// Invariants:
//   - a cell is text or a number, never a formula, whatever its words begin with;
//   - every character is written: what a cell cannot hold goes on in the row below,
//     what XML does not allow shows its picture (Unicode, U+2400 to U+2421);
//   - no sheet is written to disk on the way (see most);
//   - the same document with the same options is always the same bytes.
package xlsx
