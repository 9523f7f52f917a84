package vault

import (
	"cmp"
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"os"
	"runtime"
	"strconv"
	"sync"

	"travaux/data"
	"travaux/data/change"
)

// Report is what Verify found.
type Report struct {
	Devices int
	Changes uint64
	Records uint64
	Pieces  uint64 // of files
	Bad     *Bad   // nil: everything is proven
}

// Bad names the first bad record.
type Bad struct {
	Place   string // "journal", "change", "chain", "signature" or "view"
	Segment uint32 // of the journal
	Frame   uint64
	Device  change.DeviceID
	Number  uint64 // of the device's change

	place int // in the frame
}

func (b *Bad) err() error {
	return data.E(CodeUnproven, "place", b.Place, "segment", strconv.Itoa(int(b.Segment)), "frame", strconv.FormatUint(b.Frame, 10),
		"device", b.Device.String(), "number", strconv.FormatUint(b.Number, 10))
}

// Verify proves the vault: it authenticates every frame of the journal,
// checks every device's chain and every signature, builds all views anew in a
// place of their own and compares them with those in use, byte by byte. On
// the first bad record it returns CodeUnproven and names it in the report.
//
// Writers wait while it runs: about 10 seconds for 100,000 changes.
func (v *Vault) Verify(ctx context.Context, progress data.Progress) (Report, error) {
	done, err := v.reading()
	if err != nil {
		return Report{}, err
	}
	defer done()
	place := v.path("verify.tmp")
	defer os.RemoveAll(place)
	again, bad, err := v.proveAgain(ctx, place, progress)
	if again == nil {
		return Report{}, err
	}
	defer again.kv.close()
	if err == nil && bad == nil {
		bad, err = compareStores(again, v.store)
	}
	m := &again.meta
	report := Report{len(m.Chains), m.changes(), m.Records, m.Pieces, bad}
	if err == nil && bad != nil {
		err = bad.err()
	}
	return report, err
}

// proveAgain reads the journal into a store of its own, proving everything, as
// often as later frames take back what earlier ones said.
func (v *Vault) proveAgain(ctx context.Context, place string, progress data.Progress) (again *store, bad *Bad, err error) {
	err = repeat(nil, func() (*store, error) {
		again, err = v.emptyStore(place, v.store.meta.Generation)
		return again, err
	}, func(s *store) error {
		bad, err = v.proveJournal(ctx, s, progress)
		return err
	})
	return again, bad, err
}

// proveJournal reads the journal into the store, proving everything.
func (v *Vault) proveJournal(ctx context.Context, into *store, progress data.Progress) (*Bad, error) {
	if progress == nil {
		progress = data.NoProgress{}
	}
	at := v.journal.at
	signatures := newSignatures()
	var bad *Bad
	b := into.begin()
	found, err := scanJournal(ctx, v.path(journalName), v.keys, at.Next, func(f frame) error {
		if bad == nil {
			var err error
			if bad, err = b.prove(f, signatures); err != nil {
				return err
			}
		}
		if f.number%64 == 0 {
			progress.Done(int(f.number), int(at.Next))
		}
		if bad == nil && f.payload[1] == frameLast && b.size > maxWrite/2 {
			if err := b.commit(f.number); err != nil {
				return err
			}
			b = into.begin()
		}
		return nil
	})
	bad = earlier(bad, signatures.wait())
	if err != nil {
		return nil, err
	}
	if found.end != at && (bad == nil || bad.Frame >= found.end.Next) {
		bad = &Bad{Place: "journal", Segment: max(found.end.Segment, 1), Frame: found.end.Next}
		if found.fault != nil {
			bad.Segment, bad.Frame = found.fault.Segment, found.fault.Frame
		}
	}
	progress.Done(int(at.Next), int(at.Next))
	if bad != nil {
		return bad, nil
	}
	if err := into.settled(); err != nil {
		return nil, err
	}
	return nil, b.commit(at.Next - 1)
}

