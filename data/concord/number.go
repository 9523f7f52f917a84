package concord

import (
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/text"
)

// Unit is what a number counts, where it says so.
type Unit string

// Units. What counts in none of them has none.
const (
	Hour    Unit = "hour"
	Day     Unit = "day"
	Week    Unit = "week"
	Month   Unit = "month"
	Year    Unit = "year"
	Percent Unit = "percent"
	Named   Unit = "named" // a month by its name or number: 12 of "31 December", 12月
)

// Number is a number that a text says, in digits or in words.
type Number struct {
	Span  text.Span // its words, without those of the unit
	Value string    // "40", "2/3", "1.5"
	Unit  Unit      // "" if it says none
	// Sure is false for what may be no number (one, a second, third parties, Arabic
	// duals, a lone Chinese numeral): it agrees with others and accuses nobody alone.
	Sure bool

	guess bool // an Arabic dual by its form: it only agrees
}

// Numbers reads the numbers of a text in one of the six languages, in order: in
// digits, cardinal and ordinal words up to trillions, fractions, percentages and
// the months of dates. What stands in one of the spans is passed over: the numbers
// of references and document symbols are not numbers of the text.
func Numbers(s string, lang data.Lang, except []text.Span) []Number {
	r := &reader{lang: lang, list: lex(s), lex: lexicons[lang]}
	if r.lex == nil {
		return nil
	}
	var out []Number
	for i := 0; i < len(r.list); {
		if inside(r.list[i], except) {
			i++
			continue
		}
		n, end := r.number(i)
		if end <= i {
			i++
			continue
		}
		n.Span = text.Span{Start: r.list[i].start, End: r.list[end-1].end}
		r.count(&n, i, &end)
		out = append(out, n)
		i = end
	}
	roundTheClock(out)
	return out
}

// roundTheClock takes 24 and 7 beside each other for a way to say "always", which
// another language says without numbers.
func roundTheClock(list []Number) {
	for i := 1; i < len(list); i++ {
		a, b := &list[i-1], &list[i]
		if b.Span.Start-a.Span.End < 12 && (a.Value == "24" && b.Value == "7" || a.Value == "7" && b.Value == "24") {
			a.Sure, b.Sure = false, false
		}
	}
}

func inside(t token, spans []text.Span) bool {
	for _, s := range spans {
		if t.start >= s.Start && t.start < s.End {
			return true
		}
	}
	return false
}

// number reads what begins at token i; end is i if that is no number.
func (r *reader) number(i int) (n Number, end int) {
	t := r.list[i]
	switch {
	case t.kind == tokenDigits:
		return r.digits(i)
	case t.kind == tokenHan && r.lang == data.Chinese:
		return r.han(i)
	case t.kind != tokenWord:
		return n, i
	case arabicMonths[t.word] && r.lang == data.Arabic && !r.is(i+2, "/"):
		return n, i
	case r.lang == data.Arabic && arabicMonths[r.at(i-1).word]:
		return n, i // كانون الأول
	}
	if m := r.month(i); m > 0 {
		return Number{Value: strconv.Itoa(m), Unit: Named, Sure: true}, i + 1
	}
	if u := r.two(t.word); u != "" {
		return Number{Value: "2", Unit: u}, i + 1
	}
	if n, end = r.words(i); end == i && r.lang == data.Arabic && len([]rune(t.word)) > 4 && (strings.HasSuffix(t.word, "تين") || strings.HasSuffix(t.word, "تان")) {
		return Number{Value: "2", guess: true}, i + 1
	}
	return n, end
}

// two returns the unit of which an Arabic word is two.
func (r *reader) two(word string) Unit {
	if u := r.lex.twos[word]; u != "" {
		return u
	}
	for _, bare := range r.bare(word) {
		if u := r.lex.twos[bare]; u != "" {
			return u
		}
	}
	return ""
}

// month returns which month a word is, if digits stand beside it: 31 December, 1er
// mars, 31 de diciembre, كانون الأول/ديسمبر.
func (r *reader) month(i int) int {
	t := r.list[i]
	m := r.lex.months[t.word]
	if m == 0 || r.lang == data.English && !t.upper {
		return 0
	}
	if r.at(i-1).kind == tokenDigits || r.at(i+1).kind == tokenDigits || r.lang == data.Arabic && r.is(i-1, "/") {
		return m
	}
	if between := r.at(i - 1).word; (between == "de" || between == "er") && r.at(i-2).kind == tokenDigits {
		return m
	}
	if r.says(i+1, "de") && r.at(i+2).kind == tokenDigits {
		return m
	}
	return 0
}

