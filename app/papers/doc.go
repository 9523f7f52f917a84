// Package papers is the page that makes position papers as PDF: in which
// languages, of which positions, with which summary of views, and where to.
//
// It imports app/room, app/page, the widgets and export; it never imports
// another area.
//
// Invariants: a file is handed over only after pdf.Checked has read it back; if
// one of several papers is refused, none is written; a file appears under its
// name only when it is whole and on the disk.
package papers
