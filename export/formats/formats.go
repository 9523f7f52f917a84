// Package formats lists the formats in which every paper can be written. Each is a
// package of its own beside this one: who adds a format writes that package and adds
// one line here.
//
// It imports export and the packages of the formats.
package formats

import (
	"slices"

	"travaux/export"
	"travaux/export/akn"
	"travaux/export/docx"
	"travaux/export/html"
	"travaux/export/pdf"
	"travaux/export/text"
	"travaux/export/xlsx"
)

// All are the formats in the order in which they are offered.
var All = []export.Format{pdf.Format, docx.Format, xlsx.Format, akn.Format, text.Format, html.Format}

// ByID finds a format; ok is false for an id that is none's.
func ByID(id string) (f export.Format, ok bool) {
	i := slices.IndexFunc(All, func(f export.Format) bool { return f.ID == id })
	if i < 0 {
		return f, false
	}
	return All[i], true
}
