// Package compose lays any number of proposals over one paragraph and says
// where they want different things of the same words.
//
// It may import data and data/redline.
//
// Method. Every variant is compared with the base by redline.Words, which
// gives changes to whole words: a stretch of the base's tokens, perhaps empty,
// and what comes in its stead. Equal changes of several variants are one.
// Changes that cannot both be made (region.go) grow into a region, until no
// change and no pair of brackets crosses its border; in it every variant
// concerned reads as it does in its own wording. Who takes words out of square
// brackets wants them: taking them away is at odds with that (freed.go). All
// other changes are simply made, as in the classic three-way merge (diff3), only
// by words. Where such
// changes of different variants meet with no word between, the white space is
// set right by what stands in their own wordings (seam.go).
//
// Invariants, held by property and fuzz tests:
//   - kept and deleted pieces, joined, are the base, byte for byte;
//   - every variant can be read back from the composition (Of), and alone it
//     is the composed text;
//   - variants without a collision give what they give when they are applied
//     one after another, in any order;
//   - another order of the variants changes nothing but the order of
//     alternatives and of keys;
//   - a collision is never resolved: its versions stand in brackets, side by
//     side, or are reported.
package compose
