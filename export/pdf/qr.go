package pdf

import (
	"math"

	"rsc.io/qr"

	"travaux/export"
	"travaux/translations/typeset"
)

// Measures of a square code, in points. Its side leaves cameras four tenths of a
// millimetre and more for a square of codes as long as papers have; around it
// stand the four empty squares that they need (ISO/IEC 18004, 6.3.8).
const (
	codeSide = 88.0
	codeGap  = 5.0  // between paragraphs beside it
	overlap  = 0.04 // no light shines between rows
)

// code draws a square code where labels stand, as filled areas that any printer
// draws sharply, and its words beside it. It is never divided.
func (c *composer) code(code export.Code) error {
	q, err := qr.Encode(code.Content, qr.M)
	if err != nil {
		return err
	}
	b := band{before: max(c.space, 10)}
	section := c.root.add("Div")
	side := codeSide / min(c.scale, 1) // small type makes no code that cameras cannot read
	start := max(bodyStart, side+labelGap)
	width := c.sheet.measure() - start
	y := 0.0
	for i, p := range code.Paragraphs {
		if i > 0 {
			y += codeGap
		}
		s := paragraphStyle(p.Kind)
		set := c.setSpans(p.Lang, p.Spans, s, width, typeset.Start)
		e := section.add("P")
		e.speak(set)
		set.annotate(e)
		for n := range set.layout.Lines {
			b.notes = append(b.notes, set.notesOn(n)...)
			b.items = append(b.items, c.textItem(set, n, c.left(start, width), y+set.baseline(), e))
			y += set.leading()
		}
	}
	b.height = max(y, side)
	b.items = append(b.items, squares(q, c.left(0, side), side)...)
	c.bands = append(c.bands, b)
	c.space = 14
	return nil
}

// squares draws every stretch of dark squares of a row as one area. What no
// reader speaks is decoration: the words beside it say the same.
func squares(q *qr.Code, left, wide float64) []item {
	var out []item
	side := math.Floor(wide/float64(q.Size)*20) / 20 // written without rounding
	for y := range q.Size {
		for x := 0; x < q.Size; x++ {
			from := x
			for x < q.Size && q.Black(x, y) {
				x++
			}
			if x > from {
				out = append(out, item{x: left + side*float64(from), y: side * float64(y), w: side * float64(x-from), h: side + overlap, colour: colour{}})
			}
		}
	}
	return out
}
