package data

import "strings"

// Cycle is a round of reports on how a treaty is fulfilled.
type Cycle struct {
	Entry
	Treaty     ID
	Title      Words
	Opens      Date
	Due        Date  // of the reports
	Newcomers  Delay // for whom the treaty enters into force after it opened: its report is due so long after that; zero: none is due
	Provisions []ID  // articles or chapters that are looked at; none: all
}

// Check refuses a cycle without a title or days, and one that ends before it begins.
func (c *Cycle) Check() error {
	switch {
	case c.Title.In(English) == "":
		return E(CodeUntitled)
	case c.Opens.IsZero() || c.Due.IsZero():
		return E(CodeUndated)
	case c.Due.Before(c.Opens):
		return E(CodeBackward)
	case c.Newcomers.negative():
		return E(CodeNumbers)
	}
	return nil
}

// Concerns are the provisions that are looked at.
func (c *Cycle) Concerns() []ID { return c.Provisions }

// HangsOn is its treaty.
func (c *Cycle) HangsOn() []ID { return []ID{c.Treaty} }

// Sentence is its title.
func (c *Cycle) Sentence() string { return c.Title.In(English) }

// Audience is everybody.
func (c *Cycle) Audience() Audience { return AudienceAll }

// PartyReport is what a party reported in a cycle.
type PartyReport struct {
	Entry
	Cycle    ID
	Party    string // code in the register
	Received Date
	Symbol   string
	Text     string // what it says, in short
	Lang     Lang
}

// Check refuses a report of nobody, and one that has not come.
func (r *PartyReport) Check() error {
	switch {
	case r.Party == "":
		return E(CodeNobody)
	case r.Received.IsZero():
		return E(CodeUndated)
	}
	return nil
}

// Concerns is nothing: a report is on the treaty as a whole.
func (r *PartyReport) Concerns() []ID { return nil }

// HangsOn is the cycle.
func (r *PartyReport) HangsOn() []ID { return []ID{r.Cycle} }

// Sentence is what it says.
func (r *PartyReport) Sentence() string { return r.Text }

// Audience is everybody.
func (r *PartyReport) Audience() Audience { return AudienceAll }

// Grade says how far an obligation is fulfilled by a party.
type Grade string

// Grades, from the best to the worst, then those that say nothing of it.
const (
	GradeMet     Grade = "met"
	GradePartly  Grade = "partly"
	GradeUnmet   Grade = "unmet"
	GradeUnclear Grade = "unclear"        // what is known does not suffice
	GradeNone    Grade = "not-applicable" // the case has not arisen
)

// Grades holds them in that order.
var Grades = []Grade{GradeMet, GradePartly, GradeUnmet, GradeUnclear, GradeNone}

// Evidence is a document on which an assessment rests.
type Evidence struct {
	Symbol  string
	Pointer string // paragraph
	Words   string
}

// Assessment is how far a party fulfils an obligation, as of a day. The latest of a
// cycle counts.
type Assessment struct {
	Entry
	Cycle        ID
	Party        string
	Obligation   ID
	Provision    ID // of the obligation
	Grade        Grade
	Day          Date
	Text         string
	Evidence     []Evidence
	Confidential bool           // only for those who read instructions; not in papers for the outside
	Level        Classification // its marking, where it is confidential; "": the scheme's usual one
}

// Check refuses an assessment of nobody, without a grade, or without a day.
func (a *Assessment) Check() error {
	switch {
	case a.Party == "":
		return E(CodeNobody)
	case a.Obligation.IsZero() || a.Grade == "":
		return E(CodeWordless)
	case a.Day.IsZero():
		return E(CodeUndated)
	}
	return nil
}

// Concerns is the provision of the obligation.
func (a *Assessment) Concerns() []ID { return []ID{a.Provision} }

// HangsOn is the obligation, and the cycle.
func (a *Assessment) HangsOn() []ID { return []ID{a.Obligation, a.Cycle} }

// Sentence is its text, and the words of its evidence.
func (a *Assessment) Sentence() string {
	words := []string{a.Text}
	for _, e := range a.Evidence {
		words = append(words, e.Words)
	}
	return strings.TrimSpace(strings.Join(words, "\n"))
}

// Audience is who reads instructions, where it is confidential.
func (a *Assessment) Audience() Audience {
	if a.Confidential {
		return AudienceInstructed
	}
	return AudienceAll
}

// Stage is a step of a review among parties.
type Stage string

