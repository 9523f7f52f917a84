// Package text reads the structure of treaty texts in the six official
// languages: what a file holds (Source), how its provisions are numbered
// (Label), and the outline of its provisions (Outline).
//
// It may import data and nothing else of the program; it does no I/O. What
// file formats look like is the business of data/intake.
//
// Invariants:
//   - nothing is refused and nothing is lost: Outline.Rebuild returns
//     Source.Plain, rune for rune, whatever came in and whatever a person did
//     to the outline afterwards;
//   - text is normalised only to be matched, never where it is kept;
//   - all offsets count runes.
package text
