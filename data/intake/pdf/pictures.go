package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"image"

	"travaux/data"
)

// Shown is a finished file whose pages can be looked at. It may be used from
// several goroutines at once; pictures are made one after the other.
type Shown struct {
	file     []byte
	password string
	sizes    [][2]float64 // of its pages; never changed after Show
}

// Show opens a file for looking at its pages; the password of a file that has none
// is "". Nothing has to be closed: one process draws for all files, is started
// with the first, kept warm, and ended when nobody has asked for some minutes.
// Errors carry one of the codes of this package, or data.CodeCancelled.
func Show(ctx context.Context, file []byte, password string) (*Shown, error) {
	s := &Shown{file: bytes.Clone(file), password: password}
	if err := theHand.do(ctx, s, func() error { return nil }); err != nil {
		return nil, err
	}
	return s, nil
}

// Warm starts the process that draws, so that the first page comes at once. It
// returns when that can draw.
func Warm(ctx context.Context) error {
	_, err := Show(ctx, blank, "")
	return err
}

// blank is a file of one empty page.
var blank = []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" +
	"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n" +
	"trailer<</Size 4/Root 1 0 R>>\n%%EOF\n")

// Pages is how many pages the file has.
func (s *Shown) Pages() int { return len(s.sizes) }

// Size is how wide and how high a page is, in points; pages are counted from 0.
func (s *Shown) Size(page int) (width, height float64) {
	if page < 0 || page >= len(s.sizes) {
		return usualWidth, usualHeight
	}
	return s.sizes[page][0], s.sizes[page][1]
}

// Picture draws a page, counted from 0, on white, so many pixels wide. What would
// have more than nine million pixels is made smaller.
func (s *Shown) Picture(ctx context.Context, page, width int) (*image.RGBA, error) {
	if page < 0 || page >= len(s.sizes) || width < 1 {
		return nil, data.E(data.CodeInput, "what", "page")
	}
	ask, err := json.Marshal([2]int{page, width})
	if err != nil {
		return nil, data.E(CodeReader).Because(err)
	}
	drawn := make(chan *image.RGBA, 1)
	err = theHand.do(ctx, s, func() error {
		body, err := theHand.ask(sayPicture, message{askPage, ask})
		if err != nil {
			return err
		}
		made, err := pictureOf(body)
		drawn <- made
		return err
	})
	if err != nil {
		return nil, err
	}
	return <-drawn, nil
}

// Pictures draws pages of a file, counted from 0, so many pixels wide; all of them
// if none is named.
func Pictures(ctx context.Context, file []byte, width int, pages ...int) ([]*image.RGBA, error) {
	s, err := Show(ctx, file, "")
	if err != nil {
		return nil, err
	}
	if len(pages) == 0 {
		for i := range s.Pages() {
			pages = append(pages, i)
		}
	}
	out := make([]*image.RGBA, len(pages))
	for i, p := range pages {
		if out[i], err = s.Picture(ctx, p, width); err != nil {
			return nil, err
		}
	}
	return out, nil
}
