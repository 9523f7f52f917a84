package docx

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode/utf8"
)

// Names of the vocabularies, as every reader knows them.
const (
	xmlHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNS       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	documentNS   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageNS    = "http://schemas.openxmlformats.org/package/2006/"
	coreNS       = packageNS + "metadata/core-properties"
	dublinNS     = "http://purl.org/dc/"
	wordType     = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	coreType     = "application/vnd.openxmlformats-package.core-properties+xml"
	extendedType = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
	extendedNS   = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
)

// markup writes elements one after another.
type markup struct{ bytes.Buffer }

// begin opens an element; attributes are names and values in turn.
func (m *markup) begin(tag string, attributes ...string) {
	m.start(tag, attributes)
	m.WriteByte('>')
}

// empty writes an element without content.
func (m *markup) empty(tag string, attributes ...string) {
	m.start(tag, attributes)
	m.WriteString("/>")
}

// value writes the commonest kind of element: one with nothing but w:val.
func (m *markup) value(tag, value string) { m.empty(tag, "w:val", value) }

func (m *markup) start(tag string, attributes []string) {
	m.WriteByte('<')
	m.WriteString(tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		m.WriteByte(' ')
		m.WriteString(attributes[i])
		m.WriteString(`="`)
		m.text(attributes[i+1])
		m.WriteByte('"')
	}
}

func (m *markup) end(tag string) {
	m.WriteString("</")
	m.WriteString(tag)
	m.WriteByte('>')
}

// element writes an element that holds text only.
func (m *markup) element(tag, text string, attributes ...string) {
	m.begin(tag, attributes...)
	m.text(text)
	m.end(tag)
}

// text writes text with what XML needs escaped.
func (m *markup) text(s string) {
	_ = xml.EscapeText(&m.Buffer, []byte(fit(s))) // a buffer takes everything
}

// fit leaves out the characters that XML 1.0 does not allow (section 2.2), and
// makes the text valid.
func fit(s string) string {
	fits := true
	for i := 0; i < len(s) && fits; i++ {
		fits = s[i] >= ' ' && s[i] < utf8.RuneSelf || s[i] == '\t' || s[i] == '\n'
	}
	if fits {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r', r >= ' ' && r <= 0xD7FF, r >= 0xE000 && r <= 0xFFFD, r >= 0x10000:
			return r
		}
		return -1
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
