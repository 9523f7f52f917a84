package pdf

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"sync"
	"unicode"

	"travaux/data"
	"travaux/export"
	"travaux/translations/typeset"
)

// painter writes the content stream of one page after another.
type painter struct {
	fonts    fontSet
	scale    float64   // see sheet.dressed; 0 means 1
	pictures *picture  // that was drawn
	height   float64   // of the page
	lang     data.Lang // of the document
	err      error

	b      []byte
	page   int // from 0
	marked int // next marked-content id of the page
	inside *element
	opened bool
	fill   colour
	filled bool
}

// painters is how many pages are compressed at a time: more make a paper no sooner,
// for they are painted one after the other.
const painters = 2

// paintAll writes the pages, compressed, and lets go of what was on them but for
// their links.
func (p *painter) paintAll(pages []*page) [][]byte {
	streams := make([][]byte, len(pages))
	free := make(chan []byte, painters) // working space
	for range painters {
		free <- make([]byte, 0, 48<<10)
	}
	var all sync.WaitGroup
	for i, pg := range pages {
		p.b = (<-free)[:0]
		painted := p.paint(pg, i)
		pg.items = nil
		all.Go(func() {
			streams[i] = deflate(painted)
			free <- painted
		})
	}
	all.Wait()
	return streams
}

// paint writes a page: what belongs to one element together, in the order of
// reading, then furniture and rules, which are marked as artifacts.
func (p *painter) paint(pg *page, number int) []byte {
	p.b = p.b[:0]
	p.page, p.marked, p.filled, p.height = number, 0, false, pg.sheet.height
	if p.scale != 0 && p.scale != 1 {
		p.b = fmt.Appendf(p.b, "%.5f 0 0 %.5f 0 0 cm\n", p.scale, p.scale)
	}
	for _, it := range inReadingOrder(pg.items) {
		if it.link != nil {
			pg.links = append(pg.links, it)
		}
		p.enter(it.element)
		switch {
		case it.line != nil:
			p.text(it)
		case it.leader:
			p.leader(it)
		case it.picture != nil:
			p.picture(it)
		default:
			p.color(it.colour)
			p.rect(it.x, it.top+it.y, it.w, it.h)
		}
	}
	p.leave()
	pg.contents = p.marked
	return p.b
}

// inReadingOrder groups items by element, in the order in which the elements
// first occur; those of none come last.
func inReadingOrder(items []placed) []placed {
	order := make(map[*element]int, len(items))
	for _, it := range items {
		if _, known := order[it.element]; !known && it.element != nil {
			order[it.element] = len(order)
		}
	}
	order[nil] = len(items)
	sorted := slices.Clone(items)
	slices.SortStableFunc(sorted, func(a, b placed) int { return order[a.element] - order[b.element] })
	return sorted
}

func (p *painter) enter(e *element) {
	if p.opened && p.inside == e {
		return
	}
	p.leave()
	p.inside, p.opened = e, true
	if e == nil {
		p.b = append(p.b, "/Artifact BMC\n"...)
		return
	}
	e.kids = append(e.kids, content{p.page, p.marked})
	p.b = append(append(append(p.b, '/'), e.tag()...), " <</MCID "...)
	p.b = strconv.AppendInt(p.b, int64(p.marked), 10)
	if e.lang != "" && e.lang != p.lang {
		p.b = append(append(append(p.b, "/Lang ("...), languageTag(e.lang)...), ')')
	}
	p.b = append(p.b, ">> BDC\n"...)
	p.marked++
}

func (p *painter) leave() {
	if p.opened {
		p.b = append(p.b, "EMC\n"...)
		p.opened = false
	}
}

func (p *painter) color(c colour) {
	if p.filled && p.fill == c {
		return
	}
	for _, v := range c {
		p.number(v)
	}
	p.b = append(p.b, "rg\n"...)
	p.fill, p.filled = c, true
}

