package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data"
)

// Document is a paper, ready for any format.
type Document struct {
	Kind        string // of paper, an id of export/paper; "": none of them
	Lang        data.Lang
	Title       string     // of the file and in its properties
	Subject     string     // in the properties
	Author      string     // in the properties: the delegation
	RunningHead string     // at the top of every page but the first
	Date        data.Date  // of the paper
	Landscape   bool       // for tables of many columns
	Marking     string     // of what is confidential, at the top and the bottom of every page; "": it is not
	Carried     []byte     // what the paper is made from, for programs: see Manifest; nil: it carries nothing
	Draft       *DraftText // the draft that the paper is, for formats in which drafts have a form of their own; nil: it is none
	Quotes      string     // of the text under negotiation, beside what the blocks quote: see Issued
	Look        Look       // how it is set; the zero Look: as usual
	Anonymous   bool       // no trace of who made it, in its properties either
	Parts       []Part     // what it is made up of, in the order of its blocks; none: it is one whole
	Blocks      []Block
}

// Part is a stretch of a paper that a template can move, or leave out.
type Part struct {
	ID   string // catalogue: in the family "paper-part"
	From int    // block with which it begins; it ends where the next begins
}

// Block is one part of a paper, from top to bottom. The kinds of block are
// those of this package.
type Block interface{ block() }

// Letterhead is who speaks: the delegation's name and its address lines, below the
// logo of the document's Look if it has one.
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

// Heading opens a part of the paper. Level 1 is the outermost of MostLevels; all of
// them are bookmarks.
type Heading struct {
	Level int
	Text  string
}

// MostLevels is how deep headings stand: three in a paper, one more in what binds papers.
const MostLevels = 4

// Paragraph is running text.
type Paragraph struct {
	Kind   ParagraphKind
	Spans  []Span
	Lang   data.Lang // of its words; "": that of the document
	Legend bool      // it says how changes look; a format in which they look otherwise says it itself
	Leads  bool      // it heads the paragraph after it: whose instruction that is, and until when
}

// ParagraphKind says what a paragraph is, and so how it looks.
type ParagraphKind uint8

// Kinds of paragraph.
const (
	Body      ParagraphKind = iota
	Quotation               // words of the text under negotiation
	Statement               // the delegation's position in one sentence
	Fine                    // small print: notes, fingerprints
	Spoken                  // words to be read aloud: in large type
	Signature               // who signs: at the end of the line
	Names                   // States one after the other: none of their names is divided
)

// Entry is a labelled part: the label stands in the margin beside the first of
// its paragraphs.
type Entry struct {
	Label      string
	Paragraphs []Paragraph
}

// Numbered reports whether the label is a number and no words: it stands in the line that
// it numbers, where a format has no margin.
func (e Entry) Numbered() bool {
	return e.Label != "" && strings.ContainsFunc(e.Label, unicode.IsDigit) && !strings.ContainsFunc(e.Label, unicode.IsLetter)
}

// Leads reports whether the nth paragraph stays with the one after it: it heads that, it says
// of words that are quoted below whose they are, or, in small print, of what follows when and
// to whom, or it ends in a colon.
func (e Entry) Leads(n int) bool {
	if n+1 >= len(e.Paragraphs) {
		return false
	}
	kind, next := e.Paragraphs[n].Kind, e.Paragraphs[n+1].Kind
	text := strings.TrimRight(e.Paragraphs[n].Text(), " ")
	return e.Paragraphs[n].Leads || kind == Fine || kind != Quotation && (next == Quotation || next == Fine || strings.HasSuffix(text, ":") || strings.HasSuffix(text, "："))
}

// ListEnds reports whether the nth block is an entry, and the last of a list of them.
func (d Document) ListEnds(n int) bool {
	entry := func(i int) bool {
		if i >= len(d.Blocks) {
			return false
		}
		_, is := d.Blocks[i].(Entry)
		return is
	}
	return entry(n) && !entry(n+1)
}

// Code is a square code (QR, ISO/IEC 18004) that a camera reads; what it says
// stands in words beside it.
type Code struct {
	Content    string
	Paragraphs []Paragraph
}

// Rule is a thin line across the page.
type Rule struct{}

