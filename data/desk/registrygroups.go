package desk

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"sync"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/states"
)

// fieldMember is, with "/" and the code of a party, of a group: from when to when
// that party belongs to it. Each has a field of its own, so that two laptops can
// take down who joins without meeting in a conflict.
const fieldMember = "member"

// correction is what the delegation recorded of one group: the names, and the
// memberships of some. Everything else is as it ships with the program.
type correction struct {
	names   *data.Grouping // without members; nil: as they ship
	members map[string][]data.Membership
}

// group is the group as it was corrected; known is false where only members of a
// group are there that is gone.
func (x correction) group(id data.ID) (g data.Grouping, known bool) {
	standard, ships := standardGroups()[id]
	switch {
	case x.names != nil:
		g = *x.names
	case ships:
		g = standard
	default:
		return g, false
	}
	g.Members = nil
	for _, m := range standard.Members {
		if _, said := x.members[m.Code]; !said {
			g.Members = append(g.Members, m)
		}
	}
	for _, list := range x.members {
		g.Members = append(g.Members, list...)
	}
	slices.SortStableFunc(g.Members, byCodeThenDay)
	return g, true
}

func byCodeThenDay(a, b data.Membership) int {
	return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.From.String(), b.From.String()))
}

// standardGroups are the groups that ship with the program.
var standardGroups = sync.OnceValue(func() map[data.ID]data.Grouping {
	out := map[data.ID]data.Grouping{}
	for _, g := range states.Standard().Groups() {
		out[groupID(g.Code)] = g
	}
	return out
})

// SetGroup adds a group or corrects one, its memberships with it. Without a code it
// gets one of its own, out of its name. What it then is equals what ships with the
// program: the correction is taken back.
//
// Codes: data.CodeForbidden, CodeNoName, CodeMembership.
func (d *Desk) SetGroup(ctx context.Context, g data.Grouping) (data.Grouping, error) {
	g.Names, g.Short, g.Aliases = trimmedWords(g.Names), trimmedWords(g.Short), trimmedList(g.Aliases)
	if len(g.Names) == 0 {
		return g, data.E(CodeNoName)
	}
	if !slices.Contains(data.GroupKinds, g.Kind) {
		g.Kind = data.GroupPolitical
	}
	reg := d.Register()
	for _, m := range g.Members {
		if _, known := reg.Party(m.Code); !known || !m.To.IsZero() && !m.From.Before(m.To) {
			return g, data.E(CodeMembership, "code", m.Code)
		}
	}
	if g.Code = strings.ToLower(groupLetters(g.Code)); g.Code == "" {
		g.Code = freeCode(strings.ToLower(codeLetters(g.Names.In(data.English))), func(code string) bool { _, known := reg.Group(code); return known })
	}
	if writes := d.groupWrites(g); len(writes) > 0 {
		return g, d.act(ctx, "act.group", writes...)
	}
	return g, nil
}

// groupWrites are what turns the group of that code into what it is to be. What
// then is as it ships with the program is not written but taken back.
func (d *Desk) groupWrites(g data.Grouping) (writes []change.Write) {
	id := groupID(g.Code)
	now, known := d.Register().Group(g.Code)
	standard, ships := standardGroups()[id]
	d.mu.RLock()
	recorded := d.registry.groups[id]
	d.mu.RUnlock()
	write := func(name string, changed, asShipped, there bool, value any) {
		switch {
		case !changed:
		case !asShipped:
			writes = append(writes, set(kindGroup, root, id, name, value))
		case there:
			writes = append(writes, tombstone(kindGroup, root, id, name))
		}
	}
	write(fieldBody, !known || !sameNames(now, g), ships && sameNames(standard, g), recorded.names != nil, unmembered(g))
	was, ship, want := spells(now), spells(standard), spells(g)
	for _, code := range codesOf(was, want) {
		_, there := recorded.members[code]
		write(fieldMember+"/"+code, !slices.Equal(was[code], want[code]), slices.Equal(ship[code], want[code]), there, writeSpells(g.Code, code, want[code]))
	}
	return writes
}

// unmembered is a group without its members.
func unmembered(g data.Grouping) data.Grouping {
	g.Members = nil
	return g
}

