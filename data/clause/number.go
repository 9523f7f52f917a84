package clause

import (
	"slices"
	"strconv"
	"strings"

	"travaux/data"
)

// numeral is a word of a number.
type numeral struct {
	value   int
	ordinal bool
}

// largest number that is read; what is larger is a year or a sum of money.
const largest = 999

// numbers makes one token of every number that is written out or in digits.
func (l *lexicon) numbers(in []token) []token {
	var out []token
	for i := 0; i < len(in); {
		n, used, ok := l.number(in[i:])
		if !ok {
			out = append(out, in[i])
			i++
			continue
		}
		n.start, n.end, n.glued = in[i].start, in[i+used-1].end, in[i].glued
		out = append(out, n)
		i += used
	}
	return out
}

// number reads the number with which the tokens begin, and how many of them it is.
func (l *lexicon) number(in []token) (n token, used int, ok bool) {
	value, ordinal := 0, false
	if first := in[0].text[0]; first >= '0' && first <= '9' {
		v, err := strconv.Atoi(in[0].text)
		if err != nil || v > 9999 {
			return n, 0, false
		}
		value, used = v, 1
		if len(in) > 1 && in[1].glued && slices.Contains(l.suffixes, in[1].text) {
			ordinal, used = true, 2
		}
	} else if l.lang == data.Chinese {
		value, ordinal, used = hanNumber(in)
	} else {
		value, ordinal, used = l.written(in)
	}
	if used == 0 {
		return n, 0, false
	}
	n.number, n.text = value, numberText("#", value)
	if ordinal {
		n.text = numberText("@", value)
	}
	if used+2 < len(in) && in[used].text == "(" && in[used+2].text == "(" { // six (6) months
		if again, k, ok := l.number(in[used+1 : used+2]); ok && k == 1 && again.number == value {
			used += 3
		}
	}
	return n, used, true
}

// written reads a number in words.
func (l *lexicon) written(in []token) (value int, ordinal bool, used int) {
	first, ok := l.numerals[in[0].text]
	if !ok {
		return 0, false, 0
	}
	value, ordinal, used = first.value, first.ordinal, 1
	for used < len(in) {
		next := used
		if l.and != "" && in[next].text == l.and && next+1 < len(in) {
			next++
		}
		word := in[next].text
		add, ok := l.numerals[word]
		joined := false
		if !ok && l.lang == data.Arabic {
			if rest, has := strings.CutPrefix(word, "و"); has {
				add, ok = l.numerals[rest]
				joined = ok
			}
		}
		if !ok {
			break
		}
		sum, fits := l.join(value, add, ordinal, joined)
		if !fits || sum > largest {
			break
		}
		value, ordinal, used = sum, ordinal || add.ordinal, next+1
	}
	return value, ordinal, used
}

// join adds the next word of a number to what was read so far, where the two are
// one number.
func (l *lexicon) join(value int, next numeral, ordinal, joined bool) (sum int, fits bool) {
	v := next.value
	if l.lang == data.Arabic {
		switch {
		case value < 10 && v == 10 && !joined:
			return 10 + value, true
		case value < 10 && v >= 20 && v < 100 && joined, value >= 100 && value%100 == 0 && v < 100 && joined:
			return value + v, true
		}
		return 0, false
	}
	switch {
	case ordinal && !next.ordinal:
		return 0, false
	case v == 100 && value < 10 && !ordinal:
		return value * 100, true
	case l.lang == data.French && v == 20 && value%100 == 4:
		return value - 4 + 80, true
	case l.lang == data.French && (value%100 == 60 || value%100 == 80) && v >= 10 && v < 20:
		return value + v, true
	case value%100 >= 20 && value%10 == 0 && v < 10, value >= 100 && value%100 == 0 && v < 100, ordinal && value%10 == 0 && v < 10:
		return value + v, true
	}
	return 0, false
}

