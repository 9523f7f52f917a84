// Package participation is the page of the treaty itself and of who takes part in
// it: its dates and the rule by which it enters into force, protocols, the
// instruments of each State, reservations and what they are between two parties, what
// would be if some deposited theirs, and the papers of a depositary.
//
// It imports app/room, app/page, app/look, app/textview, export, data/force and the
// desk; it never imports another area.
//
// Invariants: every date and number is computed by data/force for the day that the
// page shows; what is only supposed is recorded nowhere; what is typed is kept until
// it is recorded or given up.
package participation
