// Package disputes is the page of the disputes between parties to the treaty: the
// file of each, its ladder of means with what can be done on a day, what happened,
// the documents, and the paper of it.
//
// It imports app/room, app/page, app/look, app/textview, data/dispute, export and
// the desk; it never imports another area.
//
// Invariants: what the page says of a ladder is what data/dispute computes for the
// day that it shows; what is typed is kept until it is recorded or given up; what
// fewer may read says so beside its words.
package disputes