// Stages of a review.
//
// Source: terms of reference of the Mechanism for the Review of Implementation of
// the United Nations Convention against Corruption (resolution 3/1 of the
// Conference of the States Parties, annex): desk review, dialogue, visit where the
// party under review agrees, report, which is published only with its consent.
const (
	StageSelf      Stage = "self-assessment"
	StageDesk      Stage = "desk-review"
	StageDialogue  Stage = "dialogue"
	StageVisit     Stage = "visit"
	StageReport    Stage = "report"
	StagePublished Stage = "published"
)

// Stages holds them in that order.
var Stages = []Stage{StageSelf, StageDesk, StageDialogue, StageVisit, StageReport, StagePublished}

// ReviewStep is when a stage was reached.
type ReviewStep struct {
	Stage Stage
	Date  Date
}

// Review is the review of one party by others in a cycle.
type Review struct {
	Entry
	Cycle     ID
	Party     string
	Reviewers []string
	Draw      ID // by which they were chosen; zero: they were agreed
	Steps     []ReviewStep
	Consent   bool // the party agrees that its report is published
	Text      string
}

// CodeConsent is the code of a report that is published without the consent of the
// party that it is on.
const CodeConsent Code = "review.consent"

// CodeOwn is the code of a review of a party by itself.
const CodeOwn Code = "review.own"

// Check refuses a review of nobody, of a party by itself, and a publication to
// which it does not consent.
func (r *Review) Check() error {
	if r.Party == "" {
		return E(CodeNobody)
	}
	for _, by := range r.Reviewers {
		if by == r.Party {
			return E(CodeOwn)
		}
	}
	for _, s := range r.Steps {
		if s.Date.IsZero() {
			return E(CodeUndated)
		}
		if s.Stage == StagePublished && !r.Consent {
			return E(CodeConsent)
		}
	}
	return nil
}

// Stage is the furthest that it has come; "" where it has not begun.
func (r *Review) Stage() Stage {
	var at Stage
	for _, stage := range Stages {
		for _, s := range r.Steps {
			if s.Stage == stage {
				at = stage
			}
		}
	}
	return at
}

// Concerns is nothing: a review is on the treaty as a whole.
func (r *Review) Concerns() []ID { return nil }

// HangsOn is the cycle, and the draw that opened it.
func (r *Review) HangsOn() []ID { return []ID{r.Cycle, r.Draw} }

// Sentence is the remark on it.
func (r *Review) Sentence() string { return r.Text }

// Audience is everybody: who reviews whom is known to all.
func (r *Review) Audience() Audience { return AudienceAll }

// DrawRules are the rules under which reviewers are drawn by lot.
type DrawRules struct {
	Reviewers  int  // of each party
	SameRegion int  // how many of them are of its own regional group
	Mutual     bool // two parties may review each other
	Even       bool // nobody reviews more often than its share, rounded up
}

// Ticket is a party that is drawn from, with its regional group on the day.
type Ticket struct{ Party, Region string }

// Ceded is a rule that could not be kept in a lot.
type Ceded string

// Rules that may give way, in the order in which they do.
const (
	CededRegion Ceded = "region" // no other party of the group was left
	CededEven   Ceded = "even"
	CededMutual Ceded = "mutual"
)

// Lot is what was drawn for one party.
type Lot struct {
	Party     string
	Reviewers []string
	Ceded     []Ceded
}

// Draw is a drawing of reviewers with all that is needed to repeat it.
type Draw struct {
	Entry
	Cycle   ID
	Date    Date
	Rules   DrawRules
	Seed    string // agreed or drawn in public
	Witness string // before whom
	Under   []string
	Pool    []Ticket
	Round   int // that succeeded
	Lots    []Lot
}

// CodeSeedless is the code of a draw without a seed.
const CodeSeedless Code = "draw.seedless"

// CodeTooFew is the code of a draw from fewer parties than are to be drawn.
const CodeTooFew Code = "draw.too-few"

// Check refuses a draw that nobody could repeat.
func (x *Draw) Check() error {
	switch {
	case x.Seed == "":
		return E(CodeSeedless)
	case x.Date.IsZero():
		return E(CodeUndated)
	case x.Rules.Reviewers < 1 || x.Rules.SameRegion < 0 || x.Rules.SameRegion > x.Rules.Reviewers:
		return E(CodeNumbers)
	case len(x.Pool) <= x.Rules.Reviewers:
		return E(CodeTooFew)
	}
	return nil
}

// Concerns is nothing.
func (x *Draw) Concerns() []ID { return nil }

// HangsOn is the cycle.
func (x *Draw) HangsOn() []ID { return []ID{x.Cycle} }

// Sentence is its seed.
func (x *Draw) Sentence() string { return x.Seed }

// Audience is everybody: a draw is public.
func (x *Draw) Audience() Audience { return AudienceAll }
