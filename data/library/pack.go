package library

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"

	"travaux/data"
)

// CodePack says that packed lines cannot be read.
const CodePack data.Code = "library.pack"

// packMark begins packed lines: a name, and the version of the form.
const packMark = "travaux-lines/1\n"

// unpackMost is how many bytes lines may have: more than any library of one work
// needs, and few enough for a laptop.
const unpackMost = 256 << 20

// Pack makes one file of the lines of a work in one language: after the mark,
// deflated, for each line its path, pointer and text, each with its length before
// it (an unsigned varint). The same lines give the same bytes.
func Pack(lines []Line) []byte {
	var out bytes.Buffer
	out.WriteString(packMark)
	w, _ := flate.NewWriter(&out, flate.BestCompression) // fails for an unknown level only
	var head []byte
	for _, l := range lines {
		for _, part := range []string{l.Path, l.Pointer, l.Text} {
			head = binary.AppendUvarint(head[:0], uint64(len(part)))
			_, _ = w.Write(head) // a buffer takes everything
			_, _ = io.WriteString(w, part)
		}
	}
	_ = w.Close()
	return out.Bytes()
}

// Unpack reads what Pack made; CodePack for anything else. The lines share one
// piece of memory.
func Unpack(packed []byte) ([]Line, error) {
	body, ours := bytes.CutPrefix(packed, []byte(packMark))
	if !ours {
		return nil, data.E(CodePack)
	}
	content, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(body)), unpackMost+1))
	if err != nil || len(content) > unpackMost {
		return nil, data.E(CodePack)
	}
	r := reader{rest: string(content)}
	var lines []Line
	for r.rest != "" && !r.bad {
		lines = append(lines, Line{Path: r.take(), Pointer: r.take(), Text: r.take()})
	}
	if r.bad {
		return nil, data.E(CodePack)
	}
	return lines, nil
}

// reader takes texts, each with its length before it, off the front of a text.
type reader struct {
	rest string
	bad  bool
}

func (r *reader) take() string {
	size, shift := uint64(0), 0
	for i := 0; i < len(r.rest) && shift < 35; i, shift = i+1, shift+7 {
		b := r.rest[i]
		size |= uint64(b&0x7F) << shift
		if b >= 0x80 {
			continue
		}
		rest := r.rest[i+1:]
		if size > uint64(len(rest)) {
			break
		}
		r.rest = rest[size:]
		return rest[:size]
	}
	r.bad, r.rest = true, ""
	return ""
}
