package intake

import (
	"encoding/xml"
	"strconv"

	"travaux/data"
	"travaux/data/text"
)

// bodyReader turns the stories of a Word file (main text, footnotes, comments)
// into blocks.
type bodyReader struct {
	*xmlStream
	file    *docxFile
	styles  *styleSheet
	numbers *numbering

	out      []text.Block
	notes    []text.Note
	comments []text.Comment

	rev     revision    // the tracked changes around what is being read
	cell    text.Block  // kind and place in a table or note of the paragraphs being read
	para    *wordPara   // being read; nil between paragraphs
	pending *wordPara   // has a mark that is in neither version: the next one goes on with it
	fields  []fieldPart // the fields around what is being read

	lastEnd text.Place // end of the paragraph finished last
	textEnd text.Place // of the main text

	tables   int
	sections sectionNotes
	cited    []citation
	ranges   map[string]*commentRange
	tally    languageTally
}

func newBodyReader(file *docxFile) *bodyReader {
	return &bodyReader{file: file, ranges: map[string]*commentRange{}, tally: languageTally{tags: map[string]int{}}}
}

// readSettings reads what the text depends on: styles, lists, note numbering.
func (r *bodyReader) readSettings() (err error) {
	if r.styles, err = r.file.readStyles(); err != nil {
		return err
	}
	if r.numbers, err = r.file.readNumbering(r.styles); err != nil {
		return err
	}
	return r.file.readOptional(r.file.parts["settings"], func(x *xmlStream, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error { return r.sections.takeRule(x, e, true) })
	})
}

// document reads the main part.
func (r *bodyReader) document(x *xmlStream, _ xml.StartElement) error {
	r.xmlStream = x
	return x.children(func(e xml.StartElement) error {
		if e.Name.Local != "body" {
			return x.skip()
		}
		err := r.story()
		r.textEnd = r.lastEnd
		return err
	})
}

// story reads a sequence of paragraphs and tables that is complete in itself,
// up to the end of the current element.
func (r *bodyReader) story() error {
	para, pending, fields := r.para, r.pending, r.fields
	r.para, r.pending, r.fields = nil, nil, nil
	err := r.children(r.block)
	r.flush()
	if len(r.fields) > 0 {
		r.file.doubt("doubt.field-unfinished")
	}
	r.para, r.pending, r.fields = para, pending, fields
	return err
}

// block reads one element of a story.
func (r *bodyReader) block(e xml.StartElement) error {
	if vocabularyOf(e) == compatibilityWords {
		return r.alternatives(e, r.block)
	}
	switch e.Name.Local {
	case "p":
		return r.readParagraph()
	case "tbl":
		r.flush()
		return r.table()
	case "sectPr":
		defer r.endSection()
		return r.sectionRules()
	case "ins", "del", "moveFrom", "moveTo":
		return r.under(e, r.block)
	case "sdt", "sdtContent", "customXml", "smartTag":
		return r.children(r.block)
	case "commentRangeStart", "commentRangeEnd":
		r.commentEdge(e)
	case "oMathPara", "oMath":
		return r.loose(r.math, e)
	case "altChunk":
		r.file.doubt("doubt.part-unreadable")
	}
	return r.skip()
}

// loose reads what should stand in a paragraph and does not.
func (r *bodyReader) loose(read func(xml.StartElement) error, e xml.StartElement) error {
	p, err := r.begin()
	if err != nil {
		return err
	}
	r.para = p
	err = read(e)
	r.para = nil
	r.finish(p, r.rev)
	return err
}

// alternatives reads the first choice of alternative contents, or, if there
// is none, the fallback; never both.
func (r *bodyReader) alternatives(e xml.StartElement, read func(xml.StartElement) error) error {
	if e.Name.Local != "AlternateContent" {
		return r.skip()
	}
	chosen := false
	return r.children(func(e xml.StartElement) error {
		if chosen || e.Name.Local != "Choice" && e.Name.Local != "Fallback" {
			return r.skip()
		}
		chosen = true
		return r.children(read)
	})
}

