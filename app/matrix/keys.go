package matrix

import (
	"strings"
	"time"
	"unicode"

	"travaux/app/look"
	"travaux/app/room"
)

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	const where = "matrix.title"
	return []room.Key{
		{Where: where, Keys: []string{"Left", "Right", "Up", "Down"}, Title: "matrix.keys.cell"},
		{Where: where, Keys: []string{"Home", "End"}, Title: "matrix.keys.ends"},
		{Where: where, Keys: []string{"K", "E", "N"}, Title: "matrix.keys.find"},
		{Where: where, Keys: []string{"Return"}, Title: "matrix.keys.open"},
	}
}

// typing is what was typed in the grid to find a line.
type typing struct {
	words string
	last  time.Time
}

// pause is after how long letters begin anew.
const pause = 1200 * time.Millisecond

// TypedRune implements fyne.Focusable: letters lead to the next line that begins
// with them, by its name or its code.
func (g *grid) TypedRune(r rune) {
	look.Touch()
	now := time.Now()
	if now.Sub(g.typing.last) > pause {
		g.typing.words = ""
	}
	g.typing.last = now
	if !unicode.IsPrint(r) || g.row < 0 || r == ' ' && g.typing.words == "" {
		return
	}
	g.typing.words += strings.ToLower(string(r))
	if row, ok := g.beginning(g.typing.words); ok {
		g.goTo(row, g.col)
	}
}

// beginning is the line that begins with words: the one with the cursor, or the
// next after it.
func (g *grid) beginning(words string) (row int, ok bool) {
	n := g.length()
	for _, whole := range []bool{false, true} { // names first
		for i := range n {
			row := (g.row + i) % n
			l := g.line(row)
			begins := strings.ToLower(l.head)
			if whole {
				begins = strings.ToLower(l.code)
			}
			if l.kind == lineParty && strings.HasPrefix(begins, words) {
				return row, true
			}
		}
	}
	return 0, false
}
