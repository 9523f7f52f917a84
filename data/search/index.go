package search

import (
	"sort"
	"strings"

	"travaux/data"
)

// Class says where a text stands; results come in this order.
type Class uint8

// Classes, best first.
const (
	ClassHeading Class = iota
	ClassText
	ClassProposal // from here on, what the delegation recorded
	ClassView
	ClassSubmission // what others handed in
	ClassSpeech     // a statement of ours that was delivered
	ClassRecord     // of the life of the treaty
	ClassComment    // from here on, what is confidential
	ClassInstruction
	ClassPrivate     // a view that was said to us alone
	ClassSpeechDraft // a statement of ours that was not delivered
	ClassOurRecord   // a record of the life of the treaty that is not for everybody
	classes
)

// Confidential reports whether texts of the class are for the delegation alone.
func (c Class) Confidential() bool { return c >= ClassComment }

// Item is one searchable text.
type Item struct {
	Class     Class
	Kind      string    // of a record: its kind in the books of the desk
	Provision data.ID   // the provision to show
	Entity    data.ID   // the proposal, view, submission, statement, comment, instruction or record; the provision itself else
	At        int       // rune of the submission's or statement's text at which this one begins; -1: it does not stand in it
	Lang      data.Lang // "" where it does not matter
	Order     int       // of the provision in the document; of a submission or statement, the latest first
	Text      string    // verbatim
	Folded    string    // Fold(Text), where the caller has it already; else ""
}

// Index holds the folded copies. Build a new one when texts change in bulk;
// a ready Index is safe for concurrent Find.
type Index struct {
	shelves [classes]shelf
}

// shelf is all folded texts of one class, each followed by a newline, which no
// folded text holds.
type shelf struct {
	text   string
	starts []int // byte offset of each item
	items  []Item
}

// New builds an index of the items.
func New(items []Item) *Index {
	var ix Index
	var texts [classes]strings.Builder
	for _, it := range items {
		s := &ix.shelves[it.Class]
		s.starts = append(s.starts, texts[it.Class].Len())
		if it.Folded == "" {
			it.Folded = Fold(it.Text)
		}
		texts[it.Class].WriteString(it.Folded)
		texts[it.Class].WriteByte('\n')
		it.Folded = "" // it is in the shelf now
		s.items = append(s.items, it)
	}
	for c := range ix.shelves {
		ix.shelves[c].text = texts[c].String()
	}
	return &ix
}

// Find returns at most limit items that contain the query, in the order of their
// classes, each class in document order. Items in the preferred language come before
// the same class in other languages. No class crowds the others out: each that has
// hits gets an equal share of the limit before the first ones fill what is left.
func (ix *Index) Find(query string, prefer data.Lang, limit int) []Item {
	want := Fold(query)
	if want == "" || limit <= 0 {
		return nil
	}
	var hits [classes][]Item
	room := limit
	for c := range ix.shelves {
		hits[c] = ix.shelves[c].find(want)
		room -= min(len(hits[c]), limit/int(classes))
	}
	var found []Item
	for c := range hits {
		list := hits[c]
		sort.SliceStable(list, func(i, j int) bool {
			a, b := list[i], list[j]
			if pa, pb := a.Lang == prefer || a.Lang == "", b.Lang == prefer || b.Lang == ""; pa != pb {
				return pa
			}
			return a.Order < b.Order
		})
		share := min(len(list), limit/int(classes))
		more := min(len(list)-share, room)
		room -= more
		found = append(found, list[:share+more]...)
	}
	return found
}

func (s *shelf) find(want string) []Item {
	var hits []Item
	for from := 0; from < len(s.text); {
		i := strings.Index(s.text[from:], want)
		if i < 0 {
			break
		}
		at := from + i
		n := sort.SearchInts(s.starts, at+1) - 1
		hits = append(hits, s.items[n])
		if n+1 == len(s.starts) {
			break
		}
		from = s.starts[n+1]
	}
	return hits
}
