// Package consultations is the page of the exchange of views between the parties on
// the implementation of the treaty: questions, answers and comments; meetings with
// agenda, record and follow-up; what is unanswered and since when; points of contact.
//
// It imports app/room, app/page, app/look, app/textview, data/consult, data/force,
// export and the desk; it never imports another area.
//
// Invariants: what waits for whom is what data/consult computes for today; what is
// typed is kept until it is recorded or given up; what fewer may read stands in a
// frame.
package consultations
