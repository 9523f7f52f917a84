package text

import (
	"slices"
	"strconv"
	"strings"

	"travaux/data"
)

// headingLine opens a part, chapter, section, article or annex.
func (b *builder) headingLine(i int, l *line) {
	b.closeAll()
	u, elem := l.heading.unit, l.heading.elem()
	if u.kind == data.KindAnnex {
		if i == b.plan.mainAnnex {
			b.mainTitle(l)
			return
		}
		b.annexes++
		if l.heading.label.Class == ClassNone {
			elem = "annex" + strconv.Itoa(b.annexes)
		}
	}
	for n := len(b.ranks); n > 0 && b.ranks[n-1] >= u.rank; n-- {
		b.containers, b.ranks = b.containers[:n-1], b.ranks[:n-1]
	}
	if u.kind == data.KindArticle && b.inNotes() {
		u.kind, elem = data.KindNote, "note"+strings.TrimPrefix(elem, "art")
	}
	n := b.node(u.kind, b.top(), elem)
	b.o.Nodes[n].Number = l.heading.label
	role := RoleHeading
	if r := b.runes[l.block]; u.kind == data.KindArticle && l.last-l.rest > 0 && !l.styled && (l.last-l.rest > 250 || strings.ContainsRune(".;:。；：", r[l.last-1])) {
		role = RoleText
		b.o.Nodes[n].doubt("doubt.title-in-text")
	}
	b.give(n, l, role)
	b.containers, b.ranks = append(b.containers, n), append(b.ranks, u.rank)
	b.anchor = n
}

// leaveText closes all but an annex: what follows belongs to the whole.
func (b *builder) leaveText() {
	b.closeAll()
	n := 0
	if len(b.ranks) > 0 && b.ranks[0] == 0 {
		n = 1
	}
	b.containers, b.ranks = b.containers[:n], b.ranks[:n]
}

// inNotes reports whether the open annex holds interpretative notes.
func (b *builder) inNotes() bool {
	if len(b.containers) == 0 || b.o.Nodes[b.containers[0]].Kind != data.KindAnnex {
		return false
	}
	n := b.containers[0]
	b.o.fill(n)
	heading := b.o.Nodes[n].Heading
	return normalise([]rune(heading), 200).contains(noteWords)
}

// sectionLine opens a section for a heading without a known name: "General",
// "A. Scope", "III. Institutions". Sections numbered in one form stand in
// those numbered in the form that came first.
func (b *builder) sectionLine(l *line, it *item) {
	b.closeAll()
	rank := b.sectionRank(l, it)
	for n := len(b.ranks); n > 0 && b.ranks[n-1] >= rank; n-- {
		b.containers, b.ranks = b.containers[:n-1], b.ranks[:n-1]
	}
	elem, number := "h"+strconv.Itoa(b.count(b.top(), data.KindSection)+1), Label{}
	if it != nil {
		number = it.label
		number.Unit = "sec"
		elem = number.Elem()
		b.sections[it.form] = number.Value
	}
	n := b.node(data.KindSection, b.top(), elem)
	b.o.Nodes[n].Number = number
	b.give(n, l, RoleHeading)
	b.containers, b.ranks = append(b.containers, n), append(b.ranks, rank)
	b.anchor = n
}

// sectionRank places sections below articles where they stand in one, else
// above.
func (b *builder) sectionRank(l *line, it *item) int {
	const first = 10
	rank := first + 20 + b.src.Blocks[l.block].Level
	if it != nil {
		at := slices.Index(b.sectionForms, it.form)
		if at < 0 {
			at = len(b.sectionForms)
			b.sectionForms = append(b.sectionForms, it.form)
		}
		rank = first + at
	}
	return rank
}

// section finds the reading of a number with which the line is the heading of
// a section: what goes on the sections before it, or anything if the format
// says that it is a heading.
func (b *builder) section(l *line) *item {
	if l.inline || !b.shortTitle(l) || terminal(b.runes[l.block][l.last-1]) && !l.styled {
		return nil
	}
	for k := range l.items {
		it := &l.items[k]
		if last, ok := b.sections[it.form]; ok && it.label.Upper && it.label.Value == last+1 {
			return it
		}
	}
	if !l.styled || b.listGoesOn(l) {
		return nil
	}
	for k := range l.items {
		if l.items[k].label.Value == 1 {
			return &l.items[k]
		}
	}
	return &l.items[0]
}

