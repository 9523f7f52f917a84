package pdf

import (
	"encoding/binary"
	"errors"
	"io"
)

// Kinds of messages of the child.
const (
	sayProgress byte = 'p' // JSON: pages done, pages in all
	saySource   byte = 's' // JSON: the text; the last word
	sayRefused  byte = 'r' // a code; the last word
)

// message is one from the child: its kind, the length of its body in four
// bytes, and the body.
type message struct {
	kind byte
	body []byte
}

var errLong = errors.New("message too long")

func readMessage(from io.Reader) (message, error) {
	var head [5]byte
	if _, err := io.ReadFull(from, head[:]); err != nil {
		return message{}, err
	}
	n := binary.BigEndian.Uint32(head[1:])
	if n > maxReply {
		return message{}, errLong
	}
	m := message{kind: head[0], body: make([]byte, n)}
	_, err := io.ReadFull(from, m.body)
	return m, err
}

func writeMessage(to io.Writer, kind byte, body []byte) error {
	if len(body) > maxReply {
		return errLong
	}
	head := append([]byte{kind}, 0, 0, 0, 0)
	binary.BigEndian.PutUint32(head[1:], uint32(len(body)))
	_, err := to.Write(append(head, body...))
	return err
}
