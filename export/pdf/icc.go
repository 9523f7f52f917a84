package pdf

import (
	"encoding/binary"
	"math"
	"sync"
)

// sRGB is an ICC profile (version 2.1, display, RGB to XYZ) for the colour
// space of IEC 61966-2-1. It is computed, not copied.
var sRGB = sync.OnceValue(func() []byte {
	curve := tag("curv", u32(curvePoints))
	for i := range curvePoints {
		v := float64(i) / (curvePoints - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = binary.BigEndian.AppendUint16(curve, uint16(math.Round(v*65535)))
	}
	description := "sRGB IEC61966-2.1"
	desc := append(tag("desc", u32(len(description)+1)), description...)
	desc = append(desc, make([]byte, 1+4+4+2+1+67)...) // no Unicode, no ScriptCode name
	return profile([]profileTag{
		{"desc", desc},
		{"cprt", append(tag("text"), "CC0\x00"...)},
		{"wtpt", xyz(0.9505, 1, 1.0891)},
		// primaries adapted to D50 (Bradford)
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve},
		{"gTRC", curve},
		{"bTRC", curve},
	})
})

const curvePoints = 1024

type profileTag struct {
	name string
	data []byte
}

func profile(tags []profileTag) []byte {
	head := make([]byte, 128)
	copy(head[8:], "\x02\x10\x00\x00mntrRGB XYZ ")
	for i, v := range []uint16{2026, 1, 1} {
		binary.BigEndian.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	copy(head[68:], xyz(0.9642, 1, 0.8249)[8:]) // D50
	table := u32(len(tags))
	var body []byte
	at := len(head) + 4 + 12*len(tags)
	written := map[string]int{}
	for _, t := range tags {
		offset, shared := written[string(t.data)]
		if !shared {
			offset = at + len(body)
			written[string(t.data)] = offset
			body = append(body, t.data...)
			body = append(body, make([]byte, -len(body)&3)...)
		}
		table = append(append(append(table, t.name...), u32(offset)...), u32(len(t.data))...)
	}
	out := append(append(head, table...), body...)
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}

// tag begins a tag's data: its type, four reserved bytes, what follows.
func tag(kind string, rest ...[]byte) []byte {
	out := append([]byte(kind), 0, 0, 0, 0)
	for _, r := range rest {
		out = append(out, r...)
	}
	return out
}

func u32(n int) []byte { return binary.BigEndian.AppendUint32(nil, uint32(n)) }

func xyz(x, y, z float64) []byte {
	fixed := func(v float64) []byte { return u32(int(math.Round(v * 65536))) }
	return tag("XYZ ", fixed(x), fixed(y), fixed(z))
}
