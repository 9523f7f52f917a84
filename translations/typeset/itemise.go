package typeset

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/language"

	"travaux/translations/typeset/fonts"
)

// item is a stretch that is shaped at once: one level, script, face, style and
// shaping context.
type item struct {
	start, end   int
	from, to     int // shaping context: runes that letters may join with
	level        uint8
	script       language.Script
	face         *Face
	usual        *Face // of the style in this paragraph: gives lines their height
	style        Style
	glyph, count int // its glyphs in shaped.glyphs, in visual order
}

// size at which the face is set.
func (it *item) size() float64 { return it.style.Size * it.face.Scale() }

// itemise cuts the text into items.
func (e *Engine) itemise(s *shaped) []item {
	scripts := s.scripts()
	var items []item
	span, context := 0, 0 // the span of rune i; start of the shaping context
	for i := 0; i < len(s.Text); {
		for i >= s.Spans[span].End {
			if s.Spans[span].Break || s.Spans[span+1].Break {
				context = s.Spans[span].End
			}
			span++
		}
		if i > 0 && endsLine(s.Text[i-1]) {
			context = i // letters do not join across a line end
		}
		style := s.Spans[span].Style
		end := min(s.nextEdge(i), s.Spans[span].End)
		next := item{start: i, end: end, from: context, level: s.levels[i], script: scripts[i], style: style}
		var last *item
		if len(items) > 0 {
			last = &items[len(items)-1]
		}
		if last != nil && last.style == style {
			next.usual = last.usual
		} else {
			next.usual = e.usual(s, style)
		}
		w := wish{style.Family, fontScript(scripts[i]), style.Bold, style.Italic}
		if last != nil && last.style == style && invisible(s.Text[i]) {
			next.face = last.face
		} else {
			next.face = e.face(w, s.Text[i:end])
		}
		if end == i+1 && next.face.plain(s.Text[i]) && next.face == e.list(w)[0]() {
			end = s.alike(scripts, i, s.Spans[span].End, next.face)
			next.end = end
		}
		if last != nil && last.from == context && last.level == next.level && last.script == next.script && last.face == next.face && last.style == style {
			last.end = end
		} else {
			items = append(items, next)
		}
		i = end
	}
	s.closeContexts(items)
	return items
}

// alike returns the end of the letters from rune i on that surely belong to one
// item: single runes which the best face has, all of one level and script.
func (s *shaped) alike(scripts []language.Script, i, limit int, best *Face) int {
	end := i + 1
	for end < limit && s.edges[end] && s.levels[end] == s.levels[i] && scripts[end] == scripts[i] && best.plain(s.Text[end]) {
		end++
	}
	if end < limit && !s.edges[end] && end > i+1 {
		end-- // a mark stands on the last of them
	}
	return end
}

// closeContexts gives every item the end of its shaping context.
func (s *shaped) closeContexts(items []item) {
	to := len(s.Text)
	for i := len(items) - 1; i >= 0; i-- {
		items[i].to = to
		if i > 0 && items[i-1].from != items[i].from {
			to = items[i].from
		}
	}
}

// nextEdge returns the end of the grapheme that starts at rune i.
func (s *shaped) nextEdge(i int) int {
	for i++; i < len(s.Text) && !s.edges[i]; i++ {
	}
	return i
}

// scripts resolves the script of every rune. Common and inherited characters
// take the script before them within their level run, or else after them, or
// else the one that the run's level and the language suggest: so a number in
// Arabic is set in the Arabic face, but a symbol such as A/RES/75/240 wholly in
// the Latin one.
func (s *shaped) scripts() []language.Script {
	scripts := make([]language.Script, len(s.Text))
	chinese := strings.HasPrefix(s.Lang, "zh")
	for start := 0; start < len(s.Text); {
		end := start
		for end < len(s.Text) && s.levels[end] == s.levels[start] {
			end++
		}
		current := language.Unknown
		for i := start; i < end; i++ {
			r := s.Text[i]
			script := lookupScript(r)
			switch {
			case script.Strong():
				current = script
			case chinesePunctuation(r, chinese && !s.western(i)):
				script = language.Han
			case current == language.Han && r < 0x2000:
				script = language.Latin // western digits and signs
			case current != language.Unknown:
				script = current
			default:
				script = language.Unknown
			}
			scripts[i] = script
		}
		following := s.usual(s.levels[start])
		for i := end - 1; i >= start; i-- {
			if scripts[i] == language.Unknown {
				scripts[i] = following
			} else if following = scripts[i]; following == language.Han {
				following = language.Latin
			}
		}
		start = end
	}
	return scripts
}

