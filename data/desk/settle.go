package desk

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/change"
	threeway "travaux/data/redline/merge"
)

// Codes of conflicts that cannot be settled as asked.
const (
	CodeConflictChanged data.Code = "desk.conflict-changed" // it was settled or changed since it was shown
	CodeConflictValue   data.Code = "desk.conflict-value"   // what was given cannot stand in that field
	CodeContested       data.Code = "desk.contested"        // a position with a field in conflict cannot be approved
)

// Settled is what a person decides of a conflict: one of the versions, the
// proposed merge, or words of his own.
type Settled struct {
	Keep  [32]byte // the version that holds; zero: none of them
	Merge bool     // the proposed merge (Desk.Merge)
	Text  string   // other words, where the field is one text (Conflict.Words)
}

// Settle makes one value hold where several stood, by a change that replaces them
// all; the others stay in the history. Keeping a version that was deleted deletes;
// keeping one against a deletion brings back all that the same act had deleted.
//
// Codes: data.CodeForbidden, CodeConflictChanged, CodeConflictValue, CodeEmpty.
func (d *Desk) Settle(ctx context.Context, c Conflict, s Settled) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	if !maySettle(c.Kind, c.name, change.OpResolve, d.Me().Role) {
		return data.E(data.CodeForbidden)
	}
	if !d.sameVersions(c) {
		return data.E(CodeConflictChanged)
	}
	w := change.Write{Kind: c.Kind, Scope: c.scope, Entity: c.Entity, Op: change.OpResolve, Field: c.name, Lang: string(c.Lang)}
	switch {
	case s.Merge:
		m, ok := d.Merge(c)
		if !ok {
			return data.E(CodeConflictValue)
		}
		w.Body = m.body
	case s.Keep != [32]byte{}:
		body, deleted, err := d.bodyOf(c, s.Keep)
		if err != nil {
			return err
		}
		if w.Body = body; deleted {
			w.Op = change.OpTombstone
		}
	case !c.Words():
		return data.E(CodeConflictValue)
	default:
		text := strings.TrimRight(s.Text, " \t\r\n")
		if text == "" && c.Kind == kindComment {
			return data.E(CodeEmpty)
		}
		w.Body = change.Marshal(text)
	}
	back, err := d.broughtBack(c, w)
	if err != nil {
		return err
	}
	return d.acted(ctx, "act.settle", nil, append(back, w))
}

// bodyOf is the body of a version as it was written.
func (d *Desk) bodyOf(c Conflict, id [32]byte) (body []byte, deleted bool, err error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, h := range d.disputed[recordKey{c.Kind, c.scope, c.Entity}][c.name] {
		if h.ID == id {
			return h.Body, h.Deleted, nil
		}
	}
	return nil, false, data.E(CodeConflictValue)
}

// broughtBack is what keeping a field against a deletion takes with it: the other
// fields of the record that were deleted in the same act, as they were before.
func (d *Desk) broughtBack(c Conflict, w change.Write) ([]change.Write, error) {
	if w.Op == change.OpTombstone || !slices.ContainsFunc(c.Versions, func(v ConflictVersion) bool { return v.Deleted }) {
		return nil, nil
	}
	history, err := d.store.History(c.Entity)
	if err != nil {
		return nil, err
	}
	rec, err := d.store.Record(c.Kind, c.scope, c.Entity)
	if err != nil {
		return nil, err
	}
	var out []change.Write
	for _, v := range c.Versions {
		if !v.Deleted {
			continue
		}
		for _, gone := range sameAct(history, v.ID) {
			head, ok := rec.Fields[gone.Field].Shown()
			last := lastBefore(history, gone)
			if gone.Field == c.name || !ok || head.ID != gone.ID() || last == nil {
				continue // it was written again since, or is what is being settled
			}
			out = append(out, change.Write{
				Kind: c.Kind, Scope: c.scope, Entity: c.Entity, Op: change.OpSet, Field: gone.Field, Body: last.Body, Lang: last.Lang,
			})
		}
	}
	return out, nil
}

// sameAct are the deletions of a record that were written one after another with
// that one.
func sameAct(history []change.Change, id [32]byte) []change.Change {
	at := slices.IndexFunc(history, func(c change.Change) bool { return c.ID() == id })
	if at < 0 {
		return nil
	}
	one := history[at]
	bySeq := map[uint64]change.Change{}
	for _, c := range history {
		if c.Device == one.Device && c.Kind == one.Kind && c.Op == change.OpTombstone {
			bySeq[c.Seq] = c
		}
	}
	out := []change.Change{one}
	for _, step := range []uint64{^uint64(0), 1} { // backwards, forwards
		for c, ok := bySeq[one.Seq+step]; ok; c, ok = bySeq[c.Seq+step] {
			out = append(out, c)
		}
	}
	return out
}

// lastBefore is the latest value of a field that a deletion replaced; nil if there
// was none.
func lastBefore(history []change.Change, gone change.Change) *change.Change {
	var last *change.Change
	for i, c := range history {
		if slices.Contains(gone.Bases, c.ID()) && c.Op != change.OpTombstone && (last == nil || c.Time > last.Time) {
			last = &history[i]
		}
	}
	return last
}

