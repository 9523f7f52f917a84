package align

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// peel cuts the number that a paragraph begins with off its words: "3.",
// "(b)", "[2.", "Article 4 bis", "3. Option A:", "’1‘", "㈠", "第一条". Square
// brackets opened before or inside the number stay with the words, because
// what is contested is not the number. The number comes without the marks
// around it, so that "(a)", "a)" and "a." are the same; heading tells that the
// paragraph heads others.
func peel(text string, headed bool) (number, words string, heading bool) {
	p := peeler{text: text}
	heading = p.marks() || headed
	for range 3 { // "3. Option A: (a)" is the longest seen
		at := p.at
		p.space()
		if p.unit(heading) {
			heading = heading || !p.option
			continue
		}
		if !p.enumerator() {
			p.at = at
			break
		}
	}
	return p.number.String(), p.brackets.String() + text[p.at:], heading
}

// peeler is where the reading of a number has come to.
type peeler struct {
	text             string
	at               int
	number, brackets strings.Builder
	option           bool // the last unit was an option
}

func (p *peeler) rune() rune {
	r, _ := utf8.DecodeRuneInString(p.text[p.at:])
	if p.at == len(p.text) {
		return 0
	}
	return r
}

func (p *peeler) next() {
	_, size := utf8.DecodeRuneInString(p.text[p.at:])
	p.at += size
}

// marks skips what plain text sets before a heading: "#H ", "## ".
func (p *peeler) marks() bool {
	t := strings.TrimLeft(p.text, "#")
	if len(t) == len(p.text) {
		return false
	}
	heading := true
	if rest, ok := strings.CutPrefix(t, "T "); ok {
		t, heading = rest, false
	} else if rest, ok := strings.CutPrefix(t, "H "); ok {
		t = rest
	} else if !strings.HasPrefix(t, " ") {
		return false
	}
	p.at = len(p.text) - len(t)
	return heading
}

// space skips white space and notes square brackets.
func (p *peeler) space() {
	for {
		switch r := p.rune(); {
		case r == '[' || r == '［':
			p.brackets.WriteRune('[')
		case r != 0 && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)):
		default:
			return
		}
		p.next()
	}
}

// units are the words before the numbers of headings, folded.
var units = setOf(`article art chapter part section subsection annex appendix rule title
	chapitre partie annexe titre appendice artículo capítulo parte sección subsección anexo título apéndice
	статья глава часть раздел подраздел приложение المادة مادة الفصل الباب الجزء القسم الفرع المرفق التذييل 附件 附录`)

// options are the words before the letters of alternatives, folded.
var options = setOf(`option alternative alt variante opción alternativa вариант альтернатива الخيار البديل 备选案文 备选方案`)

// later are the marks of numbers put between others, folded.
var later = setOf(`bis ter quater quinquies sexies septies octies alt supra бис тер кватер مكرر مكررا`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[foldWord(w)] = true
	}
	return set
}

// word reads letters and digits from the place on.
func (p *peeler) word() string {
	start := p.at
	for {
		r := p.rune()
		if r == 0 || !(unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r)) {
			return p.text[start:p.at]
		}
		p.next()
	}
}

// unit reads "Article 4 bis", "PART II", "Option A:", "第一条".
func (p *peeler) unit(heading bool) bool {
	at := p.at
	if p.chinese(heading) {
		p.option = false
		return true
	}
	if p.at = at; p.operative() {
		p.option = true
		return true
	}
	name := foldWord(p.word())
	p.option = options[name]
	if !units[name] && !p.option {
		p.at = at
		return false
	}
	value, ok := p.value()
	if !ok || !p.ends(heading) {
		p.at = at
		return false
	}
	p.number.WriteString(name + value)
	return true
}

// value reads what follows the word: "4 bis", "II", "A.1", "premier", "[X]".
func (p *peeler) value() (string, bool) {
	p.space()
	w := foldWord(p.word())
	if !counts(w) && !ordinals[w] {
		return "", false
	}
	for p.rune() == '.' {
		at := p.at
		p.next()
		sub := p.word()
		if sub == "" || len(sub) > 3 {
			p.at = at
			break
		}
		w += "." + foldWord(sub)
	}
	return w + p.later(), true
}

// ordinals are the words that number headings.
var ordinals = setOf(`premier première primero primera первая первый
	الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السادسة السابع السابعة
	الثامن الثامنة التاسع التاسعة العاشر العاشرة الحادي`)

// ends reports whether a heading's number ends here: with the text, with a
// mark, or before the title.
func (p *peeler) ends(heading bool) bool {
	end, spaced := p.at, false
	for r := p.rune(); r != 0 && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)); r = p.rune() {
		spaced = spaced || r != '\u00A0'
		p.next()
	}
	switch r := p.rune(); {
	case r == ']' || r == '］':
		p.at = end
		return true
	case r != 0 && strings.ContainsRune(":—–-：．)）", r) || r == '.' && !p.option:
		p.next()
		return true
	}
	rest := p.text[p.at:]
	if p.option {
		return rest == "" || rest[0] == '('
	}
	return rest == "" || heading || title(rest, spaced)
}

// title reports what can be the title behind the number of a heading, and not
// the rest of a sentence that begins with one.
func title(s string, spaced bool) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case unicode.IsUpper(first):
		return true
	case unicode.IsLower(first):
		return false
	}
	return spaced && len(s) < 240 && !strings.ContainsRune(".;:,،؛。；：，", last)
}

// chinese reads 第一条, 第二章, 第三条之二.
func (p *peeler) chinese(heading bool) bool {
	start := p.at
	if p.rune() != '第' {
		return false
	}
	p.next()
	digits := 0
	for r := p.rune(); unicode.IsDigit(r) || r != 0 && strings.ContainsRune("一二三四五六七八九十百零", r); r = p.rune() {
		digits++
		p.next()
	}
	if r := p.rune(); digits == 0 || r == 0 || !strings.ContainsRune("条章节編编部款", r) {
		return false
	}
	p.next()
	if strings.HasPrefix(p.text[p.at:], "分") {
		p.next()
	}
	if strings.HasPrefix(p.text[p.at:], "之") {
		p.next()
		for r := p.rune(); r != 0 && strings.ContainsRune("一二三四五六七八九十", r); r = p.rune() {
			p.next()
		}
	}
	number := p.text[start:p.at] + p.later()
	if !p.ends(heading) {
		return false
	}
	p.number.WriteString(number)
	return true
}
