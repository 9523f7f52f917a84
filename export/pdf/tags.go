package pdf

import "travaux/data"

// element is a node of the structure tree that readers aloud and converters
// follow (ISO 32000-1, 14.7).
type element struct {
	role   name
	kids   []any // *element or content
	scope  name  // of a TH: what it heads, "Row" or "Column"
	target *heading
	spoken string // logical text, where the drawn order is another
	ref    ref    // its object; known while finishing
}

// content is a stretch of a page's stream that belongs to an element.
type content struct{ page, id int }

func (e *element) add(role name) *element {
	kid := &element{role: role}
	e.kids = append(e.kids, kid)
	return kid
}

// speak gives the element its text in logical order, needed where it is drawn
// from right to left.
func (e *element) speak(lang data.Lang, text []rune) {
	if lang.RightToLeft() {
		e.spoken = string(text)
	}
}
