package intake

import (
	"slices"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/text"
)

// edit is one change that a person makes to an outline, written so that it can
// be kept and made again.
type edit struct {
	Act   act       `json:"act"`
	Node  int       `json:"node,omitempty"`
	Rune  int       `json:"rune,omitempty"`  // of the node's text, where it is split
	Words string    `json:"words,omitempty"` // the new heading
	Lang  data.Lang `json:"lang,omitempty"`  // in which the source is read anew

	Changes intake.Changes `json:"changes,omitempty"` // what is made of the file's changes
	Marks   bool           `json:"marks,omitempty"`   // bold and struck words are changes
}

type act string

const (
	actPromote act = "promote"
	actDemote  act = "demote"
	actMerge   act = "merge"
	actSplit   act = "split"
	actRetitle act = "retitle"
	actSettle  act = "settle" // a doubtful place is right as it is
	actRead    act = "read"
	actView    act = "view" // the file is read with its changes made otherwise
)

func promote(node int) edit                 { return edit{Act: actPromote, Node: node} }
func demote(node int) edit                  { return edit{Act: actDemote, Node: node} }
func merge(node int) edit                   { return edit{Act: actMerge, Node: node} }
func split(node, offset int) edit           { return edit{Act: actSplit, Node: node, Rune: offset} }
func retitle(node int, heading string) edit { return edit{Act: actRetitle, Node: node, Words: heading} }
func settle(node int) edit                  { return edit{Act: actSettle, Node: node} }
func read(lang data.Lang) edit              { return edit{Act: actRead, Lang: lang} }

func view(r intake.Reading) edit {
	return edit{Act: actView, Changes: r.Changes, Marks: r.Marks}
}

// reading is what an edit of the view says.
func (e edit) reading() intake.Reading { return intake.Reading{Changes: e.Changes, Marks: e.Marks} }

// apply makes the edit in a copy of an outline of the file and returns it with
// the node to select; nil where the edit is not possible or changes nothing.
func (e edit) apply(file *text.Source, o *text.Outline) (next *text.Outline, node int) {
	switch e.Act {
	case actRead:
		if e.Lang == o.Lang || !slices.Contains(data.Langs, e.Lang) {
			return nil, 0
		}
		return text.Parse(o.Source, e.Lang), 0
	case actView:
		if _, known := intake.ParseChanges(string(e.Changes)); !known {
			return nil, 0
		}
		return text.Parse(e.reading().Of(file), o.Lang), 0
	}
	if e.Node < 0 || e.Node >= len(o.Nodes) {
		return nil, 0
	}
	next, node = clone(o), e.Node
	if !e.in(next, &node) {
		return nil, 0
	}
	return next, node
}

// in makes the edit and moves node to what is to be selected then.
func (e edit) in(o *text.Outline, node *int) bool {
	n := &o.Nodes[e.Node]
	switch e.Act {
	case actPromote:
		return o.Promote(e.Node)
	case actDemote:
		return o.Demote(e.Node)
	case actMerge:
		*node = e.Node - 1
		return o.Merge(e.Node)
	case actSplit:
		*node = e.Node + 1
		return o.Split(e.Node, e.Rune)
	case actRetitle:
		before := n.Heading
		o.Retitle(e.Node, e.Words)
		return n.Heading != before
	case actSettle:
		had := len(n.Doubts) > 0
		n.Doubts = nil
		return had
	}
	return false
}

func clone(o *text.Outline) *text.Outline {
	c := *o
	c.Nodes = slices.Clone(o.Nodes)
	for i := range c.Nodes {
		n := &c.Nodes[i]
		n.Pieces, n.Doubts, n.Tracked = slices.Clone(n.Pieces), slices.Clone(n.Doubts), slices.Clone(n.Tracked)
	}
	return &c
}