// number writes a coordinate with two decimals and a space.
func (p *painter) number(v float64) {
	n := int64(math.Round(v * 100))
	if n < 0 {
		p.b = append(p.b, '-')
		n = -n
	}
	p.b = strconv.AppendInt(p.b, n/100, 10)
	if d := n % 100; d != 0 {
		p.b = append(p.b, '.', byte('0'+d/10))
		if d%10 != 0 {
			p.b = append(p.b, byte('0'+d%10))
		}
	}
	p.b = append(p.b, ' ')
}

func (p *painter) rect(x, y, w, h float64) {
	p.number(x)
	p.number(p.height - y - h)
	p.number(w)
	p.number(h)
	p.b = append(p.b, "re f\n"...)
}

// leader draws round dots.
func (p *painter) leader(it placed) {
	y := p.height - it.top - it.y - 0.4
	p.b = append(p.b, "q 1 J 0.9 w [0 4] 0 d "...)
	for _, v := range it.colour {
		p.number(v)
	}
	p.b = append(p.b, "RG "...)
	// every line of dots stands on the same grid
	from := math.Ceil(it.x/4) * 4
	p.number(from)
	p.number(y)
	p.b = append(p.b, "m "...)
	p.number(it.x + it.w)
	p.number(y)
	p.b = append(p.b, "l S Q\n"...)
}

// text draws a line, then the marks of the notes in it, then what runs under and
// through its words.
func (p *painter) text(it placed) {
	y := it.top + it.y
	var marks []*typeset.Run
	for i := range it.line.Runs {
		run := &it.line.Runs[i]
		if export.Mark(run.Mark)&export.Footnote != 0 {
			marks = append(marks, run)
			continue
		}
		p.color(markColour(it.colour, export.Mark(run.Mark)))
		p.run(it.para.text, run, it.x, y)
	}
	for i := range it.line.Runs {
		p.underline(it, &it.line.Runs[i], y)
	}
	if len(marks) > 0 {
		p.references(it, marks, y)
	}
}

// references draws the marks of notes, each an element of its own within that of the
// line: the words are then read, and searched, without the numbers in them.
func (p *painter) references(it placed, marks []*typeset.Run, y float64) {
	if it.element != nil {
		p.enter(it.element.add("Reference"))
	}
	p.color(it.colour)
	for _, run := range marks {
		p.run(it.para.text, run, it.x, y-markRise*run.Size/markSize)
	}
}

// underline draws the lines under and through the words of a run.
func (p *painter) underline(it placed, run *typeset.Run, y float64) {
	mark := export.Mark(run.Mark)
	if mark&(export.Inserted|export.Deleted) == 0 {
		return
	}
	from, to := max(run.X, it.line.X), min(run.X+run.Width, it.line.X+it.line.Width)
	if to <= from {
		return
	}
	p.color(markColour(it.colour, mark))
	size := run.Style.Size
	at := y + underlineDrop*size
	if mark.Gone() {
		rise := strikeRise
		if it.para.lang == data.Chinese {
			rise = strikeIdeograph
		}
		at = y - rise*size
	}
	if mark&export.Moved == 0 || mark&export.LeftOut == export.LeftOut {
		p.rect(it.x+from, at, to-from, 0.055*size)
		return
	}
	p.rect(it.x+from, at-doubled*size, to-from, 0.04*size)
	p.rect(it.x+from, at+doubled*size, to-from, 0.04*size)
}

// Where lines under and through words run, in sizes from the baseline.
const (
	underlineDrop   = 0.14
	strikeRise      = 0.26
	strikeIdeograph = 0.36
	doubled         = 0.05 // half the distance of two lines
)

func markColour(c colour, m export.Mark) colour {
	switch {
	case m&export.LeftOut == export.LeftOut:
		return removed
	case m&export.Moved != 0:
		return carried
	case m&export.Inserted != 0:
		return added
	case m&export.Deleted != 0:
		return removed
	}
	return c
}

