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
	ClassComment // from here on, what is confidential
	ClassInstruction
	ClassPrivate // a view that was said to us alone
	classes
)

// Item is one searchable text.
type Item struct {
	Class     Class
	Provision data.ID   // the provision to show
	Entity    data.ID   // the proposal, view, comment or instruction; the provision itself else
	Lang      data.Lang // "" where it does not matter
	Order     int       // of the provision in the document
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

// Find returns at most limit items that contain the query, headings before
// texts before proposals before comments before instructions, each in document order. Items in
// the preferred language come before the same class in other languages.
func (ix *Index) Find(query string, prefer data.Lang, limit int) []Item {
	want := Fold(query)
	if want == "" || limit <= 0 {
		return nil
	}
	var found []Item
	for c := range ix.shelves {
		hits := ix.shelves[c].find(want)
		sort.SliceStable(hits, func(i, j int) bool {
			a, b := hits[i], hits[j]
			if pa, pb := a.Lang == prefer || a.Lang == "", b.Lang == prefer || b.Lang == ""; pa != pb {
				return pa
			}
			return a.Order < b.Order
		})
		if room := limit - len(found); len(hits) > room {
			hits = hits[:room]
		}
		found = append(found, hits...)
		if len(found) == limit {
			break
		}
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
