package desk

import (
	"bytes"
	"context"
	"slices"
	"time"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/search"
)

// Books keep the records of the life of the treaty: each kind is one body that is
// replaced as a whole and says itself what the desk must know of it (data.Noted).
// What is in the table bookKinds is folded, told in history and audit, exchanged,
// undone and searched like everything else; a kind adds one line there and one in
// newBooks.

// blankBooks are books without a record: they know how the records of their kind are read.
var blankBooks = newBooks()

// Book is all records of one kind. Its methods return copies of the records;
// what these share (lists, texts by language) is not to be altered.
type Book[T any, P interface {
	*T
	data.Noted
}] struct {
	desk *Desk
	kind string
}

// volume is a book as the desk keeps it.
type volume interface {
	fold(d *Desk, rec change.Record) error
	sentence(body []byte) (string, error)
	each(yield func(data.Noted))
	searchable(kind string, order func(data.ID) int) []search.Item
}

type volumeOf[T any, P interface {
	*T
	data.Noted
}] struct{ shelf shelf[T] }

func newVolume[T any, P interface {
	*T
	data.Noted
}]() *volumeOf[T, P] {
	return &volumeOf[T, P]{newShelf(func(_ data.ID, it *T) ([]data.ID, bool) {
		if on := P(it).Concerns(); len(on) > 0 {
			return on, false
		}
		return []data.ID{{}}, false
	})}
}

func (v *volumeOf[T, P]) fold(d *Desk, rec change.Record) error { return foldBody(d, &v.shelf, rec) }

func (v *volumeOf[T, P]) sentence(body []byte) (string, error) {
	var it T
	if err := change.Unmarshal(body, &it); err != nil {
		return "", err
	}
	return P(&it).Sentence(), nil
}

func (v *volumeOf[T, P]) each(yield func(data.Noted)) {
	for _, it := range v.shelf.everything() {
		yield(P(&it))
	}
}

// searchable are the words of the records, the latest first. Those that are not for
// everybody, or are of a kind that is not, are confidential.
func (v *volumeOf[T, P]) searchable(kind string, order func(data.ID) int) (items []search.Item) {
	for _, k := range latest(v.shelf) {
		it := P(&k.it)
		head := search.Item{Class: search.ClassRecord, Kind: kind, Entity: k.id, Order: -1, At: -1}
		if narrower(it.Audience(), audienceOf(kind, fieldBody)) != data.AudienceAll {
			head.Class = search.ClassOurRecord
		}
		if on := it.Concerns(); len(on) > 0 {
			head.Provision, head.Order = on[0], order(on[0])
		}
		var said []search.Item
		for _, s := range data.SayingsOf(it) {
			head.Lang, head.Text = s.Lang, s.Text
			said = append(said, head)
		}
		items = append(items, k.foldItems(said)...)
	}
	return items
}

func (b Book[T, P]) volume() *volumeOf[T, P] { return b.desk.books[b.kind].(*volumeOf[T, P]) }

// All returns all records, oldest first.
func (b Book[T, P]) All() []T {
	b.desk.mu.RLock()
	defer b.desk.mu.RUnlock()
	return b.volume().shelf.everything()
}

// Get returns one record, and whether it is there.
func (b Book[T, P]) Get(id data.ID) (T, bool) {
	b.desk.mu.RLock()
	defer b.desk.mu.RUnlock()
	return b.volume().shelf.get(id)
}

// On returns the records that are about a provision, oldest first.
func (b Book[T, P]) On(provision data.ID) []T {
	provision = b.desk.permanent(provision)
	b.desk.mu.RLock()
	defer b.desk.mu.RUnlock()
	return b.volume().shelf.on(provision)
}

// Where returns the records for which keep is true, oldest first.
func (b Book[T, P]) Where(keep func(T) bool) []T {
	return slices.DeleteFunc(b.All(), func(it T) bool { return !keep(it) })
}

// Set writes a record: a new one where it has no identity yet. Writing nothing new
// is no act. It raises what the record's Check raises, data.CodeNotFound for a
// record that is not there, data.CodeForbidden.
func (b Book[T, P]) Set(ctx context.Context, it T) (T, error) {
	out, err := b.SetAll(ctx, it)
	if err != nil {
		return it, err
	}
	return out[0], nil
}