// gapLimit is the widest gap within a right-to-left word, in thousandths of
// the size: readers take a wider one for a space.
const gapLimit = 90

// run writes the glyphs of a run. The pen is tracked in the widths that the
// file states, so that rounding never adds up along a line.
func (p *painter) run(text []rune, run *typeset.Run, left, y float64) {
	font, err := p.fonts.use(run.Face)
	if err != nil {
		p.err = err
		return
	}
	size := run.Size
	unit := size / 1000
	want := left + run.X // where the next glyph belongs
	pen := want          // where the file's pen is
	debt := 0.0          // how far the word has been drawn together
	open, hex := false, false
	begin := func(x, y float64) {
		p.b = append(append(append(p.b, "BT /"...), font.name...), ' ')
		p.number(size)
		p.b = append(p.b, "Tf "...)
		p.number(x)
		p.number(p.height - y)
		p.b = append(p.b, "Td ["...)
		pen = math.Round(x*100) / 100
		open = true
	}
	end := func() {
		if hex {
			p.b = append(p.b, '>')
		}
		if open {
			p.b = append(p.b, "] TJ ET\n"...)
		}
		open, hex = false, false
	}
	glyphs := run.Glyphs
	for i := range glyphs {
		g := &glyphs[i]
		meaning := meaningOf(text, glyphs, i, run.Level)
		blank := len(meaning) == 1 && unicode.IsSpace(meaning[0])
		if blank {
			debt = 0
		}
		if g.Advance == 0 && len(meaning) == 1 && unicode.Is(unicode.Cf, meaning[0]) {
			continue
		}
		x := want - debt + float64(g.X)
		raised := g.Y > 0.005 || g.Y < -0.005
		if raised && open {
			end()
		}
		if !open {
			begin(x, y-float64(g.Y))
		}
		if adjust := math.Round((pen - x) / unit); adjust != 0 {
			if over := -adjust - gapLimit; run.Level%2 == 1 && over > 0 && i > 0 && !blank && !isBlank(text, &glyphs[i-1]) {
				debt += over * unit
				adjust += over
			}
			if hex {
				p.b = append(p.b, '>')
				hex = false
			}
			p.b = strconv.AppendInt(p.b, int64(adjust), 10)
			pen -= adjust * unit
		}
		if !hex {
			p.b = append(p.b, '<')
			hex = true
		}
		code := font.code(g.ID, meaning)
		p.b = hex16(p.b, code)
		pen += float64(font.widths[code-1]) * unit
		want += g.Advance
		if raised {
			end()
		}
	}
	end()
}

func isBlank(text []rune, g *typeset.Glyph) bool {
	return g.Runes > 0 && unicode.IsSpace(text[g.Start])
}

// softHyphen is what the hyphen of a divided word stands for (ISO 32000-1, 14.8.2.2.3):
// who copies or searches has the word whole.
var softHyphen = []rune{0xAD}

// meaningOf tells which runes glyph i stands for. Where a cluster has as many
// glyphs as runes each has its own; else the first in reading order has all of
// them and the others none.
func meaningOf(text []rune, glyphs []typeset.Glyph, i int, level uint8) []rune {
	g := &glyphs[i]
	if g.Runes == 0 {
		return softHyphen
	}
	if g.Runes == 1 && (i+1 == len(glyphs) || glyphs[i+1].First) && g.First {
		return text[g.Start : g.Start+1]
	}
	first, last := i, i
	for first > 0 && !glyphs[first].First {
		first--
	}
	for last+1 < len(glyphs) && !glyphs[last+1].First {
		last++
	}
	at := i - first
	if level%2 == 1 {
		at = last - i
	}
	switch {
	case last-first+1 == int(g.Runes):
		return text[int(g.Start)+at : int(g.Start)+at+1]
	case at == 0:
		return text[g.Start : g.Start+g.Runes]
	}
	return nil
}
