package export

import (
	"strings"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/redline"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
)

// Paragraphs writes the paragraphs of a version as a text has them: a heading
// as one of its own, with its title on the next line; before other words their
// number and a tab.
func Paragraphs(version []align.Paragraph) []string {
	var out []string
	for _, p := range version {
		if heads(p) {
			out = append(out, join(p.Label, "\n", p.Heading))
			if p.Text != "" {
				out = append(out, p.Text)
			}
			continue
		}
		out = append(out, join(p.Label, "\t", p.Text))
	}
	return out
}

func join(a, between, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + between + b
}

// heads reports whether a paragraph begins with a heading that is known apart
// from its words.
func heads(p align.Paragraph) bool {
	return p.Heading != "" || isContainer(p.Kind) && p.Label != ""
}

// longestHeading is how many characters a paragraph may have to be set as a
// heading where titles are not known apart from words.
const longestHeading = 160

// levelOf is the level of a heading, 0 for running text.
func levelOf(p align.Paragraph) int {
	if !isContainer(p.Kind) || !heads(p) && utf8.RuneCountInString(p.Text) > longestHeading {
		return 0
	}
	if p.Kind == data.KindArticle {
		return 2
	}
	return 1
}

// drawn is a line of the redline on its way to spans.
type drawn struct {
	c Comparison
	l compare.Line
	// Whether the line begins its paragraph in either version; what was moved
	// here begins none of the old one.
	firstOld, firstNew bool
}

// part is a paragraph of what a line shows: a heading, or words.
type part struct {
	spans []Span
	head  bool
}

// newest is the paragraph that a line shows: the new one, or one that is gone.
func (d drawn) newest() align.Paragraph {
	if d.l.New >= 0 {
		return d.c.Comparison.New[d.l.New]
	}
	return d.c.Comparison.Old[d.l.Old]
}

// parts shows a line as the table has it, by the line's own redline: numbers
// and titles first.
func (d drawn) parts() []part {
	p := d.newest()
	label, heading, text := d.spans(d.l.Label), d.spans(d.l.Heading), d.spans(d.l.Text)
	if heads(p) {
		head := part{spacedOut(label, "\n", heading), true}
		if len(text) == 0 {
			return []part{head}
		}
		return []part{head, {text, false}}
	}
	return []part{{spacedOut(spacedOut(label, "\t", heading), "\t", text), false}}
}

func spacedOut(a []Span, between string, b []Span) []Span {
	if len(a) == 0 || len(b) == 0 {
		return append(a, b...)
	}
	return append(append(a, Span{between, Plain}), b...)
}

// spans gives edits their marks.
func (d drawn) spans(edits []redline.Edit) []Span {
	out := make([]Span, 0, len(edits))
	for _, e := range edits {
		out = append(out, Span{e.Text, d.mark(e.Kind)})
	}
	return out
}

func (d drawn) mark(k redline.Kind) Mark {
	moved := d.l.Other >= 0
	switch {
	case moved && d.l.Gone():
		return MovedAway
	case moved && k == redline.Keep:
		return MovedHere
	case moved && k == redline.Delete:
		return LeftOut
	case k == redline.Insert:
		return Inserted
	case k == redline.Delete:
		return Deleted
	}
	return Plain
}

// revised is the running redline. Every break belongs to the version that has
// it, so that either version comes out of it whole.
func (w *comparisonWriter) revised() []Revised {
	f := flowing{w: w, lines: w.c.Lines}
	for n := range f.lines {
		f.line(n)
	}
	f.close()
	return f.out
}

// flowing makes paragraphs of lines. Spans gather until a break of either
// version ends their paragraph.
type flowing struct {
	w     *comparisonWriter
	lines []compare.Line
	out   []Revised
	now   Revised
	begun bool
}

func (f *flowing) line(n int) {
	l := f.lines[n]
	d := drawn{c: f.w.c, l: l, firstOld: l.StandsInOld() && f.begins(n, true), firstNew: l.StandsInNew() && f.begins(n, false)}
	var old, new align.Paragraph
	inOld, inNew := l.StandsInOld(), l.StandsInNew()
	if l.Old >= 0 {
		old = f.w.c.Comparison.Old[l.Old]
	}
	if inNew {
		new = f.w.c.Comparison.New[l.New]
	}
	oldHead, newHead := inOld && d.firstOld && heads(old), inNew && d.firstNew && heads(new)
	if f.begun = true; oldHead || newHead {
		f.now.Level = max(levelOf(d.newest()), 1)
		f.add(d.head(old, new, oldHead, newHead)...)
		f.end(oldHead && old.Text != "", newHead && new.Text != "")
	}
	if !oldHead && !newHead && !heads(d.newest()) {
		f.now.Level = levelOf(d.newest())
	}
	f.now.Depth = f.depth(d)
	f.add(d.number(old, new, oldHead, newHead)...)
	f.add(d.spans(l.Text)...)
	f.note(n)
	f.end(inOld && f.ends(n, true), inNew && f.ends(n, false))
}

// add appends spans, joining those of one mark.
func (f *flowing) add(spans ...Span) {
	for _, s := range spans {
		last := len(f.now.Spans) - 1
		switch {
		case s.Text == "":
		case last >= 0 && f.now.Spans[last].Mark == s.Mark:
			f.now.Spans[last].Text += s.Text
		default:
			f.now.Spans = append(f.now.Spans, s)
		}
	}
}

// end ends the paragraph where a version has a break.
func (f *flowing) end(old, new bool) {
	switch {
	case old && new:
		f.now.End = Plain
	case old:
		f.now.End = Deleted
	case new:
		f.now.End = Inserted
	default:
		return
	}
	f.out = append(f.out, f.now)
	f.now, f.begun = Revised{}, false
}

