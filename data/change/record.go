package change

import (
	"bytes"
	"cmp"
	"slices"

	"travaux/data"
)

// Head is a value of a field that no known change has replaced.
type Head struct {
	_       struct{} `cbor:",toarray"`
	ID      [32]byte // of the change that wrote it
	Time    HLC
	Device  DeviceID
	Author  data.ID
	Body    []byte
	Deleted bool

	Audience string
	Epoch    uint32 // 0: the body is in clear
	Sealed   bool   `cbor:"-"` // set by Keyring.OpenRecord: the key is not held, Body is nil
}

// Field is the state of one field: its heads, the shown one first.
type Field struct {
	_       struct{} `cbor:",toarray"`
	Heads   []Head
	Awaited [][32]byte // replaced by a known change before they arrived
}

// Shown returns the head people see: the one with the largest time. ok is
// false for a field that was never written.
func (f Field) Shown() (head Head, ok bool) {
	if len(f.Heads) == 0 {
		return Head{}, false
	}
	return f.Heads[0], true
}

// Body returns the shown value; nil where there is none or it is deleted.
func (f Field) Body() []byte {
	if head, ok := f.Shown(); ok && !head.Deleted {
		return head.Body
	}
	return nil
}

// Conflict reports whether more than one version stands.
func (f Field) Conflict() bool { return len(f.Heads) > 1 }

// Record is the current state of an entity, merged from all its changes.
type Record struct {
	Kind   string
	Scope  data.ID
	Entity data.ID
	Fields map[string]Field
}

// Body returns the shown value of a field; nil where there is none.
func (r Record) Body(field string) []byte { return r.Fields[field].Body() }

// Deleted reports whether the entity is deleted and nobody wrote to it
// without having seen that (see Disputed).
func (r Record) Deleted() bool {
	head, ok := r.Fields[""].Shown()
	return ok && head.Deleted && !r.Disputed()
}

// Disputed reports whether somebody deleted the entity while somebody else
// was writing to it: a person has to decide.
func (r Record) Disputed() bool {
	own := r.Fields[""]
	head, ok := own.Shown()
	if own.Conflict() && slices.ContainsFunc(own.Heads, func(h Head) bool { return h.Deleted }) {
		return true
	}
	if !ok || !head.Deleted {
		return false
	}
	var seen [][32]byte
	if Unmarshal(head.Body, &seen) != nil {
		return false
	}
	for name, field := range r.Fields {
		for _, h := range field.Heads {
			if name != "" && !slices.Contains(seen, h.ID) {
				return true
			}
		}
	}
	return false
}

// Prepare completes a write with what its author saw: the bases it replaces
// and, for the deletion of the whole entity, the heads it takes with it.
//
// A set replaces the shown head only, so a conflict outlives it and nobody's
// words vanish unread; OpResolve and OpTombstone replace all.
func (r Record) Prepare(w Write) (Write, [][32]byte) {
	var bases [][32]byte
	for i, h := range r.Fields[w.Field].Heads {
		if i == 0 || w.Op == OpResolve || w.Op == OpTombstone {
			bases = append(bases, h.ID)
		}
	}
	slices.SortFunc(bases, compareIDs)
	if w.Op == OpTombstone && w.Field == "" {
		seen := [][32]byte{}
		for name, field := range r.Fields {
			for _, h := range field.Heads {
				if name != "" {
					seen = append(seen, h.ID)
				}
			}
		}
		slices.SortFunc(seen, compareIDs)
		w.Body = Marshal(seen)
	}
	return w, bases
}

// Apply merges a change of this entity into the record. Every change must be
// applied exactly once; the order does not matter. known tells whether a
// change was applied before; it is asked only where versions were concurrent.
func (r *Record) Apply(c Change, known func(id [32]byte) bool) {
	if r.Fields == nil {
		r.Fields = map[string]Field{}
	}
	field := r.Fields[c.Field]
	for _, base := range c.Bases {
		field.replace(base, known)
	}
	field.add(Head{
		ID: c.id, Time: c.Time, Device: c.Device, Author: c.Author,
		Body: c.Body, Deleted: c.Op == OpTombstone, Audience: c.Audience, Epoch: c.Epoch,
	})
	r.Fields[c.Field] = field
}

// replace takes a head away, now or, if its change is still on the way, when
// it arrives.
func (f *Field) replace(id [32]byte, known func([32]byte) bool) {
	if i := slices.IndexFunc(f.Heads, func(h Head) bool { return h.ID == id }); i >= 0 {
		f.Heads = without(f.Heads, i)
		return
	}
	if i, awaited := slices.BinarySearchFunc(f.Awaited, id, compareIDs); !awaited && !known(id) {
		f.Awaited = slices.Insert(f.Awaited, i, id)
	}
}

func (f *Field) add(h Head) {
	if i, awaited := slices.BinarySearchFunc(f.Awaited, h.ID, compareIDs); awaited {
		f.Awaited = without(f.Awaited, i)
		return
	}
	i, _ := slices.BinarySearchFunc(f.Heads, h, compareHeads)
	f.Heads = slices.Insert(f.Heads, i, h)
}

// without never returns an empty slice: empty and nil would be packed as
// different bytes.
func without[T any](list []T, i int) []T {
	if len(list) == 1 {
		return nil
	}
	return slices.Delete(list, i, i+1)
}

// Pack encodes the record's fields; equal states give equal bytes.
func (r Record) Pack() []byte { return Marshal(r.Fields) }

// Unpack reads what Pack wrote into a record of that kind, scope and entity.
func Unpack(packed []byte, kind string, scope, entity data.ID) (Record, error) {
	r := Record{Kind: kind, Scope: scope, Entity: entity}
	if err := Unmarshal(packed, &r.Fields); err != nil {
		return Record{}, err
	}
	return r, nil
}

func compareIDs(a, b [32]byte) int { return bytes.Compare(a[:], b[:]) }

func compareHeads(a, b Head) int {
	return cmp.Or(cmp.Compare(b.Time, a.Time), bytes.Compare(b.Device[:], a.Device[:]), compareIDs(a.ID, b.ID))
}
