// Package intake reads the files in which drafts arrive (Word, Akoma Ntoso,
// HTML, PDF, plain or pasted text) into a text.Source. The format is known by the
// content, never by the name.
//
// It may import data and data/text; PDF is read by data/intake/pdf. Invariants: no file is trusted (sizes,
// depths and counts are limited, document type declarations refused, nothing
// is ever fetched); characters are never lost silently; an error never holds
// a word of the file.
package intake