// PageBreak begins a new page.
type PageBreak struct {
	Landscape bool // the pages from here on lie, else they stand
}

func (Letterhead) block() {}
func (Title) block()      {}
func (Fields) block()     {}
func (Contents) block()   {}
func (Heading) block()    {}
func (Paragraph) block()  {}
func (Entry) block()      {}
func (Revised) block()    {}
func (Table) block()      {}
func (Code) block()       {}
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
	Inserted // proposed by the delegation, or only in the new version
	Deleted  // proposed for deletion by the delegation, or only in the old version
	Moved    // together with the others, see below
	Footnote // alone: no words of the line, but those of a note at this place
)

// Marks of words that moved within a text. What was left out on the way stands
// at that place in neither version: it is shown, but no tracked change.
const (
	MovedHere = Moved | Inserted
	MovedAway = Moved | Deleted
	LeftOut   = Moved | Inserted | Deleted
)

// Gone reports whether the words are not in the new version at that place.
func (m Mark) Gone() bool { return m&Deleted != 0 }

// Came reports whether the words are only in the new version at that place.
func (m Mark) Came() bool { return m&Inserted != 0 && m&Deleted == 0 }

// Parted reports whether a space is set between two neighbours in a line of a language:
// between words that went and those that take their place, which would be read as one
// word, and in Arabic, if they are numbers, in the wrong order. Chinese has no spaces, and
// nobody writes one before a comma.
func Parted(lang data.Lang, before, after Span) bool {
	if lang == data.Chinese || !before.Mark.Gone() || !after.Mark.Came() {
		return false
	}
	first, _ := utf8.DecodeRuneInString(after.Text)
	return !strings.HasSuffix(before.Text, " ") && first != ' ' && !Closes(first)
}

// Issued is the text under negotiation as the document quotes it.
func (d Document) Issued() string {
	var b strings.Builder
	b.WriteString(d.Quotes + "\n")
	quote := func(spans []Span) {
		for _, span := range spans {
			b.WriteString(span.Text)
		}
		b.WriteByte('\n')
	}
	for _, block := range d.Blocks {
		switch v := block.(type) {
		case Entry:
			for _, p := range v.Paragraphs {
				if p.Kind == Quotation && !p.proposes() {
					quote(p.Spans)
				}
			}
		case Revised: // both versions were issued
			quote(v.Spans)
		case Table:
			for _, r := range v.Rows {
				for _, c := range r.Cells {
					for _, p := range c {
						if p.Kind == Quotation {
							quote(p.Spans)
						}
					}
				}
			}
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
// "[+…+]" around insertions and "[-…-]" around deletions, "[>…>]" and "[<…<]"
// around what came and went by moving, "[^…^]" around notes. It is for tests and for checking what a
// paper says.
func (d Document) Text() string {
	var b strings.Builder
	line := func(parts ...string) {
		b.WriteString(strings.Join(parts, ""))
		b.WriteByte('\n')
	}
	if d.Marking != "" {
		line("! ", d.Marking)
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
		case Code:
			line("▦ ", strings.ReplaceAll(v.Content, "\n", " | "))
			for _, p := range v.Paragraphs {
				line("\t", p.Text())
			}
		case Revised:
			line(v.text()...)
		case Chart:
			for _, l := range v.text() {
				line(l)
			}
		case Grid:
			for _, l := range v.text() {
				line(l)
			}
		case Table:
			line(strings.Join(v.Heads, " | "))
			for _, r := range v.Rows {
				line(r.text())
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
		case s.Mark&Footnote != 0:
			b.WriteString("[^" + s.Text + "^]")
		case s.Mark&LeftOut == MovedHere:
			b.WriteString("[>" + s.Text + ">]")
		case s.Mark&LeftOut == MovedAway:
			b.WriteString("[<" + s.Text + "<]")
		case s.Mark&Deleted != 0:
			b.WriteString("[-" + s.Text + "-]")
		case s.Mark&Inserted != 0:
			b.WriteString("[+" + s.Text + "+]")
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
		switch b := b.(type) {
		case Heading:
			out = append(out, b)
		case Revised:
			if h, ok := b.Outline(); ok {
				out = append(out, h)
			}
		}
	}
	return out
}
