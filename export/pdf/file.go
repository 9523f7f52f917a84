package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strconv"

	"github.com/klauspost/compress/zlib"
)

// file is a PDF as its objects, by number. Index 0 is unused.
type file struct {
	objects []any // value, stream or nil
	trailer dict
}

// maxInflated bounds what one stream of a file that is read back may unfold to.
const maxInflated = 256 << 20

// load reads a file that has no password.
func load(data []byte) (*file, error) { return loadLocked(data, "") }

// loadLocked reads a file by its cross-reference table or stream (ISO 32000-1, 7.5),
// and with its password if it has one.
func loadLocked(data []byte, password string) (*file, error) {
	at := bytes.LastIndex(data, []byte("startxref"))
	if at < 0 {
		return nil, fmt.Errorf("pdf: no startxref")
	}
	p := &parser{data: data, pos: at + len("startxref")}
	start, ok := p.value().(number)
	offset, err := strconv.Atoi(string(start))
	if !ok || err != nil || offset < 0 || offset >= len(data) {
		return nil, fmt.Errorf("pdf: bad startxref")
	}
	f := &file{}
	p = &parser{data: data, pos: offset}
	if bytes.HasPrefix(data[offset:], []byte("xref")) {
		return f, f.loadTable(p)
	}
	return f, f.loadStream(p, password)
}

// loadTable reads a table of one section, as gofpdf and we write it.
func (f *file) loadTable(p *parser) error {
	p.pos += len("xref")
	p.value()
	size := toInt(p.value())
	if p.err != nil || size < 1 || size > len(p.data)/20 {
		return fmt.Errorf("pdf: bad cross-reference table")
	}
	offsets := make([]int, size)
	for i := range offsets {
		p.skipSpace()
		offsets[i], _ = strconv.Atoi(p.token())
		p.skipSpace()
		p.token()
		p.skipSpace()
		p.token()
	}
	if p.value() != operator("trailer") {
		return fmt.Errorf("pdf: no trailer")
	}
	f.trailer, _ = p.value().(dict)
	f.objects = make([]any, size)
	for i := 1; i < size; i++ {
		if offsets[i] <= 0 || offsets[i] >= len(p.data) {
			return fmt.Errorf("pdf: bad offset of object %d", i)
		}
		f.objects[i] = readObject(&parser{data: p.data, pos: offsets[i]})
	}
	return p.err
}

// readObject reads "n 0 obj value endobj"; nil if there is none.
func readObject(p *parser) any {
	p.value()
	p.value()
	if p.value() != operator("obj") {
		return nil
	}
	v := p.value()
	d, ok := v.(dict)
	if !ok || p.err != nil {
		return v
	}
	after := p.pos
	if p.value() != operator("stream") {
		p.pos = after
		return d
	}
	if p.pos < len(p.data) && p.data[p.pos] == '\r' {
		p.pos++
	}
	p.pos++
	length := toInt(d["Length"])
	if length < 0 || length > len(p.data)-p.pos {
		return nil
	}
	return stream{d, p.data[p.pos : p.pos+length]}
}

// loadStream reads a cross-reference stream and the object streams it names.
func (f *file) loadStream(p *parser, password string) error {
	s, ok := readObject(p).(stream)
	if !ok {
		return fmt.Errorf("pdf: no cross-reference stream")
	}
	f.trailer = s.dict
	rows, err := s.decoded()
	if err != nil {
		return err
	}
	widths, _ := s.dict["W"].(array)
	size := toInt(s.dict["Size"])
	if len(widths) != 3 || toInt(widths[0]) != 1 || toInt(widths[1]) != 4 || toInt(widths[2]) != 2 || size < 0 || len(rows) < 7*size {
		return fmt.Errorf("pdf: bad cross-reference stream")
	}
	f.objects = make([]any, size)
	packed := map[int]bool{}
	for i := range size {
		row := rows[7*i:]
		field := int(row[1])<<24 | int(row[2])<<16 | int(row[3])<<8 | int(row[4])
		switch row[0] {
		case 1:
			f.objects[i] = readObject(&parser{data: p.data, pos: min(field, len(p.data))})
		case 2:
			packed[field] = true
		}
	}
	if err := f.unseal(password); err != nil {
		return err
	}
	for n := range packed {
		if err := f.unpack(n); err != nil {
			return err
		}
	}
	return nil
}

// unseal decrypts the streams of a file that has a password. The strings of our
// files are all in object streams.
func (f *file) unseal(password string) error {
	if f.trailer["Encrypt"] == nil {
		return nil
	}
	l, err := unlock(f.dict(f.trailer["Encrypt"]), password)
	if err != nil {
		return err
	}
	for i, o := range f.objects {
		s, ok := o.(stream)
		if !ok || s.dict["Type"] == name("XRef") {
			continue
		}
		if s.data, err = l.open(s.data); err != nil {
			return err
		}
		f.objects[i] = s
	}
	return nil
}

// unpack reads the objects of an object stream (ISO 32000-1, 7.5.7).
func (f *file) unpack(n int) error {
	bad := fmt.Errorf("pdf: bad object stream %d", n)
	if n <= 0 || n >= len(f.objects) {
		return bad
	}
	s, ok := f.objects[n].(stream)
	if !ok {
		return bad
	}
	body, err := s.decoded()
	if err != nil {
		return err
	}
	p := &parser{data: body}
	first := toInt(s.dict["First"])
	if first < 0 {
		return bad
	}
	for range toInt(s.dict["N"]) {
		number, offset := toInt(p.value()), toInt(p.value())
		if number <= 0 || number >= len(f.objects) || offset < 0 || first+offset >= len(body) {
			return bad
		}
		f.objects[number] = (&parser{data: body, pos: first + offset}).value()
	}
	return p.err
}

func toInt(v any) int {
	n, ok := v.(number)
	if !ok {
		return -1
	}
	i, err := strconv.Atoi(string(n))
	if err != nil {
		return -1
	}
	return i
}

// get follows references.
func (f *file) get(v any) any {
	for range maxNesting {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		if r <= 0 || int(r) >= len(f.objects) {
			return nil
		}
		v = f.objects[r]
	}
	return nil
}

func (f *file) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case stream:
		return v.dict
	}
	return nil
}

// add appends an object and returns a reference to it.
func (f *file) add(v any) ref {
	f.objects = append(f.objects, v)
	return ref(len(f.objects) - 1)
}

// decoded returns the data of a stream that has no filter or FlateDecode.
func (s stream) decoded() ([]byte, error) {
	switch s.dict["Filter"] {
	case nil:
		return s.data, nil
	case name("FlateDecode"):
	default:
		return nil, fmt.Errorf("pdf: unknown filter")
	}
	r, err := zlib.NewReader(bytes.NewReader(s.data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, maxInflated))
}
