// Package redlines is the page of all red lines: which there are and why, where
// they are crossed now, by what words, and the form that records one.
//
// It imports app/room, app/page and the widgets; it never imports another area.
//
// Invariants: what is typed is kept until it is recorded or cancelled; all that
// stands on the page is confidential and in a frame.
package redlines
