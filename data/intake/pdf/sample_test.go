package pdf

import (
	"bytes"
	"fmt"
	"strings"
)

// sheet is a page of a sample: its content stream and the fonts it uses.
type sheet struct{ content, resources string }

// usualFonts are those that every reader has.
const usualFonts = `/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >>`

// words writes a line at a place; a size below 0 means bold.
func words(x, y, size float64, s string) string {
	font := "/F1"
	if size < 0 {
		font, size = "/F2", -size
	}
	return fmt.Sprintf("BT %s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y, strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s))
}

// file writes a PDF of these pages. more are further objects, from number
// 3+2*len(sheets) on.
func file(sheets []sheet, more ...string) []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", ""}
	var kids []string
	for i, s := range sheets {
		page := 3 + 2*i
		kids = append(kids, fmt.Sprintf("%d 0 R", page))
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << %s >> >>", page+1, s.resources),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(s.content), s.content))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(sheets), strings.Join(kids, " "))
	return assemble(append(objects, more...))
}

// assemble writes objects with their table.
func assemble(objects []string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}

// kites is a draft of three pages with a header, numbers and a footnote.
func kites() []byte {
	var sheets []sheet
	for p := range 3 {
		s := words(72, 800, 9, "KITES/CONF.1/L.2") + words(290, 40, 9, fmt.Sprint(p+1))
		y := 760.0
		line := func(size float64, indent float64, text string) {
			s += words(72+indent, y, size, text)
			y -= 14
		}
		line(-14, 190, fmt.Sprintf("Article %d", p+1))
		y -= 10
		line(11, 0, "1. Every State Party shall respect the "+[]string{"wind", "rain", "snow"}[p]+" over its territory, its rivers and")
		s += words(72, y, 11, "its lakes, and shall not hinder the flight of any kite")
		if p == 0 {
			s += words(343, y+4, 6, "1")
			s += words(72, 70, 8, "1") + words(80, 70, 8, "A kite is any body held in the air by the wind and a line.")
		}
		s += words(347, y, 11, "that is flown for pleasure.")
		y -= 20
		line(11, 0, "2. Builders of tall walls shall in good time give notice of them, with their exact")
		line(11, 0, "height and place, to")
		y -= 6
		line(11, 30, "(a) the keepers of the register of kites; and")
		line(11, 30, "(b) the neighbours.")
		sheets = append(sheets, sheet{s, usualFonts})
	}
	return file(sheets)
}
