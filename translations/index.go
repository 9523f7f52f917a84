package translations

import (
	"bytes"
	"encoding/json"
	"io"
	"path"
	"sync"
)

// index knows where in the catalogue's files each id stands. Its texts are decoded
// when they are asked for: a program says a few hundred of four thousand, and
// decoding all in six languages took longer than writing a paper of ten pages.
type index struct {
	places map[string]place // by id

	mu    sync.Mutex
	known map[string]map[string]message // by id: those decoded
}

// place is where the texts of an id stand.
type place struct {
	file         io.ReaderAt
	from, length int
}

// someIDs is room for all that there are.
const someIDs = 6000

var indexed = sync.OnceValue(func() *index {
	x := &index{places: make(map[string]place, someIDs), known: map[string]map[string]message{}}
	files, err := catalogueFiles.ReadDir("catalogue")
	if err != nil {
		return x
	}
	var content bytes.Buffer // of one file after the other: none is kept
	for _, f := range files {
		if f.Name() == toolkitFile {
			continue
		}
		file, err := catalogueFiles.Open(path.Join("catalogue", f.Name()))
		if err != nil {
			continue
		}
		content.Reset()
		if _, err := content.ReadFrom(file); err == nil {
			x.read(content.Bytes(), file.(io.ReaderAt))
		}
	}
	return x
})

// read notes the members of the object in a file. A broken file costs its own ids only, from
// where it is broken; a test reports it.
func (x *index) read(b []byte, file io.ReaderAt) {
	at := bytes.IndexByte(b, '{') + 1
	for at > 0 {
		open := bytes.IndexByte(b[at:], '"')
		if open < 0 {
			return
		}
		at += open
		end := stringEnd(b, at)
		if end < 0 {
			return
		}
		id := string(b[at+1 : end-1])
		colon := bytes.IndexByte(b[end:], ':')
		if colon < 0 {
			return
		}
		from := end + colon + 1
		if at = objectEnd(b, from); at < 0 {
			return
		}
		if _, known := x.places[id]; !known {
			x.places[id] = place{file, from, at - from}
		}
	}
}

// stringEnd is behind the string that begins at from; -1 if it does not end.
func stringEnd(b []byte, from int) int {
	for at := from + 1; at < len(b); {
		i := bytes.IndexByte(b[at:], '"')
		if i < 0 {
			return -1
		}
		at += i + 1
		slashes := 0
		for b[at-2-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			return at
		}
	}
	return -1
}

// objectEnd is behind the object that begins at from or behind it; -1 if it does not
// end.
func objectEnd(b []byte, from int) int {
	depth := 0
	for at := from; at < len(b); at++ {
		switch b[at] {
		case '"':
			end := stringEnd(b, at)
			if end < 0 {
				return -1
			}
			at = end - 1
		case '{':
			depth++
		case '}':
			if depth--; depth <= 0 {
				return at + 1
			}
		}
	}
	return -1
}

func (x *index) has(id string) bool { return x.texts(id) != nil }

// texts are those of an id by language; nil for one that nobody knows. They are
// shared: do not write to them.
func (x *index) texts(id string) map[string]message {
	x.mu.Lock()
	defer x.mu.Unlock()
	texts, ok := x.known[id]
	if ok {
		return texts
	}
	if p, known := x.places[id]; known {
		words := make([]byte, p.length)
		if _, err := p.file.ReadAt(words, int64(p.from)); err != nil || json.Unmarshal(words, &texts) != nil {
			texts = nil
		}
	}
	if x.known != nil {
		x.known[id] = texts
	}
	return texts
}
