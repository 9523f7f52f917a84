package reference

import (
	"travaux/data"
	"travaux/data/text"
)

// hanUnits are the names of units that follow their number in Chinese. Longer
// names stand before those they begin with.
var hanUnits = []struct {
	name string
	unit unit
}{
	{"部分", unitPart},
	{"分段", unitPoint},
	{"分节", unitSubsection},
	{"条", unitArticle},
	{"款", unitParagraph},
	{"项", unitPoint},
	{"目", unitSubpoint},
	{"段", unitParagraph},
	{"章", unitChapter},
	{"节", unitSection},
	{"编", unitPart},
}

// hanPrefixes are the names of units that stand before their number.
var hanPrefixes = []struct {
	name string
	unit unit
}{
	{"附件", unitAnnex},
	{"附录", unitAnnex},
	{"附文", unitAnnex},
	{"解释性说明", unitNote},
	{"脚注", unitFootnote},
	{"备选案文", unitOption},
	{"首句", unitOpening},
	{"结尾语", unitClosing},
}

// branches letter the points of older treaties: (子), (丑).
var branches = []rune("子丑寅卯辰巳午未申酉戌亥")

// hanNumber is a number of a Chinese reference before its unit is known.
type hanNumber struct {
	value    int
	letter   bool  // in brackets or a circle: a point
	elem     label // if it is a Latin letter
	extra    []label
	first    int // tokens
	end      int
	ranged   bool // "to" stands before it
	joint    int  // token of what joins it to the one before
	hasDigit bool
}

// hanUnit reads the name of a unit.
func (p *parser) hanUnit(k int) (u unit, name string, end int) {
	if r := p.at(k).r; r == '诸' || r == '各' || r == '两' {
		k++
	}
	for i := range hanUnits {
		if p.has(k, hanUnits[i].name) {
			return hanUnits[i].unit, hanUnits[i].name, k + len([]rune(hanUnits[i].name))
		}
	}
	return noUnit, "", k
}

// hanMarks reads 之二 after a unit.
func (p *parser) hanMarks(k int) (marks string, end int) {
	if !p.is(k, '之') {
		return "", k
	}
	n, size := p.hanValue(k + 1)
	if n < 2 || n > 19 {
		return "", k
	}
	return text.SuffixName(n), k + 1 + size
}

// hanValue reads a Chinese numeral from token k and returns how many tokens
// it takes.
func (p *parser) hanValue(k int) (value, size int) {
	var runes [12]rune
	n := 0
	for n < len(runes) && p.at(k+n).kind == tokenHan {
		runes[n] = p.at(k + n).r
		n++
	}
	if n == 0 {
		return 0, 0
	}
	return text.ChineseNumber(runes[:n])
}

// hanNumbers reads 第七至第十六, 第㈠和第㈢, 第一、二 up to the unit. What it
// returns holds until it reads again.
func (p *parser) hanNumbers(k int) (list []hanNumber, end int) {
	p.numbers = p.numbers[:0]
	at := k
	ranged, joint := false, k
	for len(p.numbers) < maxItems {
		n, next := p.hanNumberAt(at, len(p.numbers) > 0)
		if next == 0 {
			return nil, k
		}
		n.ranged, n.joint = ranged, joint
		p.numbers = append(p.numbers, n)
		joint = next
		at, ranged = p.hanJoint(next)
		if at == next {
			return p.numbers, next
		}
	}
	return nil, k
}

// hanNumberAt reads one number with 第 before it, which may be missing inside
// a list.
func (p *parser) hanNumberAt(k int, listed bool) (n hanNumber, end int) {
	n.first = k
	ordinal := p.is(k, '第')
	if ordinal {
		k++
	}
	t := p.at(k)
	switch {
	case t.kind == tokenNumber && (ordinal || listed):
		if t.value < 1 || t.value > 999 || p.is(k+1, '/') {
			return n, 0
		}
		n.value, n.hasDigit, end = t.value, true, k+1
		for {
			l, next := p.point(end, len(n.extra) > 0)
			if next == 0 {
				break
			}
			n.extra, end = append(n.extra, l), next
		}
	case t.r >= '㈠' && t.r <= '㈩':
		n.value, n.letter, end = int(t.r-'㈠')+1, true, k+1
	case t.r == '(':
		n, end = p.hanBracketed(n, k+1)
	case t.kind == tokenWord && ordinal && p.is(k+1, ')'):
		if l, next := p.point(k, true); next > 0 {
			n.elem, end = l, next
		}
	case ordinal || listed:
		value, size := p.hanValue(k)
		if value == 0 {
			return n, 0
		}
		n.value, end = value, k+size
		if l, next := p.point(end, false); next > 0 {
			n.extra, end = append(n.extra, l), next
		}
	}
	n.end = end
	return n, end
}

// hanBracketed reads what stands in brackets: a), 十一), 丑), 1).
func (p *parser) hanBracketed(n hanNumber, k int) (hanNumber, int) {
	t := p.at(k)
	if value, size := p.hanValue(k); value > 0 && p.is(k+size, ')') {
		n.value, n.letter = value, true
		return n, k + size + 1
	}
	if !p.is(k+1, ')') {
		return n, 0
	}
	switch {
	case t.kind == tokenNumber && t.value > 0 && t.value < 300:
		n.value, n.hasDigit = t.value, true
		return n, k + 2
	case t.kind == tokenHan:
		for i, r := range branches {
			if r == t.r {
				n.value, n.letter = i+1, true
				return n, k + 2
			}
		}
		if ranks := text.LetterRanks(string(t.r)); len(ranks) > 0 {
			n.value, n.letter = ranks[0], true
			return n, k + 2
		}
	case t.kind == tokenWord:
		if l, ok := p.letter(k); ok {
			n.elem = l
			return n, k + 2
		}
	}
	return n, 0
}

// item gives the number the meaning that its unit lends it.
func (n *hanNumber) item(u unit, name string) item {
	it := item{first: n.first, end: n.end}
	switch {
	case n.elem.step.Elem != "":
		it.push(n.elem, unitPoint)
	case name == "目":
		l := romanPoint(n.value)
		l.step.rank = unitSubpoint.rank()
		it.push(l, unitSubpoint)
	case n.letter && u.rank() >= unitParagraph.rank() || u.rank() >= unitPoint.rank():
		l := label{class: text.ClassLetter, value: n.value}
		l.step = Step{Kind: data.KindPoint, Elem: text.Label{Class: text.ClassLetter, Value: n.value}.Elem(), rank: unitPoint.rank()}
		if !n.letter {
			l.step.Or = text.Label{Class: text.ClassNumber, Value: n.value}.Elem()
		}
		it.push(l, unitPoint)
	default:
		it.push(number(u, text.ClassNumber, n.value), u)
	}
	for _, l := range n.extra {
		it.push(l, unitPoint)
	}
	return it
}
