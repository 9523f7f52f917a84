package reference

import (
	"travaux/data"
	"travaux/data/text"
)

// has reports whether the characters of w stand at token k.
func (t *tokens) has(k int, w string) bool {
	for _, r := range w {
		if t.at(k).r != r {
			return false
		}
		k++
	}
	return true
}

// chineseReference reads a reference at token k: 本条第一款, 第七条至第十条,
// 附件一第3段. It returns the token after it; 0 if there is none.
func (p *parser) chineseReference(k int) int {
	switch p.at(k).r {
	case '第', '本', '前', '上', '下', '附', '序', '执', '解', '脚', '(':
	default:
		if r := p.at(k).r; r < '㈠' || r > '㈩' {
			return 0
		}
	}
	g, ok := p.hanGroup(k, false)
	if !ok {
		return 0
	}
	c := chain{p: p, first: g.first, end: g.end}
	c.begin(g)
	c.nested = true
	for len(c.drafts) < maxItems && p.hanNext(&c) {
	}
	if g.base == FromText && len(g.items) == 0 && len(c.drafts) == 1 && len(c.drafts[0].Steps) == 1 {
		return 0 // an annex or note without a number, or the preamble
	}
	instrument, name := p.hanInstrument(c.first)
	p.give(&c, instrument, name)
	return c.end
}

// hanNext adds what follows the reference: an inner part at once, or a
// further one after a connective.
func (p *parser) hanNext(c *chain) bool {
	if g, ok := p.hanGroup(c.end, true); ok && g.base == FromText && (len(g.items) > 0 || g.unit == unitClosing || g.unit == unitOpening) {
		if g.unit == unitPoint && c.last.unit == unitPoint {
			c.paragraphs()
		}
		if g.rank() > c.last.rank() {
			c.inner(g)
			c.end = g.end
			return true
		}
	}
	at, ranged := p.hanJoint(c.end)
	if at == c.end {
		return false
	}
	if p.is(at, '在') {
		at++
	}
	g, ok := p.hanGroup(at, c.deep())
	if !ok || g.base == FromText && len(g.items) == 0 {
		return false
	}
	if ranged && len(c.last.items) > 0 && len(g.items) > 0 {
		from := c.last.items[len(c.last.items)-1]
		g.items = append(between(from, g.items[0], c.end, at), g.items...)
	}
	c.and(g)
	c.end = g.end
	return true
}

// paragraphs takes 第一项 for paragraph 1, as older treaties mean it, where a
// point follows: 第一项(丑)款.
func (c *chain) paragraphs() {
	for i := c.added; i < len(c.drafts); i++ {
		s := &c.drafts[i].Steps[len(c.drafts[i].Steps)-1]
		if s.Kind == data.KindPoint && isDigit(s.Or) {
			*s = Step{Kind: data.KindParagraph, Elem: s.Or, rank: unitParagraph.rank()}
			c.last.unit = unitParagraph
		}
	}
}

// deep reports whether a further part may be as short as 第一项.
func (c *chain) deep() bool { return c.last.rank() >= unitParagraph.rank() }

// hanJoint passes what joins two provisions: 和, 及, 或, 、, 至.
func (p *parser) hanJoint(k int) (end int, ranged bool) {
	switch p.at(k).r {
	case '、', '和', '及', '与', '或':
		if p.has(k, "或者") {
			return k + 2, false
		}
		return k + 1, false
	case '以':
		if p.has(k, "以及") {
			return k + 2, false
		}
	case ',':
		if p.has(k+1, "以及") {
			return k + 3, false
		}
	case '至', '到', '-', '~':
		return k + 1, true
	}
	return k, false
}

