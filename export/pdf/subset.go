package pdf

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"
)

// subset makes a small TrueType font in which code n, counted from 1, is the
// n-th of the given glyphs (a glyph may occur twice), and glyph 0 the missing
// glyph. Parts of composite glyphs are added behind them. Its name table is empty,
// and its cmap (format 4) leads from code to glyph.
func subset(font []byte, glyphs []uint32) ([]byte, error) {
	s, err := openFont(font)
	if err != nil {
		return nil, err
	}
	old := append([]uint32{0}, glyphs...)
	place := map[uint32]uint16{}
	for i, g := range old {
		if _, known := place[g]; !known {
			place[g] = uint16(i)
		}
	}
	var glyf, loca, hmtx []byte
	for i := 0; i < len(old); i++ { // grows while parts are found
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline := s.glyph(old[i])
		glyf = append(glyf, outline...)
		for _, at := range parts(outline) {
			field := glyf[len(glyf)-len(outline)+at:]
			g := uint32(binary.BigEndian.Uint16(field))
			n, known := place[g]
			if !known {
				n = uint16(len(old))
				place[g] = n
				old = append(old, g)
			}
			binary.BigEndian.PutUint16(field, n)
		}
		glyf = append(glyf, make([]byte, -len(glyf)&3)...)
		advance, bearing := s.metrics(old[i])
		hmtx = binary.BigEndian.AppendUint16(hmtx, advance)
		hmtx = binary.BigEndian.AppendUint16(hmtx, bearing)
	}
	if len(old) > 0xFFFF {
		return nil, fmt.Errorf("pdf: %d glyphs in one font", len(old))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head, hhea, maxp := s.copy("head"), s.copy("hhea"), s.copy("maxp")
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(head[50:], 1) // long offsets
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(old)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(old)))
	tables := map[string][]byte{
		"head": head, "hhea": hhea, "maxp": maxp, "OS/2": s.copy("OS/2"), "post": postTable(s.table("post")),
		"glyf": glyf, "loca": loca, "hmtx": hmtx, "name": {0, 0, 0, 0, 0, 6}, "cmap": codeMap(len(glyphs)),
	}
	for _, hints := range []string{"cvt ", "fpgm", "prep"} {
		if t := s.table(hints); len(t) > 0 {
			tables[hints] = t
		}
	}
	return assemble(tables), nil
}

// source is a TrueType font whose tables are where its directory says.
type source struct {
	tables   map[string][]byte
	longLoca bool
	metricsN int // of hmtx entries that have an advance
	perEm    int
}

func openFont(font []byte) (*source, error) {
	if len(font) < 12 {
		return nil, fmt.Errorf("pdf: no font")
	}
	s := &source{tables: map[string][]byte{}}
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		if len(font) < 28+16*i {
			return nil, fmt.Errorf("pdf: font cut short")
		}
		record := font[12+16*i:]
		from, length := int(binary.BigEndian.Uint32(record[8:])), int(binary.BigEndian.Uint32(record[12:]))
		if from+length > len(font) {
			return nil, fmt.Errorf("pdf: font cut short")
		}
		s.tables[string(record[:4])] = font[from : from+length : from+length]
	}
	for name, size := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "OS/2": 78, "post": 32, "glyf": 0, "loca": 2, "hmtx": 4} {
		if len(s.tables[name]) < size || s.tables[name] == nil {
			return nil, fmt.Errorf("pdf: font without table %s", name)
		}
	}
	s.perEm = max(1, int(binary.BigEndian.Uint16(s.tables["head"][18:])))
	s.longLoca = binary.BigEndian.Uint16(s.tables["head"][50:]) == 1
	s.metricsN = int(binary.BigEndian.Uint16(s.tables["hhea"][34:]))
	return s, nil
}

func (s *source) table(name string) []byte { return s.tables[name] }
func (s *source) copy(name string) []byte  { return slices.Clone(s.tables[name]) }

// glyph returns a glyph's outline; none for one that the font does not have.
func (s *source) glyph(g uint32) []byte {
	loca, glyf := s.tables["loca"], s.tables["glyf"]
	var from, to int
	if s.longLoca {
		if int(g)*4+8 > len(loca) {
			return nil
		}
		from, to = int(binary.BigEndian.Uint32(loca[g*4:])), int(binary.BigEndian.Uint32(loca[g*4+4:]))
	} else {
		if int(g)*2+4 > len(loca) {
			return nil
		}
		from, to = 2*int(binary.BigEndian.Uint16(loca[g*2:])), 2*int(binary.BigEndian.Uint16(loca[g*2+2:]))
	}
	if from >= to || to > len(glyf) {
		return nil
	}
	return glyf[from:to]
}

func (s *source) metrics(g uint32) (advance, bearing uint16) {
	hmtx := s.tables["hmtx"]
	last := s.metricsN - 1
	long := min(int(g), last) * 4
	if last < 0 || long+4 > len(hmtx) {
		return 0, 0
	}
	advance, bearing = binary.BigEndian.Uint16(hmtx[long:]), binary.BigEndian.Uint16(hmtx[long+2:])
	if at := s.metricsN*4 + (int(g)-s.metricsN)*2; int(g) > last && at+2 <= len(hmtx) {
		bearing = binary.BigEndian.Uint16(hmtx[at:])
	}
	return advance, bearing
}

// thousandths turns font units into thousandths of the size.
func (s *source) thousandths(units int) int {
	return int(math.Round(1000 * float64(units) / float64(s.perEm)))
}

// parts returns where in a composite outline the numbers of its parts stand
// (OpenType, glyf table).
func parts(outline []byte) []int {
	const words, scale, more, xyScale, matrix = 1, 8, 32, 64, 128
	if len(outline) < 10 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return nil
	}
	var out []int
	for at := 10; at+4 <= len(outline); {
		flags := binary.BigEndian.Uint16(outline[at:])
		out = append(out, at+2)
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&xyScale != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&more == 0 {
			break
		}
	}
	return out
}

// postTable is the font's own without glyph names.
func postTable(post []byte) []byte {
	out := slices.Clone(post[:32])
	copy(out, "\x00\x03\x00\x00")
	return out
}

// codeMap is a cmap table of one segment: code n is glyph n.
func codeMap(n int) []byte {
	b := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}
	for _, v := range []int{4, 32, 0, 4, 4, 1, 0, n, 0xFFFF, 0, 1, 0xFFFF, 0, 1, 0, 0} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// assemble writes the font file: directory, then tables in order of name.
func assemble(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	power, steps := 1, 0
	for power*2 <= len(names) {
		power, steps = power*2, steps+1
	}
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{len(names), power * 16, steps, (len(names) - power) * 16} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := 12 + 16*len(names)
	for _, n := range names {
		out = append(out, n...)
		out = binary.BigEndian.AppendUint32(out, checksum(tables[n]))
		out = append(append(out, u32(at)...), u32(len(tables[n]))...)
		at += (len(tables[n]) + 3) &^ 3
	}
	headAt := 0
	for _, n := range names {
		if n == "head" {
			headAt = len(out)
		}
		out = append(out, tables[n]...)
		out = append(out, make([]byte, -len(out)&3)...)
	}
	binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) uint32 {
	var sum uint32
	for len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return sum + binary.BigEndian.Uint32(last[:])
}
