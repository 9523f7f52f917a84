package reference

import (
	"travaux/data"
	"travaux/data/text"
)

// item is one entry of a list such as "5, 6 (b) and 9": steps from the unit
// of the list inwards, and the tokens that say them.
type item struct {
	steps      []Step
	first, end int   // tokens
	last       label // of the innermost step
	points     int   // how many of the steps are points
}

// label is a number as it is cited.
type label struct {
	class text.Class
	value int
	step  Step
}

// maxRange is how many provisions a range is spelt out to.
const maxRange = 200

// maxItems is how many provisions one list names.
const maxItems = 400

// items reads the numbers after the name of a unit: "7", "7 to 11", "5, 6 and
// 9", "1 (a) (i) or (ii) or (b)". plural says that the name was a plural, which
// is what allows "5, 6".
func (p *parser) items(k int, u unit, plural bool) (list []item, end int) {
	first, end := p.item(p.skipFrom(k, plural), u)
	if end == 0 {
		return nil, k
	}
	list = append(list, first)
	for len(list) < maxItems {
		next, at := p.through(list, end, u)
		if at == 0 {
			next, at = p.another(list, end, u, plural)
		}
		if at == 0 {
			break
		}
		list, end = append(list, next...), at
	}
	return list, end
}

// skipFrom passes the "from" of "المواد من 7 إلى 11" and "статей с 7 по 11".
func (p *parser) skipFrom(k int, plural bool) int {
	if plural && p.at(k).entry.has(roleSkip) && p.at(k+1).kind == tokenNumber {
		return k + 1
	}
	return k
}

// item reads one entry; end is 0 if there is none.
func (p *parser) item(k int, u unit) (it item, end int) {
	bracketed := p.is(k, '[')
	if bracketed {
		if k++; p.at(k).kind == tokenWord {
			return it, 0 // "article [X]" has no number yet
		}
	}
	it.first = k
	l, end := p.label(k, u)
	if end == 0 {
		return it, 0
	}
	if bracketed && p.is(end, ']') {
		l.step.Elem, end = p.marked(l, p.contested(end+1))
	}
	it.push(l, u)
	if u == unitArticle || u == unitParagraph || u == unitNote {
		end = p.decimal(&it, end)
	}
	if u.rank() >= unitArticle.rank() {
		end = p.points(&it, end)
	}
	it.end = end
	return it, end
}

// contested passes the other candidates of a number: "[7][6] bis".
func (p *parser) contested(k int) int {
	for p.is(k, '[') && p.at(k+1).kind == tokenNumber && p.is(k+2, ']') {
		k += 3
	}
	return k
}

func (it *item) push(l label, u unit) {
	if it.steps == nil {
		it.steps = make([]Step, 0, 3)
	}
	it.steps = append(it.steps, l.step)
	it.last = l
	if l.step.Kind == data.KindPoint {
		it.points++
	}
}

// points reads "(b) (ii)" after a number.
func (p *parser) points(it *item, k int) int {
	for it.points < 6 {
		l, end := p.point(k, it.points > 0)
		if end == 0 && it.points == 0 {
			l, end = p.looseLetter(k)
		}
		if end == 0 {
			return k
		}
		it.push(l, unitPoint)
		k = end
	}
	return k
}

// decimal reads the paragraph of "article 6.2" and "article 6 (2)".
func (p *parser) decimal(it *item, k int) int {
	at := k
	switch {
	case p.is(k, '.') && !p.at(k).gap && !p.at(k+1).gap:
		at = k + 1
	case p.is(k, '(') && p.is(k+2, ')') && it.last.step.Kind != data.KindParagraph:
		at = k + 1
	default:
		return k
	}
	n := p.at(at)
	if n.kind != tokenNumber || n.value < 1 || n.value > 300 {
		return k
	}
	if it.last.step.Kind == data.KindParagraph {
		it.steps[len(it.steps)-1].Elem += "." + text.Label{Class: text.ClassNumber, Value: n.value}.Elem()
		return at + 1
	}
	end := at + 1
	if p.is(k, '(') {
		end++
	}
	l := number(unitParagraph, text.ClassNumber, n.value)
	l.step.Elem, end = p.marked(l, end)
	it.push(l, unitParagraph)
	return end
}

// another reads a further entry after a comma or a conjunction.
func (p *parser) another(list []item, k int, u unit, plural bool) ([]item, int) {
	at, comma := k, false
	if p.comma(at) || p.is(at, '、') {
		at, comma = at+1, true
	}
	and := p.at(at).entry.has(roleAnd)
	if and {
		at++
	}
	and = and || p.andOrdinal(at)
	if !comma && !and {
		return nil, 0
	}
	last := list[len(list)-1]
	if l, end := p.point(at, last.points > 0); end > 0 && last.points > 0 {
		it := last.sibling(l, at)
		end = p.points(&it, end)
		it.end = end
		return []item{it}, end
	}
	if it, end := p.bracketed(last, at); end > 0 {
		return []item{it}, end
	}
	n := p.at(at)
	switch {
	case u.rank() >= unitPoint.rank():
		return nil, 0
	case n.kind == tokenNumber && (n.value < 1 || n.value > 999 || p.is(at+1, '/') || p.is(at+1, '%')):
		return nil, 0
	case n.kind == tokenWord && (!plural || !and && !n.capitals) && !(p.lex.after && plural):
		return nil, 0
	case n.kind != tokenNumber && n.kind != tokenWord:
		return nil, 0
	}
	it, end := p.item(at, u)
	if end == 0 || !plural && !p.closes(end, and) {
		return nil, 0
	}
	return []item{it}, end
}

