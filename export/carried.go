package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"io"

	"travaux/data"
)

// CodeCarriesNothing is the code of the error that a file carries nothing it
// could be made again from: it is no paper of this program, or is damaged there.
const CodeCarriesNothing data.Code = "proof.nothing"

// Names of how a paper says what it is made from: one that is set as usual, and one
// that is set as a template has it. Another version gets another name; these are
// never written otherwise.
const (
	manifestFormat  = "travaux position paper 1"
	manifestDressed = "travaux position paper 2"
)

// manifest is what a paper carries, as JSON: anybody can read it. It holds the
// public values that the paper is made from and nothing else.
type manifest struct {
	Format string
	Brief  data.PublicBrief
	Dress  *Dress `json:",omitempty"` // of manifestDressed only
}

// Manifest is what the laptop that makes a paper signs (data.NamespacePaper):
// everything the paper is made from but the signature itself. The same brief in the
// same dress always gives the same bytes.
func Manifest(brief data.PublicBrief, dress Dress) []byte {
	brief.Signature = nil
	return written(brief, dress)
}

// PaperDigest is the fingerprint of a paper: of its Manifest.
func PaperDigest(brief data.PublicBrief, dress Dress) [32]byte {
	return sha256.Sum256(Manifest(brief, dress))
}

func written(brief data.PublicBrief, dress Dress) []byte {
	out := encoded(brief, dress)
	if bytes.Contains(out, []byte(replaced)) {
		if back, dress, err := read(out); err == nil {
			return encoded(back, dress)
		}
	}
	return out
}

// replaced is how JSON writes bytes that are no letters. Read back they are a
// letter, and that is written otherwise.
const replaced = `\ufffd`

func encoded(brief data.PublicBrief, dress Dress) []byte {
	m := manifest{Format: manifestFormat, Brief: brief}
	if !dress.plain() {
		m.Format, m.Dress = manifestDressed, &dress
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(m); err != nil {
		panic(err) // strings, numbers and bytes always can be written
	}
	return b.Bytes()
}

// carry returns what a paper carries, and the brief and the dress as they are read
// back from there: the paper is made from nothing else.
func carry(brief data.PublicBrief, dress Dress) (data.PublicBrief, Dress, []byte) {
	carried := written(brief, dress)
	back, worn, err := read(carried)
	if err != nil {
		panic(err)
	}
	return back, worn, carried
}

func read(carried []byte) (data.PublicBrief, Dress, error) {
	var m manifest
	d := json.NewDecoder(bytes.NewReader(carried))
	d.DisallowUnknownFields()
	err := d.Decode(&m)
	if err != nil || m.Format != manifestFormat && m.Format != manifestDressed || (m.Dress != nil) != (m.Format == manifestDressed) {
		return m.Brief, Dress{}, data.E(CodeCarriesNothing).Because(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return m.Brief, Dress{}, data.E(CodeCarriesNothing)
	}
	if m.Dress == nil {
		return m.Brief, Dress{}, nil
	}
	return m.Brief, *m.Dress, nil
}

// Remade is the paper that carries those bytes, and what it is made from. It
// accepts only what a paper of this program carries, in a dress that a template can
// have: CodeCarriesNothing else.
func Remade(carried []byte) (Document, data.PublicBrief, Dress, error) {
	brief, dress, err := read(carried)
	if err != nil {
		return Document{}, brief, dress, err
	}
	worn := dress.template(positionKind, brief.Lang)
	worn.Name = positionKind
	if err := worn.Check(); err != nil {
		return Document{}, brief, dress, data.E(CodeCarriesNothing).Because(err)
	}
	if _, known := data.ParseLang(string(brief.Lang)); !known || !bytes.Equal(written(brief, dress), carried) {
		return Document{}, brief, dress, data.E(CodeCarriesNothing)
	}
	return PositionDressed(brief, dress), brief, dress, nil
}
