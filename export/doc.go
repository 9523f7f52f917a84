// Package export says what a paper contains, without saying how any format
// writes it: a Document is a list of blocks, and each package below this one
// turns it into a file.
//
// It imports data, data/redline and what is built on it, and translations; never
// a PDF library, never Badger or Fyne.
//
// Invariants:
//   - a paper for the outside is made from types whose name begins with Public,
//     which have no field for confidential material, and from comparisons of
//     texts that were issued;
//   - a paper that is for the delegation alone has a Marking;
//   - every word a reader sees is either in what a paper is made from or in the
//     catalogue;
//   - the same content always gives the same Document.
package export
