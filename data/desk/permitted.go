package desk

import (
	"slices"
	"strconv"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/roster"
)

// Codes of changes of other laptops that are refused; args "device" and "number"
// name the change.
const (
	CodeStranger   data.Code = "roster.stranger"    // the laptop is not on the roster
	CodeImpostor   data.Code = "roster.impostor"    // in the name of another member than the laptop's
	CodeNotAllowed data.Code = "roster.not-allowed" // the member's role did not allow it at that time
	CodeUnsealed   data.Code = "roster.unsealed"    // what is for a few is in clear
	CodeOtherStart data.Code = "roster.other-start" // of a roster that another laptop started
	CodeForged     data.Code = "roster.forged"      // a decision that its laptop did not sign, or that says something else than was signed
)

// gate checks changes of other laptops: all of a bundle, against the roster as it
// is with them. The log says who wrote what; the gate says whether he was allowed to.
type gate struct {
	store   Store
	roster  *roster.State
	ring    *change.Keyring      // keys that come with the changes
	authors map[ownField]data.ID // who wrote what only its author may replace
	known   func(entity data.ID) bool
}

type ownField struct {
	entity data.ID
	field  string
}

// newGate is a gate for those changes. known reports whether the store has
// anything of an entity.
func newGate(store Store, incoming []change.Change, known func(entity data.ID) bool) (*gate, error) {
	have, err := rosterChanges(store)
	if err != nil {
		return nil, err
	}
	g := &gate{
		store: store, roster: roster.Fold(append(have, incoming...)), known: known,
		ring: change.NewKeyring(), authors: map[ownField]data.ID{},
	}
	mine := roster.KeyField(store.Recipient())
	for _, c := range incoming {
		var w roster.Wrapped
		if c.Kind != kindAudienceKey || c.Field != mine || change.Unmarshal(c.Body, &w) != nil || !g.roster.RootAt(c.Device, c.Time) {
			continue
		}
		if key, err := w.Unwrap(store.OpenAge); err == nil {
			_ = g.ring.Add(w.Audience, w.Epoch, key) // one that is no key opens nothing
		}
	}
	return g, nil
}

// open makes the body of a change readable, as far as this laptop can. The store
// does not hold the keys that come with the changes yet, and may never.
func (g *gate) open(c change.Change) change.Change {
	if opened := g.store.Keyring().Open(c); !opened.Sealed {
		return opened
	}
	return g.ring.Open(c)
}

// permitted checks changes that came from other laptops, all together: the roster
// may come with them. Nothing may be taken in of what gives an error.
//
// Codes: CodeNoRoster, CodeOtherStart, CodeStranger, CodeImpostor,
// CodeNotAllowed, CodeUnsealed, CodeNotRoot, CodeForged.
func (d *Desk) permitted(incoming []change.Change) error {
	d.mu.RLock()
	device, _ := d.roster.StartedBy()
	started := d.roster.Started()
	known := func(id data.ID) bool { return d.concern.knows(id) }
	d.mu.RUnlock()
	if !started {
		return data.E(CodeNoRoster)
	}
	return permittedFrom(d.store, incoming, device, known)
}

// permittedToJoin checks what an empty vault takes in first: it must be of the
// roster that the laptop started whose fingerprint was confirmed.
func permittedToJoin(store Store, incoming []change.Change, by change.DeviceID) error {
	return permittedFrom(store, incoming, by, func(data.ID) bool { return false })
}

// permittedFrom checks changes against the roster that a laptop started.
func permittedFrom(store Store, incoming []change.Change, by change.DeviceID, known func(data.ID) bool) error {
	g, err := newGate(store, incoming, known)
	if err != nil {
		return err
	}
	if !g.roster.Started() {
		return data.E(CodeNoRoster)
	}
	if device, _ := g.roster.StartedBy(); device != by && !g.roster.Root(by) {
		return data.E(CodeOtherStart)
	}
	for _, c := range incoming {
		if err := g.check(c); err != nil {
			return err
		}
	}
	return nil
}

