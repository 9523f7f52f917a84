package desk

import (
	"context"
	"slices"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/exchange"
	"travaux/data/roster"
)

// Codes of acts on the roster.
const (
	CodeStarted  data.Code = "roster.started"   // the roster was started before
	CodeNoRoster data.Code = "roster.none"      // no roster was started
	CodeNotRoot  data.Code = "roster.not-root"  // only the head's laptop, or capital's for recovery, writes to it
	CodeOnRoster data.Code = "roster.on-roster" // the laptop is on the roster, or was
	CodeInClear  data.Code = "roster.in-clear"  // the log holds in clear what the role may not read
	CodeLastRoot data.Code = "roster.last-root" // nobody could write to the roster any more
	CodeLaptop   data.Code = "roster.laptop"    // the laptop belongs to one member
)

// Laptop is a laptop on the roster.
type Laptop struct {
	roster.Standing
	Mine bool   // it is this one
	Code string // the first digits of its fingerprint, to tell laptops of one person apart
}

// IsSolo reports whether the vault is one laptop's alone: no roster was started.
func (d *Desk) IsSolo() bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return !d.roster.Started()
}

// Laptops returns those on the roster, or that were, in the order in which they
// were admitted; none in a solo vault.
func (d *Desk) Laptops() []Laptop {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var out []Laptop
	for _, l := range d.roster.Laptops() {
		out = append(out, Laptop{Standing: l, Mine: l.Device == d.device(), Code: exchange.Fingerprint(l.Key, l.Recipient)[0]})
	}
	return out
}

// MayRoster reports whether the roster can be written to at this laptop: by the
// head in a solo vault, else where the laptop is a root.
func (d *Desk) MayRoster() bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.mayRoster()
}

// mayRoster is MayRoster for a caller that holds mu.
func (d *Desk) mayRoster() bool {
	if d.roster.Started() {
		return d.roster.Root(d.device())
	}
	return d.members[d.me].Role.May(data.RightRoster) || d.headless()
}

// OnRoster reports whether this laptop is on the roster, or none was started. A
// laptop that was removed, or that got a new name because it was restored from
// an old copy, is not: the head has to admit it.
func (d *Desk) OnRoster() bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return !d.roster.Started() || d.roster.Standing(d.device())
}

// Fingerprint is this laptop's, to be read aloud.
func (d *Desk) Fingerprint() []string {
	return exchange.Fingerprint(d.store.SigningKey(), d.store.Recipient())
}

// LaptopFingerprint is that of a laptop on the roster.
func (d *Desk) LaptopFingerprint(device change.DeviceID) []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	l, ok := d.roster.Laptop(device)
	if !ok {
		return nil
	}
	return exchange.Fingerprint(l.Key, l.Recipient)
}

// device is this laptop's name in the log.
func (d *Desk) device() change.DeviceID { return change.DeviceOf(d.store.SigningKey()) }

// StartRoster makes this laptop, with that name, the head's and the first of the
// roster. From now on every laptop belongs to one member, and changes are
// exchanged. It cannot be undone.
func (d *Desk) StartRoster(ctx context.Context, name string) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	me := d.Me()
	switch {
	case !d.IsSolo():
		return data.E(CodeStarted)
	case !me.Role.May(data.RightRoster):
		return data.E(data.CodeForbidden)
	}
	start := roster.Start{Root: d.device()}
	for _, k := range d.store.Heads() {
		if k.Device != start.Root {
			start.Before = append(start.Before, roster.Span{Device: k.Device, Last: k.Link.Seq})
		}
	}
	keys, err := firstKeys(d.store)
	if err != nil {
		return err
	}
	own := roster.Laptop{
		Device: start.Root, Key: d.store.SigningKey(), Recipient: d.store.Recipient(), Member: me.ID, Name: name, Root: true,
	}
	return d.enrol(ctx, append([]change.Write{
		set(kindRoster, root, d.Negotiation().ID, fieldBody, start), laptopWrite(own),
	}, keys...))
}

func laptopWrite(l roster.Laptop) change.Write {
	return set(kindLaptop, root, roster.Entity(l.Device), fieldBody, l)
}

