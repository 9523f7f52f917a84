package pdf

import (
	"fmt"
	"sync"
	"unicode/utf16"

	"travaux/translations/typeset"
)

// fontSet holds the fonts of one file, in the order of their first use.
type fontSet struct {
	fonts []*usedFont
	last  *usedFont
}

// usedFont is a face and the codes given to its glyphs. A glyph that stands for
// two texts has two codes, so that a code always means exactly one text.
type usedFont struct {
	face   *typeset.Face
	source *source
	name   string // of the resource

	glyphs []uint32 // of code n at n-1
	widths []int    // of code n at n-1, in thousandths of the size
	texts  []string // of code n at n-1
	short  map[uint64]uint16
	long   map[longKey]uint16
	recent [256]coded // of short, by the low byte of the letter: most are looked up again and again
}

// coded is an entry of usedFont.short; code 0 is none.
type coded struct {
	key  uint64
	code uint16
}

type longKey struct {
	glyph uint32
	text  string
}

// maxCodes keeps codes below the surrogates, which gofpdf cannot take.
const maxCodes = 0xD7FF

var sources sync.Map // *typeset.Face → *source

func sourceOf(face *typeset.Face) (*source, error) {
	if s, ok := sources.Load(face); ok {
		return s.(*source), nil
	}
	s, err := openFont(face.Data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", face.Name, err)
	}
	sources.Store(face, s)
	return s, nil
}

func (s *fontSet) use(face *typeset.Face) (*usedFont, error) {
	if s.last != nil && s.last.face == face {
		return s.last, nil
	}
	for _, f := range s.fonts {
		if f.face == face {
			s.last = f
			return f, nil
		}
	}
	source, err := sourceOf(face)
	if err != nil {
		return nil, err
	}
	f := &usedFont{
		face: face, source: source, name: fmt.Sprintf("f%d", len(s.fonts)+1),
		short: map[uint64]uint16{}, long: map[longKey]uint16{},
	}
	s.fonts = append(s.fonts, f)
	s.last = f
	return f, nil
}

// code returns the code of a glyph that stands for those runes; none for a
// glyph that stands for no text of its own.
func (f *usedFont) code(glyph uint32, text []rune) uint16 {
	if len(text) > 1 {
		key := longKey{glyph, string(text)}
		code, ok := f.long[key]
		if !ok {
			code = f.add(glyph, key.text)
			f.long[key] = code
		}
		return code
	}
	key := uint64(glyph) << 32
	if len(text) == 1 {
		key |= uint64(uint32(text[0]))
	}
	last := &f.recent[uint8(key)]
	if last.key == key && last.code != 0 {
		return last.code
	}
	code, ok := f.short[key]
	if !ok {
		code = f.add(glyph, string(text))
		f.short[key] = code
	}
	*last = coded{key, code}
	return code
}

func (f *usedFont) add(glyph uint32, text string) uint16 {
	if len(f.glyphs) == maxCodes {
		return maxCodes // no paper uses that many glyphs of one font
	}
	f.glyphs = append(f.glyphs, glyph)
	f.texts = append(f.texts, text)
	advance, _ := f.source.metrics(glyph)
	f.widths = append(f.widths, f.source.thousandths(int(advance)))
	return uint16(len(f.glyphs))
}

// toUnicode is the map from codes to text (ISO 32000-1, 9.10.3).
func (f *usedFont) toUnicode() []byte {
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	var rows [][]byte
	for i, t := range f.texts {
		if t == "" {
			continue
		}
		row := append([]byte{'<'}, hex16(nil, uint16(i+1))...)
		row = append(row, "> <"...)
		for _, u := range utf16.Encode([]rune(t)) {
			row = hex16(row, u)
		}
		rows = append(rows, append(row, ">\n"...))
	}
	for len(rows) > 0 {
		n := min(len(rows), 100)
		b = fmt.Appendf(b, "%d beginbfchar\n", n)
		for _, r := range rows[:n] {
			b = append(b, r...)
		}
		b = append(b, "endbfchar\n"...)
		rows = rows[n:]
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

func hex16(b []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
