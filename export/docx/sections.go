package docx

import (
	"bytes"
	"slices"
	"strconv"

	"travaux/export"
)

// Relations of the headers and footers, which sections name; pack puts these parts
// first.
const (
	headerNext  = "rId1" // of every page but the first
	headerFirst = "rId2"
	footerNext  = "rId3"
	footerFirst = "rId4"
	footerOther = "rId5" // of pages that lie in a document that stands, or the other way round
)

// turns reports whether some pages of the document lie and others stand.
func (w *writer) turns() bool {
	return slices.ContainsFunc(w.doc.Blocks, func(b export.Block) bool {
		p, ok := b.(export.PageBreak)
		return ok && p.Landscape != w.doc.Landscape
	})
}

// measure is the width of the type area of the pages that are being written.
func (w *writer) measure() int { return w.sheet(w.landscape).measure() }

// pageBreak begins a new page; one that lies where the last stood, or stands where it
// lay, begins a section. The last paragraph says how the section that it ends looks.
func (w *writer) pageBreak(b export.PageBreak) {
	switch {
	case w.body.Len() == 0:
		w.landscape = b.Landscape
	case b.Landscape == w.landscape:
		w.newPage = true
	default:
		rest := bytes.Clone(w.body.Bytes()[w.seam:])
		w.body.Truncate(w.seam)
		w.section(&w.body)
		w.body.Write(rest)
		w.landscape = b.Landscape
		w.sections++
		w.newPage = false
	}
}

// section says how the pages look since the last section.
func (w *writer) section(m *markup) {
	s := w.sheet(w.landscape)
	m.begin("w:sectPr")
	footer := footerNext
	if w.landscape != w.doc.Landscape {
		footer = footerOther
	}
	first := w.sections == 0 && !w.hasRevised() // a paper has a cover, a text has not
	m.empty("w:headerReference", "w:type", "default", "r:id", headerNext)
	m.empty("w:headerReference", "w:type", "first", "r:id", headerFirst)
	m.empty("w:footerReference", "w:type", "default", "r:id", footer)
	m.empty("w:footerReference", "w:type", "first", "r:id", footerFirst)
	size := []string{"w:w", strconv.Itoa(s.width), "w:h", strconv.Itoa(s.height)}
	if s.landscape {
		size = append(size, "w:orient", "landscape")
	}
	m.empty("w:pgSz", size...)
	m.empty("w:pgMar", "w:top", strconv.Itoa(s.top), "w:right", strconv.Itoa(s.side), "w:bottom", strconv.Itoa(s.bottom), "w:left", strconv.Itoa(s.side),
		"w:header", strconv.Itoa(min(720, s.top/2)), "w:footer", strconv.Itoa(min(640, s.bottom/2)), "w:gutter", "0")
	if first {
		m.empty("w:titlePg")
	}
	if w.doc.Lang.RightToLeft() {
		m.empty("w:bidi")
	}
	m.end("w:sectPr")
}
