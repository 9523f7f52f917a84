package xlsx

import (
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"

	"travaux/data"
)

// sheet writes one sheet: first how it is looked at and printed, then its rows.
func (w *bookWriter) sheet(i int, s *sheet) error {
	if i == 0 {
		if err := w.file.SetSheetName("Sheet1", s.name); err != nil {
			return err
		}
	} else if _, err := w.file.NewSheet(s.name); err != nil {
		return err
	}
	if err := w.set(s); err != nil {
		return err
	}
	if s.veiled {
		if err := w.file.SetSheetVisible(s.name, false); err != nil {
			return err
		}
	}
	sw, err := w.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for c, n := range s.widths {
		if err := sw.SetColWidth(c+1, c+1, n); err != nil {
			return err
		}
	}
	if s.hidden > 0 {
		if err := sw.SetColVisible(1, s.hidden, false); err != nil {
			return err
		}
	}
	if s.heads > 0 {
		if err := sw.SetPanes(s.panes()); err != nil {
			return err
		}
	}
	for n, r := range overflow(s.rows) {
		if err := w.row(sw, s, n+1, r); err != nil {
			return err
		}
	}
	return sw.Flush()
}

func (s *sheet) panes() *excelize.Panes {
	top, _ := excelize.CoordinatesToCellName(s.side+1, s.heads+1)
	pane := "bottomLeft"
	if s.side > 0 {
		pane = "bottomRight"
	}
	return &excelize.Panes{
		Freeze: true, XSplit: s.side, YSplit: s.heads, TopLeftCell: top, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: top, ActiveCell: top, Pane: pane}},
	}
}

// Sizes of paper as SpreadsheetML numbers them (ECMA-376, 18.3.1.63).
var papers = map[string]int{data.PageLetter: 1, data.PageA4: 9}

// set says how a sheet is looked at and printed.
func (w *bookWriter) set(s *sheet) error {
	yes, ltr, one, none := true, w.lang.RightToLeft(), 1, 0
	lines := false
	if err := w.bound(s); err != nil {
		return err
	}
	if err := w.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil { // filters take it away
		return err
	}
	if err := w.file.SetSheetView(s.name, -1, &excelize.ViewOptions{RightToLeft: &ltr, ShowGridLines: &lines}); err != nil {
		return err
	}
	size, lies := papers[data.PageA4], "portrait"
	if n, ok := papers[w.paper]; ok {
		size = n
	}
	if s.landscape {
		lies = "landscape"
	}
	if err := w.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &lies, FitToWidth: &one, FitToHeight: &none}); err != nil {
		return err
	}
	margin, top, edge := 0.6, 0.6, 0.3 // inches
	if w.mark != "" {
		top = 0.8 // for two lines
	}
	if err := w.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &margin, Right: &margin, Top: &top, Bottom: &margin, Header: &edge, Footer: &edge,
	}); err != nil {
		return err
	}
	head, foot := w.furniture()
	return w.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddHeader: head, OddFooter: foot})
}

// bound repeats heads on every page, and says what can be written where.
func (w *bookWriter) bound(s *sheet) error {
	if s.heads > 0 {
		last := excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: quoted(s.name) + "!$1:$" + decimal(s.heads)}
		if err := w.file.SetDefinedName(&last); err != nil {
			return err
		}
	}
	for _, c := range s.choices {
		column, err := excelize.ColumnNumberToName(c.column + 1)
		if err != nil {
			return err
		}
		dv := excelize.NewDataValidation(true)
		dv.SetSqref(column + decimal(s.heads+1) + ":" + column + decimal(max(len(s.rows), s.heads)+500))
		dv.SetSqrefDropList(c.from)
		style := excelize.DataValidationErrorStyleStop
		if c.lenient {
			style = excelize.DataValidationErrorStyleWarning
		}
		dv.SetError(style, c.title, c.hint)
		if err := w.file.AddDataValidation(s.name, dv); err != nil {
			return err
		}
	}
	if s.filtered {
		last, err := excelize.CoordinatesToCellName(s.columns(), max(len(s.rows), s.heads+1))
		if err != nil {
			return err
		}
		if err := w.file.AutoFilter(s.name, "A"+decimal(s.heads)+":"+last, nil); err != nil {
			return err
		}
	}
	if !s.guarded {
		return nil
	}
	return w.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true, FormatColumns: true, FormatRows: true, AutoFilter: true, Sort: true,
	})
}

// mostFurniture is how many characters a header or footer has at most.
const mostFurniture = 240

