package translations

import (
	"bytes"
	"encoding/json"
	"path"
	"sync"
)

// index knows where in the catalogue's files each id stands. Its texts are decoded
// when they are asked for: a program says a few hundred of four thousand, and
// decoding all in six languages took longer than writing a paper of ten pages.
type index struct {
	places map[string][]byte // by id: its texts as the file has them

	mu    sync.Mutex
	known map[string]map[string]message // by id: those decoded
}

var indexed = sync.OnceValue(func() *index {
	x := &index{places: map[string][]byte{}, known: map[string]map[string]message{}}
	files, err := catalogueFiles.ReadDir("catalogue")
	if err != nil {
		return x
	}
	for _, f := range files {
		if f.Name() == toolkitFile {
			continue
		}
		if b, err := catalogueFiles.ReadFile(path.Join("catalogue", f.Name())); err == nil {
			x.read(b)
		}
	}
	return x
})

// read notes the members of an object. A broken file costs its own ids only, from
// where it is broken; a test reports it.
func (x *index) read(b []byte) {
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
		if x.places[id] == nil {
			x.places[id] = b[from:at]
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
	if place := x.places[id]; place != nil && json.Unmarshal(place, &texts) != nil {
		texts = nil
	}
	if x.known != nil {
		x.known[id] = texts
	}
	return texts
}
