// Package reference finds what a treaty text points to: provisions of its own
// ("article 12, paragraph 3 (b)"), other instruments, document symbols with
// their pointers ("A/RES/76/19, PP3") and defined terms, in the six official
// languages, each by the forms of its own drafting practice.
//
// It may import data and data/text and nothing else of the program; it does no
// I/O and knows no window.
//
// Invariants:
//   - all spans count runes of the text that was given, are in order, do not
//     overlap and lie inside it;
//   - nothing is refused: any text, valid or not, gives an answer;
//   - texts are read, never changed; matching works on a folded copy;
//   - the time taken grows with the length of the text and no faster.
package reference
