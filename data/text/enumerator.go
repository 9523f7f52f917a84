package text

import (
	"strings"
	"unicode"
)

// form tells lists apart by how their items are numbered; the items of one
// list have one form.
type form struct {
	class Class
	mark  rune // '.', ')' for any brackets, '、', '㈠', '\'', '①', 'A' for capitals
}

// item is one way to understand an enumerator.
type item struct {
	form  form
	label Label
	weak  bool // only to be believed if it goes on a list
}

// enumerator reads the number of a paragraph or point at i of the folded
// text made from runes. It returns every way to understand it ((i) may be a
// letter or a numeral) and the position after it. Bare numbers are accepted
// only where alone is true: where they are known to be labels.
func (h head) enumerator(i int, runes []rune, alone bool) (items []item, end int) {
	start := h.skipSpace(i)
	i, bracketed := h.brackets(start)
	items, end = h.contested(start, alone)
	if items == nil {
		items, end = h.core(i, runes, alone)
	}
	if items == nil && bracketed && h.rune(i) == '(' {
		items, end = h.core(h.skipOpen(i), runes, alone)
	}
	for k := range items {
		items[k].label.Bracketed = items[k].label.Bracketed || bracketed
	}
	if bracketed && len(items) > 0 && h.rune(end) == ']' {
		end++
	}
	return items, end
}

func (h head) brackets(i int) (int, bool) {
	start := i
	i = h.skipOpen(i)
	return i, i > start
}

func (h head) skipOpen(i int) int {
	for h.rune(i) == '[' || (i > 0 && h.rune(i) == ' ' && h.rune(i-1) == '[') {
		i++
	}
	return i
}

// contested reads "[7][6] bis.".
func (h head) contested(i int, alone bool) ([]item, int) {
	var values []int
	for h.rune(i) == '[' {
		n, end := h.number(i + 1)
		if end == i+1 || h.rune(end) != ']' || n > 999 {
			break
		}
		values, i = append(values, n), end+1
	}
	if len(values) == 0 {
		return nil, i
	}
	marks, end := h.marks(i, true, false)
	delimited := h.rune(end) == '.' || h.rune(end) == ')'
	if !delimited && len(marks) == 0 && len(values) == 1 && !alone {
		return nil, i
	}
	if delimited {
		end++
	}
	l := Label{Class: ClassNumber, Value: values[0], Contested: values[1:], Marks: marks, Bracketed: true}
	return []item{{form: form{ClassNumber, '.'}, label: l}}, end
}

// number reads Western digits.
func (h head) number(i int) (value, end int) {
	for end = i; digit(h.rune(end)) && end-i < 6; end++ {
		value = value*10 + int(h.r[end]-'0')
	}
	if digit(h.rune(end)) {
		return 0, i
	}
	return value, end
}

func (h head) core(i int, runes []rune, alone bool) ([]item, int) {
	r := h.rune(i)
	switch {
	case r == '(':
		return h.inParentheses(i, runes)
	case r == '\'':
		if n, end := h.number(i + 1); end > i+1 && h.rune(end) == '\'' {
			return one(form{ClassRoman, '\''}, n), end + 1
		}
	case r >= '㈠' && r <= '㈩':
		return h.withMarks(one(form{ClassLetter, '㈠'}, int(r-'㈠')+1), i+1)
	case r >= '①' && r <= '⑳':
		return one(form{ClassRoman, '①'}, int(r-'①')+1), i + 1
	case r >= '⑴' && r <= '⒇':
		return one(form{ClassNumber, ')'}, int(r-'⑴')+1), i + 1
	case r >= '⒈' && r <= '⒛':
		return one(form{ClassNumber, '.'}, int(r-'⒈')+1), i + 1
	case r == 'o' || r == 'p':
		if h.rune(i+1) == 'p' {
			return h.operative(i)
		}
	case digit(r):
		return h.numbered(i, alone)
	case r == '-' || r == '•' || r == '·' || r == '▪' || r == '○' || r == '●' || r == '–' || r == 0xf0b7:
		if alone || space(h.rune(i+1)) {
			return []item{{form: form{ClassBullet, '-'}, label: Label{Class: ClassBullet}}}, i + 1
		}
		return nil, i
	}
	if items, end := h.chineseItem(i, alone); items != nil {
		return items, end
	}
	return h.lettered(i, runes, alone)
}

func one(f form, value int) []item {
	return []item{{form: f, label: Label{Class: f.class, Value: value}}}
}

