package data

import "slices"

// Means is a peaceful means of settling a dispute.
type Means string

// The means. Source: Charter of the United Nations, Article 33(1); consultations and
// good offices are those that treaties commonly add.
const (
	MeansConsultation Means = "consultation"
	MeansNegotiation  Means = "negotiation"
	MeansEnquiry      Means = "enquiry"
	MeansGoodOffices  Means = "good-offices"
	MeansMediation    Means = "mediation"
	MeansConciliation Means = "conciliation"
	MeansArbitration  Means = "arbitration"
	MeansJudicial     Means = "judicial"
	MeansRegional     Means = "regional"
	MeansOther        Means = "other"
)

// AllMeans holds them in the order of the Charter, those added beside their like.
var AllMeans = []Means{
	MeansConsultation, MeansNegotiation, MeansEnquiry, MeansGoodOffices, MeansMediation,
	MeansConciliation, MeansArbitration, MeansJudicial, MeansRegional, MeansOther,
}

// Decides reports whether what comes of a means binds without being accepted.
func (m Means) Decides() bool { return m == MeansArbitration || m == MeansJudicial }

// Alone reports whether the parties need nobody else for it: it has begun when they
// agree to it. Another means has begun when whoever helps or decides has taken it up.
func (m Means) Alone() bool {
	return m == MeansConsultation || m == MeansNegotiation || m == MeansOther
}

// Consent says who has to agree before a means can be used.
type Consent string

// Kinds of consent.
const (
	ConsentAll     Consent = "all"     // every party to the dispute, for this dispute
	ConsentRequest Consent = "request" // given in the treaty: any party may ask for it
	ConsentOptOut  Consent = "opt-out" // given in the treaty, but not by those that declared that they are not bound
	ConsentOptIn   Consent = "opt-in"  // given by those that declared that they accept it
)

// Consents holds them in the order in which they are offered.
var Consents = []Consent{ConsentAll, ConsentRequest, ConsentOptOut, ConsentOptIn}

// Trigger says from when a means can be asked for.
type Trigger string

// Triggers. All but the first are followed by the period of the rung.
const (
	TriggerAnyTime Trigger = "any-time"
	TriggerRaised  Trigger = "raised" // the dispute was notified
	TriggerAsked   Trigger = "asked"  // the means before was asked for, and is not under way
	TriggerFailed  Trigger = "failed" // the means before ended without a settlement
)

// Triggers holds them in the order in which they are offered.
var Triggers = []Trigger{TriggerAnyTime, TriggerRaised, TriggerAsked, TriggerFailed}

// Rung is one step of a ladder of means, as a clause on disputes provides it.
type Rung struct {
	Means     Means
	Trigger   Trigger
	After     Delay // from the trigger until it can be asked for
	Consent   Consent
	Declared  []string // codes of those that declared that they are not bound, or that they accept
	Period    Delay    // within which it is to end; zero: within a reasonable time
	FromAsked bool     // that period runs from the request for it, else from its beginning
	Interim   bool     // interim measures can be ordered
	Body      string   // who helps or decides: "International Court of Justice"
	Costs     string   // who bears them
}

// Claim is what one party to a dispute says, and asks for.
type Claim struct {
	By     string // code
	Text   string
	Relief string // what it asks for
}

// Dispute is a dispute between parties to a treaty on its interpretation or
// application: its file. What happened is in the steps that name it.
type Dispute struct {
	Entry
	Treaty     ID
	Number     string
	Title      string
	Claimants  []string // codes
	Answering  []string // codes of those against whom it is brought
	Third      []string // codes of those that join, or are heard
	Provisions []ID
	Claims     []Claim
	Raised     Date // notified by one party to the other
	Ladder     []Rung
	Readers    Audience // who may read the file; AudienceAll: whoever reads of disputes
}

// Parties are the claimants and those that answer them.
func (d Dispute) Parties() []string { return slices.Concat(d.Claimants, d.Answering) }

// Codes of a dispute that cannot be recorded.
const (
	CodeOneSided Code = "dispute.one-sided" // it is not between two sides
	CodeTwice    Code = "dispute.twice"     // a means stands on its ladder twice, or a party on both sides
)

// Check refuses a dispute without a title, a day or two sides, and a ladder on
// which a means stands twice.
func (d *Dispute) Check() error {
	switch {
	case d.Title == "":
		return E(CodeUntitled)
	case d.Raised.IsZero():
		return E(CodeUndated)
	case len(d.Claimants) == 0 || len(d.Answering) == 0:
		return E(CodeOneSided)
	case doubled(d.Parties()):
		return E(CodeTwice)
	}
	var means []Means
	for _, r := range d.Ladder {
		if r.After.negative() || r.Period.negative() {
			return E(CodeNumbers)
		}
		means = append(means, r.Means)
	}
	if doubled(means) {
		return E(CodeTwice)
	}
	return nil
}

func doubled[T comparable](all []T) bool {
	seen := map[T]bool{}
	for _, x := range all {
		if seen[x] {
			return true
		}
		seen[x] = true
	}
	return false
}

// Concerns are the provisions whose interpretation or application is disputed.
func (d *Dispute) Concerns() []ID { return d.Provisions }

// HangsOn is its treaty.
func (d *Dispute) HangsOn() []ID { return []ID{d.Treaty} }

// Sentence is its title.
func (d *Dispute) Sentence() string { return d.Title }

// Audience is who may read the file.
func (d *Dispute) Audience() Audience { return d.Readers }

// DisputeAct says what happened in a dispute.
type DisputeAct string

