package translations

import (
	"strconv"
	"strings"
)

// Meeting is what a numbered meeting is called in the language, where its title is how
// one of the languages calls it: "3rd meeting" is "3e séance". Another title stays.
func (l *Localizer) Meeting(title string) string {
	digits := strings.IndexAny(title, "0123456789")
	if digits < 0 {
		return title
	}
	number := title[digits:]
	n, err := strconv.Atoi(number[:len(number)-len(strings.TrimLeft(number, "0123456789"))])
	if err != nil {
		return title
	}
	for lang := range endonyms {
		if New(lang).meeting(n) == title {
			return l.meeting(n)
		}
	}
	return title
}

func (l *Localizer) meeting(n int) string {
	nth := strconv.Itoa(n)
	switch {
	case l.lang == "en":
		nth += englishOrdinal(n)
	case l.lang == "fr" && n == 1:
		nth += "re"
	case l.lang == "fr":
		nth += "e"
	}
	return l.T("meeting.numbered", "nth", nth)
}

// englishOrdinal is what stands behind the figures of an ordinal number.
func englishOrdinal(n int) string {
	if n%100 >= 11 && n%100 <= 13 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}