// enrol appends writes to the roster. They are no act to be undone: keys that
// were given away cannot be had back. The caller holds acts.
func (d *Desk) enrol(ctx context.Context, writes []change.Write) error {
	if _, err := d.perform(ctx, nil, writes); err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.undo, d.redo = nil, nil
	return nil
}

// rosterAct is what every act on a started roster begins with.
func (d *Desk) rosterAct() error {
	switch {
	case d.IsSolo():
		return data.E(CodeNoRoster)
	case !d.MayRoster():
		return data.E(CodeNotRoot)
	}
	return nil
}

// Admit takes a laptop on the roster, for a member who is there or, with a zero
// ID, for a new one. It gets the keys of all that the member's role may read. The
// caller has compared the card's fingerprint with its owner.
//
// Codes: CodeNoRoster, CodeNotRoot, CodeOnRoster, and CodeInClear where the log
// holds, from before there were keys, what the role may not read.
func (d *Desk) Admit(ctx context.Context, card exchange.Card, m data.Member) (data.Member, error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	m, writes, err := d.admission(card, m, false)
	if err != nil {
		return m, err
	}
	return m, d.enrol(ctx, writes)
}

// admission are the writes that admit a laptop.
func (d *Desk) admission(card exchange.Card, m data.Member, asRoot bool) (data.Member, []change.Write, error) {
	if err := d.rosterAct(); err != nil {
		return m, nil, err
	}
	d.mu.RLock()
	_, known := d.roster.Laptop(card.Device())
	old := d.members[m.ID]
	d.mu.RUnlock()
	switch {
	case known:
		return m, nil, data.E(CodeOnRoster)
	case m.Name == "" || !slices.Contains(data.Roles, m.Role):
		return m, nil, data.E(CodeEmpty)
	}
	if err := d.openTo(m.Role); err != nil {
		return m, nil, err
	}
	var writes []change.Write
	if m.ID.IsZero() {
		m.ID = data.NewID()
	}
	if m != old {
		changed, err := d.memberWrites(old, m)
		if err != nil {
			return m, nil, err
		}
		writes = changed
	}
	writes = append(writes, laptopWrite(roster.Laptop{
		Device: card.Device(), Key: card.Sign, Recipient: card.Recipient, Member: m.ID, Name: card.Laptop,
		Root: asRoot || m.Role.May(data.RightRoster),
	}))
	keys, err := d.keysFor(card.Recipient, m.Role)
	return m, append(writes, keys...), err
}

// openTo checks that nothing stands in the log in clear that the role may not
// read: a vault from before there were keys cannot be shared with everybody.
func (d *Desk) openTo(role data.Role) error {
	if len(audiencesOf(role)) == len(data.Audiences) {
		return nil
	}
	return d.store.Since(nil, func(c change.Change) error {
		if c.Epoch == 0 && c.Op != change.OpTombstone && len(c.Body) > 0 && !role.Of(audienceOf(c.Kind, c.Field)) {
			return data.E(CodeInClear)
		}
		return nil
	})
}

// RemoveLaptop takes a laptop off the roster: what it wrote after the last change
// that is here counts for nothing, and what is sealed from now on it cannot read.
// What it had it keeps.
func (d *Desk) RemoveLaptop(ctx context.Context, device change.DeviceID) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	if err := d.rosterAct(); err != nil {
		return err
	}
	writes, err := d.removal(device, "")
	if err != nil {
		return err
	}
	return d.enrol(ctx, writes)
}

// removal are the writes that take a laptop off the roster. successor is what is
// sealed for the laptop that comes in its place in the same act; "" if none does.
func (d *Desk) removal(device change.DeviceID, successor string) ([]change.Write, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	gone, ok := d.roster.Laptop(device)
	if !ok || gone.Removed {
		return nil, data.E(data.CodeNotFound, "what", "laptop")
	}
	if successor == "" && !d.rootLeft(func(l roster.Standing) bool { return l.Device != device }) {
		return nil, data.E(CodeLastRoot)
	}
	var last uint64
	for _, k := range d.store.Heads() {
		if k.Device == device {
			last = k.Link.Seq
		}
	}
	role := d.members[gone.Member].Role
	keys, err := d.renewed(audiencesOf(role), func(l roster.Standing, a data.Audience) bool {
		return l.Device != device && d.members[l.Member].Role.Of(a)
	}, successor)
	return append([]change.Write{change.Remove(device, last)}, keys...), err
}

