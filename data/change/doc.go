// Package change is the change log as pure values: what a signed change is,
// how the changes of a device form a chain, and how the heads of a field are
// merged. It does no I/O; the only secrets it knows are the keys of a Keyring,
// which it holds in memory.
//
// It may import data, the CBOR library and x/crypto, nothing else of the
// program.
//
// Invariants:
//   - a change is never altered: its identity is the SHA-256 of its bytes;
//   - the numbers of a Change's CBOR keys and of Op are never used again for
//     anything else;
//   - merging does not depend on the order in which changes arrive, nor on
//     which bodies can be read: views are merged sealed, and opened when read.
package change