// bracketed reads the "(2)" of "article 7 (1) and (2)" and "paragraphs (1) and
// (2)".
func (p *parser) bracketed(last item, k int) (it item, end int) {
	at := len(last.steps) - last.points - 1
	n := p.at(k + 1)
	if at < 0 || last.steps[at].Kind != data.KindParagraph || !p.is(k, '(') || n.kind != tokenNumber || n.value < 1 || n.value > 300 || !p.is(k+2, ')') {
		return it, 0
	}
	it.first = k
	it.steps = append(make([]Step, 0, at+3), last.steps[:at]...)
	l := number(unitParagraph, text.ClassNumber, n.value)
	l.step.Elem, end = p.marked(l, k+3)
	it.push(l, unitParagraph)
	end = p.points(&it, end)
	it.end = end
	return it, end
}

// closes reports whether a number that follows "paragraph 1 or" is a
// paragraph by what comes after it, and not, say, "30 days".
func (p *parser) closes(k int, and bool) bool {
	t := p.at(k)
	return and && !p.listed && (t.kind == tokenMark || t.entry.has(roleOf|roleThis|roleThat|roleAnd|roleAbove|rolePrev) || t.entry.unit != noUnit)
}

// sibling makes an entry beside the last one: "(ii)" after "(a) (i)", "(b)"
// after "(a) (i)" or "(a)".
func (it item) sibling(l label, at int) item {
	keep := len(it.steps) - it.points
	if it.points > 1 && romanLike(l) && romanLike(it.last) {
		keep = len(it.steps) - 1
	}
	out := item{first: at, last: l, points: keep - (len(it.steps) - it.points) + 1}
	out.steps = append(append(make([]Step, 0, keep+2), it.steps[:keep]...), l.step)
	return out
}

func romanLike(l label) bool {
	if l.class == text.ClassRoman {
		return true
	}
	for _, r := range l.step.Elem {
		if r != 'i' && r != 'v' && r != 'x' {
			return false
		}
	}
	return true
}

// through reads the end of a range and spells the range out: what lies
// between takes the place of the word "to".
func (p *parser) through(list []item, k int, u unit) ([]item, int) {
	at := k
	switch {
	case p.at(at).entry.has(roleTo):
		at++
	case p.dash(at):
		at++
	default:
		return nil, 0
	}
	from := list[len(list)-1]
	var to item
	var end int
	if from.points > 0 {
		l, e := p.point(at, true)
		if e == 0 {
			return nil, 0
		}
		to = from.sibling(l, at)
		if to.points == from.points {
			to.last = l
		}
		to.end, end = e, e
	} else if to, end = p.item(at, u); end == 0 || p.is(end, '/') {
		return nil, 0
	}
	return append(between(from, to, k, at), to), end
}

// between spells out what lies between the ends of a range.
func between(from, to item, first, end int) []item {
	if len(from.steps) == 0 || len(to.steps) < len(from.steps) || from.last.class != to.last.class && !(romanLike(from.last) && romanLike(to.last)) {
		return nil
	}
	a, b := from.last.value, to.last.value
	if romanLike(from.last) && romanLike(to.last) && from.points > 0 {
		a, b = text.Roman(from.last.step.Elem), text.Roman(to.last.step.Elem)
	}
	if to.points == 0 && len(to.steps) > len(from.steps) {
		return nil
	}
	var out []item
	for n := a + 1; n < b && n-a <= maxRange; n++ {
		l := from.last
		l.value = n
		elem := text.Label{Unit: prefixOf(from.last.step), Class: l.class, Value: n}
		if from.points > 0 && romanLike(from.last) && romanLike(to.last) {
			elem.Class = text.ClassRoman
		}
		l.step.Elem, l.step.Or = elem.Elem(), ""
		it := item{first: first, end: end, last: l, points: from.points}
		it.steps = append(append(it.steps, from.steps[:len(from.steps)-1]...), l.step)
		out = append(out, it)
	}
	return out
}

// prefixOf gives the unit that a step's element begins with.
func prefixOf(s Step) string {
	n := 0
	for n < len(s.Elem) && (s.Elem[n] < '0' || s.Elem[n] > '9') {
		n++
	}
	if s.Kind == data.KindPoint || n == len(s.Elem) {
		return ""
	}
	return s.Elem[:n]
}
