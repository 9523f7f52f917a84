package layout

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"travaux/data/text"
)

// DoubtLayout is the sentence that tells that paragraphs were rebuilt from the
// look of pages.
const DoubtLayout = "doubt.pdf-layout"

// Read puts the text of pages together. Page furniture, numbers of lines and
// lists of contents come out as hidden blocks, after the paragraph that they
// interrupt.
func Read(pages []Page) *text.Source {
	d := &document{src: &text.Source{Format: "pdf", Doubts: []string{DoubtLayout}}}
	d.arrange(pages)
	d.footnotes()
	d.margins = marginsOf(d.flow)
	d.vocabulary = vocabularyOf(d.flow)
	contents := contentsOf(d.flow)
	lines := d.withFurniture()
	placeOf := func(l *line) place {
		switch {
		case d.furniture[l]:
			return ofPage
		case contents[l]:
			return ofContents
		}
		return ofText
	}
	for _, p := range paragraphsOf(lines, &d.margins, placeOf) {
		d.write(&p)
	}
	d.writeNotes()
	return d.src
}

// document is one being put together.
type document struct {
	pages     []pageOf
	flow      []*line // lines of the text, in order
	furniture map[*line]bool
	notes     []note
	marks     map[*Word]string
	noteOf    map[*Word]int // which note the mark in the text belongs to

	margins
	vocabulary
	src *text.Source
}

// arrange makes lines of the words and sets aside what belongs to the pages.
func (d *document) arrange(pages []Page) {
	for i := range pages {
		d.pages = append(d.pages, pageOf{Page: &pages[i], lines: linesOf(&pages[i], i)})
	}
	setRight(d.pages)
	setAside(d.pages)
	for i := range d.pages {
		setNumbersAside(&d.pages[i])
	}
	d.furniture = map[*line]bool{}
	for i := range d.pages {
		p := &d.pages[i]
		for k := range p.aside {
			d.furniture[&p.aside[k]] = true
		}
	}
}

// footnotes takes the notes out of the pages.
func (d *document) footnotes() {
	var all []*line
	for i := range d.pages {
		for k := range d.pages[i].lines {
			all = append(all, &d.pages[i].lines[k])
		}
	}
	size := bodySize(all)
	d.marks, d.noteOf = map[*Word]string{}, map[*Word]int{}
	open := false // the last note of the page before does not end
	for i := range d.pages {
		lines, notes, marks := notesOf(d.pages[i].lines, size, open)
		if open && len(notes) > 0 && notes[0].mark == "" && len(d.notes) > 0 {
			last := &d.notes[len(d.notes)-1]
			last.lines = append(last.lines, notes[0].lines...)
			notes = notes[1:]
		}
		for w, m := range marks {
			d.marks[w] = m
			for k := range notes {
				if notes[k].mark == m {
					d.noteOf[w] = len(d.notes) + k
				}
			}
		}
		d.notes = append(d.notes, notes...)
		open = false
		if n := len(d.notes); n > 0 && len(notes) > 0 {
			last := d.notes[n-1].lines
			open = !finished(last[len(last)-1])
		}
		d.pages[i].lines = lines
		for k := range lines {
			d.flow = append(d.flow, &d.pages[i].lines[k])
		}
	}
}

// withFurniture is the lines of all pages with what was set aside: what stands
// at the head of a page before its text, the rest after it.
func (d *document) withFurniture() []*line {
	var all []*line
	for i := range d.pages {
		p := &d.pages[i]
		for k := range p.aside {
			if p.aside[k].base > p.Height/2 {
				all = append(all, &p.aside[k])
			}
		}
		for k := range p.lines {
			all = append(all, &p.lines[k])
		}
		for k := range p.aside {
			if p.aside[k].base <= p.Height/2 {
				all = append(all, &p.aside[k])
			}
		}
	}
	return all
}

