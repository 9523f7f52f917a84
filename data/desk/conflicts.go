package desk

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/change"
)

// Conflict is one field that was changed on several laptops that did not know of
// each other's change. All versions are kept; the first, the latest, is the one
// that is shown everywhere until a person settles it (Settle).
type Conflict struct {
	Kind       string    // of the record: "position", "comment"…; catalogue family "conflict-kind"
	Field      string    // "wording", "text"…; catalogue family "conflict-field"
	Lang       data.Lang // of the words; "" where the field is of no language
	Entity     data.ID   // the record
	Provisions []data.ID // that it is about, as far as it is about any
	Versions   []ConflictVersion

	scope data.ID
	name  string // of the field, with its language
	plain bool   // every version is one text
}

// ConflictVersion is what one laptop made of a field.
type ConflictVersion struct {
	ID      [32]byte // of the change
	Author  data.ID
	Device  change.DeviceID
	Time    time.Time
	Deleted bool
	Text    string           // of a field that is one text
	Details []ConflictDetail // of one that has several: those in which the versions differ
}

// ConflictDetail is one of several details that a field holds together.
type ConflictDetail struct {
	Name string    // catalogue family "conflict-detail"; "" for the words of the field itself
	Lang data.Lang // of the text, where it has one
	Text string    // as it is written; "" where there is nothing, or nothing that words can say
}

// Words reports whether the field is one text that a person can write otherwise,
// so that a merge of it is one of words.
func (c Conflict) Words() bool { return c.plain && c.Field != fieldStance }

// recordKey is what a record is stored under.
type recordKey struct {
	kind          string
	scope, entity data.ID
}

// disputes are the fields that have several versions, those included of which all
// versions are the same.
type disputes map[recordKey]map[string][]change.Head

// settledByTime are the fields of which the latest value holds and nobody is
// asked: marks, places, and what the program writes for itself.
var settledByTime = []string{fieldAbout, fieldHome, fieldPlace, fieldResolved, fieldWithdrawn}

// kindsSettledByTime are the records of which no field is written by a person,
// and those that are only ever added.
var kindsSettledByTime = []string{kindRevision, kindProvision, kindPairing, kindCarry, kindCarried, kindDecision, kindStep, kindAcknowledgement, kindHandOver, kindOverride, kindStepDown, kindTurn, kindReported, kindWork}

// foldConflicts notes which fields of a record have more than one version.
func (d *Desk) foldConflicts(rec change.Record) {
	key := recordKey{rec.Kind, rec.Scope, rec.Entity}
	delete(d.disputed, key)
	if slices.Contains(kindsSettledByTime, rec.Kind) {
		return
	}
	for name, f := range rec.Fields {
		if !f.Conflict() || slices.Contains(settledByTime, name) {
			continue
		}
		if d.disputed[key] == nil {
			d.disputed[key] = map[string][]change.Head{}
		}
		d.disputed[key][name] = slices.Clone(f.Heads)
	}
}

// alike reports whether all versions say the same: there is nothing to settle.
func alike(heads []change.Head) bool {
	return !slices.ContainsFunc(heads, func(h change.Head) bool {
		return h.Deleted != heads[0].Deleted || !h.Deleted && !bytes.Equal(h.Body, heads[0].Body)
	})
}

// Conflicts returns every field that has several versions which are not the same,
// in the order of the text, those that are about no provision last.
func (d *Desk) Conflicts() []Conflict {
	d.mu.RLock()
	none := len(d.disputed) == 0
	d.mu.RUnlock()
	if none {
		return nil
	}
	order := map[data.ID]int{}
	if t, err := d.Current(); err == nil {
		for i, p := range t.Provisions {
			order[p.ID] = i + 1
		}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	var out []Conflict
	for key, fields := range d.disputed {
		for name, heads := range fields {
			if c, ok := d.conflict(key, name, heads); ok {
				out = append(out, c)
			}
		}
	}
	place := func(c Conflict) int {
		first := len(order) + 1
		for _, p := range c.Provisions {
			if at := order[p]; at > 0 {
				first = min(first, at)
			}
		}
		return first
	}
	slices.SortFunc(out, func(a, b Conflict) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Kind, b.Kind), bytes.Compare(a.Entity[:], b.Entity[:]), cmp.Compare(a.name, b.name))
	})
	return out
}