// digits reads 2026, 15 000, 1,000, 2.5, 2/3, 90th, 90º and 3 million.
func (r *reader) digits(i int) (n Number, end int) {
	value, end := r.list[i].word, i+1
	if value == "000" && r.at(end).kind == tokenDigits && r.at(end).gap {
		value, end = r.at(end).word+value, end+1 // Arabic files have the groups in the order in which they look
	}
	for len(r.list[i].word) <= 3 {
		k := end
		spaced := r.at(k).gap && r.lang != data.English
		if (r.is(k, ",") || r.is(k, ".")) && !r.at(k).gap && !r.at(k+1).gap {
			k++
			spaced = true
		}
		if !spaced || r.at(k).kind != tokenDigits || len(r.at(k).word) != 3 {
			break
		}
		value, end = value+r.at(k).word, k+1
	}
	if (r.is(end, ".") || r.is(end, ",")) && !r.at(end).gap && r.at(end+1).kind == tokenDigits && !r.at(end+1).gap {
		value, end = value+"."+r.at(end+1).word, end+2
	} else if of := r.at(end + 1); r.is(end, "/") && of.kind == tokenDigits && !of.gap && count(value) < count(of.word) {
		return Number{Value: value + "/" + of.word, Sure: true}, end + 2 // 24/7 is two numbers
	}
	if t := r.at(end); t.kind == tokenWord && !t.gap && len([]rune(t.word)) <= 3 {
		end++ // 90th, 1er, 90º
	}
	value = multiplied(value, r.scaled(&end))
	glued := r.at(i-1).kind == tokenWord && !r.list[i].gap // G20, CO2, or a scanned el
	return Number{Value: value, Sure: !glued}, end
}

// scaled passes words such as million after digits and returns by how much they
// multiply.
func (r *reader) scaled(end *int) int {
	by := 1
	for by < 1_000_000_000 {
		t := r.at(*end)
		if r.lang == data.Chinese {
			if v := map[string]int{"万": 10_000, "亿": 100_000_000}[t.word]; v > 0 {
				by *= v
				*end++
				continue
			}
			break
		}
		v, ok := r.find(t.word)
		if !ok || v.class != scale || v.value < 1000 || v.weak {
			break
		}
		by *= v.value
		*end++
	}
	return by
}

// multiplied writes digits times a power of ten.
func multiplied(digits string, by int) string {
	digits = strings.TrimLeft(digits, "0")
	whole, fraction, decimal := strings.Cut(digits, ".")
	for ; by >= 10; by /= 10 {
		if fraction != "" {
			whole, fraction = whole+fraction[:1], fraction[1:]
		} else {
			whole += "0"
		}
	}
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if decimal && strings.Trim(fraction, "0") != "" {
		whole += "." + fraction
	}
	return whole
}

// count finds out what the number counts, and takes "per cent" into it.
func (r *reader) count(n *Number, from int, end *int) {
	if n.Unit != "" {
		return
	}
	if k := r.percent(*end); k > *end {
		n.Unit, n.Sure, *end = Percent, true, k
		n.Span.End = r.list[k-1].end
		return
	}
	if v, err := strconv.Atoi(n.Value); err == nil && v >= 1900 && v < 2200 {
		return // a year, not years
	}
	if r.lang == data.Chinese {
		r.hanUnit(n, end)
		return
	}
	if n.Unit = r.unit(r.at(*end).word); n.Unit == "" && r.lang == data.Arabic {
		n.Unit = r.unit(r.at(from - 1).word)
	}
}

// percent passes the words for a hundredth.
func (r *reader) percent(k int) int {
	t := r.at(k)
	switch {
	case t.word == "%" || t.word == "٪":
		return k + 1
	case r.lex.cent[t.word]:
		switch r.at(k + 1).word {
		case "cent", "ciento", "المائة", "المايه", "المئة":
			return k + 2
		}
	case t.word == "percent", strings.HasPrefix(t.word, "процент"), t.word == "بالمائة", t.word == "بالمئة":
		return k + 1
	}
	return k
}
