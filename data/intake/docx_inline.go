package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// fieldPart says whether the instruction of a field is being read, which
// nobody sees, or its result.
type fieldPart uint8

const (
	fieldInstruction fieldPart = iota
	fieldResult
)

// visible reports whether text at this point shows: not within the
// instruction of any field.
func (r *bodyReader) visible() bool {
	for _, part := range r.fields {
		if part == fieldInstruction {
			return false
		}
	}
	return true
}

// inline reads one element within a paragraph.
func (r *bodyReader) inline(e xml.StartElement) error {
	switch vocabularyOf(e) {
	case compatibilityWords:
		return r.alternatives(e, r.inline)
	case mathWords:
		return r.math(e)
	}
	switch e.Name.Local {
	case "r":
		return r.run()
	case "ins", "del", "moveFrom", "moveTo":
		return r.under(e, r.inline)
	case "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdt", "sdtContent", "rubyBase":
		return r.children(r.inline)
	case "commentRangeStart", "commentRangeEnd":
		r.commentEdge(e)
	}
	return r.skip()
}

// run reads a run: text of one look.
func (r *bodyReader) run() error {
	rev := r.rev
	look := r.look("", runLook{})
	custom := -1 // index of a note whose mark is this run's text
	read := func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rPr":
			var err error
			look, err = r.runProperties()
			return err
		case "footnoteReference", "endnoteReference":
			if r.cite(e) {
				custom = len(r.notes) - 1
			}
			return r.skip()
		}
		if custom >= 0 && r.para != nil {
			from := r.para.text.Len()
			defer func() {
				if mark := &r.notes[custom].Mark; len(*mark) < maxLabel {
					*mark += r.para.text.String()[from:]
				}
			}()
		}
		return r.runContent(e, look)
	}
	err := r.children(func(e xml.StartElement) error {
		if vocabularyOf(e) == compatibilityWords {
			return r.alternatives(e, read)
		}
		return read(e)
	})
	r.rev = rev
	return err
}

// look lays a run's own look over its styles'.
func (r *bodyReader) look(styleID string, own runLook) runLook {
	look := r.styles.find(styleID).run
	if r.para != nil {
		look = look.toggled(r.styles.forParagraph(r.para.styleID).run)
	}
	return own.over(look.over(r.styles.defaults.run))
}

func (r *bodyReader) runProperties() (runLook, error) {
	var own runLook
	styleID := ""
	err := r.children(func(e xml.StartElement) error {
		switch {
		case own.take(e):
		case e.Name.Local == "rStyle":
			styleID = valOf(e)
		default:
			r.rev = r.rev.with(e) // runs of formulas say here that they are inserted or deleted
		}
		return r.skip()
	})
	return r.look(styleID, own), err
}

// runContent reads one element of a run other than its properties.
func (r *bodyReader) runContent(e xml.StartElement, look runLook) error {
	switch e.Name.Local {
	case "t", "delText":
		return r.readText(e, look)
	case "tab", "ptab":
		r.write("\t", look)
	case "br":
		if kind := attrOf(e, "type"); kind == "" || kind == "textWrapping" {
			r.write("\n", look)
		}
	case "cr":
		r.write("\n", look)
	case "noBreakHyphen":
		r.write("\u2011", look)
	case "softHyphen":
		r.write("\u00AD", look)
	case "sym":
		r.write(symbol(attrOf(e, "font"), attrOf(e, "char")), look)
	case "fldChar":
		r.fieldChar(attrOf(e, "fldCharType"))
	case "drawing", "pict", "object":
		return r.children(r.drawing)
	case "ruby":
		return r.children(func(e xml.StartElement) error {
			if e.Name.Local == "rubyBase" {
				return r.inline(e)
			}
			return r.skip()
		})
	case "commentReference":
		r.commentEdge(e)
	}
	return r.skip()
}

// lineBreaks in the file's XML mean no more than a space.
var lineBreaks = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

func (r *bodyReader) readText(e xml.StartElement, look runLook) error {
	s, err := r.text()
	if attrOf(e, "space") != "preserve" {
		s = strings.Trim(s, " \t\r\n")
	}
	r.write(lineBreaks.Replace(s), look)
	return err
}

func (r *bodyReader) write(s string, look runLook) {
	if r.para != nil && r.visible() {
		r.para.write(s, r.rev, look)
		r.tally.add(s, look)
	}
}

func (r *bodyReader) fieldChar(kind string) {
	last := len(r.fields) - 1
	switch {
	case kind == "begin" && last < maxDepth:
		r.fields = append(r.fields, fieldInstruction)
	case kind == "separate" && last >= 0:
		r.fields[last] = fieldResult
	case kind == "end" && last >= 0:
		r.fields = r.fields[:last]
	}
}

// drawing looks through a picture for text boxes. Their paragraphs follow the
// paragraph they are anchored in.
func (r *bodyReader) drawing(e xml.StartElement) error {
	switch {
	case e.Name.Local == "txbxContent":
		return r.story()
	case vocabularyOf(e) == compatibilityWords:
		return r.alternatives(e, r.drawing)
	}
	return r.children(r.drawing)
}

// symbol maps a character of a symbol font to one of Unicode where it is
// known; others stay the private character they are.
func symbol(font, code string) string {
	n, err := strconv.ParseUint(code, 16, 16)
	if err != nil || n == 0 {
		return ""
	}
	if font == "Symbol" && (n < 0x100 || n >= 0xF000 && n < 0xF100) {
		if r := symbolFont[n&0xff]; r != 0 {
			return string(r)
		}
	}
	return string(rune(n))
}

// math reads a formula as the characters in it, with the signs that Word
// draws rather than writes: fractions get a slash, delimiters their brackets,
// sums their sign.
func (r *bodyReader) math(e xml.StartElement) error {
	name := e.Name.Local
	if vocabularyOf(e) == wordWords {
		return r.mathChange(e)
	}
	switch {
	case name == "t":
		return r.readText(e, r.look("", runLook{}))
	case name == "r":
		rev := r.rev
		defer func() { r.rev = rev }()
		return r.children(r.math)
	case name == "f":
		return r.fraction()
	case name == "d":
		return r.delimited("(", ")")
	case name == "nary":
		return r.delimited("∫", "")
	case strings.HasSuffix(name, "Pr"):
		return r.skip()
	}
	return r.children(r.math)
}

// mathChange reads an element of Word's own within a formula.
func (r *bodyReader) mathChange(e xml.StartElement) error {
	switch e.Name.Local {
	case "ins", "del", "moveFrom", "moveTo":
		return r.under(e, r.math)
	case "rPr":
		_, err := r.runProperties()
		return err
	}
	return r.inline(e)
}

func (r *bodyReader) fraction() error {
	return r.children(func(e xml.StartElement) error {
		if e.Name.Local == "den" {
			r.write("/", runLook{})
		}
		return r.math(e)
	})
}

// delimited reads a formula in brackets, or after a sign; the properties, which
// come first, may name others than the usual ones.
func (r *bodyReader) delimited(open, end string) error {
	opened := false
	err := r.children(func(e xml.StartElement) error {
		if strings.HasSuffix(e.Name.Local, "Pr") {
			return r.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "begChr", "chr":
					open = valOf(e)
				case "endChr":
					end = valOf(e)
				}
				return r.skip()
			})
		}
		if !opened {
			r.write(open, runLook{})
			opened = true
		} else if end != "" {
			r.write("|", runLook{})
		}
		return r.math(e)
	})
	r.write(end, runLook{})
	return err
}