// check says whether one change was allowed.
func (g *gate) check(c change.Change) error {
	if g.roster.CutOff(c) || g.roster.Before(c) {
		return nil // it counts for nothing; or it is from before, when one laptop was all
	}
	member, there := g.roster.MemberOf(c.Device)
	switch {
	case !there:
		return refused(CodeStranger, c)
	case c.Op == change.OpDevice:
		return nil
	case c.Author != member:
		return refused(CodeImpostor, c)
	case ofRoster(c.Kind):
		if g.roster.RootAt(c.Device, c.Time) && (c.Kind != kindRoster || g.roster.IsStart(c)) {
			return nil
		}
		return refused(CodeNotRoot, c)
	}
	if !allows(g.roster.RoleAt(member, c.Time), c.Kind, c.Field, c.Op, g.open(c).Body, c.Author) {
		return refused(CodeNotAllowed, c)
	}
	if c.Epoch == 0 && c.Op != change.OpTombstone && len(c.Body) > 0 && audienceOf(c.Kind, c.Field) != data.AudienceAll {
		return refused(CodeUnsealed, c)
	}
	if narrower(data.Audience(c.Audience), audienceOf(c.Kind, c.Field)) != data.Audience(c.Audience) && c.Op != change.OpTombstone {
		return refused(CodeUnsealed, c)
	}
	if err := g.own(c); err != nil {
		return err
	}
	if l, _ := g.roster.Laptop(c.Device); c.Kind == kindDecision && c.Field == fieldBody && c.Op != change.OpTombstone && !genuineBody(g.open(c).Body, l.Key) {
		return refused(CodeForged, c)
	}
	return nil
}

// own checks that a value which only its author may replace is his.
func (g *gate) own(c change.Change) error {
	if r, _ := ruleOf(c.Kind, c.Field); !r.own {
		return nil
	}
	key := ownField{c.Entity, c.Field}
	author, seen := g.authors[key]
	if !seen {
		author = c.Author
		if g.known(c.Entity) {
			history, err := g.store.History(c.Entity)
			if err != nil {
				return err
			}
			for _, old := range history {
				if old.Field == c.Field {
					author = old.Author
				}
			}
		}
		g.authors[key] = author
	}
	if author != c.Author {
		return refused(CodeNotAllowed, c)
	}
	return nil
}

func refused(code data.Code, c change.Change) error {
	return data.E(code, "device", c.Device.String(), "number", strconv.FormatUint(c.Seq, 10))
}

// vouched reports whether a decision was its author's to take, as far as the
// roster tells: one that could not be read when it came, and was checked only
// for what every decision needs, does not count once it can be.
func (d *Desk) vouched(rec change.Record) bool {
	head, ok := rec.Fields[fieldBody].Shown()
	device, began := d.roster.StartedBy()
	switch {
	case !ok || head.Deleted || head.Sealed || !d.roster.Started():
		return true
	case head.Time < began:
		return head.Device == device || !d.roster.Standing(head.Device)
	}
	return allows(d.roster.RoleAt(head.Author, head.Time), rec.Kind, fieldBody, change.OpSet, head.Body, head.Author)
}

// IsForbidden reports whether a code is one of those that name a change that was
// not allowed.
func IsForbidden(code data.Code) bool {
	return slices.Contains([]data.Code{CodeStranger, CodeImpostor, CodeNotAllowed, CodeUnsealed, CodeNotRoot}, code)
}

// Forbidden goes through the whole log and names the first change that its
// author's role did not allow; nil where there is none, or no roster.
func (d *Desk) Forbidden() error {
	d.mu.RLock()
	started := d.roster.Started()
	d.mu.RUnlock()
	if !started {
		return nil
	}
	g, err := newGate(d.store, nil, func(data.ID) bool { return false })
	if err != nil {
		return err
	}
	return d.store.Since(nil, g.check)
}
