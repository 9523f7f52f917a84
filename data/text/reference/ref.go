package reference

import (
	"strings"

	"travaux/data"
	"travaux/data/text"
)

// Ref is a place of a text that refers to provisions: "articles 7 to 10 of
// this Convention". One Ref holds everything that is said in one breath, so
// that "article 31 or article 50" is one with two parts.
type Ref struct {
	Span       text.Span  // runes of the text, from the first to the last word of the reference
	Parts      []Part     // what it points to, at least one, in the order of the text
	Instrument Instrument // whose provisions they are, by the words that follow or precede
	Name       text.Span  // those words; empty if none
	Lang       data.Lang

	name  string // Name, folded and without spaces, where Instrument is Named
	genus string // root of the word in Name that says what the instrument is

	beside *Ref // the last reference before it that may be to another instrument
}

// Part is one provision that a reference points to.
type Part struct {
	Span    text.Span // the words for this part alone; inside Ref.Span, in order
	Address Address
}

// At returns the part of the reference that a click on that rune of the text
// means: the one whose words are there, else the last before them, else the
// first.
func (r Ref) At(rune int) Part {
	at := r.Parts[0]
	for _, p := range r.Parts[1:] {
		if p.Span.Start > rune {
			break
		}
		at = p
	}
	return at
}

// Instrument says whose provisions a reference means.
type Instrument string

// Instruments, by how they are named.
const (
	Unnamed Instrument = ""      // nothing is said: the text itself
	Own     Instrument = "own"   // "of this Convention", "du présent Traité", 本公约
	Bare    Instrument = "bare"  // "of the Convention": own or not, as the title of the text tells
	Named   Instrument = "named" // "of the Charter of the United Nations", "of resolution 75/240", "of that Protocol"
)

// Base says where the steps of an address begin.
type Base string

// Bases of addresses.
const (
	FromText     Base = ""          // the text as a whole, or what is nearest: "article 7", "paragraph 2"
	FromThis     Base = "this"      // "this article"
	FromPrevious Base = "preceding" // "the preceding paragraph"
	FromNext     Base = "following" // "the following article"
	FromThat     Base = "that"      // "that article": one named before in the same text
)

// Address is where a reference points, language-neutral.
type Address struct {
	Base  Base
	Of    data.Kind // what Base names, e.g. KindArticle of "this article"; "" for FromText
	Steps []Step    // from the outside inwards; may be empty unless Base is FromText

	before *Address // what the same text named last before it
}

// Step is one level of an address.
type Step struct {
	Kind data.Kind
	Elem string // as in Provision.Path: "art12", "3", "b", "pp3"; see text.Label.Elem
	Or   string // another way to read it, e.g. Cyrillic в) as the third of its alphabet; "" if none

	rank int // of the unit it was made from
}

// String gives the address as a path: "art12/3/b", "this article/2", "pre/pp3".
func (a Address) String() string {
	var b strings.Builder
	if a.Base != FromText {
		b.WriteString(string(a.Base) + " " + string(a.Of))
	}
	for _, s := range a.Steps {
		if b.Len() > 0 {
			b.WriteByte('/')
		}
		b.WriteString(s.Elem)
	}
	return b.String()
}

// same reports whether two addresses were written alike.
func (a Address) same(b Address) bool {
	if a.Base != b.Base || a.Of != b.Of || len(a.Steps) != len(b.Steps) {
		return false
	}
	for i := range a.Steps {
		if a.Steps[i] != b.Steps[i] {
			return false
		}
	}
	return true
}

// unit is a level of a text by its name.
type unit uint8

const (
	noUnit unit = iota
	unitPreamble
	unitAnnex
	unitPart
	unitTitle
	unitChapter
	unitSection
	unitSubsection
	unitArticle
	unitNote
	unitFootnote
	unitParagraph
	unitOperative
	unitRecital
	unitOption
	unitPoint
	unitSubpoint
	unitOpening
	unitClosing
)

// units says, for every unit, how far inside it stands, what it is and how
// its number is written in a path.
var units = [...]struct {
	rank   int
	kind   data.Kind
	prefix string
}{
	noUnit:         {},
	unitPreamble:   {1, data.KindPreamble, "pre"},
	unitAnnex:      {1, data.KindAnnex, "annex"},
	unitPart:       {2, data.KindPart, "part"},
	unitTitle:      {3, data.KindSection, "title"},
	unitChapter:    {4, data.KindChapter, "ch"},
	unitSection:    {5, data.KindSection, "sec"},
	unitSubsection: {6, data.KindSection, "subsec"},
	unitArticle:    {7, data.KindArticle, "art"},
	unitNote:       {7, data.KindNote, "note"},
	unitFootnote:   {7, data.KindFootnote, "fn"},
	unitParagraph:  {8, data.KindParagraph, ""},
	unitOperative:  {8, data.KindParagraph, "op"},
	unitRecital:    {8, data.KindRecital, "pp"},
	unitOption:     {9, data.KindParagraph, "opt"},
	unitPoint:      {10, data.KindPoint, ""},
	unitSubpoint:   {11, data.KindPoint, ""},
	unitOpening:    {12, data.KindFormula, "opening"},
	unitClosing:    {12, data.KindFlush, "flush"},
}

func (u unit) rank() int       { return units[u].rank }
func (u unit) kind() data.Kind { return units[u].kind }
