package text

import (
	"strconv"
	"strings"
	"unicode"

	"travaux/data"
)

// plan says, by line numbers, where the parts of a document lie that are
// known only from the whole: the resolution that adopts a convention, its
// annex, titles and preambles.
type plan struct {
	mainAnnex          int // heading of the annex that holds the convention; -1: none
	body               int // first line after which titles and preamble are looked for again
	titleFrom, titleTo int
	preambleTo         int // up to where paragraphs are recitals; 0: nowhere
}

// zones plans the whole document.
func (b *builder) zones() {
	b.plan = plan{mainAnnex: b.findMainAnnex(), body: -1}
	if b.plan.mainAnnex >= 0 {
		b.root = b.node(data.KindResolution, -1, "res")
		b.plan.body = b.plan.mainAnnex
	}
	b.planZone(0, b.plan.mainAnnex)
}

// enterBody leaves the resolution and plans the convention annexed to it.
func (b *builder) enterBody(i int) {
	b.closeAll()
	b.containers, b.ranks, b.root, b.anchor, b.recitals = b.containers[:0], b.ranks[:0], -1, -1, 0
	b.lastTop = map[form]int{}
	b.planZone(i+1, -1)
}

// findMainAnnex returns the line of the first annex if the document is a
// resolution that adopts what is annexed: no article before the annex,
// articles after it.
func (b *builder) findMainAnnex() int {
	annex := -1
	for i := range b.lines {
		l := &b.lines[i]
		if l.class != lineHeading {
			continue
		}
		if l.heading.unit.kind == data.KindAnnex {
			if annex >= 0 {
				return -1
			}
			annex = i
			continue
		}
		if annex < 0 || !b.resolutionBefore(annex) {
			return -1
		}
		return annex
	}
	return -1
}

func (b *builder) resolutionBefore(end int) bool {
	for i := range b.lines[:end] {
		if l := &b.lines[i]; l.class == lineItem && l.items[0].form == (form{ClassNumber, '.'}) && l.items[0].label.Value == 1 {
			return true
		}
	}
	return false
}

// planZone finds title and preamble between from and the first heading, or
// the first numbered paragraph where there are no headings.
func (b *builder) planZone(from, limit int) {
	if limit < 0 {
		limit = len(b.lines)
	}
	p := &b.plan
	p.titleFrom, p.titleTo, p.preambleTo = from, from, 0
	end, heading := limit, false
	numbered, preamble, formula := -1, -1, -1
	for i := from; i < limit; i++ {
		l := &b.lines[i]
		if l.class == lineHeading {
			end, heading = i, true
			break
		}
		if style := b.src.Blocks[l.block].Style; style == "recital" || style == "formula" {
			formula = i
		}
		switch {
		case l.class == linePreamble && preamble < 0:
			preamble = i
		case l.class == lineFormula:
			formula = max(formula, i)
		case l.class == lineItem && numbered < 0 && l.items[0].form.class == ClassNumber && l.items[0].label.Value == 1 && l.items[0].label.Unit != "pp":
			numbered = i
		}
	}
	if numbered >= 0 && (!heading || formula < 0 && preamble < 0) {
		end, heading = min(end, numbered), heading && numbered > end
	}
	if formula >= 0 {
		end = formula + 1
	}
	p.titleTo = b.titles(from, end, preamble)
	if preamble >= 0 || formula >= 0 || heading || b.commas(p.titleTo, end) {
		p.preambleTo = end
	}
}

