// Package submissions is the page with the written statements and submissions of
// others: taking them in, reading them, and marking passages as views on
// provisions or as proposals.
//
// It imports app/room, app/page, app/look, app/textview, the readers of files and
// the desk; it never imports another area.
//
// Invariants: nothing is recorded that a person did not mark or take; the words of a
// view are those of the passage, character by character; the program proposes
// places by the references that it recognises, and no more; what is typed outlives
// the page; a submission is kept as it came.
package submissions
