package docx

import (
	"math"
	"strconv"

	"travaux/data"
)

// Ids of the styles. Their names are those that Word knows and shows in the
// reader's language.
const (
	styleNormal    = "Normal"
	styleBody      = "BodyText"
	styleTitle     = "Title"
	styleSubtitle  = "Subtitle"
	styleQuote     = "Quote"
	styleStatement = "IntenseQuote"
	styleFine      = "BodyText3"
	styleName      = "Signature"
	styleAddress   = "EnvelopeReturn"
	styleLabel     = "Caption"
	styleHeader    = "Header"
	styleFooter    = "Footer"
	styleContents  = "TOCHeading"
	styleCell      = "PlainText"
	styleComment   = "CommentText"
	styleAnchor    = "CommentReference"
)

func styleHeading(level int) string { return "Heading" + strconv.Itoa(min(max(level, 1), 3)) }
func styleEntry(level int) string   { return "TOC" + strconv.Itoa(min(max(level, 1), 3)) }

// style is one paragraph style. Sizes are in half points, distances in
// twentieths of a point.
type style struct {
	id, name      string
	size          int
	bold, italic  bool
	colour        string
	centred       bool
	justified     bool
	keepNext      bool
	before, after int
	indent        int
	outline       int // level of a heading from 1; 0: none
	bar           bool
}

const (
	navy     = "1C365E"
	quiet    = "61666F"
	hairline = "BDC2CC"
)

var styles = []style{
	{id: styleBody, name: "Body Text", size: bodySize, after: 120, justified: true},
	{id: styleTitle, name: "Title", size: 50, colour: navy, before: 600, after: 120, keepNext: true},
	{id: styleSubtitle, name: "Subtitle", size: 28, italic: true, after: 480},
	{id: "Heading1", name: "heading 1", size: 30, bold: true, colour: navy, before: 480, after: 160, keepNext: true, outline: 1},
	{id: "Heading2", name: "heading 2", size: 25, bold: true, before: 400, after: 120, keepNext: true, outline: 2},
	{id: "Heading3", name: "heading 3", size: bodySize, bold: true, colour: navy, before: 320, after: 80, keepNext: true, outline: 3},
	{id: styleQuote, name: "Quote", size: bodySize, after: 100, indent: entryIndent, justified: true, bar: true},
	{id: styleStatement, name: "Intense Quote", size: bodySize, bold: true, after: 100, indent: entryIndent},
	{id: styleFine, name: "Body Text 3", size: 17, colour: quiet, after: 80},
	{id: styleName, name: "Signature", size: 28, bold: true, colour: navy, after: 60, centred: true},
	{id: styleAddress, name: "envelope return", size: 17, colour: quiet, centred: true},
	{id: styleLabel, name: "caption", size: 18, colour: quiet, before: 80, after: 40, keepNext: true},
	{id: styleHeader, name: "header", size: 17, colour: quiet},
	{id: styleFooter, name: "footer", size: 17, colour: quiet},
	{id: styleContents, name: "TOC Heading", size: 30, bold: true, colour: navy, before: 480, after: 160, keepNext: true},
	{id: "TOC1", name: "toc 1", size: bodySize, bold: true, before: 80, after: 20},
	{id: "TOC2", name: "toc 2", size: bodySize, after: 20, indent: 320},
	{id: "TOC3", name: "toc 3", size: 19, after: 20, indent: 640},
	{id: styleCell, name: "Plain Text", size: 18},
	{id: styleComment, name: "annotation text", size: 20},
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
		s.write(&m, w.doc.Lang.RightToLeft())
	}
	m.begin("w:style", "w:type", "character", "w:styleId", styleAnchor)
	m.value("w:name", "annotation reference")
	m.begin("w:rPr")
	sizes(&m, 16)
	m.end("w:rPr")
	m.end("w:style")
	m.end("w:styles")
	return m.Bytes()
}

func (w *writer) defaults(m *markup) {
	l := localeOf(w.doc.Lang)
	m.begin("w:docDefaults")
	m.begin("w:rPrDefault")
	m.begin("w:rPr")
	faces := []string{"w:ascii", fonts[0].name, "w:hAnsi", fonts[0].name, "w:eastAsia", fonts[2].name, "w:cs", fonts[1].name}
	if w.doc.Lang == data.Chinese { // quotation marks and dashes of Chinese are as wide as its characters
		faces = append([]string{"w:hint", "eastAsia"}, faces...)
	}
	m.empty("w:rFonts", faces...)
	sizes(m, bodySize)
	m.empty("w:lang", "w:val", l.latin, "w:eastAsia", l.eastAsian, "w:bidi", l.complex)
	m.end("w:rPr")
	m.end("w:rPrDefault")
	m.begin("w:pPrDefault")
	m.begin("w:pPr")
	m.empty("w:spacing", "w:after", "0", "w:line", leading(w.doc.Lang), "w:lineRule", "auto")
	m.end("w:pPr")
	m.end("w:pPrDefault")
	m.end("w:docDefaults")
}

func (s style) write(m *markup, rightToLeft bool) {
	m.begin("w:style", "w:type", "paragraph", "w:styleId", s.id)
	m.value("w:name", s.name)
	m.value("w:basedOn", styleNormal)
	m.empty("w:qFormat")
	m.begin("w:pPr")
	if s.keepNext {
		m.empty("w:keepNext")
	}
	if s.bar {
		m.begin("w:pBdr")
		side := "w:left" // of borders the page's, of indents the text's
		if rightToLeft {
			side = "w:right"
		}
		m.empty(side, "w:val", "single", "w:sz", "8", "w:space", "8", "w:color", hairline)
		m.end("w:pBdr")
	}
	m.empty("w:spacing", "w:before", strconv.Itoa(s.before), "w:after", strconv.Itoa(s.after))
	if s.indent > 0 {
		m.empty("w:ind", "w:left", strconv.Itoa(s.indent))
	}
	switch {
	case s.centred:
		m.value("w:jc", "center")
	case s.justified:
		m.value("w:jc", "both")
	}
	if s.outline > 0 {
		m.value("w:outlineLvl", strconv.Itoa(s.outline-1))
	}
	m.end("w:pPr")
	m.begin("w:rPr")
	if s.bold {
		m.empty("w:b")
		m.empty("w:bCs")
	}
	if s.italic {
		m.empty("w:i")
		m.empty("w:iCs")
	}
	if s.colour != "" {
		m.value("w:color", s.colour)
	}
	sizes(m, s.size)
	m.end("w:rPr")
	m.end("w:style")
}

func sizes(m *markup, size int) {
	m.value("w:sz", strconv.Itoa(size))
	m.value("w:szCs", strconv.Itoa(int(math.Round(float64(size)*complexFactor))))
}
