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
	sheet    sheet    // of the page that is being set
	sheets   [2]sheet // that stand and lie
	scale    float64  // see sheet.dressed
	family   typeset.Family
	engine   *typeset.Engine
	known    map[setting]*paragraph
	bands    []band
	root     *element
	list     *element // the open list of entries
	single   bool     // its last entry has one line
	opening  bool     // and is its first
	headings []*heading
	contents []pageNumber
	notes    []*note
	space    float64 // wanted before the next band
	headed   bool    // the paragraph before was a heading of a revised text
}

// pageNumber is a place in the contents that waits for the page of a heading.
type pageNumber struct {
	band    int
	sheet   sheet
	heading *heading
	element *element
}

// paragraph is text that has been set.
type paragraph struct {
	text   []rune
	style  style
	lang   data.Lang
	layout *typeset.Layout
	notes  []noteMark
}

// leading is the distance of its baselines.
func (p *paragraph) leading() float64 { return leadingOf(p.style, p.lang) }

// baseline of a line within its band.
func (p *paragraph) baseline() float64 { return baselineOf(p.style, p.lang) }

func newComposer(doc export.Document) *composer {
	c := &composer{doc: doc, scale: scaleOf(doc.Look), engine: typeset.New(), known: map[setting]*paragraph{}, root: &element{role: "Document"}}
	if doc.Look.Face == data.FaceSans {
		c.family = typeset.Sans
	}
	for i, s := range []sheet{portrait, landscape} {
		c.sheets[i] = s.dressed(doc.Look, doc.Marking != "", c.scale)
	}
	c.turn(doc.Landscape)
	return c
}

