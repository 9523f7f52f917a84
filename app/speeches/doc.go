// Package speeches is the page of our statements: put together from talking points
// on the articles on the agenda, written in six languages, timed, cut to three, two
// and one minutes, checked for what must not be said, practised, delivered, and set
// on paper.
//
// It imports app/room, app/page, app/look, app/textview, export and the desk; it
// never imports another area.
//
// Invariants: what is typed is kept until it is recorded or given up; everything on
// it stands inside a confidential frame, for a statement is confidential until it
// is delivered; the cut that it proposes follows the rules of data/speaking.
package speeches
