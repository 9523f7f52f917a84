package vault

import (
	"context"
	"crypto/sha256"
	"encoding/binary"

	"travaux/data"
)

// pieceSize is how a file is cut: the store is at its best with small values.
const pieceSize = 256 << 10

// piece is a part of a file: file 32 | number 4 | count 4 | content.
type piece struct {
	file          [32]byte
	number, count uint32
	content       []byte
}

func (p piece) encode() []byte {
	b := append(make([]byte, 0, 40+len(p.content)), p.file[:]...)
	b = binary.BigEndian.AppendUint32(b, p.number)
	b = binary.BigEndian.AppendUint32(b, p.count)
	return append(b, p.content...)
}

func decodePiece(b []byte) (piece, error) {
	if len(b) < 40 {
		return piece{}, data.E(CodeStore)
	}
	p := piece{
		file: [32]byte(b[:32]), number: binary.BigEndian.Uint32(b[32:]),
		count: binary.BigEndian.Uint32(b[36:]), content: b[40:],
	}
	if p.number >= p.count || len(p.content) > pieceSize {
		return piece{}, data.E(CodeStore)
	}
	return p, nil
}

// PutBlob keeps a file (the source of a revision) and returns its SHA-256, by
// which Blob finds it. It is on the disk when PutBlob returns. Keeping the
// same content twice costs nothing.
func (v *Vault) PutBlob(ctx context.Context, content []byte) ([32]byte, error) {
	sum := sha256.Sum256(content)
	if err := ctx.Err(); err != nil {
		return sum, data.E(data.CodeCancelled).Because(err)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.writable(); err != nil {
		return sum, err
	}
	if old, err := v.store.kv.get(v.keys.pieceKey(sum, 0)); err != nil || old != nil {
		return sum, err
	}
	count := uint32(max(1, (len(content)+pieceSize-1)/pieceSize))
	b := v.store.begin()
	var payloads [][]byte
	for n := range count {
		rest := content[int(n)*pieceSize:]
		p := piece{sum, n, count, rest[:min(len(rest), pieceSize)]}
		if err := b.piece(p); err != nil {
			return sum, err
		}
		payloads = append(payloads, append([]byte{framePiece, frameLast}, p.encode()...))
	}
	return sum, v.confirm(b, payloads)
}

// Blob returns the file with that SHA-256; data.CodeNotFound if the vault has
// none.
func (v *Vault) Blob(sum [32]byte) ([]byte, error) {
	done, err := v.reading()
	if err != nil {
		return nil, err
	}
	defer done()
	var content []byte
	for n, count := uint32(0), uint32(1); n < count; n++ {
		value, err := v.store.kv.get(v.keys.pieceKey(sum, n))
		if err != nil {
			return nil, err
		}
		if value == nil {
			return nil, data.E(data.CodeNotFound, "what", "file")
		}
		p, err := decodePiece(value)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			count = p.count
			content = make([]byte, 0, len(p.content)*int(min(count, 4096)))
		}
		content = append(content, p.content...)
	}
	if sha256.Sum256(content) != sum {
		return nil, data.E(CodeStore)
	}
	return content, nil
}
