package typeset

import (
	"bytes"
	"encoding/binary"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"travaux/translations/typeset/fonts"
)

// Face is one embedded font, parsed once per process on first use. Everything
// about it is fixed, and all methods may be called from any goroutine.
type Face struct {
	Name            string  // PostScript name
	UnitsPerEm      int     // font units in one size
	Ascent, Descent float64 // of lines in this face, in ems, both positive; ink may reach .4 em beyond
	Data            []byte  // the TrueType file, shared: never write to it

	font   *fonts.Font
	parsed *font.Font // for shaping; without outlines in the wide fonts
	letter [plainLetters / 64]uint64
	hyphen hyphen
	glyphs outlines
}

// hyphen is the glyph shown where a line ends at a soft hyphen, and its advance
// in font units.
type hyphen struct {
	glyph   uint32
	advance float64
}

// Hyphens; every embedded font has the ordinary one.
const (
	ordinaryHyphen    = 0x2010
	nonBreakingHyphen = 0x2011
)

// faces holds one loader per embedded font, in the order of fonts.All.
var faces = func() []func() *Face {
	list := make([]func() *Face, len(fonts.All))
	for i, f := range fonts.All {
		list[i] = sync.OnceValue(func() *Face { return loadFace(f) })
	}
	return list
}()

// loadFace parses an embedded font. A broken one is a defect of the program.
func loadFace(f *fonts.Font) *Face {
	data := f.Data
	if f.Wide {
		data = withoutOutlines(data)
	}
	loader, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		panic("typeset: " + f.Name + ": " + err.Error())
	}
	parsed, err := font.NewFont(loader)
	if err != nil {
		panic("typeset: " + f.Name + ": " + err.Error())
	}
	face := &Face{Name: f.Name, UnitsPerEm: int(parsed.Upem()), Data: f.Data, font: f, parsed: parsed}
	measured := font.NewFace(parsed)
	extents, _ := measured.FontHExtents()
	face.Ascent = float64(extents.Ascender) / float64(face.UnitsPerEm)
	face.Descent = -float64(extents.Descender) / float64(face.UnitsPerEm)
	if f.Ascent != 0 {
		face.Ascent, face.Descent = f.Ascent, f.Descent
	}
	glyph, _ := parsed.NominalGlyph(ordinaryHyphen)
	face.hyphen = hyphen{uint32(glyph), float64(measured.HorizontalAdvance(glyph))}
	for letters := parsed.Cmap.Iter(); letters.Next(); { // in ascending order
		r, glyph := letters.Char()
		if r >= plainLetters {
			break
		}
		if glyph != 0 && !invisible(r) {
			face.letter[r/64] |= 1 << (r % 64)
		}
	}
	face.glyphs.open(f.Data)
	return face
}

// plainLetters ends the range of runes of which plain tells: Latin, Greek,
// Cyrillic and Arabic.
const plainLetters = 0x700

// plain tells quickly of common letters and signs that the face has them; of
// others it says no.
func (f *Face) plain(r rune) bool {
	return r >= 0 && r < plainLetters && f.letter[r/64]&(1<<(r%64)) != 0
}

// Scale is what a style's size is multiplied by for this face.
func (f *Face) Scale() float64 { return f.font.Scale }

// Bold and Italic tell the face's design, which may differ from the style
// asked for when a script has no such font.
func (f *Face) Bold() bool { return f.font.Bold }

// Italic is described with Bold.
func (f *Face) Italic() bool { return f.font.Italic }

// has tells whether the face can show r. HarfBuzz makes what some faces lack from
// their own glyphs: a non-breaking hyphen is their hyphen, a fixed space is as wide
// as Unicode says. Another face would only bring a stranger into the word.
func (f *Face) has(r rune) bool {
	if _, ok := f.parsed.NominalGlyph(r); ok {
		return true
	}
	switch {
	case r == nonBreakingHyphen:
		r = ordinaryHyphen
	case 0x2000 <= r && r <= 0x200A, r == 0x202F, r == 0x205F:
		r = ' '
	default:
		return false
	}
	_, ok := f.parsed.NominalGlyph(r)
	return ok
}

// withoutOutlines copies a TrueType file without the tables that only painting
// needs and without the names of glyphs: parsing the outlines of 20,000 ideographs takes a hundred times longer
// than all the rest.
func withoutOutlines(data []byte) []byte {
	type table struct {
		record []byte
		body   []byte
	}
	var kept []table
	size := 0
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		record := data[12+16*i : 28+16*i]
		switch string(record[:4]) {
		case "glyf", "loca", "fpgm", "prep", "cvt ", "gasp", "post":
			continue
		}
		from, length := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
		kept = append(kept, table{record, data[from : from+length]})
		size += int(length+3) &^ 3
	}
	out := make([]byte, 12+16*len(kept), 12+16*len(kept)+size)
	copy(out, data[:4])
	binary.BigEndian.PutUint16(out[4:], uint16(len(kept)))
	for i, t := range kept {
		record := out[12+16*i : 28+16*i]
		copy(record, t.record)
		binary.BigEndian.PutUint32(record[8:], uint32(len(out)))
		out = append(out, t.body...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}
