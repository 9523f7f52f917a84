// Package concept leads from the concept of a convention to its first draft: the
// parts that a convention has, model clauses for them in the six languages with
// their numbers as parameters, and the composition of theses and clauses into a
// text that data/text reads.
//
//	clause.go    the menu: which clauses there are, and what can be set in each
//	template.go  their words, from the files under clauses/
//	words.go     numbers as treaties write them: periods, majorities, ordinals
//	label.go     how parts, articles, paragraphs and points are numbered
//	compose.go   an outline of theses becomes a draft
//
// It imports data and data/text. It keeps nothing and knows no treaty.
//
// Invariants:
//   - a draft of the same theses has the same provisions in every language;
//   - no word of a thesis is lost: what is not written in a language stands there in
//     square brackets as it is written in another;
//   - numbers stand in words, as in the treaties deposited with the Secretary-General.
//
// The wording of the clauses was written for this program; what it has in common
// with others is what the final clauses of treaties of the United Nations have in
// common (Final Clauses of Multilateral Treaties: Handbook, Sales No. E.04.V.3).
package concept
