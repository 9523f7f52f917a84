package desk

import (
	"bytes"
	"context"
	"io"
	"slices"
	"time"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/exchange"
	"travaux/data/roster"
)

// Codes of exchanging bundles. None of them has changed anything.
const (
	CodeOtherNegotiation data.Code = "exchange.other-negotiation" // the bundle is about another negotiation
	CodeUnknownSender    data.Code = "exchange.unknown-sender"    // the sending laptop is not on the roster; arg "laptop"
	CodeReplayed         data.Code = "exchange.replayed"          // it was taken in before, or a later one was
	CodeUnusable         data.Code = "exchange.unusable"          // with it the desk could not be opened
	CodeNoLaptop         data.Code = "exchange.no-laptop"         // nobody's laptop, or a removed one; arg "laptop"
)

// Incoming is a bundle that was read and proven, and what taking it in would
// change. Nothing has been changed yet.
type Incoming struct {
	From     Peer // who sent it
	Made     time.Time
	Repeated bool // it was taken in before: nothing in it is new
	Changes  int  // in the bundle
	New      int  // not here yet
	Passed   int  // of those, what is not for this laptop's member to read: it is kept and passed on
	OldCopy  bool // this laptop was restored from an old copy, and becomes a laptop of its own

	News         []News
	Instructions []data.Instruction // new or changed, as far as the member may read them
	Conflicts    []Conflict         // that there will be
	Laptops      []LaptopNews
	Members      []MemberNews

	held    *pending
	under   []change.Known // how far the log went when this was found out
	members map[data.ID]data.Member
	places  map[data.ID]Place // of the provisions in conflict
}

// pending is what is to be taken in. It is let go of as soon as it was: with many
// changes it is most of the memory that is used.
type pending struct{ bundle *exchange.Bundle }

// Peer is a laptop of the delegation, and who works at it.
type Peer struct {
	roster.Standing
	Who data.Member
}

// Fingerprint returns the laptop's, as on its card.
func (p Peer) Fingerprint() []string { return exchange.Fingerprint(p.Key, p.Recipient) }

// peers are all laptops that are or were on the roster.
func (d *Desk) peers() []Peer {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var out []Peer
	for _, l := range d.roster.Laptops() {
		out = append(out, Peer{l, d.members[l.Member]})
	}
	return out
}

// peer is one of them.
func (d *Desk) peer(device change.DeviceID) (Peer, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	l, ok := d.roster.Laptop(device)
	return Peer{l, d.members[l.Member]}, ok
}

// Preview reads a bundle to its end, proves it, and finds out what taking it in
// would change, without changing anything. Errors say why it cannot be taken in:
// codes of exchange, of this package (above) and of change.
func (d *Desk) Preview(ctx context.Context, r io.Reader) (Incoming, error) {
	return d.preview(ctx, r, d.store.OpenAge)
}

// PreviewSealedWith is Preview for a bundle that is sealed with a passphrase.
func (d *Desk) PreviewSealedWith(ctx context.Context, r io.Reader, passphrase []byte) (Incoming, error) {
	return d.preview(ctx, r, exchange.WithPassphrase(passphrase))
}

func (d *Desk) preview(ctx context.Context, r io.Reader, open exchange.Opener) (Incoming, error) {
	b, err := exchange.ReadBundle(r, open)
	if err != nil {
		return Incoming{}, err
	}
	return d.foresee(ctx, b)
}

// foresee finds out what a bundle would change.
func (d *Desk) foresee(ctx context.Context, b *exchange.Bundle) (Incoming, error) {
	if b.Negotiation != d.Negotiation().ID {
		return Incoming{}, data.E(CodeOtherNegotiation)
	}
	if len(b.To) > 0 && !slices.Contains(b.To, change.DeviceOf(d.store.SigningKey())) {
		return Incoming{}, data.E(exchange.CodeForeign)
	}
	taken, err := d.store.Foresee(b.Changes)
	if err != nil {
		return Incoming{}, err
	}
	if err := d.permitted(taken.New); err != nil {
		return Incoming{}, err
	}
	after, err := openAhead(ctx, d.store, taken.New, b)
	if err != nil {
		return Incoming{}, err
	}
	sender, known := after.peer(b.From())
	if !known || sender.Removed || !bytes.Equal(sender.Key, b.Key) {
		return Incoming{}, data.E(CodeUnknownSender, "laptop", b.From().String())
	}
	in := Incoming{
		From: sender, Made: b.Made.Time(), Changes: len(b.Changes), New: len(taken.New), OldCopy: taken.Reissued,
		Repeated: len(taken.New) == 0 && !d.newer(b.Header),
		held:     &pending{b}, under: d.store.Heads(),
	}
	err = in.compare(d, after, taken.New)
	return in, err
}

// openAhead opens the desk as it would be with a bundle: what it could not be
// opened with is not taken in.
func openAhead(ctx context.Context, store Store, news []change.Change, b *exchange.Bundle) (*Desk, error) {
	ahead, err := newAhead(store, news, b.Files)
	if err != nil {
		return nil, err
	}
	after, err := Open(ctx, ahead)
	if err != nil {
		return nil, data.E(CodeUnusable).Because(err)
	}
	return after, nil
}

// TakeIn takes in what Preview has found: all of it, durably, or with an error
// nothing. What the log has got since then is regarded too. What was to be undone
// is forgotten: it may rest on what others have changed.
func (d *Desk) TakeIn(ctx context.Context, in Incoming) error {
	if in.held == nil || in.held.bundle == nil {
		return data.E(CodeReplayed)
	}
	d.acts.Lock()
	defer d.acts.Unlock()
	if !sameHeads(in.under, d.store.Heads()) {
		fresh, err := d.foresee(ctx, in.held.bundle)
		if err != nil {
			return err
		}
		in = fresh
	}
	if in.Repeated {
		return data.E(CodeReplayed)
	}
	if in.New > 0 {
		if err := d.keepFiles(ctx, in.held.bundle); err != nil {
			return err
		}
		if _, err := d.store.Take(ctx, in.held.bundle.Changes); err != nil {
			return err
		}
	}
	header := in.held.bundle.Header
	in.held.bundle = nil
	if err := d.heard(header); err != nil {
		return err
	}
	if in.New == 0 {
		return nil
	}
	return d.reload()
}

func sameHeads(a, b []change.Known) bool {
	return slices.EqualFunc(a, b, func(x, y change.Known) bool { return x.Device == y.Device && x.Link == y.Link })
}

// keepFiles keeps the files that the changes of a bundle name; others in it, if
// any, are nobody's.
func (d *Desk) keepFiles(ctx context.Context, b *exchange.Bundle) error {
	for _, c := range b.Changes {
		sum, ok := fileOf(c)
		if !ok || b.Files[sum] == nil {
			continue
		}
		if _, err := d.store.PutBlob(ctx, b.Files[sum]); err != nil {
			return err
		}
	}
	return nil
}

// reload reads the desk anew out of the store. The caller holds acts.
func (d *Desk) reload() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.load(); err != nil {
		return err
	}
	d.undo, d.redo, d.index = nil, nil, nil
	d.version++
	d.judging = d.version
	return nil
}
