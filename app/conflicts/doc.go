// Package conflicts is the page on which a person settles what was written on
// several laptops that did not know of each other: all versions side by side, the
// redline between them, and, where it is clean, one wording with the changes of
// both.
//
// It imports app/room, app/page, app/look, app/textview and the desk; it never
// imports another area.
//
// Invariants: nothing is settled but by a person's key or button, one field at a
// time; what is typed is kept until it was made the value or given up; everything
// that delegates wrote stands inside a confidential frame.
package conflicts
