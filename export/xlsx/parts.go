package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// What a file may be at most, so that one that was made to harm is refused: a small
// file can unpack to gigabytes.
const (
	mostFile  = 32 << 20  // bytes of a file
	mostParts = 2_000     // parts of a file
	mostWhole = 128 << 20 // bytes of all parts unpacked
)

// errHostile says that a file is larger than any that is worked with.
var errHostile = errors.New("spreadsheet: too large")

// parts are the parts of a file by their names.
type parts map[string][]byte

// unpack reads the parts of a file.
func unpack(file []byte) (parts, error) {
	if len(file) > mostFile {
		return nil, errHostile
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	if len(z.File) > mostParts {
		return nil, errHostile
	}
	out, room := parts{}, int64(mostWhole)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(io.LimitReader(r, room+1))
		r.Close()
		if err != nil {
			return nil, err
		}
		if room -= int64(len(content)); room < 0 {
			return nil, errHostile
		}
		out[strings.TrimPrefix(f.Name, "/")] = content
	}
	return out, nil
}

// page is a sheet of a file: its name, and the part that holds it.
type page struct{ name, part string }

// pages lists the sheets in their order.
func (p parts) pages() []page {
	targets := map[string]string{}
	var book struct {
		Sheets []struct {
			Name string     `xml:"name,attr"`
			Rel  []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if xml.Unmarshal(p["xl/_rels/workbook.xml.rels"], &rels) != nil || xml.Unmarshal(p["xl/workbook.xml"], &book) != nil {
		return nil
	}
	for _, r := range rels.List {
		target := r.Target
		if !strings.HasPrefix(target, "/") {
			target = path.Join("xl", target)
		}
		targets[r.ID] = strings.TrimPrefix(target, "/")
	}
	var out []page
	for _, s := range book.Sheets {
		for _, a := range s.Rel {
			if part, ok := targets[a.Value]; ok && a.Name.Local == "id" {
				out = append(out, page{s.Name, part})
			}
		}
	}
	return out
}

// piece is a stretch of a string that looks alike.
type piece struct {
	text      string
	gone, new bool // struck through; underlined
}

// joined are the words of pieces without those of one kind of change: "" none, "del" or
// "ins".
func joined(list []piece, kind string) string {
	if len(list) == 1 && kind == "" {
		return list[0].text
	}
	var b strings.Builder
	for _, p := range list {
		if kind == "del" && p.gone || kind == "ins" && p.new {
			continue
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// richText reads a string item (ECMA-376, 18.4.8) up to its end: words, or runs of them.
// What sounds ideographs aloud is left out.
func richText(d *xml.Decoder, end string) ([]piece, error) {
	var out []piece
	var now piece
	words, aloud := false, 0
	for {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "r":
				now = piece{}
			case "rPh":
				aloud++
			case "strike":
				now.gone = on(t)
			case "u":
				now.new = attribute(t, "val") != "none"
			case "t":
				words = aloud == 0
			}
		case xml.EndElement:
			switch t.Name.Local {
			case end:
				return out, nil
			case "rPh":
				aloud--
			case "t":
				if words {
					out = append(out, piece{unescaped(now.text), now.gone, now.new})
				}
				words, now.text = false, ""
			}
		case xml.CharData:
			if words {
				now.text += string(t)
			}
		}
	}
}

// on reports whether a property that can be switched off is not.
func on(e xml.StartElement) bool {
	v := attribute(e, "val")
	return v != "0" && v != "false"
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// unescaped reads "_x000D_" as the character with that number (ECMA-376, 22.9.2.19);
// one that XML does not allow shows its picture, as it does where we write it.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return fit(escape.ReplaceAllStringFunc(s, func(e string) string {
		n, err := strconv.ParseUint(e[2:6], 16, 16)
		if err != nil || utf16.IsSurrogate(rune(n)) {
			return e
		}
		return string(rune(n))
	}))
}

var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// strings reads the strings that cells share.
func (p parts) strings() ([][]piece, error) {
	content, ok := p["xl/sharedStrings.xml"]
	if !ok {
		return nil, nil
	}
	var out [][]piece
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "si" {
			item, err := richText(d, "si")
			if err != nil {
				return nil, err
			}
			out = append(out, item)
		}
	}
}

// found is a cell that was read.
type found struct {
	row, column int // from 1
	kind        string
	pieces      []piece
	shared      int // its place among the shared strings; -1: it stands in the cell
}

// cells gives every cell of a sheet that says something, in order, until each returns
// false. Of a formula it gives what it came to.
func (p parts) cells(part string, shared [][]piece, each func(found) bool) error {
	d := xml.NewDecoder(bytes.NewReader(p[part]))
	rowNumber, column := 0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "row":
			rowNumber++
			column = 0
			if n, err := strconv.Atoi(attribute(e, "r")); err == nil {
				rowNumber = n
			}
		case "c":
			column++
			if c, r, ok := place(attribute(e, "r")); ok {
				column, rowNumber = c, r
			}
			f := found{row: rowNumber, column: column, kind: attribute(e, "t")}
			if err := f.read(d, shared); err != nil {
				return err
			}
			if len(f.pieces) > 0 && !each(f) {
				return nil
			}
		}
	}
}

// read reads what stands in a cell.
func (f *found) read(d *xml.Decoder, shared [][]piece) error {
	f.shared = -1
	value, inValue := "", false
	for {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "is":
				if f.pieces, err = richText(d, "is"); err != nil {
					return err
				}
			case "v":
				inValue = true
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "v":
				inValue = false
			case "c":
				f.settle(value, shared)
				return nil
			}
		case xml.CharData:
			if inValue {
				value += string(t)
			}
		}
	}
}

// settle takes the value of a cell for what its kind says it is.
func (f *found) settle(value string, shared [][]piece) {
	if f.kind == "s" {
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err == nil && n >= 0 && n < len(shared) {
			f.shared, f.pieces = n, shared[n]
		}
		return
	}
	if value != "" {
		f.pieces = append(f.pieces, piece{text: unescaped(value)})
	}
}

// place reads the name of a cell: "AB12".
func place(name string) (column, row int, ok bool) {
	i := 0
	for i < len(name) && name[i] >= 'A' && name[i] <= 'Z' && column < 1<<20 {
		column = 26*column + int(name[i]-'A') + 1
		i++
	}
	row, err := strconv.Atoi(name[i:])
	return column, row, err == nil && column > 0 && row > 0
}
