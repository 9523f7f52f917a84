package pdf

import (
	"slices"
	"strconv"

	"travaux/data"
	"travaux/export"
	"travaux/translations/typeset"
)

// note is a footnote: its lines, which stand at the foot of the page on which its
// mark is, and go on at the foot of the next if there is no room.
type note struct {
	number  int
	para    *paragraph
	element *element
	lines   []band
}

// noteMark is where a paragraph has the mark of a note.
type noteMark struct {
	at, end int // runes of the mark
	note    *note
}

// Measures of notes in points: the room for their numbers, the space between two of
// them, the rule above them, and how much of the size a mark has and rises by.
const (
	noteIndent = 14.0
	noteGap    = 2.5
	ruleAbove  = 10.0
	ruleBelow  = 5.0
	ruleLong   = 90.0
	ruleWeight = 0.4
	markSize   = 0.66
	markRise   = 0.36
)

// Marks hang on the word before them. In Arabic a number would join the number
// before it, and stand on its wrong side.
const (
	wordJoiner      = "\u2060"
	rightToLeftMark = "\u200F"
)

// note sets a footnote and returns it with what marks it in the line.
func (c *composer) note(words string, lang data.Lang) (*note, string) {
	n := &note{number: len(c.notes) + 1}
	c.notes = append(c.notes, n)
	width := c.sheet.measure() - noteIndent
	n.para = c.setSpans(lang, []export.Span{{Text: words}}, styleNote, width, align(styleNote))
	number := c.setSpans(lang, []export.Span{{Text: strconv.Itoa(n.number)}}, styleNote, noteIndent, typeset.Start)
	for i := range n.para.layout.Lines {
		b := n.para.band(i)
		if i == 0 {
			b.before = noteGap
			b.items = append(b.items, c.textItem(number, 0, c.left(0, noteIndent), number.baseline(), nil))
		}
		b.items = append(b.items, c.textItem(n.para, i, c.left(noteIndent, width), n.para.baseline(), nil))
		n.lines = append(n.lines, b)
	}
	mark := wordJoiner + strconv.Itoa(n.number)
	if lang.RightToLeft() {
		mark = rightToLeftMark + mark
	}
	return n, mark
}

// annotate gives the notes of a paragraph their place in the structure, behind its
// element.
func (p *paragraph) annotate(e *element) {
	for _, m := range p.notes {
		n := m.note
		n.element = e.parent.add("Note")
		n.element.foot = n.number
		n.element.speak(n.para)
		for i := range n.lines {
			for k := range n.lines[i].items {
				n.lines[i].items[k].element = n.element
			}
		}
	}
}

// notesOn are the notes whose marks stand on a line.
func (p *paragraph) notesOn(line int) (out []*note) {
	l := &p.layout.Lines[line]
	for _, m := range p.notes {
		if m.at >= l.Start && m.at < l.End {
			out = append(out, m.note)
		}
	}
	return out
}

// words is what is read aloud: the text without the marks of its notes.
func (p *paragraph) words() string {
	if len(p.notes) == 0 {
		return string(p.text)
	}
	var out []rune
	from := 0
	for _, m := range p.notes {
		out = append(out, p.text[from:m.at]...)
		from = m.end
	}
	return string(append(out, p.text[from:]...))
}

// foot is what stands at the foot of a page: lines of notes, and what waits for the
// next page.
type foot struct {
	lines  []band
	height float64 // of the lines and the rule above them
	rest   []band
}

func (f *foot) empty() bool { return len(f.lines) == 0 && len(f.rest) == 0 }

// least is what a note needs on the page of its mark.
func (n *note) least() float64 {
	first := 1
	for n.lines[first-1].goesOn() {
		first++
	}
	return extent(n.lines[:first])
}