var hanDigits = map[string]int{"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}

// hanNumber reads a Chinese number, with the sign of an ordinal before it.
func hanNumber(in []token) (value int, ordinal bool, used int) {
	if in[0].text == "第" {
		if len(in) > 1 {
			if n, ok := strconv.Atoi(in[1].text); ok == nil {
				return n, true, 2
			}
			if v, _, k := hanNumber(in[1:]); k > 0 && in[1].text != "第" {
				return v, true, k + 1
			}
		}
		return 0, false, 0
	}
	unit, open := 0, false
	for used < len(in) {
		word := in[used].text
		weight := map[string]int{"十": 10, "百": 100}[word]
		d, isDigit := hanDigits[word]
		switch {
		case weight > 0:
			if !open {
				unit = 1
			}
			value, unit, open = value+unit*weight, 0, false
		case isDigit:
			unit, open = d, true
		default:
			return value + unit, false, used
		}
		used++
	}
	return value + unit, false, used
}

// shares makes one token of every fraction.
func (l *lexicon) shares(in []token) []token {
	var out []token
	add := func(part, whole, start, end int) {
		out = append(out, token{text: "%" + strconv.Itoa(part) + "/" + strconv.Itoa(whole), share: Share{Part: part, Whole: whole}, start: start, end: end})
	}
	for i := 0; i < len(in); i++ {
		t := in[i]
		switch {
		case l.lang == data.Chinese && t.cardinal() && i+3 < len(in) && in[i+1].text == "分" && in[i+2].text == "之" && in[i+3].cardinal():
			add(in[i+3].number, t.number, t.start, in[i+3].end)
			i += 3
		case t.cardinal() && t.number < 10 && i+1 < len(in) && l.wholes[in[i+1].text] > t.number:
			add(t.number, l.wholes[in[i+1].text], t.start, in[i+1].end)
			i++
		case l.fractions[t.text].Whole > 0:
			add(l.fractions[t.text].Part, l.fractions[t.text].Whole, t.start, t.end)
		case t.cardinal() && t.number == 1 && i+1 < len(in) && in[i+1].ordinal() && l.lang == data.English && in[i+1].number > 2 && in[i+1].number < 6:
			add(1, in[i+1].number, t.start, in[i+1].end) // one third
			i++
		default:
			out = append(out, t)
		}
	}
	return out
}

// periods makes one token of every number with its unit.
func (l *lexicon) periods(in []token) []token {
	var out []token
	for i := 0; i < len(in); {
		delay, used := l.period(in[i:], i > 0 && in[i-1].text == "月")
		if used == 0 {
			out = append(out, in[i])
			i++
			continue
		}
		out = append(out, token{text: "~" + delayText(delay), delay: delay, start: in[i].start, end: in[i+used-1].end})
		i += used
	}
	return out
}

func delayText(d data.Delay) string {
	return strconv.Itoa(d.Years) + "y" + strconv.Itoa(d.Months) + "m" + strconv.Itoa(d.Days) + "d"
}

// period reads the period with which the tokens begin. dated is set after the month
// of a Chinese date.
func (l *lexicon) period(in []token, dated bool) (d data.Delay, used int) {
	t := in[0]
	if known, ok := l.spans[t.text]; ok {
		if l.lang == data.Arabic && len(in) > 1 && in[1].ordinal() {
			return d, 0 // the second year, not two years
		}
		return known, 1
	}
	if d, ok := l.compound(t.text); ok {
		return d, 1
	}
	if t.cardinal() || t.ordinal() {
		if t.number > largest || t.number == 0 || t.ordinal() && t.number < 2 || dated {
			return d, 0
		}
		return l.counted(in)
	}
	if l.lang != data.Arabic || len(in) < 2 {
		return d, 0
	}
	if unit := l.units[strings.TrimPrefix(t.text, "ال")]; unit != 0 { // the ninetieth day, one year
		if n := in[1]; n.ordinal() && unit == 'd' && n.number > 1 || n.cardinal() && n.number == 1 {
			return delay(unit, n.number), 2
		}
	}
	return d, 0
}

// farthest is how many tokens may stand between a number and its unit.
const farthest = 8

// counted reads a number and its unit. Between the two may stand other numbers in
// brackets, which have the same unit: "[six][twelve] months".
func (l *lexicon) counted(in []token) (d data.Delay, used int) {
	t, at, alone := in[0], 1, true
	filled := false
	for at < len(in) && at < farthest {
		switch next := in[at]; {
		case next.text == "(":
		case slices.Contains(l.fillers, next.text):
			filled = true
		case next.cardinal() == t.cardinal() && (next.cardinal() || next.ordinal()):
			alone = false
		default:
			unit := l.units[next.text]
			if l.lang == data.Chinese && unit == 'm' && !filled { // 三月 is March
				unit = 0
			}
			if unit == 0 || t.ordinal() && unit != 'd' {
				return d, 0
			}
			if !alone {
				at = 0 // the unit is that of the last
			}
			return delay(unit, t.number), at + 1
		}
		at++
	}
	return d, 0
}

func delay(unit byte, n int) data.Delay {
	switch unit {
	case 'd':
		return data.Delay{Days: n}
	case 'w':
		return data.Delay{Days: 7 * n}
	case 'm':
		return data.Delay{Months: n}
	}
	return data.Delay{Years: n}
}

// compound reads a Russian adjective of a period: шестимесячный, пятилетнего.
func (l *lexicon) compound(word string) (data.Delay, bool) {
	if l.lang != data.Russian {
		return data.Delay{}, false
	}
	for _, c := range russianCompounds {
		at := strings.Index(word, c.stem)
		if at < 0 {
			continue
		}
		if at == 0 && c.alone {
			return delay(c.unit, 1), true
		}
		if n, ok := russianPrefixes[word[:at]]; ok {
			return delay(c.unit, n), true
		}
	}
	return data.Delay{}, false
}
