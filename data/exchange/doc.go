// Package exchange is what laptops give each other, as pure formats over io: the
// card with which a laptop introduces itself, the sealed bundle of changes and
// files, and the receipts in it. It keeps nothing and knows no store.
//
// It may import data, data/change and age, nothing else of the program.
//
// Invariants:
//   - nothing of a bundle is given out before it was read to its end, its
//     signature held and every change in it continued its laptop's chain;
//   - recipients are named inside what is signed, and what is signed is inside
//     what is sealed: nobody can re-address a bundle under another's name;
//   - bytes nobody wrote are refused with a code, and never cost more memory
//     than the limits here;
//   - the numbers of CBOR keys are never used again for anything else.
package exchange
