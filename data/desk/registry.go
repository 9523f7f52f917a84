package desk

import (
	"cmp"
	"context"
	"crypto/sha256"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/states"
)

// Codes of States and groups that cannot be written.
const (
	CodeNoName     data.Code = "desk.no-name"     // a participant or a group without a name
	CodeTaken      data.Code = "desk.taken"       // a new one with a code that another has; arg "code"
	CodeMembership data.Code = "desk.membership"  // a membership that ends before it begins, or of nobody; arg "code"
	CodeStandard   data.Code = "desk.standard"    // what ships with the program cannot be deleted
	CodeStillNamed data.Code = "desk.still-named" // somebody on whom there are memberships or who is a participant; arg "code"
)

// registry is what the delegation added to the register of States and groups, and
// the register with it.
type registry struct {
	parties  map[string]data.Party  // by code
	groups   map[data.ID]correction // by the identity of the code
	register *states.Register       // nil: to be made
}

func newRegistry() registry {
	return registry{parties: map[string]data.Party{}, groups: map[data.ID]correction{}}
}

// Register returns the States and groups as they are known now: those that ship
// with the program, with what the delegation added and corrected, and with the
// participants of the negotiation as those who are counted. The same register
// comes back until one of them changes.
func (d *Desk) Register() *states.Register {
	d.mu.RLock()
	r := d.registry.register
	d.mu.RUnlock()
	if r != nil {
		return r
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.registry.register == nil {
		d.registry.register = d.registry.make(d.negotiation.Participants)
	}
	return d.registry.register
}

func (r *registry) make(participants []string) *states.Register {
	if len(r.parties)+len(r.groups)+len(participants) == 0 {
		return states.Standard()
	}
	var parties []data.Party
	for _, p := range r.parties {
		parties = append(parties, p)
	}
	var groups []data.Grouping
	for id, x := range r.groups {
		if g, known := x.group(id); known {
			groups = append(groups, g)
		}
	}
	slices.SortFunc(parties, func(a, b data.Party) int { return cmp.Compare(a.Code, b.Code) })
	slices.SortFunc(groups, func(a, b data.Grouping) int { return cmp.Compare(a.Code, b.Code) })
	return states.Standard().With(parties, groups, participants)
}

// Edited reports whether the delegation added or corrected a party, or a group.
func (d *Desk) Edited(code string, group bool) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if group {
		_, ok := d.registry.groups[groupID(code)]
		return ok
	}
	_, ok := d.registry.parties[code]
	return ok
}

// SetParty adds somebody who can take the floor, or corrects one. Without a code it
// gets one of its own, out of its name. What it then is equals what ships with the
// program: the correction is taken back.
//
// Codes: data.CodeForbidden, CodeNoName.
func (d *Desk) SetParty(ctx context.Context, p data.Party) (data.Party, error) {
	p.Names, p.Formal, p.Aliases = trimmedWords(p.Names), trimmedWords(p.Formal), trimmedList(p.Aliases)
	if len(p.Names) == 0 {
		return p, data.E(CodeNoName)
	}
	if !slices.Contains(data.PartyKinds, p.Kind) {
		p.Kind = data.PartyMember
	}
	reg := d.Register()
	if p.Code = strings.ToUpper(codeLetters(p.Code)); p.Code == "" {
		p.Code = freeCode(strings.ToUpper(codeLetters(p.Names.In(data.English))), func(code string) bool { _, known := reg.Party(code); return known })
	}
	if standard, ships := states.Standard().Party(p.Code); ships && sameParty(standard, p) {
		return p, d.forgetParty(ctx, p.Code)
	}
	if now, known := reg.Party(p.Code); known && sameParty(now, p) {
		return p, nil
	}
	return p, d.act(ctx, "act.party", set(kindParty, root, partyID(p.Code), fieldBody, p))
}

func sameParty(a, b data.Party) bool {
	return a.Code == b.Code && a.Kind == b.Kind && maps.Equal(a.Names, b.Names) && maps.Equal(a.Formal, b.Formal) &&
		slices.Equal(a.Aliases, b.Aliases) && a.Source == b.Source
}

// DeleteParty takes back what the delegation recorded of a party: it is again as it
// ships with the program, or is gone.
//
// Codes: data.CodeForbidden, CodeStandard where there is nothing to take back,
// CodeStillNamed where a group or the participants name somebody who would be gone.
func (d *Desk) DeleteParty(ctx context.Context, code string) error {
	if !d.Edited(code, false) {
		return data.E(CodeStandard)
	}
	if _, ships := states.Standard().Party(code); !ships {
		reg := d.Register()
		named := slices.Contains(d.Negotiation().Participants, code)
		for _, g := range reg.Groups() {
			named = named || slices.ContainsFunc(g.Members, func(m data.Membership) bool { return m.Code == code })
		}
		if named {
			return data.E(CodeStillNamed, "code", code)
		}
	}
	return d.forgetParty(ctx, code)
}

func (d *Desk) forgetParty(ctx context.Context, code string) error {
	if !d.Edited(code, false) {
		return nil
	}
	return d.act(ctx, "act.party.delete", tombstone(kindParty, root, partyID(code), fieldBody))
}

// SetParticipants says whose views are counted in this negotiation; none: the
// Member States. They are kept in English alphabetical order, unknown codes left out.
func (d *Desk) SetParticipants(ctx context.Context, codes []string) error {
	var kept []string
	for _, p := range d.Register().Parties() {
		if slices.Contains(codes, p.Code) {
			kept = append(kept, p.Code)
		}
	}
	n := d.Negotiation()
	n.Participants = kept
	return d.SetNegotiation(ctx, n)
}

// foldParty takes what the delegation recorded of a party into the register.
func (d *Desk) foldParty(rec change.Record) error {
	d.registry.register = nil
	var p data.Party
	ok, err := field(rec, fieldBody, &p)
	if err != nil {
		return err
	}
	for code := range d.registry.parties {
		if partyID(code) == rec.Entity {
			delete(d.registry.parties, code)
		}
	}
	if ok && partyID(p.Code) == rec.Entity {
		d.registry.parties[p.Code] = p
	}
	return nil
}

// partyID and groupID are the identities under which what is recorded of a code is
// kept: the same on all laptops, so that two corrections of one group meet.
func partyID(code string) data.ID { return registered("party", code) }
func groupID(code string) data.ID { return registered("group", code) }

func registered(what, code string) (id data.ID) {
	sum := sha256.Sum256([]byte("travaux/register/v1\x00" + what + "\x00" + code))
	copy(id[:], sum[:])
	return id
}

// freeCode is a code that nobody has, like the one that is wished for.
func freeCode(wish string, taken func(string) bool) string {
	if wish == "" {
		wish = "x"
	}
	code := wish
	for n := 2; taken(code); n++ {
		code = wish + strconv.Itoa(n)
	}
	return code
}

// longestCode is how many letters a code has at most.
const longestCode = 12

// codeLetters are the letters and digits of a text of which a code is made.
func codeLetters(text string) string {
	return firstRunes(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text))
}

// groupLetters are those of the code of a group, which may have hyphens.
func groupLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' {
			return r
		}
		return -1
	}, text)
}

func firstRunes(text string) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), longestCode)])
}

func trimmedWords(w data.Words) data.Words {
	out := data.Words{}
	for lang, text := range w {
		if text = strings.TrimSpace(text); text != "" {
			out[lang] = text
		}
	}
	return out
}

func trimmedList(list []string) []string {
	var out []string
	for _, text := range list {
		if text = strings.TrimSpace(text); text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}
