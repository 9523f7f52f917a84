// Package akn writes Akoma Ntoso 3.0 (OASIS LegalDocML), as the United Nations profile
// AKN4UN uses it: a draft as a bill with the preamble's recitals and a body of chapters,
// articles, paragraphs and points, each with its number, its heading and its identity;
// and every other paper as the document that its kind is.
//
//	write.go             a draft
//	paper.go, blocks.go  a paper: its sections, and what stands in them
//	kinds.go             which document a kind of paper is
//	markup.go            elements, and what a file says of itself
//	readback.go          what a finished file says
//
// It imports data, export and translations, and the standard library.
//
// Invariants:
//   - what is written is valid against akomantoso30.xsd;
//   - no two elements have the same eId; a wId does not depend on language or words;
//   - a draft that is read again has the same provisions with the same words;
//   - of revised text, leaving out what is in <del> gives the new words, and what is in
//     <ins> the old ones;
//   - the same paper always gives the same bytes.
package akn
