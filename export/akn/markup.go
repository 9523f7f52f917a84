package akn

import (
	"bytes"
	"encoding/xml"

	"travaux/data"
)

// languages are the languages as AKN names them (ISO 639-2, terminological).
var languages = map[data.Lang]string{
	data.Arabic: "ara", data.Chinese: "zho", data.English: "eng", data.French: "fra", data.Russian: "rus", data.Spanish: "spa",
}

// head is how every file begins.
const head = xml.Header + `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">` + "\n"

// markup writes elements one after another.
type markup struct{ b bytes.Buffer }

func (m *markup) raw(s string) { m.b.WriteString(s) }

func (m *markup) text(s string) { _ = xml.EscapeText(&m.b, []byte(s)) } // a buffer takes everything

func (m *markup) attribute(name, value string) {
	m.raw(" " + name + `="`)
	m.text(value)
	m.raw(`"`)
}

// open begins an element with attributes, in pairs; those without a value are left out.
func (m *markup) open(name string, attributes ...string) {
	m.raw("<" + name)
	m.attributes(attributes)
	m.raw(">")
}

// element writes one with attributes and no content.
func (m *markup) element(name string, attributes ...string) {
	m.raw("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		m.attribute(attributes[i], attributes[i+1])
	}
	m.raw("/>\n")
}

func (m *markup) attributes(pairs []string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			m.attribute(pairs[i], pairs[i+1])
		}
	}
}

func (m *markup) close(name string) { m.raw("</" + name + ">") }

// identification is what a file says of itself. The address of a work is the same in
// all languages; who made it is "" where nobody shall be known.
type identification struct {
	work, date, who       string
	lang                  data.Lang
	title, subject, short string
	subtype, number       string
	printed               string // the number as it is printed
}

// identity writes the meta element: the work, its expression in one language, the
// file, when it was made, and who made it.
//
// Source: AKN Naming Convention 1.0, section 4; Guidelines for AKN4UN, 2018.
func (m *markup) identity(id identification) {
	by, author, editor := "", "", ""
	if id.who != "" {
		by, author, editor = "#delegation", "#author", "#editor"
	}
	expression := id.work + "/" + languages[id.lang] + "@" + id.date
	m.raw("<meta>\n<identification")
	m.attribute("source", by)
	m.raw(">\n")
	for _, level := range []struct{ name, this, uri, day, as string }{
		{"FRBRWork", id.work + "/!main", id.work, "drafting", author},
		{"FRBRExpression", expression + "/!main", expression, "drafting", author},
		{"FRBRManifestation", expression + "/!main.xml", expression + "/.xml", "markup", editor},
	} {
		m.raw("<" + level.name + ">\n")
		m.element("FRBRthis", "value", level.this)
		m.element("FRBRuri", "value", level.uri)
		if level.name == "FRBRExpression" {
			for _, alias := range [][2]string{{id.title, "title"}, {id.subject, "subject"}, {id.short, "shortTitle"}} {
				if alias[0] != "" {
					m.element("FRBRalias", "value", alias[0], "name", alias[1])
				}
			}
		}
		m.element("FRBRdate", "date", id.date, "name", level.day)
		m.raw("<FRBRauthor")
		m.attribute("href", by)
		m.attributes([]string{"as", level.as})
		m.raw("/>\n")
		switch level.name {
		case "FRBRWork":
			m.element("FRBRcountry", "value", "un")
			m.element("FRBRsubtype", "value", id.subtype)
			if id.printed != "" {
				m.element("FRBRnumber", "value", id.number, "showAs", id.printed)
			} else {
				m.element("FRBRnumber", "value", id.number)
			}
		case "FRBRExpression":
			m.element("FRBRlanguage", "language", languages[id.lang])
		case "FRBRManifestation":
			m.element("FRBRformat", "value", "xml")
		}
		m.raw("</" + level.name + ">\n")
	}
	m.raw("</identification>\n<lifecycle")
	m.attribute("source", by)
	m.raw(">\n")
	m.element("eventRef", "eId", "eventRef_1", "date", id.date, "source", by, "type", "generation")
	m.raw("</lifecycle>\n")
	if id.who != "" {
		m.raw("<references source=\"#delegation\">\n")
		m.element("TLCOrganization", "eId", "delegation", "href", "/akn/ontology/organization/un/delegation", "showAs", id.who)
		m.element("TLCRole", "eId", "author", "href", "/akn/ontology/role/un/author", "showAs", "author")
		m.element("TLCRole", "eId", "editor", "href", "/akn/ontology/role/un/editor", "showAs", "editor")
		m.raw("</references>\n")
	}
	m.raw("</meta>\n")
}

// dated is a date as AKN has it; where none is known, as the files of the United
// Nations have it.
func dated(d data.Date) string {
	if d.IsZero() {
		return "0001-01-01"
	}
	return d.String()
}
