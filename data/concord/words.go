package concord

import (
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/text"
)

// sum is a number being put together from its words.
type sum struct {
	lang    data.Lang
	total   int // of the thousands and above that were said
	current int // below them
	said    int // how many words
	ordinal bool
	weak    bool
}

func (s *sum) value() int { return s.total + s.current }

// words reads a number in words that begins at token i.
func (r *reader) words(i int) (n Number, end int) {
	s := sum{lang: r.lang}
	if v, ok := r.find(r.list[i].word); ok && v.class == whole {
		return Number{Value: strconv.Itoa(v.value) + "/" + strconv.Itoa(v.of), Sure: true}, i + 1
	}
	if r.hundredth(i) {
		return n, i
	}
	end = i
	for k := i; k < len(r.list); {
		next := r.step(k, end, &s)
		if next < 0 {
			break
		}
		k, end = next, next
	}
	if end == i {
		return n, i
	}
	if of, after := r.part(end, s); of > 0 {
		return Number{Value: strconv.Itoa(s.value()) + "/" + strconv.Itoa(of), Sure: s.value() > 1}, after
	}
	v := s.value()
	sure := v > 3 && !(s.weak && s.said == 1) || v == 3 && !s.ordinal
	if r.lang == data.Arabic && v <= 10 && !s.ordinal && strings.HasPrefix(r.list[i].word, "ال") {
		sure = false // "these three"
	}
	return Number{Value: strconv.Itoa(v), Sure: sure}, end
}

// step takes one more word into the sum and returns the token after it; -1 if
// there is none that fits.
func (r *reader) step(k, first int, s *sum) int {
	if s.said > 0 {
		if k = r.joint(k, s); k < 0 {
			return -1
		}
	}
	t := r.at(k)
	if t.kind != tokenWord {
		return -1
	}
	v, ok := r.find(t.word)
	if !ok || v.class == whole || s.said > 0 && r.hundredth(k) || !s.add(v, strings.HasPrefix(t.word, "و") && r.lang == data.Arabic) {
		return -1
	}
	return k + 1
}

// joint passes what stands between the parts of one number: -, and, -et-; -1 if
// what stands there ends it.
func (r *reader) joint(k int, s *sum) int {
	if r.is(k, "-") && !r.at(k).gap {
		k++
	}
	if r.lex.joins[r.at(k).word] {
		if r.lang == data.English && s.current%100 != 0 {
			return -1
		}
		k++
	}
	if r.is(k, "-") && !r.at(k).gap {
		k++
	}
	return k
}

// add takes a word into the sum, if it can stand there.
func (s *sum) add(v numeral, joined bool) bool {
	if s.ordinal && s.lang != data.Spanish && s.lang != data.Arabic {
		return false
	}
	switch rest := s.current % 100; {
	case v.class == scale && v.value == 100:
		if s.current >= 100 || s.lang == data.Arabic && s.said == 0 && v.weak {
			return false
		}
		s.current = max(s.current, 1) * 100
	case v.class == scale:
		if s.said == 0 && s.lang != data.Spanish && s.lang != data.French && s.lang != data.Russian && s.lang != data.Arabic {
			return false // "thousands of"
		}
		if s.current == 0 && s.total > 0 {
			if s.total >= v.value {
				return false
			}
			s.total *= v.value
			break
		}
		s.total += max(s.current, 1) * v.value
		s.current = 0
	case s.said == 0 || s.current == 0 && s.total > 0:
		s.current = v.value
	case rest == 0 && v.value < 100:
		s.current += v.value
	case s.lang == data.French && rest == 4 && v.value == 20:
		s.current += 76
	case s.lang == data.French && rest == 10 && v.value > 6 && v.value < 10:
		s.current += v.value
	case s.lang == data.French && (rest == 60 || rest == 80) && v.value < 20:
		s.current += v.value
	case s.lang == data.Arabic && rest < 10 && v.value >= 10 && v.value < 100 && v.value%10 == 0 && (v.value == 10 || joined):
		s.current += v.value
	case s.lang != data.Arabic && rest >= 20 && rest%10 == 0 && v.value < 10:
		s.current += v.value
	default:
		return false
	}
	s.said++
	s.ordinal = s.ordinal || v.class == ordinal
	s.weak = s.weak || v.weak || v.class == scale && s.said == 1
	return true
}