// side is the paragraph of one version that a line stands in; -1: none.
func side(l compare.Line, old bool) int {
	switch {
	case old && l.StandsInOld():
		return l.Old
	case !old && l.StandsInNew():
		return l.New
	}
	return -1
}

// begins and ends tell whether line n is the first or last of its paragraph in
// one version.
func (f *flowing) begins(n int, old bool) bool { return f.borders(n, old, -1) }
func (f *flowing) ends(n int, old bool) bool   { return f.borders(n, old, 1) }

func (f *flowing) borders(n int, old bool, step int) bool {
	own := side(f.lines[n], old)
	for i := n + step; i >= 0 && i < len(f.lines); i += step {
		if other := side(f.lines[i], old); other >= 0 {
			return other != own
		}
	}
	return true
}

// depth is how far a paragraph is indented: by what it stands under within its
// article.
func (f *flowing) depth(d drawn) int {
	version, i := f.w.c.Comparison.New, d.l.New
	if i < 0 {
		version, i = f.w.c.Comparison.Old, d.l.Old
	}
	depth := 0
	if isContainer(version[i].Kind) {
		return 0
	}
	for i = version[i].Parent; i >= 0 && i < len(version) && !isContainer(version[i].Kind) && depth < deepest; i = version[i].Parent {
		depth++
	}
	return depth
}

// deepest is as far as lists are indented.
const deepest = 4

// note says of words that moved where they stood or stand.
func (f *flowing) note(n int) {
	l := f.lines[n]
	if l.Other < 0 {
		return
	}
	from, to := l.Old, l.New
	id := "paper.compare.note.here"
	if l.Gone() {
		to = f.lines[l.Other].New
		id = "paper.compare.note.away"
	}
	text := f.w.loc.T(id, "from", f.w.place(true, from), "to", f.w.place(false, to))
	if len(f.now.Note) > 0 {
		text = " " + text
	}
	f.now.Note = append(f.now.Note, Span{text, Plain})
}

// close ends the last paragraph. The break at the end of a file can be neither
// inserted nor deleted: where it would be, it is taken to be in both versions,
// and the last break of the version that has no such one is left to the other
// alone.
func (f *flowing) close() {
	if f.begun && len(f.now.Spans) > 0 {
		f.end(true, true) // cannot be: every line ends in the version it stands in
	}
	last := len(f.out) - 1
	if last < 0 || f.out[last].End == Plain {
		return
	}
	has, lacks := f.out[last].End, Deleted
	if has == Deleted {
		lacks = Inserted
	}
	f.out[last].End = Plain
	for i := last - 1; i >= 0; i-- {
		switch f.out[i].End {
		case Plain:
			f.out[i].End = has
			return
		case lacks:
			f.join(i)
			return
		}
	}
}

// join puts paragraph i before the one after it, into one.
func (f *flowing) join(i int) {
	a, b := f.out[i], f.out[i+1]
	f.now = a
	f.add(b.Spans...)
	f.now.End, f.now.Level, f.now.Depth = b.End, b.Level, b.Depth
	f.now.Note = append(a.Note[:len(a.Note):len(a.Note)], b.Note...)
	f.out = append(append(f.out[:i:i], f.now), f.out[i+2:]...)
}

// head is the redline of a heading: number, line break, title.
func (d drawn) head(old, new align.Paragraph, oldHead, newHead bool) []Span {
	label := d.field(d.l.Label, has(oldHead, old.Label), has(newHead, new.Label))
	heading := d.field(d.l.Heading, has(oldHead, old.Heading), has(newHead, new.Heading))
	between := d.separator("\n", oldHead && old.Label != "" && old.Heading != "", newHead && new.Label != "" && new.Heading != "")
	return append(append(label, between...), heading...)
}

// number is the redline of the number before words, with the tab after it.
func (d drawn) number(old, new align.Paragraph, oldHead, newHead bool) []Span {
	inOld, inNew := d.firstOld && !oldHead, d.firstNew && !newHead
	label := d.field(d.l.Label, has(inOld, old.Label), has(inNew, new.Label))
	between := d.separator("\t", inOld && old.Label != "" && old.Text != "", inNew && new.Label != "" && new.Text != "")
	return append(label, between...)
}

func has(there bool, text string) string {
	if there {
		return text
	}
	return ""
}

// field is the redline of a number or title whose two sides are known. The
// line's own edits are taken where they say the same; a number that another
// line of the paragraph has stands with the first.
func (d drawn) field(edits []redline.Edit, old, new string) []Span {
	was := redline.Old(edits)
	if redline.New(edits) == new && (was == old || d.l.Other >= 0 && !d.l.Gone() && new != "") {
		return d.spans(edits)
	}
	return d.spans(redline.Words(old, new))
}

func (d drawn) separator(s string, old, new bool) []Span {
	switch {
	case old && new:
		return []Span{{s, d.mark(redline.Keep)}}
	case old:
		return []Span{{s, d.mark(redline.Delete)}}
	case new && d.l.Other >= 0:
		return []Span{{s, MovedHere}}
	case new:
		return []Span{{s, Inserted}}
	}
	return nil
}

// Version is what a revised text says in one version: the paragraphs after all
// changes are accepted, or, of the old version, rejected.
func Version(paragraphs []Revised, old bool) []string {
	var out []string
	var b strings.Builder
	for _, p := range paragraphs {
		for _, s := range p.Spans {
			if old && (s.Mark&LeftOut == LeftOut || s.Mark.Came()) || !old && s.Mark.Gone() {
				continue
			}
			b.WriteString(s.Text)
		}
		if p.End == Plain || (p.End == Deleted) == old {
			out = append(out, b.String())
			b.Reset()
		}
	}
	return out
}
