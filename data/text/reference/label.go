package reference

import (
	"strings"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/text"
)

// number makes the label of a numbered unit.
func number(u unit, class text.Class, value int) label {
	prefix := units[u].prefix
	if u == unitOperative {
		prefix = ""
	}
	elem := text.Label{Unit: prefix, Class: class, Value: value}.Elem()
	return label{class: class, value: value, step: Step{Kind: u.kind(), Elem: elem, rank: u.rank()}}
}

// label reads the number of a unit at token k: 7, 7 bis, VII, premier, A, (b).
// end is 0 if there is none.
func (p *parser) label(k int, u unit) (l label, end int) {
	t := p.at(k)
	switch {
	case u == unitPoint:
		return p.pointLabel(k)
	case t.kind == tokenNumber:
		if t.value < 1 || t.value > 2000 {
			return l, 0
		}
		l, end = number(u, text.ClassNumber, t.value), k+1
		if w := p.at(end); w.kind == tokenWord && !w.gap && ordinalEnding(p.word(end)) {
			end++
		}
	case t.kind == tokenWord:
		if l, end = p.wordLabel(k, u); end == 0 {
			return p.paragraphPoint(k, u)
		}
	case u == unitParagraph || u == unitArticle:
		if p.is(k, '(') && p.at(k+1).kind == tokenNumber && p.is(k+2, ')') && u == unitParagraph {
			l, end = number(u, text.ClassNumber, max(p.at(k+1).value, 0)), k+3
			break
		}
		return p.paragraphPoint(k, u)
	default:
		return l, 0
	}
	l.step.Elem, end = p.marked(l, end)
	return l, end
}

// ordinalEnding reports whether letters make an ordinal of the digits before
// them: "article 1er", "artículo 1º".
func ordinalEnding(w []byte) bool {
	switch string(w) {
	case "er", "re", "ere", "º", "o", "a", "ª", "th", "st", "nd", "rd", "й", "го", "я":
		return len(w) > 1 || w[0] > 'z'
	}
	return false
}

// paragraphPoint reads "paragraph (b)", which is a point by another name.
func (p *parser) paragraphPoint(k int, u unit) (label, int) {
	if u != unitParagraph {
		return label{}, 0
	}
	return p.point(k, false)
}

// pointLabel reads what stands after "subparagraph": (b), b), "b", 2.
func (p *parser) pointLabel(k int) (label, int) {
	if l, end := p.point(k, false); end > 0 {
		return l, end
	}
	t := p.at(k)
	if t.kind == tokenMark && (t.r == '"' || t.r == '\'') && p.is(k+2, t.r) {
		if l, ok := p.letter(k + 1); ok {
			return l, k + 3
		}
	}
	if t.kind == tokenNumber && t.value > 0 && t.value < 100 {
		l := number(unitPoint, text.ClassNumber, t.value)
		l.step.Or = text.Label{Class: text.ClassRoman, Value: t.value}.Elem()
		var end int
		l.step.Elem, end = p.marked(l, k+1)
		return l, end
	}
	if next := p.at(k + 1); t.kind == tokenWord && t.end-t.start == 1 && t.entry.roles == 0 && next.r != '\'' && (next.kind == tokenMark || next.entry.has(roleOf|roleAnd) || next.entry.unit != noUnit) {
		if l, ok := p.letter(k); ok {
			return l, k + 1
		}
	}
	return label{}, 0
}

// point reads a lettered number in its brackets: (b), b), (ii), (أ), ’1‘.
// below says that a point stands before it, so that (1) is one too.
func (p *parser) point(k int, below bool) (l label, end int) {
	at := k
	open := p.is(k, '(')
	if open {
		at++
	}
	switch t := p.at(at); {
	case t.kind == tokenWord && p.is(at+1, ')') && (open || !p.at(at+1).gap):
		var ok bool
		if l, ok = p.letter(at); !ok {
			return l, 0
		}
		end = at + 2
	case open && below && t.kind == tokenNumber && p.is(at+1, ')') && t.value > 0 && t.value < 100:
		l, end = romanPoint(t.value), at+2
	case !open && p.is(k, '\'') && p.at(k+1).kind == tokenNumber && p.is(k+2, '\'') && p.at(k+1).value > 0 && p.at(k+1).value < 100:
		l, end = romanPoint(p.at(k+1).value), k+3
	default:
		return l, 0
	}
	l.step.Elem, end = p.marked(l, end)
	return l, end
}

func romanPoint(value int) label {
	elem := text.Label{Class: text.ClassRoman, Value: value}.Elem()
	return label{class: text.ClassRoman, value: value, step: Step{Kind: data.KindPoint, Elem: elem, rank: unitPoint.rank()}}
}

// letter reads a word that numbers a list: b, bb, ii, ب, б.
func (p *parser) letter(k int) (l label, ok bool) {
	t := p.at(k)
	if t.kind != tokenWord || t.to-t.from > 8 {
		return l, false
	}
	word := string(p.word(k))
	l.class, l.step = text.ClassLetter, Step{Kind: data.KindPoint, rank: unitPoint.rank()}
	if n := text.Roman(word); n > 0 && utf8.RuneCountInString(word) > 1 {
		l.class, l.value = text.ClassRoman, n
		l.step.Elem = text.Label{Class: text.ClassRoman, Value: n}.Elem()
		return l, true
	}
	ranks := text.LetterRanks(word)
	if len(ranks) == 0 {
		if word == "ه" || word == "هـ" {
			ranks = []int{5}
		} else {
			return l, false
		}
	}
	l.value = ranks[0]
	l.step.Elem = text.Label{Class: text.ClassLetter, Value: ranks[0]}.Elem()
	if len(ranks) > 1 {
		l.step.Or = text.Label{Class: text.ClassLetter, Value: ranks[1]}.Elem()
	}
	return l, true
}

