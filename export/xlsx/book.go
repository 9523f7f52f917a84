package xlsx

import (
	"context"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"travaux/data"
	"travaux/export"
)

// CodeWrite is the code of the error that a paper could not be written.
const CodeWrite data.Code = "paper.write"

// book is a spreadsheet before it is written.
type book struct {
	lang   data.Lang
	face   string // family of its fonts
	paper  string // one of data.PageSizes
	title  string
	about  string
	author string // "": none is named
	date   time.Time
	header string // at the top of every printed page
	mark   string // at the top and at the foot of every printed page; "": none
	sheets []*sheet
}

// sheet is a page of rows. Its first rows stay where they are when it is scrolled, and
// come again on every printed page.
type sheet struct {
	name      string
	heads     int // rows that stay
	side      int // columns that stay
	widths    []float64
	hidden    int // columns from the first that are not shown
	rows      []row
	landscape bool
	guarded   bool // only cells that are open can be written in
	choices   []choice
	filtered  bool // its heads can filter
	veiled    bool // it is not shown
}

// choice is a list from which the cells of a column are filled.
type choice struct {
	column      int    // from 0
	from        string // the cells that hold the list: "Lists!$A$1:$A$9"
	title, hint string
	lenient     bool // something else can be written as well
}

// row is a row of cells. One that goes across is a single cell over all columns.
type row struct {
	cells  []cell
	across bool
	hidden bool
}

// cell is words that look like something, or a number.
type cell struct {
	runs   []run
	number *int
	look   look
}

// run is words of a cell that look alike.
type run struct {
	text string
	mark export.Mark
}

// words is a cell of words that look alike.
func words(text string, l look) cell { return cell{runs: []run{{text: text}}, look: l} }

// mostUnits is how much a cell holds in units of UTF-16 (Excel: 32,767), with room for
// none to be cut in two.
const mostUnits = 32_700

// most is how many bytes of a sheet are kept in memory; excelize would write a larger
// one to disk, in clear.
const most = 12 << 20

// write makes the file.
func (b *book) write(ctx context.Context) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	w := bookWriter{book: b, file: f, styles: map[look]int{}}
	if err := f.SetDefaultFont(b.face); err != nil {
		return nil, data.E(CodeWrite).Because(err)
	}
	for i, s := range b.sheets {
		if ctx.Err() != nil {
			return nil, data.E(data.CodeCancelled).Because(ctx.Err())
		}
		if s.size() > most {
			return nil, data.E(CodeWrite)
		}
		if err := w.sheet(i, s); err != nil {
			return nil, data.E(CodeWrite).Because(err)
		}
	}
	f.SetActiveSheet(0)
	raw, err := f.WriteToBuffer()
	if err != nil {
		return nil, data.E(CodeWrite).Because(err)
	}
	out, err := b.pack(raw.Bytes())
	if err != nil {
		return nil, data.E(CodeWrite).Because(err)
	}
	return out, nil
}

// size is how large the sheet becomes at most.
func (s *sheet) size() int {
	n := 0
	for _, r := range s.rows {
		for _, c := range r.cells {
			n += 100
			for _, run := range c.runs {
				n += 400 + 5*len(run.text)/2
			}
		}
	}
	return n
}

// columns is how many the sheet has.
func (s *sheet) columns() int { return max(len(s.widths), 1) }

// overflow divides rows in which a cell says more than it can hold: what is left
// stands in the same column of the rows below.
func overflow(rows []row) []row {
	var out []row
	for _, r := range rows {
		for {
			now := row{cells: make([]cell, len(r.cells)), across: r.across, hidden: r.hidden}
			rest, more := row{cells: make([]cell, len(r.cells)), across: r.across}, false
			for i, c := range r.cells {
				var left []run
				now.cells[i] = c
				now.cells[i].runs, left = divided(c.runs)
				rest.cells[i] = cell{runs: left, look: c.look}
				more = more || len(left) > 0
			}
			out = append(out, now)
			if !more {
				break
			}
			r = rest
		}
	}
	return out
}

// divided are the runs that fit into a cell, and the rest.
func divided(runs []run) (fits, left []run) {
	room := mostUnits
	for i, r := range runs {
		n := units(r.text)
		if n <= room {
			room -= n
			continue
		}
		at := cut(r.text, room)
		fits = append(runs[:i:i], run{r.text[:at], r.mark})
		return fits, append([]run{{r.text[at:], r.mark}}, runs[i+1:]...)
	}
	return runs, nil
}

// units is how long a text is in UTF-16.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// cut is where a text is divided so that its first part has at most so many units: at
// the last blank, if there is one.
func cut(s string, room int) int {
	n, end, blank := 0, 0, 0
	for i, r := range s {
		if n += max(utf16.RuneLen(r), 1); n > room {
			break
		}
		end = i + utf8.RuneLen(r)
		if r == ' ' || r == '\n' {
			blank = end
		}
	}
	if blank > end/2 {
		return blank
	}
	return end
}

// fit is a text as a cell holds it.
func fit(s string) string { return data.CellText(s) }
