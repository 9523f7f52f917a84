package typeset

import (
	"slices"
	"sync"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Shaping is most of the time that a text takes, and its words recur: engines
// remember the pieces they have shaped, each for itself and all together, so that
// none shapes what another has. What is a piece depends on the script:
//
//   - Arabic: a word, its letters joined with nothing beyond the spaces around it;
//   - Latin, Cyrillic: a word with the space before it, for the Western fonts kern
//     letters with the spaces beside them;
//   - Chinese: an ideograph.

// maxWords bounds the memory; longest is the longest piece worth remembering.
const (
	maxWords = 8192
	longest  = 40
)

// setting is what the shape of a piece depends on besides its runes.
type setting struct {
	face  *Face
	lang  language.Language
	level uint8 // 0 or 1
}

// known are the pieces shaped in one setting, by a hash of their runes and of
// whether a space follows.
type known map[uint64]piece

// common are the pieces that any engine has shaped. An engine looks here only for
// what it does not know itself.
var common = struct {
	sync.Mutex
	words map[setting]known
}{words: map[setting]known{}}

// recall returns a piece that another engine has shaped.
func (s setting) recall(hash uint64, text []rune) (piece, bool) {
	common.Lock()
	defer common.Unlock()
	found, ok := common.words[s][hash]
	return found, ok && slices.Equal(found.text, text)
}

// share lets other engines know a piece, which must not change any more.
func (s setting) share(hash uint64, p piece) {
	common.Lock()
	defer common.Unlock()
	if common.words[s] == nil {
		common.words[s] = known{}
	}
	common.words[s].put(hash, p)
}

func (k known) put(hash uint64, p piece) {
	if len(k) >= maxWords {
		clear(k)
	}
	k[hash] = p
}

// piece is the shape of some runes; clusters count from its first rune.
type piece struct {
	text  []rune
	units []unit
}

func (e *Engine) known(it *item, lang language.Language) known {
	s := setting{it.face, lang, it.level % 2}
	if s != e.setting {
		if e.words[s] == nil {
			e.words[s] = known{}
		}
		e.setting, e.recent = s, e.words[s]
	}
	return e.recent
}

// item shapes one item, in font units and visual order. The result holds until
// the next call.
func (e *Engine) item(text []rune, lang language.Language, it *item) []unit {
	e.units = e.units[:0]
	switch {
	case it.script == language.Arabic && it.level%2 == 1:
		for end := it.end; end > it.start; {
			start := end - 1
			for start > it.start && !separable(text, start) {
				start--
			}
			e.units = e.word(e.units, text, lang, it, start, end)
			end = start
		}
		return e.units
	case (it.script == language.Latin || it.script == language.Cyrillic) && it.level%2 == 0:
		for start := it.start; start < it.end; {
			end := start + 1
			for end < it.end && text[end] != ' ' {
				end++
			}
			e.units = e.westernWord(e.units, text, lang, it, start, end)
			start = end
		}
		return e.units
	case it.script == language.Han && it.level%2 == 0:
		for start := it.start; start < it.end; {
			end := start + 1
			for end < it.end && !(ideographic(text[end]) && ideographic(text[end-1])) {
				end++
			}
			e.units = e.remembered(e.units, text, lang, it, start, end, false)
			start = end
		}
		return e.units
	}
	if joinlessOnly(text[it.start:it.end]) { // numbers in Arabic
		return e.remembered(e.units, text, lang, it, it.start, it.end, false)
	}
	return e.run(e.units, text, lang, it, it.start, it.end)
}

// ideographic runes have a shape of their own whatever stands beside them.
func ideographic(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF }

// word appends the shape of the runes [start, end) of an Arabic item. It is the
// same everywhere where the letters at its ends join with nothing beyond.
func (e *Engine) word(to []unit, text []rune, lang language.Language, it *item, start, end int) []unit {
	apart := func(r rune) bool { return r == ' ' }
	if len(lastVowels(text[start:end])) == 0 { // see run
		apart = joinless
	}
	before := start == it.from || start > it.start || apart(text[start-1])
	after := end == it.to || end < it.end || apart(text[end])
	if before && after || joinlessOnly(text[start:end]) {
		return e.remembered(to, text, lang, it, start, end, false)
	}
	return e.run(to, text, lang, it, start, end)
}

// joinless signs and digits join with no letter.
func joinless(r rune) bool {
	return 0x20 <= r && r < 0x80 || r == 0xA0 || r == 0xAB || r == 0xBB || r == 0x60C
}

func joinlessOnly(text []rune) bool {
	return !slices.ContainsFunc(text, func(r rune) bool { return !joinless(r) })
}

// westernWord appends the shape of the runes [start, end) of an item: at most one
// space, then none. The space that follows takes part in it.
func (e *Engine) westernWord(to []unit, text []rune, lang language.Language, it *item, start, end int) []unit {
	return e.remembered(to, text, lang, it, start, end, end < it.end)
}

// remembered appends the shape of a piece. Where a space follows, it is shaped
// with it and left out.
func (e *Engine) remembered(to []unit, text []rune, lang language.Language, it *item, start, end int, spaced bool) []unit {
	if end-start > longest {
		return e.spaced(to, text, lang, it, start, end, spaced)
	}
	hash := uint64(14695981039346656037) // FNV-1a
	if spaced {
		hash = 1
	}
	for _, r := range text[start:end] {
		hash = (hash ^ uint64(uint32(r))) * 1099511628211
	}
	pieces := e.known(it, lang)
	found, ok := pieces[hash]
	if !ok || !slices.Equal(found.text, text[start:end]) {
		if found, ok = e.setting.recall(hash, text[start:end]); !ok {
			found = piece{slices.Clone(text[start:end]), e.spaced(nil, text, lang, it, start, end, spaced)}
			for i := range found.units {
				found.units[i].cluster -= int32(start)
			}
			e.setting.share(hash, found)
		}
		pieces.put(hash, found)
	}
	for _, u := range found.units {
		u.cluster += int32(start)
		to = append(to, u)
	}
	return to
}

// spaced is run for a piece, with the space after it where one counts.
func (e *Engine) spaced(to []unit, text []rune, lang language.Language, it *item, start, end int, spaced bool) []unit {
	if !spaced {
		return e.run(to, text, lang, it, start, end)
	}
	first := len(to)
	to = e.run(to, text, lang, it, start, end+1)
	for len(to) > first && to[len(to)-1].cluster >= int32(end) {
		to = to[:len(to)-1]
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
