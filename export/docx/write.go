package docx

import (
	"context"
	"slices"
	"time"

	"travaux/data"
	"travaux/export"
)

// Author is who makes the changes if nobody else is named.
const Author = "Travaux"

// Options say what a file states of itself.
type Options struct {
	// Author of changes and comments; "" means Author.
	Author string
	// Date of changes, comments and the file; zero means the document's date.
	// The same document with the same options is always the same bytes.
	Date time.Time
}

// Write makes the file. It may be called from several goroutines at once.
func Write(ctx context.Context, doc export.Document, opts Options) ([]byte, error) {
	w := newWriter(doc, opts)
	for _, b := range doc.Blocks {
		if ctx.Err() != nil {
			return nil, data.E(data.CodeCancelled).Because(ctx.Err())
		}
		w.block(b)
	}
	if w.body.Len() == 0 { // a text has one paragraph at least
		w.line("", "")
	}
	out, err := w.pack()
	if err != nil {
		return nil, data.E(CodeWrite).Because(err)
	}
	return out, nil
}

// CodeWrite is the code of the error that a paper could not be written.
const CodeWrite data.Code = "paper.write"

// writer collects the parts of one file.
type writer struct {
	doc          export.Document
	author, date string
	apart        apart
	body         markup
	comments     markup
	last         int // the last id given
	headings     int
}

func newWriter(doc export.Document, opts Options) *writer {
	if opts.Date.IsZero() {
		d := doc.Date
		opts.Date = time.Date(max(d.Year, 1), max(d.Month, 1), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
	}
	w := &writer{doc: doc, author: opts.Author, date: opts.Date.UTC().Format(time.RFC3339)}
	w.apart = apart{date: w.date, later: opts.Date.UTC().Add(2 * time.Minute).Format(time.RFC3339)}
	if fit(w.author) == "" {
		w.author = Author
	}
	return w
}

// sheet is a page of A4 (ISO 216) in twentieths of a point.
type sheet struct{ width, height, side, top, bottom int }

func (w *writer) sheet() sheet {
	if w.doc.Landscape {
		return sheet{16838, 11906, 960, 1300, 1100}
	}
	return sheet{11906, 16838, 1520, 1700, 1500}
}

// measure is the width of the type area.
func (s sheet) measure() int { return s.width - 2*s.side }

// hasRevised reports whether the document is a text with changes; one that is only set
// as such a text is, without any, is not.
func (w *writer) hasRevised() bool {
	changed := func(s export.Span) bool { return changeOf(s.Mark) != settled }
	return slices.ContainsFunc(w.doc.Blocks, func(b export.Block) bool {
		r, ok := b.(export.Revised)
		return ok && (changeOf(r.End) != settled || slices.ContainsFunc(r.Spans, changed))
	})
}
