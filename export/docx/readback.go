package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"travaux/data"
	"travaux/export"
)

// Format is Word for the list of formats.
var Format = export.Format{
	ID: "docx", Ending: ".docx",
	Write: func(ctx context.Context, doc export.Document, o export.FileOptions) ([]byte, error) {
		return Write(ctx, doc, Options{Date: o.Date})
	},
	Read: func(file []byte, _ export.FileOptions) (string, error) { return Text(file) },
}

// Text reads a file of our own making: everything that it says, part by part
// (headers, footers, notes, comments and properties among them), once with all
// changes in it and, where it has any, once as accepted and once as rejected;
// then who made them, and what pictures are said to show. Paragraphs end with
// "\n".
func Text(file []byte) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return "", data.E(CodeWrite).Because(err)
	}
	var r reader
	for _, without := range []string{"", "del", "ins"} {
		if without != "" && !r.changed {
			break
		}
		for _, part := range z.File {
			if part.Name == pictureName { // it says nothing: see export.Look.Picture
				continue
			}
			if err := r.part(part, without); err != nil {
				return "", data.E(CodeWrite).Because(err)
			}
		}
	}
	return r.out.String() + strings.Join(r.aside, "\n"), nil
}

type reader struct {
	out     strings.Builder
	changed bool     // there are changes
	aside   []string // what stands beside the words
}

// part reads what one part says, leaving out one kind of change.
func (r *reader) part(f *zip.File, without string) error {
	content, err := f.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	d := xml.NewDecoder(content)
	left := 0 // within so many elements that are left out
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			r.out.WriteByte('\n')
			return nil
		case err != nil:
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if left > 0 || t.Name.Local == without && without != "" {
				left++
				continue
			}
			r.element(t)
		case xml.EndElement:
			switch {
			case left > 0:
				left--
			case t.Name.Local == "p", t.Name.Space == coreNS, strings.HasPrefix(t.Name.Space, dublinNS):
				r.out.WriteByte('\n')
			}
		case xml.CharData:
			if left == 0 {
				r.out.Write(t)
			}
		}
	}
}

// element reads what an element says by being there, and what its attributes say.
func (r *reader) element(e xml.StartElement) {
	switch e.Name.Local {
	case "tab":
		r.out.WriteByte('\t')
	case "br":
		r.out.WriteByte('\n')
	case "noBreakHyphen":
		r.out.WriteByte('-')
	case "ins", "del":
		r.changed = true
	}
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "author", "descr", "title":
			if !slices.Contains(r.aside, a.Value) {
				r.aside = append(r.aside, a.Value)
			}
		}
	}
}
