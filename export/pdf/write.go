package pdf

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jung-kurt/gofpdf"

	"travaux/data"
	"travaux/export"
)

// CodeWrite is the code of the error that a paper could not be written.
const CodeWrite data.Code = "paper.write"

// Options choose the kind of file.
type Options struct {
	// PDFA makes a file for archives: PDF/A-1b (ISO 19005-1). It is larger.
	PDFA bool
	// Creation is the time stated in the file; zero means the document's date.
	// The same document with the same time is always the same bytes.
	Creation time.Time
	// Password is asked of everybody who opens the file; "": nobody is asked. An
	// archive cannot have one. The key is new each time, and so are the bytes.
	Password string
}

// Write makes the file. Hand over to others only what Checked returns. It may
// be called from several goroutines at once.
func Write(ctx context.Context, doc export.Document, opts Options) ([]byte, error) {
	if opts.PDFA && opts.Password != "" { // ISO 19005-1, 6.1.3
		return nil, data.E(data.CodeInput, "what", "password")
	}
	out, err := build(ctx, doc, opts)
	switch {
	case ctx.Err() != nil:
		return nil, data.E(data.CodeCancelled).Because(ctx.Err())
	case data.CodeOf(err) == data.CodeInput:
		return nil, err
	case err != nil:
		return nil, data.E(CodeWrite).Because(err)
	}
	return out, nil
}

func build(ctx context.Context, doc export.Document, opts Options) ([]byte, error) {
	if opts.Creation.IsZero() {
		d := doc.Date
		opts.Creation = time.Date(max(d.Year, 1), max(d.Month, 1), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
	}
	c := newComposer(doc)
	pages, err := c.compose(ctx)
	if err != nil {
		return nil, err
	}
	p := painter{scale: c.scale, lang: doc.Lang}
	c.known, c.bands = nil, nil // what is on the pages is all that is needed of them
	streams := p.paintAll(pages)
	if p.err != nil {
		return nil, p.err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	fonts := slices.DeleteFunc(p.fonts.fonts, func(u *usedFont) bool { return len(u.glyphs) == 0 })
	raw, err := assemblePages(pages, opts)
	if err != nil {
		return nil, err
	}
	f, err := load(raw)
	if err != nil {
		return nil, err
	}
	finisher := &finisher{file: f, doc: doc, opts: opts, pages: pages, streams: streams, fonts: fonts, scale: c.scale, picture: p.pictures, root: c.root, headings: c.headings}
	if opts.Password != "" {
		if finisher.lock, err = newLock(opts.Password); err != nil {
			return nil, err
		}
	}
	return finisher.finish()
}

// assemblePages has gofpdf put pages, outline and links together. It is given
// numbers only. The texts of bookmarks, the fonts, what stands on pages, their
// sizes and the places of links are the finisher's: gofpdf loses letters, has empty
// pages of one kind, and spends milliseconds on every font, with a time that grows
// with the square of the number of its glyphs.
func assemblePages(pages []*page, opts Options) ([]byte, error) {
	g := gofpdf.New("P", "pt", "A4", "")
	g.SetCompression(false)
	g.SetCatalogSort(true)
	g.SetCreationDate(opts.Creation)
	g.SetModificationDate(opts.Creation)
	g.SetAutoPageBreak(false, 0)
	depth := -1
	for _, pg := range pages {
		g.AddPage()
		for range pg.links {
			g.Link(0, 0, 1, 1, g.AddLink())
		}
		for _, h := range pg.headings {
			depth = min(depth+1, max(h.level-1, 0)) // bookmarks never skip a level
			g.Bookmark("b", depth, 0)
		}
	}
	var out bytes.Buffer
	if err := g.Output(&out); err != nil {
		return nil, fmt.Errorf("gofpdf: %w", err)
	}
	return out.Bytes(), nil
}
