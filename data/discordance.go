package data

// Discordance is what a person decided on a place where the language versions of
// the text do not say the same: that it is so, and how the versions should read, or
// that it is nothing. What the program finds is found anew each time; a decision
// holds as long as the versions say there what they said.
//
// Source: Vienna Convention on the Law of Treaties, articles 33(3) and 79(3).
type Discordance struct {
	Entry
	Provision ID
	Kind      string // of the finding; DiscordanceSeen: a person saw it
	Said      string // key of the finding: what each version said; "" of what a person saw
	Confirmed bool   // else it is dismissed
	Remark    string // for ourselves
	Read      Words  // how the provision should read, in the versions that are to be corrected
}

// DiscordanceSeen is the kind of what no program finds: a person reads it.
const DiscordanceSeen = "seen"

// Check refuses a decision on nothing, and one on what a person saw that does not
// say what it is.
func (d *Discordance) Check() error {
	if d.Provision.IsZero() || d.Kind == "" || d.Kind == DiscordanceSeen && d.Remark == "" && d.Read.In(English) == "" {
		return E(CodeWordless)
	}
	return nil
}

// Concerns is the provision.
func (d *Discordance) Concerns() []ID { return []ID{d.Provision} }

// Sentence is the remark, or the words as they should be.
func (d *Discordance) Sentence() string {
	if d.Remark != "" {
		return d.Remark
	}
	return d.Read.In(English)
}

// Audience is everybody of the delegation.
func (d *Discordance) Audience() Audience { return AudienceAll }

// PublicCorrections is all that a note on errors and non-concordance of authentic
// texts is made from. It has no field for what we remarked among ourselves.
type PublicCorrections struct {
	Lang       Lang
	Title      string // of the instrument
	Body       string
	State      string // name of the State in Lang
	Letterhead []string
	Date       Date
	Symbol     string // of the text
	Authentic  []Lang // the versions that were compared
	Items      []PublicCorrection
}

// PublicCorrection is one place that should be corrected.
type PublicCorrection struct {
	Path     string
	Kind     string         // as in Discordance
	Apart    []Lang         // the versions that stand apart
	Said     []PublicSaying // what each version says in the matter
	Readings []PublicReading
}

// PublicSaying is what one version says in the matter: its own words.
type PublicSaying struct {
	Lang    Lang
	Words   []string // empty: it says nothing
	Missing bool     // it has no such provision
}

// PublicReading is how a version reads, and how it should.
type PublicReading struct {
	Lang         Lang
	Stands, Read string
}
