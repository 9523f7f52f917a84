package textview

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/data/redline"
	"travaux/translations/typeset"
)

// Spans turns a word difference into the text that shows both versions and the
// marks on it.
func Spans(edits []redline.Edit) (text string, marks []Mark) {
	var all strings.Builder
	at := 0
	for _, e := range edits {
		n := utf8.RuneCountInString(e.Text)
		switch e.Kind {
		case redline.Insert:
			marks = append(marks, Mark{Kind: Inserted, Start: at, End: at + n})
		case redline.Delete:
			marks = append(marks, Mark{Kind: Deleted, Start: at, End: at + n})
		}
		all.WriteString(e.Text)
		at += n
	}
	return all.String(), marks
}

// inked are the bits of a span's typeset mark: what its pen must know.
const (
	inkInserted = 1 << iota
	inkDeleted
	inkBracket
	inkQuiet
	inkHeading
	inkBold
	inkItalic
)

// spans cuts a text where its marks change face or ink. Tints need no cut: they
// are painted below the text.
func spans(text []rune, marks []Mark, base typeset.Style, always int) []typeset.Span {
	n := len(text)
	bits := make([]uint8, n)
	set := func(start, end int, bit uint8) {
		for i := max(start, 0); i < min(end, n); i++ {
			bits[i] |= bit
		}
	}
	for _, m := range marks {
		switch m.Kind {
		case Inserted:
			set(m.Start, m.End, inkInserted)
		case Deleted:
			set(m.Start, m.End, inkDeleted)
		case Bracket: // the brackets themselves stand out
			set(m.Start, m.Start+1, inkBracket)
			set(m.End-1, m.End, inkBracket)
		case Quiet:
			set(m.Start, m.End, inkQuiet)
		case Bold:
			set(m.Start, m.End, inkBold)
		case Italic:
			set(m.Start, m.End, inkItalic)
		}
	}
	var list []typeset.Span
	for start := 0; start < n; {
		end := start + 1
		for end < n && bits[end] == bits[start] {
			end++
		}
		mark := int(bits[start]) | always
		style := base
		style.Bold = base.Bold || mark&(inkBracket|inkBold) != 0
		style.Italic = base.Italic || mark&inkItalic != 0
		list = append(list, typeset.Span{Start: start, End: end, Style: style, Mark: mark, Break: mark&(inkInserted|inkDeleted) != 0})
		start = end
	}
	if n == 0 {
		list = []typeset.Span{{Style: base, Mark: always}}
	}
	return list
}

// pen inks a run by the bits of its mark.
func pen(mark int) ink.Pen {
	switch {
	case mark&inkDeleted != 0:
		return ink.Pen{Ink: look.Colour(look.ColourDeleted), Strike: true, Underline: mark&inkInserted != 0}
	case mark&inkInserted != 0:
		return ink.Pen{Ink: look.Colour(look.ColourInserted), Underline: true}
	case mark&inkBracket != 0:
		return ink.Pen{Ink: look.Colour(look.ColourBracket)}
	case mark&inkHeading != 0:
		return ink.Pen{Ink: look.Colour(look.ColourHeading)}
	case mark&inkQuiet != 0:
		return ink.Pen{Ink: look.Colour(look.ColourMuted)}
	}
	return ink.Pen{Ink: look.Colour(look.ColourText)}
}

// ground is the tint of a mark, empty for none, and its rank: higher ranks are
// painted over lower ones.
func (m Mark) ground() (name fyne.ThemeColorName, rank int) {
	switch m.Kind {
	case Bracket:
		return look.BracketGround(m.Depth), m.Depth
	case Comment:
		return look.ColourCommentGround, 100
	case Inserted:
		return look.ColourInsertedGround, 101
	case Deleted:
		return look.ColourDeletedGround, 102
	case Search, SearchNow:
		return look.ColourSearchGround, 103
	}
	return "", 0
}

// tints are the marks that have a ground, in the order of painting.
func tints(marks []Mark) []Mark {
	var list []Mark
	for _, m := range marks {
		if name, _ := m.ground(); name != "" {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b Mark) int {
		_, ra := a.ground()
		_, rb := b.ground()
		return ra - rb
	})
	return list
}
