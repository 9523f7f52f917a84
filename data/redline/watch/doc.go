// Package watch finds phrases in treaty text of the six languages, and says
// whether a text binds less than it did: what red lines are about.
//
// It may import data, data/redline and data/redline/strength, and x/text for
// composed characters. What is open in a text (brackets, tracked changes) it is
// told by its caller, as Spans.
//
// # Phrases
//
// A phrase is compared word by word, in Chinese character by character. Case,
// white space, line ends, quotation marks, commas, hyphens and brackets make no
// difference; a full stop, a semicolon or a colon ends a phrase. Diacritics
// count, for "oblige" is not "obligé", but not in English, not in words written
// in capitals ("ETAT" is "État"), and never the vowel signs and joining strokes
// of Arabic, its hamza on alef, or the dots of the Russian ё.
//
// Inflection is not guessed. A phrase says itself what else it means:
//
//	shall|must ensure            either word
//	States (shall ensure|ensure) either group of words; an empty one may be missing
//	arbitra*                     every word that begins so; *تحكيم that ends so
//	universal jurisdiction | jurisdiction over all   either phrase; so with lines
//
// # Readings
//
// What stands in a Span may be in the text or not. A phrase is found for sure
// where it stands outside of every Span and without a Span between its words;
// in doubt where it stands in some readings of the text only: "Parties [shall]
// [may] act" has "Parties shall act" in doubt.
//
// Invariants, held by property and fuzz tests: nothing panics; matches lie in
// the text and are in order; a phrase is found if and only if a reading of the
// text has it, and if it is found for sure every reading has it; time is linear
// in the length of the text.
package watch
