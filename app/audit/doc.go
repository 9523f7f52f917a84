// Package audit is the page that tells who did what, when: every change of the
// log, by person, day and provision, and the table of it for an auditor.
//
// It imports app/room, app/page, app/look, the desk and export; it never imports
// another area.
//
// Invariants: nothing can be changed here; what the member may not read is told
// without its words; everything stands inside a confidential frame.
package audit
