package docx

import "travaux/data"

// font is a typeface that a file names, and what may stand for it where it is
// not installed.
type font struct{ name, instead, charset, family string }

// fonts are those of the papers of the United Nations, which every copy of
// Word has.
var fonts = []font{
	{"Times New Roman", "Liberation Serif", "00", "roman"},
	{"Traditional Arabic", "Amiri", "B2", "roman"},
	{"SimSun", "Noto Serif CJK SC", "86", "auto"},
}

// Sizes are in half points. Arabic and its companions look smaller than Latin
// letters of the same size.
const (
	bodySize      = 21
	complexFactor = 1.3
)

// locale is the language of a document in Word's terms.
type locale struct{ latin, eastAsian, complex string }

func localeOf(l data.Lang) locale {
	out := locale{"en-GB", "zh-CN", "ar-SA"}
	switch l {
	case data.French:
		out.latin = "fr-FR"
	case data.Spanish:
		out.latin = "es-ES"
	case data.Russian:
		out.latin = "ru-RU"
	}
	return out
}

// leading is the distance of lines in 240ths of a line.
func leading(l data.Lang) string {
	switch l {
	case data.Arabic:
		return "240"
	case data.Chinese:
		return "300"
	}
	return "264"
}

func (w *writer) fontTable() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("w:fonts", "xmlns:w", mainNS)
	for _, f := range fonts {
		m.begin("w:font", "w:name", f.name)
		m.value("w:altName", f.instead)
		m.value("w:charset", f.charset)
		m.value("w:family", f.family)
		m.value("w:pitch", "variable")
		m.end("w:font")
	}
	m.end("w:fonts")
	return m.Bytes()
}
