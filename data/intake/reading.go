package intake

import (
	"travaux/data"
	"travaux/data/text"
)

// Changes is what is made of the changes that a file shows.
type Changes string

// What can be made of them.
const (
	Redline  Changes = "redline"  // old and new words are both kept, marked as such
	Accepted Changes = "accepted" // the text as it reads with them
	Rejected Changes = "rejected" // the text as it read before them
)

// AllChanges are the choices, the usual one first.
var AllChanges = []Changes{Redline, Accepted, Rejected}

// ParseChanges understands a choice by its name; "" is Redline.
func ParseChanges(s string) (Changes, bool) {
	for _, c := range AllChanges {
		if s == string(c) {
			return c, true
		}
	}
	return Redline, s == ""
}

// Reading is how a file that shows changes is read. The zero value reads it as
// it is: tracked changes as a redline, bold and struck words as no more than
// that.
type Reading struct {
	Changes Changes
	Marks   bool // bold words count as inserted, struck ones as deleted
}

// Of returns the source in this reading. The source given is not altered.
func (r Reading) Of(src *text.Source) *text.Source {
	if r.Marks {
		src = marksTracked(src)
	}
	switch {
	case r.Changes == Accepted && HasChanges(src):
		return without(src, data.TrackDeleted)
	case r.Changes == Rejected && HasChanges(src):
		return without(src, data.TrackInserted)
	}
	return src
}

// HasChanges reports whether the file keeps tracked changes, of words, of the
// breaks between paragraphs or of their numbers.
func HasChanges(src *text.Source) bool {
	for i := range src.Blocks {
		if b := &src.Blocks[i]; len(b.Tracked) > 0 || b.Mark != nil || b.Was != nil {
			return true
		}
	}
	return false
}

// AcceptAll returns the paragraphs of a source as they read when all its
// tracked changes are accepted. Hidden blocks are left out.
func AcceptAll(src *text.Source) []text.Block { return shown(without(src, data.TrackDeleted)) }

// RejectAll returns the paragraphs as they read when all tracked changes are
// rejected, by the rules of AcceptAll.
func RejectAll(src *text.Source) []text.Block { return shown(without(src, data.TrackInserted)) }

func shown(src *text.Source) []text.Block {
	var out []text.Block
	for _, b := range src.Blocks {
		if b.Kind != text.BlockHidden {
			out = append(out, b)
		}
	}
	return out
}