// hundredth reports whether the word at i is that of "per cent".
func (r *reader) hundredth(i int) bool {
	v, ok := r.find(r.at(i).word)
	if !ok || v.value != 100 {
		return false
	}
	return r.lex.cent[r.at(i-1).word] || r.lang == data.Arabic && strings.HasPrefix(r.at(i).word, "ب")
}

// part reads what a fraction counts: thirds after two.
func (r *reader) part(k int, s sum) (of, end int) {
	if s.ordinal {
		return 0, k
	}
	if r.is(k, "-") {
		k++
	}
	t := r.at(k)
	of = r.lex.parts[t.word]
	if of == 0 && r.lang == data.Arabic {
		for _, bare := range r.bare(t.word) {
			of = max(of, r.lex.parts[bare])
		}
	}
	if of > 0 && r.lang == data.English && s.value() > 1 && !strings.HasSuffix(t.word, "s") {
		return 0, k // "two third parties"
	}
	if of > 0 && r.lang == data.Spanish && strings.HasSuffix(t.word, "as") && !strings.HasPrefix(r.at(k+1).word, "parte") {
		return 0, k
	}
	return of, k + 1
}

// han reads Chinese numerals: 第四十, 三分之二, 百分之十五, 两年.
func (r *reader) han(i int) (n Number, end int) {
	value, size := r.hanValue(i)
	if size == 0 {
		return n, i
	}
	end = i + size
	if r.says(end, "分", "之") {
		if of, more := r.hanValue(end + 2); more > 0 {
			n.Value, n.Sure = strconv.Itoa(of)+"/"+strconv.Itoa(value), true
			if value == 100 {
				n.Value, n.Unit = strconv.Itoa(of), Percent
			}
			return n, end + 2 + more
		}
		if value == 100 && r.at(end+2).kind == tokenDigits {
			n, end = r.digits(end + 2)
			n.Unit = Percent
			return n, end
		}
	}
	bare := strings.Contains("百千万亿", r.list[i].word)
	n.Value = strconv.Itoa(value)
	n.Sure = !bare && value > 2 && (value > 10 && size > 1 || r.measured(end))
	switch {
	case value > 3 && r.says(i-1, "第"):
		n.Sure = true
	case r.says(i-1, "几"), r.says(i-1, "数"), value == 10 && size == 1 && r.says(end, "年"):
		n.Sure = false // a decade, some decades
	}
	return n, end
}

// hanValue reads a numeral of Chinese characters; size is how many tokens it takes.
func (r *reader) hanValue(i int) (value, size int) {
	var run []rune
	for k := i; k < len(r.list) && r.list[k].kind == tokenHan && len(run) < 16; k++ {
		run = append(run, []rune(r.list[k].word)...)
	}
	for size < len(run) {
		v, n := text.ChineseNumber(run[size:])
		if n == 0 {
			break
		}
		size += n
		if by := map[rune]int{'万': 10_000, '亿': 100_000_000}[at(run, size)]; by > 0 {
			value, size = value+v*by, size+1
			continue
		}
		return value + v, size
	}
	return value, size
}

func at(run []rune, i int) rune {
	if i < len(run) {
		return run[i]
	}
	return 0
}

// measured reports whether what follows shows that a numeral counts.
func (r *reader) measured(k int) bool {
	for _, m := range hanMeasures {
		if r.saysHan(k, m) {
			return true
		}
	}
	for _, u := range hanUnits {
		if r.saysHan(k, u.words) {
			return true
		}
	}
	return false
}

func (r *reader) saysHan(k int, words string) bool {
	for _, c := range words {
		if r.at(k).word != string(c) {
			return false
		}
		k++
	}
	return true
}

// hanUnit finds what a Chinese number counts; of a date, which month it is.
func (r *reader) hanUnit(n *Number, end *int) {
	if r.says(*end, "月") {
		n.Unit = Named
		return
	}
	for _, u := range hanUnits {
		if r.saysHan(*end, u.words) && !(u.unit == Day && r.says(*end, "日") && r.dated(*end)) {
			n.Unit = u.unit
			return
		}
	}
}

// dated reports whether a month stands before the day whose sign is at k.
func (r *reader) dated(k int) bool {
	for n := k - 1; n >= 0 && n >= k-4; n-- {
		if r.says(n, "月") {
			return true
		}
	}
	return false
}
