package data

import "time"

// Speech is a statement of ours: made from talking points on the provisions on
// the agenda, spoken in a meeting. It is confidential until it is delivered.
type Speech struct {
	ID         ID
	Title      string
	Meeting    ID
	Provisions []ID // that it is about, in order of consideration
	Text       Words
	Cuts       map[Lang]map[int]string // shortened to so many minutes
	Delivered  time.Time               // zero: not yet
	As         string                  // what was said, where it was not the text
	Author     ID
	Time       time.Time
}

// At is the text in a language, or what is left of it at so many minutes; 0: the
// whole.
func (s Speech) At(lang Lang, minutes int) string {
	if minutes > 0 {
		return s.Cuts[lang][minutes]
	}
	return s.Text[lang]
}

// SpeechPoint is what we have to say on one provision in one language.
type SpeechPoint struct {
	Provision ID
	Path      string
	Stance    Stance // as the outside may see it
	Text      string // talking points, else public reasons, paragraphs separated by \n; "" where there are none in the language
	Wording   string // ours in the language; "" where we propose none
}

// SpeechFlagKind says why words of a statement must not be said, or may not.
type SpeechFlagKind string

// Kinds of flag, the gravest first.
const (
	SpeechSecret    SpeechFlagKind = "secret"    // words of something confidential
	SpeechMarked    SpeechFlagKind = "marked"    // a paragraph is marked for the delegation
	SpeechForbidden SpeechFlagKind = "forbidden" // an instruction forbids the words
	SpeechRedLine   SpeechFlagKind = "red-line"  // a red line says that they must not appear
	SpeechMissing   SpeechFlagKind = "missing"   // a red line says that they must stay, and they are not said
)

// SpeechFlagKinds holds all kinds, the gravest first.
var SpeechFlagKinds = []SpeechFlagKind{SpeechSecret, SpeechMarked, SpeechForbidden, SpeechRedLine, SpeechMissing}

// Crosses reports whether a red line is crossed, which the head of delegation can
// let out. Nothing else that is flagged is let out.
func (k SpeechFlagKind) Crosses() bool { return k == SpeechRedLine || k == SpeechMissing }

// SpeechFlag is a place in a statement of ours that must not be said so.
type SpeechFlag struct {
	Kind       SpeechFlagKind
	Start, End int    // runes of the text; both 0 of SpeechMissing
	Field      string // catalogue id of what the words come from; of SpeechSecret
	Words      string // that are forbidden, of SpeechForbidden and SpeechRedLine; that are missing, of SpeechMissing
	By         ID     // the instruction or red line
}

// PublicSpeech is all that the papers of a statement are made from. Neither it nor
// anything it holds has a field for confidential material.
type PublicSpeech struct {
	Lang       Lang
	State      string // name of the State in Lang
	Letterhead []string
	Instrument string // title of the draft
	Body       string // committee or conference
	Session    string
	AgendaItem string // of the meeting, else of the negotiation
	Meeting    string
	Date       Date
	Text       string // paragraphs separated by \n
}

// Reported is a report to capital that was made: from when until when it tells.
type Reported struct {
	ID          ID
	From, Until time.Time
	Author      ID
	Time        time.Time
}
