package html

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"travaux/translations"
)

// markup writes elements one after another.
type markup struct{ bytes.Buffer }

// begin opens an element; attributes are names and values in turn, those with an
// empty value are left out.
func (m *markup) begin(tag string, attributes ...string) {
	m.start(tag, attributes)
	m.WriteByte('>')
}

// empty writes an element that has no content.
func (m *markup) empty(tag string, attributes ...string) {
	m.start(tag, attributes)
	m.WriteString("/>")
}

func (m *markup) start(tag string, attributes []string) {
	m.WriteByte('<')
	m.WriteString(tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] == "" {
			continue
		}
		m.WriteString(" " + attributes[i] + `="`)
		m.text(attributes[i+1])
		m.WriteByte('"')
	}
}

func (m *markup) end(tag string) { m.WriteString("</" + tag + ">") }

// element writes an element that holds text only.
func (m *markup) element(tag, text string, attributes ...string) {
	m.begin(tag, attributes...)
	m.text(text)
	m.end(tag)
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func (m *markup) text(s string) { _, _ = escapes.WriteString(m, fit(s)) }

// lines writes text whose line breaks break lines; a tab parts a number from words.
func (m *markup) lines(s string) {
	for i, l := range strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s), "\n") {
		if i > 0 {
			m.empty("br")
		}
		m.isolated(strings.ReplaceAll(l, "\t", "\u2003"))
	}
}

// isolated writes text whose isolates are elements as well, because some mail programs
// do not know the characters: the date behind a symbol would stand on its wrong side.
func (m *markup) isolated(s string) {
	for {
		from := strings.IndexAny(s, translations.LeftToRightIsolate+translations.RightToLeftIsolate)
		if from < 0 {
			break
		}
		inside := from + len(translations.LeftToRightIsolate)
		n := strings.IndexAny(s[inside:], translations.LeftToRightIsolate+translations.RightToLeftIsolate+translations.PopIsolate)
		if n < 0 {
			break
		}
		until := inside + n
		if !strings.HasPrefix(s[until:], translations.PopIsolate) { // another one within it
			m.text(s[:until])
			s = s[until:]
			continue
		}
		until += len(translations.PopIsolate)
		way := "ltr"
		if strings.HasPrefix(s[from:], translations.RightToLeftIsolate) {
			way = "rtl"
		}
		m.text(s[:from])
		m.element("span", s[from:until], "dir", way)
		s = s[until:]
	}
	m.text(s)
}

// fit is a text in which what HTML and XML do not allow shows the picture of itself.
func fit(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case r < ' ':
			return '\u2400' + r
		case r == 0x7f:
			return '\u2421'
		case r > 0x7f && r < 0xa0, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
			return utf8.RuneError
		}
		return r
	}, s)
}
