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

// counts reports what can be a number: 12, iv, b, aa, ب, 二.
func counts(w string) bool {
	if w == "" {
		return false
	}
	digits, roman, han, first := 0, 0, 0, rune(0)
	letters := 0
	same := true
	for i, r := range w {
		letters++
		if i == 0 {
			first = r
		}
		same = same && r == first
		switch {
		case unicode.IsDigit(r):
			digits++
		case strings.ContainsRune("ivxlc", r):
			roman++
		case strings.ContainsRune("一二三四五六七八九十百零甲乙丙丁戊", r):
			han++
		}
	}
	switch {
	case digits == letters || digits > 0 && letters == digits+1: // 12, 5a
		return digits <= 3
	case roman == letters || han == letters:
		return letters <= 6
	}
	return letters == 1 || same && letters == 2
}

// later reads bis, ter, alt 2, 之二 behind a number.
func (p *peeler) later() string {
	at := p.at
	for r := p.rune(); r == ' ' || r == '\u00A0'; r = p.rune() {
		p.next()
	}
	w := foldWord(p.word())
	if later[strings.TrimRight(w, "0123456789")] {
		return w + p.later() // bis alt 2
	}
	p.at = at
	return ""
}

// digits cuts a word after the digits that it begins with: "3bis".
func digits(w string) (number, rest string) {
	rest = strings.TrimLeft(w, "0123456789")
	return w[:len(w)-len(rest)], rest
}

// operative reads "OP1", "PP 3 bis", "OP10 alt2".
func (p *peeler) operative() bool {
	at := p.at
	w := foldWord(p.word())
	name, number := strings.TrimRight(w, "0123456789"), strings.TrimLeft(w, "op")
	if name != "op" && name != "pp" {
		p.at = at
		return false
	}
	if number == "" {
		p.space()
		number = foldWord(p.word())
	}
	if base, rest := digits(number); base == "" || rest != "" && !later[rest] {
		p.at = at
		return false
	}
	p.number.WriteString(name + number + p.later())
	return true
}

// ends reports whether a heading's number ends here: with the text, with a
// mark, or before the title.
func (p *peeler) ends(heading bool) bool {
	end := p.at
	spaced := false
	for r := p.rune(); r != 0; r = p.rune() {
		switch {
		case strings.ContainsRune(".:—–-：．)）", r):
			if p.option && r != '.' || !p.option {
				p.next()
				return true
			}
		case strings.ContainsRune("]］", r):
			p.at = end
			return true
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
			spaced = spaced || r != '\u00A0'
			p.next()
			continue
		}
		break
	}
	rest := p.text[p.at:]
	if p.option {
		return rest == "" || strings.HasPrefix(rest, "(")
	}
	if rest == "" || heading {
		return true
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsUpper(r) {
		return true
	}
	if unicode.IsLower(r) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(rest)
	return spaced && len(rest) < 240 && !strings.ContainsRune(".;:,،؛。；：，", last)
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

// enumerator reads "3.", "12 bis.", "(b)", "iv)", "1 -", "’1‘", "一、", "㈠".
func (p *peeler) enumerator() bool {
	r := p.rune()
	if r >= '㈠' && r <= '㈩' || r >= '①' && r <= '⑳' || r >= '⑴' && r <= '⒇' {
		p.next()
		p.number.WriteRune(r)
		return true
	}
	opened := r != 0 && strings.ContainsRune("(（‘’'", r)
	if opened {
		p.next()
	}
	w := foldWord(p.word())
	if base, rest := digits(w); !counts(w) && (base == "" || len(base) > 3 || !later[rest]) {
		return false
	}
	subs := 0
	for p.rune() == '.' && w[0] >= '0' && w[0] <= '9' { // 2.1
		at := p.at
		p.next()
		sub := p.word()
		if sub == "" || !unicode.IsDigit(rune(sub[0])) || len(sub) > 2 {
			p.at = at
			break
		}
		w += "." + sub
		subs++
	}
	w += p.later()
	if at := p.at; !p.closes(opened) {
		if p.at = at; subs == 0 || !p.begins() { // 2.1 needs no other mark
			return false
		}
	}
	w += p.later() // (a) bis
	p.number.WriteString("/" + w)
	return true
}

// begins reports white space before what can begin a sentence.
func (p *peeler) begins() bool {
	rest := strings.TrimLeftFunc(p.text[p.at:], unicode.IsSpace)
	r, _ := utf8.DecodeRuneInString(rest)
	return len(rest) < len(p.text)-p.at && rest != "" && !unicode.IsLower(r) && !unicode.IsDigit(r)
}

// closes reads the mark that ends an enumerator.
func (p *peeler) closes(opened bool) bool {
	for p.rune() == ']' { // [2]. is one number
		p.next()
	}
	r := p.rune()
	switch {
	case r == 0:
		return false
	case opened:
		if !strings.ContainsRune(")）‘’'", r) {
			return false
		}
		p.next()
		return true
	case strings.ContainsRune(")）、．", r):
		p.next()
		return true
	case r == '.':
		p.next()
		next := p.rune()
		return next == 0 || !unicode.IsDigit(next) && !unicode.IsLower(next)
	case r == '\t':
		p.next()
		return true
	case r == ' ' || r == '\u00A0' || r == '-' || r == '–':
		for r == ' ' || r == '\u00A0' {
			p.next()
			r = p.rune()
		}
		if r == '-' || r == '–' || r == '—' {
			p.next()
			next := p.rune()
			return next == 0 || unicode.IsSpace(next) || unicode.Is(unicode.Cf, next)
		}
	}
	return false
}
