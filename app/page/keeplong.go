package page

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
)

// pieceOf is how many bytes go into one kept text: it is written as base64.
const pieceOf = most / 4 * 3 / 2

// NoteLong keeps content of any size, a file perhaps, in pieces under keys of their
// own. It is meant to be written once: it is not divided by what changed.
func (k *Keep) NoteLong(key string, content []byte) {
	k.DropLong(key)
	n := 0
	for rest := content; len(rest) > 0; n++ {
		piece := rest[:min(len(rest), pieceOf)]
		rest = rest[len(piece):]
		k.Note(pieceKey(key, n), base64.StdEncoding.EncodeToString(piece))
	}
	k.Note(key, fmt.Sprintf("%d %x", n, sha256.Sum256(content)))
}

// ReadLong returns what NoteLong kept; ok is false where a piece is missing.
func (k *Keep) ReadLong(key string) (content []byte, ok bool) {
	n, sum, ok := k.pieces(key)
	for i := range n {
		text, _ := k.Read(pieceKey(key, i))
		piece, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			return nil, false
		}
		content = append(content, piece...)
	}
	return content, ok && sum == fmt.Sprintf("%x", sha256.Sum256(content))
}

// DropLong forgets what NoteLong kept.
func (k *Keep) DropLong(key string) {
	n, _, ok := k.pieces(key)
	for i := range n {
		k.Drop(pieceKey(key, i))
	}
	if ok {
		k.Drop(key)
	}
}

func (k *Keep) pieces(key string) (n int, sum string, ok bool) {
	head, ok := k.Read(key)
	if !ok {
		return 0, "", false
	}
	if _, err := fmt.Sscanf(head, "%d %s", &n, &sum); err != nil || n < 0 {
		return 0, "", false
	}
	return n, sum, true
}

func pieceKey(key string, n int) string { return fmt.Sprintf("%s/%d", key, n) }
