// Package export says what a paper contains, without saying how any format
// writes it: a Document is a list of blocks, and each package below this one
// turns it into a file.
//
// It imports data, data/redline and translations; never a PDF library, never
// Badger or Fyne.
//
// Invariants:
//   - a paper for the outside is made from data.PublicBrief alone, which has no
//     field for confidential material;
//   - every word a reader sees is either in the brief or in the catalogue;
//   - the same brief always gives the same Document.
package export
