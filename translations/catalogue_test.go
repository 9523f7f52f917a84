package translations

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
	"unicode"
)

// categories lists the CLDR plural categories of each language.
var categories = map[string][]string{
	"ar": {"few", "many", "one", "other", "two", "zero"},
	"zh": {"other"},
	"en": {"one", "other"},
	"fr": {"many", "one", "other"},
	"ru": {"few", "many", "one", "other"},
	"es": {"many", "one", "other"},
}

// sameAsEnglish lists texts that are rightly the same in English and in the
// language: words that both have, in small letters.
var sameAsEnglish = map[string][]string{
	"fr": {
		"{n} article", "{n} articles", "{n} instrument", "{n} instruments", "{n} source", "{n} sources",
		"art. {n}", "article", "articles", "conciliation", "consensus", "consultation", "date", "instruction", "instrument", "instruments", "note", "objection", "obligation", "obligations",
		"note verbale", "ok", "position", "question", "questions", "ratification", "section", "session", "signature", "sources", "succession",
	},
	"es": {"art. {n}", "error", "esc", "flexible", "no", "original: {language}"},
}

// latinOnly lists texts that have no word to translate in any language: OK, and
// the names of keys, which keyboards of other scripts print in Latin letters.
var latinOnly = []string{"OK", "Backspace", "Delete", "End", "Enter", "Esc", "Home", "Page Down", "Page Up", "Shift"}

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

func TestEveryFileIsReadAndNoIDGivenTwice(t *testing.T) {
	if _, err := readCatalogues(); err != nil {
		t.Error(err)
	}
	files, _ := catalogueFiles.ReadDir("catalogue")
	for _, f := range files {
		b, _ := catalogueFiles.ReadFile("catalogue/" + f.Name())
		for _, id := range repeatedKeys(t, f.Name(), b) {
			t.Errorf("%s: id %q is given twice", f.Name(), id)
		}
	}
}

// repeatedKeys finds keys of the outermost object that encoding/json would
// silently overwrite.
func repeatedKeys(t *testing.T, name string, b []byte) (repeated []string) {
	dec := json.NewDecoder(bytes.NewReader(b))
	seen := map[string]bool{}
	dec.Token()
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return repeated
		}
		if id := key.(string); seen[id] {
			repeated = append(repeated, id)
		} else {
			seen[id] = true
		}
		var skip json.RawMessage
		if dec.Decode(&skip) != nil {
			return repeated
		}
	}
	return repeated
}

func TestEveryIDHasAllLanguagesAndForms(t *testing.T) {
	for id, texts := range words() {
		plural := len(texts["en"]) > 1
		for _, lang := range Languages {
			m := texts[lang]
			want := []string{""}
			if plural {
				want = categories[lang]
			}
			var have []string
			for c := range m {
				have = append(have, c)
			}
			sort.Strings(have)
			if !slices.Equal(have, want) {
				t.Errorf("%s %s: has forms %q, want %q", id, lang, have, want)
			}
		}
		for lang := range texts {
			if !slices.Contains(Languages, lang) {
				t.Errorf("%s: unknown language %q", id, lang)
			}
		}
	}
}

func TestPlaceholdersAreTheSameInAllLanguages(t *testing.T) {
	for id, texts := range words() {
		want := placeholdersOf(texts["en"].form("other"))
		for lang, m := range texts {
			for category, text := range m {
				have := placeholdersOf(text)
				if spelled := category == "zero" || category == "one" || category == "two" || category == "many" && lang != "ru" && lang != "ar"; spelled && !slices.Contains(have, "{n}") {
					have = placeholdersOf(text + "{n}") // "one comment" may say its number in words
				}
				if !slices.Equal(have, want) {
					t.Errorf("%s %s %s: placeholders %q, English has %q", id, lang, category, have, want)
				}
			}
		}
	}
}

func placeholdersOf(text string) []string {
	list := placeholder.FindAllString(text, -1)
	sort.Strings(list)
	return slices.Compact(list)
}

// Cities ("place.") are often called the same in several languages.
func TestTextsAreCleanAndTranslated(t *testing.T) {
	eachText(t, func(id, lang, english, text string) {
		if strings.TrimSpace(text) != text || text == "" {
			t.Errorf("%s %s: empty, or space at an end: %q", id, lang, text)
		}
		if lang != "ar" && strings.ContainsAny(text, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") {
			t.Errorf("%s %s: a mark for right-to-left text has no place here: %q", id, lang, text)
		}
		if lang == "en" || !hasLetters(text) {
			return
		}
		if own := scripts[lang]; own != nil {
			if !strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(own, r) }) && !slices.Contains(latinOnly, text) {
				t.Errorf("%s %s: no letter of the language's script: %q", id, lang, text)
			}
		} else if text == english && !strings.HasPrefix(id, "place.") && !slices.Contains(sameAsEnglish[lang], strings.ToLower(text)) {
			t.Errorf("%s %s: still English: %q", id, lang, text)
		}
	})
}

var scripts = map[string]*unicode.RangeTable{"ar": unicode.Arabic, "ru": unicode.Cyrillic, "zh": unicode.Han}

func hasLetters(text string) bool {
	return strings.ContainsFunc(placeholder.ReplaceAllString(text, ""), unicode.IsLetter)
}

// eachText visits every form of every message and the toolkit's words.
func eachText(t *testing.T, visit func(id, lang, english, text string)) {
	for id, texts := range words() {
		for lang, m := range texts {
			for category, text := range m {
				visit(id+" "+category, lang, texts["en"].form(category), text)
			}
		}
	}
	english := Toolkit("en")
	if len(english) == 0 {
		t.Fatal("no words for the toolkit")
	}
	for _, lang := range Languages {
		for key, text := range Toolkit(lang) {
			visit("toolkit "+key, lang, english[key], text)
		}
	}
}