// prove applies a frame, giving its signatures out to be checked.
func (b *batch) prove(f frame, signatures *signatures) (*Bad, error) {
	if f.payload[0] != frameChanges {
		return nil, b.applyFrame(f)
	}
	bad := Bad{Place: "change", Segment: f.segment, Frame: f.number}
	var raws [][]byte
	if change.Unmarshal(f.payload[2:], &raws) != nil {
		return &bad, nil
	}
	for i, raw := range raws {
		bad = Bad{Place: "change", Segment: f.segment, Frame: f.number, place: i}
		c, err := change.Decode(raw)
		if err != nil {
			return &bad, nil
		}
		bad.Place, bad.Device, bad.Number = "chain", c.Device, c.Seq
		if !b.counts(c, f.number) {
			if key := b.meta.chain(c.Device).Key; key != nil {
				bad.Place = "signature"
				signatures.check(c, key, bad)
			}
			continue
		}
		if b.meta.chain(c.Device).Has(c.Seq) {
			return &bad, nil
		}
		switch err := b.apply(c, f.number); data.CodeOf(err) {
		case "":
		case change.CodeFork, change.CodeGap, change.CodeMalformed, change.CodeSignature:
			return &bad, nil
		default:
			return nil, err
		}
		bad.Place = "signature"
		signatures.check(c, b.meta.chain(c.Device).Key, bad)
	}
	return nil, nil
}

// signatures are checked on all processors while the journal is read.
type signatures struct {
	work chan signature
	done sync.WaitGroup
	mu   sync.Mutex
	bad  *Bad
}

type signature struct {
	change.Change
	key ed25519.PublicKey
	at  Bad
}

func newSignatures() *signatures {
	s := &signatures{work: make(chan signature, 256)}
	for range runtime.GOMAXPROCS(0) {
		s.done.Go(func() {
			for w := range s.work {
				if w.Verify(w.key) != nil {
					s.mu.Lock()
					s.bad = earlier(s.bad, &w.at)
					s.mu.Unlock()
				}
			}
		})
	}
	return s
}

func (s *signatures) check(c change.Change, key []byte, at Bad) { s.work <- signature{c, key, at} }

func (s *signatures) wait() *Bad {
	close(s.work)
	s.done.Wait()
	return s.bad
}

func earlier(a, b *Bad) *Bad {
	if a == nil || b != nil && cmp.Or(cmp.Compare(b.Frame, a.Frame), cmp.Compare(b.place, a.place)) < 0 {
		return b
	}
	return a
}

// compareStores holds the views in use against those built anew.
func compareStores(again, used *store) (*Bad, error) {
	for _, class := range []byte{classChange, classHistory, classRecord, classPiece, classFile} {
		want, err := again.digest(class)
		if err != nil {
			return nil, err
		}
		got, err := used.digest(class)
		if err != nil || got != want {
			return again.firstDifference(used, class)
		}
	}
	a, b := again.meta, used.meta
	if string(change.Marshal(a)) != string(change.Marshal(b)) {
		return &Bad{Place: "view"}, nil
	}
	return nil, nil
}

func (s *store) digest(class byte) (sum [32]byte, err error) {
	h := sha256.New()
	var lengths [8]byte
	err = s.kv.scan([]byte{class}, func(key, value []byte) error {
		binary.BigEndian.PutUint32(lengths[:], uint32(len(key)))
		binary.BigEndian.PutUint32(lengths[4:], uint32(len(value)))
		h.Write(lengths[:])
		h.Write(key)
		h.Write(value)
		return nil
	})
	return [32]byte(h.Sum(nil)), err
}

// firstDifference names the change that the first differing view stems from.
func (s *store) firstDifference(used *store, class byte) (*Bad, error) {
	bad := &Bad{Place: "view"}
	stop := data.E(data.CodeInternal) // ends the scan
	err := s.kv.scan([]byte{class}, func(key, value []byte) error {
		got, err := used.kv.get(key)
		if err == nil && got != nil && string(got) == string(value) {
			return nil
		}
		if class == classChange {
			bad.Device, bad.Number = change.DeviceID(key[1:9]), binary.BigEndian.Uint64(key[9:])
		}
		if class == classRecord {
			r, err := change.Unpack(value, "", data.ID{}, data.ID{})
			if err != nil {
				return err
			}
			for _, f := range r.Fields {
				for _, h := range f.Heads {
					bad.Device = h.Device
				}
			}
			s.history(data.ID(key[len(key)-16:]), func(c change.Change) error {
				bad.Device, bad.Number = c.Device, c.Seq
				return nil
			})
		}
		return stop
	})
	if err != nil && data.CodeOf(err) != data.CodeInternal {
		return nil, err
	}
	return bad, nil
}

// Rebuild throws the views away and builds them anew from the journal.
func (v *Vault) Rebuild(ctx context.Context) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return data.E(CodeClosed)
	}
	v.failed = true // until the new store stands
	if err := v.store.kv.close(); err != nil {
		return err
	}
	if err := v.rebuild(ctx, v.journal.at); err != nil {
		return err
	}
	v.failed = false
	return keepRegistry(v.dir, v.path(dbName), v.keys)
}
