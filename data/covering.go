package data

// CoveringDecision says what a person decided of a requirement of a convention.
type CoveringDecision string

// Decisions.
const (
	CoveringYes      CoveringDecision = "covers"     // the provision meets the requirement
	CoveringNo       CoveringDecision = "does-not"   // it does not, though the program proposed it
	CoveringNeedless CoveringDecision = "not-needed" // the convention does without; of no provision
)

// CoveringDecisions holds them in the order in which they are offered.
var CoveringDecisions = []CoveringDecision{CoveringYes, CoveringNo, CoveringNeedless}

// CodeUnrequired says that a decision names no requirement, or not what it is about.
const CodeUnrequired Code = "coverage.unrequired"

// Covering is what a person decided of one requirement that a convention may be
// asked to meet (data/mechanism), and one provision: it outlives revisions, as the
// provision does.
type Covering struct {
	Entry
	Requirement string // its name, e.g. "entry"
	Provision   ID     // zero for CoveringNeedless
	Decision    CoveringDecision
	Note        string // why
}

// Check refuses a decision on nothing.
func (c *Covering) Check() error {
	if c.Requirement == "" || c.Decision == "" || c.Provision.IsZero() != (c.Decision == CoveringNeedless) {
		return E(CodeUnrequired)
	}
	return nil
}

// Concerns is the provision, if it is about one.
func (c *Covering) Concerns() []ID {
	if c.Provision.IsZero() {
		return nil
	}
	return []ID{c.Provision}
}

// Sentence is why.
func (c *Covering) Sentence() string { return c.Note }

// Audience is the delegation: why is for nobody else.
func (c *Covering) Audience() Audience { return AudienceDelegation }
