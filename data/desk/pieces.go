package desk

import (
	"encoding/binary"
	"strconv"

	"travaux/data"
	"travaux/data/change"
)

// What is too much for one change is divided into pieces; what is too much for one
// record of the vault lies on several sheets: the first under the identity of what
// it belongs to, the others in its scope.

const (
	pieceSize = 96 << 10 // bytes of one piece, which is one change
	sheetSize = 5        // pieces of one sheet, which is one record
)

func pieceField(n int) string { return fieldPiece + "/" + strconv.Itoa(n) }

// sheetOf is where a sheet of what belongs to an identity is kept.
func sheetOf(id data.ID, n int) (scope, entity data.ID) {
	if n == 0 {
		return root, id
	}
	entity = id
	last := entity[len(entity)-4:]
	binary.BigEndian.PutUint32(last, binary.BigEndian.Uint32(last)^uint32(n))
	return id, entity
}

// pieceWrites are the writes that keep content; there is one piece at least.
func pieceWrites(kind string, id data.ID, content []byte) (writes []change.Write) {
	for n := 0; n == 0 || len(content) > 0; n++ {
		piece := content[:min(len(content), pieceSize)]
		content = content[len(piece):]
		scope, entity := sheetOf(id, n/sheetSize)
		writes = append(writes, set(kind, scope, entity, pieceField(n), piece))
	}
	return writes
}

// pieces puts together what pieceWrites divided; there is false where nothing is.
func (d *Desk) pieces(kind string, id data.ID) (content []byte, there bool, err error) {
	rec, err := d.store.Record(kind, root, id)
	if data.CodeOf(err) == data.CodeNotFound {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	return d.piecesFrom(rec)
}

// piecesFrom is pieces for a caller that has read the first sheet. A vault of
// before there were sheets has all pieces on the first.
func (d *Desk) piecesFrom(rec change.Record) (content []byte, there bool, err error) {
	id := rec.Entity
	for n := 0; ; n++ {
		var piece []byte
		found, err := field(rec, pieceField(n), &piece)
		if err == nil && !found && n > 0 && n%sheetSize == 0 {
			scope, entity := sheetOf(id, n/sheetSize)
			if rec, err = d.store.Record(rec.Kind, scope, entity); data.CodeOf(err) == data.CodeNotFound {
				return content, true, nil
			}
			if err == nil {
				found, err = field(rec, pieceField(n), &piece)
			}
		}
		if err != nil || !found {
			return content, n > 0, err
		}
		content = append(content, piece...)
	}
}

// isSheet reports whether a change is to a further sheet of what the first says.
func isSheet(c change.Change) bool {
	return c.Scope != root && (c.Kind == kindSubmission || c.Kind == kindCable)
}
