package docx

import (
	"cmp"
	"context"
	"slices"
	"time"

	"travaux/data"
	"travaux/export"
	"travaux/translations"
)

// Author is who makes the changes if neither the options nor the document name anybody.
const Author = "Travaux"

// Options say what a file states of itself.
type Options struct {
	// Author of changes and comments; "" means the document's author. A document
	// without any trace of who made it has none: its changes say "Author" in its
	// language, because Word wants a name.
	Author string
	// Date of changes, comments and the file; zero means the document's date.
	// The same document with the same options is always the same bytes.
	Date time.Time
}

// Write makes the file. It may be called from several goroutines at once.
func Write(ctx context.Context, doc export.Document, opts Options) ([]byte, error) {
	w := newWriter(doc, opts)
	for i := range doc.Blocks {
		if ctx.Err() != nil {
			return nil, data.E(data.CodeCancelled).Because(ctx.Err())
		}
		w.block(i)
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
	loc          *translations.Localizer
	author, date string
	apart        apart
	body         markup
	comments     markup
	notes        markup
	noted        int    // notes so far
	picture      []byte // the logo, if it was written
	last         int    // the last id given
	headings     int
	lang         data.Lang // of the paragraph that is being written
	landscape    bool      // the page that is being written lies
	newPage      bool      // the next paragraph begins one
	sections     int       // that have ended
	seam         int       // of the body: where its last paragraph can say how a section looks
}

func newWriter(doc export.Document, opts Options) *writer {
	d := doc.Date
	if opts.Date.IsZero() || doc.Anonymous { // the hour tells something too
		opts.Date = time.Date(max(d.Year, 1), max(d.Month, 1), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
	}
	w := &writer{
		doc: doc, loc: translations.New(string(doc.Lang)), author: cmp.Or(fit(opts.Author), fit(doc.Author), Author),
		date: opts.Date.UTC().Format(time.RFC3339), lang: doc.Lang, landscape: doc.Landscape,
	}
	if doc.Anonymous {
		w.author = w.loc.T("word.author")
	}
	w.apart = apart{date: w.date, later: opts.Date.UTC().Add(2 * time.Minute).Format(time.RFC3339)}
	return w
}

// hasRevised reports whether the document is a text with changes; one that is only set
// as such a text is, without any, is not.
func (w *writer) hasRevised() bool {
	changed := func(s export.Span) bool { return changeOf(s.Mark) != settled }
	return slices.ContainsFunc(w.doc.Blocks, func(b export.Block) bool {
		r, ok := b.(export.Revised)
		return ok && (changeOf(r.End) != settled || slices.ContainsFunc(r.Spans, changed))
	})
}