// table reads a table, row by row.
func (r *bodyReader) table() error {
	outer := r.cell
	defer func() { r.cell = outer }()
	r.tables++
	r.cell.Table, r.cell.Row, r.cell.Col = r.tables, 0, 0
	if r.cell.Kind != text.BlockFootnote {
		r.cell.Kind = text.BlockCell
	}
	return r.children(r.tablePart)
}

func (r *bodyReader) tablePart(e xml.StartElement) error {
	switch e.Name.Local {
	case "tr":
		r.cell.Row++
		r.cell.Col = 1
		return r.inBlocks(r.tablePart)
	case "trPr":
		return r.children(func(e xml.StartElement) error {
			if e.Name.Local == "gridBefore" {
				r.cell.Col += min(max(wholeNumber(valOf(e), 0), 0), 1000)
			}
			r.rev = r.rev.with(e)
			return r.skip()
		})
	case "tc":
		return r.tableCell()
	case "ins", "del", "moveFrom", "moveTo":
		return r.under(e, r.tablePart)
	case "sdt", "sdtContent", "customXml", "smartTag":
		return r.children(r.tablePart)
	case "AlternateContent":
		return r.alternatives(e, r.tablePart)
	}
	return r.skip()
}

func (r *bodyReader) tableCell() error {
	span, begin := 1, len(r.out)
	rev, pending := r.rev, r.pending
	r.pending = nil
	err := r.children(func(e xml.StartElement) error {
		if e.Name.Local != "tcPr" {
			return r.block(e)
		}
		return r.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "gridSpan":
				span = min(max(wholeNumber(valOf(e), 1), 1), 1000)
			case "cellIns", "cellDel":
				r.rev = r.rev.with(e)
			}
			return r.skip()
		})
	})
	r.flush()
	if last := r.lastOf(begin); last != nil { // the end of a cell is no mark that can change by itself
		last.Mark = r.rev.mark()
	}
	r.rev, r.pending = rev, pending
	r.cell.Col += span
	return err
}

// lastOf returns the last paragraph of the current cell from block begin on.
func (r *bodyReader) lastOf(begin int) *text.Block {
	for i := len(r.out) - 1; i >= begin; i-- {
		if b := &r.out[i]; b.Table == r.cell.Table && b.Kind != text.BlockHidden {
			return b
		}
	}
	return nil
}

// revision is the tracked changes around a piece of text. Both are set for
// text that was inserted and then deleted again.
type revision struct{ inserted, deleted *data.Tracked }

// with adds what a change element says.
func (v revision) with(e xml.StartElement) revision {
	change := func(kind data.TrackKind) *data.Tracked {
		return &data.Tracked{Kind: kind, Author: attrOf(e, "author"), Date: attrOf(e, "date")}
	}
	switch e.Name.Local {
	case "ins", "moveTo", "cellIns":
		v.inserted = change(data.TrackInserted)
	case "del", "moveFrom", "cellDel":
		v.deleted = change(data.TrackDeleted)
	}
	return v
}

// mark returns the change that counts, nil if there is none.
func (v revision) mark() *data.Tracked {
	if v.deleted != nil {
		return v.deleted
	}
	return v.inserted
}

// inNeither reports text that is in neither version.
func (v revision) inNeither() bool { return v.inserted != nil && v.deleted != nil }

// under reads the children of a change element as changed by it.
func (r *bodyReader) under(e xml.StartElement, read func(xml.StartElement) error) error {
	rev := r.rev
	defer func() { r.rev = rev }()
	r.rev = r.rev.with(e)
	return r.children(read)
}

// inBlocks reads children whose properties may set a change for all of them.
func (r *bodyReader) inBlocks(read func(xml.StartElement) error) error {
	rev := r.rev
	defer func() { r.rev = rev }()
	return r.children(read)
}

// newBlock makes room for a paragraph at its place in reading order.
func (r *bodyReader) newBlock() (int, error) {
	if len(r.out) >= maxBlocks {
		return 0, data.E(CodeTooLarge, "part", r.part, "limit", strconv.Itoa(maxBlocks))
	}
	r.out = append(r.out, r.cell)
	return len(r.out) - 1, nil
}
