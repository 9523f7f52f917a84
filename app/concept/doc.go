// Package concept is the page on which a convention begins: its theses with their
// sources, the model clauses beside them, the draft that is composed of both, what
// every provision rests on, and the package that is handed in.
//
//	page.go      the page and its parts
//	theses.go    the outline, and how theses move in it
//	form.go      one thesis, or one model clause with its numbers
//	sources.go   what something rests on: found in the library, quotations checked
//	draft.go     the draft as it would be, and how it becomes a revision
//	table.go     what every provision rests on, and what rests on nothing
//	submission.go  the package that is handed in
//
// It imports app/room, app/page, app/look, app/textview and the desk; it never
// imports another area.
//
// Invariants: what is typed is kept until it is recorded or given up; nothing is
// written but by one act that can be undone.
package concept