// write makes a block of a paragraph, and hidden ones of what stood within it.
func (d *document) write(p *paragraph) {
	if len(p.lines) > 0 {
		c := composer{vocabulary: d.vocabulary, marks: d.marks, placed: map[*Word]int{}}
		for _, l := range p.lines {
			c.line(l)
		}
		b := text.Block{Break: "\n", RightToLeft: p.lines[0].rightToLeft, Centred: p.centred}
		b.Indent = int(max(d.indent(p.lines[0]), 0) * 20)
		c.into(&b)
		if d.titled(p, &b) {
			b.Kind, b.Level = text.BlockHeading, d.level(p)
		}
		at := len(d.src.Blocks)
		d.src.Blocks = append(d.src.Blocks, b)
		d.anchor(p, &c, at)
	}
	for _, l := range p.after {
		d.src.Blocks = append(d.src.Blocks, text.Block{Kind: text.BlockHidden, Text: l.text, Break: "\n", RightToLeft: l.rightToLeft})
	}
}

// anchor notes where the marks of footnotes stood in a block.
func (d *document) anchor(p *paragraph, c *composer, block int) {
	for _, l := range p.lines {
		for k := range l.words {
			w := &l.words[k]
			if at, ok := c.placed[w]; ok {
				n := d.noteOf[w]
				d.src.Notes = append(d.src.Notes, text.Note{ID: noteID(n), Mark: d.notes[n].mark, At: text.Place{Block: block, Rune: at}})
			}
		}
	}
}

func noteID(n int) string { return "footnote-" + strconv.Itoa(n+1) }

// writeNotes writes the footnotes after the text, as readers of other formats
// do.
func (d *document) writeNotes() {
	for n := range d.notes {
		from := 0
		for i, p := range paragraphsOf(d.notes[n].lines, &d.margins, func(*line) place { return ofText }) {
			c := composer{vocabulary: d.vocabulary}
			for _, l := range p.lines {
				c.line(l)
			}
			b := text.Block{Kind: text.BlockFootnote, Break: "\n", Note: noteID(n), RightToLeft: p.lines[0].rightToLeft}
			c.into(&b)
			if i == 0 && d.notes[n].mark != "" {
				d.unmark(&b, d.notes[n].lines[0])
			}
			if from++; b.Text != "" {
				d.src.Blocks = append(d.src.Blocks, b)
			}
		}
	}
}

// unmark takes the mark from the beginning of a note's text: it is its label.
func (d *document) unmark(b *text.Block, first *line) {
	mark := first.words[0].Text
	rest := strings.TrimLeft(strings.TrimPrefix(b.Text, mark), " ")
	cut := utf8.RuneCountInString(b.Text) - utf8.RuneCountInString(rest)
	b.Label, b.Text = strings.TrimRight(mark, "/."), rest
	marked := b.Marked[:0]
	for _, e := range b.Marked {
		if e.Start, e.End = max(e.Start-cut, 0), e.End-cut; e.Start < e.End {
			marked = append(marked, e)
		}
	}
	b.Marked = marked
}

// What a heading has at most, and how much larger than the text it is.
const (
	longHeading   = 200 // runes
	headingLarger = 1.12
)

// titled reports whether a paragraph looks like a heading.
func (d *document) titled(p *paragraph, b *text.Block) bool {
	if len(p.lines) > 4 || utf8.RuneCountInString(b.Text) > longHeading || firstLetter(b.Text) == 0 {
		return false
	}
	first := p.lines[0]
	larger := first.size > headingLarger*d.body
	if unitWord.MatchString(b.Text) && (b.Bold || p.centred || larger || bareUnit(first) && len(p.lines) == 1) {
		return true
	}
	if finished(p.lines[len(p.lines)-1]) {
		return false
	}
	return b.Bold || larger || p.centred && len(p.lines) <= 3 && (b.Italic || capitals(b.Text))
}

// level ranks headings by their size and weight, 1 the largest.
func (d *document) level(p *paragraph) int {
	switch l := p.lines[0]; {
	case l.size > 1.3*d.body:
		return 1
	case l.size > headingLarger*d.body, p.centred && capitals(l.text):
		return 2
	}
	return 3
}
