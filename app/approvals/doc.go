// Package approvals is the inbox of whoever lets positions pass: what awaits the
// member at the laptop, what changed since it was last approved, and against which
// instruction.
//
// It imports app/room, app/page, app/look, app/textview and the desk; it never
// imports another area.
//
// Invariants: what is let pass is what was shown, by its digest, and is refused if
// another laptop's changes came between; a remark that is typed is kept until it
// was sent; everything stands inside a confidential frame.
package approvals
