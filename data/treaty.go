package data

// Treaty is an instrument that was adopted, or is about to be: the convention that
// was negotiated, or a protocol to it. What becomes of it is in the records that
// name it.
type Treaty struct {
	Entry
	Title      Words
	Short      Words // "the Convention"
	Symbol     string
	Parent     ID // the treaty to which it is a protocol; zero: none
	Revision   ID // whose text was adopted; of a protocol too
	Adopted    Date
	By         Words // resolution or act of adoption
	Opens      Date  // for signature
	Closes     Date  // for signature; zero: it does not close
	Depositary Words
	Rule       EntryRule
	Notice     Delay // after which a denunciation takes effect
}

// EntryRule is a clause on entry into force as numbers. The treaty enters into force
// when Delay has run since the deposit that made the number full; for a State that
// comes later, when Later has run since its own deposit, and not before the treaty.
//
// Source: as in article 68 of the United Nations Convention against Corruption and
// article 65 of the United Nations Convention against Cybercrime.
type EntryRule struct {
	Number        int // of instruments
	Delay         Delay
	Later         Delay
	Organizations bool     // instruments of organizations count as well; UN practice is that they do not count as additional
	Required      []string // codes of parties without whose instruments the number is not full
}

// Delay is a period as a clause counts it: "on the thirtieth day after" is Days 30;
// "on the first day of the month following the expiration of a period of three
// months after" is Months 3, FirstOfMonth.
type Delay struct {
	Days         int
	Months       int
	Years        int
	FirstOfMonth bool // then on the first day of the month that follows
}

// IsZero reports whether there is nothing to wait for.
func (d Delay) IsZero() bool { return d == Delay{} }

// Codes of records of a treaty that cannot be written.
const (
	CodeUntitled Code = "treaty.untitled" // it has no title
	CodeNumbers  Code = "treaty.numbers"  // a number or a period is impossible
	CodeBackward Code = "treaty.backward" // something ends before it begins
	CodeNobody   Code = "treaty.nobody"   // it does not say which State or organization
	CodeUndated  Code = "treaty.undated"  // it does not say when
	CodeWordless Code = "treaty.wordless" // it says nothing
)

// Check refuses a treaty without a title and impossible numbers.
func (t *Treaty) Check() error {
	switch {
	case t.Title.In(English) == "":
		return E(CodeUntitled)
	case t.Rule.Number < 0 || t.Rule.Delay.negative() || t.Rule.Later.negative() || t.Notice.negative():
		return E(CodeNumbers)
	case !t.Closes.IsZero() && t.Closes.Before(t.Opens):
		return E(CodeBackward)
	}
	return nil
}

func (d Delay) negative() bool { return d.Days < 0 || d.Months < 0 || d.Years < 0 }

// Concerns is nothing: a treaty is no part of its own text.
func (t *Treaty) Concerns() []ID { return nil }

// HangsOn is the treaty to which it is a protocol.
func (t *Treaty) HangsOn() []ID { return []ID{t.Parent} }

// Sentence is its title.
func (t *Treaty) Sentence() string { return t.Title.In(English) }

// Audience is everybody.
func (t *Treaty) Audience() Audience { return AudienceAll }
