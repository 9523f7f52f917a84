// Package bracket reads the square brackets of a negotiating text: what is
// not agreed, what are alternatives, and where the official file is broken;
// and it reads the clean sentence that remains when some brackets survive
// (Resolve). Brackets are a view of the text, never a change of it.
//
// It may import data and data/text; it does no I/O and knows no window.
//
// Invariants:
//   - nothing is refused: every text has a Reading, in time linear in its
//     length and with a stack that does not grow with its depth;
//   - nothing is lost: Pieces divides every paragraph without gap or overlap,
//     and Rebuild returns what was read, byte for byte;
//   - every bracket character belongs to exactly one Bracket: as one of the
//     two of a pair, as one that is never closed, or as one that was never
//     opened;
//   - brackets are nested or apart, never crossing: what crosses in the text
//     is reported by Lint;
//   - offsets count runes of the verbatim Label, Heading or Text.
//
// The rules are those of the reference on negotiation, section 2 (UNEP/PP/
// INC.5/4, paragraphs 4 to 9, and UNEP/PP/INC.4/3, paragraph 5).
package bracket
