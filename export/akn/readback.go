package akn

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"travaux/data"
	"travaux/export"
)

// Format is Akoma Ntoso for the list of formats. A draft is a bill, any other paper a
// document of its kind.
var Format = export.Format{
	ID: "akn", Ending: ".xml",
	Write: func(ctx context.Context, doc export.Document, _ export.FileOptions) ([]byte, error) {
		if doc.Draft != nil {
			return Write(*doc.Draft), nil
		}
		return WritePaper(ctx, doc)
	},
	Read: func(file []byte, _ export.FileOptions) (string, error) { return Text(file) },
}

// CodeRead is the code of the error that a file could not be read back.
const CodeRead data.Code = "paper.write"

// Text gives everything that a file of our own making says: its words in their order,
// once with all changes in it and, where it has any, once as accepted and once as
// rejected; then the notes; then every value of an attribute. Paragraphs end with "\n".
func Text(file []byte) (string, error) {
	var r reader
	var out strings.Builder
	for _, without := range []string{"", "del", "ins"} {
		if without != "" && !r.changed {
			break
		}
		if err := r.read(string(file), without); err != nil {
			return "", data.E(CodeRead).Because(err)
		}
		out.WriteString(r.words.String() + "\n" + r.notes.String() + "\n")
	}
	return out.String() + strings.Join(r.values, "\n"), nil
}

type reader struct {
	words, notes strings.Builder
	values       []string // of attributes, each once
	changed      bool
}

// within are elements that do not end a paragraph.
var within = []string{"ins", "del", "b", "i", "authorialNote", "docTitle", "docDate", "docProponent", "docNumber", "num", "eol"}

// read reads a file, leaving out one kind of change.
func (r *reader) read(file, without string) error {
	r.words.Reset()
	r.notes.Reset()
	d := xml.NewDecoder(strings.NewReader(file))
	left, noted := 0, 0 // within so many elements that are left out, or are notes
	out := func() *strings.Builder {
		if noted > 0 {
			return &r.notes
		}
		return &r.words
	}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			name := t.Name.Local
			if left > 0 || name == without {
				left++
				continue
			}
			r.element(t)
			switch name {
			case "authorialNote":
				noted++
			case "eol":
				out().WriteByte('\n')
			}
		case xml.EndElement:
			if left > 0 {
				left--
				continue
			}
			if !slices.Contains(within, t.Name.Local) {
				out().WriteByte('\n')
			}
			if t.Name.Local == "authorialNote" {
				noted--
			}
		case xml.CharData:
			if left == 0 {
				out().Write(t)
			}
		case xml.Comment:
			r.values = append(r.values, string(t))
		}
	}
}

func (r *reader) element(e xml.StartElement) {
	r.changed = r.changed || e.Name.Local == "ins" || e.Name.Local == "del"
	for _, a := range e.Attr {
		if a.Name.Local != "xmlns" && !slices.Contains(r.values, a.Value) {
			r.values = append(r.values, a.Value)
		}
	}
}
