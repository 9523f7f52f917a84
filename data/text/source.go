package text

import (
	"strings"

	"travaux/data"
)

// Source is what a file holds, whatever its format: its paragraphs in reading
// order with what the format says of them. All but Blocks are hints or
// additions: the outline parser works on Text alone if it must.
type Source struct {
	Name     string    // of the file, without folders; "" for pasted text
	Format   string    // "akn", "docx", "html", "text"
	Lang     data.Lang // as the file says; "" if it does not
	Symbol   string    // document symbol, if the file says it
	Title    string    // if the file says it
	Date     data.Date // of the document, if the file says it
	Blocks   []Block
	Notes    []Note    // anchors of the footnotes, in order
	Comments []Comment // the file's own comments, in order
	Encoding string    // of a text or HTML file, e.g. "utf-8", "windows-1251"
	Doubts   []string  // ids of the sentences that say what the reader was unsure of, e.g. "doubt.encoding-guessed"
}

// BlockKind says what a block is in its file.
type BlockKind string

// Kinds of block.
const (
	BlockPara     BlockKind = ""         // a paragraph
	BlockHeading  BlockKind = "heading"  // the format marks it as a heading
	BlockCell     BlockKind = "cell"     // a paragraph in a table cell
	BlockFootnote BlockKind = "footnote" // a paragraph of a footnote or endnote
	BlockHidden   BlockKind = "hidden"   // there, but not part of the text (page furniture, masthead)
)

// Block is one paragraph.
type Block struct {
	Kind  BlockKind
	Text  string  // verbatim and valid UTF-8, without Label and without the break after it
	Break string  // what ends it in the file: "\n", "\r\n\r\n"; "" counts as nothing
	Label string  // number that the file keeps apart from the text (Word numbering, AKN num), e.g. "(a)"
	Was   *string // Label before the tracked changes, where that is another; nil: the same
	Style string  // name or class: "_ H_1_G", "Heading 2", "H4", "SingleTxt", "h3"

	Level       int  // of a heading or list as the format says, from 1; 0: not said
	Bold        bool // all of it
	Italic      bool // all of it
	Strike      bool // all of it
	Centred     bool
	RightToLeft bool
	Indent      int // of the first line, in twentieths of a point; 0: none or not known

	Table, Row, Col int    // of a BlockCell, all from 1
	Note            string // of a BlockFootnote: ID of the Note it belongs to
	Container       string // component of the file it stands in: "main", "annex", "attachment-2"; "" if only one

	Tracked []data.Tracked // over runes of Text, in order, not overlapping
	Mark    *data.Tracked  // if the break after the paragraph was itself inserted or deleted (Start, End unused)
	Marked  []Emphasis     // bold, italic, struck runs inside the text, in order of Start

	Line   int // in the file, from 1; 0: not known
	Offset int // byte of the file where it begins; 0 for the first or where not known
}

// Emphasis is a run of a block with an appearance of its own. UN drafts mark
// new text bold and deleted text struck through.
type Emphasis struct {
	Start, End           int // runes of Text
	Bold, Italic, Strike bool
	Underline            bool
}

// Place is a position between two runes of a block.
type Place struct {
	Block int // index in Source.Blocks
	Rune  int // from 0 to the number of runes of the block's Text
}

// Note is a footnote: where its mark stands, and its mark. Its words are the
// blocks with its ID, which come after the main text.
type Note struct {
	ID   string
	Mark string // "1", "*"; "" if numbered by the file format only
	Was  string // Mark before the tracked changes, where that is another; "": the same
	At   Place
}

// Comment is a remark that the file brings along.
type Comment struct {
	ID, Parent string // Parent "" for a first remark
	Author     string
	Date       string // as in the file (ISO 8601)
	Text       string
	Start, End Place
	Resolved   bool
}

// Plain is the verbatim text: every block's Text and Break, in order. Labels
// that the file keeps apart are not in it.
func (s *Source) Plain() string {
	var b strings.Builder
	for i := range s.Blocks {
		b.WriteString(s.Blocks[i].Text)
		b.WriteString(s.Blocks[i].Break)
	}
	return b.String()
}