// need is the room that the notes of bands ask for: all of them whole, but for the
// last, of which the beginning is enough.
func (f *flow) need(bands []band) float64 {
	sum, last := 0.0, (*note)(nil)
	for _, b := range bands {
		for _, n := range b.notes {
			if last != nil {
				sum += extent(last.lines)
			}
			last = n
		}
	}
	if last == nil {
		return 0
	}
	if len(f.foot.lines) == 0 {
		sum += ruleAbove + ruleWeight + ruleBelow
	}
	return sum + last.least()
}

// room is what is left of the page above its notes.
func (f *flow) room() float64 { return f.sheet.bodyBottom() - f.foot.height - f.y }

// holds reports whether bands go onto the page with the notes that they have.
func (f *flow) holds(bands []band) bool {
	need := f.need(bands)
	return extent(bands)+need <= f.room() && (need == 0 || len(f.foot.rest) == 0)
}

// wouldHold reports whether they would go onto one that is empty.
func (f *flow) wouldHold(bands []band) bool {
	fresh := &flow{sheet: f.sheet}
	return extent(bands)-bands[0].before+fresh.need(bands)+bands[0].under.height() <= f.sheet.bodyBottom()-f.sheet.top
}

// take puts notes to the foot of the page, as far as there is room and bands that are
// kept with those of their marks leave it.
func (f *flow) take(notes []*note, kept []band) {
	for _, n := range notes {
		if len(f.foot.rest) > 0 {
			f.foot.rest = append(f.foot.rest, n.lines...)
			continue
		}
		room := f.room()
		if left := room - extent(kept) - f.need(kept); left >= f.need([]band{{notes: []*note{n}}}) {
			room = left
		}
		f.fill(n.lines, room)
	}
}

// fill puts lines to the foot of the page, as many as go into so much room, and keeps
// the others for the next.
func (f *flow) fill(lines []band, room float64) {
	if len(f.foot.lines) == 0 {
		room -= ruleAbove + ruleWeight + ruleBelow
	}
	n := 0
	for n < len(lines) && extent(lines[:n+1]) <= room {
		n++
	}
	for 0 < n && n < len(lines) && lines[n-1].goesOn() {
		n--
	}
	if n > 0 {
		if len(f.foot.lines) == 0 {
			f.foot.height = ruleAbove + ruleWeight + ruleBelow
		}
		f.foot.lines = append(f.foot.lines, lines[:n]...)
		f.foot.height += extent(lines[:n])
	}
	f.foot.rest = append(f.foot.rest, lines[n:]...)
}

// mostNotes is the part of a page that notes of the page before may take.
const mostNotes = 0.7

// goOnOver puts what the page before had no room for to the foot, over a part of the
// room that there is.
func (f *flow) goOnOver(part float64) {
	if rest := f.foot.rest; len(rest) > 0 {
		f.foot.rest = nil
		f.fill(slices.Clip(rest), part*f.room())
	}
}

// begun reports whether the page has words, or notes that leave none to come.
func (f *flow) begun() bool { return f.y > f.top || len(f.foot.rest) > 0 }

// endPage draws the notes of the page at its foot, below a rule.
func (f *flow) endPage() {
	if len(f.foot.lines) > 0 {
		p := f.pages[len(f.pages)-1]
		y := f.sheet.bodyBottom() - f.foot.height + ruleAbove
		f.put(p, band{items: []item{{x: f.start(ruleLong), w: ruleLong, h: ruleWeight, colour: quiet}}}, y)
		y += ruleWeight + ruleBelow
		for _, b := range f.foot.lines {
			y += b.before
			f.put(p, b, y)
			y += b.height
		}
	}
	f.foot = foot{rest: f.foot.rest}
}

// start is the left edge of something so wide that begins at the start side.
func (f *flow) start(width float64) float64 {
	if f.rightToLeft {
		return f.sheet.width - f.sheet.side - width
	}
	return f.sheet.side
}

// end ends the last page, and adds pages for notes that go on still.
func (f *flow) end() {
	f.endPage()
	for len(f.foot.rest) > 0 {
		f.begin(nil)
		f.endPage()
	}
}
