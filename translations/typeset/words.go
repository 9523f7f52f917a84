package typeset

import (
	"slices"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Arabic costs HarfBuzz four times what Latin does, and its words recur: each
// engine remembers the words it has shaped. Other scripts are shaped item by
// item, because the Western fonts kern letters with the spaces beside them.

// maxWords bounds the memory; longest is the longest piece worth remembering.
const (
	maxWords = 8192
	longest  = 40
)

// word is what the shape of a piece of text depends on, when spaces or the ends
// of the shaping context stand around it.
type word struct {
	face  *Face
	lang  language.Language
	level uint8 // 0 or 1
	text  string
}

// item shapes one item, in font units and visual order. The result holds until
// the next call.
func (e *Engine) item(text []rune, lang language.Language, it *item) []unit {
	e.units = e.units[:0]
	if it.script != language.Arabic || it.level%2 == 0 {
		return e.run(e.units, text, lang, it, it.start, it.end)
	}
	for end := it.end; end > it.start; {
		start := end - 1
		for start > it.start && !separable(text, start) {
			start--
		}
		e.units = e.word(e.units, text, lang, it, start, end)
		end = start
	}
	return e.units
}

// word appends the shape of the runes [start, end) of an item.
func (e *Engine) word(to []unit, text []rune, lang language.Language, it *item, start, end int) []unit {
	alone := (start == it.from || start > it.start || text[start-1] == ' ') && (end == it.to || end < it.end || text[end] == ' ')
	if !alone || end-start > longest {
		return e.run(to, text, lang, it, start, end)
	}
	key := word{it.face, lang, it.level % 2, string(text[start:end])}
	known, ok := e.words[key]
	if !ok {
		known = e.run(nil, text, lang, it, start, end)
		for i := range known {
			known[i].cluster -= int32(start)
		}
		if len(e.words) >= maxWords {
			clear(e.words)
		}
		e.words[key] = known
	}
	for _, u := range known {
		u.cluster += int32(start)
		to = append(to, u)
	}
	return to
}

// separable tells whether shaping may be divided before rune i without any
// difference: beside a space, unless a mark stands on it or Amiri kerns across
// it (a final heh, then a kaf).
func separable(text []rune, i int) bool {
	before, after := text[i-1], text[i]
	switch {
	case before == ' ' && after != ' ':
		return plain(after) && !kerns(text, i-1)
	case before != ' ' && after == ' ':
		return (plain(before) || vowel(before)) && (i+1 == len(text) || plain(text[i+1])) && !kerns(text, i)
	}
	return false
}

// plain runes are Arabic letters and common signs: nothing that combines.
func plain(r rune) bool {
	switch {
	case r == ' ', 0x21 <= r && r < 0x7F, 0x620 <= r && r <= 0x64A, 0x660 <= r && r <= 0x66F:
		return true
	}
	return r == 0x60C || r == 0x61B || r == 0x61F || r == 0xAB || r == 0xBB
}

// vowel tells whether r is a mark on an Arabic letter.
func vowel(r rune) bool { return 0x64B <= r && r <= 0x652 }

// hehs are the letters with the final form of heh.
var hehs = []rune{0x629, 0x647, 0x6C1, 0x6C3, 0x6D5}

// kerns tells whether the face may kern across the space at i.
func kerns(text []rune, i int) bool {
	if i+1 >= len(text) || text[i+1] != 0x643 && text[i+1] != 0x63B && text[i+1] != 0x63C {
		return false
	}
	for i--; i >= 0 && vowel(text[i]); i-- {
	}
	return i >= 0 && slices.Contains(hehs, text[i])
}

// lastVowels returns the marks of the last letter that has any.
func lastVowels(text []rune) []rune {
	end := len(text)
	for end > 0 && !vowel(text[end-1]) {
		end--
	}
	start := end
	for start > 0 && vowel(text[start-1]) {
		start--
	}
	return text[start:end]
}

// run appends HarfBuzz's shape of the runes [start, end) within an item.
//
// go-text v0.3.3 forgets to reset the base it remembers between two lookups, so
// that the last mark of a text may sit on the wrong part of a letter (a sukun on
// lam before kaf in Amiri). The same marks on a space behind the text make it look
// again; they are then left out.
func (e *Engine) run(to []unit, text []rune, lang language.Language, it *item, start, end int) []unit {
	b := e.buffer
	b.Clear()
	b.AddRunes(text[it.from:it.to], start-it.from, end-start)
	if marks := lastVowels(text[start:end]); len(marks) > 0 && (end == it.to || text[end] == ' ' || text[end-1] == ' ') {
		b.AddRune(' ', end-it.from)
		for _, mark := range marks {
			b.AddRune(mark, end-it.from)
		}
	}
	b.Props.Script = it.script
	b.Props.Language = lang
	b.Props.Direction = harfbuzz.LeftToRight
	if it.level%2 == 1 {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.Shape(e.shaper(it.face), nil)
	for i, info := range b.Info {
		if it.from+info.Cluster >= end {
			continue
		}
		p := b.Pos[i]
		to = append(to, unit{uint32(info.Glyph), int32(it.from + info.Cluster), p.XOffset, p.YOffset, p.XAdvance})
	}
	return to
}
