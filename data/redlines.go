package data

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"time"
)

// RedLineRule says what a red line forbids.
type RedLineRule string

// Rules of red lines.
const (
	RedLineStays  RedLineRule = "stays"  // the phrase must stay in the text
	RedLineAbsent RedLineRule = "absent" // the phrase must not appear
	RedLineStrong RedLineRule = "strong" // the text must not bind less than when the red line was recorded
)

// RedLineRules holds all rules in the order in which they are offered.
var RedLineRules = []RedLineRule{RedLineStays, RedLineAbsent, RedLineStrong}

// RedLine is what the delegation cannot accept of a text. It is confidential.
type RedLine struct {
	ID ID
	// Provisions are those it is on; on a container, it is on all that stands in
	// it. None: the whole text. A phrase that must stay must do so in each of
	// them, of a container in some part of it.
	Provisions []ID
	Rule       RedLineRule
	Phrases    Words  // as data/redline/watch reads them; with RedLineStrong, the sentences that count, or none
	Reason     string // why, for the delegation
	Revision   ID     // whose text stood when it was recorded
	Author     ID
	Time       time.Time
}

// CrossedBy says what crosses a red line.
type CrossedBy string

// What can cross a red line.
const (
	ByText     CrossedBy = "text"     // the text as it stands
	ByWording  CrossedBy = "wording"  // our wording, or our stance on the text
	ByProposal CrossedBy = "proposal" // a proposal, if it were taken over
)

// CrossingReason says why a red line is crossed.
type CrossingReason string

// Reasons.
const (
	CrossedMissing CrossingReason = "missing" // the phrase that must stay does not stand there
	CrossedFound   CrossingReason = "found"   // the phrase that must not appear does
	CrossedWeaker  CrossingReason = "weaker"  // the text binds less
	CrossedGone    CrossingReason = "gone"    // the provision is not in the text any more
)

// CrossingReasons holds all reasons.
var CrossingReasons = []CrossingReason{CrossedMissing, CrossedFound, CrossedWeaker, CrossedGone}

// Crossing is one place where a red line is crossed, or may be. It is
// confidential.
type Crossing struct {
	RedLine   ID
	By        CrossedBy
	Provision ID   // zero: the text as a whole
	Revision  ID   // of the text
	Proposal  ID   // of ByProposal
	Lang      Lang // in which it was found
	Reason    CrossingReason
	// Doubt: only some readings of the text cross it, for words stand in brackets
	// or in tracked changes.
	Doubt      bool
	Tracked    bool   // they stand in a tracked change
	Heading    bool   // Start and End count in the heading, not in the text
	Start, End int    // runes of the words that were found; equal where there are none
	Words      string // that were found; of CrossedMissing the phrase, of CrossedWeaker what became of them
	Was        string // of CrossedWeaker: the words before; "" for what came
}

// Override lets papers out that cross red lines. It holds for exactly these
// lines, or these words of a statement, and no others.
type Override struct {
	ID     ID
	Lang   Lang
	Digest [32]byte // PaperDigest of the lines, or SpeechDigest
	Reason string
	By     ID
	Time   time.Time
}

// PaperDigest is the SHA-256 of a canonical form of the lines of a paper in a
// language: every field in a fixed order, each string preceded by its length.
// The date on the paper is not in it, nor its letterhead.
func PaperDigest(lang Lang, lines []PublicLine) [32]byte {
	fields := []string{"travaux/paper/v1", string(lang)}
	for _, l := range lines {
		fields = append(fields, l.Path, string(l.Kind), l.Label, l.Heading, l.Text, string(l.Stance), l.Wording, l.Reasons, l.Citations)
	}
	return digest(fields...)
}

// SpeechDigest is PaperDigest for the words of a statement in a language, whole or
// shortened: of what it is about, and of them.
func SpeechDigest(s Speech, lang Lang, text string) [32]byte {
	fields := []string{"travaux/speech/v1", string(lang), s.ID.String()}
	for _, id := range s.Provisions {
		fields = append(fields, id.String())
	}
	return digest(append(fields, text)...)
}

func digest(fields ...string) (sum [32]byte) {
	h := sha256.New()
	for _, text := range fields {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(text)))
		h.Write(n[:])
		h.Write([]byte(text))
	}
	h.Sum(sum[:0])
	return sum
}

// On reports whether a red line is on a provision itself; a container of it is
// not asked.
func (r RedLine) On(provision ID) bool { return slices.Contains(r.Provisions, provision) }
