// Package monitoring is the page on how the treaty in force is fulfilled: the
// register of obligations, the reports of the parties in each cycle, how far each
// of them fulfils what, reviews and the drawing of reviewers, what is overdue, and
// the papers on all that.
//
// It imports app/room, app/page, app/look, app/textview and the desk; it never
// imports another area.
//
// Invariants: what the program proposes is no obligation before a person has taken
// it into the register; what is confidential stands inside a frame and in no paper;
// what is typed is kept until it is recorded or given up.
package monitoring
