package docx

import (
	"math"
	"strconv"

	"travaux/data"
	"travaux/export"
)

// sheet is a page in twentieths of a point.
type sheet struct {
	width, height     int
	side, top, bottom int // margins
	landscape         bool
}

// Pages in twentieths of a point: A4 (ISO 216) and Letter (ANSI/ASME Y14.1).
var pages = map[string][2]int{
	data.PageA4:     {11906, 16838},
	data.PageLetter: {12240, 15840},
}

// sheet is a page as the document's look has it, standing or lying.
func (w *writer) sheet(landscape bool) sheet {
	look := w.doc.Look
	size, known := pages[look.Page]
	if !known {
		size = pages[data.PageA4]
	}
	s := sheet{size[0], size[1], 1520, 1700, 1500, landscape}
	if landscape {
		s = sheet{size[1], size[0], 960, 1300, 1100, landscape}
	}
	for _, m := range []struct {
		of    *int
		asked float64
	}{{&s.top, look.Margins.Top}, {&s.bottom, look.Margins.Bottom}, {&s.side, look.Margins.Side}} {
		if m.asked > 0 {
			*m.of = int(math.Round(min(max(m.asked, data.MarginLeast), data.MarginMost) * 1440 / 25.4))
		}
	}
	return s
}

// measure is the width of the type area.
func (s sheet) measure() int { return s.width - 2*s.side }

// scaled is a size as the document's look has it: in proportion to its running text.
func (w *writer) scaled(size int) int {
	if w.doc.Look.Size <= 0 {
		return size
	}
	asked := min(max(w.doc.Look.Size, data.SizeLeast), data.SizeMost)
	return int(math.Round(float64(size) * 2 * asked / bodySize))
}

func (w *writer) sizes(m *markup, size int) {
	size = w.scaled(size)
	m.value("w:sz", strconv.Itoa(size))
	m.value("w:szCs", strconv.Itoa(int(math.Round(float64(size)*w.face().factor))))
}

// characterStyle is a look of words within a paragraph.
type characterStyle struct {
	id, name     string
	bold, italic bool
	strike       string
	colour       string
	underline    string
	raised       bool
	size         int
}

// Colours of changes, as in print.
const (
	colourAdded   = "0D4F9E"
	colourRemoved = "A82126"
	colourMoved   = "1F6B42"
)

// Ids of the styles of words.
const (
	wordsStrong    = "Strong"
	wordsSlanted   = "Emphasis"
	wordsCame      = "WordsInserted"
	wordsGone      = "WordsDeleted"
	wordsMovedHere = "WordsMovedHere"
	wordsMovedAway = "WordsMovedAway"
)

var characterStyles = []characterStyle{
	{id: wordsStrong, name: "Strong", bold: true},
	{id: wordsSlanted, name: "Emphasis", italic: true},
	{id: wordsCame, name: "word.style.inserted", colour: colourAdded, underline: "single"},
	{id: wordsGone, name: "word.style.deleted", strike: "w:strike", colour: colourRemoved},
	{id: wordsMovedHere, name: "word.style.moved-here", colour: colourMoved, underline: "double"},
	{id: wordsMovedAway, name: "word.style.moved-away", strike: "w:dstrike", colour: colourMoved},
	{id: styleAnchor, name: "annotation reference", size: 16},
	{id: styleNoteSign, name: "footnote reference", raised: true},
}

func (w *writer) characterStyles(m *markup) {
	for _, s := range characterStyles {
		m.begin("w:style", "w:type", "character", "w:styleId", s.id)
		m.value("w:name", w.named(s.name))
		m.empty("w:qFormat")
		m.begin("w:rPr")
		weight(m, w.doc.Lang, s.bold, s.italic)
		if s.strike != "" {
			m.empty(s.strike)
		}
		if s.colour != "" {
			m.value("w:color", s.colour)
		}
		if s.size > 0 {
			w.sizes(m, s.size)
		}
		if s.underline != "" {
			m.value("w:u", s.underline)
		}
		if s.raised {
			m.value("w:vertAlign", "superscript")
		}
		m.end("w:rPr")
		m.end("w:style")
	}
}

// weight says that words are bold, or slanted as their language has it: Chinese is set in
// another face instead, Arabic not at all but for Latin letters in it.
func weight(m *markup, lang data.Lang, bold, italic bool) {
	if italic && lang == data.Chinese {
		m.empty("w:rFonts", "w:eastAsia", slantedChinese.name)
	}
	if bold {
		m.empty("w:b")
		m.empty("w:bCs")
	}
	if italic && lang != data.Chinese {
		m.empty("w:i")
		if lang != data.Arabic {
			m.empty("w:iCs")
		}
	}
}

// wordsStyle is the style of words with a mark; "" is none. What is strong or slanted
// besides is said of the words themselves, which can have one style only.
func wordsStyle(mark export.Mark) (id string, rest export.Mark) {
	switch mark & export.LeftOut {
	case export.MovedHere:
		return wordsMovedHere, mark
	case export.MovedAway:
		return wordsMovedAway, mark
	case export.Inserted:
		return wordsCame, mark
	case export.Deleted, export.LeftOut:
		return wordsGone, mark
	}
	switch mark & (export.Strong | export.Slanted) {
	case export.Strong:
		return wordsStrong, export.Plain
	case export.Slanted:
		return wordsSlanted, export.Plain
	}
	return "", mark
}

// tableStyles are the lines and gaps of tables, and of the short table of what a paper
// belongs to.
func (w *writer) tableStyles(m *markup) {
	for _, s := range []struct {
		id, name string
		sides    []string
	}{
		{styleFields, "word.style.fields", []string{"w:top", "w:bottom"}},
		{styleTable, "word.style.table", []string{"w:top", "w:bottom", "w:insideH"}},
	} {
		m.begin("w:style", "w:type", "table", "w:styleId", s.id)
		m.value("w:name", w.named(s.name))
		m.empty("w:qFormat")
		m.begin("w:tblPr")
		m.begin("w:tblBorders")
		for _, side := range s.sides {
			m.empty(side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", hairline)
		}
		m.end("w:tblBorders")
		m.begin("w:tblCellMar")
		for _, gap := range []struct{ side, width string }{{"w:top", "40"}, {"w:left", "90"}, {"w:bottom", "40"}, {"w:right", "90"}} {
			m.empty(gap.side, "w:w", gap.width, "w:type", "dxa")
		}
		m.end("w:tblCellMar")
		m.end("w:tblPr")
		m.end("w:style")
	}
}