// rootLeft reports whether one of those laptops could write to the roster. The
// caller holds mu.
func (d *Desk) rootLeft(among func(l roster.Standing) bool) bool {
	return slices.ContainsFunc(d.roster.Laptops(), func(l roster.Standing) bool { return d.roster.Root(l.Device) && among(l) })
}

// ReplaceLaptop removes a lost laptop and admits the one that its member has
// now, in one act. Done at capital's laptop it is how a head who lost the only
// root comes back.
func (d *Desk) ReplaceLaptop(ctx context.Context, lost change.DeviceID, card exchange.Card) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	if err := d.rosterAct(); err != nil {
		return err
	}
	d.mu.RLock()
	was, ok := d.roster.Laptop(lost)
	m := d.members[was.Member]
	d.mu.RUnlock()
	if !ok {
		return data.E(data.CodeNotFound, "what", "laptop")
	}
	_, writes, err := d.admission(card, m, was.Root)
	if err != nil {
		return err
	}
	if !was.Removed {
		out, err := d.removal(lost, card.Recipient)
		if err != nil {
			return err
		}
		writes = append(writes, out...)
	}
	return d.enrol(ctx, writes)
}

// SetRecovery lets a laptop of capital write to the roster, or no longer: it is
// for the day on which the head's laptop is lost.
func (d *Desk) SetRecovery(ctx context.Context, device change.DeviceID, may bool) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	if err := d.rosterAct(); err != nil {
		return err
	}
	d.mu.RLock()
	l, ok := d.roster.Laptop(device)
	role := d.members[l.Member].Role
	left := may || d.rootLeft(func(x roster.Standing) bool { return x.Device != device })
	d.mu.RUnlock()
	switch {
	case !ok || l.Removed || role != data.RoleCapital:
		return data.E(data.CodeNotFound, "what", "laptop")
	case !left:
		return data.E(CodeLastRoot)
	case l.Root == may:
		return nil
	}
	l.Root = may
	return d.enrol(ctx, []change.Write{laptopWrite(l.Laptop)})
}

// memberWrites are the writes that make a member what it is to be. With a roster
// the member's laptops get keys for what the new role may read; for what it may
// no longer, there are new epochs without them.
func (d *Desk) memberWrites(old, m data.Member) ([]change.Write, error) {
	writes := []change.Write{set(kindMember, root, m.ID, fieldBody, m)}
	if d.IsSolo() || old.Role == m.Role || old.ID.IsZero() {
		return writes, nil
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	isRoot := func(l roster.Standing) bool {
		return m.Role.May(data.RightRoster) || m.Role == data.RoleCapital && l.Root
	}
	left := d.rootLeft(func(l roster.Standing) bool { return l.Member != m.ID })
	for _, l := range d.roster.Laptops() {
		if l.Removed || l.Member != m.ID {
			continue
		}
		left = left || isRoot(l)
		keys, err := d.keysFor(l.Recipient, m.Role)
		if err != nil {
			return nil, err
		}
		writes = append(writes, keys...)
		if isRoot(l) != l.Root {
			l.Root = isRoot(l)
			writes = append(writes, laptopWrite(l.Laptop))
		}
	}
	if !left {
		return nil, data.E(CodeLastRoot)
	}
	lost := without(audiencesOf(old.Role), func(a data.Audience) bool { return m.Role.Of(a) })
	keys, err := d.renewed(lost, func(l roster.Standing, a data.Audience) bool {
		if l.Member == m.ID {
			return m.Role.Of(a)
		}
		return d.members[l.Member].Role.Of(a)
	}, "")
	return append(writes, keys...), err
}
