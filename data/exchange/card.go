package exchange

import (
	"bytes"
	"crypto/ed25519"
	"encoding/pem"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"filippo.io/age"

	"travaux/data"
	"travaux/data/change"
)

// Codes of a card that cannot be used.
const (
	CodeNoCard      data.Code = "exchange.no-card"      // the file is no card of a laptop
	CodeCardAltered data.Code = "exchange.card-altered" // the card is not as its laptop signed it
)

// CardEnding is what names of card files end with.
const CardEnding = ".travaux-card"

// Card is how a laptop introduces itself to the head of delegation: who works at
// it, in which role the person would like to, and its two public keys. Nothing in
// it is secret. That it came unaltered is known only when its fingerprint was
// compared by voice or eye.
type Card struct {
	V         uint8     `cbor:"1,keyasint"`
	Person    string    `cbor:"2,keyasint"`
	Laptop    string    `cbor:"3,keyasint"`
	Role      data.Role `cbor:"4,keyasint,omitempty"` // wished; the head decides
	Sign      []byte    `cbor:"5,keyasint"`           // Ed25519 public key
	Recipient string    `cbor:"6,keyasint"`           // age, post-quantum hybrid
	Made      time.Time `cbor:"7,keyasint"`

	signature []byte
}

const (
	cardVersion = 1
	cardSigned  = "travaux/card/v1\x00" // before what a card's signature covers
	cardBlock   = "TRAVAUX LAPTOP"
	maxCard     = 64 << 10
	maxName     = 200 // runes of a person's or laptop's name
)

// NewCard makes the card of the laptop with those keys. sign signs with the
// laptop's own key. A name that is empty, longer than 200 characters or holds
// control characters is refused with data.CodeInput.
func NewCard(person, laptop string, role data.Role, key ed25519.PublicKey, recipient string, made time.Time, sign func([]byte) []byte) (Card, error) {
	c := Card{
		V: cardVersion, Person: strings.TrimSpace(person), Laptop: strings.TrimSpace(laptop), Role: role,
		Sign: key, Recipient: recipient, Made: made.UTC().Truncate(time.Second),
	}
	if !isName(c.Person) {
		return Card{}, data.E(data.CodeInput, "what", "person")
	}
	if !isName(c.Laptop) {
		return Card{}, data.E(data.CodeInput, "what", "laptop")
	}
	c.signature = sign(c.content())
	return c, c.check()
}

func (c Card) content() []byte { return append([]byte(cardSigned), change.Marshal(c)...) }

// check proves that the card is its laptop's own.
func (c Card) check() error {
	_, err := age.ParseHybridRecipient(c.Recipient)
	switch {
	case c.V > cardVersion:
		return data.E(change.CodeNewer)
	case c.V != cardVersion || !isName(c.Person) || !isName(c.Laptop) || err != nil ||
		len(c.Sign) != ed25519.PublicKeySize || c.Role != "" && !slices.Contains(data.Roles, c.Role):
		return data.E(CodeNoCard)
	case !ed25519.Verify(c.Sign, c.content(), c.signature):
		return data.E(CodeCardAltered)
	}
	return nil
}

// isName reports whether a name can be shown in a line without disturbing it.
func isName(s string) bool {
	return s != "" && utf8.ValidString(s) && utf8.RuneCountInString(s) <= maxName && strings.TrimSpace(s) == s &&
		!strings.ContainsFunc(s, func(r rune) bool {
			return unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x2028 || r == 0x2029
		})
}

// Device names the laptop in the log.
func (c Card) Device() change.DeviceID { return change.DeviceOf(c.Sign) }

// WriteCard writes a card as text that survives mail.
func WriteCard(w io.Writer, c Card) error {
	block := &pem.Block{Type: cardBlock, Bytes: append(change.Marshal(c), c.signature...)}
	if _, err := w.Write(pem.EncodeToMemory(block)); err != nil {
		return data.E(data.CodeFile).Because(err)
	}
	return nil
}

// ReadCard reads a card back and proves it. Text around it, as mail adds, is
// passed over. Errors are CodeNoCard, CodeCardAltered, change.CodeNewer and
// data.CodeFile.
func ReadCard(r io.Reader) (Card, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxCard+1))
	if err != nil {
		return Card{}, data.E(data.CodeFile).Because(err)
	}
	if len(text) > maxCard {
		return Card{}, data.E(CodeNoCard)
	}
	block, _ := pem.Decode(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))
	if block == nil || block.Type != cardBlock || len(block.Bytes) <= ed25519.SignatureSize {
		return Card{}, data.E(CodeNoCard)
	}
	var c Card
	end := len(block.Bytes) - ed25519.SignatureSize
	if change.Unmarshal(block.Bytes[:end], &c) != nil {
		return Card{}, data.E(CodeNoCard)
	}
	c.signature = block.Bytes[end:]
	if c.V <= cardVersion && !bytes.Equal(change.Marshal(c), block.Bytes[:end]) {
		return Card{}, data.E(CodeCardAltered)
	}
	if err := c.check(); err != nil {
		return Card{}, err
	}
	return c, nil
}
