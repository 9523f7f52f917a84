// Package matrix is the page that tells who is with us: the States by provisions,
// proposals and issues, who moved since a day, how the support of the regional
// groups grew, the same on paper, and the issues under which provisions are taken
// together.
//
// It imports app/room, app/page, app/look, app/textview, the desk, data/tally,
// data/states and export; it never imports another area.
//
// Invariants: what the grid shows is a value made from the tallies (sheetOf) and
// can be read as text in tests; only the cells in view are painted; every sign is
// read without colour; everything stands inside a confidential frame.
package matrix
