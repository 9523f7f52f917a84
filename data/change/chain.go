package change

import (
	"crypto/ed25519"

	"travaux/data"
)

// Codes of changes that do not continue their device's chain.
const (
	CodeGap  data.Code = "change.gap"  // earlier changes of the device are missing
	CodeFork data.Code = "change.fork" // the device has told two different stories
)

// KindDevice is the kind of the entity that OpDevice describes.
const KindDevice = "device"

// DeviceBody is the body of OpDevice.
type DeviceBody struct {
	Key  []byte `cbor:"1,keyasint"` // Ed25519 public key
	Name string `cbor:"2,keyasint,omitempty"`
}

// Announce returns the write every chain begins with.
func Announce(key ed25519.PublicKey, name string) Write {
	device := DeviceOf(key)
	w := Write{Kind: KindDevice, Op: OpDevice, Body: Marshal(DeviceBody{Key: key, Name: name})}
	copy(w.Entity[:], device[:])
	return w
}

// Chain is what must be known of a device to accept its next change.
type Chain struct {
	_    struct{} `cbor:",toarray"`
	Link Link
	Key  []byte // public key, from the device's first change
	Time HLC    // of its latest change
}

// Has reports whether the chain already holds a change of that number.
func (c Chain) Has(seq uint64) bool { return seq <= c.Link.Seq }

// Extend checks that the change is the chain's next one and moves the chain
// on. Only the first change's signature is checked here: as every change
// names the hash of the one before it, the signature of the latest change
// vouches for all. The caller checks that one with Change.Verify(Key).
func (c *Chain) Extend(next Change) error {
	switch {
	case next.Seq > c.Link.Seq+1:
		return data.E(CodeGap)
	case next.Seq <= c.Link.Seq || next.Prev != c.Link.Hash || next.Time <= c.Time:
		return data.E(CodeFork)
	}
	if next.Seq == 1 {
		var body DeviceBody
		if next.Op != OpDevice || Unmarshal(next.Body, &body) != nil {
			return data.E(CodeMalformed)
		}
		if err := next.Verify(body.Key); err != nil {
			return err
		}
		c.Key = body.Key
	}
	c.Link, c.Time = next.Link(), next.Time
	return nil
}

// Cut is the body of OpCut, whose entity is the device that is removed.
type Cut struct {
	_    struct{} `cbor:",toarray"`
	Last uint64   // number of its last change that counts
}
