package pdf

import (
	"context"
	"strconv"
	"strings"
	"unicode/utf8"

	"travaux/data"
	"travaux/export"
	"travaux/translations/typeset"
)

// composer turns the blocks of a document into bands.
type composer struct {
	doc      export.Document
	sheet    sheet
	engine   *typeset.Engine
	known    map[setting]*paragraph
	bands    []band
	root     *element
	list     *element // the open list of entries
	headings []*heading
	contents []pageNumber
	space    float64 // wanted before the next band
	headed   bool    // the paragraph before was a heading of a revised text
}

// pageNumber is a place in the contents that waits for the page of a heading.
type pageNumber struct {
	band    int
	heading *heading
	element *element
}

// paragraph is text that has been set.
type paragraph struct {
	text   []rune
	style  style
	layout *typeset.Layout
}

func newComposer(doc export.Document) *composer {
	c := &composer{doc: doc, sheet: portrait, engine: typeset.New(), known: map[setting]*paragraph{}, root: &element{role: "Document"}}
	if doc.Landscape {
		c.sheet = landscape
	}
	return c
}

// compose sets the whole document and returns its pages, furniture included.
func (c *composer) compose(ctx context.Context) ([]*page, error) {
	for _, h := range c.doc.Headings() {
		c.headings = append(c.headings, &heading{level: h.Level, text: clean(h.Text)})
	}
	next := 0
	for i, b := range c.doc.Blocks {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if _, ok := b.(export.Entry); !ok {
			c.list = nil
		}
		if _, ok := b.(export.Revised); !ok {
			c.headed = false
		}
		switch b := b.(type) {
		case export.Letterhead:
			c.letterhead(b)
		case export.Title:
			c.title(b)
		case export.Fields:
			c.fields(b)
		case export.Contents:
			c.listContents(b)
		case export.Heading:
			c.heading(c.headings[next])
			next++
		case export.Paragraph:
			first := len(c.bands)
			c.running(b)
			if leads(c.doc.Blocks[i+1:]) {
				c.keepFrom(first)
			}
		case export.Entry:
			c.entry(b)
		case export.Chart:
			c.chart(b)
		case export.Code:
			if err := c.code(b); err != nil {
				return nil, err
			}
		case export.Revised:
			var h *heading
			if _, ok := b.Outline(); ok {
				h = c.headings[next]
				next++
			}
			c.revised(b, h)
		case export.Grid:
			c.signs(b)
		case export.Table:
			c.table(b)
		case export.Rule:
			c.rule(10, 0, 0.5, hairline)
			c.space = 10
		case export.PageBreak:
			c.bands = append(c.bands, band{breaks: true})
			c.space = 0
		}
	}
	return c.pages(), nil
}

// leads reports whether a table, a grid, a chart or a code follows: what stands before it is about
// it.
func leads(rest []export.Block) bool {
	if len(rest) == 0 {
		return false
	}
	switch rest[0].(type) {
	case export.Table, export.Chart, export.Grid, export.Code:
		return true
	}
	return false
}

// pages divides the bands; what has to know the pages is set twice, because
// the width of a page number never changes the height of its line.
func (c *composer) pages() []*page {
	paginate(c.bands, c.sheet)
	for _, n := range c.contents {
		number := c.set(strconv.Itoa(n.heading.page), styleContents, numberWidth, typeset.End)
		b := &c.bands[n.band]
		it := c.textItem(number, 0, c.left(c.sheet.measure()-numberWidth, numberWidth), b.items[0].y, n.element)
		it.link = n.heading
		b.items = append(b.items, it)
	}
	pages := paginate(c.bands, c.sheet)
	f := c.furniture()
	for i, p := range pages {
		c.furnish(p, f, i+1, len(pages))
	}
	return pages
}

// left is the left edge of something that begins so far from the start side
// of the type area: the right one in Arabic.
func (c *composer) left(start, width float64) float64 {
	if c.doc.Lang.RightToLeft() {
		return c.sheet.width - c.sheet.side - start - width
	}
	return c.sheet.side + start
}

func (c *composer) leading(s style) float64 {
	tight := s.tight
	if tight == 0 {
		tight = 1
	}
	return s.size * leading(c.doc.Lang) * tight
}

// baseline of a line within its band.
func (c *composer) baseline(s style) float64 {
	return c.leading(s)*0.5 + s.size*0.34
}

// setting is all that decides how a text of one style is set.
type setting struct {
	text  string
	style style
	width float64
	align typeset.Align
}

