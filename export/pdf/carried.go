package pdf

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"travaux/data"
	"travaux/export"
)

// pieceOwner names our part of the catalog's page-piece dictionary, which is
// made for what a program keeps in a file for itself (ISO 32000-1, 14.5). An
// attached file would be forbidden in PDF/A-1.
const pieceOwner = name("Travaux")

// finishCarried puts what the paper is made from into the file.
func (f *finisher) finishCarried(catalog dict) {
	if len(f.doc.Carried) == 0 || f.doc.Anonymous { // it says who signed it
		return
	}
	catalog["PieceInfo"] = dict{pieceOwner: dict{
		"LastModified": f.date(),
		"Private":      f.add(stream{dict{}, bytes.Clone(f.doc.Carried)}),
	}}
}

// Carried returns what a paper of our own making carries (export.Manifest with
// its signature), and how the file was written: export.CodeCarriesNothing for any
// other file. Of a file to which something was appended it is what the first part
// carries.
func Carried(file []byte) ([]byte, Options, error) {
	nothing := data.E(export.CodeCarriesNothing)
	for end, n := 0, 0; n < maxParts; n++ {
		i := bytes.Index(file[end:], []byte(endMark))
		if i < 0 {
			break
		}
		end += i + len(endMark)
		f, err := load(file[:end])
		if err != nil {
			nothing.Err = err
			continue
		}
		if carried := f.carried(); len(carried) > 0 {
			return carried, Options{PDFA: bytes.HasPrefix(file, []byte(archiveHeader))}, nil
		}
	}
	return nil, Options{}, nothing
}

const (
	endMark  = "%%EOF"
	maxParts = 16 // how many ends a file may have before it is given up
)

// carried is what the file carries; nil if that is nothing or damaged.
func (f *file) carried() []byte {
	s, ok := f.get(f.dict(f.dict(f.dict(f.trailer["Root"])["PieceInfo"])[pieceOwner])["Private"]).(stream)
	if !ok {
		return nil
	}
	body, err := s.decoded()
	if err != nil {
		return nil
	}
	return body
}

// others writes what a paper carries for programs as a person would read it:
// every string of it, for the check that nothing confidential is in the file.
func (r *reader) carriedWords() {
	body := r.file.carried()
	var said strings.Builder
	for d := json.NewDecoder(bytes.NewReader(body)); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			r.out.Write(body) // nothing in the file goes unread
			return
		}
		if words, ok := token.(string); ok {
			said.WriteString(words + "\n")
		}
	}
	r.out.WriteString(said.String())
}

// Pages returns what stands on each page of a file of our own making, head and
// foot last.
func Pages(file []byte) ([]string, error) {
	r, err := readBack(file, "")
	if err != nil {
		return nil, err
	}
	return r.whole, nil
}
