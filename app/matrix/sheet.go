package matrix

import (
	"strings"

	"travaux/export"
)

// sign is what stands in a cell: how somebody stands on a question, in one letter.
type sign string

// Signs of attitudes are those of all pages (page.ClassSign).
const (
	signSilent   sign = "·"
	signSupport  sign = "+"
	signFlexible sign = "~"
	signQuestion sign = "?"
	signReserve  sign = "r"
	signOppose   sign = "−"
	signMixed    sign = "±"
)

// signs holds them in the order in which a legend names them.
var signs = []sign{signSupport, signFlexible, signQuestion, signReserve, signOppose, signMixed, signSilent}

// sheet is all that a grid shows: heads, lines that stay in view, and lines that
// scroll.
type sheet struct {
	corner  string // above the names
	columns []column
	frozen  []line // that stay in view below the heads
	lines   []line
}

// column is the head of a column.
type column = export.GridColumn

// lineKind says what a line is.
type lineKind uint8

// Kinds of lines.
const (
	lineParty   lineKind = iota // a State, an observer, an organization
	lineOurs                    // our own stance
	lineCount                   // how many
	lineSection                 // the name of a regional group, with numbers
)

// line is a line of the grid.
type line struct {
	kind  lineKind
	code  string // of the party, or of the group of a section
	head  string
	note  string // at the end of the head: how often it moved
	cells []cell
}

// cell is where a line and a column meet.
type cell struct {
	sign     sign   // "" for none
	words    string // of a number, instead of a sign
	national bool   // it said so itself; otherwise a group did for it
	doubt    bool   // nobody is sure
	moved    bool   // it stood elsewhere before
}

// text is what a cell shows, as text: (…) around what is doubtful, ^ after what
// moved, a capital G before what a group said.
func (c cell) text() string {
	if c.words != "" {
		return c.words
	}
	s := string(c.sign)
	if c.doubt {
		s = "(" + s + ")"
	}
	if c.sign != "" && c.sign != signSilent && !c.national {
		s = "G" + s
	}
	if c.moved {
		s += "^"
	}
	return s
}

// all are the lines in the order in which the cursor goes through them.
func (s *sheet) all() []line {
	return append(s.frozen[:len(s.frozen):len(s.frozen)], s.lines...)
}

// text is the sheet as text, for tests.
func (s *sheet) text() string {
	var b strings.Builder
	row := func(head string, cells []string) {
		b.WriteString(head + " | " + strings.Join(cells, " ") + "\n")
	}
	var heads []string
	for _, c := range s.columns {
		heads = append(heads, strings.TrimSpace(c.Band+" "+c.Label))
	}
	row(s.corner, heads)
	for _, l := range s.all() {
		var cells []string
		for _, c := range l.cells {
			cells = append(cells, c.text())
		}
		head := l.head
		if l.note != "" {
			head += " (" + l.note + ")"
		}
		row(head, cells)
	}
	return b.String()
}
