package mechanism

import (
	"slices"

	"travaux/data/clause"
)

// Group is a family of requirements. Its string is stable.
type Group string

// Groups: the four mechanisms first.
const (
	Monitoring   Group = "monitoring"
	Amendment    Group = "amendment"
	Exchange     Group = "exchange"
	Disputes     Group = "disputes"
	Institutions Group = "institutions"
	Final        Group = "final"
	General      Group = "general"
)

// Groups holds them in the order in which they are shown.
var Groups = []Group{Monitoring, Amendment, Exchange, Disputes, Institutions, Final, General}

// Requirement is one thing that a convention may be asked to provide.
//
// Source: Handbook of Final Clauses of Multilateral Treaties (United Nations, Sales
// No. E.04.V.3) for the final clauses; Article 33 of the Charter for the means of
// settlement; the mechanisms are those that the request for this program names.
type Requirement struct {
	Name      string // stable, e.g. "entry"
	Group     Group
	Essential bool // a convention without it is not complete; the others are usual
	named     bool // an article that is headed by it covers it, whatever it says
	several   bool // an article that says it covers it beside those that are headed by it
	wants     []clause.Kind
	means     []clause.Means // of those that are wanted, which
	under     []clause.Kind  // that say so in an article that is headed by it
	shows     []clause.Kind
	with      []clause.Kind // only of paragraphs that have one of these
	without   []clause.Kind // not of paragraphs that have one of these
}

// Shows are the kinds of parameters that belong to the requirement.
func (r Requirement) Shows() []clause.Kind { return slices.Clone(r.shows) }

type (
	kinds = []clause.Kind
	means = []clause.Means
)

// Requirements holds all, in the order in which they are shown.
var Requirements = []Requirement{
	{Name: "monitoring.reports", Group: Monitoring, Essential: true, named: true, shows: kinds{clause.Interval, clause.Limit}},
	{Name: "monitoring.review", Group: Monitoring, Essential: true, named: true, shows: kinds{clause.Interval, clause.Limit, clause.Standstill}},
	{Name: "monitoring.body", Group: Monitoring, Essential: true, named: true, shows: kinds{clause.Majority, clause.Quorum}},

	{Name: "amendment.proposal", Group: Amendment, Essential: true, under: kinds{clause.Standstill, clause.Ahead}, shows: kinds{clause.Standstill, clause.Ahead}},
	{Name: "amendment.adoption", Group: Amendment, Essential: true, under: kinds{clause.Consensus, clause.Majority}, shows: kinds{clause.Consensus, clause.Majority, clause.Quorum}, without: kinds{clause.Amended}},
	{Name: "amendment.force", Group: Amendment, Essential: true, under: kinds{clause.Amended}, shows: kinds{clause.Amended, clause.Majority, clause.Parties}, with: kinds{clause.Amended}},
	{Name: "amendment.protocols", Group: Amendment, named: true, shows: kinds{clause.Parties, clause.Consensus, clause.Majority}},
	{Name: "amendment.annexes", Group: Amendment, named: true, shows: kinds{clause.Limit, clause.Amended}},

	{Name: "exchange.meetings", Group: Exchange, Essential: true, shows: kinds{clause.Limit, clause.Interval}},
	{Name: "exchange.information", Group: Exchange, Essential: true, named: true, shows: kinds{clause.Interval}},
	{Name: "exchange.consultations", Group: Exchange, named: true, shows: kinds{clause.Interval, clause.Limit}},
	{Name: "exchange.contacts", Group: Exchange, named: true, shows: kinds{clause.Limit}},

	{Name: "disputes.negotiation", Group: Disputes, Essential: true, wants: kinds{clause.Settlement}, means: means{clause.Negotiation, clause.Consultation}, shows: kinds{clause.Settlement}},
	{Name: "disputes.third", Group: Disputes, wants: kinds{clause.Settlement}, means: means{clause.Enquiry, clause.GoodOffices, clause.Mediation, clause.Conciliation}, shows: kinds{clause.Settlement, clause.Resort}},
	{Name: "disputes.binding", Group: Disputes, Essential: true, wants: kinds{clause.Settlement}, means: means{clause.Arbitration, clause.Judicial}, shows: kinds{clause.Settlement, clause.Resort}},

	{Name: "conference", Group: Institutions, Essential: true, named: true, shows: kinds{clause.Limit, clause.Interval, clause.Consensus, clause.Majority}},
	{Name: "secretariat", Group: Institutions, Essential: true, named: true},

	{Name: "signature", Group: Final, Essential: true, named: true, wants: kinds{clause.Signature}, shows: kinds{clause.Signature}},
	{Name: "participation", Group: Final, Essential: true, named: true, several: true},
	{Name: "entry", Group: Final, Essential: true, named: true, wants: kinds{clause.Entry}, shows: kinds{clause.Instruments, clause.Entry, clause.Later, clause.Uncounted}},
	{Name: "reservations", Group: Final, Essential: true, named: true, wants: kinds{clause.Reserved}, shows: kinds{clause.Reserved}},
	{Name: "denunciation", Group: Final, Essential: true, named: true, wants: kinds{clause.Notice}, shows: kinds{clause.Standstill, clause.Notice, clause.Indefinite}},
	{Name: "depositary", Group: Final, Essential: true, named: true, wants: kinds{clause.Depositary}, shows: kinds{clause.Depositary}},
	{Name: "languages", Group: Final, Essential: true, named: true, wants: kinds{clause.Languages}, shows: kinds{clause.Languages}},
	{Name: "testimonium", Group: Final, Essential: true},

	{Name: "purpose", Group: General, Essential: true, named: true},
	{Name: "terms", Group: General, Essential: true, named: true},
	{Name: "scope", Group: General, Essential: true, named: true},
	{Name: "implementation", Group: General, named: true},
	{Name: "relation", Group: General, Essential: true, named: true},
}

// Find returns the requirement of that name.
func Find(name string) (Requirement, bool) {
	i := slices.IndexFunc(Requirements, func(r Requirement) bool { return r.Name == name })
	if i < 0 {
		return Requirement{}, false
	}
	return Requirements[i], true
}
