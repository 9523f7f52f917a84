package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// write writes the file: with object and cross-reference streams, or for archives
// with a classic table.
func (f *finisher) write() []byte {
	f.trailer = dict{"Root": f.trailer["Root"], "Info": f.trailer["Info"]}
	f.deflateAll()
	if f.opts.PDFA {
		return f.classic()
	}
	return f.packed()
}

// deflateAll compresses the streams that are not compressed yet. Metadata stay
// readable to programs that know no PDF.
func (f *finisher) deflateAll() {
	for i, v := range f.objects {
		s, ok := v.(stream)
		if !ok {
			continue
		}
		if s.dict["Filter"] == nil && s.dict["Type"] != name("Metadata") {
			s.data = deflate(s.data)
			s.dict["Filter"] = name("FlateDecode")
		}
		s.dict["Length"] = integer(len(s.data))
		f.objects[i] = s
	}
}

// deflateLevel 5 is where a slower search no longer makes papers noticeably
// smaller. The standard library takes twice the time for the same size.
const deflateLevel = 5

var deflaters = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, deflateLevel)
	if err != nil {
		panic(err)
	}
	return w
}}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	b.Grow(len(data)/3 + 64)
	w := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(w)
	w.Reset(&b)
	w.Write(data) // a buffer takes everything
	w.Close()
	return b.Bytes()
}

// identify is the file's identifier: a digest of all that was written so far.
func identify(b []byte) array {
	sum := sha256.Sum256(b)
	id := text(sum[:16])
	return array{id, id}
}

func appendObject(b []byte, n int, v any) []byte {
	b = fmt.Appendf(b, "%d 0 obj\n", n)
	if s, ok := v.(stream); ok {
		b = append(writeDict(b, s.dict), "\nstream\n"...)
		b = append(append(b, s.data...), "\nendstream"...)
	} else {
		b = write(b, v)
	}
	return append(b, "\nendobj\n"...)
}

// binaryMark tells programs that move files that these are not text.
const binaryMark = "%\xE2\xE3\xCF\xD3\n"

// archiveHeader begins files for archives, and no others.
const archiveHeader = "%PDF-1.4\n"

func (f *finisher) classic() []byte {
	b := []byte(archiveHeader + binaryMark)
	offsets := make([]int, len(f.objects))
	for n := 1; n < len(f.objects); n++ {
		offsets[n] = len(b)
		b = appendObject(b, n, f.objects[n])
	}
	f.trailer["ID"] = identify(b)
	f.trailer["Size"] = integer(len(f.objects))
	start := len(b)
	b = fmt.Appendf(b, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects))
	for _, o := range offsets[1:] {
		b = fmt.Appendf(b, "%010d 00000 n \n", o)
	}
	b = append(writeDict(append(b, "trailer\n"...), f.trailer), '\n')
	return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", start)
}

// streamed is how many bytes the streams of the file have.
func (f *finisher) streamed() (size int) {
	for _, v := range f.objects {
		if s, ok := v.(stream); ok {
			size += len(s.data)
		}
	}
	return size
}

// perObjectStream is how many objects are packed together.
const perObjectStream = 200

// packed writes objects without data into object streams (ISO 32000-1, 7.5.7).
func (f *finisher) packed() []byte {
	b := make([]byte, 0, f.streamed()*3/2) // the other objects take less than half of that
	header, sealed := "%PDF-1.7\n", func(s stream) stream { return s }
	if f.lock != nil {
		header, sealed = lockedHeader, f.lock.sealObject
	}
	b = append(b, header+binaryMark...)
	rows := make([][3]int, len(f.objects)) // kind, offset or stream, index
	rows[0] = [3]int{0, 0, 65535}
	var plain []int
	for n := 1; n < len(f.objects); n++ {
		s, ok := f.objects[n].(stream)
		if !ok {
			plain = append(plain, n)
			continue
		}
		rows[n] = [3]int{1, len(b), 0}
		b = appendObject(b, n, sealed(s))
	}
	var index, body []byte
	for len(plain) > 0 {
		group := plain[:min(len(plain), perObjectStream)]
		plain = plain[len(group):]
		index, body = index[:0], body[:0]
		self := len(rows)
		for i, n := range group {
			rows[n] = [3]int{2, self, i}
			index = append(strconv.AppendInt(index, int64(n), 10), ' ')
			index = append(strconv.AppendInt(index, int64(len(body)), 10), ' ')
			body = append(write(body, f.objects[n]), '\n')
		}
		first := len(index)
		index = append(index, body...)
		data := deflate(index)
		rows = append(rows, [3]int{1, len(b), 0})
		b = appendObject(b, self, sealed(stream{dict{
			"Type": name("ObjStm"), "N": integer(len(group)), "First": integer(first),
			"Filter": name("FlateDecode"), "Length": integer(len(data)),
		}, data}))
	}
	if f.lock != nil { // what is needed to open the file is not sealed
		f.trailer["Encrypt"] = ref(len(rows))
		rows = append(rows, [3]int{1, len(b), 0})
		b = appendObject(b, len(rows)-1, f.lock.dict)
	}
	start, self := len(b), len(rows)
	rows = append(rows, [3]int{1, start, 0})
	var table []byte
	for _, r := range rows {
		table = append(table, byte(r[0]))
		table = binary.BigEndian.AppendUint32(table, uint32(r[1]))
		table = binary.BigEndian.AppendUint16(table, uint16(r[2]))
	}
	table = deflate(table)
	d := f.trailer
	d["Type"], d["W"] = name("XRef"), array{integer(1), integer(4), integer(2)}
	d["ID"], d["Size"] = identify(b), integer(len(rows))
	d["Filter"], d["Length"] = name("FlateDecode"), integer(len(table))
	b = appendObject(b, self, stream{d, table})
	return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", start)
}