// withMarks reads bis, alt… after a label that is complete without.
func (h head) withMarks(items []item, i int) ([]item, int) {
	marks, end := h.marks(i, false, false)
	if len(marks) == 0 {
		return items, i
	}
	for k := range items {
		items[k].label.Marks = marks
	}
	if h.rune(end) == '.' || h.rune(end) == ')' {
		end++
	}
	return items, end
}

// inParentheses reads (a), (iv), (1), (十一), (甲), (أ).
func (h head) inParentheses(i int, runes []rune) ([]item, int) {
	at := h.skipSpace(i + 1)
	var items []item
	end := at
	if n, e := h.number(at); e > at {
		items, end = one(form{ClassNumber, ')'}, n), e
		items[0].weak = n > 200
	} else if n, e := h.chineseNumber(at); e > at {
		items, end = one(form{ClassLetter, '㈠'}, n), e
	} else {
		items, end = h.letters(at, runes, true)
	}
	if items == nil {
		return nil, i
	}
	marks, end := h.marks(end, true, false)
	for k := range items {
		items[k].label.Marks = marks
	}
	end = h.skipSpace(end)
	if h.rune(end) != ')' {
		return nil, i
	}
	return h.withMarks(items, end+1)
}

// operative reads OP3, PP 2, OP10 bis alt.
func (h head) operative(i int) ([]item, int) {
	unit := string(h.r[i : i+2])
	at := h.skipSpace(i + 2)
	n, end := h.number(at)
	if end == at {
		return nil, i
	}
	f := form{ClassNumber, '.'}
	if unit == "pp" {
		f.mark = 'p'
	}
	items := one(f, n)
	items[0].label.Unit = unit
	items[0].label.Marks, end = h.marks(end, true, true)
	if r := h.rune(end); r == '.' || r == ')' || r == ':' {
		end++
	}
	return items, end
}

// numbered reads 1. 1) 1 - 3bis. 2.2 alt.
func (h head) numbered(i int, alone bool) ([]item, int) {
	n, end := h.number(i)
	if end == i {
		return nil, i
	}
	items := one(form{ClassNumber, '.'}, n)
	l := &items[0].label
	for h.rune(end) == '.' && digit(h.rune(end+1)) && len(l.Sub) < 3 {
		m, e := h.number(end + 1)
		if e == end+1 {
			break
		}
		l.Sub, end = append(l.Sub, m), e
		items[0].form.mark = rune('0' + len(l.Sub))
	}
	items[0].weak = n > 400 || (len(l.Sub) > 0 && n > 40)
	l.Marks, end = h.marks(end, true, false)
	next := h.skipSpace(end)
	switch r := h.rune(end); {
	case r == '.' && !digit(h.rune(end+1)):
		items, end = h.withMarks(items, end+1)
		return items, end
	case r == ')':
		items[0].form.mark = ')'
		return h.withMarks(items, end+1)
	case h.rune(next) == '-' && (next == end || space(h.rune(next+1)) || h.rune(next+1) > 0x7f) && next-end < 3 && !digit(h.rune(next+1)):
		return items, next + 1
	case len(l.Marks) > 0 || alone || r == '\t' || r == '、':
		if r == '、' {
			end++
		}
		return items, end
	case len(l.Sub) > 0 && space(r) && n < 40 && next < len(h.r):
		return items, end
	}
	return nil, i
}

// chineseItem reads 一、 and 二之二、.
func (h head) chineseItem(i int, alone bool) ([]item, int) {
	n, end := h.chineseNumber(i)
	if n == 0 {
		return nil, i
	}
	marks, end := h.marks(end, true, false)
	switch r := h.rune(end); {
	case r == '、' || r == '.' || r == ',' && alone:
		end++
	case r == '\t' || alone && end == len(h.r):
	default:
		return nil, i
	}
	items := one(form{ClassNumber, '、'}, n)
	items[0].label.Marks = marks
	return items, end
}

