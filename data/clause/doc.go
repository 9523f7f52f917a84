// Package clause reads the numbers of treaty clauses from their words, in the six
// official languages: how many instruments, what period after which event, what
// majority of whom, which languages are authentic, which means of settling
// disputes in what order.
//
// It may import data, data/text and data/text/reference; it does no I/O. The
// words of each language are tables (lexicon); the reading is one.
//
// How it reads: words are folded (case, accents, Arabic hamza and vowels), numbers
// written out or in digits become one token each, a number with its unit becomes a
// period, and what a period is for follows from the sentence in which it stands.
//
// Invariants:
//   - nothing is guessed: what has no number, or no word that says what the number
//     is for, is no parameter, or a plain Period;
//   - a parameter knows the runes of the text that it was read from;
//   - the six versions of one text give the same parameters, but for their places.
package clause
