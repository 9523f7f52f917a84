package vault

import (
	"context"
	"crypto/ed25519"
	"time"

	"travaux/data"
	"travaux/data/change"
)

const (
	// frameFill is how many bytes of changes go into one frame.
	frameFill = 256 << 10
	// MaxBody is the largest body of a single write, in bytes.
	MaxBody = 128 << 10
	// saveAfter is how long after a write the store is synced. The journal
	// has been synced already; this only spares a rebuild after a power cut.
	saveAfter = 2 * time.Second
)

// Append signs the writes as one act of that author and returns when they are
// on the disk: all of them, or with an error none. A write that follows
// another one to the same field in the same call replaces it.
//
// It serves both a single edit and an import of many thousands of writes.
func (v *Vault) Append(ctx context.Context, author data.ID, writes ...change.Write) ([]change.Change, error) {
	if err := ctx.Err(); err != nil {
		return nil, data.E(data.CodeCancelled).Because(err)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.writable(); err != nil || len(writes) == 0 {
		return nil, err
	}
	again := false
	b := v.store.begin()
	var payloads [][]byte
	var raws [][]byte
	var changes []change.Change
	size := 0
	add := func(w change.Write) error {
		if len(w.Body) > MaxBody {
			return data.E(CodeTooLarge)
		}
		r, err := b.record(w.Kind, w.Scope, w.Entity)
		if err != nil {
			return err
		}
		w, bases := r.Prepare(w)
		plain := w.Body
		if w, err = v.ring.Seal(w); err != nil {
			return err
		}
		c := change.Sign(v.signer, b.meta.chain(v.device).Link, v.clock.Next(), author, w, bases)
		if err := b.apply(c, v.journal.at.Next); err == errAgain {
			again = true
		} else if err != nil {
			return err
		}
		raws = append(raws, c.Raw())
		c.Body = plain
		changes = append(changes, c)
		if size += len(c.Raw()); size > frameFill {
			payloads, raws, size = append(payloads, changesPayload(raws)), nil, 0
		}
		return nil
	}
	announced := b.meta.chain(v.device).Link.Seq > 0
	if !announced {
		if err := add(change.Announce(v.signer.Public().(ed25519.PublicKey), v.keyFile.Name)); err != nil {
			return nil, err
		}
	}
	for _, w := range writes {
		if err := add(w); err != nil {
			return nil, err
		}
	}
	if err := b.check(); err != nil {
		return nil, err
	}
	if len(raws) > 0 {
		payloads = append(payloads, changesPayload(raws))
	}
	confirm := func() error { return v.confirm(b, payloads) }
	if again {
		confirm = func() error { return v.confirmFrames(ctx, payloads) }
	}
	if err := confirm(); err != nil {
		return nil, err
	}
	return changes[len(changes)-len(writes):], nil
}

// writable reports whether this laptop may write changes of its own.
func (v *Vault) writable() error {
	if err := v.open(); err != nil {
		return err
	}
	if _, removed := v.store.meta.cut(v.device); removed {
		return data.E(CodeRemoved)
	}
	return nil
}

func (v *Vault) open() error {
	switch {
	case v.closed:
		return data.E(CodeClosed)
	case v.failed:
		return data.E(CodeStore)
	}
	return nil
}

// confirm writes a batch: to the journal, durably, then to the store.
func (v *Vault) confirm(b *batch, payloads [][]byte) error {
	if err := v.journal.append(payloads...); err != nil {
		return err
	}
	if err := b.commit(v.journal.at.Next - 1); err != nil {
		v.failed = true // confirmed by the journal, but not to be seen before the store is rebuilt
		return err
	}
	v.startSaver()
	return nil
}

func (v *Vault) startSaver() {
	if v.saver == nil {
		v.saver = time.AfterFunc(saveAfter, func() {
			v.mu.RLock()
			defer v.mu.RUnlock()
			if !v.closed {
				v.store.kv.sync()
			}
		})
		return
	}
	v.saver.Reset(saveAfter)
}

func (v *Vault) stopSaver() {
	if v.saver != nil {
		v.saver.Stop()
	}
}

// applyFrame applies a frame of the journal.
func (b *batch) applyFrame(f frame) error {
	payload := f.payload
	switch payload[0] {
	case frameChanges:
		var raws [][]byte
		if err := change.Unmarshal(payload[2:], &raws); err != nil {
			return err
		}
		for _, raw := range raws {
			c, err := change.DecodeTrusted(raw)
			if err != nil {
				return err
			}
			if err := b.apply(c, f.number); err != nil {
				return err
			}
		}
		return nil
	case frameVoid:
		v := void{frame: f.number}
		if err := change.Unmarshal(payload[2:], &v); err != nil {
			return err
		}
		return b.takeBack(v)
	case framePiece:
		p, err := decodePiece(payload[2:])
		if err != nil {
			return err
		}
		return b.piece(p)
	}
	return data.E(CodeNewer)
}
