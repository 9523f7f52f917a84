package export

import (
	"strings"

	"travaux/data"
)

// Document is a paper, ready for any format.
type Document struct {
	Lang        data.Lang
	Title       string    // of the file and in its properties
	Subject     string    // in the properties
	Author      string    // in the properties: the delegation
	RunningHead string    // at the top of every page but the first
	Date        data.Date // of the paper
	Blocks      []Block
}

// Block is one part of a paper, from top to bottom. The kinds of block are
// those of this package.
type Block interface{ block() }

// Letterhead is who speaks: the delegation's name and its address lines.
type Letterhead struct {
	Name  string
	Lines []string
}

// Title is the name of the paper and, below it, what it is about.
type Title struct{ Text, Subtitle string }

// Fields is a short table of what the paper belongs to.
type Fields struct{ Rows []Field }

// Field is one row of Fields.
type Field struct{ Label, Value string }

// Contents stands for the list of headings down to a level, with their pages.
type Contents struct {
	Heading string
	Depth   int
}

// Heading opens a part of the paper. Level 1 is the outermost of three; all of
// them are bookmarks.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is running text.
type Paragraph struct {
	Kind  ParagraphKind
	Spans []Span
}

// ParagraphKind says what a paragraph is, and so how it looks.
type ParagraphKind uint8

// Kinds of paragraph.
const (
	Body      ParagraphKind = iota
	Quotation               // words of the text under negotiation
	Statement               // the delegation's position in one sentence
	Fine                    // small print: notes, fingerprints
)

// Entry is a labelled part: the label stands in the margin beside the first of
// its paragraphs.
type Entry struct {
	Label      string
	Paragraphs []Paragraph
}

// Rule is a thin line across the page.
type Rule struct{}

// PageBreak begins a new page.
type PageBreak struct{}

func (Letterhead) block() {}
func (Title) block()      {}
func (Fields) block()     {}
func (Contents) block()   {}
func (Heading) block()    {}
func (Paragraph) block()  {}
func (Entry) block()      {}
func (Rule) block()       {}
func (PageBreak) block()  {}

// Span is a stretch of a paragraph that looks alike.
type Span struct {
	Text string
	Mark Mark
}

// Mark says how a span stands out; marks may be combined.
type Mark uint8

// Marks.
const (
	Plain  Mark = 0
	Strong Mark = 1 << (iota - 1)
	Slanted
	Inserted // proposed by the delegation
	Deleted  // proposed for deletion by the delegation
)

// Issued is the text under negotiation as the document quotes it.
func (d Document) Issued() string {
	var b strings.Builder
	for _, block := range d.Blocks {
		entry, ok := block.(Entry)
		if !ok {
			continue
		}
		for _, p := range entry.Paragraphs {
			if p.Kind != Quotation || p.proposes() {
				continue
			}
			for _, span := range p.Spans {
				b.WriteString(span.Text)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// proposes reports whether a paragraph holds wording of the delegation's own.
func (p Paragraph) proposes() bool {
	for _, span := range p.Spans {
		if span.Mark&Inserted != 0 {
			return true
		}
	}
	return false
}

// Text writes the paper as plain text: headings on lines of their own,
// "[+…+]" around insertions and "[-…-]" around deletions. It is for tests and
// for checking what a paper says.
func (d Document) Text() string {
	var b strings.Builder
	line := func(parts ...string) {
		b.WriteString(strings.Join(parts, ""))
		b.WriteByte('\n')
	}
	for _, block := range d.Blocks {
		switch v := block.(type) {
		case Letterhead:
			line(v.Name)
			for _, l := range v.Lines {
				line(l)
			}
		case Title:
			line("= ", v.Text)
			line(v.Subtitle)
		case Fields:
			for _, f := range v.Rows {
				line(f.Label, ": ", f.Value)
			}
		case Contents:
			line("<", v.Heading, ">")
		case Heading:
			line()
			line(strings.Repeat("#", v.Level), " ", v.Text)
		case Paragraph:
			line(v.Text())
		case Entry:
			for i, p := range v.Paragraphs {
				label := ""
				if i == 0 {
					label = v.Label
				}
				line(label, "\t", p.Text())
			}
		}
	}
	return b.String()
}

// Text writes the paragraph as Document.Text does.
func (p Paragraph) Text() string {
	var b strings.Builder
	for _, s := range p.Spans {
		switch {
		case s.Mark&Inserted != 0:
			b.WriteString("[+" + s.Text + "+]")
		case s.Mark&Deleted != 0:
			b.WriteString("[-" + s.Text + "-]")
		default:
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// Headings lists the headings of the paper in order.
func (d Document) Headings() []Heading {
	var out []Heading
	for _, b := range d.Blocks {
		if h, ok := b.(Heading); ok {
			out = append(out, h)
		}
	}
	return out
}
