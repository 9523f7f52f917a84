package bracket

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data/text"
)

// A bracket with alternatives inside has at most so many slashes and bytes;
// and so many words where a slash without spaces stands between some of them.
const (
	maxSlashes = 16
	maxDivided = 400
	maxVague   = 6
)

// slashed finds the pairs whose words a slash divides.
func (r *Reading) slashed() {
	if len(r.slashes) == 0 {
		return
	}
	held := map[int][]slash{}
	var order []int
	for _, s := range r.slashes {
		b := r.holder(s)
		if b < 0 {
			continue
		}
		if held[b] == nil {
			order = append(order, b)
		}
		if len(held[b]) <= maxSlashes {
			held[b] = append(held[b], s)
		}
	}
	slices.Sort(order)
	for _, b := range order {
		if list := held[b]; len(list) <= maxSlashes {
			r.divideWords(b, list)
		}
	}
}

// holder returns the pair that a slash stands directly in, or -1.
func (r *Reading) holder(s slash) int {
	t := &r.tokens[s.token]
	i := int(t.bracket)
	if !t.open || t.mate < 0 {
		i = r.Brackets[i].Parent
	}
	if i < 0 || r.Brackets[i].State != Paired {
		return -1
	}
	open, close := &r.tokens[r.Brackets[i].open], &r.tokens[r.Brackets[i].close]
	if open.paragraph != close.paragraph || open.field != close.field {
		return -1
	}
	return i
}

// divideWords makes the alternatives of bracket b from its slashes, if they
// are such.
func (r *Reading) divideWords(b int, list []slash) {
	open, close := &r.tokens[r.Brackets[b].open], &r.tokens[r.Brackets[b].close]
	s := r.field(open)
	from, to := int(open.at)+open.size(), int(close.at)
	if to-from > maxDivided {
		return
	}
	var parts []text.Span
	start, at, free := int(open.offset)+1, from, true
	vague := false
	add := func(end, stop int) {
		part := s[at:stop]
		lead := utf8.RuneCountInString(part) - utf8.RuneCountInString(strings.TrimLeftFunc(part, unicode.IsSpace))
		words := strings.TrimSpace(part)
		free = free && words != ""
		vague = vague || long(words)
		parts = append(parts, text.Span{Start: start + lead, End: start + lead + utf8.RuneCountInString(words)})
	}
	tight := false
	for _, sl := range list {
		before, after := s[at:sl.at], s[int(sl.at)+int(sl.size):to]
		if !separates(before, after) {
			continue
		}
		tight = tight || !spaceAtEnd(before) || !spaceAtStart(after)
		add(int(sl.offset), int(sl.at))
		start, at = int(sl.offset)+1, int(sl.at)+int(sl.size)
	}
	if parts == nil {
		return
	}
	add(int(close.offset), to)
	if !free || vague && tight && len(strings.Fields(s[from:to])) > maxVague {
		return
	}
	r.Brackets[b].Slash = len(r.Groups)
	r.Groups = append(r.Groups, Group{Kind: Slashed, Members: []int{b}, Parts: parts, Vague: vague && tight, Run: -1})
}

// maxHan is how many Chinese characters are taken for one word or term.
const maxHan = 6

// long reports whether a part is more than a word.
func long(words string) bool {
	if strings.ContainsFunc(words, unicode.IsSpace) {
		return true
	}
	c, _ := utf8.DecodeRuneInString(words)
	return unicode.Is(unicode.Han, c) && utf8.RuneCountInString(words) > maxHan
}

func spaceAtEnd(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(c)
}

func spaceAtStart(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(c)
}

// separates reports whether a slash stands between alternatives, and not in
// "and/or", a number, a date, a document symbol, an address, "km/h", or after
// a hyphen that shares the rest of a word.
func separates(before, after string) bool {
	left, right := wordBefore(before), wordAfter(after)
	if strings.HasSuffix(left, "-") || strings.HasSuffix(left, "/") || strings.HasPrefix(right, "/") || strings.HasSuffix(left, ":") {
		return false
	}
	spaced := spaceAtEnd(before) && spaceAtStart(after)
	if !spaced && strings.ContainsAny(left+right, "0123456789٠١٢٣٤٥٦٧٨٩") {
		return false
	}
	whole := left + "/" + right
	if strings.Contains(whole, "://") || strings.HasPrefix(left, "www.") || len(text.FindSymbols(whole)) > 0 {
		return false
	}
	l, r := strings.ToLower(lastLetters(left)), strings.ToLower(firstLetters(right))
	return !fixed[l+"/"+r] && !(unitNames[l] && unitNames[r]) && !fixedHan(l, r)
}

// maxWord is how many bytes of a word beside a slash are looked at.
const maxWord = 60

// wordBefore returns the word at the end of s, which may have slashes in it.
func wordBefore(s string) string {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	from := max(0, len(s)-maxWord)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	s = s[from:]
	return s[strings.LastIndexFunc(s, breaksWord)+1:]
}

// wordAfter returns the word at the start of s.
func wordAfter(s string) string {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	to := min(len(s), maxWord)
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to++
	}
	s = s[:to]
	if i := strings.IndexFunc(s, breaksWord); i >= 0 {
		return s[:i]
	}
	return s
}

func breaksWord(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune("[](),;", c) }

func lastLetters(s string) string {
	return s[strings.LastIndexFunc(s, notLetter)+1:]
}

func firstLetters(s string) string {
	if i := strings.IndexFunc(s, notLetter); i >= 0 {
		return s[:i]
	}
	return s
}

func notLetter(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) }

// fixed are expressions with a slash that are wording, not a choice.
var fixed = set("and/or or/and et/ou ou/et y/o o/y e/o и/или или/и و/أو أو/و و/او " +
	"he/she she/he his/her her/his him/her s/he himself/herself il/elle elle/il él/ella он/она его/ее " +
	"n/a c/o w/o")

// unitNames are the units of measurement that a slash relates.
var unitNames = set("km m cm mm kg g mg µg μg ng t kt mt l ml dl ha h hr s min d day yr year kw kwh mw w j " +
	"км м см мм кг г мг мкг т л мл га ч с мин сут год квт كم م كغ كجم غ ملغ طن لتر ل ساعة س ثانية ث دقيقة يوم سنة " +
	"公里 千米 米 公斤 千克 克 毫克 吨 升 毫升 公顷 小时 时 秒 分 天 日 年")

// fixedHan knows 和/或 in words without spaces.
func fixedHan(l, r string) bool {
	return strings.HasPrefix(r, "或") && (strings.HasSuffix(l, "和") || strings.HasSuffix(l, "及") || strings.HasSuffix(l, "与"))
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
