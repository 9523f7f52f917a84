package desk

import (
	"bytes"
	"cmp"
	"context"
	"maps"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// ahead is a store as it would be with changes of other laptops in it, and stays
// in memory: a desk that is opened over it says what they would bring, and fails
// where they would harm. Nothing can be written to it.
type ahead struct {
	Store
	keys    *change.Keyring // those held, and those that the changes bring
	cuts    map[change.DeviceID]uint64
	records map[recordKey]*aheadRecord
	scopes  map[scopeKey][]data.ID // entities of the changes, sorted
	ofs     map[data.ID][]change.Change
	files   map[[32]byte][]byte
	scratch map[string]string
}

type scopeKey struct {
	kind  string
	scope data.ID
}

// aheadRecord is what happens to a record: changes that come, and whether some
// that are in it count for nothing now, so that it is merged anew.
type aheadRecord struct {
	news  []change.Change
	again bool
}

func newAhead(under Store, news []change.Change, files map[[32]byte][]byte) (*ahead, error) {
	a := &ahead{
		Store: under, keys: under.Keyring().Copy(), cuts: map[change.DeviceID]uint64{}, files: files,
		records: map[recordKey]*aheadRecord{}, scopes: map[scopeKey][]data.ID{}, ofs: map[data.ID][]change.Change{}, scratch: map[string]string{},
	}
	a.cut(under.Heads(), news)
	for _, c := range news {
		a.ofs[c.Entity] = append(a.ofs[c.Entity], c)
		if a.counts(c) {
			r := a.touch(c)
			r.news = append(r.news, c)
		}
	}
	if err := a.mergeAgain(); err != nil {
		return nil, err
	}
	for _, list := range a.scopes {
		slices.SortFunc(list, func(x, y data.ID) int { return bytes.Compare(x[:], y[:]) })
	}
	return a, nil
}

// cut notes after which of its changes a removed laptop's count for nothing; the
// earliest of several removals holds.
func (a *ahead) cut(heads []change.Known, news []change.Change) {
	note := func(device change.DeviceID, last uint64) {
		if before, cut := a.cuts[device]; !cut || last < before {
			a.cuts[device] = last
		}
	}
	for _, k := range heads {
		if k.Cut != nil {
			note(k.Device, k.Cut.Last)
		}
	}
	for _, c := range news {
		if device, last, ok := change.CutOf(c); ok {
			note(device, last)
		}
	}
}

func (a *ahead) counts(c change.Change) bool {
	last, cut := a.cuts[c.Device]
	return !cut || c.Seq <= last
}

func (a *ahead) touch(c change.Change) *aheadRecord {
	key := recordKey{c.Kind, c.Scope, c.Entity}
	r := a.records[key]
	if r == nil {
		r = &aheadRecord{}
		a.records[key] = r
		of := scopeKey{c.Kind, c.Scope}
		a.scopes[of] = append(a.scopes[of], c.Entity)
	}
	return r
}

// mergeAgain finds the records that hold changes which a removal leaves out.
func (a *ahead) mergeAgain() error {
	have := map[change.DeviceID]uint64{}
	for _, k := range a.Store.Heads() {
		have[k.Device] = k.Link.Seq
		if last, cut := a.cuts[k.Device]; cut && last < k.Link.Seq && (k.Cut == nil || last < k.Cut.Last) {
			have[k.Device] = last
		}
	}
	return a.Store.Since(have, func(c change.Change) error {
		a.touch(c).again = true
		return nil
	})
}

// Keyring implements Store.
func (a *ahead) Keyring() *change.Keyring { return a.keys }

// Append implements Store: it refuses.
func (a *ahead) Append(context.Context, data.ID, ...change.Write) ([]change.Change, error) {
	return nil, data.E(data.CodeInternal)
}

// Take implements Store: it refuses.
func (a *ahead) Take(context.Context, []change.Change) (change.Taken, error) {
	return change.Taken{}, data.E(data.CodeInternal)
}

// PutBlob implements Store: it refuses.
func (a *ahead) PutBlob(context.Context, []byte) ([32]byte, error) {
	return [32]byte{}, data.E(data.CodeInternal)
}

// Blob implements Store.
func (a *ahead) Blob(sum [32]byte) ([]byte, error) {
	if content, ok := a.files[sum]; ok {
		return content, nil
	}
	return a.Store.Blob(sum)
}

// Scratch implements Store.
func (a *ahead) Scratch(key string) string {
	if text, set := a.scratch[key]; set {
		return text
	}
	return a.Store.Scratch(key)
}

// SetScratch implements Store, in memory.
func (a *ahead) SetScratch(key, text string) error {
	a.scratch[key] = text
	return nil
}

// Records implements Store: what is there, changed where the changes change it,
// in the order of the entities.
func (a *ahead) Records(kind string, scope data.ID, yield func(change.Record) error) error {
	rest := a.scopes[scopeKey{kind, scope}]
	before := func(id data.ID) bool { return len(rest) > 0 && bytes.Compare(rest[0][:], id[:]) < 0 }
	fresh := func() error {
		id := rest[0]
		rest = rest[1:]
		rec, err := a.Record(kind, scope, id)
		if err != nil {
			return err
		}
		return yield(rec)
	}
	err := a.Store.Records(kind, scope, func(rec change.Record) error {
		for before(rec.Entity) {
			if err := fresh(); err != nil {
				return err
			}
		}
		if len(rest) == 0 || rest[0] != rec.Entity {
			return yield(rec)
		}
		rest = rest[1:]
		rec, err := a.merged(rec)
		if err != nil {
			return err
		}
		return yield(rec)
	})
	for err == nil && len(rest) > 0 {
		err = fresh()
	}
	return err
}

// Record implements Store.
func (a *ahead) Record(kind string, scope, entity data.ID) (change.Record, error) {
	rec, err := a.Store.Record(kind, scope, entity)
	if _, touched := a.records[recordKey{kind, scope, entity}]; !touched {
		return rec, err
	}
	if data.CodeOf(err) == data.CodeNotFound {
		rec, err = change.Record{Kind: kind, Scope: scope, Entity: entity}, nil
	}
	if err != nil {
		return rec, err
	}
	return a.merged(rec)
}

// merged is a record with what happens to it.
func (a *ahead) merged(rec change.Record) (change.Record, error) {
	happens := a.records[recordKey{rec.Kind, rec.Scope, rec.Entity}]
	if happens == nil {
		return rec, nil
	}
	history := func() ([]change.Change, error) { return a.Store.History(rec.Entity) }
	if !happens.again {
		rec = copyRecord(rec)
		err := a.apply(&rec, happens.news, history)
		return rec, err
	}
	rec.Fields = nil
	old, err := history()
	if err != nil {
		return rec, err
	}
	var standing []change.Change
	for _, c := range old {
		if c.Kind != rec.Kind || c.Scope != rec.Scope || !a.counts(c) {
			continue
		}
		if c, err = change.DecodeTrusted(c.Raw()); err != nil { // as it is in the log, to be opened with the keys that come
			return rec, err
		}
		standing = append(standing, c)
	}
	err = a.apply(&rec, slices.Concat(standing, happens.news), func() ([]change.Change, error) { return nil, nil })
	return rec, err
}

// apply merges changes into a record. before gives the changes that are in it; it
// is asked only where versions were concurrent.
func (a *ahead) apply(rec *change.Record, list []change.Change, before func() ([]change.Change, error)) error {
	known := map[[32]byte]bool{}
	var failed error
	asked := false
	isKnown := func(id [32]byte) bool {
		if !asked {
			asked = true
			old, err := before()
			failed = err
			for _, c := range old {
				known[c.ID()] = true
			}
		}
		return known[id]
	}
	for _, c := range list {
		known[c.ID()] = true
		c = a.keys.Open(c)
		rec.Apply(c, isKnown)
		seal(*rec, c)
	}
	return failed
}

// seal marks the head of a change that cannot be read here.
func seal(rec change.Record, c change.Change) {
	for i, h := range rec.Fields[c.Field].Heads {
		if c.Sealed && h.ID == c.ID() {
			rec.Fields[c.Field].Heads[i].Sealed = true
		}
	}
}

func copyRecord(rec change.Record) change.Record {
	rec.Fields = maps.Clone(rec.Fields)
	for name, f := range rec.Fields {
		rec.Fields[name] = change.Field{Heads: slices.Clone(f.Heads), Awaited: slices.Clone(f.Awaited)}
	}
	return rec
}

// History implements Store.
func (a *ahead) History(entity data.ID) ([]change.Change, error) {
	list, err := a.Store.History(entity)
	if err != nil || len(a.ofs[entity]) == 0 {
		return list, err
	}
	for _, c := range a.ofs[entity] {
		list = append(list, a.keys.Open(c))
	}
	slices.SortStableFunc(list, func(x, y change.Change) int {
		if x.Time != y.Time {
			return cmp.Compare(x.Time, y.Time)
		}
		return bytes.Compare(x.Device[:], y.Device[:])
	})
	return list, nil
}
