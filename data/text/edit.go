package text

import (
	"slices"
	"strconv"
	"strings"

	"travaux/data"
)

// ladder is what a provision becomes when it is moved outwards or inwards
// where its new neighbours do not say.
var ladder = []data.Kind{data.KindPart, data.KindChapter, data.KindSection, data.KindArticle, data.KindParagraph, data.KindPoint}

// titled are the kinds that have headings.
func titled(k data.Kind) bool {
	switch k {
	case data.KindPart, data.KindChapter, data.KindSection, data.KindArticle, data.KindAnnex, data.KindNote, data.KindPreamble:
		return true
	}
	return false
}

// Promote moves node i with all below it one level outwards, beside what it
// stood in, and makes it of that kind. It returns false, and changes nothing,
// for a node that is outermost already.
func (o *Outline) Promote(i int) bool {
	parent := o.Parent(i)
	if parent < 0 {
		return false
	}
	o.shift(i, -1)
	o.become(i, o.Nodes[parent].Kind)
	o.number()
	return true
}

// Demote moves node i with all below it one level inwards, into the node
// before it. It returns false, and changes nothing, where there is none at
// its level.
func (o *Outline) Demote(i int) bool {
	before := -1
	for j := i - 1; j >= 0 && o.Nodes[j].Depth >= o.Nodes[i].Depth; j-- {
		if o.Nodes[j].Depth == o.Nodes[i].Depth {
			before = j
			break
		}
	}
	if before < 0 {
		return false
	}
	kind := o.inner(o.Nodes[i].Kind)
	for j := before + 1; j < i; j++ {
		if o.Nodes[j].Depth == o.Nodes[before].Depth+1 {
			kind = o.Nodes[j].Kind
		}
	}
	o.shift(i, 1)
	o.become(i, kind)
	o.number()
	return true
}

func (o *Outline) inner(k data.Kind) data.Kind {
	at := slices.Index(ladder, k)
	if at < 0 || at == len(ladder)-1 {
		return data.KindPoint
	}
	return ladder[at+1]
}

func (o *Outline) shift(i, by int) {
	for j, end := i, o.end(i); j < end; j++ {
		o.Nodes[j].Depth += by
	}
}

// become changes the kind of a node: a kind with headings takes the words of
// a node without text of its own as heading, any other takes its heading as
// text.
func (o *Outline) become(i int, kind data.Kind) {
	n := &o.Nodes[i]
	was := n.Kind
	n.Kind = kind
	if titled(kind) && !titled(was) && n.Heading == "" && len([]rune(n.Text)) <= 250 {
		n.turn(RoleText, RoleHeading)
	}
	if !titled(kind) && titled(was) {
		n.turn(RoleHeading, RoleText)
		n.given = ""
	}
	n.elem = o.elemOf(i)
	o.fill(i)
}

func (n *Node) turn(from, to Role) {
	for k := range n.Pieces {
		if n.Pieces[k].Role == from {
			n.Pieces[k].Role = to
		}
	}
}

// elemOf names a node in paths after its kind and number.
func (o *Outline) elemOf(i int) string {
	n := &o.Nodes[i]
	l := n.Number
	prefix := map[data.Kind]string{
		data.KindPart: "part", data.KindChapter: "ch", data.KindSection: "sec", data.KindArticle: "art", data.KindAnnex: "annex",
		data.KindNote: "note", data.KindRecital: "pp", data.KindFlush: "flush", data.KindFormula: "formula", data.KindTitle: "title", data.KindPreamble: "pre",
	}[n.Kind]
	numbered := l.Class != ClassNone && l.Class != ClassBullet
	switch {
	case numbered && titled(n.Kind):
		l.Unit = prefix
		return l.Elem()
	case numbered:
		l.Unit = ""
		return l.Elem()
	case prefix != "" && n.Kind != data.KindRecital && !titled(n.Kind):
		return prefix
	case prefix == "":
		prefix = "u"
	case titled(n.Kind) && n.Kind != data.KindPreamble:
		prefix = "h"
	}
	return prefix + strconv.Itoa(o.place(i))
}

// place counts the node among its neighbours, from 1.
func (o *Outline) place(i int) int {
	k := 1
	for j := i - 1; j >= 0 && o.Nodes[j].Depth >= o.Nodes[i].Depth; j-- {
		if o.Nodes[j].Depth == o.Nodes[i].Depth && o.Nodes[j].Kind == o.Nodes[i].Kind {
			k++
		}
	}
	return k
}

// Merge joins node i to the one before it: its label, heading and text become
// text of that one, and what stands in it stands in that one. It returns
// false for the first node.
func (o *Outline) Merge(i int) bool {
	if i <= 0 || i >= len(o.Nodes) {
		return false
	}
	before, n := &o.Nodes[i-1], &o.Nodes[i]
	for _, p := range n.Pieces {
		if p.Role != RoleGap {
			p.Role = RoleText
		}
		before.Pieces = append(before.Pieces, p)
	}
	if before.apart == "" && len(before.Pieces) == len(n.Pieces) {
		before.apart, before.Number = n.apart, n.Number
	}
	for j, end := i+1, o.end(i); j < end; j++ {
		o.Nodes[j].Depth = min(o.Nodes[j].Depth, o.Nodes[j-1].Depth+1)
		if over := o.Nodes[j].Depth - before.Depth - 1; over > 0 && j == i+1 {
			o.Nodes[j].Depth -= over
		}
	}
	o.Nodes = slices.Delete(o.Nodes, i, i+1)
	o.fill(i - 1)
	o.number()
	return true
}

