package states

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"travaux/data"
)

// ParseProponents reads who makes a proposal as a delegate types it in a
// meeting: "egy", "Egypt on behalf of NAM, Jordan", "France et Allemagne". A
// Member State is known by its code, its name in any of the six languages, what
// it is commonly called, or by how one name alone begins or, within it, a word;
// anybody else is named as typed. Names are kept apart by commas, semicolons,
// line ends, and by the word for "and" between two that are known. Nothing is
// refused; "" gives none.
func ParseProponents(typed string) []data.Proponent {
	var list []data.Proponent
	for _, part := range strings.FieldsFunc(typed, separates) {
		for _, name := range joined(part) {
			if p := proponent(name); p != (data.Proponent{}) && !slices.Contains(list, p) {
				list = append(list, p)
			}
		}
	}
	return list
}

// WriteProponents is the list as it may be typed, States by their names in a
// language: ParseProponents reads it back.
func WriteProponents(list []data.Proponent, lang data.Lang) string {
	comma, behalf := ", ", behalves[lang]
	var parts []string
	for _, p := range list {
		name := p.Name
		if p.State != "" {
			if name = Name(p.State, lang); name == "" {
				name = p.State
			}
		}
		if p.For != "" {
			name += " " + behalf + " " + p.For
		}
		parts = append(parts, name)
	}
	if lang == data.Arabic {
		comma = "، "
	}
	return strings.Join(parts, comma)
}

// separates reports whether a rune keeps names apart.
func separates(r rune) bool { return strings.ContainsRune(",;\n、；，،؛", r) }

// behalves are the words with which one writes that somebody speaks for a group.
var behalves = data.Words{
	data.Arabic: "باسم", data.Chinese: "代表", data.English: "on behalf of",
	data.French: "au nom de", data.Russian: "от имени", data.Spanish: "en nombre de",
}

// speaking are all the words that say so, as typed; longer ones first.
var speaking = []string{
	" on behalf of the ", " on behalf of ", " for the ", " for ",
	" au nom de la ", " au nom des ", " au nom du ", " au nom de l'", " au nom de l’", " au nom de ", " pour ",
	" en nombre de la ", " en nombre del ", " en nombre de los ", " en nombre de ", " por ",
	" от имени ", " نيابة عن ", " باسم ", "代表",
}

// ands are the words that join two names.
var ands = []string{" and ", " et ", " y ", " e ", " и ", " & ", " و", "和", "与"}

// joined parts names at an "and" if what stands before it is a State, and what
// comes after it is one or a list of them: names of States hold the word
// themselves.
func joined(part string) []string {
	part = strings.TrimSpace(part)
	if _, known := known(part); known {
		return []string{part}
	}
	for _, and := range ands {
		at := indexFold(part, and)
		if at < 0 {
			continue
		}
		before, after := part[:at], part[at+len(and):]
		if _, left := known(before); !left {
			continue
		}
		rest := joined(after)
		if _, right := known(rest[0]); right {
			return append([]string{before}, rest...)
		}
	}
	return []string{part}
}

// proponent reads one name, with the group that is spoken for.
func proponent(name string) data.Proponent {
	name = strings.TrimSpace(name)
	if code, ok := known(name); ok {
		return data.Proponent{State: code}
	}
	p := data.Proponent{Name: name}
	for _, words := range speaking {
		at := indexFold(name, words)
		if at < 0 {
			at = indexFold(name, "("+strings.TrimSpace(words)+" ")
		}
		if at <= 0 {
			continue
		}
		p.Name = strings.TrimSpace(name[:at])
		group := strings.TrimSpace(name[at:])
		if inner, ok := strings.CutPrefix(group, "("); ok {
			group = strings.TrimSpace(strings.TrimSuffix(inner, ")"))
		}
		p.For = strings.TrimSpace(group[len(strings.TrimSpace(words)):])
		break
	}
	if code, ok := known(p.Name); ok {
		p.State, p.Name = code, ""
	}
	return p
}

// indexFold is strings.Index without regard to case; both are taken as long as
// they are.
func indexFold(s, words string) int {
	lower := strings.ToLower(s)
	if len(lower) != len(s) { // case changes the length of a few letters
		lower = s
	}
	return strings.Index(lower, words)
}

// common are what States are called besides their code and their names.
var common = map[string]string{
	"us": "USA", "u.s.": "USA", "u.s.a.": "USA", "uk": "GBR", "u.k.": "GBR", "great britain": "GBR", "royaume-uni": "GBR", "reino unido": "GBR",
	"uae": "ARE", "dprk": "PRK", "rok": "KOR", "drc": "COD", "rdc": "COD", "car": "CAF", "png": "PNG", "lao": "LAO", "laos": "LAO",
	"bih": "BIH", "ksa": "SAU", "rsa": "ZAF", "turkey": "TUR", "swaziland": "SWZ", "czech republic": "CZE", "holland": "NLD",
	"cape verde": "CPV", "ivory coast": "CIV", "south korea": "KOR", "north korea": "PRK", "сша": "USA", "россия": "RUS", "кндр": "PRK",
	"美国": "USA", "英国": "GBR", "俄罗斯": "RUS", "朝鲜": "PRK", "韩国": "KOR", "روسيا": "RUS", "امريكا": "USA",
}

// names are all States by what they are called, folded.
var names = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, s := range table() {
		for _, n := range s.Names {
			all[folded(n)] = s.Code
		}
		all[folded(s.Code)] = s.Code
	}
	for n, code := range common {
		all[folded(n)] = code
	}
	return all
})

// shortest is how many letters of a name must be typed; one Chinese character
// says as much as two. Nothing longer than longest, in bytes, is a name.
const (
	shortest = 3
	longest  = 200
)

// known is the State that is called so.
func known(name string) (code string, ok bool) {
	if len(name) > longest {
		return "", false
	}
	f := folded(name)
	if code, ok := names()[f]; ok {
		return code, true
	}
	letters := 0
	for _, r := range f {
		if letters++; unicode.Is(unicode.Han, r) {
			letters++
		}
	}
	if letters < shortest {
		return "", false
	}
	for _, begins := range []func(string) bool{
		func(n string) bool { return strings.HasPrefix(n, f) },
		func(n string) bool { return strings.Contains(n, " "+f) || strings.Contains(n, "("+f) },
	} {
		if code, ok := only(begins); ok || code != "" {
			return code, ok
		}
	}
	return "", false
}

// only is the one State with such a name; ok is false if there are several, and
// then code is one of them.
func only(such func(name string) bool) (code string, ok bool) {
	for n, c := range names() {
		switch {
		case !such(n) || c == code:
		case code == "":
			code, ok = c, true
		default:
			return code, false
		}
	}
	return code, ok
}

// folded is a name as names are compared: without case, marks, and the forms of
// letters and apostrophes that people type for one another.
func folded(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(strings.TrimSpace(name))) {
		switch {
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || r == 'ـ':
			continue
		case r == '’' || r == 'ʼ':
			r = '\''
		case r == 'ى':
			r = 'ي'
		case r == 'ة':
			r = 'ه'
		case r == 'ı':
			r = 'i'
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