// lettered reads a) a. iv. أ) أ - b. bis, e duodecies.
func (h head) lettered(i int, runes []rune, alone bool) ([]item, int) {
	items, end := h.letters(i, runes, false)
	if items == nil {
		return nil, i
	}
	arabic := h.r[i] >= 0x600 && h.r[i] <= 0x6ff
	next := h.skipSpace(end)
	switch r := h.rune(end); {
	case r == ')':
		return h.withMarks(items, end+1)
	case r == '.' && !letter(h.rune(end+1)):
		for k := range items {
			items[k].form.mark = '.'
			if items[k].label.Upper {
				items[k].form.mark = 'A'
			}
			items[k].weak = true
		}
		return h.withMarks(items, end+1)
	case arabic && h.rune(next) == '-' && next-end < 2:
		return items, next + 1
	case alone && end == len(h.r):
		return items, end
	}
	if marks, e := h.marks(end, false, false); len(marks) > 0 && !arabic {
		for k := range items {
			items[k].label.Marks = marks
			items[k].form.mark = '.'
		}
		if r := h.rune(e); r == '.' || r == ')' || r == ':' {
			e++
		}
		return items, e
	}
	return nil, i
}

// letters reads one to four letters that can be a number of a list.
func (h head) letters(i int, runes []rune, closed bool) (items []item, end int) {
	for end = i; end-i < 6 && letter(h.rune(end)); end++ {
	}
	if end == i || letter(h.rune(end)) {
		return nil, i
	}
	word := h.r[i:end]
	upper := unicode.IsUpper(runes[h.at[i]])
	mark := ')'
	if upper {
		mark = 'A'
	}
	add := func(class Class, value int, weak bool) {
		if value > 0 {
			items = append(items, item{form: form{class, mark}, label: Label{Class: class, Value: value, Upper: upper}, weak: weak})
		}
	}
	latin := make([]byte, 0, 6)
	for _, r := range word {
		if r < 0x80 {
			latin = append(latin, byte(r))
		} else if b := homoglyphs[r]; b != 0 {
			latin = append(latin, b)
		}
	}
	if len(latin) == len(word) {
		s := string(latin)
		n := roman(s)
		if n > 1 && (len(s) > 1 || closed) || n == 1 && upper {
			add(ClassRoman, n, len(s) == 1 && n >= 50)
		}
		v := fromLetters(s)
		if len(s) == 1 || s[0] == s[1] || len(s) == 2 && closed {
			add(ClassLetter, v, len(s) > 1)
		}
		if len(items) == 0 || n > 0 && items[0].form.class == ClassLetter {
			add(ClassRoman, n, false)
		}
	}
	if v, ok := alphabets[word[0]]; ok && len(word) == 1 {
		if unicode.Is(unicode.Han, word[0]) {
			if !closed && h.rune(end) != '、' {
				return nil, i
			}
			mark = '甲'
		}
		add(ClassLetter, v, false)
	}
	return items, end
}

// marks reads bis, ter, alt 2, supra, бис, مكرر, 之二 in any number. After
// digits they may follow at once ("3bis"), after letters only with a space or
// a stop between. A number after bis is taken where numbered is true.
func (h head) marks(i int, attached, numbered bool) (marks []Mark, end int) {
	end = i
	for len(marks) < 6 {
		at := end
		if h.rune(at) == '.' && space(h.rune(at+1)) && !attached {
			at++
		}
		at = h.skipSpace(at)
		if h.rune(at) == '-' && len(marks) == 0 {
			at++
		}
		if h.rune(at) == '之' {
			n, e := h.chineseNumber(at + 1)
			if n < 1 {
				return marks, end
			}
			marks, end = append(marks, Mark{Rank: max(n, 2)}), e
			continue
		}
		if at == end && !attached && !closing(h.rune(end-1)) {
			return marks, end
		}
		word := at
		for letter(h.rune(word)) && word-at < 14 {
			word++
		}
		m, ok := markOf(string(h.r[at:min(word, len(h.r))]))
		if !ok {
			return marks, end
		}
		end = word
		n, e := h.number(h.skipSpace(word))
		if tight := e > word && word == h.skipSpace(word); e > h.skipSpace(word) && n < 40 && (m.Rank == RankAlt || numbered || tight) {
			m.Number, end = n, e
		}
		marks = append(marks, m)
		attached = false
	}
	return marks, end
}

func closing(r rune) bool { return r == ')' || r == ']' || r == '.' || r >= '㈠' && r <= '㈩' }

func markOf(word string) (Mark, bool) {
	switch word {
	case "":
		return Mark{}, false
	case "alt", "alternative", "альт", "بديل":
		return Mark{Rank: RankAlt}, true
	case "supra", "ante":
		return Mark{Rank: RankSupra}, true
	}
	if rank, ok := suffixRanks[word]; ok {
		return Mark{Rank: rank}, true
	}
	// Arabic writes مكرر, مكررا and مكرراً alike.
	rank, ok := suffixRanks[strings.TrimSuffix(word, "ا")]
	return Mark{Rank: rank}, ok
}
