package text

import (
	"strconv"

	"travaux/data"
)

// Parse reads the outline of a source. With lang "" the language is the one
// the source names or, failing that, the one its words are in. It accepts
// everything: what it cannot place is kept as text with a doubt.
func Parse(src *Source, lang data.Lang) *Outline {
	if lang == "" {
		lang = src.Lang
	}
	if lang == "" {
		lang = DetectLang(src.Plain())
	}
	s := newSurvey(src, lang)
	b := &builder{
		survey: s, o: &Outline{Source: src, Lang: lang, runes: s.runes}, anchor: -1, root: -1, pre: -1, blank: -1, lastTop: map[form]int{}, children: map[child]int{}, sections: map[form]int{},
	}
	b.o.Nodes = make([]Node, 0, len(s.lines)+16)
	b.zones()
	for i := range s.lines {
		b.place(i)
	}
	b.flushPending()
	for i := range b.o.Nodes {
		b.o.fill(i)
	}
	b.o.number()
	return b.o
}

// list is a run of numbered items that may still go on.
type list struct {
	form  form
	class Class // in paths
	last  Label
	owner int // node the items stand in
	item  int // the latest item
}

// child counts the nodes of a kind in a parent, those without number apart.
type child struct {
	parent     int
	kind       data.Kind
	unnumbered bool
}

// builder turns the lines of a survey into an outline.
type builder struct {
	*survey
	o            *Outline
	containers   []int // open parts, chapters, articles…, outermost first
	ranks        []int
	lists        []list // open lists, outermost first
	anchor       int    // node that plain text and new lists belong to; -1 at the start
	root         int    // node that everything stands in; -1 for none
	pre          int    // the open preamble; -1 outside one
	recitals     int
	pending      []Piece // before the first node
	lastTop      map[form]int
	plan         plan
	annexes      int
	parents      []int
	blank        int // the latest empty block
	footnotes    int
	children     map[child]int
	sections     map[form]int // last number of sections, by form
	sectionForms []form
}

// node appends a node under parent (-1 for none).
func (b *builder) node(kind data.Kind, parent int, elem string) int {
	depth := 0
	if parent >= 0 {
		depth = b.o.Nodes[parent].Depth + 1
	}
	b.o.Nodes = append(b.o.Nodes, Node{Kind: kind, Depth: depth, elem: elem})
	b.parents = append(b.parents, parent)
	b.children[child{parent, kind, elem != "" && elem[0] == 'u'}]++
	i := len(b.o.Nodes) - 1
	if len(b.pending) > 0 {
		b.o.Nodes[i].Pieces, b.pending = b.pending, nil
	}
	return i
}

// piece gives a span to node i (-1: the latest node, or the first to come).
func (b *builder) piece(i, block, start, end int, role Role) {
	p := Piece{block, start, end, role}
	if start == end {
		if len(b.runes[block]) > 0 || b.blank == block {
			return
		}
		b.blank = block // an empty block has one empty piece, which carries its break
	}
	if i < 0 {
		i = len(b.o.Nodes) - 1
	}
	if i < 0 {
		b.pending = append(b.pending, p)
		return
	}
	n := &b.o.Nodes[i]
	if n.Pieces == nil {
		n.Pieces = make([]Piece, 0, 4)
	}
	n.Pieces = append(n.Pieces, p)
}

// give hands all of a line to a node: label, then the rest in that role.
func (b *builder) give(i int, l *line, role Role) {
	b.piece(i, l.block, l.start, l.label, RoleGap)
	labelEnd := l.rest
	if l.stop > l.label && l.stop < l.rest {
		labelEnd = l.stop
	}
	for r := b.runes[l.block]; labelEnd > l.label && blank(r[labelEnd-1]); labelEnd-- {
	}
	b.piece(i, l.block, l.label, labelEnd, RoleLabel)
	b.piece(i, l.block, labelEnd, l.rest, RoleGap)
	b.piece(i, l.block, l.rest, l.last, role)
	b.piece(i, l.block, max(l.last, l.rest), l.end, RoleGap)
	if l.apart {
		b.o.Nodes[i].apart = b.src.Blocks[l.block].Label
	}
}

