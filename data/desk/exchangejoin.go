package desk

import (
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"slices"
	"time"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/exchange"
)

// Codes of joining a delegation.
const (
	CodeNotEmpty  data.Code = "exchange.not-empty"  // the vault has a negotiation of its own
	CodeNotInvite data.Code = "exchange.not-invite" // the bundle does not come from a laptop that may admit others
	CodeNotMine   data.Code = "exchange.not-mine"   // this laptop is not on the roster in it

	CodeOtherFingerprint data.Code = "exchange.other-fingerprint" // it is not the one that was read out
)

// scratchCard keeps the card of a laptop that waits to be admitted.
const scratchCard = "exchange/card"

// MakeCard makes the card with which this laptop asks to join a delegation, and
// keeps it, so that a vault that is opened again still knows that it waits.
func MakeCard(store Store, person, laptop string, role data.Role) (exchange.Card, error) {
	c, err := exchange.NewCard(person, laptop, role, store.SigningKey(), store.Recipient(), time.Now(), store.Sign)
	if err != nil {
		return c, err
	}
	var b bytes.Buffer
	if err := exchange.WriteCard(&b, c); err != nil {
		return c, err
	}
	return c, store.SetScratch(scratchCard, base64.StdEncoding.EncodeToString(b.Bytes()))
}

// WaitingCard returns the card of a laptop that waits to be admitted; ok is false
// where none was made.
func WaitingCard(store Store) (c exchange.Card, ok bool) {
	text, err := base64.StdEncoding.DecodeString(store.Scratch(scratchCard))
	if err != nil || len(text) == 0 {
		return c, false
	}
	c, err = exchange.ReadCard(bytes.NewReader(text))
	return c, err == nil && bytes.Equal(c.Sign, store.SigningKey())
}

// Invitation is the first bundle for a laptop, read and proven but for one thing:
// that it comes from the head of delegation. That is known when the fingerprint
// was compared by voice or eye.
type Invitation struct {
	From        Peer
	Made        time.Time
	Negotiation data.Negotiation
	Me          data.Member // as whom one will work
	Members     []data.Member
	Revisions   int
	Changes     int

	bundle *exchange.Bundle
}

// ReadInvitation reads the first bundle for the laptop of an empty vault.
func ReadInvitation(ctx context.Context, store Store, r io.Reader) (Invitation, error) {
	return readInvitation(ctx, store, r, store.OpenAge)
}

// ReadInvitationSealedWith is ReadInvitation for a bundle that is sealed with a
// passphrase.
func ReadInvitationSealedWith(ctx context.Context, store Store, r io.Reader, passphrase []byte) (Invitation, error) {
	return readInvitation(ctx, store, r, exchange.WithPassphrase(passphrase))
}

func readInvitation(ctx context.Context, store Store, r io.Reader, open exchange.Opener) (Invitation, error) {
	if slices.ContainsFunc(store.Heads(), func(k change.Known) bool { return k.Link.Seq > 0 }) {
		return Invitation{}, data.E(CodeNotEmpty)
	}
	b, err := exchange.ReadBundle(r, open)
	if err != nil {
		return Invitation{}, err
	}
	own := change.DeviceOf(store.SigningKey())
	if len(b.To) > 0 && !slices.Contains(b.To, own) {
		return Invitation{}, data.E(exchange.CodeForeign)
	}
	taken, err := store.Foresee(b.Changes)
	if err != nil {
		return Invitation{}, err
	}
	if err := permittedToJoin(store, taken.New, b.From()); err != nil {
		return Invitation{}, err
	}
	after, err := openAhead(ctx, store, taken.New, b)
	if err != nil {
		return Invitation{}, err
	}
	sender, known := after.peer(b.From())
	if !known || !after.roster.Root(b.From()) || !bytes.Equal(sender.Key, b.Key) {
		return Invitation{}, data.E(CodeNotInvite)
	}
	mine, known := after.peer(own)
	if !known || mine.Removed || !bytes.Equal(mine.Key, store.SigningKey()) {
		return Invitation{}, data.E(CodeNotMine)
	}
	return Invitation{
		From: sender, Made: b.Made.Time(), Negotiation: after.Negotiation(), Me: mine.Who,
		Members: after.Members(), Revisions: len(after.Revisions()), Changes: len(b.Changes), bundle: b,
	}, nil
}

// Join takes an invitation in, whose fingerprint was compared, and opens the desk:
// the laptop is one of the delegation from now on.
func Join(ctx context.Context, store Store, in Invitation) (*Desk, error) {
	if in.bundle == nil {
		return nil, data.E(data.CodeInternal)
	}
	for _, content := range in.bundle.Files {
		if _, err := store.PutBlob(ctx, content); err != nil {
			return nil, err
		}
	}
	if _, err := store.Take(ctx, in.bundle.Changes); err != nil {
		return nil, err
	}
	if err := store.SetScratch(scratchMe, in.Me.ID.String()); err != nil {
		return nil, err
	}
	d, err := Open(ctx, store)
	if err != nil {
		return nil, err
	}
	if err := d.heard(in.bundle.Header); err != nil {
		return nil, err
	}
	return d, store.SetScratch(scratchCard, "")
}
