package vault

import (
	"context"
	"crypto/ed25519"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// Take takes changes of other laptops in, in any order: all of them, durably,
// or with an error none. What is known already is passed over, so taking the
// same again changes nothing; so is what lies behind the cut of its device.
//
// Refused are changes.CodeGap (which numbers are missing), CodeFork (a device
// told two stories), CodeSignature, CodeMalformed, CodeFuture and CodeTooLarge.
// Whether their authors were allowed to make them is for the caller to check
// before.
//
// If the fork is this laptop's own, it was restored from an old copy: it gets
// a new identity, the others' story of the old one counts, and what this
// laptop had written since is written anew under the new name.
func (v *Vault) Take(ctx context.Context, changes []change.Change) (change.Taken, error) {
	if err := ctx.Err(); err != nil {
		return change.Taken{}, data.E(data.CodeCancelled).Because(err)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.open(); err != nil {
		return change.Taken{}, err
	}
	a, err := v.store.admit(changes, identity{v.device, v.keyFile.Former}, v.options.now())
	if err != nil || len(a.fresh) == 0 {
		return change.Taken{}, err
	}
	if a.aged {
		if err := v.newDevice(); err != nil {
			return change.Taken{}, err
		}
	}
	payloads, again, err := v.store.payloads(a, v.signer, v.keyFile.Name)
	if err != nil {
		return change.Taken{}, err
	}
	for _, c := range append(slices.Clip(a.fresh), again...) {
		v.clock.Resume(c.Time)
	}
	return change.Taken{New: a.fresh, Reissued: a.aged}, v.confirmFrames(ctx, payloads)
}

// payloads are the frames that an admission adds to the journal: what an old
// copy takes back, what is new, and what the old copy had not sent, signed
// anew by this laptop as it is called now.
func (s *store) payloads(a admission, signer ed25519.PrivateKey, name string) (payloads [][]byte, again []change.Change, err error) {
	for _, v := range a.old {
		payloads = append(payloads, voidPayload(v))
	}
	if again, err = s.reissue(a.old, signer, name); err != nil {
		return nil, nil, err
	}
	return slices.Concat(payloads, framesOf(a.fresh), framesOf(again)), again, nil
}

// reissue returns the changes that are taken back, signed anew: same author,
// time and words.
func (s *store) reissue(old []void, signer ed25519.PrivateKey, name string) (again []change.Change, err error) {
	public := signer.Public().(ed25519.PublicKey)
	chain := s.meta.chain(change.DeviceOf(public))
	names := map[[32]byte][32]byte{} // of changes, old to new
	sign := func(at change.HLC, author data.ID, w change.Write, bases [][32]byte) change.Change {
		at = max(at, chain.Time+1)
		c := change.Sign(signer, chain.Link, at, author, w, bases)
		chain.Link, chain.Time = c.Link(), at
		again = append(again, c)
		return c
	}
	for _, v := range old {
		err := s.since(v.Device, v.From-1, func(c change.Change) error {
			if c.Op == change.OpDevice {
				return nil
			}
			if chain.Link.Seq == 0 {
				sign(c.Time-1, c.Author, change.Announce(public, name), nil)
			}
			names[c.ID()] = sign(c.Time, c.Author, rewritten(c, names), renamed(c.Bases, names)).ID()
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return again, nil
}

// rewritten is the write that a change was, naming the changes by their new
// identities.
func rewritten(c change.Change, names map[[32]byte][32]byte) change.Write {
	w := change.Write{
		Kind: c.Kind, Scope: c.Scope, Entity: c.Entity, Op: c.Op, Field: c.Field, Body: c.Body, Lang: c.Lang,
		Audience: c.Audience, Epoch: c.Epoch,
	}
	var seen [][32]byte
	if c.Op == change.OpTombstone && c.Field == "" && change.Unmarshal(c.Body, &seen) == nil {
		w.Body = change.Marshal(renamed(seen, names))
	}
	return w
}

func renamed(ids [][32]byte, names map[[32]byte][32]byte) [][32]byte {
	if len(ids) == 0 {
		return ids
	}
	out := make([][32]byte, len(ids))
	for i, id := range ids {
		if to, ok := names[id]; ok {
			id = to
		}
		out[i] = id
	}
	slices.SortFunc(out, func(a, b [32]byte) int { return slices.Compare(a[:], b[:]) })
	return out
}

func framesOf(changes []change.Change) (payloads [][]byte) {
	var raws [][]byte
	size := 0
	for _, c := range changes {
		raws = append(raws, c.Raw())
		if size += len(c.Raw()); size > frameFill {
			payloads, raws, size = append(payloads, changesPayload(raws)), nil, 0
		}
	}
	if len(raws) > 0 {
		payloads = append(payloads, changesPayload(raws))
	}
	return payloads
}

func voidPayload(v void) []byte {
	return append([]byte{frameVoid, frameLast}, change.Marshal(v)...)
}

// confirmFrames writes payloads that are known to apply: to the journal,
// durably, as one group, then to the store, or builds the store anew where
// they take something back.
func (v *Vault) confirmFrames(ctx context.Context, payloads [][]byte) error {
	v.store.past = nil
	first := v.journal.at.Next
	if err := v.journal.append(payloads...); err != nil {
		return err
	}
	frames := make([]frame, len(payloads))
	for i, p := range payloads {
		frames[i] = frame{number: first + uint64(i), payload: p}
	}
	err := v.store.feed(frames)
	if err == errAgain {
		err = v.renew(context.WithoutCancel(ctx))
	}
	if err != nil {
		v.failed = true // confirmed by the journal, but not to be seen before the store is rebuilt
		return err
	}
	v.startSaver()
	return nil
}

// feed applies frames that are on the disk, in several writes if they are
// many: after a crash between them the rest is replayed.
func (s *store) feed(frames []frame) error {
	b := s.begin()
	for i, f := range frames {
		if err := b.applyFrame(f); err != nil {
			return err
		}
		if i == len(frames)-1 || b.size > maxWrite/2 {
			if err := b.commit(f.number); err != nil {
				return err
			}
			b = s.begin()
		}
	}
	return nil
}

// renew builds the store anew from the journal. Nothing is damaged, so the
// old one is not kept.
func (v *Vault) renew(ctx context.Context) error {
	p := v.store.past
	if err := v.store.kv.close(); err != nil {
		return err
	}
	if err := v.build(ctx, v.journal.at, p); err != nil {
		return err
	}
	return keepRegistry(v.dir, v.path(dbName), v.keys)
}

// Heads tells how far this laptop's log goes, device by device.
func (v *Vault) Heads() []change.Known {
	v.mu.RLock()
	defer v.mu.RUnlock()
	var all []change.Known
	for _, c := range v.store.meta.Chains {
		k := change.Known{Device: c.Device, Key: ed25519.PublicKey(c.Key), Link: c.Link, Time: c.Time}
		if last, removed := v.store.meta.cut(c.Device); removed {
			k.Cut = &change.Cut{Last: last}
		}
		all = append(all, k)
	}
	return all
}

// Since gives the changes that count, as they are in the log (bodies sealed),
// each device's in order from the number after the one in have on. yield must
// not write to the vault; an error from it ends the reading and is returned.
func (v *Vault) Since(have map[change.DeviceID]uint64, yield func(change.Change) error) error {
	done, err := v.reading()
	if err != nil {
		return err
	}
	defer done()
	for _, c := range v.store.meta.Chains {
		if have[c.Device] >= c.Link.Seq {
			continue
		}
		if err := v.store.since(c.Device, have[c.Device], yield); err != nil {
			return err
		}
	}
	return nil
}

// since gives a device's changes after that number.
func (s *store) since(d change.DeviceID, number uint64, yield func(change.Change) error) error {
	return s.kv.scanFrom(changeKey(d, number+1), changeKey(d, 0)[:9], func(_, raw []byte) error {
		c, err := change.DecodeTrusted(slices.Clone(raw))
		if err != nil {
			return data.E(CodeStore)
		}
		return yield(c)
	})
}

// Blobs gives the SHA-256 of every file the vault keeps, sorted.
func (v *Vault) Blobs() [][32]byte {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return slices.Clone(v.store.files)
}
