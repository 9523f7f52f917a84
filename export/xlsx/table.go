package xlsx

import (
	"math"
	"strings"
	"unicode"

	"travaux/export"
)

// Widths of a sheet on paper that stands and that lies, in letters.
const (
	standing = 100.0
	lying    = 145.0
	narrow   = 9.0 // of a column at the least
	manyFrom = 4   // columns from which paper lies
)

// table gives a table a sheet of its own.
func (w *writer) table(t export.Table) {
	s := w.apart()
	s.landscape = w.doc.Landscape || len(t.Heads) >= manyFrom
	room, total := standing, 0
	if s.landscape {
		room = lying
	}
	shares := make([]int, len(t.Heads))
	for i := range shares {
		shares[i] = 1
		if i < len(t.Shares) && t.Shares[i] > 0 {
			shares[i] = t.Shares[i]
		}
		total += shares[i]
	}
	for _, n := range shares {
		s.widths = append(s.widths, max(room*float64(n)/float64(total), narrow))
	}
	if strings.TrimSpace(strings.Join(t.Heads, "")) != "" {
		w.head(s, t.Heads...)
		s.heads, s.filtered = len(s.rows), len(t.Rows) > 0
	}
	for _, r := range t.Rows {
		if len(r.Cells) == 1 && len(t.Heads) > 1 {
			c := w.cell(r.Cells[0])
			c.look.fill = shade
			s.rows = append(s.rows, row{cells: []cell{c}, across: true})
			s.filtered = false // such a row belongs to those below it
			continue
		}
		now := row{}
		for _, c := range r.Cells {
			now.cells = append(now.cells, w.cell(c))
		}
		for len(now.cells) < len(t.Heads) {
			now.cells = append(now.cells, cell{look: lookCell})
		}
		for len(s.widths) < len(now.cells) {
			s.widths = append(s.widths, 2*narrow)
		}
		s.rows = append(s.rows, now)
	}
	w.closing(s)
}

// cell is what stands in a cell of a table, a line for each paragraph. It looks like its
// first paragraph; the others are told apart by their lines.
func (w *writer) cell(c export.Cell) cell {
	out := cell{look: lookCell}
	for _, p := range c {
		runs := w.runs(p.Lang, p.Spans)
		if len(runs) == 0 {
			continue
		}
		if len(out.runs) > 0 {
			out.runs = append(out.runs, run{"\n", 0})
		} else {
			out.look = lookOf(p.Kind)
			out.look.framed, out.look.lang = true, p.Lang
		}
		out.runs = append(out.runs, runs...)
	}
	return out
}

// grid gives a grid a sheet of its own: signs below what they belong to, and what that
// is in full turned by a quarter.
func (w *writer) grid(g export.Grid) {
	s := w.apart()
	s.landscape, s.side, s.widths = true, 1, []float64{30}
	bands, labels, full := row{cells: []cell{words(g.Corner, lookHead)}}, row{cells: []cell{words("", lookHead)}}, row{cells: []cell{words("", lookHead)}}
	centred, turned := lookHead, lookHead
	centred.centred, turned.upright = true, true
	banded, told := false, false
	for i, c := range g.Columns {
		s.widths = append(s.widths, gridWidth(c))
		band := c.Band
		if i > 0 && g.Columns[i-1].Band == band {
			band = ""
		}
		one := centred
		one.single = true // over its columns
		bands.cells = append(bands.cells, words(band, one))
		labels.cells = append(labels.cells, words(c.Label, centred))
		full.cells = append(full.cells, words(c.Words, turned))
		banded, told = banded || c.Band != "", told || c.Words != ""
	}
	if banded {
		s.rows = append(s.rows, bands)
	} else {
		labels.cells[0] = words(g.Corner, lookHead)
	}
	if s.rows = append(s.rows, labels); told {
		s.rows = append(s.rows, full)
	}
	s.heads = len(s.rows)
	for _, r := range g.Rows {
		if len(r.Cells) == 0 {
			s.rows = append(s.rows, row{cells: []cell{words(r.Head, look{bold: true, colour: navy, fill: shade})}, across: true})
			continue
		}
		now := row{cells: []cell{words(r.Head, look{framed: true, bold: r.Strong})}}
		for _, c := range r.Cells {
			now.cells = append(now.cells, words(c.Text, look{framed: true, centred: true, bold: c.Strong}))
		}
		s.rows = append(s.rows, now)
	}
	w.closing(s)
}

// gridWidth is how wide a column of signs is: as its head asks, and as the lines need that
// are turned by a quarter.
func gridWidth(c export.GridColumn) float64 {
	least := 6.0
	if c.Wide {
		least = 16
	}
	head := min(letters(c.Band)*0.9+1.5, 12)
	turned := math.Ceil(letters(c.Words)*turnedLetter/(mostUpright-10)) * turnedLine
	return max(least, head, turned)
}

// What a letter of a turned line takes of the height of its row, in points, and a line of
// the width of its column, in letters.
const (
	turnedLetter = 6.0
	turnedLine   = 2.8
)

// chart gives the numbers of a chart a sheet of their own, as numbers.
func (w *writer) chart(c export.Chart) {
	s := w.apart()
	s.filtered, s.widths = true, []float64{30}
	heads := []string{""}
	var rows []row
	for i, series := range c.Series {
		heads = append(heads, series.Name)
		s.widths = append(s.widths, 24)
		for k, b := range series.Bars {
			if i == 0 {
				rows = append(rows, row{cells: []cell{words(b.Label, lookCell)}})
			}
			if k < len(rows) {
				rows[k].cells = append(rows[k].cells, number(b))
			}
		}
	}
	w.head(s, heads...)
	s.heads = len(s.rows)
	s.rows = append(s.rows, rows...)
	w.closing(s)
}

// number is the number of a bar; where it is told in other words, those.
func number(b export.Bar) cell {
	digits := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, b.Words)
	if digits == decimal(b.Value) && !strings.ContainsFunc(b.Words, unicode.IsLetter) {
		return cell{number: &b.Value, look: lookCell}
	}
	return words(b.Words, lookCell)
}
