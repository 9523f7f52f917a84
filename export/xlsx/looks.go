package xlsx

import (
	"github.com/xuri/excelize/v2"

	"travaux/data"
	"travaux/export"
)

// Colours, those of the printed papers.
const (
	ink      = "17171C"
	navy     = "1C365E"
	quiet    = "616670"
	hairline = "BDC2CC"
	shade    = "F2F4F7"
	ours     = "FFFBEA" // of cells that can be written in
	added    = "0D4F9E"
	removed  = "A82126"
	carried  = "1F6B42"
)

// usualSize is that of words in cells, in points.
const usualSize = 10.5

// look is how a cell looks; the zero look is that of running text.
type look struct {
	bold, slanted bool
	size          float64 // 0: usualSize
	colour        string  // "": ink
	fill          string  // "": none
	framed        bool
	centred       bool
	upright       bool // words turned by a quarter
	single        bool // on one line, over what is empty beside it
	indent        int
	lang          data.Lang // "": that of the book
	open          bool      // can be written in where the sheet is guarded
}

var (
	lookHead    = look{bold: true, colour: navy, fill: shade, framed: true}
	lookCell    = look{framed: true}
	lookFine    = look{size: 9, colour: quiet}
	lookLabel   = look{size: 9, colour: quiet}
	lookMarking = look{bold: true, colour: removed, single: true}
)

func lookHeading(level int) look {
	l := look{bold: true, colour: navy, single: true}
	switch level {
	case 0:
		l.size, l.bold = 20, false
	case 1:
		l.size = 14
	case 2:
		l.size, l.colour = 12, ink
	case export.MostLevels:
		l.colour = quiet
	}
	return l
}

// lookOf is how a paragraph looks.
func lookOf(k export.ParagraphKind) look {
	switch k {
	case export.Statement:
		return look{bold: true}
	case export.Fine:
		return lookFine
	case export.Spoken:
		return look{size: 14}
	}
	return look{}
}

// serif is a font whose letters are narrower than its figures, by which columns are
// measured.
const serif = "Times New Roman"

// family is the font of a book: those that offices have on every machine.
func family(face string, lang data.Lang) string {
	switch sans := face == data.FaceSans; {
	case lang == data.Chinese && sans:
		return "Microsoft YaHei"
	case lang == data.Chinese:
		return "SimSun"
	case sans:
		return "Arial"
	}
	return serif
}

// bookWriter writes a book with excelize.
type bookWriter struct {
	*book
	file   *excelize.File
	styles map[look]int
}

// font is that of words in a cell, with what a mark adds.
func (w *bookWriter) font(l look, m export.Mark) *excelize.Font {
	f := &excelize.Font{Family: w.face, Size: l.size, Color: l.colour, Bold: l.bold || m&export.Strong != 0, Italic: l.slanted || m&export.Slanted != 0}
	if f.Size == 0 {
		f.Size = usualSize
	}
	if f.Color == "" {
		f.Color = ink
	}
	switch m & export.LeftOut {
	case export.Inserted:
		f.Color, f.Underline = added, "single"
	case export.Deleted, export.LeftOut:
		f.Color, f.Strike = removed, true
	case export.MovedHere:
		f.Color, f.Underline = carried, "double"
	case export.MovedAway:
		f.Color, f.Strike = carried, true
	}
	return f
}

// asText is the number format of text: what is typed over it stays text.
const asText = 49

// style is the number of a look in the file.
func (w *bookWriter) style(l look) (int, error) {
	if id, ok := w.styles[l]; ok {
		return id, nil
	}
	lang := l.lang
	if lang == "" {
		lang = w.lang
	}
	a := &excelize.Alignment{Vertical: "top", WrapText: !l.single, Indent: l.indent, Horizontal: "left", ReadingOrder: 1}
	if lang.RightToLeft() {
		a.Horizontal, a.ReadingOrder = "right", 2
	}
	if l.centred {
		a.Horizontal = "center"
	}
	if l.upright {
		a.TextRotation, a.Vertical = 90, "bottom"
	}
	s := &excelize.Style{Font: w.font(l, 0), Alignment: a, NumFmt: asText, Protection: &excelize.Protection{Locked: !l.open}}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.framed {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: hairline, Style: 1})
		}
	}
	id, err := w.file.NewStyle(s)
	w.styles[l] = id
	return id, err
}
