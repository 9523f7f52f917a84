package docx

import (
	"strconv"
	"strings"

	"travaux/data"
	"travaux/export"
)

// Ids of the styles. Most have names that Word knows and shows in the reader's
// language; those it does not know are named by the catalogue.
const (
	styleNormal    = "Normal"
	styleBody      = "BodyText"
	styleNumbered  = "ListNumber"
	styleTitle     = "Title"
	styleSubtitle  = "Subtitle"
	styleQuote     = "Quote"
	styleStatement = "BodyText2"
	styleFine      = "BodyText3"
	styleSpoken    = "SpokenText"
	styleSigned    = "Closing"
	styleTimed     = "SpokenTextTimed"
	styleName      = "Signature"
	styleAddress   = "EnvelopeReturn"
	styleLabel     = "Caption"
	styleHeader    = "Header"
	styleFooter    = "Footer"
	styleMarking   = "PageMarking"
	styleContents  = "TOCHeading"
	styleCell      = "PlainText"
	styleHead      = "TableHead"
	styleRemark    = "TableRemark"
	styleField     = "FieldName"
	styleGroup     = "TableGroup"
	styleRule      = "HorizontalRule"
	styleComment   = "CommentText"
	styleAnchor    = "CommentReference"
	styleNote      = "FootnoteText"
	styleNoteSign  = "FootnoteReference"
	styleTable     = "PaperTable"
	styleFields    = "PaperFields"
)

// Of entries, behind their labels.
const (
	styleBodyIn      = "BodyTextIndent"
	styleFineIn      = "BodyTextIndent3"
	styleStatementIn = "IntenseQuote"
)

// steps of a list have a style each; what is deeper is indented further.
const steps = 5

func styleHeading(level int) string {
	return "Heading" + strconv.Itoa(min(max(level, 1), export.MostLevels))
}
func styleEntry(level int) string { return "TOC" + strconv.Itoa(min(max(level, 1), 3)) }

func styleStep(depth int) string {
	switch {
	case depth < 1:
		return styleBody
	case depth == 1:
		return "ListContinue"
	}
	return "ListContinue" + strconv.Itoa(min(depth, steps))
}

// style is one paragraph style. Sizes are in half points, distances in
// twentieths of a point.
type style struct {
	id, name      string // a name of the catalogue begins with "word.style."
	size          int
	bold, italic  bool
	colour        string
	centred       bool
	justified     bool
	ending        bool // at the far side of the line: what Word calls right, in either direction
	keepNext      bool
	before, after int
	indent        int
	hanging       bool // the first line begins where the others of the page do
	outline       int  // level of a heading from 1; 0: none
	bar           bool
	rule          bool // a line below it
	stop          bool // a tab at the far end of the line
	dots          bool // that lead to it
}

const (
	navy     = "1C365E"
	quiet    = "61666F"
	hairline = "BDC2CC"
)

