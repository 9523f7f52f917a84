package clause

import (
	"cmp"
	"slices"

	"travaux/data"
)

// Kind says what a parameter of a clause is for. Its string is stable.
type Kind string

// Kinds of parameters. Source: Handbook of Final Clauses of Multilateral Treaties
// (United Nations, Sales No. E.04.V.3), whose chapters they follow.
const (
	Instruments Kind = "instruments" // Number of instruments or States with which the treaty enters into force
	Entry       Kind = "entry"       // Delay from the deposit that makes the number full
	Later       Kind = "later"       // Delay for a State that comes after that
	Uncounted   Kind = "uncounted"   // instruments of organizations are not counted as additional
	Parties     Kind = "parties"     // Number of parties that something else takes
	Standstill  Kind = "standstill"  // Delay from entry into force, before which something may not be done
	Ahead       Kind = "ahead"       // Delay by which something precedes a meeting or decision
	Majority    Kind = "majority"    // Share
	Quorum      Kind = "quorum"      // Share
	Consensus   Kind = "consensus"   //
	Amended     Kind = "amended"     // Delay after which an amendment or an annex is in force
	Notice      Kind = "notice"      // Delay after which a denunciation takes effect
	Resort      Kind = "resort"      // Delay after which the next means of settling a dispute may be taken
	Interval    Kind = "interval"    // Delay from one meeting, report or review to the next
	Limit       Kind = "limit"       // Delay within which something is to be done
	Period      Kind = "period"      // Delay, for what the sentence does not say
	Depositary  Kind = "depositary"  // Words
	Languages   Kind = "languages"   // Langs
	Settlement  Kind = "settlement"  // Means
	Reserved    Kind = "reserved"    // no reservation may be made
	Signature   Kind = "signature"   // open for signature until Date
	Indefinite  Kind = "indefinite"  // of unlimited duration
)

// Kinds holds them in the order in which they are shown.
var Kinds = []Kind{
	Signature, Instruments, Entry, Later, Uncounted, Reserved, Standstill, Ahead, Consensus, Majority, Quorum, Parties, Amended,
	Interval, Limit, Settlement, Resort, Notice, Indefinite, Depositary, Languages, Period,
}

// Of says of whom a share is counted.
type Of string

// Whom a share is counted of.
const (
	OfVoting  Of = "voting"  // those present and voting
	OfParties Of = "parties" // all parties, or all members
)

// Share is a fraction of parties: two thirds of those present and voting.
type Share struct {
	Part, Whole int // 2, 3; a simple majority is 1, 2 and means more than half
	Of          Of
}

// Means is a way of settling a dispute. Its string is stable.
type Means string

// Means, in the order of Article 33 of the Charter of the United Nations, with the
// consultations and good offices that treaties add.
const (
	Negotiation  Means = "negotiation"
	Consultation Means = "consultation"
	Enquiry      Means = "enquiry"
	GoodOffices  Means = "good-offices"
	Mediation    Means = "mediation"
	Conciliation Means = "conciliation"
	Arbitration  Means = "arbitration"
	Judicial     Means = "judicial-settlement"
	Regional     Means = "regional"
	OwnChoice    Means = "own-choice" // other peaceful means of their own choice
)

// AllMeans holds them in that order.
var AllMeans = []Means{Negotiation, Consultation, Enquiry, GoodOffices, Mediation, Conciliation, Arbitration, Judicial, Regional, OwnChoice}

// Param is one parameter of a clause, and where it stands. Which of its values are
// set follows from its kind.
type Param struct {
	Kind       Kind
	Start, End int    // runes of the text
	Words      string // the text from Start to End
	Number     int
	Delay      data.Delay
	Share      Share
	Means      Means
	Date       data.Date
	Langs      []data.Lang // in UN order
}

// Same reports whether two parameters say the same, wherever and in whatever
// language they stand.
func (p Param) Same(o Param) bool {
	return p.Kind == o.Kind && p.Number == o.Number && p.Delay == o.Delay && p.Share == o.Share && p.Means == o.Means &&
		p.Date == o.Date && slices.Equal(p.Langs, o.Langs)
}

// Find returns the first parameter of a kind.
func Find(params []Param, kind Kind) (Param, bool) {
	i := slices.IndexFunc(params, func(p Param) bool { return p.Kind == kind })
	if i < 0 {
		return Param{}, false
	}
	return params[i], true
}

// Rule is a clause on entry into force as the numbers by which data/force computes.
// What was not read stays zero: a rule with Number 0 says nothing.
func Rule(params []Param) data.EntryRule {
	number, _ := Find(params, Instruments)
	entry, _ := Find(params, Entry)
	later, _ := Find(params, Later)
	return data.EntryRule{Number: number.Number, Delay: entry.Delay, Later: later.Delay}
}

// NoticeOf is the period after which a denunciation takes effect; zero where none
// was read. Where a text says nothing, article 56 of the Vienna Convention asks for
// twelve months, if the treaty can be denounced at all.
func NoticeOf(params []Param) data.Delay {
	p, _ := Find(params, Notice)
	return p.Delay
}

// MeansOf are the means of settling disputes that were read, in the order of the text.
func MeansOf(params []Param) []Means {
	var out []Means
	for _, p := range params {
		if p.Kind == Settlement && !slices.Contains(out, p.Means) {
			out = append(out, p.Means)
		}
	}
	return out
}

// Distinct returns the parameters without those that repeat an earlier one.
func Distinct(params []Param) []Param {
	var out []Param
	for _, p := range params {
		if !slices.ContainsFunc(out, p.Same) {
			out = append(out, p)
		}
	}
	return out
}

func inPlace(params []Param) {
	slices.SortStableFunc(params, func(a, b Param) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(slices.Index(Kinds, a.Kind), slices.Index(Kinds, b.Kind)))
	})
}
