package pdf

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"travaux/export"
	"travaux/translations/typeset"
)

func (c *composer) letterhead(l export.Letterhead) {
	c.logo(l.Name)
	e := c.root.add("P")
	c.block(l.Name, styleName, e)
	c.space = 3
	for _, line := range l.Lines {
		c.address(line)
	}
	c.rule(12, 1.6, 1.1, navy)
	c.rule(0, 0, 0.4, navy)
	c.space = 50
}

// address sets a line in the direction of its own words: a street may stand in
// another script than the paper.
func (c *composer) address(line string) {
	e := c.root.add("P")
	p := c.setIn(typeset.Auto, c.doc.Lang, []export.Span{{Text: line}}, styleAddress, c.sheet.measure(), typeset.Centre)
	e.speak(p)
	c.lines(p, 0, c.sheet.measure(), e)
}

func (c *composer) title(t export.Title) {
	c.keepFrom(c.block(t.Text, styleTitle, c.root.add("H1")))
	if t.Subtitle != "" {
		c.space = 6
		c.keepFrom(c.block(t.Subtitle, styleSubtitle, c.root.add("P")))
	}
	c.space = 26
}

// keepFrom keeps all bands from that one on with what follows.
func (c *composer) keepFrom(first int) {
	for i := first; i < len(c.bands); i++ {
		c.bands[i].keep = true
	}
}

// fields is a table of two columns between hairlines.
func (c *composer) fields(f export.Fields) {
	if len(f.Rows) == 0 {
		return
	}
	table := c.root.add("Table")
	c.rule(c.space, 7, 0.5, hairline)
	c.space = 0
	for _, row := range f.Rows {
		tr := table.add("TR")
		th, td := tr.add("TH"), tr.add("TD")
		th.scope = "Row"
		value := c.set(row.Value, styleValue, c.sheet.bodyWidth(), typeset.Start)
		td.speak(value)
		first := c.lines(value, bodyStart, c.sheet.bodyWidth(), td)
		c.label(row.Label, first, labelWidth, th)
		c.space = 1.5
	}
	c.keepFrom(len(c.bands) - 1)
	c.rule(7, 0, 0.5, hairline)
	c.bands[len(c.bands)-1].keep = false
	c.space = 26
}

// label sets a label beside the bands from that one on, its lines on the
// baselines that are there; more bands are added for a label that is longer.
func (c *composer) label(text string, first int, width float64, e *element) {
	p := c.set(text, styleLabel, width, typeset.Start)
	e.speak(p)
	y, height := c.bands[first].items[0].y, c.bands[first].height
	for i := range p.layout.Lines {
		if first+i == len(c.bands) {
			c.bands[len(c.bands)-1].keep = true
			c.bands = append(c.bands, band{height: height})
		}
		b := &c.bands[first+i]
		it := c.textItem(p, i, c.left(0, width), y, e)
		b.items = append([]item{it}, b.items...)
		if i > 0 {
			c.bands[first+i-1].keep = true
		}
	}
}

// headingRole tells a screen reader how deep a heading stands: the title is the first.
func headingRole(level int) name { return name("H" + strconv.Itoa(min(level, export.MostLevels)+1)) }

func (c *composer) heading(h *heading) {
	s, before, after := styleHeading(h.level)
	c.space = max(c.space, before)
	first := c.block(h.text, s, c.root.add(headingRole(h.level)))
	c.keepFrom(first)
	c.bands[first].heading = h
	c.space = after
}

func paragraphStyle(k export.ParagraphKind) style {
	switch k {
	case export.Statement:
		return styleStatement
	case export.Fine:
		return styleFine
	case export.Spoken:
		return styleSpoken
	case export.Signature:
		return styleSignature
	case export.Names:
		return styleValue
	}
	return styleBody
}

func (c *composer) running(p export.Paragraph) {
	s := paragraphStyle(p.Kind)
	set := c.setSpans(p.Lang, p.Spans, s, c.sheet.measure(), align(s))
	e := c.root.add("P")
	e.speak(set)
	c.lines(set, 0, c.sheet.measure(), e)
	c.space = 6
}

