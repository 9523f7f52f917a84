package docx

import "travaux/data"

// font is a typeface that a file names, and what may stand for it where it is
// not installed.
type font struct{ name, instead, charset, family string }

// face is a family of fonts for Latin and Cyrillic, Arabic, and Chinese letters.
type face struct {
	fonts [3]font
	// factor of Arabic letters: they and their companions look smaller than Latin
	// ones of the same size.
	factor float64
}

// faces are those of the papers of the United Nations, and without serifs those that
// every copy of Word has.
var faces = map[string]face{
	data.FaceSerif: {[3]font{
		{"Times New Roman", "Liberation Serif", "00", "roman"},
		{"Traditional Arabic", "Amiri", "B2", "roman"},
		{"SimSun", "Noto Serif CJK SC", "86", "auto"},
	}, 1.3},
	data.FaceSans: {[3]font{
		{"Arial", "Liberation Sans", "00", "swiss"},
		{"Tahoma", "Noto Sans Arabic", "B2", "swiss"},
		{"Microsoft YaHei", "Noto Sans CJK SC", "86", "swiss"},
	}, 1.05},
}

// slantedChinese is what Chinese is set in where other languages slant their letters.
var slantedChinese = font{"KaiTi", "AR PL UKai CN", "86", "script"}

func (w *writer) face() face {
	if f, ok := faces[w.doc.Look.Face]; ok {
		return f
	}
	return faces[data.FaceSerif]
}

func (w *writer) fonts() [3]font { return w.face().fonts }

// bodySize is that of running text in half points, if the look names no other.
const bodySize = 21

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
	all := w.fonts()
	for _, f := range append(all[:], slantedChinese) {
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
