// Package mechanism says what a convention provides and what it lacks: the four
// mechanisms without which there is no accountability (monitoring of fulfilment,
// amendments and additions, exchange of views on implementation, settlement of
// disputes), the final clauses, and what every convention begins with.
//
// It may import data, data/clause, data/text and data/text/reference, and
// data/redline/strength; it does no I/O. What a heading and a sentence must say in
// each language are tables (evidence_*.go); the rule is one.
//
// Invariants:
//   - what is found is a proposal with its reason: a heading, or the words;
//   - where an article is headed by a requirement, others that only mention it are
//     not named;
//   - the resolution that adopts a convention, its annexes and footnotes cover
//     nothing;
//   - the six versions of one text are covered by the same provisions.
package mechanism