// conflict is a field with its versions; ok is false where these are all the same,
// or cannot be read at this laptop. The caller holds mu.
func (d *Desk) conflict(key recordKey, name string, heads []change.Head) (c Conflict, ok bool) {
	if alike(heads) || !d.members[d.me].Role.Of(audienceOf(key.kind, name)) {
		return c, false
	}
	prefix, code, _ := strings.Cut(name, "/")
	c = Conflict{Kind: key.kind, Field: prefix, Entity: key.entity, scope: key.scope, name: name}
	c.Lang, _ = data.ParseLang(code)
	c.Provisions = d.placesOf(key)
	c.plain = true
	bodies := make([][]byte, len(heads))
	for i, h := range heads {
		if h.Sealed {
			return c, false
		}
		v := ConflictVersion{ID: h.ID, Author: h.Author, Device: h.Device, Time: h.Time.Time(), Deleted: h.Deleted}
		if !h.Deleted {
			bodies[i] = h.Body
			c.plain = change.Unmarshal(h.Body, &v.Text) == nil && c.plain
		}
		c.Versions = append(c.Versions, v)
	}
	for i, details := range differing(bodies) {
		c.Versions[i].Details = details
	}
	return c, true
}

// placesOf are the provisions that a record is about now; those it was about where
// it is deleted. The caller holds mu.
func (d *Desk) placesOf(key recordKey) []data.ID {
	on := func(list []data.ID) []data.ID {
		return slices.DeleteFunc(slices.Clone(list), func(id data.ID) bool { return id == wholeText })
	}
	switch key.kind {
	case kindPosition:
		if k := d.positions.all[key.entity]; k != nil {
			return on(k.on)
		}
		return []data.ID{key.entity}
	case kindComment:
		if k := d.comments.all[key.entity]; k != nil {
			return on(k.on)
		}
	case kindProposal:
		if k := d.proposals.all[key.entity]; k != nil {
			return on(k.on)
		}
	case kindView:
		if k := d.views.all[key.entity]; k != nil {
			return on(k.on)
		}
	case kindInstruction:
		if k := d.instructions.all[key.entity]; k != nil {
			return on(k.on)
		}
	case kindPackage:
		if k := d.packages.all[key.entity]; k != nil {
			return on(k.on)
		}
	case kindLiveWith:
		if k := d.liveWith.all[key.entity]; k != nil {
			return on(k.on)
		}
	}
	return on(d.concern.of[key.entity])
}

// boundFields are those of a position that an approval is bound to.
var boundFields = []string{fieldStance, fieldWording, fieldReasons}

// Contested reports whether a field of the position on a provision that an approval
// is bound to has several versions. While it has, nothing is approved: nobody could
// say which of them was.
func (d *Desk) Contested(provision data.ID) bool {
	provision = d.permanent(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.contested(provision)
}

func (d *Desk) contested(provision data.ID) bool {
	for key, fields := range d.disputed {
		if key.kind != kindPosition || !slices.Contains(d.placesOf(key), provision) {
			continue
		}
		for name, heads := range fields {
			prefix, _, _ := strings.Cut(name, "/")
			if slices.Contains(boundFields, prefix) && !alike(heads) {
				return true
			}
		}
	}
	return false
}

// InConflict returns how many fields about each provision wait to be settled.
func (d *Desk) InConflict() map[data.ID]int {
	out := map[data.ID]int{}
	for _, c := range d.Conflicts() {
		for _, p := range c.Provisions {
			out[p]++
		}
	}
	return out
}

// headsOf are the versions of a field now, by their identities, sorted.
func (d *Desk) headsOf(c Conflict) [][32]byte {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var ids [][32]byte
	for _, h := range d.disputed[recordKey{c.Kind, c.scope, c.Entity}][c.name] {
		ids = append(ids, h.ID)
	}
	slices.SortFunc(ids, func(a, b [32]byte) int { return bytes.Compare(a[:], b[:]) })
	return ids
}

// sameVersions reports whether a conflict is still what a person was shown.
func (d *Desk) sameVersions(c Conflict) bool {
	var shown [][32]byte
	for _, v := range c.Versions {
		shown = append(shown, v.ID)
	}
	slices.SortFunc(shown, func(a, b [32]byte) int { return bytes.Compare(a[:], b[:]) })
	return slices.Equal(shown, d.headsOf(c))
}

// joined makes a write settle versions that all say the same: else the next change
// would stand against the rest of them.
func (d *Desk) joined(w change.Write) change.Write {
	d.mu.RLock()
	defer d.mu.RUnlock()
	heads := d.disputed[recordKey{w.Kind, w.Scope, w.Entity}][w.Field]
	if w.Op == change.OpSet && len(heads) > 1 && alike(heads) && d.members[d.me].Role.May(data.RightSettle) {
		w.Op = change.OpResolve
	}
	return w
}

// Same reports whether two conflicts are of the same field.
func (c Conflict) Same(other Conflict) bool {
	return c.Kind == other.Kind && c.scope == other.scope && c.Entity == other.Entity && c.name == other.name
}

// Name is the name of the field in its record, with its language: "wording/en".
func (c Conflict) Name() string { return c.name }
