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
	a, err := v.store.admit(changes, v.keyFile.own(v.device), v.options.now())
	if err != nil || len(a.fresh) == 0 {
		return change.Taken{}, err
	}
	for _, c := range a.fresh {
		v.clock.Resume(c.Time)
	}
	taken := change.Taken{New: a.fresh, Reissued: a.aged}
	payloads := framesOf(a.fresh)
	if a.aged {
		again, err := v.reissue(&a)
		if err != nil {
			return change.Taken{}, err
		}
		payloads = append(payloads, framesOf(again)...)
		if a.old != nil {
			payloads = slices.Insert(payloads, 0, voidPayload(*a.old))
		}
	}
	return taken, v.confirmFrames(ctx, payloads)
}

// own returns which devices are this laptop, under its present name or one it
// had before.
func (k *keyFile) own(present change.DeviceID) func(change.DeviceID) bool {
	return func(d change.DeviceID) bool { return d == present || slices.Contains(k.Former, d) }
}

// reissue gives this laptop a new identity, unless it has one already, and
// returns its unsent changes signed anew: same author, time and words.
func (v *Vault) reissue(a *admission) ([]change.Change, error) {
	if a.old == nil || a.old.Device == v.device {
		if err := v.newDevice(); err != nil {
			return nil, err
		}
	}
	if a.old == nil {
		return nil, nil
	}
	var unsent []change.Change
	err := v.store.since(a.old.Device, a.old.From-1, func(c change.Change) error {
		unsent = append(unsent, c)
		return nil
	})
	if err != nil {
		return nil, err
	}
	chain := v.store.meta.chain(v.device)
	var again []change.Change
	names := map[[32]byte][32]byte{} // of changes, old to new
	sign := func(old change.Change, w change.Write) {
		at := max(old.Time, chain.Time+1)
		c := change.Sign(v.signer, chain.Link, at, old.Author, w, renamed(old.Bases, names))
		chain.Link, chain.Time = c.Link(), at
		names[old.ID()] = c.ID()
		again = append(again, c)
		v.clock.Resume(at)
	}
	for _, c := range unsent {
		if c.Op == change.OpDevice {
			continue
		}
		if chain.Link.Seq == 0 {
			announced := change.Change{Time: c.Time - 1}
			sign(announced, change.Announce(v.public, v.keyFile.Name))
		}
		sign(c, rewritten(c, names))
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
	if err := removeStore(v.path(dbName)); err != nil {
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