// titles returns the line after the last title line.
func (b *builder) titles(from, end, preamble int) int {
	if preamble >= 0 {
		for i := from; i < preamble; i++ {
			if c := b.lines[i].class; c == linePlain && b.lines[i].last-b.lines[i].start > 500 {
				return from
			}
		}
		return preamble
	}
	to := from
	for i := from; i < end; i++ {
		l := &b.lines[i]
		if l.class == lineBlank || l.class == lineHidden || l.class == lineContents {
			continue
		}
		block := &b.src.Blocks[l.block]
		alone := i+1 == len(b.lines) || b.lines[i+1].class == lineBlank || b.lines[i+1].class == lineHeading
		marked := l.styled || block.Bold || block.Centred || block.Style == "title" || b.capitals(l)
		if l.class != linePlain || !(b.shortTitle(l) || marked && l.last-l.label < 800) || !(marked || alone && b.src.Format == "text" && b.next(i) >= 0) {
			break
		}
		to = i + 1
	}
	return to
}

// capitals reports whether a line of some length is all in capitals.
func (b *builder) capitals(l *line) bool {
	upper := 0
	for _, r := range b.runes[l.block][l.label:l.last] {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper > 60
}

// commas reports whether most paragraphs end as recitals do.
func (b *builder) commas(from, to int) bool {
	yes, all := 0, 0
	for i := from; i < to; i++ {
		l := &b.lines[i]
		if l.class != linePlain {
			continue
		}
		all++
		if strings.ContainsRune(",;，；،؛", b.runes[l.block][l.last-1]) {
			yes++
		}
	}
	return all > 0 && yes*2 > all
}

// titleLine adds to the title of the instrument.
func (b *builder) titleLine(l *line) {
	n := len(b.o.Nodes) - 1
	if n < 0 || b.o.Nodes[n].Kind != data.KindTitle {
		n = b.node(data.KindTitle, b.root, "title")
	}
	l.rest = l.label
	b.give(n, l, RoleText)
}

// mainTitle takes the word "Annex" of an annexed convention as the label of
// the convention's title.
func (b *builder) mainTitle(l *line) {
	n := b.node(data.KindTitle, -1, "title")
	b.give(n, l, RoleText)
	b.containers, b.ranks = b.containers[:0], b.ranks[:0]
}

// preamble opens the preamble at its heading.
func (b *builder) preamble(l *line) {
	b.closeAll()
	b.pre, b.recitals = b.node(data.KindPreamble, b.top(), "pre"), 0
	l.rest = l.label
	b.give(b.pre, l, RoleHeading)
}

// recital places a paragraph of the preamble.
func (b *builder) recital(i int, l *line) bool {
	if i >= b.plan.preambleTo && i > 0 && b.plan.preambleTo > 0 {
		b.pre = -1
		return false
	}
	if b.pre < 0 {
		b.pre, b.recitals = b.node(data.KindPreamble, b.top(), "pre"), 0
	}
	if l.class == lineItem && b.recitals > 0 && l.items[0].label.Unit == "" {
		if b.item(i, l) {
			return true
		}
	}
	b.lists = b.lists[:0]
	kind, elem := data.KindRecital, ""
	switch {
	case l.class == lineFormula && l.last-l.start <= 80:
		kind, elem = data.KindFormula, "formula"
	case b.recitals == 0 && b.opening(i, l):
		kind, elem = data.KindFormula, "opening"
	default:
		b.recitals++
		elem = "pp" + strconv.Itoa(b.recitals)
	}
	label := Label{}
	if l.class == lineItem {
		label = l.items[0].label
		if label.Unit == "pp" {
			elem = label.Elem()
		}
	} else {
		l.rest = l.label
	}
	n := b.node(kind, b.pre, elem)
	b.o.Nodes[n].Number = label
	b.give(n, l, RoleText)
	b.anchor = n
	return true
}

// opening recognises "The States Parties to the present Convention," and
// "The General Assembly,".
func (b *builder) opening(i int, l *line) bool {
	r := b.runes[l.block]
	short := 120
	if b.lang == data.Chinese {
		short = 30
	}
	if l.last-l.start > short || !strings.ContainsRune(",，،", r[l.last-1]) {
		return false
	}
	for _, p := range b.o.Nodes[b.pre+1:] {
		if p.elem == "opening" {
			return false
		}
	}
	return normalise(r[l.start:l.last], short).contains(openingWords)
}
