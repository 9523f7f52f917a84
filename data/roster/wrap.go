package roster

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"

	"filippo.io/age"

	"travaux/data"
	"travaux/data/change"
)

// Wrapped is the key of an audience's epoch, sealed for one laptop.
type Wrapped struct {
	Audience string `cbor:"1,keyasint"`
	Epoch    uint32 `cbor:"2,keyasint"`
	Sealed   []byte `cbor:"3,keyasint"` // an age file
}

// Wrap seals a key for a laptop. The error is of data.CodeInput: the recipient is none.
func Wrap(audience string, epoch uint32, key []byte, recipient string) (Wrapped, error) {
	to, err := age.ParseHybridRecipient(recipient)
	if err != nil {
		return Wrapped{}, data.E(data.CodeInput, "what", "recipient")
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err == nil {
		_, err = w.Write(change.Marshal(content{Audience: audience, Epoch: epoch, Key: key}))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return Wrapped{}, data.E(data.CodeInternal).Because(err)
	}
	return Wrapped{audience, epoch, out.Bytes()}, nil
}

// content is what is sealed: a key cannot be passed off as that of another epoch.
type content struct {
	_        struct{} `cbor:",toarray"`
	Audience string
	Epoch    uint32
	Key      []byte
}

// maxContent is more than any content has.
const maxContent = 4 << 10

// Unwrap returns the key. open reads an age file that is sealed for this laptop.
func (w Wrapped) Unwrap(open func(io.Reader) (io.Reader, error)) ([]byte, error) {
	r, err := open(bytes.NewReader(w.Sealed))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(r, maxContent))
	var in content
	if err != nil || change.Unmarshal(text, &in) != nil || in.Audience != w.Audience || in.Epoch != w.Epoch {
		return nil, data.E(data.CodeInput, "what", "key")
	}
	return in.Key, nil
}

// NextEpoch numbers the epoch after the latest one of an audience. Two root
// laptops that begin one at the same time, out of touch, give it different
// numbers: the lower half is of the laptop's name.
func NextEpoch(latest uint32, device change.DeviceID) uint32 {
	return (latest>>16+1)<<16 | uint32(device[0])<<8 | uint32(device[1])
}

// KeyEntity is the identity of the record with the keys of an epoch.
func KeyEntity(audience string, epoch uint32) data.ID {
	sum := sha256.Sum256(change.Marshal([]any{"travaux/audience-key/v1", audience, epoch}))
	return data.ID(sum[:16])
}

// KeyField is the field of that record with the key for one laptop. It is named
// after what is sealed for, which a laptop keeps when it gets a new name.
func KeyField(recipient string) string {
	sum := sha256.Sum256([]byte(recipient))
	return "for/" + hex.EncodeToString(sum[:8])
}
