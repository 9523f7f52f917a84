// Package instructions is the page with all instructions from capital, and the
// page on which a cable is divided into instructions.
//
// It imports app/room, app/page, app/look, app/textview, app/mandate, the readers
// of files and the desk; it never imports another area.
//
// Invariants: what a page shows of an instruction is how it stands at that minute;
// whatever a person decides is an act at once, so that it can be undone like any
// other; a cable is kept as it came, and typing outlives the page.
package instructions
