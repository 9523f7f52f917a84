package data

import "time"

// Negotiation is what the vault is about: one future instrument and the
// delegation that works on it.
type Negotiation struct {
	ID         ID
	Title      Words  // "Draft convention on …"
	Body       Words  // committee or conference
	Session    Words  // "Third session"
	AgendaItem Words  // "Item 4"
	State      string // ISO 3166-1 alpha-3 code of the delegation's State; "" if not a UN member
	StateName  Words  // name of the State on papers; needed where State is ""
	Letterhead Words  // address lines of the mission, separated by \n
	Summary    Words  // summary of views for papers; public
	Scheme     string // by which the delegation marks what is confidential (data/marking); "": that of the United Nations
	OwnLevels  Words  // of the delegation's own scheme, one a line, lowest first
	Place      string // IANA time zone of where it meets; "": that of the laptop
	Capital    string // IANA time zone of capital; "": that of Place

	Participants []string // codes of those whose views are counted; none: the Member States
}

// Role says what a member may do.
type Role string

// Roles of members.
const (
	RoleDelegate  Role = "delegate"
	RoleHead      Role = "head"
	RoleDeputy    Role = "deputy" // approves in the place of the head
	RoleCapital   Role = "capital"
	RoleAdviser   Role = "adviser"
	RoleNoteTaker Role = "note-taker"
	RoleObserver  Role = "observer" // reads the text and what is said of it in the room
)

// Roles holds all roles in the order in which they are offered.
var Roles = []Role{RoleDelegate, RoleHead, RoleDeputy, RoleCapital, RoleAdviser, RoleNoteTaker, RoleObserver}

// MayApprove reports whether a member of that role approves positions.
func (r Role) MayApprove() bool { return r.May(RightApprove) }

// MayInstruct reports whether a member of that role records instructions.
// Delegates record what capital sent by other ways.
func (r Role) MayInstruct() bool { return r.May(RightInstruct) }

// Member is a person of the delegation.
type Member struct {
	ID   ID
	Name string
	Role Role
}

// Anchor ties an annotation to words: the quotation with its surroundings and
// where it stood (runes of the rendering's text in that language).
type Anchor struct {
	Lang       Lang
	Start, End int // Start == End: the provision as a whole
	Quote      string
	Before     string // up to 32 runes before the quotation
	After      string // up to 32 runes after it
}

// Comment is a remark on a provision, or an answer to one.
type Comment struct {
	ID        ID
	Provision ID
	Parent    ID // the comment it answers; zero for a first remark
	Anchor    Anchor
	Author    ID     // member
	From      string // author as an imported file names it; "" for a member's own
	Time      time.Time
	Text      string
	Resolved  bool // meaningful for a first remark
	Revision  ID   // on whose text it was made; zero: before this was noted
}

// Classification is a level of a marking scheme. Those of all schemes are in
// data/marking.
type Classification string

// The scheme of ST/SGB/2007/6, "for official use only" added below it as
// national ladders have it.
const (
	Unclassified         Classification = "unclassified"
	OfficialUse          Classification = "official-use"
	Confidential         Classification = "confidential"
	StrictlyConfidential Classification = "strictly-confidential"
)

// Classifications holds the scheme, lowest level first.
var Classifications = []Classification{Unclassified, OfficialUse, Confidential, StrictlyConfidential}

// anchorContext is how many runes around a quotation an anchor keeps.
const anchorContext = 32

// NewAnchor ties an annotation to the runes [start, end) of a text.
func NewAnchor(lang Lang, text string, start, end int) Anchor {
	runes := []rune(text)
	start = min(max(start, 0), len(runes))
	end = min(max(end, start), len(runes))
	return Anchor{
		Lang: lang, Start: start, End: end, Quote: string(runes[start:end]),
		Before: string(runes[max(start-anchorContext, 0):start]),
		After:  string(runes[end:min(end+anchorContext, len(runes))]),
	}
}
