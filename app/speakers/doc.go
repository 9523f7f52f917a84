// Package speakers is the list of speakers of the meeting in which the member at
// the laptop sits: who waits, who has the floor and for how long, and when it is
// our turn; as a page, and as one line for the window's foot.
//
// It imports app/room, app/page, app/look, app/textview, data/states and the desk;
// it never imports another area.
//
// Invariants: nothing confidential is on it, for the list of speakers is read out;
// that time runs short is told by a shape and by words, never by colour alone;
// what waits for the clock uses room.Later, and stops when it is not shown.
package speakers
