package desk

import (
	"context"

	"travaux/data"
	"travaux/data/change"
)

// step is one act that can be undone: the writes that undo it (or, on the redo
// stack, that do it again).
type step struct {
	title  string // catalogue id
	writes []change.Write
}

// act appends the writes as one durable whole, remembers how to undo them and
// takes the changed records into the state.
func (d *Desk) act(ctx context.Context, title string, writes ...change.Write) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	inverse, err := d.perform(ctx, writes)
	if err != nil {
		return err
	}
	d.undo = append(d.undo, step{title, inverse})
	d.redo = nil
	return nil
}

// perform appends the writes and returns those that would undo them.
func (d *Desk) perform(ctx context.Context, writes []change.Write) (inverse []change.Write, err error) {
	for _, w := range writes {
		if w.Field == fieldAbout {
			continue
		}
		before, err := d.inverse(w)
		if err != nil {
			return nil, err
		}
		inverse = append(inverse, before)
	}
	d.mu.RLock()
	me := d.me
	d.mu.RUnlock()
	if _, err := d.store.Append(ctx, me, writes...); err != nil {
		return nil, err
	}
	return inverse, d.take(writes)
}

// inverse is the write that puts a field back to what it shows now.
func (d *Desk) inverse(w change.Write) (change.Write, error) {
	back := w
	back.Op, back.Body = change.OpTombstone, nil
	rec, err := d.store.Record(w.Kind, w.Scope, w.Entity)
	if data.CodeOf(err) == data.CodeNotFound {
		return back, nil
	}
	if err != nil {
		return back, err
	}
	if head, ok := rec.Fields[w.Field].Shown(); ok && !head.Deleted {
		back.Op, back.Body = change.OpSet, head.Body
	}
	return back, nil
}

// take reads the records that were written again into the state.
func (d *Desk) take(writes []change.Write) error {
	type key struct {
		kind          string
		scope, entity data.ID
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	seen := make(map[key]bool)
	for _, w := range writes {
		k := key{w.Kind, w.Scope, w.Entity}
		if seen[k] {
			continue
		}
		seen[k] = true
		rec, err := d.store.Record(k.kind, k.scope, k.entity)
		if err != nil {
			return err
		}
		if err := d.fold(rec); err != nil {
			return err
		}
	}
	d.index = nil
	return nil
}

// CanUndo returns the catalogue id of the act that Undo would undo.
func (d *Desk) CanUndo() (title string, ok bool) {
	d.acts.Lock()
	defer d.acts.Unlock()
	return top(d.undo)
}

// CanRedo returns the catalogue id of the act that Redo would do again.
func (d *Desk) CanRedo() (title string, ok bool) {
	d.acts.Lock()
	defer d.acts.Unlock()
	return top(d.redo)
}

func top(stack []step) (string, bool) {
	if len(stack) == 0 {
		return "", false
	}
	return stack[len(stack)-1].title, true
}

// Undo takes the latest act back, by a new change. It returns the catalogue id
// of the act.
func (d *Desk) Undo(ctx context.Context) (string, error) { return d.move(ctx, &d.undo, &d.redo) }

// Redo does the latest undone act again. It returns the catalogue id of the act.
func (d *Desk) Redo(ctx context.Context) (string, error) { return d.move(ctx, &d.redo, &d.undo) }

func (d *Desk) move(ctx context.Context, from, to *[]step) (string, error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	if len(*from) == 0 {
		return "", data.E(CodeNothingToUndo)
	}
	s := (*from)[len(*from)-1]
	inverse, err := d.perform(ctx, s.writes)
	if err != nil {
		return "", err
	}
	*from = (*from)[:len(*from)-1]
	*to = append(*to, step{s.title, inverse})
	return s.title, nil
}
