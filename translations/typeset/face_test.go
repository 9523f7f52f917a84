package typeset

import (
	"bytes"
	"math"
	"sync"
	"testing"

	"github.com/go-text/typesetting/font"

	"travaux/translations/typeset/fonts"
)

// TestOutlines compares our outlines with those of the shaping library, glyph by
// glyph: contours, composites and implied points.
func TestOutlines(t *testing.T) {
	for i, f := range fonts.All {
		if f.Wide && testing.Short() {
			continue
		}
		full, err := font.ParseTTF(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		face, inked := faces[i](), 0
		count := uint32(len(face.glyphs.loca)/2 - 1)
		if face.glyphs.long {
			count = uint32(len(face.glyphs.loca)/4 - 1)
		}
		for id := uint32(0); id < count; id += 1 + count/3000 {
			want, _ := full.GlyphData(font.GID(id)).(font.GlyphOutline)
			got := face.Outline(id)
			if len(got) > 0 {
				inked++
			}
			if a, b := area(got), areaOf(want); math.Abs(a-b) > .01*math.Abs(b)+1 {
				t.Fatalf("%s: glyph %d has an area of %g, want %g", f.Name, id, a, b)
			}
		}
		if inked < 50 {
			t.Errorf("%s: only %d glyphs have ink", f.Name, inked)
		}
	}
}

// TestPlainLetters holds the quick answer to the font's own.
func TestPlainLetters(t *testing.T) {
	for i, f := range fonts.All {
		face := faces[i]()
		for r := range rune(plainLetters) {
			_, has := face.parsed.NominalGlyph(r)
			if face.plain(r) != (has && !invisible(r)) {
				t.Errorf("%s: plain of %U is %v", f.Name, r, face.plain(r))
			}
		}
	}
}

// area inside an outline, with the chord of each curve and its bulge.
func area(segments []Segment) float64 {
	sum, x, y := 0.0, 0.0, 0.0
	for _, s := range segments {
		ex, ey := float64(s.X), float64(s.Y)
		switch s.Op {
		case LineTo:
			sum += (x*ey - ex*y) / 2
		case QuadTo:
			cx, cy := float64(s.CX), float64(s.CY)
			sum += (x*ey-ex*y)/2 + ((cx-x)*(ey-y)-(ex-x)*(cy-y))*-1/3
		}
		x, y = ex, ey
	}
	return sum
}

// areaOf is area for the library's outlines.
func areaOf(outline font.GlyphOutline) float64 {
	var list []Segment
	for _, s := range outline.Segments {
		a := s.Args
		switch s.Op {
		case 0:
			list = append(list, Segment{Op: MoveTo, X: a[0].X, Y: a[0].Y})
		case 1:
			list = append(list, Segment{Op: LineTo, X: a[0].X, Y: a[0].Y})
		default:
			list = append(list, Segment{Op: QuadTo, CX: a[0].X, CY: a[0].Y, X: a[1].X, Y: a[1].Y})
		}
	}
	return area(list)
}

// TestWesternMarksInChinese holds the quotation marks of Western words in a Chinese paper to
// the Western face, and those that Chinese puts around them to its own.
func TestWesternMarksInChinese(t *testing.T) {
	for text, wide := range map[string]int{
		"（机密）the Department’s opinion":     0,
		"（机密）never accept “should”.":       0,
		"（机密）to “shall”, not “should” yet": 0,
		"将“three”改为“ten”。":                 4,
		"不得出现：“arbitration”":               2,
		"“运营者”是指任何自然人":                     2,
	} {
		got := 0
		for _, line := range New().Set(sample("zh", text, 0, Start)).Lines {
			for _, run := range line.Runs {
				for _, g := range run.Glyphs {
					if r := []rune(text)[g.Start]; r >= 0x2018 && r <= 0x201D && run.Face.font.Script == fonts.Chinese {
						got++
					}
				}
			}
		}
		if got != wide {
			t.Errorf("%s: %d wide marks, want %d", text, got, wide)
		}
	}
}

// TestManyEngines shares faces between goroutines; it means most under -race.
func TestManyEngines(t *testing.T) {
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			e := New()
			for _, lang := range languages {
				l := e.Set(sample(lang, samples[lang], 300, Justify))
				for _, line := range l.Lines {
					for _, run := range line.Runs {
						for _, g := range run.Glyphs {
							run.Face.Outline(g.ID)
						}
					}
				}
			}
		})
	}
	group.Wait()
}
