package data

// ObligedKind says who is bound by an obligation.
type ObligedKind string

// Those whom treaties bind.
const (
	ObligedParties    ObligedKind = "parties"    // each party
	ObligedSome       ObligedKind = "some"       // parties in a case that the text names: the requested State Party
	ObligedConference ObligedKind = "conference" // the parties together, in their organ
	ObligedOrgan      ObligedKind = "organ"      // a secretariat, a committee, a depositary
	ObligedOther      ObligedKind = "other"      // persons, or things that are so: "the period shall run"
)

// ObligedKinds holds them in the order in which they are offered.
var ObligedKinds = []ObligedKind{ObligedParties, ObligedSome, ObligedConference, ObligedOrgan, ObligedOther}

// DueKind says when an obligation is to be fulfilled.
type DueKind string

// Kinds of deadlines.
const (
	DueAlways DueKind = "always" // at all times
	DueOnce   DueKind = "once"   // a period after the treaty enters into force for the party
	DueEvery  DueKind = "every"  // each time that a period has run since then
	DueCycle  DueKind = "cycle"  // with the report of each cycle
	DueDay    DueKind = "day"    // on a day
	DueEvent  DueKind = "event"  // a period after something that the text names, which only a person can date
)

// DueKinds holds them in the order in which they are offered.
var DueKinds = []DueKind{DueAlways, DueOnce, DueEvery, DueCycle, DueDay, DueEvent}

// Due is the rule by which the deadline of an obligation is computed.
type Due struct {
	Kind   DueKind
	Period Delay
	Day    Date
	Words  string // as the text says it; "": it says nothing
}

// Obligation is what somebody must do under a treaty, as the register of the
// delegation has it: read from the words by the program, decided by a person.
type Obligation struct {
	Entry
	Treaty    ID
	Provision ID
	Anchor    Anchor // the words that bind; the provision as a whole where it does not say
	Obliged   ObligedKind
	Who       string // as the text names them
	Must      string // what, in the words of the text or the delegation's own
	Strength  string // class of data/redline/strength
	Due       Due
	Aside     bool // a person has said that it is no obligation to be followed up
	Remark    string
}

// CodeTimeless is the code of a deadline by a period or a day that is not given.
const CodeTimeless Code = "obligation.timeless"

// Check refuses an obligation without words, and a deadline that cannot be computed.
func (o *Obligation) Check() error {
	if o.Must == "" {
		return E(CodeWordless)
	}
	switch o.Due.Kind {
	case DueOnce, DueEvery:
		if o.Due.Period.IsZero() {
			return E(CodeTimeless)
		}
	case DueDay:
		if o.Due.Day.IsZero() {
			return E(CodeTimeless)
		}
	}
	if o.Due.Period.negative() {
		return E(CodeNumbers)
	}
	return nil
}

// Concerns is the provision that it stands in.
func (o *Obligation) Concerns() []ID { return []ID{o.Provision} }

// HangsOn is its treaty.
func (o *Obligation) HangsOn() []ID { return []ID{o.Treaty} }

// Sentence is what must be done.
func (o *Obligation) Sentence() string { return o.Must }

// Audience is everybody: it is the text of the treaty.
func (o *Obligation) Audience() Audience { return AudienceAll }