// How far the words of an entry with a number stand from the margin, less than those
// with a label in words, and how long that number may be.
const (
	numberColumn = 30.0
	longNumber   = 4
)

// entryStart is where the words of an entry begin.
func entryStart(e export.Entry) float64 {
	if e.Numbered() && utf8.RuneCountInString(e.Label) <= longNumber && e.Paragraphs[0].Kind != export.Spoken {
		return numberColumn
	}
	return bodyStart
}

// entry is an item of a list, which may close with it: the label hangs in the margin.
func (c *composer) entry(entry export.Entry, closing bool) {
	if len(entry.Paragraphs) == 0 {
		return
	}
	if c.list == nil {
		c.list = c.root.add("L")
	}
	li := c.list.add("LI")
	label, body := li.add("Lbl"), li.add("LBody")
	begin := len(c.bands)
	follows := len(c.list.kids) > 1
	start := entryStart(entry)
	width := c.sheet.measure() - start
	for i, p := range entry.Paragraphs {
		s := paragraphStyle(p.Kind)
		set := c.setSpans(p.Lang, p.Spans, s, width, align(s))
		e := body.add("P")
		e.speak(set)
		first := c.lines(set, start, width, e)
		if p.Kind == export.Quotation {
			c.sidebar(first, start, i > 0)
		}
		if entry.Leads(i) {
			c.bands[len(c.bands)-1].keep = true
		}
		c.space = 5
	}
	c.label(entry.Label, begin, start-labelGap, label)
	c.keepEntry(begin, follows, closing)
	c.space = 8
}

// keepEntry keeps short entries whole, and does not part a list from the words that lead
// to it, nor from its first line where that is an entry of its own, nor a single line from
// the longer entry before it, nor the last of a list from any. More of them in a row may be
// parted: a list of single lines is longer than a page.
func (c *composer) keepEntry(begin int, follows, closing bool) {
	lines := len(c.bands) - begin
	for i := begin; i < len(c.bands)-1 && lines <= 3; i++ {
		c.bands[i].keep = true
	}
	single := lines == 1
	if begin > 0 && (!follows || c.opening || single && (closing || !c.single)) {
		c.bands[begin-1].keep = true
	}
	c.single, c.opening = single, single && !follows
}

// sidebar draws a thin line along the start side of quoted words.
func (c *composer) sidebar(first int, start float64, joined bool) {
	for i := first; i < len(c.bands); i++ {
		b := &c.bands[i]
		bar := item{x: c.left(start-10, 1), y: 1, w: 1, h: b.height, colour: hairline}
		if i == first && joined {
			bar.y -= b.before
			bar.h += b.before
		}
		b.items = append(b.items, bar)
	}
}

const (
	numberWidth = 26.0
	leaderGap   = 6.0
	indentStep  = 16.0
)

// listContents sets every heading down to a depth, with dots to the number of
// its page. The numbers are filled in when the pages are known.
func (c *composer) listContents(contents export.Contents) {
	s, before, after := styleHeading(1)
	c.space = max(c.space, before)
	c.keepFrom(c.block(contents.Heading, s, c.root.add("H2")))
	c.space = after
	toc := c.root.add("TOC")
	begin := len(c.bands)
	for _, h := range c.headings {
		if h.level > contents.Depth {
			continue
		}
		indent := indentStep * float64(max(h.level-1, 0))
		s := styleContents
		switch h.level {
		case 1:
			s.bold = true
			c.space = max(c.space, 5)
		case 3:
			s.size, s.colour = 9.75, quiet
		}
		width := c.sheet.measure() - indent - numberWidth - 2*leaderGap
		p := c.set(h.text, s, width, typeset.Start)
		toci := toc.add("TOCI")
		link := toci.add("Link")
		link.target = h
		link.speak(p)
		first := c.lines(p, indent, width, link)
		for i := first; i < len(c.bands); i++ {
			c.bands[i].items[0].link = h
		}
		last := len(c.bands) - 1
		c.dots(&c.bands[last], p, indent, width)
		c.contents = append(c.contents, pageNumber{last, c.sheet, h, link})
	}
	if begin < len(c.bands) {
		c.keepFrom(begin)
		c.bands[len(c.bands)-1].keep = false
	}
	c.space = 24
}