// set sets text of one style. Labels, citations and stances return again and
// again, so they are set once.
func (c *composer) set(text string, s style, width float64, align typeset.Align) *paragraph {
	key := setting{text, s, width, align}
	if known := c.known[key]; known != nil {
		return known
	}
	p := c.setMarked([]export.Span{{Text: text}}, s, width, align)
	c.known[key] = p
	return p
}

// setSpans sets a paragraph. Letters never join across an edge between
// inserted and deleted words.
func (c *composer) setSpans(spans []export.Span, s style, width float64, align typeset.Align) *paragraph {
	if len(spans) == 1 && spans[0].Mark == export.Plain {
		return c.set(spans[0].Text, s, width, align)
	}
	return c.setMarked(spans, s, width, align)
}

func (c *composer) setMarked(spans []export.Span, s style, width float64, align typeset.Align) *paragraph {
	direction := typeset.LeftToRight
	if c.doc.Lang.RightToLeft() {
		direction = typeset.RightToLeft
	}
	return c.setIn(direction, spans, s, width, align)
}

func (c *composer) setIn(direction typeset.Direction, spans []export.Span, s style, width float64, align typeset.Align) *paragraph {
	var text []rune
	var marked []typeset.Span
	for i, span := range spans {
		if i > 0 && c.parted(spans[i-1], span) {
			text = append(text, ' ')
		}
		start := len(text)
		for _, r := range clean(span.Text) {
			text = append(text, r)
		}
		if len(text) == start {
			continue
		}
		marked = append(marked, typeset.Span{
			Start: start, End: len(text),
			Style: typeset.Style{
				Family: typeset.Serif, Size: s.size,
				Bold: s.bold || span.Mark&export.Strong != 0, Italic: s.italic || span.Mark&export.Slanted != 0,
			},
			Break: span.Mark&(export.Inserted|export.Deleted) != 0,
			Mark:  int(span.Mark),
		})
	}
	if len(marked) == 0 {
		marked = []typeset.Span{{Style: typeset.Style{Size: s.size}}}
	}
	return &paragraph{text, s, c.engine.Set(typeset.Paragraph{
		Text: text, Spans: marked, Direction: direction, Lang: string(c.doc.Lang), Width: width, Align: align,
	})}
}

// parted tells whether a space is set between deleted words and those that
// take their place. Chinese has no spaces, and colour tells them apart; but two
// numbers would become one, so that in Arabic their order would be wrong.
func (c *composer) parted(before, after export.Span) bool {
	return before.Mark&export.Deleted != 0 && after.Mark&export.Inserted != 0 && c.doc.Lang != data.Chinese &&
		!strings.HasSuffix(before.Text, " ") && !strings.HasPrefix(after.Text, " ")
}

// clean makes text fit to print: valid, without controls, and without the
// overrides that show letters in another order than they are stored in.
func clean(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7F {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x202A && r <= 0x202E, r == 0xFEFF, r >= 0x206A && r <= 0x206F:
			return -1
		case r < ' ', r >= 0x7F && r < 0xA0, r == 0x2028, r == 0x2029:
			return ' '
		case r == utf8.RuneError:
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// textItem places line n of a paragraph whose left edge is at x.
func (c *composer) textItem(p *paragraph, n int, x, y float64, e *element) item {
	return item{x: x, y: y, line: &p.layout.Lines[n], para: p, colour: p.style.colour, element: e}
}

// lines adds a band for every line of a paragraph, so many points from the
// start side, and keeps first and last two of them together. It returns the
// index of the first band.
func (c *composer) lines(p *paragraph, start, width float64, e *element) int {
	first := len(c.bands)
	n := len(p.layout.Lines)
	for i := range n {
		b := band{height: c.leading(p.style), keep: i < n-1 && (i == 0 || i == n-2)}
		if i == 0 {
			b.before, c.space = c.space, 0
		}
		b.items = []item{c.textItem(p, i, c.left(start, width), c.baseline(p.style), e)}
		c.bands = append(c.bands, b)
	}
	return first
}

func align(s style) typeset.Align {
	switch {
	case s.centred:
		return typeset.Centre
	case s.justified:
		return typeset.Justify
	}
	return typeset.Start
}

func (c *composer) block(text string, s style, e *element) int {
	p := c.set(text, s, c.sheet.measure(), align(s))
	e.speak(c.doc.Lang, p.text)
	return c.lines(p, 0, c.sheet.measure(), e)
}

// rule draws a line over the whole measure in a band of its own.
func (c *composer) rule(before, after, weight float64, col colour) {
	c.bands = append(c.bands, band{before: before, height: weight + after, keep: true, items: []item{{x: c.sheet.side, w: c.sheet.measure(), h: weight, colour: col}}})
}
