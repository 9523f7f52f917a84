// Package packages is the page of the deals that hang together: what the delegation
// accepts, on which conditions, and which of them a move has broken.
//
// It imports app/room, app/page, app/look, app/textview and the desk; it never
// imports another area.
//
// Invariants: everything on it stands inside a confidential frame or says nothing
// of the deal; what is typed is kept until it is recorded or given up.
package packages
