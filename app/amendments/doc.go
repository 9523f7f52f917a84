// Package amendments is the page of what changes the treaty or adds to it: proposals,
// the majorities and periods of the clause with their arithmetic, what each party did,
// and the consolidated text for any party at any date.
//
// It imports app/room, app/page, app/look, app/textview, data/amend, export and the
// desk; it never imports another area.
//
// Invariants: every number on it is computed by data/amend for the day that is shown;
// what is typed is kept until it is recorded or given up.
package amendments
