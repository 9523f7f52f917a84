// Package bidi orders text of both directions by the Unicode Bidirectional
// Algorithm, UAX #9 revision 46 (Unicode 15): it gives every rune an embedding
// level, and turns the levels of a line into visual order.
//
// It is our own because golang.org/x/text/unicode/bidi orders mixed text
// wrongly and hides the levels; only that module's table of character classes
// is used. The package imports nothing of ours.
//
// The order of use is: [Levels] once for a paragraph; for every line
// [ResetLine] on a copy of the line's levels, then [Runs] or [VisualOrder];
// and [Mirror] for every rune at an odd level, unless the shaper mirrors.
//
// Invariants: one level for every rune; no panic on any sequence of runes;
// time linear in the text; the functions keep no state and may run concurrently.
package bidi

//go:generate go run gen.go