// turn lets the pages from here on lie or stand.
func (c *composer) turn(landscape bool) {
	c.sheet = c.sheets[0]
	if landscape {
		c.sheet = c.sheets[1]
	}
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
			c.entry(b, c.doc.ListEnds(i))
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
			c.turn(b.Landscape)
			turned := c.sheet
			c.bands = append(c.bands, band{breaks: true, sheet: &turned})
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
	c.turn(c.doc.Landscape)
	first, rightToLeft := c.sheet, c.doc.Lang.RightToLeft()
	counts := measure(c.bands, first, rightToLeft)
	for _, n := range c.contents {
		c.sheet = n.sheet
		number := c.set(strconv.Itoa(n.heading.page), styleContents, numberWidth, typeset.End)
		b := &c.bands[n.band]
		it := c.textItem(number, 0, c.left(c.sheet.measure()-numberWidth, numberWidth), b.items[0].y, n.element)
		it.link = n.heading
		b.items = append(b.items, it)
	}
	pages := paginate(c.bands, first, rightToLeft, counts)
	furniture := map[sheet]furniture{}
	for i, p := range pages {
		c.sheet = p.sheet
		if _, known := furniture[c.sheet]; !known {
			furniture[c.sheet] = c.furniture()
		}
		c.furnish(p, furniture[c.sheet], i+1, len(pages))
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

func leadingOf(s style, lang data.Lang) float64 {
	tight := s.tight
	if tight == 0 {
		tight = 1
	}
	return s.size * leading(lang) * tight
}

func baselineOf(s style, lang data.Lang) float64 {
	return leadingOf(s, lang)*0.5 + s.size*0.34
}

// setting is all that decides how a text of one style is set.
type setting struct {
	text  string
	style style
	width float64
	align typeset.Align
	lang  data.Lang
}

// set sets text of one style. Labels, citations and stances return again and
// again, so they are set once.
func (c *composer) set(text string, s style, width float64, align typeset.Align) *paragraph {
	return c.setPlain(c.doc.Lang, text, s, width, align)
}

func (c *composer) setPlain(lang data.Lang, text string, s style, width float64, align typeset.Align) *paragraph {
	key := setting{text, s, width, align, lang}
	if known := c.known[key]; known != nil {
		return known
	}
	p := c.setIn(directionOf(lang), lang, []export.Span{{Text: text}}, s, width, align)
	c.known[key] = p
	return p
}

// setSpans sets a paragraph in a language, the document's if that is "". Letters
// never join across an edge between inserted and deleted words.
func (c *composer) setSpans(lang data.Lang, spans []export.Span, s style, width float64, align typeset.Align) *paragraph {
	if lang == "" {
		lang = c.doc.Lang
	}
	if len(spans) == 1 && spans[0].Mark == export.Plain {
		return c.setPlain(lang, spans[0].Text, s, width, align)
	}
	return c.setIn(directionOf(lang), lang, spans, s, width, align)
}

func directionOf(lang data.Lang) typeset.Direction {
	if lang.RightToLeft() {
		return typeset.RightToLeft
	}
	return typeset.LeftToRight
}

// sansSize is what a size is multiplied by in the sans-serif face, whose small
// letters are larger.
const sansSize = 0.9

func (c *composer) setIn(direction typeset.Direction, lang data.Lang, spans []export.Span, s style, width float64, align typeset.Align) *paragraph {
	p := &paragraph{style: s, lang: lang}
	size := s.size
	if c.family == typeset.Sans {
		size *= sansSize
	}
	var text []rune
	var marked []typeset.Span
	for i, span := range spans {
		if i > 0 && export.Parted(lang, spans[i-1], span) {
			text = append(text, ' ')
		}
		start, words, size := len(text), clean(span.Text), size
		if span.Mark&export.Footnote != 0 {
			if strings.TrimSpace(words) == "" {
				continue
			}
			n, mark := c.note(span.Text, lang)
			words, size = mark, size*markSize
			p.notes = append(p.notes, noteMark{start, start + utf8.RuneCountInString(mark), n})
		}
		for _, r := range words {
			text = append(text, r)
		}
		if len(text) == start {
			continue
		}
		marked = append(marked, typeset.Span{
			Start: start, End: len(text),
			Style: typeset.Style{
				Family: c.family, Size: size,
				Bold: s.bold || span.Mark&export.Strong != 0, Italic: s.italic || span.Mark&export.Slanted != 0,
			},
			Break: span.Mark&(export.Inserted|export.Deleted) != 0,
			Mark:  int(span.Mark),
		})
	}
	if len(marked) == 0 {
		marked = []typeset.Span{{Style: typeset.Style{Family: c.family, Size: size}}}
	}
	p.text = text
	p.layout = c.engine.Draw(typeset.Paragraph{
		Text: text, Spans: marked, Direction: direction, Lang: string(lang), Width: width, Align: align,
		Divide: align == typeset.Justify,
	})
	return p
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

// band is that of a line: the first and the last two are on one page, and the parts of
// a divided word.
func (p *paragraph) band(line int) band {
	n := len(p.layout.Lines)
	return band{
		height: p.leading(), notes: p.notesOn(line),
		keep:   line < n-1 && (line == 0 || line == n-2),
		within: p.layout.Lines[line].Divided,
	}
}

// lines adds a band for every line of a paragraph, so many points from the
// start side. It returns the index of the first band.
func (c *composer) lines(p *paragraph, start, width float64, e *element) int {
	first := len(c.bands)
	for i := range p.layout.Lines {
		b := p.band(i)
		if i == 0 {
			b.before, c.space = c.space, 0
		}
		b.items = []item{c.textItem(p, i, c.left(start, width), p.baseline(), e)}
		c.bands = append(c.bands, b)
	}
	p.annotate(e)
	return first
}

func align(s style) typeset.Align {
	switch {
	case s.centred:
		return typeset.Centre
	case s.justified:
		return typeset.Justify
	case s.ending:
		return typeset.End
	}
	return typeset.Start
}

func (c *composer) block(text string, s style, e *element) int {
	p := c.set(text, s, c.sheet.measure(), align(s))
	e.speak(p)
	return c.lines(p, 0, c.sheet.measure(), e)
}

// rule draws a line over the whole measure in a band of its own.
func (c *composer) rule(before, after, weight float64, col colour) {
	c.bands = append(c.bands, band{before: before, height: weight + after, keep: true, items: []item{{x: c.sheet.side, w: c.sheet.measure(), h: weight, colour: col}}})
}