// dots leads from the end of a line to the page number.
func (c *composer) dots(b *band, p *paragraph, indent, width float64) {
	line := p.layout.Lines[len(p.layout.Lines)-1]
	from := indent + line.Width + leaderGap
	length := c.sheet.measure() - numberWidth - from
	if length > leaderGap {
		b.items = append(b.items, item{x: c.left(from, length), y: b.items[0].y, w: length, leader: true, colour: hairline})
	}
}

// furniture is what every page has: head, foot and number "3/12", and the marking
// of what is confidential; nil if it is not.
type furniture struct{ head, foot, marking *paragraph }

const folioWidth = 60.0

func (c *composer) furniture() furniture {
	f := furniture{
		head: c.clip(c.doc.RunningHead, c.sheet.measure()),
		foot: c.clip(c.doc.Subject, c.sheet.measure()-folioWidth-20),
	}
	if c.doc.Marking != "" {
		f.marking = c.marking()
	}
	return f
}

// marking is the document's marking in one line: smaller letters for a long one,
// never less than all of it.
func (c *composer) marking() (set *paragraph) {
	for s := styleMarking; ; s.size -= 0.5 {
		set = c.set(c.doc.Marking, s, c.sheet.measure()-2*markingPad, typeset.Centre)
		if len(set.layout.Lines) == 1 || s.size <= leastMarking {
			return set
		}
	}
}

// Where the marking stands, how far its frame from its words, and how small it
// may become.
const (
	markingLine  = 31.0
	markingFoot  = 15.0 // from the bottom of the page
	markingPad   = 8.0
	leastMarking = 5.0
)

// mark frames the marking with its baseline at a height of the page.
func (c *composer) mark(p *page, marking *paragraph, at float64) {
	line := &marking.layout.Lines[0]
	left := c.left(markingPad, c.sheet.measure()-2*markingPad)
	p.items = append(p.items, placed{c.textItem(marking, 0, left, 0, nil), at})
	x, w := left+line.X-markingPad, line.Width+2*markingPad
	top, high, edge := at-styleMarking.size-2.5, styleMarking.size+8, 1.0
	for _, r := range [][4]float64{{x, top, w, edge}, {x, top + high - edge, w, edge}, {x, top, edge, high}, {x + w - edge, top, edge, high}} {
		p.items = append(p.items, placed{item{x: r[0], w: r[2], h: r[3], colour: removed}, r[1]})
	}
}

func (c *composer) furnish(p *page, f furniture, number, total int) {
	measure, footLine := c.sheet.measure(), c.sheet.height-c.sheet.foot
	put := func(set *paragraph, start, width, y float64) {
		p.items = append(p.items, placed{c.textItem(set, 0, c.left(start, width), 0, nil), y})
	}
	if f.marking != nil {
		c.mark(p, f.marking, markingLine)
		c.mark(p, f.marking, c.sheet.height-markingFoot)
	}
	if number > 1 {
		put(f.head, 0, measure, c.sheet.head)
		p.items = append(p.items, placed{item{x: c.sheet.side, w: measure, h: 0.4, colour: hairline}, c.sheet.head + 7})
	}
	put(f.foot, 0, measure-folioWidth-20, footLine)
	folio := c.set(strconv.Itoa(number)+"/"+strconv.Itoa(total), styleFurniture, folioWidth, typeset.End)
	put(folio, measure-folioWidth, folioWidth, footLine)
}

// clipRunes is more than one line of furniture can hold.
const clipRunes = 300

// clip sets as much of a text as one line of that width holds.
func (c *composer) clip(text string, width float64) *paragraph {
	runes := []rune(clean(text))
	set := c.set(string(runes[:min(len(runes), clipRunes)]), styleFurniture, width, typeset.Start)
	if len(set.layout.Lines) == 1 && len(runes) <= clipRunes {
		return set
	}
	const ellipsis = "…"
	short := c.set(string(set.text), styleFurniture, width-styleFurniture.size, typeset.Start)
	cut := strings.TrimRight(string(set.text[:short.layout.Lines[0].End]), " ")
	return c.set(cut+ellipsis, styleFurniture, width, typeset.Start)
}
