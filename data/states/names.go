package states

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// known are the names by which States are recognised, as letters gives them.
type known struct {
	exact map[string]string // name to code; "" where it could be more than one
	full  map[string]string // names as the table has them, of which a beginning will do
}

// shortest beginnings of a name that are taken for it: letters, and characters
// of Chinese.
const (
	shortestStart    = 4
	shortestHanStart = 2
)

// notStates could be taken for a State, and mean something else to everybody in
// the room: the Non-Aligned Movement has the code of Namibia.
var notStates = map[string]bool{"nam": true, "arab": true, "latin": true}

// tail finds the proper name in "Republic of Moldova", "République-Unie de
// Tanzanie", "Federación de Rusia"; two States have "Korea".
var tail = regexp.MustCompile(`^[\pL’ -]*?(?:Republic|République|República|Fédération|Federación)[\pL’ -]* (?:of|de) (\pL+)$`)

var names = sync.OnceValue(func() known {
	k := known{map[string]string{}, map[string]string{}}
	loose := map[string]string{} // give way to a name in full
	offer := func(in map[string]string, key, code string) {
		if old, taken := in[key]; taken && old != code {
			code = ""
		}
		if key != "" {
			in[key] = code
		}
	}
	for _, s := range table() {
		for _, name := range s.Names {
			offer(k.exact, letters(name), s.Code)
			offer(k.full, letters(name), s.Code)
			offer(loose, strings.TrimPrefix(letters(name), "ال"), s.Code)
			if bare, _, found := strings.Cut(name, " ("); found {
				offer(loose, letters(bare), s.Code)
			}
			if m := tail.FindStringSubmatch(name); m != nil {
				head := strings.TrimSuffix(name, m[1])
				offer(loose, letters(m[1]), s.Code)
				offer(loose, letters(m[1]+head), s.Code) // "Moldova, Republic of"
			}
		}
	}
	for code, list := range aliasesOf() {
		for _, alias := range list {
			offer(loose, letters(alias), code)
		}
	}
	for key, code := range loose {
		if _, taken := k.exact[key]; !taken {
			k.exact[key] = code
		}
	}
	return k
})

// articles may stand before the name of a State.
var articles = []string{"the ", "la ", "le ", "les ", "l'", "l’", "el ", "los ", "las "}

// Find returns the State that a person means by its code, its name or, if only
// one State can be meant, a beginning of its name (four letters or more, two
// characters of Chinese), in any of the six languages. Case, accents, articles
// and punctuation make no difference.
func Find(typed string) (code string, ok bool) {
	typed = strings.TrimSpace(typed)
	if notStates[strings.ToLower(typed)] {
		return "", false
	}
	if _, found := ByCode(strings.ToUpper(typed)); found {
		return strings.ToUpper(typed), true
	}
	if code, ok := find(letters(typed)); ok {
		return code, true
	}
	for _, a := range articles {
		if len(typed) > len(a) && strings.EqualFold(typed[:len(a)], a) {
			return find(letters(typed[len(a):]))
		}
	}
	return "", false
}

func find(key string) (code string, ok bool) {
	if code, known := names().exact[key]; known {
		return code, code != ""
	}
	shortest := shortestStart
	if strings.IndexFunc(key, isHan) == 0 {
		shortest = shortestHanStart
	}
	if len([]rune(key)) < shortest {
		return "", false
	}
	for name, c := range names().full {
		switch {
		case !strings.HasPrefix(name, key):
		case code != "" && code != c:
			return "", false
		default:
			code = c
		}
	}
	return code, code != ""
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// letters are the letters and digits of a name as it is compared: decomposed,
// small, without marks, Arabic letters that are written for one another as one.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'ة':
			return 'ه'
		case r == 'ى':
			return 'ي'
		case r == 'ـ', unicode.Is(unicode.Mn, r), !unicode.IsLetter(r) && !unicode.IsDigit(r):
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}
