package desk

import (
	"context"
	"io"
	"slices"
	"time"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/exchange"
)

// Packed is what went into a bundle.
type Packed struct {
	Changes int
	Files   int
	To      []Peer // none: sealed with a passphrase
}

// Pack writes a bundle for those laptops: what any of them has not confirmed to
// have, so that it does not matter in which order bundles arrive, and what this
// laptop has, as a receipt. Errors are CodeNoRoster, CodeNoLaptop,
// exchange.CodeNobody and those of writing.
func (d *Desk) Pack(ctx context.Context, to []change.DeviceID, w io.Writer) (Packed, error) {
	p := Packed{}
	have := map[change.DeviceID]uint64{}
	files := d.files()
	var recipients []string
	h := d.header()
	own := change.DeviceOf(d.store.SigningKey())
	if me, known := d.peer(own); !known || me.Removed {
		return p, data.E(CodeNoRoster)
	}
	for i, device := range to {
		l, known := d.peer(device)
		if !known || l.Removed || device == own {
			return p, data.E(CodeNoLaptop, "laptop", device.String())
		}
		told, _ := d.note(scratchReceipt, device)
		for _, s := range h.Receipt.Have {
			if has := told.Receipt.Has(s.Device); i == 0 || has < have[s.Device] {
				have[s.Device] = has
			}
		}
		h.Files = append(h.Files, lacking(files, told.Receipt.Files)...)
		p.To, recipients = append(p.To, l), append(recipients, l.Recipient)
	}
	h.To = slices.Clone(to)
	sealers, err := exchange.Sealers(recipients)
	if err != nil {
		return p, err
	}
	if err := d.pack(ctx, w, sealers, h, have, &p); err != nil {
		return p, err
	}
	for _, l := range p.To {
		if err := d.setNote(scratchSent, exchange.Heard{Device: l.Device, Made: h.Made, Receipt: h.Receipt}); err != nil {
			return p, err
		}
	}
	return p, nil
}

// PackSealedWith writes a bundle with all changes that whoever has the passphrase
// can open: for a laptop whose key is lost or not known yet. What is restricted in
// it stays sealed to its audience.
func (d *Desk) PackSealedWith(ctx context.Context, passphrase []byte, w io.Writer) (Packed, error) {
	p := Packed{}
	if me, known := d.peer(change.DeviceOf(d.store.SigningKey())); !known || me.Removed {
		return p, data.E(CodeNoRoster)
	}
	sealers, err := exchange.PassphraseSealer(passphrase)
	if err != nil {
		return p, err
	}
	h := d.header()
	h.Files = lacking(d.files(), nil)
	return p, d.pack(ctx, w, sealers, h, nil, &p)
}

// header is what a bundle of this laptop says of it.
func (d *Desk) header() exchange.Header {
	h := exchange.Header{
		Negotiation: d.Negotiation().ID, Key: d.store.SigningKey(), Recipient: d.store.Recipient(),
		Made: change.At(time.Now()), Receipt: d.receipt(),
	}
	for _, l := range d.peers() {
		if x, ok := d.note(scratchReceipt, l.Device); ok && !l.Removed {
			h.Heard = append(h.Heard, x)
		}
	}
	return h
}

// lacking are the files that a laptop is not known to have.
func lacking(files, has [][32]byte) []exchange.File {
	var out []exchange.File
	for _, sum := range files {
		if !slices.Contains(has, sum) {
			out = append(out, exchange.File{Sum: sum})
		}
	}
	return out
}

// pack writes the changes after those in have, as far as the log goes now: what
// is written meanwhile waits for the next bundle.
func (d *Desk) pack(ctx context.Context, w io.Writer, to exchange.Recipients, h exchange.Header, have map[change.DeviceID]uint64, p *Packed) error {
	slices.SortFunc(h.Files, func(a, b exchange.File) int { return slices.Compare(a.Sum[:], b.Sum[:]) })
	h.Files = slices.CompactFunc(h.Files, func(a, b exchange.File) bool { return a.Sum == b.Sum })
	h.Files = slices.DeleteFunc(h.Files, func(f exchange.File) bool { return !slices.Contains(h.Receipt.Files, f.Sum) })
	p.Files = len(h.Files)
	content := exchange.Content{
		File: d.store.Blob,
		Changes: func(yield func(change.Change) error) error {
			p.Changes = 0
			return d.store.Since(have, func(c change.Change) error {
				if err := ctx.Err(); err != nil {
					return data.E(data.CodeCancelled).Because(err)
				}
				if c.Seq > h.Receipt.Has(c.Device) {
					return nil
				}
				p.Changes++
				return yield(c)
			})
		},
	}
	return exchange.WriteBundle(w, to, h, content, d.store.Sign)
}