// Merged is a value that holds the changes of both versions of a conflict. It is
// only ever proposed.
type Merged struct {
	Base    string           // what both versions were made of, of a field that is one text
	Text    string           // the wording with the changes of both
	Pieces  []threeway.Piece // which change comes from whom; One is the version shown first
	Details []ConflictDetail // of a field with details: those in which the versions differ, as merged

	body []byte
}

// Merge proposes a value for a conflict of two versions out of what both were made
// of, as the log holds it. ok is false where there are more versions, where one
// deleted what the other changed, where both changed the same words, or where the
// log does not hold what they were made of.
func (d *Desk) Merge(c Conflict) (m Merged, ok bool) {
	if len(c.Versions) != 2 || c.Versions[0].Deleted || c.Versions[1].Deleted || c.Field == fieldStance {
		return m, false
	}
	one, _, errOne := d.bodyOf(c, c.Versions[0].ID)
	two, _, errTwo := d.bodyOf(c, c.Versions[1].ID)
	base, known := d.baseOf(c)
	if errOne != nil || errTwo != nil {
		return m, false
	}
	if c.Words() {
		return mergedTexts(base, one, two, known)
	}
	if !known {
		return m, false
	}
	body, ok := mergedDetails(base, one, two)
	if !ok {
		return m, false
	}
	return Merged{Details: differing([][]byte{body, one, two})[0], body: body}, true
}

func mergedTexts(base, one, two []byte, known bool) (m Merged, ok bool) {
	var a, b string
	if !known || change.Unmarshal(one, &a) != nil || change.Unmarshal(two, &b) != nil {
		return m, false
	}
	if base != nil && change.Unmarshal(base, &m.Base) != nil {
		return m, false
	}
	m.Pieces, ok = threeway.Words(m.Base, a, b)
	m.Text = threeway.Text(m.Pieces)
	m.body = change.Marshal(m.Text)
	return m, ok
}

// mergedDetails takes every detail from who changed it; texts that both changed
// are merged word by word.
func mergedDetails(base, one, two []byte) (body []byte, ok bool) {
	var parts [3]map[string]change.Raw
	for i, b := range [][]byte{base, one, two} {
		if change.Unmarshal(b, &parts[i]) != nil {
			return nil, false
		}
	}
	out := map[string]change.Raw{}
	names := map[string]bool{}
	for _, p := range parts {
		for name := range p {
			names[name] = true
		}
	}
	for name := range names {
		raw, ok := mergedRaw(parts[0][name], parts[1][name], parts[2][name], slices.Contains(unsaid, name))
		if !ok {
			return nil, false
		}
		if raw != nil {
			out[name] = raw
		}
	}
	return change.Marshal(out), true
}

func mergedRaw(base, one, two change.Raw, free bool) (raw change.Raw, ok bool) {
	switch {
	case bytes.Equal(one, two) || bytes.Equal(two, base) || free:
		return one, true
	case bytes.Equal(one, base):
		return two, true
	}
	if a, ok := tongues(one); ok {
		if b, ok := tongues(two); ok {
			was, _ := tongues(base)
			return mergedWords(was, a, b)
		}
	}
	var was, a, b string
	if change.Unmarshal(one, &a) != nil || change.Unmarshal(two, &b) != nil || base != nil && change.Unmarshal(base, &was) != nil {
		return nil, false
	}
	pieces, clean := threeway.Words(was, a, b)
	return change.Marshal(threeway.Text(pieces)), clean
}

func mergedWords(base, one, two data.Words) (raw change.Raw, ok bool) {
	out := maps.Clone(one)
	for _, lang := range data.Langs {
		pieces, clean := threeway.Words(base[lang], one[lang], two[lang])
		if !clean {
			return nil, false
		}
		if out[lang] = threeway.Text(pieces); out[lang] == "" {
			delete(out, lang)
		}
	}
	return change.Marshal(out), true
}

// baseOf is the value that both versions of a conflict were made of: the latest
// that both replaced, at first hand or further back. It is nil, and known, where
// both wrote into an empty field.
func (d *Desk) baseOf(c Conflict) (base []byte, known bool) {
	history, err := d.store.History(c.Entity)
	if err != nil {
		return nil, false
	}
	byID := map[[32]byte]change.Change{}
	for _, x := range history {
		if x.Kind == c.Kind && x.Scope == c.scope && x.Field == c.name {
			byID[x.ID()] = x
		}
	}
	before := func(id [32]byte) map[[32]byte]bool {
		seen := map[[32]byte]bool{}
		for open := [][32]byte{id}; len(open) > 0; open = open[1:] {
			for _, b := range byID[open[0]].Bases {
				if !seen[b] {
					seen[b] = true
					open = append(open, b)
				}
			}
		}
		return seen
	}
	one, two := before(c.Versions[0].ID), before(c.Versions[1].ID)
	var last *change.Change
	for id := range one {
		x, there := byID[id]
		if two[id] && there && (last == nil || x.Time > last.Time) {
			last = &x
		}
	}
	switch {
	case last == nil:
		return nil, len(one) == 0 || len(two) == 0
	case last.Op == change.OpTombstone:
		return nil, true
	}
	return last.Body, last.Body != nil
}