// looseLetter reads the letter of "paragraph 1b" and of the French
// "paragraphe 1, b, de l'article 5".
func (p *parser) looseLetter(k int) (label, int) {
	t := p.at(k)
	if t.kind == tokenWord && !t.gap && t.end-t.start == 1 && p.at(k+1).kind != tokenNumber && !(p.at(k+1).r == '\'') {
		if l, ok := p.letter(k); ok {
			return l, k + 1
		}
	}
	if p.comma(k) && p.at(k+1).kind == tokenWord && p.at(k+1).end-p.at(k+1).start == 1 && p.comma(k+2) {
		if l, ok := p.letter(k + 1); ok {
			return l, k + 2
		}
	}
	return label{}, 0
}

// wordLabel reads numbers that are words: VII, premier, الثاني عشر, and the
// capital letters of annexes and sections.
func (p *parser) wordLabel(k int, u unit) (l label, end int) {
	t := p.at(k)
	if u == unitRecital || u == unitOperative || u.rank() > unitParagraph.rank() {
		return l, 0
	}
	if n, end := p.ordinal(k); n > 0 {
		if u == unitArticle || u == unitParagraph || u.rank() < unitArticle.rank() {
			return number(u, text.ClassNumber, n), end
		}
		return l, 0
	}
	word := string(p.word(k))
	if word == "l" && (u == unitArticle || u == unitParagraph) && p.lex.lang == data.English {
		return number(u, text.ClassNumber, 1), k + 1 // a scanned 1
	}
	if !t.capitals || t.to-t.from > 12 {
		return l, 0
	}
	if n := text.Roman(word); n > 0 && (n < 50 || len(word) > 1) {
		class := text.ClassRoman
		if u == unitArticle || u == unitParagraph {
			class = text.ClassNumber
		}
		return number(u, class, n), k + 1
	}
	if u.rank() > unitSubsection.rank() || t.end-t.start != 1 {
		return l, 0
	}
	if ranks := text.LetterRanks(word); len(ranks) > 0 {
		return number(u, text.ClassLetter, ranks[0]), k + 1
	}
	return l, 0
}

// ordinal reads a number word of one or two words, with the Arabic "and"
// before it in lists.
func (p *parser) ordinal(k int) (value, end int) {
	t := p.at(k)
	if t.to-t.from < 5 {
		return 0, 0
	}
	word := string(p.word(k))
	const and = "و"
	if next := p.at(k + 1); next.kind == tokenWord && p.lex.lang == data.Arabic {
		two := word + " " + string(p.word(k+1))
		for _, w := range []string{two, strings.TrimPrefix(two, and)} {
			if n := text.OrdinalWord(w); n > 0 {
				return n, k + 2
			}
		}
	}
	for _, w := range []string{word, strings.TrimPrefix(word, and)} {
		if n := text.OrdinalWord(w); n > 0 && (p.lex.lang == data.Arabic || w == "premier" || w == "premiere" || w == "primero" || w == "primera" || w == "unico") {
			return n, k + 1
		}
	}
	return 0, 0
}

// marked reads bis, ter, alt 2 … after a number and returns the element with
// them. Arabic counts its suffixes from the second: مكرر (2) is ter.
func (p *parser) marked(l label, k int) (elem string, end int) {
	elem = l.step.Elem
	for range 4 {
		if p.dash(k) && !p.at(k).gap && !p.at(k+1).gap && p.at(k+1).kind == tokenWord {
			if _, ok := text.MarkOf(string(p.word(k + 1))); ok {
				k++ // 5-bis
			}
		}
		t := p.at(k)
		if t.kind != tokenWord || t.to-t.from > 28 || t.to-t.from < 3 {
			return elem, k
		}
		m, ok := text.MarkOf(string(p.word(k)))
		if !ok || m.Rank == text.RankSupra {
			return elem, k
		}
		k++
		if p.is(k, '(') && p.is(k+2, ')') && p.at(k+1).kind == tokenNumber && p.lex.lang == data.Arabic && m.Rank == 2 {
			m.Rank, k = p.at(k+1).value+1, k+3
		}
		if n := p.at(k); m.Rank == text.RankAlt && n.kind == tokenNumber && n.value > 0 && n.value < 40 {
			m.Number, k = n.value, k+1
		}
		elem += strings.TrimPrefix(text.Label{Marks: []text.Mark{m}}.Elem(), "0")
	}
	return elem, k
}

// andOrdinal reports whether an Arabic number word with "and" before it stands
// at k: والثامن.
func (p *parser) andOrdinal(k int) bool {
	const and = "و"
	if p.lex.lang != data.Arabic || p.at(k).kind != tokenWord || !strings.HasPrefix(string(p.word(k)), and) {
		return false
	}
	n, _ := p.ordinal(k)
	return n > 0
}