// SetAll is Set of several records as one act.
func (b Book[T, P]) SetAll(ctx context.Context, all ...T) ([]T, error) {
	out := slices.Clone(all)
	act := "act." + b.kind + ".edit"
	var writes []change.Write
	stamp := now() // one act, one moment
	for i := range out {
		added, more, err := b.writes(&out[i], stamp)
		if err != nil {
			return nil, err
		}
		if added {
			act = "act." + b.kind
		}
		writes = append(writes, more...)
	}
	if len(writes) == 0 {
		return out, nil
	}
	return out, b.desk.act(ctx, act, writes...)
}

// Delete takes a record away with all that hangs on it, as one act; they stay in the
// history. What the member at the laptop cannot read is not seen and stays where it is.
func (b Book[T, P]) Delete(ctx context.Context, id data.ID) error {
	d := b.desk
	d.acts.Lock()
	defer d.acts.Unlock()
	if _, known := b.Get(id); !known {
		return data.E(data.CodeNotFound, "what", b.kind)
	}
	writes := []change.Write{tombstone(b.kind, root, id, fieldBody)}
	for _, h := range d.hanging(id) {
		writes = append(writes, tombstone(h.kind, root, h.id, fieldBody))
	}
	return d.acted(ctx, "act."+b.kind+".delete", nil, writes)
}

// Hanging counts the records that Delete would take away with one.
func (b Book[T, P]) Hanging(id data.ID) int { return len(b.desk.hanging(id)) }

// hung is a record that hangs on another.
type hung struct {
	kind string
	id   data.ID
}

// hanging finds what hangs on a record, and what hangs on that, each once; those
// nearer to it first.
func (d *Desk) hanging(id data.ID) (out []hung) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	on := map[data.ID][]hung{}
	for _, kind := range bookKinds {
		d.books[kind].each(func(it data.Noted) {
			if h, does := it.(data.Hanging); does {
				for _, other := range h.HangsOn() {
					on[other] = append(on[other], hung{kind, it.Head().ID})
				}
			}
		})
	}
	seen := map[data.ID]bool{id: true, {}: true}
	for next := []data.ID{id}; len(next) > 0; next = next[1:] {
		for _, h := range on[next[0]] {
			if !seen[h.id] {
				seen[h.id] = true
				out, next = append(out, h), append(next, h.id)
			}
		}
	}
	return out
}

// writes fills in the entry of a record and gives what writes it; nothing where
// it says nothing new.
func (b Book[T, P]) writes(it P, stamp time.Time) (added bool, writes []change.Write, err error) {
	if err := it.Check(); err != nil {
		return false, nil, err
	}
	head := it.Head()
	if added = head.ID.IsZero(); added {
		*head = data.Entry{ID: data.NewID(), Author: b.desk.Me().ID, Time: stamp}
	} else {
		old, known := b.Get(head.ID)
		if !known {
			return false, nil, data.E(data.CodeNotFound, "what", b.kind)
		}
		*head = *P(&old).Head()
		if bytes.Equal(change.Marshal(old), change.Marshal(*it)) {
			return false, nil, nil
		}
	}
	body := set(b.kind, root, head.ID, fieldBody, *it)
	body.Audience = string(it.Audience())
	return added, []change.Write{b.desk.stillAbout(b.kind, head.ID, it.Concerns()), body}, nil
}

// bookEvent puts a change to a record of a book into the terms of the history.
func bookEvent(e Event, c change.Change, name string, book volume) (_ Event, ok bool, err error) {
	if name != fieldBody {
		return e, false, nil
	}
	if e.What = "event." + c.Kind; c.Op == change.OpTombstone {
		e.What += ".deleted"
		return e, true, nil
	}
	e.After, err = book.sentence(c.Body)
	return e, err == nil, err
}

// bookSecrets are the words of records that fewer may read than their kind. The
// caller holds mu.
func (d *Desk) bookSecrets(add func(field, text string, exact bool)) {
	for _, kind := range bookKinds {
		d.books[kind].each(func(it data.Noted) {
			if it.Audience() != data.AudienceAll {
				for _, said := range data.SayingsOf(it) {
					add("field."+kind, said.Text, false)
				}
			}
		})
	}
}
