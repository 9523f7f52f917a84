// Package vault is where the work of a delegation lives: a folder that holds
// a key file, a journal and a Badger store, all sealed.
//
// It is the only package that knows Badger, and does not trust it (the
// reasons are measured facts, see "Storage" in the design): what was
// confirmed is in the journal, on the disk; the store is a view of it that
// can be thrown away and built again at any time.
//
// It may import data and data/change. Nothing above it sees a file, a key or
// a word of Badger's.
//
// Invariants:
//   - nothing is confirmed before File.Sync of the journal has returned;
//   - nothing leaves memory in clear: names of files, keys and values tell
//     nothing about the content; errors and logs neither;
//   - one process per vault, held by our own lock file;
//   - damaged things are set aside under another name, never deleted.
package vault
