package textview

import "strings"

// MarkKind is why a stretch of text is marked.
type MarkKind uint8

// Kinds of marks, and how they look. Every one has a shape of its own, so that
// none is told by colour alone.
const (
	Inserted  MarkKind = iota // underlined, in the colour of insertions
	Deleted                   // struck through, in the colour of deletions
	Bracket                   // from bracket to bracket: tinted by Depth
	Comment                   // tinted, with a line below
	Search                    // a search's hit; see Document.SetHits
	SearchNow                 // the hit the search stands at
	Bold                      //
	Italic                    // operative words
	Quiet                     // in the colour of second-rank words

	// Chip is words that do not belong to the text: who proposes what stands
	// before them. Set small on a rounded plate and left out of what is copied as
	// it reads. See ChipText.
	Chip
	Link       // a reference to another place or document: a dotted line below
	LinkBroken // a reference whose target is gone: a wavy line below, and a sign
	Term       // a defined term: a fine dashed line below

	Must      // a strict obligation: bold, two lines below
	Ought     // a weaker one: one line below
	May       // a permission: dots below
	Qualifier // words that weaken an obligation: tinted, in a dashed frame

	MovedHere // what stood elsewhere: a broken line below, an arrow before it
	MovedAway // what will stand elsewhere: struck through twice, an arrow after it

	Collision // words that are wanted in ways that exclude each other: hatched, in a frame
	Flaw      // a bracket without a partner: in a frame, with a sign
)

// Mark covers the runes [Start, End) of a block.
type Mark struct {
	Kind       MarkKind
	Start, End int
	Depth      int    // of a Bracket, from 1
	Ref        string // the caller's: comes back when the mark is pressed; of a Bracket, equal in all blocks that a pair spans
	Words      string // of a Chip, what is copied in its stead: "Egypt, on behalf of the Group of 77"; empty: its own words
}

// at returns the marks that cover the rune at offset.
func (b *Block) at(offset int) []Mark {
	var list []Mark
	for _, m := range b.Marks {
		if m.Start <= offset && offset < m.End {
			list = append(list, m)
		}
	}
	return list
}

// Isolates keep the direction of a chip's words from the text around it.
const (
	firstStrongIsolate = '\u2068'
	popIsolate         = '\u2069'
)

// ChipText is how the words of a Chip are to stand in the text of a block, so
// that neither turns the other's direction.
func ChipText(words string) string {
	return string(firstStrongIsolate) + words + string(popIsolate)
}

// chipWords takes off what ChipText adds.
func chipWords(text string) string {
	return strings.TrimSpace(strings.Trim(text, string(firstStrongIsolate)+string(popIsolate)))
}
