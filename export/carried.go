package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"io"

	"travaux/data"
	"travaux/translations"
)

// CodeCarriesNothing is the code of the error that a file carries nothing it
// could be made again from: it is no paper of this program, or is damaged there.
const CodeCarriesNothing data.Code = "proof.nothing"

// manifestFormat is how a paper says what it is made from. Another version
// gets another name; this one is never written otherwise.
const manifestFormat = "travaux position paper 1"

// manifest is what a paper carries, as JSON: anybody can read it. It holds the
// public values that the paper is made from and nothing else.
type manifest struct {
	Format string
	Brief  data.PublicBrief
}

// Manifest is what the laptop that makes a paper signs (data.NamespacePaper):
// everything the paper is made from but the signature itself. The same brief
// always gives the same bytes.
func Manifest(brief data.PublicBrief) []byte {
	brief.Signature = nil
	return written(brief)
}

// PaperDigest is the fingerprint of a paper: of its Manifest.
func PaperDigest(brief data.PublicBrief) [32]byte { return sha256.Sum256(Manifest(brief)) }

func written(brief data.PublicBrief) []byte {
	out := encoded(brief)
	if bytes.Contains(out, []byte(replaced)) {
		if back, err := read(out); err == nil {
			return encoded(back)
		}
	}
	return out
}

// replaced is how JSON writes bytes that are no letters. Read back they are a
// letter, and that is written otherwise.
const replaced = `\ufffd`

func encoded(brief data.PublicBrief) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(manifest{manifestFormat, brief}); err != nil {
		panic(err) // strings, numbers and bytes always can be written
	}
	return b.Bytes()
}

// carry returns what a paper carries, and the brief as it is read back from
// there: the paper is made from nothing else.
func carry(brief data.PublicBrief) (data.PublicBrief, []byte) {
	carried := written(brief)
	back, err := read(carried)
	if err != nil {
		panic(err)
	}
	return back, carried
}

func read(carried []byte) (data.PublicBrief, error) {
	var m manifest
	d := json.NewDecoder(bytes.NewReader(carried))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil || m.Format != manifestFormat {
		return m.Brief, data.E(CodeCarriesNothing).Because(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return m.Brief, data.E(CodeCarriesNothing)
	}
	return m.Brief, nil
}

// Remade is the paper that carries those bytes, and what it is made from. It
// accepts only what a paper of this version carries: CodeCarriesNothing else.
func Remade(carried []byte) (Document, data.PublicBrief, error) {
	brief, err := read(carried)
	if err != nil {
		return Document{}, brief, err
	}
	if _, known := data.ParseLang(string(brief.Lang)); !known || !bytes.Equal(written(brief), carried) {
		return Document{}, brief, data.E(CodeCarriesNothing)
	}
	return PositionPaper(brief, translations.New(string(brief.Lang))), brief, nil
}
