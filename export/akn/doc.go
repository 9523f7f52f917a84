// Package akn writes a draft as Akoma Ntoso 3.0 (OASIS LegalDocML), as the United
// Nations profile AKN4UN uses it: a bill with the preamble's recitals and a body of
// chapters, articles, paragraphs and points, each with its number, its heading and
// its identity.
//
// It imports data and export, and the standard library.
//
// Invariants:
//   - what is written is valid against akomantoso30.xsd;
//   - read again, it has the same provisions with the same words;
//   - the same draft always gives the same bytes.
package akn
