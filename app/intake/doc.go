// Package intake is the review of a draft before it becomes part of the
// negotiation: the outline that was found beside the source as it stands in the
// file, doubtful places marked, and the means to set the outline right.
//
// It imports app/room, app/page, the widgets, data/intake (the readers) and
// data/text (the outline); it never imports another area.
//
// Invariants: the source is never changed, only the outline of it; every change
// can be taken back until the import; nothing is written before Import.
package intake
