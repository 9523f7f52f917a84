// Package marking holds the schemes by which delegations mark what is
// confidential, as tables: ordered levels, how each is written officially and
// at the start of a paragraph, its colour, and what papers of it must bear. It
// finds the marks typed at the start of paragraphs and says which level governs.
//
// It may import data, nothing else of the program. Names of levels in the six
// languages are in the catalogue, under "classification.".
//
// Invariants:
//   - a code belongs to one level of one scheme for ever; codes of records stay
//     valid when the negotiation changes its scheme;
//   - nothing is ever taken for lower than it was marked: a level of another
//     scheme counts as the lowest level here that protects at least as much, and
//     one that is not known as the highest.
//
// The tables describe how papers are marked, not what anybody may do with them:
// the program is not accredited for classified information.
package marking
