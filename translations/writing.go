package translations

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Date writes a day as documents of the United Nations do: "31 December 2024",
// "1er décembre 2025", "31 декабря 2024 года", "2024年12月31日", Arabic with
// both names of the month and Western digits (counted over more than 900
// General Assembly resolutions in each language).
func (l *Localizer) Date(year int, month time.Month, day int) string {
	return l.T("date.long", "day", l.dayOfMonth(day), "month", l.T("month."+strconv.Itoa(int(month))), "year", strconv.Itoa(year))
}

// Time writes day and hour shortly, in the local time zone; the year only
// where it is not the present one.
func (l *Localizer) Time(t time.Time) string {
	t = t.Local()
	id := "date.time"
	if t.Year() != l.now().Local().Year() {
		id = "date.time.year"
	}
	return l.T(id,
		"day", l.dayOfMonth(t.Day()), "month", l.T("month.short."+strconv.Itoa(int(t.Month()))), "year", strconv.Itoa(t.Year()),
		"time", fmt.Sprintf("%02d:%02d", t.Hour(), t.Minute()))
}

func (l *Localizer) dayOfMonth(day int) string {
	if l.lang == "fr" && day == 1 {
		return "1er"
	}
	return strconv.Itoa(day)
}

// Number writes a whole number in Western digits, grouped by thousands. It is
// not for years.
func (l *Localizer) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	mark, from := ",", 4
	switch l.lang {
	case "fr", "ru":
		mark = "\u00a0"
	case "es":
		mark, from = "\u00a0", 5 // four digits stand together in Spanish
	}
	if len(digits) < from {
		return sign + digits
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + mark + digits[i:]
	}
	return sign + digits
}

// Quote puts the language's quotation marks around s.
func (l *Localizer) Quote(s string) string {
	switch l.lang {
	case "fr":
		return "«\u00a0" + s + "\u00a0»"
	case "ru", "ar":
		return "«" + s + "»"
	}
	return "“" + s + "”"
}

// QuoteTitle marks s as the title of a document: Chinese has marks of their own for those.
func (l *Localizer) QuoteTitle(s string) string {
	if l.lang == "zh" {
		return "《" + s + "》"
	}
	return l.Quote(s)
}

// List joins items as a sentence does: "a, b and c".
func (l *Localizer) List(items []string) string {
	if len(items) == 0 {
		return ""
	}
	if l.lang == "ar" { // every further item takes the conjunction
		return strings.Join(items, " و")
	}
	last := items[len(items)-1]
	if len(items) == 1 {
		return last
	}
	comma, and := ", ", " and "
	switch l.lang {
	case "fr":
		and = " et "
	case "ru":
		and = " и "
	case "zh":
		comma, and = "、", "和"
	case "es":
		and = " " + spanishAnd(last) + " "
	}
	return strings.Join(items[:len(items)-1], comma) + and + last
}

// spanishAnd is "y", but "e" before the sound of i.
func spanishAnd(next string) string {
	s := strings.ToLower(next)
	for _, diphthong := range []string{"hia", "hie", "hio", "ia", "ie", "io"} {
		if strings.HasPrefix(s, diphthong) {
			return "y"
		}
	}
	for _, sound := range []string{"i", "í", "hi", "hí"} {
		if strings.HasPrefix(s, sound) {
			return "e"
		}
	}
	return "y"
}

// Capital begins words, such as a citation, as a heading begins.
func Capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}

// Marks that keep a run of text from disturbing the order of what stands
// around it: the beginnings of an isolate, and its end (UAX #9, sections 2.4 and 2.5).
const (
	LeftToRightIsolate = "\u2066"
	RightToLeftIsolate = "\u2067"
	PopIsolate         = "\u2069"
)

// Isolate returns s safe to stand in a sentence of the language: a document
// symbol in Arabic, an Arabic name in English. Text that runs the language's
// own way is returned as it is. The first letter says which way a text runs, as the
// first strong isolate of UAX #9 does; the number of a paragraph before it does not.
func (l *Localizer) Isolate(s string) string {
	digits := false
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Arabic, r) || unicode.Is(unicode.Hebrew, r):
			if l.RightToLeft() {
				return s
			}
			return RightToLeftIsolate + s + PopIsolate
		case unicode.IsLetter(r):
			if !l.RightToLeft() {
				return s
			}
			return LeftToRightIsolate + s + PopIsolate
		case unicode.IsDigit(r):
			digits = true
		}
	}
	if digits && l.RightToLeft() {
		return LeftToRightIsolate + s + PopIsolate
	}
	return s
}