// Split divides node i at a rune of its Text. The second part becomes a node
// of the same kind after the first, with what stood in the node; a number at
// its start becomes its label. It returns false where there is nothing on one
// side.
func (o *Outline) Split(i, offset int) bool {
	n := &o.Nodes[i]
	at, cut := o.find(i, offset)
	if offset <= 0 || at < 0 {
		return false
	}
	second := Node{Kind: n.Kind, Depth: n.Depth}
	p := n.Pieces[at]
	second.Pieces = append(second.Pieces, Piece{p.Block, cut, p.End, RoleText})
	second.Pieces = append(second.Pieces, n.Pieces[at+1:]...)
	n.Pieces = slices.Clone(n.Pieces[:at])
	if cut > p.Start {
		n.Pieces = append(n.Pieces, Piece{p.Block, p.Start, cut, RoleText})
	}
	for k := range second.Pieces {
		if r := second.Pieces[k].Role; r == RoleLabel || r == RoleHeading {
			second.Pieces[k].Role = RoleText
		}
	}
	o.Nodes = slices.Insert(o.Nodes, i+1, second)
	o.relabel(i + 1)
	o.fill(i)
	o.fill(i + 1)
	o.Nodes[i+1].elem = o.elemOf(i + 1)
	o.number()
	return true
}

// find returns the piece and the rune of its block at an offset of the text.
func (o *Outline) find(i, offset int) (piece, cut int) {
	at, last := 0, -1
	for k, p := range o.Nodes[i].Pieces {
		if p.Role != RoleText || p.Start == p.End {
			continue
		}
		if last >= 0 {
			at++ // what joins two pieces
		}
		last = k
		if size := p.End - p.Start; offset < at+size {
			return k, p.Start + max(offset-at, 0)
		} else {
			at += size
		}
	}
	return -1, 0
}

// relabel looks for a number at the start of a node's text.
func (o *Outline) relabel(i int) {
	n := &o.Nodes[i]
	p, tail := n.Pieces[0], slices.Clone(n.Pieces[1:])
	r := o.runes[p.Block][p.Start:p.End]
	start := 0
	for start < len(r) && blank(r[start]) {
		start++
	}
	h := normalise(r, headRunes)
	items, end := h.enumerator(0, r, false)
	label := Label{}
	if hd, ok := h.heading(0); ok && hd.label.Class != ClassNone {
		label, end = hd.label, hd.end
	} else if len(items) == 0 {
		n.Pieces = append(pieces(p, start, start, start), tail...)
		return
	} else {
		label = items[0].label
	}
	stop := h.at[min(end, len(h.at)-1)]
	rest := stop
	for rest < len(r) && blank(r[rest]) {
		rest++
	}
	n.Pieces = append(pieces(p, start, stop, rest), tail...)
	n.Number = label
}

// pieces divides a piece into gap, label, gap and text at offsets inside it.
func pieces(p Piece, start, stop, rest int) []Piece {
	var out []Piece
	add := func(from, to int, role Role) {
		if from < to {
			out = append(out, Piece{p.Block, p.Start + from, p.Start + to, role})
		}
	}
	add(0, start, RoleGap)
	add(start, stop, RoleLabel)
	add(stop, rest, RoleGap)
	add(rest, p.End-p.Start, RoleText)
	return out
}

// Retitle gives node i a heading. Words that stand at the start of its text
// are taken from there; "" gives the heading back to the text; anything else
// is kept beside the source, which never changes.
func (o *Outline) Retitle(i int, heading string) {
	n := &o.Nodes[i]
	heading = strings.TrimSpace(heading)
	n.given = ""
	if heading != n.Heading || heading == "" {
		n.turn(RoleHeading, RoleText)
		o.fill(i)
		if heading != "" && !o.takeHeading(i, heading) {
			n.given = heading
		}
	}
	o.fill(i)
}

// takeHeading makes the start of the text the heading if it is these words.
func (o *Outline) takeHeading(i int, heading string) bool {
	n := &o.Nodes[i]
	if !strings.HasPrefix(n.Text, heading) {
		return false
	}
	end := len([]rune(heading))
	at, cut := o.find(i, end)
	for k := range n.Pieces {
		if n.Pieces[k].Role == RoleText && (at < 0 || k < at) {
			n.Pieces[k].Role = RoleHeading
		}
	}
	if at < 0 {
		return true
	}
	p := n.Pieces[at]
	if cut == p.Start {
		return true
	}
	rest := cut
	for rest < p.End && (blank(o.runes[p.Block][rest]) || strings.ContainsRune(".:-–—", o.runes[p.Block][rest])) {
		rest++
	}
	var cutUp []Piece
	for _, q := range []Piece{{p.Block, p.Start, cut, RoleHeading}, {p.Block, cut, rest, RoleGap}, {p.Block, rest, p.End, RoleText}} {
		if q.Start < q.End {
			cutUp = append(cutUp, q)
		}
	}
	n.Pieces = slices.Replace(n.Pieces, at, at+1, cutUp...)
	return true
}
