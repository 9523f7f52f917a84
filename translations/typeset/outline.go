package typeset

import (
	"encoding/binary"
	"slices"
	"sync"
)

// Op is what a segment of an outline does.
type Op uint8

// Operations.
const (
	MoveTo Op = iota // starts a contour; contours are closed by their own last segment
	LineTo
	QuadTo
)

// Segment is one step of an outline in font units, Y upwards.
// X, Y is its end; CX, CY the control point of a QuadTo.
type Segment struct {
	Op           Op
	CX, CY, X, Y float32
}

// Outline returns the contours of a glyph in font units, nil for a glyph
// without ink. They are decoded at first use and shared: do not write to them.
// The filling rule is non-zero winding.
func (f *Face) Outline(glyph uint32) []Segment { return f.glyphs.outline(glyph) }

// outlines decodes the glyf table of a TrueType file on demand.
type outlines struct {
	glyf, loca []byte
	long       bool
	done       sync.Map // uint32 → []Segment
}

// maxDepth of composite glyphs; the embedded fonts nest at most two deep.
const maxDepth = 6

func (o *outlines) open(data []byte) {
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		record := data[12+16*i:]
		from, length := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
		table := data[from : from+length]
		switch string(record[:4]) {
		case "glyf":
			o.glyf = table
		case "loca":
			o.loca = table
		case "head":
			o.long = binary.BigEndian.Uint16(table[50:]) == 1
		}
	}
}

func (o *outlines) outline(glyph uint32) []Segment {
	if found, ok := o.done.Load(glyph); ok {
		return found.([]Segment)
	}
	var segments []Segment
	for _, contour := range o.contours(glyph, 0) {
		segments = contour.appendTo(segments)
	}
	o.done.Store(glyph, segments)
	return segments
}

// point of a contour as the file has it.
type point struct {
	x, y float32
	on   bool
}

type contour []point

// appendTo turns a contour into segments. Between two control points lies an
// implied point on the curve.
func (c contour) appendTo(to []Segment) []Segment {
	if len(c) < 2 {
		return to
	}
	middle := func(a, b point) point { return point{(a.x + b.x) / 2, (a.y + b.y) / 2, true} }
	start, rest := middle(c[len(c)-1], c[0]), c
	if i := slices.IndexFunc(c, func(p point) bool { return p.on }); i >= 0 {
		start, rest = c[i], slices.Concat(c[i+1:], c[:i])
	}
	to = append(to, Segment{Op: MoveTo, X: start.x, Y: start.y})
	curve, control := false, point{}
	step := func(p point) {
		switch {
		case p.on && curve:
			to = append(to, Segment{Op: QuadTo, CX: control.x, CY: control.y, X: p.x, Y: p.y})
		case p.on:
			to = append(to, Segment{Op: LineTo, X: p.x, Y: p.y})
		case curve:
			m := middle(control, p)
			to = append(to, Segment{Op: QuadTo, CX: control.x, CY: control.y, X: m.x, Y: m.y})
		}
		curve, control = !p.on, p
	}
	for _, p := range rest {
		step(p)
	}
	step(start)
	return to
}

// raw returns the glyph's entry in the glyf table.
func (o *outlines) raw(glyph uint32) []byte {
	var from, to uint32
	if o.long {
		if int(glyph)*4+8 > len(o.loca) {
			return nil
		}
		from, to = binary.BigEndian.Uint32(o.loca[glyph*4:]), binary.BigEndian.Uint32(o.loca[glyph*4+4:])
	} else {
		if int(glyph)*2+4 > len(o.loca) {
			return nil
		}
		from, to = 2*uint32(binary.BigEndian.Uint16(o.loca[glyph*2:])), 2*uint32(binary.BigEndian.Uint16(o.loca[glyph*2+2:]))
	}
	if from >= to || int(to) > len(o.glyf) {
		return nil
	}
	return o.glyf[from:to]
}

func (o *outlines) contours(glyph uint32, depth int) []contour {
	data := o.raw(glyph)
	if len(data) < 10 || depth > maxDepth {
		return nil
	}
	if n := int16(binary.BigEndian.Uint16(data)); n >= 0 {
		return simple(data[10:], int(n))
	}
	return o.composite(data[10:], depth)
}

// simple decodes a simple glyph description (OpenType, glyf).
func simple(data []byte, n int) []contour {
	if n == 0 {
		return nil
	}
	ends := data[:2*n]
	total := int(binary.BigEndian.Uint16(ends[2*n-2:])) + 1
	data = data[2*n:]
	data = data[2+int(binary.BigEndian.Uint16(data)):] // hinting
	flags := make([]byte, 0, total)
	for len(flags) < total {
		flag := data[0]
		data = data[1:]
		flags = append(flags, flag)
		if flag&8 != 0 {
			for range data[0] {
				flags = append(flags, flag)
			}
			data = data[1:]
		}
	}
	points := make([]point, total)
	coordinates := func(short, same byte, put func(i int, v float32)) {
		v := int16(0)
		for i, flag := range flags[:total] {
			switch {
			case flag&short != 0:
				d := int16(data[0])
				if flag&same == 0 {
					d = -d
				}
				v += d
				data = data[1:]
			case flag&same == 0:
				v += int16(binary.BigEndian.Uint16(data))
				data = data[2:]
			}
			put(i, float32(v))
		}
	}
	coordinates(2, 16, func(i int, v float32) { points[i].x, points[i].on = v, flags[i]&1 != 0 })
	coordinates(4, 32, func(i int, v float32) { points[i].y = v })
	list, from := make([]contour, 0, n), 0
	for i := range n {
		to := int(binary.BigEndian.Uint16(ends[2*i:])) + 1
		if from < to {
			list = append(list, points[from:to])
		}
		from = to
	}
	return list
}

// composite decodes a composite glyph description (OpenType, glyf).
func (o *outlines) composite(data []byte, depth int) []contour {
	const words, offsets, scale, more, both, matrix = 1, 2, 8, 32, 64, 128
	f2dot14 := func(b []byte) float32 { return float32(int16(binary.BigEndian.Uint16(b))) / (1 << 14) }
	var list []contour
	for {
		flags := binary.BigEndian.Uint16(data)
		glyph := uint32(binary.BigEndian.Uint16(data[2:]))
		data = data[4:]
		var dx, dy float32
		if flags&words != 0 {
			dx, dy = float32(int16(binary.BigEndian.Uint16(data))), float32(int16(binary.BigEndian.Uint16(data[2:])))
			data = data[4:]
		} else {
			dx, dy = float32(int8(data[0])), float32(int8(data[1]))
			data = data[2:]
		}
		if flags&offsets == 0 { // attachment by point numbers: none in the embedded fonts
			dx, dy = 0, 0
		}
		xx, yx, xy, yy := float32(1), float32(0), float32(0), float32(1)
		switch {
		case flags&scale != 0:
			xx = f2dot14(data)
			yy = xx
			data = data[2:]
		case flags&both != 0:
			xx, yy = f2dot14(data), f2dot14(data[2:])
			data = data[4:]
		case flags&matrix != 0:
			xx, yx, xy, yy = f2dot14(data), f2dot14(data[2:]), f2dot14(data[4:]), f2dot14(data[6:])
			data = data[8:]
		}
		for _, c := range o.contours(glyph, depth+1) {
			moved := make(contour, len(c))
			for i, p := range c {
				moved[i] = point{xx*p.x + xy*p.y + dx, yx*p.x + yy*p.y + dy, p.on}
			}
			list = append(list, moved)
		}
		if flags&more == 0 {
			return list
		}
	}
}
