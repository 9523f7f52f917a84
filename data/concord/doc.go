// Package concord compares the language versions of one text, provision by
// provision: their structure, the numbers they say in digits or in words, what is
// in brackets, what they refer to, the terms they define, and how strongly they
// bind. Article 33 of the Vienna Convention on the Law of Treaties presumes that the
// terms of a treaty have the same meaning in each authentic text; article 79(3)
// says how a lack of concordance is corrected.
//
// It may import data, data/text with what reads it, and data/redline/strength, and
// nothing else of the program; it does no I/O.
//
// Invariants:
//   - no language is the measure of the others: those that stand apart are the fewer;
//   - what is not sure accuses nobody alone: a finding of structure or numbers is a
//     difference of what is written;
//   - the same texts give the same findings in the same order, each with a key that
//     changes when what is said changes;
//   - all spans count runes of the text that was given.
package concord
