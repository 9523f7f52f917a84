package data

// Lang is one of the six official languages of the United Nations, by its
// ISO 639-1 code.
type Lang string

// The official languages, in English alphabetical order as the UN lists them.
const (
	Arabic  Lang = "ar"
	Chinese Lang = "zh"
	English Lang = "en"
	French  Lang = "fr"
	Russian Lang = "ru"
	Spanish Lang = "es"
)

// Langs holds all six, in the order in which the UN lists them.
var Langs = []Lang{Arabic, Chinese, English, French, Russian, Spanish}

// ParseLang returns the language with that ISO 639-1 code; ok is false for
// anything but the six.
func ParseLang(code string) (lang Lang, ok bool) {
	for _, l := range Langs {
		if string(l) == code {
			return l, true
		}
	}
	return "", false
}

// RightToLeft reports whether the language is written from right to left.
func (l Lang) RightToLeft() bool { return l == Arabic }

// Words is one short text in several languages.
type Words map[Lang]string

// In returns the text in the wanted language, else in English, else in the
// first language (in UN order) that has one, else "".
func (w Words) In(lang Lang) string {
	if s := w[lang]; s != "" {
		return s
	}
	if s := w[English]; s != "" {
		return s
	}
	for _, l := range Langs {
		if w[l] != "" {
			return w[l]
		}
	}
	return ""
}

// Or returns the text in the wanted language, or, where there is none and the original
// will do, what In returns, and which language that is: "" for the wanted one.
func (w Words) Or(lang Lang, original bool) (text string, in Lang) {
	if w[lang] != "" || !original {
		return w[lang], ""
	}
	for _, l := range append([]Lang{English}, Langs...) {
		if w[l] != "" {
			return w[l], l
		}
	}
	return "", ""
}
