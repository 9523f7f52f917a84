// Package papers is the page where all papers are made: which kind, of what, in which
// languages and formats, and where to; beside it the paper itself, page by page. It
// keeps what was made, with a certificate of each file, to make it again, and is where
// the delegation writes templates that say how its papers look.
//
// It imports app/room, app/page, the widgets and export; it never imports
// another area.
//
// Invariants: a file is handed over only after it was read back (paper.Make); if
// one of several files is refused, none is written; a file appears under its
// name only when it is whole and on the disk; what is written is noted in the same act
// or taken away again; the preview is made of the file that would be handed over, is
// never written to the disk, and never keeps the window waiting.
package papers
