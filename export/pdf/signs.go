package pdf

import (
	"slices"
	"strings"

	"travaux/export"
	"travaux/translations/typeset"
)

// Measures of a grid of signs, in points.
const (
	signHead = 168.0 // room for the heads of rows
	signWide = 25.0  // of a column, at the least
	signMost = 40.0  // and at the most
	signPad  = 2.0   // between the words of a cell and its edges
	wideSign = 3     // columns that one with a title takes the room of
)

var (
	styleSign      = style{size: 8.75, colour: ink, tight: 0.95}
	styleSignFine  = style{size: 7.5, colour: ink, tight: 0.9}
	styleSignTitle = style{size: 8.75, bold: true, colour: navy, tight: 0.95}
)

// slab are columns that stand side by side on one page.
type slab struct {
	columns []export.GridColumn
	first   int
	edges   []float64 // where they begin behind the heads of rows, and where the last ends
}

// slabs divide the columns into pages.
func (c *composer) slabs(g export.Grid) (out []slab) {
	room := c.sheet.measure() - signHead
	units := func(col export.GridColumn) int {
		if col.Wide {
			return wideSign
		}
		return 1
	}
	total := 0
	for _, col := range g.Columns {
		total += units(col)
	}
	most := int(room / signWide)
	pages := max((total+most-1)/most, 1)
	width := min(room/float64((total+pages-1)/max(pages, 1)), signMost)
	if total == 0 {
		return []slab{{edges: []float64{0}}}
	}
	width = max(width, signWide)
	s := slab{edges: []float64{0}}
	for i, col := range g.Columns {
		end := s.edges[len(s.edges)-1] + width*float64(units(col))
		if end > room+0.01 && len(s.columns) > 0 {
			out = append(out, s)
			s = slab{first: i, edges: []float64{0}}
			end = width * float64(units(col))
		}
		s.columns, s.edges = append(s.columns, col), append(s.edges, min(end, room))
	}
	return append(out, s)
}

// signs sets a grid. What is wider than a page goes on with the next columns on
// another, below the same heads.
func (c *composer) signs(g export.Grid) {
	for i, s := range c.slabs(g) {
		if i > 0 {
			c.bands = append(c.bands, band{breaks: true})
			c.space = 0
		}
		c.slab(g, s)
	}
	c.space = 14
}

// lastRows of a grid stay together: a page is not begun for one alone.
const lastRows = 3

// slab sets the rows of some columns. Where they go on over a page, the title
// that they are under stands below the heads of the columns again.
func (c *composer) slab(g export.Grid, s slab) {
	table := c.root.add("Table")
	head := c.signHeads(g, s, table)
	under, together := head, len(c.bands)
	for i, r := range g.Rows {
		first := len(c.bands)
		if i == len(g.Rows)-lastRows {
			together = first
		}
		title := len(r.Cells) == 0
		if title {
			under = head
		}
		c.signRow(r, s, table.add("TR"))
		for i := first; i < len(c.bands); i++ {
			c.bands[i].under = under
		}
		if title {
			under = &tableHead{append(slices.Clip(head.bands), again(c.bands[first:])...)}
		}
	}
	for i := together; i < len(c.bands)-1; i++ {
		c.bands[i].keep = true
	}
}

// signHeads sets the heads of columns: what they belong to, and below it what they
// are. It returns them as they stand on later pages, where they are not spoken
// again.
func (c *composer) signHeads(g export.Grid, s slab, table *element) *tableHead {
	first := len(c.bands)
	upper := band{before: c.space}
	c.space = 0
	for i := 0; i < len(s.columns); {
		k := i
		for k < len(s.columns) && s.columns[k].Band == s.columns[i].Band {
			k++
		}
		c.putSigns(&upper, c.bandName(s.columns[i].Band, s.edges[k]-s.edges[i]), styleSignTitle, s.edges[i], s.edges[k], nil)
		i = k
	}
	lower := band{}
	tr := table.add("TR")
	corner := tr.add("TH")
	corner.scope = "Column"
	p := c.set(g.Corner, styleSignTitle, signHead-6, typeset.Start)
	corner.speak(p)
	c.putLines(&lower, p, 0, signHead-6, corner)
	for i, col := range s.columns {
		th := tr.add("TH")
		th.scope = "Column"
		c.putSigns(&lower, col.Label, styleSignFine, s.edges[i], s.edges[i+1], th)
	}
	upper.keep, lower.keep = true, true
	c.bands = append(c.bands, upper, lower)
	c.rule(2, 1, 0.8, navy)
	c.keepFrom(first)
	head := &tableHead{again(c.bands[first:])}
	head.bands[0].before = 0
	return head
}

// bandName is a name for so wide a band. What stays together in running text, as
// "Art. 7 bis" does, is divided before its last word here, rather than that word.
func (c *composer) bandName(name string, wide float64) string {
	at := strings.LastIndexAny(name, " \u00a0")
	if at < 0 {
		return name
	}
	lines := func(s string) int {
		return len(c.set(s, styleSignTitle, wide-signPad, typeset.Centre).layout.Lines)
	}
	divided := name[:at] + " \u200b" + strings.TrimLeft(name[at:], " \u00a0")
	if whole := lines(name); whole > 1 && lines(divided) <= whole {
		return divided
	}
	return name
}

// putSigns sets words in the middle between two edges.
func (c *composer) putSigns(b *band, words string, s style, from, to float64, e *element) {
	width := to - from - signPad
	p := c.set(words, s, width, typeset.Centre)
	if e != nil {
		e.speak(p)
	}
	c.putLines(b, p, signHead+from+signPad/2, width, e)
}

// putLines places all lines of a paragraph in a band, which grows for them.
func (c *composer) putLines(b *band, p *paragraph, start, width float64, e *element) {
	lead := p.leading()
	for n := range p.layout.Lines {
		b.items = append(b.items, c.textItem(p, n, c.left(start, width), float64(n)*lead+p.baseline(), e))
	}
	b.height = max(b.height, lead*float64(len(p.layout.Lines)))
}

// signRow sets a row with a hairline below it; a title stays with the row that
// follows.
func (c *composer) signRow(r export.GridRow, s slab, tr *element) {
	of := styleSign
	b := band{}
	width := signHead - 6
	if len(r.Cells) == 0 {
		of, width, b.before = styleSignTitle, c.sheet.measure(), 5
	}
	of.bold = of.bold || r.Strong
	th := tr.add("TH")
	th.scope = "Row"
	p := c.set(r.Head, of, width, typeset.Start)
	th.speak(p)
	c.putLines(&b, p, 0, width, th)
	for i := range s.columns {
		if s.first+i >= len(r.Cells) {
			break
		}
		x := r.Cells[s.first+i]
		set := styleSign
		set.bold = x.Strong
		td := tr.add("TD")
		c.putSigns(&b, x.Text, set, s.edges[i], s.edges[i+1], td)
		if i == 0 || s.columns[i-1].Band != s.columns[i].Band {
			b.items = append(b.items, item{x: c.left(signHead+s.edges[i], 0.4), y: 0, w: 0.4, h: b.height + 1, colour: hairline})
		}
	}
	b.items = append(b.items, item{x: c.left(0, signHead+s.edges[len(s.edges)-1]), y: b.height + 0.5, w: signHead + s.edges[len(s.edges)-1], h: 0.4, colour: hairline})
	b.height += 1.5
	b.keep = len(r.Cells) == 0
	c.bands = append(c.bands, b)
}
