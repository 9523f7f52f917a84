package desk

import (
	"cmp"
	"slices"
	"sync/atomic"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/search"
)

// shelf keeps annotations of one kind, so that those on one provision are found
// without looking at the others.
type shelf[T any] struct {
	all    map[data.ID]*kept[T]
	by     map[data.ID][]*kept[T] // by provision, oldest first; of the zero ID, those on the whole text
	beside map[data.ID][]*kept[T] // those that wait for a person beside what is on a provision; see passage.Aside
	where  placer[T]
}

// placer says on which provisions an annotation is now, and whether only beside
// what is there. It turns the annotation, as it was recorded, into what it is at
// that place, without altering what it shares with the record.
type placer[T any] func(id data.ID, it *T) (on []data.ID, beside bool)

// kept is an annotation, and when it was first recorded. It is replaced, never
// altered.
type kept[T any] struct {
	id     data.ID
	it     T  // as it is at its place in the current revision
	raw    *T // as it was recorded, where a later revision moved it; nil: the same
	at     change.HLC
	on     []data.ID
	beside bool
	folded atomic.Pointer[[]string] // its texts as search.Fold gives them; nil until they are looked for
}

// fold returns the texts of an annotation folded, which takes longer than to keep
// them. They are the same every time.
func (k *kept[T]) fold(texts ...string) []string {
	if f := k.folded.Load(); f != nil {
		return *f
	}
	f := make([]string, len(texts))
	for i, text := range texts {
		f[i] = search.Fold(text)
	}
	k.folded.Store(&f)
	return f
}

// recorded is the annotation as it was recorded.
func (k *kept[T]) recorded() T {
	if k.raw != nil {
		return *k.raw
	}
	return k.it
}

func newShelf[T any](where placer[T]) shelf[T] {
	return shelf[T]{
		all: map[data.ID]*kept[T]{}, by: map[data.ID][]*kept[T]{}, beside: map[data.ID][]*kept[T]{}, where: where,
	}
}

func (s *shelf[T]) get(id data.ID) (it T, ok bool) {
	if k := s.all[id]; k != nil {
		return k.it, true
	}
	return it, false
}

// put keeps an annotation as it was recorded. moved says that something is known
// of its way into later revisions.
func (s *shelf[T]) put(id data.ID, it T, at change.HLC, moved bool) {
	s.drop(id)
	k := &kept[T]{id: id, it: it, at: at}
	if moved {
		raw := it
		k.raw = &raw
	}
	k.on, k.beside = s.where(id, &k.it)
	s.all[id] = k
	lists := s.lists(k)
	for _, p := range k.on {
		list := lists[p]
		i := len(list)
		for i > 0 && older(k, list[i-1]) < 0 {
			i--
		}
		lists[p] = slices.Insert(list, i, k)
	}
}

// again puts an annotation where it belongs now.
func (s *shelf[T]) again(id data.ID, moved bool) {
	if k := s.all[id]; k != nil {
		s.put(id, k.recorded(), k.at, moved)
	}
}

func (s *shelf[T]) lists(k *kept[T]) map[data.ID][]*kept[T] {
	if k.beside {
		return s.beside
	}
	return s.by
}

func (s *shelf[T]) drop(id data.ID) {
	old := s.all[id]
	if old == nil {
		return
	}
	delete(s.all, id)
	lists := s.lists(old)
	for _, p := range old.on {
		list := lists[p]
		if i := slices.Index(list, old); i >= 0 {
			list = slices.Delete(list, i, i+1)
		}
		if len(list) == 0 {
			delete(lists, p)
		} else {
			lists[p] = list
		}
	}
}

// on returns those on a provision, oldest first; nil if there is none.
func (s *shelf[T]) on(provision data.ID) []T {
	return values(s.by[provision])
}

// last returns the latest on a provision.
func (s *shelf[T]) last(provision data.ID) (it T, ok bool) {
	list := s.by[provision]
	if len(list) == 0 {
		return it, false
	}
	return list[len(list)-1].it, true
}

// everything returns all of them, oldest first.
func (s *shelf[T]) everything() []T {
	list := make([]*kept[T], 0, len(s.all))
	for _, k := range s.all {
		list = append(list, k)
	}
	slices.SortFunc(list, older)
	return values(list)
}

// older orders annotations by when they were first recorded.
func older[T any](a, b *kept[T]) int {
	return cmp.Or(cmp.Compare(a.at, b.at), slices.Compare(a.id[:], b.id[:]))
}

func values[T any](list []*kept[T]) []T {
	if len(list) == 0 {
		return nil
	}
	out := make([]T, len(list))
	for i, k := range list {
		out[i] = k.it
	}
	return out
}

// recorded is when an annotation was first recorded. What it is about is
// written then, and neither undoing nor deleting takes it back.
func recorded(rec change.Record) change.HLC {
	for _, name := range []string{fieldAbout, fieldBody} {
		if head, ok := rec.Fields[name].Shown(); ok {
			return head.Time
		}
	}
	return 0
}

// concern knows of every annotation, deleted and undone ones included, which
// provisions it was ever about.
type concern struct {
	by map[data.ID][]data.ID // annotations by provision
	of map[data.ID][]data.ID // provisions by annotation
}

func newConcern() concern {
	return concern{map[data.ID][]data.ID{}, map[data.ID][]data.ID{}}
}

// knows reports whether anything of an annotation is there, or was.
func (c *concern) knows(annotation data.ID) bool {
	_, ok := c.of[annotation]
	return ok
}

func (c *concern) note(annotation data.ID, provisions []data.ID) {
	for _, p := range provisions {
		if known := c.of[annotation]; !slices.Contains(known, p) {
			c.of[annotation] = append(known, p)
			c.by[p] = append(c.by[p], annotation)
		}
	}
}
