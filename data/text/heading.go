package text

import (
	"strings"
	"unicode"

	"travaux/data"
)

// unit is a level of the text that headings name.
type unit struct {
	kind   data.Kind
	prefix string // in paths
	rank   int    // 0 the outermost
	plural bool
	bare   bool // may stand without a number
}

var units = func() map[string]unit {
	m := map[string]unit{}
	put := func(u unit, words string) {
		for _, w := range strings.Fields(words) {
			m[folded(w)] = u
		}
	}
	put(unit{kind: data.KindAnnex, prefix: "annex", bare: true},
		"annex annexe anexo приложение المرفق مرفق appendix appendice apéndice дополнение تذييل التذييل schedule")
	put(unit{kind: data.KindPart, prefix: "part", rank: 1}, "part partie parte часть الجزء الباب")
	put(unit{kind: data.KindChapter, prefix: "ch", rank: 2}, "chapter chapitre capítulo глава الفصل")
	put(unit{kind: data.KindSection, prefix: "sec", rank: 3}, "section sección раздел القسم الفرع")
	put(unit{kind: data.KindSection, prefix: "subsec", rank: 4}, "subsection subsección подраздел")
	put(unit{kind: data.KindSection, prefix: "title", rank: 5}, "title titre título")
	put(unit{kind: data.KindArticle, prefix: "art", rank: 6}, "article artículo статья المادة مادة")
	put(unit{kind: data.KindArticle, prefix: "art", rank: 6, plural: true}, "articles artículos статьи المادتان المادتين المواد")
	return m
}()

var chineseUnits = []struct {
	word string
	unit unit
}{
	{"部分", unit{kind: data.KindPart, prefix: "part", rank: 1}},
	{"编", unit{kind: data.KindPart, prefix: "part", rank: 1}},
	{"章", unit{kind: data.KindChapter, prefix: "ch", rank: 2}},
	{"节", unit{kind: data.KindSection, prefix: "sec", rank: 3}},
	{"条", unit{kind: data.KindArticle, prefix: "art", rank: 6}},
}

// heading is "Article 7 bis" or the like at the start of a text.
type heading struct {
	unit   unit
	label  Label
	others []int // further numbers of "Articles 23 and 35"
	end    int   // folded position after the number
}

// elem is the heading's part of a path.
func (h heading) elem() string {
	e := h.label.Elem()
	for _, n := range h.others {
		l := Label{Class: ClassNumber, Value: n}
		e += "+" + l.Elem()
	}
	return e
}

// heading reads the name and number of a part, chapter, section, article or
// annex at i. Whether it is a heading or the beginning of a sentence is for
// the caller to judge from what follows.
func (h head) heading(i int) (heading, bool) {
	i = h.skipSpace(i)
	i, bracketed := h.brackets(i)
	hd, ok := h.namedHeading(i)
	if !ok {
		hd, ok = h.chineseHeading(i)
	}
	hd.label.Bracketed = hd.label.Bracketed || bracketed
	hd.label.Unit = hd.unit.prefix
	return hd, ok
}

func (h head) namedHeading(i int) (heading, bool) {
	end := i
	for letter(h.rune(end)) && end-i < 14 {
		end++
	}
	u, ok := units[string(h.r[i:end])]
	if !ok {
		return heading{}, false
	}
	hd := heading{unit: u, end: end}
	at := h.skipSpace(end)
	if at == end && !u.bare && h.rune(at) != '[' {
		return heading{}, false
	}
	l, next := h.headingNumber(at)
	if next == at {
		return hd, u.bare
	}
	hd.label, hd.end = l, next
	hd.label.Marks, hd.end = h.marks(hd.end, true, false)
	if u.plural {
		hd.moreNumbers(h)
	}
	return hd, true
}

// moreNumbers reads "and 35", ", 24 et 35".
func (hd *heading) moreNumbers(h head) {
	for len(hd.others) < 20 {
		at := h.skipSpace(hd.end)
		for letter(h.rune(at)) || h.rune(at) == ',' || h.rune(at) == '-' {
			at++
			if at-hd.end > 6 {
				return
			}
		}
		n, end := h.number(h.skipSpace(at))
		if end == h.skipSpace(at) {
			return
		}
		hd.others, hd.end = append(hd.others, n), end
	}
}

