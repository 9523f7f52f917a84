package desk

import (
	"context"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// step is one act that can be undone: the writes that undo it (or, on the redo
// stack, that do it again). Only the member who took it may: a change is signed
// with the name of who makes it.
type step struct {
	title  string // catalogue id
	by     data.ID
	writes []change.Write
}

// act appends the writes as one durable whole, remembers how to undo them and
// takes the changed records into the state.
func (d *Desk) act(ctx context.Context, title string, writes ...change.Write) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	return d.acted(ctx, title, nil, writes)
}

// acted is act for a caller that holds acts. What is hidden until the writes
// show it is appended with them, and stays when they are undone.
func (d *Desk) acted(ctx context.Context, title string, hidden, writes []change.Write) error {
	inverse, err := d.perform(ctx, hidden, writes)
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.undo = append(d.undo, step{title, d.me, inverse})
	d.redo = nil
	return nil
}

// perform appends the writes, if the member at the laptop may make them, and
// returns those that would undo them. No write reaches the log another way.
func (d *Desk) perform(ctx context.Context, hidden, writes []change.Write) (inverse []change.Write, err error) {
	hidden, writes = d.addressed(hidden), d.addressed(writes)
	if err := d.permit(slices.Concat(hidden, writes)); err != nil {
		return nil, err
	}
	for i, w := range writes {
		writes[i] = d.joined(w)
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
	if _, err := d.store.Append(ctx, me, slices.Concat(hidden, writes)...); err != nil {
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
	head, ok := rec.Fields[w.Field].Shown()
	if ok && head.Sealed {
		return back, data.E(change.CodeNoKey) // what cannot be read cannot be put back either
	}
	if ok && !head.Deleted {
		back.Op, back.Body, back.Audience = change.OpSet, head.Body, head.Audience
	}
	return back, nil
}

// aloof are kinds of record that change no judgement of whether and where a
// proposal was taken up.
var aloof = map[string]bool{
	kindUptake: true, kindView: true, kindIssue: true, kindTurn: true, kindSubmission: true, kindParty: true, kindGroup: true,
	kindWork: true, kindSpeech: true, kindRequest: true,
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
	enrolled := false
	for _, w := range writes {
		enrolled = enrolled || ofRoster(w.Kind)
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
		if !aloof[k.kind] && blankBooks[k.kind] == nil {
			d.judging = d.version + 1
		}
	}
	d.index = nil
	d.version++
	if !enrolled {
		return nil
	}
	if err := loadKeys(d.store); err != nil {
		return err
	}
	if err := d.loadRoster(); err != nil {
		return err
	}
	return d.look()
}

// CanUndo returns the catalogue id of the act that Undo would undo. It does not
// wait for an act that is being taken.
func (d *Desk) CanUndo() (title string, ok bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.top(d.undo)
}

// CanRedo returns the catalogue id of the act that Redo would do again.
func (d *Desk) CanRedo() (title string, ok bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.top(d.redo)
}

// top is the latest step of a stack if the member at the laptop took it.
func (d *Desk) top(stack []step) (string, bool) {
	if len(stack) == 0 || stack[len(stack)-1].by != d.me {
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
	return d.moved(ctx, from, to)
}

// moved is move for a caller that holds acts.
func (d *Desk) moved(ctx context.Context, from, to *[]step) (string, error) {
	d.mu.RLock()
	_, ok := d.top(*from)
	d.mu.RUnlock()
	if !ok {
		return "", data.E(CodeNothingToUndo)
	}
	s := (*from)[len(*from)-1]
	inverse, err := d.perform(ctx, nil, s.writes)
	if err != nil {
		return "", err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	*from = (*from)[:len(*from)-1]
	*to = append(*to, step{s.title, s.by, inverse})
	return s.title, nil
}
