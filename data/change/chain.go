package change

import (
	"crypto/ed25519"
	"strconv"

	"travaux/data"
)

// Codes of changes that do not continue their device's chain.
const (
	CodeGap  data.Code = "change.gap"  // earlier changes of the device are missing; args "device", "from", "to"
	CodeFork data.Code = "change.fork" // the device has told two different stories; args "device", "number"
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
		return Gap(next.Device, c.Link.Seq+1, next.Seq-1)
	case next.Seq <= c.Link.Seq || next.Prev != c.Link.Hash || next.Time <= c.Time:
		return Fork(next.Device, next.Seq)
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

// Gap is the error that says which changes of a device are missing.
func Gap(device DeviceID, from, to uint64) error {
	return data.E(CodeGap, "device", device.String(), "from", strconv.FormatUint(from, 10), "to", strconv.FormatUint(to, 10))
}

// Fork is the error that says of which number a device told two stories.
func Fork(device DeviceID, number uint64) error {
	return data.E(CodeFork, "device", device.String(), "number", strconv.FormatUint(number, 10))
}

// Cut is the body of OpCut, whose entity is the device that is removed.
type Cut struct {
	_    struct{} `cbor:",toarray"`
	Last uint64   // number of its last change that counts
}

// fieldCut is a field of its own, so that the device's name stays beside it.
const fieldCut = "cut"

// Remove returns the write that removes a device: what it wrote after the
// change with the number last counts for nothing.
func Remove(device DeviceID, last uint64) Write {
	w := Write{Kind: KindDevice, Op: OpCut, Field: fieldCut, Body: Marshal(Cut{Last: last})}
	copy(w.Entity[:], device[:])
	return w
}

// CutOf returns which device a change removes and the number of its last
// change that counts; ok is false for any other change.
func CutOf(c Change) (device DeviceID, last uint64, ok bool) {
	var body Cut
	if c.Op != OpCut || c.Kind != KindDevice || c.Epoch != 0 || Unmarshal(c.Body, &body) != nil {
		return DeviceID{}, 0, false
	}
	return DeviceID(c.Entity[:8]), body.Last, true
}

// Known is what a laptop holds of a device's chain.
type Known struct {
	Device DeviceID
	Key    ed25519.PublicKey
	Link   Link
	Time   HLC  // of its latest change
	Cut    *Cut // nil: not removed
}

// Taken is what came of taking changes of other laptops in.
type Taken struct {
	New      []Change // those that were not known, bodies as in the log
	Reissued bool     // this laptop was an old copy and has a new identity, under which its own unsent changes were written anew
}
