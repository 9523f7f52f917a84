package text

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"travaux/data"
)

// Role says what a piece of the source is in its provision.
type Role uint8

// Roles of pieces.
const (
	RoleGap     Role = iota // white space, separators, marks of the format; kept for the rebuild
	RoleLabel               // the printed number
	RoleHeading             // the title
	RoleText                // the words
)

// Piece is a span of runes of a block of the source.
type Piece struct {
	Block, Start, End int
	Role              Role
}

// Node is a provision as the parser sees it. Label, Heading, Text and Tracked
// follow from Pieces.
type Node struct {
	ID      data.ID // zero until the text is imported
	Path    string  // unique in the outline and the same in every language: "ch2/art7/3/b"
	Kind    data.Kind
	Label   string // as printed
	Number  Label  // Label understood
	Heading string
	Text    string // pieces of one block joined by a space, of several by a line feed
	Tracked []data.Tracked
	Depth   int
	Pieces  []Piece
	Doubts  []string // ids of the sentences that say what the parser was unsure of, e.g. "doubt.numbering-skipped"

	elem  string // own part of Path, before it is made unique
	apart string // label that the file keeps apart from the text
	given string // heading a person typed that is not in the source
}

// Outline is the structure of a source: its provisions in document order, each
// with its depth. Every rune of the source lies in exactly one piece.
type Outline struct {
	Source *Source
	Lang   data.Lang
	Nodes  []Node

	runes [][]rune // of the blocks
}

// Rebuild puts the source together again from the pieces of the outline. It
// equals Source.Plain.
func (o *Outline) Rebuild() string {
	var b strings.Builder
	for i := range o.Nodes {
		for _, p := range o.Nodes[i].Pieces {
			b.WriteString(o.words(p))
			if p.End == len(o.runes[p.Block]) {
				b.WriteString(o.Source.Blocks[p.Block].Break)
			}
		}
	}
	return b.String()
}

// words returns the verbatim text of a piece, without copying it.
func (o *Outline) words(p Piece) string {
	s, r := o.Source.Blocks[p.Block].Text, o.runes[p.Block]
	start := size(r[:p.Start])
	if p.End == len(r) {
		return s[start:]
	}
	return s[start : start+size(r[p.Start:p.End])]
}

// size returns how many bytes the runes take.
func size(runes []rune) int {
	n := 0
	for _, r := range runes {
		n += utf8.RuneLen(r)
	}
	return n
}

// Parent returns the index of the node that node i stands in, or -1.
func (o *Outline) Parent(i int) int {
	for j := i - 1; j >= 0; j-- {
		if o.Nodes[j].Depth < o.Nodes[i].Depth {
			return j
		}
	}
	return -1
}

// end returns the index after the last node of the subtree of i.
func (o *Outline) end(i int) int {
	j := i + 1
	for j < len(o.Nodes) && o.Nodes[j].Depth > o.Nodes[i].Depth {
		j++
	}
	return j
}

// Blocks returns the first and last block of the source that node i itself
// has pieces of; ok is false for a container that was only inferred.
func (o *Outline) Blocks(i int) (first, last int, ok bool) {
	ps := o.Nodes[i].Pieces
	if len(ps) == 0 {
		return 0, 0, false
	}
	return ps[0].Block, ps[len(ps)-1].Block, true
}

// fill derives label, heading, text and tracked changes of node i from its
// pieces.
func (o *Outline) fill(i int) {
	n := &o.Nodes[i]
	var parts [RoleText + 1]assembly
	parts[RoleLabel].add(n.apart, len([]rune(n.apart)), -1)
	for _, p := range n.Pieces {
		if p.Role == RoleGap || p.Start == p.End {
			continue
		}
		a := &parts[p.Role]
		at := a.add(o.words(p), p.End-p.Start, p.Block)
		if p.Role == RoleText {
			n.Tracked = a.track(n.Tracked, o.Source.Blocks[p.Block].Tracked, p, at)
		}
	}
	n.Label, n.Heading, n.Text = parts[RoleLabel].text(), parts[RoleHeading].text(), parts[RoleText].text()
	if n.given != "" {
		n.Heading = n.given
	}
}

// assembly joins pieces: by a space within one block, by a line feed between.
type assembly struct {
	first string
	b     strings.Builder
	runes int
	block int
}

// add appends s, which has that many runes, and returns the rune at which it
// begins.
func (a *assembly) add(s string, runes, block int) int {
	if s == "" {
		return a.runes
	}
	if a.first == "" {
		a.first, a.block = s, block
		a.runes = runes
		return 0
	}
	if a.b.Len() == 0 {
		a.b.WriteString(a.first)
	}
	if a.block == block || a.block < 0 {
		a.b.WriteByte(' ')
	} else {
		a.b.WriteByte('\n')
	}
	a.b.WriteString(s)
	at := a.runes + 1
	a.runes, a.block = at+runes, block
	return at
}

func (a *assembly) text() string {
	if a.b.Len() > 0 {
		return a.b.String()
	}
	return a.first
}

// track carries the tracked changes of a piece over to the node's text.
func (a *assembly) track(to, from []data.Tracked, p Piece, at int) []data.Tracked {
	if len(from) == 0 {
		return to
	}
	if at == 0 {
		to = nil
	}
	for _, t := range from {
		s, e := max(t.Start, p.Start), min(t.End, p.End)
		if s < e {
			t.Start, t.End = s-p.Start+at, e-p.Start+at
			to = append(to, t)
		}
	}
	return to
}

// number gives every node its path from its own element and its place.
func (o *Outline) number() {
	seen := make(map[string]int, len(o.Nodes))
	var above []string
	for i := range o.Nodes {
		n := &o.Nodes[i]
		if n.Depth > len(above) {
			n.Depth = len(above)
		}
		path := n.elem
		if path == "" {
			path = "x"
		}
		if n.Depth > 0 {
			path = above[n.Depth-1] + "/" + path
		}
		for seen[path]++; seen[path] > 1; seen[path]++ {
			again := path + "~" + strconv.Itoa(seen[path])
			if seen[again] == 0 {
				path = again
				seen[path] = 1
				break
			}
		}
		n.Path = path
		above = append(above[:n.Depth], path)
	}
}

// doubt notes that the parser was unsure of something in the node.
func (n *Node) doubt(id string) {
	for _, d := range n.Doubts {
		if d == id {
			return
		}
	}
	n.Doubts = append(n.Doubts, id)
}