var styles = []style{
	{id: styleBody, name: "Body Text", size: bodySize, after: 120, justified: true},
	{id: styleBodyIn, name: "Body Text Indent", size: bodySize, after: 120, indent: entryIndent, justified: true},
	{id: styleNumbered, name: "List Number", size: bodySize, after: 120, indent: entryIndent, hanging: true, justified: true},
	{id: "ListContinue", name: "List Continue", size: bodySize, after: 120, indent: depthIndent, justified: true},
	{id: "ListContinue2", name: "List Continue 2", size: bodySize, after: 120, indent: 2 * depthIndent, justified: true},
	{id: "ListContinue3", name: "List Continue 3", size: bodySize, after: 120, indent: 3 * depthIndent, justified: true},
	{id: "ListContinue4", name: "List Continue 4", size: bodySize, after: 120, indent: 4 * depthIndent, justified: true},
	{id: "ListContinue5", name: "List Continue 5", size: bodySize, after: 120, indent: 5 * depthIndent, justified: true},
	{id: styleTitle, name: "Title", size: 50, colour: navy, before: 600, after: 120, keepNext: true},
	{id: styleSubtitle, name: "Subtitle", size: 28, italic: true, after: 480},
	{id: "Heading1", name: "heading 1", size: 30, bold: true, colour: navy, before: 480, after: 160, keepNext: true, outline: 1},
	{id: "Heading2", name: "heading 2", size: 25, bold: true, before: 400, after: 120, keepNext: true, outline: 2},
	{id: "Heading3", name: "heading 3", size: bodySize, bold: true, colour: navy, before: 320, after: 80, keepNext: true, outline: 3},
	{id: "Heading4", name: "heading 4", size: 20, bold: true, colour: quiet, before: 240, after: 80, keepNext: true, outline: 4},
	{id: styleQuote, name: "Quote", size: bodySize, after: 100, indent: entryIndent, justified: true, bar: true},
	{id: styleStatement, name: "Body Text 2", size: bodySize, bold: true, after: 120, keepNext: true},
	{id: styleStatementIn, name: "Intense Quote", size: bodySize, bold: true, after: 100, indent: entryIndent},
	{id: styleSpoken, name: "word.style.spoken", size: 34, after: 240},
	{id: styleSigned, name: "Closing", size: bodySize, after: 120, ending: true},
	{id: styleTimed, name: "word.style.timed", size: 34, after: 240, indent: 1300, hanging: true},
	{id: styleFine, name: "Body Text 3", size: 17, colour: quiet, before: 80, after: 80},
	{id: styleFineIn, name: "Body Text Indent 3", size: 17, colour: quiet, after: 80, indent: entryIndent},
	{id: styleName, name: "Signature", size: 28, bold: true, colour: navy, after: 60, centred: true},
	{id: styleAddress, name: "envelope return", size: 17, colour: quiet, centred: true},
	{id: styleLabel, name: "caption", size: 18, colour: quiet, before: 80, after: 40, keepNext: true},
	{id: styleHeader, name: "header", size: 17, colour: quiet, rule: true},
	{id: styleFooter, name: "footer", size: 17, colour: quiet, stop: true},
	{id: styleMarking, name: "word.style.marking", size: 17, bold: true, colour: colourRemoved, centred: true},
	{id: styleContents, name: "TOC Heading", size: 30, bold: true, colour: navy, before: 480, after: 160, keepNext: true},
	{id: "TOC1", name: "toc 1", size: bodySize, bold: true, before: 80, after: 20, stop: true, dots: true},
	{id: "TOC2", name: "toc 2", size: bodySize, after: 20, indent: 320, stop: true, dots: true},
	{id: "TOC3", name: "toc 3", size: 19, after: 20, indent: 640, stop: true, dots: true},
	{id: styleCell, name: "Plain Text", size: 18},
	{id: styleHead, name: "word.style.head", size: 17, bold: true, colour: quiet, after: 80, keepNext: true},
	{id: styleRemark, name: "word.style.remark", size: 17, colour: quiet},
	{id: styleField, name: "word.style.field", size: 17, colour: quiet, before: 44}, // on the line of its larger neighbour
	{id: styleGroup, name: "word.style.group", size: 18, keepNext: true},
	{id: styleRule, name: "word.style.rule", size: bodySize, rule: true},
	{id: styleComment, name: "annotation text", size: 20},
	{id: styleNote, name: "footnote text", size: 17, after: 40, justified: true},
}

func (w *writer) styles() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("w:styles", "xmlns:w", mainNS)
	w.defaults(&m)
	m.begin("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", styleNormal)
	m.value("w:name", "Normal")
	m.empty("w:qFormat")
	m.end("w:style")
	for _, s := range styles {
		w.style(&m, s)
	}
	w.characterStyles(&m)
	w.tableStyles(&m)
	m.end("w:styles")
	return m.Bytes()
}

// named gives what a style is called, which the catalogue knows if Word does not.
func (w *writer) named(name string) string {
	if strings.HasPrefix(name, "word.style.") {
		return w.loc.T(name)
	}
	return name
}