func (b *builder) flushPending() {
	if len(b.pending) > 0 {
		b.node(data.KindText, -1, "blank")
	}
}

func (b *builder) place(i int) {
	l := &b.lines[i]
	if i == b.plan.body {
		b.enterBody(i)
	}
	switch l.class {
	case lineBlank:
		b.piece(-1, l.block, l.start, l.end, RoleGap)
	case lineHidden:
		b.hidden(l)
	case lineContents:
		b.collect(l, data.KindText, b.root, "contents")
	case lineFootnote:
		b.footnote(l)
	case lineCell:
		b.cell(l)
	case lineHeading:
		b.headingLine(i, l)
	case lineTitle:
		b.title(l)
	case linePreamble:
		b.preamble(l)
	case lineWitness:
		b.leaveText()
		b.anchor = b.node(data.KindFormula, b.top(), "witness")
		b.give(b.anchor, l, RoleText)
	default:
		b.body(i, l)
	}
}

// title gives a line to the heading before it.
func (b *builder) title(l *line) {
	n := len(b.o.Nodes) - 1
	role := RoleHeading
	if b.o.Nodes[n].Kind == data.KindTitle {
		role = RoleText
	}
	b.give(n, l, role)
}

// collect adds the line to the latest node if that is of the same sort.
func (b *builder) collect(l *line, kind data.Kind, parent int, elem string) {
	i := len(b.o.Nodes) - 1
	if i < 0 || b.o.Nodes[i].elem != elem || b.parents[i] != parent {
		if parent == b.root {
			b.closeAll()
			b.containers, b.ranks, b.pre = b.containers[:0], b.ranks[:0], -1
			parent = b.root
		}
		i = b.node(kind, parent, elem)
	}
	l.rest = l.label
	b.give(i, l, RoleText)
	b.anchor = -1
}

// hidden keeps a line that is not part of the text: at the beginning of a file,
// and where the format says what it is (Akoma Ntoso), in a node of its own; else
// as a gap of the node it stands in, which goes on after it.
func (b *builder) hidden(l *line) {
	n := len(b.o.Nodes)
	if n == 0 || b.o.Nodes[n-1].elem == "front" || b.src.Format == "akn" {
		b.collect(l, data.KindText, b.root, "front")
		return
	}
	b.piece(n-1, l.block, l.start, l.end, RoleGap)
}

func (b *builder) footnote(l *line) {
	id := b.src.Blocks[l.block].Note
	i := len(b.o.Nodes) - 1
	if i >= 0 && b.o.Nodes[i].Kind == data.KindFootnote && id != "" && b.o.Nodes[i].Number.Printed == id {
		b.give(i, l, RoleText)
		return
	}
	b.footnotes++
	n := b.footnotes
	b.closeAll()
	b.containers, b.ranks = b.containers[:0], b.ranks[:0]
	i = b.node(data.KindFootnote, -1, "fn"+strconv.Itoa(n))
	b.o.Nodes[i].Number = Label{Printed: id, Value: n}
	b.o.Nodes[i].apart = b.src.Blocks[l.block].Label
	b.give(i, l, RoleText)
}

// cell gathers a table row by row in the place where it stands.
func (b *builder) cell(l *line) {
	c := &b.src.Blocks[l.block]
	row := "table" + strconv.Itoa(c.Table) + ".row" + strconv.Itoa(c.Row)
	i := len(b.o.Nodes) - 1
	if i < 0 || b.o.Nodes[i].elem != row {
		i = b.node(data.KindText, b.top(), row)
	}
	b.give(i, l, RoleText)
}

// top returns the innermost open container, or the root.
func (b *builder) top() int {
	if n := len(b.containers); n > 0 {
		return b.containers[n-1]
	}
	return b.root
}

func (b *builder) closeAll() {
	b.lists = b.lists[:0]
	b.pre = -1
}
