// Package sheets is the page with which positions and views are worked on outside the
// program: they are exported as a spreadsheet, and what comes back is compared with the
// desk and taken over by choice.
//
// It imports app/room, app/page, app/look, the desk, export/xlsx and translations; it
// never imports another area.
//
// Invariants: nothing is written before a person has seen what would change and chosen
// it; what the desk changed meanwhile is never chosen beforehand; what is taken over is
// one act that can be undone; a file that is exported is read back and holds no secret.
package sheets
