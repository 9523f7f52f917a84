package data

import (
	"crypto/sha256"
	"encoding/binary"
	"time"
)

// Binding says how far an instruction binds.
type Binding string

// How an instruction binds.
const (
	BindingMandatory     Binding = "mandatory"     // to be carried out as it stands
	BindingDiscretionary Binding = "discretionary" // the delegation may depart from it where the room asks for it
)

// Bindings holds them in the order in which they are offered.
var Bindings = []Binding{BindingMandatory, BindingDiscretionary}

// Phrase is some words in one language.
type Phrase struct {
	Lang  Lang
	Words string
}

// Instruction is what capital has ordered: for some provisions, for what the
// text says of a topic, or for the whole text. It is confidential whatever its
// classification.
type Instruction struct {
	ID         ID
	Provisions []ID   // none: of the topic, or of the whole text
	Topic      string // words that name it, several separated by semicolons; only without provisions

	Reference      string // capital's number, e.g. "MFA/LEG/2026/114"
	Issuer         string
	Issued         Moment // zero: in force since it was recorded
	Lapses         Moment // zero: until withdrawn or superseded
	Classification Classification
	Binding        Binding  // "" is mandatory: what is ordered is ordered
	Audience       Audience // AudienceInstructed, or AudienceHead; "" is the former
	Supersedes     []ID     // instructions that it takes the place of

	Text     string
	Stance   Stance   // the stance it orders; none: it orders no stance
	Requires []Phrase // words that have to stand in each of its provisions' text
	Forbids  []Phrase // words that may not stand anywhere in them

	Cable Extract // where its text was taken from; zero: it was typed

	Author   ID // member who recorded it
	Time     time.Time
	Revision ID // whose provisions Provisions are; zero: before this was noted
}

// Extract is a part of a cable: the runes [Start, End) of its text.
type Extract struct {
	Cable      ID
	Start, End int
}

// IsZero reports whether it is of no cable.
func (x Extract) IsZero() bool { return x.Cable.IsZero() }

// Mandatory reports whether the instruction leaves no discretion.
func (i Instruction) Mandatory() bool { return i.Binding != BindingDiscretionary }

// ReadBy is the audience that can read the instruction.
func (i Instruction) ReadBy() Audience {
	if i.Audience == AudienceAll || i.Audience == AudienceDelegation {
		return AudienceInstructed
	}
	return i.Audience
}

// Begun reports whether the instruction has been issued by then.
func (i Instruction) Begun(now time.Time) bool { return !now.Before(i.Issued.Start()) }

// Lapsed reports whether the instruction has run out by then. One that lapses on
// a day holds to the end of that day, on the clock it names.
func (i Instruction) Lapsed(now time.Time) bool {
	return !i.Lapses.IsZero() && !now.Before(i.Lapses.End())
}

// InForce reports whether the instruction is in force, as far as it says itself:
// whether another one has superseded it, Rules tells.
func (i Instruction) InForce(now time.Time) bool { return i.Begun(now) && !i.Lapsed(now) }

// ValidOn reports whether the instruction is in force at some hour of a day, on
// the clock of this laptop.
func (i Instruction) ValidOn(day Date) bool {
	whole := OnDay(day, "")
	return i.Begun(whole.End().Add(-1)) && !i.Lapsed(whole.Start())
}

// Digest is the SHA-256 of a canonical form of what a reader of the instruction
// is told: every field in a fixed order, each string preceded by its length. What
// the program adds (who recorded it, to which revision it was carried) is no part
// of it.
func (i Instruction) Digest() [32]byte {
	h := sha256.New()
	put := func(text string) {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(text)))
		h.Write(n[:])
		h.Write([]byte(text))
	}
	put("travaux/instruction/v1")
	binding := i.Binding
	if binding == "" {
		binding = BindingMandatory
	}
	for _, text := range []string{
		i.Reference, i.Issuer, i.Issued.String(), i.Issued.Zone, i.Lapses.String(), i.Lapses.Zone,
		string(i.Classification), string(binding), i.Topic, i.Text, string(i.Stance),
	} {
		put(text)
	}
	for _, list := range [][]Phrase{i.Requires, i.Forbids} {
		put("list")
		for _, p := range list {
			put(string(p.Lang))
			put(p.Words)
		}
	}
	var sum [32]byte
	h.Sum(sum[:0])
	return sum
}

// Acknowledgement says that a member has read an instruction as it stood then.
type Acknowledgement struct {
	ID          ID
	Instruction ID
	By          ID // member
	Time        time.Time
	Digest      [32]byte // of the instruction that was read
}

// Of reports whether it is the instruction as it stands that was read.
func (a Acknowledgement) Of(i Instruction) bool {
	return a.Instruction == i.ID && a.Digest == i.Digest()
}

// MustAcknowledge reports whether a member is to say that he has read an
// instruction: everybody whose role acknowledges and can read it, but for the one
// who recorded it, and for capital, which instructs.
func (i Instruction) MustAcknowledge(m Member) bool {
	return m.Role.May(RightAcknowledge) && m.Role.Of(i.ReadBy()) && m.ID != i.Author && m.Role != RoleCapital
}

// Cable is a message with instructions as it came: it is kept whole, and the
// instructions that were marked in it point to their words.
type Cable struct {
	ID       ID
	Name     string // of the file; "" if it was pasted
	Lang     Lang
	Text     string // as it was read; what Extract counts in
	Size     int    // bytes of the file as it came
	SHA256   [32]byte
	Audience Audience // as of an Instruction
	Author   ID
	Time     time.Time
}
