package exchange

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"hash"

	"travaux/data"
	"travaux/data/change"
)

// Ending is what names of bundle files end with.
const Ending = ".tbx"

// Codes of a bundle that cannot be taken in. None of them changes anything.
const (
	CodeNoBundle         data.Code = "exchange.no-bundle"         // the file is no bundle
	CodeIncomplete       data.Code = "exchange.incomplete"        // its end is missing
	CodeAltered          data.Code = "exchange.altered"           // it is not as its laptop sealed it
	CodeForeign          data.Code = "exchange.foreign"           // it is sealed for other laptops
	CodePassphraseWanted data.Code = "exchange.passphrase-wanted" // it is sealed with a passphrase, and none was given
	CodePassphrase       data.Code = "exchange.passphrase"        // the passphrase is not the one it was sealed with
	CodeNobody           data.Code = "exchange.nobody"            // a bundle for nobody
)

// A bundle is an age file, sealed for the laptops it is addressed to or, apart
// from them, with a passphrase. In it:
//
//	prelude: magic 8 | format 4 | length of the header 4 | length of all of this 8
//	header:  CBOR, then zeros up to a whole number of chunks of age
//	changes: length 4, bytes; as many as the header says, of each laptop in order
//	files:   the bytes of each, in the order and the size the header says
//	seal:    Ed25519 by the sending laptop over a domain and the SHA-256 of all before it
//
// The header fills age's first chunk, so that a file that was cut can be told
// from one that was altered: every whole one says how long it is in a chunk that
// is never its last.
const (
	bundleMagic   = "TRAVAUXB"
	bundleFormat  = 1
	bundleSigned  = "travaux/bundle/v1\x00"
	preludeSize   = 24
	chunkSize     = 64 << 10 // of age's payload
	maxHeader     = 8 << 20
	maxChange     = 1 << 20
	maxBundleFile = 512 << 20
)

// Header is what a bundle says of itself.
type Header struct {
	V           uint8             `cbor:"1,keyasint"`
	ID          data.ID           `cbor:"2,keyasint"`            // of this bundle
	Negotiation data.ID           `cbor:"3,keyasint"`            //
	Key         []byte            `cbor:"4,keyasint"`            // of the sending laptop, Ed25519
	Recipient   string            `cbor:"5,keyasint"`            // of the sending laptop, age
	Made        change.HLC        `cbor:"6,keyasint"`            // by the sending laptop's clock
	To          []change.DeviceID `cbor:"7,keyasint,omitempty"`  // none: whoever has the passphrase
	Holds       []Span            `cbor:"8,keyasint,omitempty"`  // the changes in it, by laptop
	Files       []File            `cbor:"9,keyasint,omitempty"`  // the files in it
	Receipt     Receipt           `cbor:"10,keyasint"`           // what the sending laptop has
	Heard       []Heard           `cbor:"11,keyasint,omitempty"` // what it knows others to have
}

// Span is a run of changes of one laptop, without gaps.
type Span struct {
	_           struct{} `cbor:",toarray"`
	Device      change.DeviceID
	First, Last uint64
}

// File is a file that changes refer to by its SHA-256.
type File struct {
	_    struct{} `cbor:",toarray"`
	Sum  [32]byte
	Size uint64
}

// Receipt says what a laptop has: of each laptop the number of the last change,
// and the files. With it the others know what they need not send again.
type Receipt struct {
	_     struct{} `cbor:",toarray"`
	Have  []Span   // First is always 1
	Files [][32]byte
}

// Heard is the latest receipt of another laptop, passed on: two that never meet
// still learn what the other has.
type Heard struct {
	_       struct{} `cbor:",toarray"`
	Device  change.DeviceID
	Made    change.HLC // by that laptop's clock
	Receipt Receipt
}

// Has returns the number of the last change of a laptop that the receipt tells of.
func (r Receipt) Has(device change.DeviceID) uint64 {
	for _, s := range r.Have {
		if s.Device == device {
			return s.Last
		}
	}
	return 0
}

// From names the sending laptop.
func (h Header) From() change.DeviceID { return change.DeviceOf(h.Key) }

// Fingerprint returns the sending laptop's, as on its card.
func (h Header) Fingerprint() []string { return Fingerprint(h.Key, h.Recipient) }

// Count is how many changes the bundle holds.
func (h Header) Count() int {
	n := 0
	for _, s := range h.Holds {
		n += int(s.Last - s.First + 1)
	}
	return n
}

// Bundle is a bundle that was read to its end and holds together: its seal is the
// sending laptop's, and in it every laptop's changes follow each other. Whether
// that laptop is known, and whether the changes continue what is here, is for
// those to say who keep them.
type Bundle struct {
	Header
	Changes []change.Change
	Files   map[[32]byte][]byte
}

// valid checks what a header says against itself.
func (h Header) valid() bool {
	if h.V != bundleFormat || len(h.Key) != ed25519.PublicKeySize || h.ID.IsZero() {
		return false
	}
	seen := map[change.DeviceID]bool{}
	for _, s := range h.Holds {
		if s.First == 0 || s.Last < s.First || s.Last-s.First >= 1<<32 || seen[s.Device] {
			return false
		}
		seen[s.Device] = true
	}
	for _, f := range h.Files {
		if f.Size > maxBundleFile {
			return false
		}
	}
	return true
}

// prelude is what a bundle begins with: how long its header and all of it are.
func prelude(header int, total uint64) []byte {
	b := append(make([]byte, 0, preludeSize), bundleMagic...)
	b = binary.BigEndian.AppendUint32(b, bundleFormat)
	b = binary.BigEndian.AppendUint32(b, uint32(header))
	return binary.BigEndian.AppendUint64(b, total)
}

// body is where the changes begin.
func bodyAt(header int) int {
	return (preludeSize + header + chunkSize - 1) / chunkSize * chunkSize
}

// sealed is what the sending laptop signs.
func sealed(sum hash.Hash) []byte { return sum.Sum([]byte(bundleSigned)) }

// encryptedSize is how long an age file is whose header has that length.
func encryptedSize(header int, plain uint64) uint64 {
	const nonce, tag = 16, 16
	return uint64(header) + nonce + plain + (plain+chunkSize-1)/chunkSize*tag
}

func newSum() hash.Hash { return sha256.New() }
