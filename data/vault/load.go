package vault

import (
	"context"
	"os"
	"path/filepath"
	"strconv"

	"travaux/data"
)

func (v *Vault) path(name string) string { return filepath.Join(v.dir, name) }

// load opens journal and store: at once if the last use ended cleanly and
// every file is as it was left, else by recover.
func (v *Vault) load(ctx context.Context) error {
	if err := finishSwap(v.dir); err != nil {
		return err
	}
	restoreRegistry(v.dir, v.path(dbName), v.keys)
	last := v.readState()
	journalSame := last.Clean && last.matches(v.dir, journalName)
	storeSame := last.Clean && last.matches(v.dir, dbName)

	// From here on this use counts as unclean until Close says otherwise.
	if err := v.writeState(state{At: last.At, Scratch: last.Scratch}); err != nil {
		return err
	}
	var err error
	if journalSame && storeSame {
		v.sums = last.settled()
		if v.store, err = v.usable(last.At.Generation); err == nil && v.store != nil && v.store.meta.Frames == last.At.Next-1 {
			v.journal, err = openJournal(v.path(journalName), v.keys, last.At)
		} else {
			err = v.recover(ctx, last, false)
		}
	} else {
		err = v.recover(ctx, last, storeSame)
	}
	if err != nil {
		return err
	}
	for _, c := range v.store.meta.Chains {
		v.clock.Resume(c.Time)
	}
	if err := keepRegistry(v.dir, v.path(dbName), v.keys); err != nil {
		return err
	}
	return v.writeState(state{At: v.journal.at, Scratch: last.Scratch})
}

// usable opens the store if what it says of itself holds; nil if it does not.
func (v *Vault) usable(g generation) (*store, error) {
	db, err := openBadger(v.path(dbName), v.keys, false, v.log)
	if data.CodeOf(err) == CodeInUse {
		return nil, err
	}
	if err != nil {
		return nil, nil
	}
	s, err := openStore(db, v.keys, g)
	v.outdated = err == nil && s.meta.Schema < schema
	if err != nil || s.meta.Schema != schema || s.meta.Partial || s.proveLast() != nil {
		db.close()
		return nil, nil
	}
	return s, nil
}

// recover finds out what of journal and store is whole, and makes the one
// from the other. trusted says that the store's files are as Close left them.
func (v *Vault) recover(ctx context.Context, last state, trusted bool) error {
	if v.store != nil {
		v.store.kv.close()
		v.store = nil
	}
	found, err := scanJournal(ctx, v.path(journalName), v.keys, 0, nil)
	if err != nil {
		return err
	}
	hadStore := exists(v.path(dbName))
	if hadStore && (trusted || !last.Clean && v.probe(ctx)) {
		if v.store, err = v.usable(found.end.Generation); err != nil {
			return err
		}
	}
	confirmed := last.At.Next - min(last.At.Next, 1) // frames known to be confirmed
	if last.At.Generation != found.end.Generation && found.end.Segment > 0 {
		confirmed = 0
	}
	applied := uint64(0) // frames the store holds of this journal
	if v.store != nil {
		applied = v.store.meta.Frames
		if found.end.Segment > 0 && v.store.meta.Generation != found.end.Generation {
			v.store.kv.close() // made from another journal
			v.store, applied = nil, 0
		}
	}
	whole := (found.fault == nil || found.fault.Torn && !last.Clean) && found.frames() >= max(confirmed, applied)
	switch {
	case whole && v.store != nil:
		if err = v.replay(ctx, found.end, applied); err == errAgain {
			err = v.rebuild(ctx, found.end)
		} else if err == nil && applied < max(confirmed, min(1, found.frames())) {
			v.notice(NoticeRebuilt) // an older store, or an emptied one
		}
	case whole:
		if err = v.rebuild(ctx, found.end); err == nil && !v.outdated && (hadStore || found.frames() > 0) {
			v.notice(NoticeRebuilt)
		}
	case v.store != nil && applied >= max(confirmed, found.frames(), found.beyond):
		if err = v.heal(); err == nil {
			v.notice(NoticeHealed)
		}
	default:
		err = v.salvage(ctx, found)
	}
	if err != nil || v.journal != nil {
		return err
	}
	v.journal, err = openJournal(v.path(journalName), v.keys, found.end)
	return err
}

// replay applies the frames the store has not seen yet.
func (v *Vault) replay(ctx context.Context, end position, applied uint64) error {
	b := v.store.begin()
	_, err := scanJournal(ctx, v.path(journalName), v.keys, end.Next, func(f frame) error {
		if f.number <= applied {
			return nil
		}
		if err := b.applyFrame(f); err != nil {
			return err
		}
		if f.payload[1] == frameLast && b.size > maxWrite/2 {
			if err := b.commit(f.number); err != nil {
				return err
			}
			b = v.store.begin()
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := b.store.settled(); err != nil {
		return err
	}
	if b.meta.Frames == end.Next-1 && len(b.pairs) == 0 {
		return nil
	}
	return b.commit(end.Next - 1)
}

// rebuild makes the store anew from the journal up to end. The old one is
// set aside.
func (v *Vault) rebuild(ctx context.Context, end position) error {
	if err := setAside(v.path(dbName), v.options.now().UnixMilli()); err != nil {
		return err
	}
	return v.build(ctx, end, nil)
}

// build makes the views where there are none, as often as later frames of the
// journal take back what earlier ones said.
func (v *Vault) build(ctx context.Context, end position, p *past) error {
	os.Remove(v.path(registryCopyName))
	v.sums = nil
	err := repeat(p, func() (_ *store, err error) {
		v.store, err = v.emptyStore(v.path(dbName), end.Generation)
		return v.store, err
	}, func(*store) error { return v.replay(ctx, end, 0) })
	if err != nil {
		return err
	}
	if err := v.store.proveLast(); err != nil {
		return err
	}
	return v.store.kv.sync()
}

// emptyStore makes an empty store in that place, whatever was there.
func (v *Vault) emptyStore(path string, g generation) (*store, error) {
	if err := os.RemoveAll(path); err != nil {
		return nil, writeFailed(err)
	}
	db, err := openBadger(path, v.keys, false, v.log)
	if err != nil {
		return nil, err
	}
	s, err := openStore(db, v.keys, g)
	if err != nil {
		db.close()
	}
	return s, err
}

// salvage is for a journal that is damaged where the store cannot help: with
// Options.Salvage all that stands before the damage is kept, else the
// damage is reported.
func (v *Vault) salvage(ctx context.Context, found scan) error {
	at := fault{Segment: max(found.end.Segment, 1), Frame: found.end.Next}
	if found.fault != nil {
		at = *found.fault
	}
	where := []string{"segment", strconv.Itoa(int(at.Segment)), "frame", strconv.FormatUint(at.Frame, 10)}
	if !v.options.Salvage {
		return data.E(CodeDamaged, where...)
	}
	if v.store == nil || v.store.meta.Frames < found.frames() {
		if v.store != nil {
			v.store.kv.close()
			v.store = nil
		}
		if err := v.rebuild(ctx, found.end); err != nil {
			return err
		}
	}
	if err := v.heal(); err != nil {
		return err
	}
	v.notice(NoticeSalvaged, where...)
	return v.newDevice()
}
