package pdf

import (
	"strconv"

	"travaux/data"
)

// element is a node of the structure tree that readers aloud and converters
// follow (ISO 32000-1, 14.7).
type element struct {
	role   name
	parent *element
	kids   []any // *element or content
	scope  name  // of a TH: what it heads, "Row" or "Column"
	target *heading
	spoken string    // logical text, where the drawn order is another
	lang   data.Lang // of its words
	alt    string    // what a picture shows
	foot   int       // number of a footnote; 0: it is none
	ref    ref       // its object; known while finishing
}

// content is a stretch of a page's stream that belongs to an element.
type content struct{ page, id int }

// write appends the reference by which the element names it. There is one for every
// line of a paper: as a dict like others they were half of the structure tree.
func (c content) write(b []byte) []byte {
	b = strconv.AppendInt(append(b, "<</MCID "...), int64(c.id), 10)
	b = write(append(b, "/Pg "...), pageRef(c.page))
	return append(b, "/Type /MCR>>"...)
}

func (e *element) add(role name) *element {
	kid := &element{role: role, parent: e}
	e.kids = append(e.kids, kid)
	return kid
}

// speak gives the element the language of its words, and where they are drawn from
// right to left the words in logical order.
func (e *element) speak(p *paragraph) {
	e.lang = p.lang
	if p.lang.RightToLeft() {
		e.spoken = p.words()
	}
}

// tag is what marks its content on a page. Notes at the foot have one of their own,
// so that they are known when the file is read back.
func (e *element) tag() name {
	if e.foot > 0 {
		return footTag
	}
	return e.role
}

const footTag = name("FootNote")