// sameNames reports whether two groups are the same but for their members.
func sameNames(a, b data.Grouping) bool {
	return a.Code == b.Code && a.Kind == b.Kind && maps.Equal(a.Names, b.Names) && maps.Equal(a.Short, b.Short) &&
		slices.Equal(a.Aliases, b.Aliases) && a.Source == b.Source
}

// spells are the memberships of a group by party, in the order of time.
func spells(g data.Grouping) map[string][]data.Membership {
	out := map[string][]data.Membership{}
	for _, m := range g.Members {
		out[m.Code] = append(out[m.Code], m)
	}
	for _, list := range out {
		slices.SortStableFunc(list, byCodeThenDay)
	}
	return out
}

// codesOf are the parties of both, in order.
func codesOf(a, b map[string][]data.Membership) (codes []string) {
	for _, of := range []map[string][]data.Membership{a, b} {
		for code := range of {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// DeleteGroup takes back what the delegation recorded of a group: it is again as it
// ships with the program, or is gone. Views for a group that is gone are kept; they
// count for nobody but who spoke.
//
// Codes: data.CodeForbidden, CodeStandard where there is nothing to take back.
func (d *Desk) DeleteGroup(ctx context.Context, code string) error {
	if !d.Edited(code, true) {
		return data.E(CodeStandard)
	}
	return d.forgetGroup(ctx, code)
}

func (d *Desk) forgetGroup(ctx context.Context, code string) error {
	d.mu.RLock()
	x := d.registry.groups[groupID(code)]
	d.mu.RUnlock()
	var writes []change.Write
	if x.names != nil {
		writes = append(writes, tombstone(kindGroup, root, groupID(code), fieldBody))
	}
	for _, member := range codesOf(x.members, nil) {
		writes = append(writes, tombstone(kindGroup, root, groupID(code), fieldMember+"/"+member))
	}
	return d.act(ctx, "act.group.delete", writes...)
}

// foldGroup takes what the delegation recorded of a group into the register.
func (d *Desk) foldGroup(rec change.Record) error {
	d.registry.register = nil
	x := correction{members: map[string][]data.Membership{}}
	var names data.Grouping
	ok, err := field(rec, fieldBody, &names)
	if err != nil {
		return err
	}
	if ok && groupID(names.Code) == rec.Entity {
		x.names = &names
	}
	for name := range rec.Fields {
		code, isMember := strings.CutPrefix(name, fieldMember+"/")
		var text string
		if !isMember {
			continue
		}
		if ok, err := field(rec, name, &text); err != nil {
			return err
		} else if ok {
			x.members[code] = readSpells(code, text)
		}
	}
	if x.names == nil && len(x.members) == 0 {
		delete(d.registry.groups, rec.Entity)
	} else {
		d.registry.groups[rec.Entity] = x
	}
	return nil
}

// Memberships are kept as a person can read them who settles a conflict: the codes
// of the group and of the party, and for each spell, on a line, its days as ISO
// 8601 writes an interval (2026-03-01/..), "beside" where it is, and its source after
// a dot.
const (
	openEnd    = ".."
	besideWord = " beside"
	beforeNote = " · "
)

func writeSpells(group, code string, list []data.Membership) string {
	lines := []string{group + " " + code}
	for _, m := range list {
		line := cmp.Or(m.From.String(), openEnd) + "/" + cmp.Or(m.To.String(), openEnd)
		if m.Beside {
			line += besideWord
		}
		if note := strings.Join(strings.Fields(m.Source), " "); note != "" {
			line += beforeNote + note
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// readSpells reads what writeSpells wrote. A line without days, which a person may
// have written into it, is a membership since ever with that line as its source.
func readSpells(code, text string) (list []data.Membership) {
	_, text, _ = strings.Cut(text, "\n")
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		m := data.Membership{Code: code, Source: line}
		head, note, _ := strings.Cut(line, beforeNote)
		days, beside := strings.CutSuffix(head, besideWord)
		from, to, interval := strings.Cut(days, "/")
		first, err := data.ParseDate(strings.TrimSuffix(from, openEnd))
		last, lastErr := data.ParseDate(strings.TrimSuffix(to, openEnd))
		if interval && err == nil && lastErr == nil {
			m.From, m.To, m.Beside, m.Source = first, last, beside, note
		}
		list = append(list, m)
	}
	return list
}