// count returns how many children of that kind the node has.
func (b *builder) count(parent int, kind data.Kind) int {
	return b.children[child{parent, kind, false}] + b.children[child{parent, kind, true}]
}

// body places numbered items, options and plain paragraphs.
func (b *builder) body(i int, l *line) {
	if i >= b.plan.titleFrom && i < b.plan.titleTo {
		b.titleLine(l)
		return
	}
	if i < b.plan.preambleTo || b.pre >= 0 {
		if b.recital(i, l) {
			return
		}
	}
	switch l.class {
	case lineItem, lineOption:
		if l.class == lineItem {
			if it := b.section(l); it != nil {
				b.sectionLine(l, it)
				return
			}
		}
		if b.item(i, l) {
			return
		}
		l.rest = l.label
		b.plain(l)
	default:
		if l.styled && b.shortTitle(l) && b.src.Blocks[l.block].Label == "" {
			if b.anchor >= 0 && b.empty(b.anchor) && b.o.Nodes[b.anchor].Number.Unit == "opt" {
				b.give(b.anchor, l, RoleHeading)
				return
			}
			b.sectionLine(l, nil)
			return
		}
		b.plain(l)
	}
}

// listGoesOn reports whether a heading's number is the next of an open list, so
// that it is no section. Where it is also the next of the sections, it is one
// if the list's items do not look like headings.
func (b *builder) listGoesOn(l *line) bool {
	for _, it := range l.items {
		section := b.sections[it.form] > 0 && it.label.Value == b.sections[it.form]+1
		for _, li := range b.lists {
			if li.form == it.form && it.label.Value == li.last.Value+1 && li.form.mark != 'A' && !(section && b.looksPlain(li.item)) {
				return true
			}
		}
	}
	return false
}

// looksPlain reports whether the format does not mark the node as a heading.
func (b *builder) looksPlain(i int) bool {
	if i < 0 || len(b.o.Nodes[i].Pieces) == 0 {
		return false
	}
	block := &b.src.Blocks[b.o.Nodes[i].Pieces[0].Block]
	return block.Kind != BlockHeading && !headingStyle(block.Style)
}

// plain places a paragraph without a number.
func (b *builder) plain(l *line) {
	if b.anchor >= 0 && b.empty(b.anchor) {
		b.give(b.anchor, l, RoleText)
		return
	}
	n := len(b.lists)
	switch {
	case n == 0 && b.anchor >= 0 && b.o.Nodes[b.anchor].elem == "witness":
		i := b.node(data.KindParagraph, b.anchor, "u2")
		b.give(i, l, RoleText)
		return
	case n == 0:
		b.unnumbered(b.top(), l)
	case n == 1 && b.lists[0].class == ClassNumber && !b.listed(b.lists[0].item):
		b.unnumbered(b.lists[0].item, l)
	default:
		b.flush(l)
	}
}

func (b *builder) unnumbered(parent int, l *line) {
	kind, k := data.KindParagraph, 2
	if parent < 0 || parent == b.root {
		kind, k = data.KindText, 1
	}
	k += b.children[child{parent, kind, true}]
	b.anchor = b.node(kind, parent, "u"+strconv.Itoa(k))
	b.give(b.anchor, l, RoleText)
}

// flush places text after a list: it belongs to what the list stands in.
func (b *builder) flush(l *line) {
	owner := b.lists[len(b.lists)-1].owner
	elem := "flush"
	if k := b.count(owner, data.KindFlush); k > 0 {
		elem += strconv.Itoa(k + 1)
	}
	b.anchor = b.node(data.KindFlush, owner, elem)
	b.give(b.anchor, l, RoleText)
	if len(b.lists) > 1 {
		b.o.Nodes[b.anchor].doubt("doubt.flush-level")
	}
}

// empty reports whether the node awaits its text: it has none and nothing
// below it.
func (b *builder) empty(i int) bool {
	for _, p := range b.o.Nodes[i].Pieces {
		if p.Role == RoleText {
			return false
		}
	}
	return i == len(b.o.Nodes)-1
}

// listed reports whether the node has numbered children.
func (b *builder) listed(i int) bool {
	return b.children[child{i, data.KindPoint, false}] > 0 || b.children[child{i, data.KindParagraph, false}] > 0
}