func (w *writer) defaults(m *markup) {
	l := localeOf(w.doc.Lang)
	m.begin("w:docDefaults")
	m.begin("w:rPrDefault")
	m.begin("w:rPr")
	fonts := w.fonts()
	faces := []string{"w:ascii", fonts[0].name, "w:hAnsi", fonts[0].name, "w:eastAsia", fonts[2].name, "w:cs", fonts[1].name}
	if w.doc.Lang == data.Chinese { // quotation marks and dashes of Chinese are as wide as its characters
		faces = append([]string{"w:hint", "eastAsia"}, faces...)
	}
	m.empty("w:rFonts", faces...)
	w.sizes(m, bodySize)
	m.empty("w:lang", "w:val", l.latin, "w:eastAsia", l.eastAsian, "w:bidi", l.complex)
	m.end("w:rPr")
	m.end("w:rPrDefault")
	m.begin("w:pPrDefault")
	m.begin("w:pPr")
	if w.doc.Lang == data.Chinese { // as in the papers of the United Nations, no space around a number
		m.empty("w:autoSpaceDE", "w:val", "0")
		m.empty("w:autoSpaceDN", "w:val", "0")
	}
	m.empty("w:spacing", "w:after", "0", "w:line", leading(w.doc.Lang), "w:lineRule", "auto")
	m.end("w:pPr")
	m.end("w:pPrDefault")
	m.end("w:docDefaults")
}

func (w *writer) style(m *markup, s style) {
	m.begin("w:style", "w:type", "paragraph", "w:styleId", s.id)
	m.value("w:name", w.named(s.name))
	m.value("w:basedOn", styleNormal)
	m.empty("w:qFormat")
	m.begin("w:pPr")
	if s.keepNext {
		m.empty("w:keepNext")
	}
	switch {
	case s.bar:
		bar(m, w.doc.Lang.RightToLeft(), false)
	case s.rule:
		m.begin("w:pBdr")
		m.empty("w:bottom", "w:val", "single", "w:sz", "4", "w:space", "1", "w:color", hairline)
		m.end("w:pBdr")
	}
	if s.stop {
		stop(m, w.sheet(w.doc.Landscape).measure(), s.dots)
	}
	m.empty("w:spacing", "w:before", strconv.Itoa(w.scaled(s.before)), "w:after", strconv.Itoa(w.scaled(s.after)))
	switch {
	case s.hanging:
		m.empty("w:ind", "w:left", strconv.Itoa(w.scaled(s.indent)), "w:hanging", strconv.Itoa(w.scaled(s.indent)))
	case s.indent > 0:
		m.empty("w:ind", "w:left", strconv.Itoa(w.scaled(s.indent)))
	}
	switch {
	case s.centred:
		m.value("w:jc", "center")
	case s.justified:
		m.value("w:jc", "both")
	case s.ending:
		m.value("w:jc", "right")
	}
	if s.outline > 0 {
		m.value("w:outlineLvl", strconv.Itoa(s.outline-1))
	}
	m.end("w:pPr")
	m.begin("w:rPr")
	weight(m, w.doc.Lang, s.bold, s.italic)
	if s.colour != "" {
		m.value("w:color", s.colour)
	}
	w.sizes(m, s.size)
	m.end("w:rPr")
	m.end("w:style")
}

// bar is the line where a quotation begins to read, and, where the style of the
// document has it on the other side, none there. Of borders "left" is the
// page's, of indents the text's.
func bar(m *markup, rightToLeft, instead bool) {
	line := func(tag, kind string) {
		m.empty(tag, "w:val", kind, "w:sz", "8", "w:space", "8", "w:color", hairline)
	}
	m.begin("w:pBdr")
	switch {
	case !rightToLeft:
		line("w:left", "single")
		if instead {
			line("w:right", "nil")
		}
	default:
		if instead {
			line("w:left", "nil")
		}
		line("w:right", "single")
	}
	m.end("w:pBdr")
}

// stop is a tab at the far end of a line so long, with dots that lead to it or without.
func stop(m *markup, measure int, dots bool) {
	tab := []string{"w:val", "right", "w:pos", strconv.Itoa(measure)}
	if dots {
		tab = []string{"w:val", "right", "w:leader", "dot", "w:pos", strconv.Itoa(measure)}
	}
	m.begin("w:tabs")
	m.empty("w:tab", tab...)
	m.end("w:tabs")
}