// headingNumber reads 7, VII, premier, الثاني عشر, A, [X], [7][6].
func (h head) headingNumber(at int) (Label, int) {
	start := at
	l := Label{Class: ClassNumber}
	for h.rune(at) == '[' {
		n, end := h.number(at + 1)
		if end == at+1 || h.rune(end) != ']' {
			break
		}
		if at == start {
			l.Value = n
		} else {
			l.Contested = append(l.Contested, n)
		}
		l.Bracketed, at = true, end+1
	}
	if at > start {
		return l, at
	}
	if h.rune(at) == '[' {
		l.Bracketed = true
		at++
	}
	if n, end := h.number(at); end > at {
		if h.rune(end) == 'l' && !letter(h.rune(end+1)) {
			n, end = n*10+1, end+1 // a scanned 1
		}
		if letter(h.rune(end)) {
			if m, _ := h.marks(end, true, false); m == nil {
				return l, start
			}
		}
		l.Value = n
		return l, h.closeBracket(end, l.Bracketed)
	}
	return h.wordNumber(at, start, l)
}

func (h head) closeBracket(end int, open bool) int {
	if open && h.rune(end) == ']' {
		return end + 1
	}
	return end
}

func (h head) wordNumber(at, start int, l Label) (Label, int) {
	first := at
	for letter(h.rune(first)) {
		first++
	}
	if first == at {
		return l, start
	}
	second := h.skipSpace(first)
	for letter(h.rune(second)) {
		second++
	}
	if n := ordinals[collapse(h.r[at:second])]; n > 0 {
		l.Value = n
		return l, second
	}
	word := string(h.r[at:first])
	if n := ordinals[word]; n > 0 {
		l.Value = n
		return l, first
	}
	latin := latinized(word)
	if n := roman(latin); n > 0 && (len(latin) > 1 || n < 50) {
		l.Value, l.Class, l.Upper = n, ClassRoman, true
		return l, h.closeBracket(first, l.Bracketed)
	}
	if n := fromLetters(latin); n > 0 && len(latin) <= 2 && strings.Count(latin, latin[:1]) == len(latin) {
		l.Value, l.Class, l.Upper = n, ClassLetter, true
		return l, h.closeBracket(first, l.Bracketed)
	}
	if n := alphabets[h.r[at]]; n > 0 && first == at+1 {
		l.Value, l.Class = n, ClassLetter
		return l, first
	}
	return l, start
}

// latinized turns Cyrillic look-alikes of roman numerals into Latin.
func latinized(word string) string {
	var b strings.Builder
	for _, r := range word {
		if r >= 0x80 {
			r = rune(homoglyphs[r])
		}
		if r == 0 {
			return ""
		}
		b.WriteRune(r)
	}
	return b.String()
}

func collapse(r []rune) string { return strings.Join(strings.Fields(string(r)), " ") }

// chineseHeading reads 第七条, 第二部分, 第三条之二, 附件一.
func (h head) chineseHeading(i int) (heading, bool) {
	for _, w := range []string{"附件", "附 件", "附录", "附文"} {
		if !h.has(i, w) {
			continue
		}
		end := i + len([]rune(w))
		hd := heading{unit: unit{kind: data.KindAnnex, prefix: "annex", bare: true}, end: end}
		at := h.skipSpace(end)
		if n, e := h.chineseNumber(at); e > at {
			hd.label, hd.end = Label{Class: ClassNumber, Value: n}, e
		} else if l, e := h.headingNumber(at); e > at {
			hd.label, hd.end = l, e
		}
		return hd, true
	}
	if h.rune(i) != '第' {
		return heading{}, false
	}
	hd, ok := h.chineseOrdinal(i)
	for ok && len(hd.others) < 20 && hd.unit.prefix == "art" {
		at := hd.end
		if r := h.rune(at); r == '和' || r == '、' || r == '至' || r == '及' || r == '与' {
			at++
		}
		more, found := h.chineseOrdinal(at)
		if !found || at == hd.end || more.unit.prefix != "art" {
			break
		}
		hd.others, hd.end, hd.unit.plural = append(hd.others, more.label.Value), more.end, true
	}
	return hd, ok
}

func (h head) chineseOrdinal(i int) (heading, bool) {
	if h.rune(i) != '第' {
		return heading{}, false
	}
	at := h.skipSpace(i + 1)
	l := Label{Class: ClassNumber}
	n, end := h.chineseNumber(at)
	if end == at {
		n, end = h.number(at) // 第1条, 第 1 条
	}
	switch {
	case end == at, !unicode.Is(unicode.Han, h.rune(h.skipSpace(end))):
		if l, end = h.headingNumber(at); end == at {
			return heading{}, false
		}
	default:
		l.Value = n
	}
	end = h.skipSpace(end)
	for _, c := range chineseUnits {
		if h.has(end, c.word) {
			hd := heading{unit: c.unit, label: l, end: end + len([]rune(c.word))}
			hd.label.Marks, hd.end = h.marks(hd.end, true, false)
			return hd, true
		}
	}
	return heading{}, false
}

// titleStart reports whether a title or sentence may begin with r, rather
// than the rest of one.
func titleStart(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsTitle(r) || strings.ContainsRune("“\"«[„‘'(", r)
}