// hanGroup reads a unit with its numbers. within says that it follows another
// unit, so that a bare 第一项 is believed.
func (p *parser) hanGroup(k int, within bool) (g group, ok bool) {
	g.first = k
	switch p.at(k).r {
	case '本', '该', '前', '上', '下':
		return p.hanStanding(k)
	case '附', '解', '脚', '备', '首', '结':
		return p.hanPrefixed(k, within)
	case '序', '执':
		return p.hanPreamble(k)
	}
	numbers, at := p.hanNumbers(k)
	if len(numbers) == 0 {
		return g, false
	}
	u, name, end := p.hanUnit(at)
	if u == noUnit {
		return g, false
	}
	first := &numbers[0]
	switch {
	case within:
	case name == "项" && p.is(k, '第') && k > 0 && (p.hanLead(k-1) && hanFollows(p.at(end).r) || p.hanFollowed(k)):
	case (name == "项" || name == "目" || name == "段") && !first.letter && !first.hasDigit && first.elem.step.Elem == "":
		return g, false // 第一项任务, 第一段时间
	}
	marks, end := p.hanMarks(end)
	g.end, g.unit, g.plural = end, u, len(numbers) > 1
	g.items = make([]item, 0, len(numbers))
	for i := range numbers {
		it := numbers[i].item(u, name)
		if i == len(numbers)-1 {
			it.steps[len(it.steps)-1].Elem += marks
			it.end = end
		}
		if numbers[i].ranged && len(g.items) > 0 {
			g.items = append(g.items, between(g.items[len(g.items)-1], it, numbers[i].joint, numbers[i].first)...)
		}
		g.items = append(g.items, it)
	}
	if it := g.items[0]; it.points > 0 && len(it.steps) == 1 && u.rank() < unitPoint.rank() {
		g.unit = unitPoint
	}
	return g, true
}

// hanFollows reports whether a provision, rather than a thing that is counted,
// may stand before the character: 除第三项所规定外.
func hanFollows(r rune) bool {
	switch r {
	case '所', '规', '内', '中', '和', '及', '或', '，', ',', '。', '、':
		return true
	}
	return false
}

// hanStanding reads 本条, 该款, 前款.
func (p *parser) hanStanding(k int) (g group, ok bool) {
	g.first = k
	g.base = map[rune]Base{'本': FromThis, '该': FromThat, '前': FromPrevious, '上': FromPrevious, '下': FromNext}[p.at(k).r]
	for i := range hanPrefixes {
		if x := &hanPrefixes[i]; x.unit == unitAnnex && p.has(k+1, x.name) && g.base == FromThis {
			g.unit, g.end = unitAnnex, k+3
			return g, true
		}
	}
	if r := p.at(k + 1).r; r == '诸' || r == '各' || r == '两' {
		return g, false
	}
	var name string
	g.unit, name, g.end = p.hanUnit(k + 1)
	if g.unit == noUnit || g.base == FromThat || g.base != FromThis && (name == "段" || name == "部分" || name == "编") || name == "目" {
		return g, false
	}
	if next := p.at(g.end).r; name == "条" && next == '例' || name == "款" && next == '项' || name == "项" && next == '目' || name == "章" && next == '程' || name == "节" && next == '日' {
		return g, false
	}
	return g, true
}

// hanPrefixed reads 附件一, 附件2, 附件B, 脚注3, and the words at the end of a
// citation: 结尾语.
func (p *parser) hanPrefixed(k int, within bool) (g group, ok bool) {
	g.first = k
	at := k
	for i := range hanPrefixes {
		if x := &hanPrefixes[i]; p.has(k, x.name) {
			g.unit, at = x.unit, k+len([]rune(x.name))
			break
		}
	}
	g.end = at
	switch g.unit {
	case noUnit:
		return g, false
	case unitOpening, unitClosing:
		return g, within
	}
	if l, end := p.label(at, g.unit); end > 0 {
		g.items, g.end = []item{{steps: []Step{l.step}, first: k, end: end, last: l}}, end
	} else if n, size := p.hanValue(at); n > 0 {
		l := number(g.unit, text.ClassNumber, n)
		g.items, g.end = []item{{steps: []Step{l.step}, first: k, end: at + size, last: l}}, at+size
	}
	return g, len(g.items) > 0 || g.unit == unitAnnex
}

// hanPreamble reads 序言, 序言部分, 执行部分 where paragraphs follow.
func (p *parser) hanPreamble(k int) (g group, ok bool) {
	g.first, g.unit = k, unitPreamble
	switch {
	case p.has(k, "序言部分"):
		g.end = k + 4
	case p.has(k, "序言"):
		g.end = k + 2
	case p.has(k, "执行部分"):
		numbers, at := p.hanNumbers(k + 4)
		if len(numbers) == 0 || !p.is(at, '段') {
			return g, false
		}
		g.unit, g.end = unitOperative, at+1
		for i := range numbers {
			g.items = append(g.items, numbers[i].item(unitOperative, "段"))
		}
		return g, true
	default:
		return g, false
	}
	return g, p.is(g.end, '第')
}
