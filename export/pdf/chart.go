package pdf

import (
	"travaux/export"
	"travaux/translations/typeset"
)

// Measures of a chart, in points.
const (
	barLabel  = 185.0 // room for the label of a bar
	barNumber = 44.0  // and, behind the longest bar, for its number
	barGap    = 8.0
	barHigh   = 7.5
	barEdge   = 0.7
	hatchStep = 3.0
)

var (
	styleSeries = style{size: 9.5, bold: true, colour: ink}
	styleBar    = style{size: 8.75, colour: ink, tight: 0.95}
)

// chart is a table of labels and numbers for who reads with other eyes; the bars
// between them are decoration to it.
func (c *composer) chart(chart export.Chart) {
	most := chart.Most()
	for _, s := range chart.Series {
		c.keepFrom(c.block(s.Name, styleSeries, c.root.add("P")))
		c.space = 2
		table := c.root.add("Table")
		for _, b := range s.Bars {
			c.bar(s.Fill, b, most, table)
			c.space = 0
		}
		c.bands[len(c.bands)-1].keep = false
		c.space = 9
	}
	c.space = 14
}

// bar sets one bar between its label and its number. A label longer than its
// room goes on in further lines, the bar stands with the first.
func (c *composer) bar(fill export.Fill, b export.Bar, most int, table *element) {
	tr := table.add("TR")
	th, td := tr.add("TH"), tr.add("TD")
	th.scope = "Row"
	label := c.set(b.Label, styleBar, barLabel, typeset.Start)
	th.speak(label)
	first := c.lines(label, 0, barLabel, th)
	c.keepFrom(first)
	at, long := barLabel+barGap, 0.0
	if room := c.sheet.measure() - at - barGap - barNumber; most > 0 && b.Value > 0 {
		long = max(room*float64(b.Value)/float64(most), 2)
	}
	band := &c.bands[first]
	c.drawBar(band, fill, at, long, (leadingOf(styleBar, c.doc.Lang)-barHigh)/2)
	number := c.set(b.Words, styleBar, barNumber, typeset.Start)
	td.speak(number)
	behind := at + long
	if long > 0 {
		behind += barGap / 2
	}
	band.items = append(band.items, c.textItem(number, 0, c.left(behind, barNumber), baselineOf(styleBar, c.doc.Lang), td))
}

// drawBar fills an area with a texture; each can be told from the others in
// black and white.
func (c *composer) drawBar(b *band, fill export.Fill, start, long, top float64) {
	if long <= 0 {
		return
	}
	fillArea := func(x, y, w, h float64) {
		b.items = append(b.items, item{x: c.left(start+x, w), y: top + y, w: w, h: h, colour: navy})
	}
	if fill == export.FillSolid || long <= 2*barEdge {
		fillArea(0, 0, long, barHigh)
		return
	}
	fillArea(0, 0, long, barEdge)
	fillArea(0, barHigh-barEdge, long, barEdge)
	fillArea(0, 0, barEdge, barHigh)
	fillArea(long-barEdge, 0, barEdge, barHigh)
	if fill == export.FillHatched {
		for x := hatchStep; x < long-barEdge; x += hatchStep {
			fillArea(x, 0, barEdge*1.4, barHigh)
		}
	}
}
