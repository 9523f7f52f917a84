package desk

import (
	"encoding/base64"
	"maps"
	"slices"
	"time"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/exchange"
)

// Receipts are settings of the laptop, not acts of the negotiation: what others
// are known to have, and what was sent to them last.
const (
	scratchReceipt = "exchange/receipt/" // and the device: an exchange.Heard
	scratchSent    = "exchange/sent/"    // and the device: an exchange.Heard, of what it will have
)

// Holding is what another laptop is known to have.
type Holding struct {
	Peer
	Heard  time.Time // when it made the receipt that is known; zero: it never told
	Sent   time.Time // when something was last packed for it; zero: never
	Behind int       // changes here that it has not confirmed
	OnWay  int       // of these, what was packed for it
}

// Missing are changes that exist, as another laptop told, and are not here.
type Missing struct {
	Of       Peer
	From, To uint64 // numbers of that laptop's changes
}

// Holdings says who has what: of every other laptop of the delegation how far it
// is known to be, those that lack most first.
func (d *Desk) Holdings() []Holding {
	heads := d.store.Heads()
	own := change.DeviceOf(d.store.SigningKey())
	var out []Holding
	for _, l := range d.peers() {
		if l.Device == own || l.Removed {
			continue
		}
		h := Holding{Peer: l}
		has, ok := d.note(scratchReceipt, l.Device)
		if ok {
			h.Heard = has.Made.Time()
		}
		sent, packed := d.note(scratchSent, l.Device)
		if packed {
			h.Sent = sent.Made.Time()
		}
		for _, k := range heads {
			h.Behind += int(beyond(k.Link.Seq, has.Receipt.Has(k.Device)))
			if packed {
				h.OnWay += int(beyond(min(sent.Receipt.Has(k.Device), k.Link.Seq), has.Receipt.Has(k.Device)))
			}
		}
		out = append(out, h)
	}
	slices.SortStableFunc(out, func(a, b Holding) int { return b.Behind - a.Behind })
	return out
}

func beyond(last, has uint64) uint64 {
	if last <= has {
		return 0
	}
	return last - has
}

// Missing lists the changes that others have told of and that are not here.
func (d *Desk) Missing() []Missing {
	here, told := map[change.DeviceID]uint64{}, map[change.DeviceID]uint64{}
	for _, k := range d.store.Heads() {
		here[k.Device] = k.Link.Seq
		if k.Cut != nil {
			here[k.Device] = max(k.Link.Seq, k.Cut.Last)
		}
	}
	all := d.peers()
	for _, l := range all {
		has, _ := d.note(scratchReceipt, l.Device)
		for _, s := range has.Receipt.Have {
			told[s.Device] = max(told[s.Device], s.Last)
		}
	}
	var out []Missing
	for _, l := range all {
		if n := told[l.Device]; n > here[l.Device] && !l.Removed {
			out = append(out, Missing{l, here[l.Device] + 1, n})
		}
	}
	return out
}

// note reads what is noted of a laptop.
func (d *Desk) note(prefix string, device change.DeviceID) (x exchange.Heard, ok bool) {
	packed, err := base64.StdEncoding.DecodeString(d.store.Scratch(prefix + device.String()))
	if err != nil || len(packed) == 0 || change.Unmarshal(packed, &x) != nil {
		return exchange.Heard{}, false
	}
	return x, true
}

func (d *Desk) setNote(prefix string, x exchange.Heard) error {
	return d.store.SetScratch(prefix+x.Device.String(), base64.StdEncoding.EncodeToString(change.Marshal(x)))
}

// newer reports whether a bundle tells more of what its sender has than is known.
func (d *Desk) newer(h exchange.Header) bool {
	known, ok := d.note(scratchReceipt, h.From())
	return !ok || h.Made > known.Made
}

// heard notes the receipts of a bundle, each unless a later one is known. A
// laptop that was restored from an old copy has less than it told before: its
// later word counts.
func (d *Desk) heard(h exchange.Header) error {
	own := change.DeviceOf(d.store.SigningKey())
	all := append([]exchange.Heard{{Device: h.From(), Made: h.Made, Receipt: h.Receipt}}, h.Heard...)
	for _, x := range all {
		if known, ok := d.note(scratchReceipt, x.Device); x.Device == own || ok && known.Made >= x.Made {
			continue
		}
		if err := d.setNote(scratchReceipt, x); err != nil {
			return err
		}
	}
	return nil
}

// receipt is what this laptop has.
func (d *Desk) receipt() exchange.Receipt {
	var r exchange.Receipt
	for _, k := range d.store.Heads() {
		if k.Link.Seq > 0 {
			r.Have = append(r.Have, exchange.Span{Device: k.Device, First: 1, Last: k.Link.Seq})
		}
	}
	held := map[[32]byte]bool{}
	for _, sum := range d.store.Blobs() {
		held[sum] = true
	}
	for _, sum := range d.files() {
		if held[sum] {
			r.Files = append(r.Files, sum)
		}
	}
	return r
}

// files are the source files of the revisions. Files of other kinds of record are
// not carried: they may be for fewer readers than the bundle has.
func (d *Desk) files() [][32]byte {
	sums := map[[32]byte]bool{}
	for _, r := range slices.Concat(d.Revisions(), d.Beside()) {
		for _, s := range r.Sources {
			sums[s.SHA256] = true
		}
	}
	return slices.SortedFunc(maps.Keys(sums), func(a, b [32]byte) int { return slices.Compare(a[:], b[:]) })
}

// fileOf is the source file that a change of a revision names.
func fileOf(c change.Change) (sum [32]byte, ok bool) {
	var s data.Source
	if c.Kind != kindRevision || len(c.Field) <= len(fieldSource) || c.Field[:len(fieldSource)+1] != fieldSource+"/" ||
		c.Op == change.OpTombstone || change.Unmarshal(c.Body, &s) != nil {
		return sum, false
	}
	return s.SHA256, true
}
