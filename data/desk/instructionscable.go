package desk

import (
	"context"
	"crypto/sha256"
	"strconv"

	"travaux/data"
	"travaux/data/change"
)

// CableMost is how many bytes a cable may have: what is kept of it lies in the
// log, sealed to those who may read it, and travels to every laptop.
const CableMost = 8 << 20

const fieldPiece = "piece" // with "/number", of a cable's file

// RecordCable keeps a cable as it came, and the instructions that were marked in
// it, as one act. The instructions are told which cable they are of; what they
// extract is theirs. Given the cable's identity, it adds instructions to one that
// is kept already.
//
// Codes: those of SetInstruction; CodeCableSize; CodeEmpty where nothing was
// marked.
func (d *Desk) RecordCable(ctx context.Context, c data.Cable, original []byte, list []data.Instruction) (data.Cable, error) {
	me := d.Me()
	var writes []change.Write
	switch kept, err := d.Cable(c.ID); {
	case len(list) == 0:
		return c, data.E(CodeEmpty)
	case err == nil:
		c = kept
	case !me.Role.MayInstruct():
		return c, data.E(data.CodeForbidden)
	case len(original) > CableMost || len(c.Text) > CableMost:
		return c, data.E(CodeCableSize, "size", strconv.Itoa(CableMost>>20))
	default:
		c.ID, c.Author, c.Time = data.NewID(), me.ID, now()
		c.Size, c.SHA256 = len(original), sha256.Sum256(original)
		c.Audience = data.Instruction{Audience: c.Audience}.ReadBy()
		writes = cableWrites(c, original)
	}
	for _, i := range list {
		i.Cable.Cable = c.ID
		if c.Audience == data.AudienceHead {
			i.Audience = c.Audience // a part is no less secret than the whole
		}
		_, more, err := d.instructionWrites(i)
		if err != nil {
			return c, err
		}
		writes = append(writes, more...)
	}
	return c, d.act(ctx, "act.cable", writes...)
}

// cableWrites are the writes that keep a cable: what it is, its text in pieces,
// and the file.
func cableWrites(c data.Cable, original []byte) []change.Write {
	text := c.Text
	c.Text = ""
	writes := []change.Write{forAudience(c.Audience, set(kindCable, root, c.ID, fieldBody, c))}
	add := func(kind string, content []byte) {
		for _, w := range pieceWrites(kind, c.ID, content) {
			writes = append(writes, forAudience(c.Audience, w))
		}
	}
	add(kindCable, []byte(text))
	if string(original) != text { // what was pasted is its own original
		add(kindCableFile, original)
	}
	return writes
}

func (d *Desk) foldCable(rec change.Record) error {
	var c data.Cable
	ok, err := field(rec, fieldBody, &c)
	if err != nil {
		return err
	}
	if !ok {
		d.cables.drop(rec.Entity)
		return nil
	}
	text, _, err := d.piecesFrom(rec)
	if err != nil {
		return err
	}
	c.Text = string(text)
	d.cables.put(rec.Entity, c, recorded(rec), false)
	return nil
}

// Cable returns a cable that the member at the laptop can read; else
// data.CodeNotFound.
func (d *Desk) Cable(id data.ID) (data.Cable, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	c, ok := d.cables.get(id)
	if !ok || !d.members[d.me].Role.Of(data.Instruction{Audience: c.Audience}.ReadBy()) {
		return data.Cable{}, data.E(data.CodeNotFound, "what", "cable")
	}
	return c, nil
}

// CableFile returns a cable as it came, byte for byte.
func (d *Desk) CableFile(id data.ID) ([]byte, error) {
	c, err := d.Cable(id)
	if err != nil {
		return nil, err
	}
	content, ok, err := d.pieces(kindCableFile, id)
	if err == nil && !ok {
		content = []byte(c.Text)
	}
	return content, err
}
