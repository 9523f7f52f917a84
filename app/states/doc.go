// Package states is the page about who can take the floor: the Member States, the
// observers and organizations, the groups with their members over time, and who is
// counted in this negotiation.
//
// It imports app/room, app/page, app/look, app/textview and the register of the
// desk; it never imports another area.
//
// Invariants: what ships with the program is corrected, never overwritten, and every
// correction can be taken back; a membership is dated rather than removed where it
// ends; what is typed is kept until it was recorded.
package states
