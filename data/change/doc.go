// Package change is the change log as pure values: what a signed change is,
// how the changes of a device form a chain, and how the heads of a field are
// merged. It does no I/O and keeps no secrets.
//
// It may import data and the CBOR library, nothing else of the program.
//
// Invariants:
//   - a change is never altered: its identity is the SHA-256 of its bytes;
//   - the numbers of a Change's CBOR keys and of Op are never used again for
//     anything else;
//   - merging does not depend on the order in which changes arrive.
package change
