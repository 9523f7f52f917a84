package translations

import (
	"sync"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Languages holds the codes (ISO 639-1) of the six official languages in the
// order in which the United Nations lists them.
var Languages = []string{"ar", "zh", "en", "fr", "ru", "es"}

var endonyms = map[string]string{
	"ar": "العربية", "zh": "中文", "en": "English", "fr": "Français", "ru": "Русский", "es": "Español",
}

// Endonym returns the language's name in that language ("Français"), "" for
// anything but the six.
func Endonym(lang string) string { return endonyms[lang] }

// Localizer speaks one language. It may be used from any goroutine.
type Localizer struct {
	lang  string
	tag   language.Tag
	words *index
	own   map[string]string // by id: texts of the delegation's own, in place of the catalogue's
	now   func() time.Time

	sorting  sync.Mutex // a Collator keeps state while it compares
	collator *collate.Collator
}

// New returns a Localizer for one of the six languages, for English if lang is
// none of them.
func New(lang string) *Localizer {
	if endonyms[lang] == "" {
		lang = "en"
	}
	tag := language.MustParse(lang)
	return &Localizer{lang: lang, tag: tag, words: indexed(), now: time.Now, collator: collate.New(tag)}
}

// Reworded returns a Localizer of the same language that says some texts, by their
// ids, as a delegation words them. Their placeholders are filled as ever; a text that
// is empty is not reworded.
func (l *Localizer) Reworded(own map[string]string) *Localizer {
	out := New(l.lang)
	out.now, out.own = l.now, own
	return out
}

// Lang returns the language's code (ISO 639-1).
func (l *Localizer) Lang() string { return l.lang }

// RightToLeft reports whether the language is written from right to left.
func (l *Localizer) RightToLeft() bool { return l.lang == "ar" }

// Has reports whether the catalogue holds that id.
func (l *Localizer) Has(id string) bool { return l.words.has(id) }

// T returns the text with that id, its placeholders filled from the name,
// value pairs. An unknown id is returned itself, so that a defect is seen and
// does no harm.
func (l *Localizer) T(id string, keyValues ...string) string {
	return l.text(id, "other", pairs(keyValues).value)
}

// N returns the text with that id in the plural category that n asks for
// (Unicode CLDR, cardinal numbers). The placeholder {n} is the number as the
// language writes it.
func (l *Localizer) N(id string, n int, keyValues ...string) string {
	given := append([]string{"n", l.Number(n)}, keyValues...)
	return l.text(id, l.category(n), pairs(given).value)
}

// Name returns the name of a value of one of the domain's families, such as
// Name("stance", "support") or Name("role", "head"); the empty value is named
// by "<family>.none".
func (l *Localizer) Name(family, value string) string {
	if value == "" {
		value = "none"
	}
	return l.T(family + "." + value)
}

// Error returns what happened and what to do about it, for an error code and
// its safe details. An unknown code is spoken of as a defect of the program.
func (l *Localizer) Error(code string, args map[string]string) (sentence, hint string) {
	id := "error." + code
	if !l.Has(id) {
		id = "error.internal"
	}
	value := func(name string) (string, bool) {
		v, ok := args[name]
		if !ok {
			return "…", true
		}
		for _, known := range []string{"error.what." + v, v} { // a field may be told by its own name
			if name == "what" && l.Has(known) {
				return l.T(known), true
			}
		}
		return v, true
	}
	return l.text(id, "other", value), l.text(id+".hint", "other", value)
}

func (l *Localizer) text(id, category string, value func(string) (string, bool)) string {
	if own := l.own[id]; own != "" {
		return fill(own, value)
	}
	texts := l.words.texts(id)
	m, ok := texts[l.lang]
	if !ok {
		m, ok = texts["en"]
	}
	if !ok {
		return id
	}
	return fill(m.form(category), value)
}

type pairs []string

func (p pairs) value(name string) (string, bool) {
	for i := 0; i+1 < len(p); i += 2 {
		if p[i] == name {
			return p[i+1], true
		}
	}
	return "", false
}

var categoryNames = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two",
	plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// category returns the CLDR plural category of n. The tables of x/text are of
// CLDR 32; "many" of French and Spanish (whole millions, since CLDR 38) is
// added here.
func (l *Localizer) category(n int) string {
	if n < 0 {
		n = -n
	}
	if (l.lang == "fr" || l.lang == "es") && n != 0 && n%1_000_000 == 0 {
		return "many"
	}
	return categoryNames[plural.Cardinal.MatchPlural(l.tag, n, 0, 0, 0, 0)]
}
