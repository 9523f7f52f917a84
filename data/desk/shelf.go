package desk

import (
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// shelf keeps annotations of one kind, so that those on one provision are found
// without looking at the others.
type shelf[T any] struct {
	all map[data.ID]kept[T]
	by  map[data.ID][]data.ID // by provision; of the zero ID, those on the whole text
	on  func(T) []data.ID     // the provisions one is on
}

// kept is an annotation, and when it was first recorded.
type kept[T any] struct {
	it T
	at change.HLC
}

func newShelf[T any](on func(T) []data.ID) shelf[T] {
	return shelf[T]{all: map[data.ID]kept[T]{}, by: map[data.ID][]data.ID{}, on: on}
}

func (s *shelf[T]) get(id data.ID) (T, bool) {
	k, ok := s.all[id]
	return k.it, ok
}

func (s *shelf[T]) put(id data.ID, it T, at change.HLC) {
	s.drop(id)
	s.all[id] = kept[T]{it, at}
	for _, p := range s.on(it) {
		s.by[p] = append(s.by[p], id)
	}
}

func (s *shelf[T]) drop(id data.ID) {
	old, ok := s.all[id]
	if !ok {
		return
	}
	delete(s.all, id)
	for _, p := range s.on(old.it) {
		list := s.by[p]
		if i := slices.Index(list, id); i >= 0 {
			list = slices.Delete(list, i, i+1)
		}
		if len(list) == 0 {
			delete(s.by, p)
		} else {
			s.by[p] = list
		}
	}
}

// list returns those on a provision in the order in which they were recorded.
func (s *shelf[T]) list(provision data.ID) []T {
	ids := s.by[provision]
	if len(ids) == 0 {
		return nil
	}
	found := make([]kept[T], len(ids))
	for i, id := range ids {
		found[i] = s.all[id]
	}
	return inOrder(found)
}

// everything returns all of them in the order in which they were recorded.
func (s *shelf[T]) everything() []T {
	found := make([]kept[T], 0, len(s.all))
	for _, k := range s.all {
		found = append(found, k)
	}
	return inOrder(found)
}

func inOrder[T any](found []kept[T]) []T {
	slices.SortFunc(found, func(a, b kept[T]) int {
		switch {
		case a.at < b.at:
			return -1
		case a.at > b.at:
			return 1
		}
		return 0
	})
	out := make([]T, len(found))
	for i, k := range found {
		out[i] = k.it
	}
	return out
}

// recorded is when an annotation was first recorded. What it is about is
// written then and never taken back.
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
	of map[data.ID]int       // how many provisions each annotation is noted with
}

func newConcern() concern {
	return concern{map[data.ID][]data.ID{}, map[data.ID]int{}}
}

func (c *concern) note(annotation data.ID, provisions []data.ID) {
	known := c.of[annotation] > 0
	for _, p := range provisions {
		if !known || !slices.Contains(c.by[p], annotation) {
			c.by[p] = append(c.by[p], annotation)
			c.of[annotation]++
		}
	}
}
