package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"travaux/data"
	"travaux/export"
)

// telling are the attributes that hold words of people.
var telling = map[string]bool{
	"name": true, "displayName": true, "location": true, "display": true, "tooltip": true, "prompt": true, "promptTitle": true,
	"error": true, "errorTitle": true, "author": true, "descr": true, "title": true, "alt": true, "codeName": true, "Target": true,
	"comment": true, "description": true, "userName": true, "val": true, "formatCode": true,
}

// Text reads everything that a file of our own making says: the cells of every sheet in
// order, once with all changes and, where it has any, once as accepted and once as
// rejected; strings that no cell shows; and from every other part its words, the names in
// it, and the letters of what is no XML.
func Text(file []byte) (string, error) {
	p, err := unpack(file)
	if err != nil {
		return "", data.E(CodeWrite).Because(err)
	}
	shared, err := p.strings()
	if err != nil {
		return "", data.E(CodeWrite).Because(err)
	}
	var out strings.Builder
	shown, changed := map[int]bool{}, false
	for _, without := range []string{"", "del", "ins"} {
		if without != "" && !changed {
			break
		}
		for _, page := range p.pages() {
			err := p.cells(page.part, shared, func(f found) bool {
				shown[f.shared] = true
				for _, piece := range f.pieces {
					changed = changed || piece.gone || piece.new
				}
				out.WriteString(joined(f.pieces, without) + "\n")
				return true
			})
			if err != nil {
				return "", data.E(CodeWrite).Because(err)
			}
		}
	}
	for i, s := range shared {
		if !shown[i] {
			out.WriteString(joined(s, "") + "\n")
		}
	}
	if err := p.aside(&out); err != nil {
		return "", data.E(CodeWrite).Because(err)
	}
	return out.String(), nil
}

// aside reads what is said beside cells.
func (p parts) aside(out *strings.Builder) error {
	names := make([]string, 0, len(p))
	for name := range p {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if strings.HasPrefix(name, "xl/theme/") { // the names of colours and fonts, the library's own
			continue
		}
		out.WriteString(name + "\n")
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") && !strings.HasSuffix(name, ".vml") {
			out.WriteString(export.PictureWords(p[name]))
			continue
		}
		if name == "xl/sharedStrings.xml" {
			continue
		}
		if err := beside(p[name], out); err != nil {
			return err
		}
	}
	return nil
}

// beside reads the words of a part and the names in it; cells were read before.
func beside(part []byte, out *strings.Builder) error {
	d := xml.NewDecoder(bytes.NewReader(part))
	within := 0 // cells
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
			if t.Name.Local == "c" || within > 0 {
				within++
			}
			for _, a := range t.Attr {
				if telling[a.Name.Local] {
					out.WriteString(a.Value + "\n")
				}
			}
		case xml.EndElement:
			if within > 0 {
				within--
			}
		case xml.CharData:
			if s := strings.TrimSpace(string(t)); within == 0 && s != "" {
				out.WriteString(s + "\n")
			}
		case xml.Comment:
			out.WriteString(string(t) + "\n")
		}
	}
}

// Furniture reads what stands at the head and at the foot of the printed pages of every
// sheet.
func Furniture(file []byte) ([]string, error) {
	p, err := unpack(file)
	if err != nil {
		return nil, data.E(CodeWrite).Because(err)
	}
	var out []string
	for _, page := range p.pages() {
		var sheet struct {
			Said []string `xml:"headerFooter>oddHeader"`
			Foot []string `xml:"headerFooter>oddFooter"`
		}
		if err := xml.Unmarshal(p[page.part], &sheet); err != nil {
			return nil, data.E(CodeWrite).Because(err)
		}
		out = append(out, strings.ReplaceAll(strings.Join(append(sheet.Said, sheet.Foot...), "\n"), "&&", "&"))
	}
	return out, nil
}
