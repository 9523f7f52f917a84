package html

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"travaux/data"
	"travaux/export"
)

// CodeWrite is the code of the error that a paper could not be written.
const CodeWrite data.Code = "paper.write"

// blocks are the elements after which words of another line begin.
var blocks = map[string]bool{"p": true, "h1": true, "h2": true, "h3": true, "h4": true, "td": true, "th": true, "br": true, "title": true, "tr": true, "div": true}

// Read gives everything that a file of our own making says: its words once with all
// changes, once as accepted and once as rejected; values of attributes, comments, and
// the letters in its pictures.
func Read(file []byte) (string, error) {
	var all strings.Builder
	for _, without := range []string{"", "del", "ins"} {
		said, changed, err := read(file, without)
		if err != nil {
			return "", data.E(CodeWrite).Because(err)
		}
		if all.WriteString(said); !changed {
			break
		}
	}
	return all.String(), nil
}

// read reads a file once, leaving out one kind of change.
func read(file []byte, without string) (said string, changed bool, err error) {
	var words, aside strings.Builder
	d := xml.NewDecoder(bytes.NewReader(file))
	left := 0 // within so many elements that are left out
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return words.String() + "\n" + aside.String(), changed, nil
		case err != nil:
			return "", false, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			changed = changed || t.Name.Local == "ins" || t.Name.Local == "del"
			if left > 0 || t.Name.Local == without && without != "" {
				left++
				continue
			}
			for _, a := range t.Attr {
				aside.WriteString(attribute(a) + "\n")
			}
		case xml.EndElement:
			if left > 0 {
				left--
			} else if blocks[t.Name.Local] {
				words.WriteByte('\n')
			}
		case xml.CharData:
			if left == 0 {
				words.Write(t)
			}
		case xml.Comment:
			aside.WriteString(string(t) + "\n")
		case xml.ProcInst:
			aside.WriteString(t.Target + " " + string(t.Inst) + "\n")
		case xml.Directive:
			aside.WriteString(string(t) + "\n")
		}
	}
}

// attribute is what an attribute says.
func attribute(a xml.Attr) string {
	_, packed, ok := strings.Cut(a.Value, ";base64,")
	if !ok {
		return a.Value
	}
	picture, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		return a.Value
	}
	return export.PictureWords(picture)
}
