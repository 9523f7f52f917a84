// Package coverage is the page of what the convention provides: a live checklist of
// the current revision, what is missing first; for each element the provisions that
// provide it and why, what a person decided, and its parameters beside those of the
// treaties in the library.
//
// It imports app/room, app/page, app/look, app/textview, export and the desk; it
// never imports another area.
//
// Invariants: what the program reads is a proposal until a person decides; reasons
// of decisions stand inside the delegation and in no paper.
package coverage
