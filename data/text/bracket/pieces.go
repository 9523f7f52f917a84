package bracket

import (
	"strings"
	"unicode/utf8"

	"travaux/data"
)

// Piece is a stretch of a field: a bracket character, or what stands between
// two.
type Piece struct {
	Place   Place // where it begins
	Words   string
	Bracket int // index in Reading.Brackets of the bracket it is a character of; -1 for words
}

// Pieces divides all that was read, in order, without gap or overlap.
func (r *Reading) Pieces() []Piece {
	list := make([]Piece, 0, 2*len(r.tokens)+len(r.paragraphs))
	next := 0
	for p := range r.paragraphs {
		for f, s := range r.paragraphs[p].fields {
			at, offset := 0, 0
			for next < len(r.tokens) && int(r.tokens[next].paragraph) == p && r.tokens[next].field == Field(f) {
				t := &r.tokens[next]
				if at < int(t.at) {
					list = append(list, Piece{Place{p, Field(f), offset}, s[at:t.at], -1})
				}
				at = int(t.at) + t.size()
				list = append(list, Piece{t.place(), s[t.at:at], int(t.bracket)})
				offset = int(t.offset) + 1
				next++
			}
			if at < len(s) {
				list = append(list, Piece{Place{p, Field(f), offset}, s[at:], -1})
			}
		}
	}
	return list
}

// Rebuild puts together again, from the pieces, what was read.
func (r *Reading) Rebuild() []data.Rendering {
	built := make([][fields]strings.Builder, len(r.paragraphs))
	for _, p := range r.Pieces() {
		built[p.Place.Paragraph][p.Place.Field].WriteString(p.Words)
	}
	list := make([]data.Rendering, len(built))
	for i := range built {
		list[i] = data.Rendering{Label: built[i][FieldLabel].String(), Heading: built[i][FieldHeading].String(), Text: built[i][FieldText].String()}
	}
	return list
}

// Excerpt returns the words around a place, at most that many runes on each
// side, and how many of them stand before it.
func (r *Reading) Excerpt(p Place, runes int) (words string, before int) {
	s := r.paragraphs[p.Paragraph].fields[p.Field]
	at := 0
	for n := p.Offset; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return excerpt(s, at, runes)
}

func excerpt(s string, at, runes int) (words string, before int) {
	from, to := at, at
	for ; before < runes && from > 0; before++ {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		from -= size
	}
	for n := 0; n <= runes && to < len(s); n++ {
		_, size := utf8.DecodeRuneInString(s[to:])
		to += size
	}
	return s[from:to], before
}
