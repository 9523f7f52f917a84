// Package strength finds, in treaty text of the six languages, the expressions
// that say how strongly it binds (shall, should, may and their kin), and those
// that weaken or strengthen them ("as appropriate", "without delay"), and
// compares two versions of a provision by them.
//
// It may import data and data/redline, and x/text for composed characters.
//
// The expressions are tables, one per language, with their sources in their
// heads. Where a language has no word for shall, the form of the verb decides,
// by rules stated in verb.go and arabic.go. They are heuristics: held by a
// test against the six language versions of one convention, they find the
// class of the English text in more than nine provisions out of ten.
//
// Invariants, held by property and fuzz tests: marks lie within the text and
// are in order; a text compared with itself is unchanged; swapping two texts
// swaps weakened and strengthened.
package strength