// What happens in a dispute.
const (
	DisputeAsked     DisputeAct = "asked"    // a party asks for a means
	DisputeConsented DisputeAct = "consents" // a party agrees to it
	DisputeRefused   DisputeAct = "refuses"  // a party does not
	DisputeBegan     DisputeAct = "began"    // the means is under way
	DisputeFailed    DisputeAct = "failed"   // it ended without a settlement
	DisputeReported  DisputeAct = "reported" // who helped has recommended something
	DisputeAccepted  DisputeAct = "accepts"  // a party accepts what was recommended
	DisputeRejected  DisputeAct = "rejects"
	DisputeSettled   DisputeAct = "settled" // the parties agreed
	DisputeDecided   DisputeAct = "decided" // award or judgment
	DisputeDropped   DisputeAct = "dropped" // the claim is not pursued

	DisputeMeasureAsked   DisputeAct = "measure-asked"   // interim measures
	DisputeMeasureOrdered DisputeAct = "measure-ordered" // or recommended, by who decides
	DisputeMeasureDenied  DisputeAct = "measure-denied"

	DisputeComplied DisputeAct = "complied" // a party did what it is bound to
	DisputeBreached DisputeAct = "breached" // a party does not
)

// DisputeActs holds them in the order in which they are offered.
var DisputeActs = []DisputeAct{
	DisputeAsked, DisputeConsented, DisputeRefused, DisputeBegan, DisputeFailed, DisputeReported, DisputeAccepted, DisputeRejected,
	DisputeSettled, DisputeDecided, DisputeDropped, DisputeMeasureAsked, DisputeMeasureOrdered, DisputeMeasureDenied, DisputeComplied, DisputeBreached,
}

// ByParty reports whether it is a party that does this.
func (a DisputeAct) ByParty() bool {
	switch a {
	case DisputeAsked, DisputeConsented, DisputeRefused, DisputeAccepted, DisputeRejected, DisputeMeasureAsked, DisputeComplied, DisputeBreached:
		return true
	}
	return false
}

// DisputeStep is one thing that happened in a dispute.
type DisputeStep struct {
	Entry
	Dispute    ID
	Provisions []ID // those of the dispute
	Means      Means
	Act        DisputeAct
	By         string   // code of the party that acts; "": the body, or all together
	To         []string // codes of those that are bound by it; none: by a settlement all, else those that answer
	Date       Date
	Due        Date // by when what it binds to is to be done; zero: nothing is, or without a date
	Text       string
	Lang       Lang
	Readers    Audience
}

// Check refuses a step of no day, and one of a party that is not named.
func (s *DisputeStep) Check() error {
	switch {
	case s.Date.IsZero():
		return E(CodeUndated)
	case s.Act.ByParty() && s.By == "":
		return E(CodeNobody)
	case !s.Due.IsZero() && s.Due.Before(s.Date):
		return E(CodeBackward)
	}
	return nil
}

// Concerns are the provisions that are disputed.
func (s *DisputeStep) Concerns() []ID { return s.Provisions }

// HangsOn is the dispute.
func (s *DisputeStep) HangsOn() []ID { return []ID{s.Dispute} }

// Sentence is what was said of it.
func (s *DisputeStep) Sentence() string { return s.Text }

// Audience is who may read of it.
func (s *DisputeStep) Audience() Audience { return s.Readers }

// DisputePaperKind says what a document in a dispute is.
type DisputePaperKind string

// Kinds of documents.
const (
	DisputeNotice     DisputePaperKind = "notice"
	DisputeMemorial   DisputePaperKind = "memorial"
	DisputeReply      DisputePaperKind = "reply"
	DisputeEvidence   DisputePaperKind = "evidence"
	DisputeRecord     DisputePaperKind = "record"
	DisputeDecision   DisputePaperKind = "decision"
	DisputeAgreement  DisputePaperKind = "agreement"
	DisputeAssessment DisputePaperKind = "assessment" // our own
)

// DisputePaperKinds holds them in the order in which they are offered.
var DisputePaperKinds = []DisputePaperKind{
	DisputeNotice, DisputeMemorial, DisputeReply, DisputeEvidence, DisputeRecord, DisputeDecision, DisputeAgreement, DisputeAssessment,
}

// DisputePaper is a document in the file of a dispute.
type DisputePaper struct {
	Entry
	Dispute    ID
	Provisions []ID // those of the dispute
	Kind       DisputePaperKind
	Title      string
	Symbol     string
	By         string // code; "": the body
	Date       Date
	Text       string // what it says, or what matters of it
	Lang       Lang
	Readers    Audience
}

// Check refuses a document without a title or a day.
func (p *DisputePaper) Check() error {
	switch {
	case p.Title == "":
		return E(CodeUntitled)
	case p.Date.IsZero():
		return E(CodeUndated)
	}
	return nil
}

// Concerns are the provisions that are disputed.
func (p *DisputePaper) Concerns() []ID { return p.Provisions }

// HangsOn is the dispute.
func (p *DisputePaper) HangsOn() []ID { return []ID{p.Dispute} }

// Sentence is what the document says, else its title.
func (p *DisputePaper) Sentence() string {
	if p.Text != "" {
		return p.Text
	}
	return p.Title
}

// Audience is who may read it; our own assessment is for those who are instructed.
func (p *DisputePaper) Audience() Audience {
	if p.Kind == DisputeAssessment && (p.Readers == AudienceAll || p.Readers == AudienceDelegation) {
		return AudienceInstructed
	}
	return p.Readers
}
