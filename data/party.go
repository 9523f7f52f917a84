package data

// PartyKind says what somebody who can take the floor is.
type PartyKind string

// Kinds of participants.
const (
	PartyMember       PartyKind = "member"       // a Member State
	PartyObserver     PartyKind = "observer"     // a State that is no Member: shown, not counted among the Members
	PartyOrganization PartyKind = "organization" // never counted as a State
)

// PartyKinds holds them in the order in which they are shown.
var PartyKinds = []PartyKind{PartyMember, PartyObserver, PartyOrganization}

// Party is a State, an observer or an organization that can take the floor.
type Party struct {
	Code    string // ISO 3166-1 alpha-3 of a State; letters of its own for others
	Kind    PartyKind
	Names   Words    // short, without an article
	Formal  Words    // "the Republic of …"
	Aliases []string // for fast typing, in any language
	Source  string   // of the names
}

// GroupKind says what a group of States is.
type GroupKind string

// Kinds of groups.
const (
	GroupRegional  GroupKind = "regional"  // one of the five by which seats are distributed; a State is of one at a time
	GroupPolitical GroupKind = "political" // speaks in negotiations: Group of 77, Non-Aligned Movement, core groups, friends
	GroupUnion     GroupKind = "union"     // a regional organization that is a party itself: European Union
)

// GroupKinds holds them in the order in which they are shown.
var GroupKinds = []GroupKind{GroupRegional, GroupPolitical, GroupUnion}

// Grouping is a group of States with its membership over time.
type Grouping struct {
	Code    string // "nam", "g77", "africa"
	Kind    GroupKind
	Names   Words    // in full
	Short   Words    // "NAM", "MNOAL", "ДН"; empty in a language: as in full
	Aliases []string // for fast typing, in any language
	Members []Membership
	Source  string // where the list comes from, and of which day it is
}

// Membership is a time during which a party belongs to a group.
type Membership struct {
	Code   string
	From   Date   // first day; zero: since ever
	To     Date   // first day on which it does not belong any more; zero: it still does
	Source string // where that differs from the group's
	Beside bool   // belongs to a regional group and is counted in another: Türkiye in Asia and the Pacific
}

// On reports whether it holds on a day.
func (m Membership) On(day Date) bool {
	return !day.Before(m.From) && (m.To.IsZero() || day.Before(m.To))
}
