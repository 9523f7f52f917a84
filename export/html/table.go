package html

import (
	"strconv"

	"travaux/export"
)

// table writes a table with heads that readers aloud repeat with every cell.
func (w *writer) table(t export.Table) {
	w.begin("table", "style", styleTable)
	w.columns(t.Shares)
	if len(t.Heads) > 0 {
		w.begin("thead")
		w.begin("tr")
		for _, h := range t.Heads {
			w.head(h, "col", 1)
		}
		w.end("tr")
		w.end("thead")
		w.WriteByte('\n')
	}
	w.begin("tbody")
	for _, r := range t.Rows {
		w.begin("tr")
		for _, c := range r.Cells {
			w.cell(c, len(r.Cells), len(t.Heads))
		}
		for range missing(len(r.Cells), len(t.Heads)) {
			w.cell(nil, 0, 0)
		}
		w.end("tr")
		w.WriteByte('\n')
	}
	w.end("tbody")
	w.end("table")
	w.WriteByte('\n')
}

// missing is how many cells a row lacks; one cell alone goes across.
func missing(cells, columns int) int {
	if cells == 1 {
		return 0
	}
	return max(columns-cells, 0)
}

func (w *writer) columns(shares []int) {
	total := 0
	for _, s := range shares {
		total += s
	}
	if total <= 0 {
		return
	}
	w.begin("colgroup")
	for _, s := range shares {
		w.empty("col", "style", "width:"+strconv.Itoa(100*s/total)+"%")
	}
	w.end("colgroup")
}

func (w *writer) head(text, scope string, across int) {
	span := ""
	if across > 1 {
		span = strconv.Itoa(across)
	}
	w.begin("th", "scope", scope, "colspan", span, "style", w.look.cell(true))
	w.lines(text)
	w.end("th")
}

// cell writes a cell; one that is alone in its row goes across all columns.
func (w *writer) cell(c export.Cell, inRow, columns int) {
	across, style := "", w.look.cell(false)
	if inRow == 1 && columns > 1 {
		across, style = strconv.Itoa(columns), style+";background:"+shade
	}
	w.begin("td", "colspan", across, "style", style)
	for _, p := range c {
		style := "margin-top:0;margin-bottom:3px"
		switch p.Kind {
		case export.Fine:
			style += ";font-size:" + w.look.points(0.8) + ";color:" + quiet
		case export.Statement:
			style += ";font-weight:bold"
		}
		w.begin("p", append(w.language(p.Lang, false), "style", style)...)
		w.words(p)
		w.end("p")
	}
	w.end("td")
}

// grid writes signs below their heads: those of the bands, then those of the columns,
// each with its words for whoever points at it.
func (w *writer) grid(g export.Grid) {
	w.begin("table", "style", styleGrid)
	w.begin("thead")
	w.begin("tr")
	w.head(g.Corner, "col", 1)
	for i := 0; i < len(g.Columns); {
		n := i + 1
		for n < len(g.Columns) && g.Columns[n].Band == g.Columns[i].Band {
			n++
		}
		w.head(g.Columns[i].Band, "colgroup", n-i)
		i = n
	}
	w.end("tr")
	w.begin("tr")
	w.head("", "col", 1)
	for _, c := range g.Columns {
		w.begin("th", "scope", "col", "title", c.Words, "style", w.look.cell(true))
		w.lines(c.Label)
		w.end("th")
	}
	w.end("tr")
	w.end("thead")
	w.begin("tbody")
	w.WriteByte('\n')
	for _, r := range g.Rows {
		w.begin("tr")
		if len(r.Cells) == 0 {
			w.head(r.Head, "rowgroup", len(g.Columns)+1)
		} else {
			weight := ";font-weight:normal"
			if r.Strong {
				weight = ""
			}
			w.begin("th", "scope", "row", "style", w.look.cell(true)+weight)
			w.lines(r.Head)
			w.end("th")
		}
		for _, c := range r.Cells {
			w.begin("td", "style", w.look.cell(false)+";text-align:center")
			mark := export.Plain
			if c.Strong {
				mark = export.Strong
			}
			w.spans([]export.Span{{Text: c.Text, Mark: mark}})
			w.end("td")
		}
		w.end("tr")
		w.WriteByte('\n')
	}
	w.end("tbody")
	w.end("table")
	w.WriteByte('\n')
}

// chart is a table of its numbers, each beside a bar that is a cell in colour, because
// that is what every mail program draws.
func (w *writer) chart(c export.Chart) {
	most := max(c.Most(), 1)
	for _, s := range c.Series {
		w.begin("table", "style", styleTable)
		w.begin("thead")
		w.begin("tr")
		w.head(s.Name, "colgroup", 2)
		w.end("tr")
		w.end("thead")
		w.begin("tbody")
		w.WriteByte('\n')
		for _, b := range s.Bars {
			w.begin("tr")
			w.begin("th", "scope", "row", "style", w.look.cell(true)+";width:30%;font-weight:normal")
			w.lines(b.Label)
			w.end("th")
			w.begin("td", "style", w.look.cell(false))
			if b.Value > 0 {
				w.element("span", "", "style", bar(s.Fill)+";width:"+strconv.Itoa(max(70*b.Value/most, 1))+"%")
				w.WriteByte(' ')
			}
			w.lines(b.Words)
			w.end("td")
			w.end("tr")
			w.WriteByte('\n')
		}
		w.end("tbody")
		w.end("table")
		w.WriteByte('\n')
	}
}

// bar is how a bar looks: full, half, or framed.
func bar(f export.Fill) string {
	const box = "display:inline-block;height:9px;border:1px solid " + navy
	switch f {
	case export.FillHatched:
		return box + ";background:" + hairline
	case export.FillHollow:
		return box
	}
	return box + ";background:" + navy
}