// usual is the script of a level run without any letter.
func (s *shaped) usual(level uint8) language.Script {
	if level > 0 && (level%2 == 1 || s.base == 1) {
		return language.Arabic
	}
	if strings.HasPrefix(s.Lang, "ru") {
		return language.Cyrillic
	}
	return language.Latin
}

// lookupScript is language.LookupScript with Unknown made Common and short cuts
// for the letters of most texts.
func lookupScript(r rune) language.Script {
	switch {
	case r < 0x80:
		if 'a' <= r|0x20 && r|0x20 <= 'z' {
			return language.Latin
		}
		return language.Common
	case 0x4E00 <= r && r <= 0x9FFF:
		return language.Han
	case 0x430 <= r && r <= 0x44F:
		return language.Cyrillic
	case 0x620 <= r && r <= 0x64A && r != 0x640:
		return language.Arabic
	}
	if script := language.LookupScript(r); script != language.Unknown {
		return script
	}
	return language.Common
}

// chinesePunctuation tells whether a rune belongs to the Chinese face. Quotation
// marks, dashes and dots are shared with Western text and follow the language.
func chinesePunctuation(r rune, chinese bool) bool {
	switch {
	case 0x3000 <= r && r <= 0x303F, 0xFF00 <= r && r <= 0xFFEF, 0xFE30 <= r && r <= 0xFE4F:
		return true
	case r == '·' || r == '—' || r == '…' || r == '‥' || r == '⸺' || 0x2018 <= r && r <= 0x201D || 0x2460 <= r && r <= 0x249B:
		return chinese
	}
	return false
}

// western tells whether a quotation mark or an apostrophe belongs to Western words, where
// it is not as wide as a character: in “Department’s”, and in an English sentence that
// stands in a Chinese paper. What Chinese quotes keeps its wide marks.
func (s *shaped) western(i int) bool {
	if i == 0 || i == len(s.Text)-1 {
		return false
	}
	before, after := s.Text[i-1], s.Text[i+1]
	switch s.Text[i] {
	case '‘', '“':
		return before < 0x80 && !alphabetic(before) && alphabetic(after)
	case '’', '”':
		return before != ' ' && (before < 0x80 || alphabetic(before)) && (after < 0x80 || alphabetic(after))
	}
	return false
}

func alphabetic(r rune) bool {
	script := lookupScript(r)
	return script == language.Latin || script == language.Cyrillic
}

// fontScript tells which fonts serve a script.
func fontScript(script language.Script) fonts.Script {
	switch script {
	case language.Arabic:
		return fonts.Arabic
	case language.Han, language.Hiragana, language.Katakana, language.Bopomofo, language.Hangul:
		return fonts.Chinese
	}
	return fonts.Western
}

// invisible tells whether a rune has no glyph of its own: controls, joiners,
// variation selectors, direction marks.
func invisible(r rune) bool {
	switch {
	case r < 0x20, 0x7F <= r && r < 0xA0, r == 0xAD, r == 0x34F, r == 0x61C:
		return true
	case r < 0x2000:
		return 0x180B <= r && r <= 0x180F || r == 0x115F || r == 0x1160 || r == 0x17B4 || r == 0x17B5
	case 0x200B <= r && r <= 0x200F, 0x2028 <= r && r <= 0x202E, 0x2060 <= r && r <= 0x206F:
		return true
	case 0xFE00 <= r && r <= 0xFE0F, r == 0xFEFF, r == 0x3164, r == 0xFFA0, 0xE0000 <= r && r <= 0xE0FFF:
		return true
	}
	return r >= 0xFFF0 && r <= 0xFFF8 || unicode.Is(unicode.Cs, r)
}