// furniture is the head and the foot of printed pages: what the paper is, its marking,
// and the page out of how many. What the paper is stands below the marking, into which it
// would run on one line.
func (w *bookWriter) furniture() (head, foot string) {
	mark, below := "", "&L"
	if w.mark != "" {
		mark, below = "&C"+ampersands(w.mark), "\n"
	}
	foot = mark + "&R&P/&N"
	if left := mostFurniture - units(mark+below); w.header != "" && left > 20 {
		words := []rune(strings.ReplaceAll(fit(w.header), "\n", " "))
		for units(ampersands(string(words))) > left {
			words = words[:len(words)-1]
		}
		head = below + ampersands(string(words))
	}
	return mark + head, foot
}

func ampersands(s string) string { return strings.ReplaceAll(fit(s), "&", "&&") }

// quoted is the name of a sheet as it stands before a cell.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// row writes a row, as high as its words are about: programs that open a file do not all
// work that out, and those that do work it out again when a cell changes (see pack).
func (w *bookWriter) row(sw *excelize.StreamWriter, s *sheet, n int, r row) error {
	first, _ := excelize.CoordinatesToCellName(1, n)
	if r.across && len(r.cells) == 1 && s.columns() > 1 {
		c := r.cells[0]
		if !c.look.single || w.lines(c, s.width()) > 1 {
			last, _ := excelize.CoordinatesToCellName(s.columns(), n)
			if err := sw.MergeCell(first, last); err != nil {
				return err
			}
			r.cells = []cell{{runs: c.runs, number: c.number, look: c.look}}
			r.cells[0].look.single = false
		}
	}
	values := make([]any, 0, s.columns())
	for _, c := range r.cells {
		id, err := w.style(c.look)
		if err != nil {
			return err
		}
		values = append(values, excelize.Cell{StyleID: id, Value: w.value(c)})
	}
	return sw.SetRow(first, values, excelize.RowOpts{Height: w.height(s, r), Hidden: r.hidden})
}

// height is that of a row in points.
func (w *bookWriter) height(s *sheet, r row) float64 {
	high := w.leading(look{})
	for i, c := range r.cells {
		width := s.width()
		if !r.across && i < len(s.widths) {
			width = s.widths[i]
		}
		switch {
		case i < s.hidden && !r.across:
		case c.look.upright:
			high = max(high, min(longest(c)*turnedLetter+10, mostUpright))
		case c.look.single:
			high = max(high, w.leading(c.look))
		default:
			high = max(high, float64(w.lines(c, width))*w.leading(c.look)+3)
		}
	}
	return min(high, excelize.MaxRowHeight)
}

// mostUpright is how high words are at most that are turned, in points.
const mostUpright = 150.0

// leading is the height of a line of a look in points.
func (w *bookWriter) leading(l look) float64 { return math.Ceil(l.points() * 1.38) }

func (l look) points() float64 {
	if l.size == 0 {
		return usualSize
	}
	return l.size
}

// width is that of all columns that are shown, in letters.
func (s *sheet) width() float64 {
	total := 0.0
	for i, n := range s.widths {
		if i >= s.hidden {
			total += n
		}
	}
	return total
}

// text is what a cell says, as it stands in the file.
func (c cell) text() string {
	var b strings.Builder
	for _, r := range c.runs {
		b.WriteString(fit(r.text))
	}
	return b.String()
}

// lines is how many lines words take in a width, about.
func (w *bookWriter) lines(c cell, width float64) int {
	room := max(width-1.5-float64(2*c.look.indent), 2)
	wide := c.look.points() / usualSize * 0.97
	if c.look.bold {
		wide *= 1.08
	}
	if w.face == serif {
		wide *= 0.9
	}
	lines := 0
	for _, l := range strings.Split(c.text(), "\n") {
		lines += max(int(math.Ceil(letters(l)*wide/room)), 1)
	}
	return lines
}

// longest is how wide the widest line of a cell is.
func longest(c cell) float64 {
	most := 0.0
	for _, l := range strings.Split(c.text(), "\n") {
		most = max(most, letters(l))
	}
	return most
}

// letters is how wide a line is, in letters of one width; ideographs have two.
func letters(s string) float64 {
	n := 0.0
	for _, r := range s {
		n++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}

// value is what a cell holds.
func (w *bookWriter) value(c cell) any {
	if c.number != nil {
		return *c.number
	}
	if len(c.runs) == 0 || len(c.runs) == 1 && c.runs[0].text == "" {
		return nil
	}
	if len(c.runs) == 1 && c.runs[0].mark == 0 {
		return fit(c.runs[0].text)
	}
	var out []excelize.RichTextRun
	for _, r := range c.runs {
		if r.text != "" {
			out = append(out, excelize.RichTextRun{Font: w.font(c.look, r.mark), Text: fit(r.text)})
		}
	}
	return out
}
