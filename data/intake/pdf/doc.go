// Package pdf reads the text of PDF files, as well as it can be told from the
// look of pages. It alone knows the library that does it, PDFium compiled to
// WebAssembly.
//
// It may import data, data/text and what lies under it. Invariants: the library
// runs in a child process that ends with the reading, so that nothing of it is
// in memory before or after, and no file can do harm: the child sees no file
// and no network, its time and memory are limited, and it can be stopped at any
// time. The document goes to it and the text comes back through pipes; nothing
// is written to disk.
//
// The pages of finished files are drawn the same way (Show): by a child that is
// kept warm while somebody looks.
package pdf
