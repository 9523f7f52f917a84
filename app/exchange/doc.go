// Package exchange is the page on which laptops of the delegation give each other
// what they wrote: who has what, a bundle to send, a bundle to take in with what
// it would change, and receipts. It also has the words for the same on the command
// line (Tell), and the forms with which a laptop joins a delegation.
//
// It imports app/room, app/page and the widgets; it never imports another area.
//
// Invariants: nothing is taken in before the person has seen what it changes; what
// is told names only what the member at the laptop may read.
package exchange
