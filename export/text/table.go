package text

import (
	"slices"
	"strconv"
	"strings"

	"travaux/export"
)

func decimal(n int) string { return strconv.Itoa(n) }

// between stands between the cells of a row.
const between = " | "

// table lays rows out in columns where all of them are short, and else each as lines
// that begin with the heads of their columns.
func (w *writer) table(t export.Table) {
	rows := make([][]string, len(t.Rows))
	for i, r := range t.Rows {
		for _, c := range r.Cells {
			rows[i] = append(rows[i], w.cell(c))
		}
	}
	if widths, fit := w.widths(t.Heads, rows); fit {
		w.drawn(t.Heads, rows, widths)
		return
	}
	for _, cells := range rows {
		if len(cells) == 1 {
			w.group(cells[0])
			continue
		}
		w.record(t.Heads, cells)
	}
}

// starred is a grid whose strong signs stand between stars, as mails have what is bold.
func starred(g export.Grid) export.Grid {
	rows := slices.Clone(g.Rows)
	for i := range rows {
		rows[i].Cells = slices.Clone(rows[i].Cells)
		for k, c := range rows[i].Cells {
			if c.Strong {
				rows[i].Cells[k].Text = "*" + c.Text + "*"
			}
		}
	}
	g.Rows = rows
	return g
}

// tally is how wide a cell is at most that holds a number or a sign.
const tally = 5

// record writes a row as lines that begin with the heads of its columns. Numbers and
// signs share a line, and so do the few words of one cell: a line for each would be a
// column that nobody reads.
func (w *writer) record(heads, cells []string) {
	var lines []string
	counting := false
	for k, c := range cells {
		if c == "" {
			continue
		}
		head := ""
		if k < len(heads) {
			head = heads[k]
		}
		if columns(c) <= longest {
			c = w.joined(strings.Split(c, "\n")...)
		}
		line, short := w.labelled(head, c), columns(c) <= tally
		if counting && short {
			lines[len(lines)-1] = w.joined(lines[len(lines)-1], line)
		} else {
			lines = append(lines, line)
		}
		counting = short
	}
	w.group(lines...)
}

// joined says several things in one line.
func (w *writer) joined(said ...string) string {
	line := said[0]
	for _, s := range said[1:] {
		line = w.loc.T("plain.then", "a", line, "b", s)
	}
	return line
}

// cell is what stands in a cell, a line for each paragraph.
func (w *writer) cell(c export.Cell) string {
	var lines []string
	for _, p := range c {
		if s := w.words(p.Spans); strings.TrimSpace(s) != "" {
			lines = append(lines, tidy(s))
		}
	}
	return strings.Join(lines, "\n")
}

// widths are those of the columns; fit reports whether a row is a line.
func (w *writer) widths(heads []string, rows [][]string) (widths []int, fit bool) {
	widths = make([]int, len(heads))
	row := func(cells []string) bool {
		if len(cells) == 1 && len(heads) > 1 {
			return true
		}
		for k, c := range cells {
			if k >= len(widths) || strings.Contains(c, "\n") {
				return false
			}
			widths[k] = max(widths[k], columns(c))
		}
		return true
	}
	fit = row(heads)
	for _, r := range rows {
		fit = fit && row(r)
	}
	total := len(between) * (len(heads) - 1)
	for _, n := range widths {
		total += n
	}
	return widths, fit && total <= longest
}

// drawn writes a table in columns.
func (w *writer) drawn(heads []string, rows [][]string, widths []int) {
	row := func(cells []string) string {
		if len(cells) == 1 && len(heads) > 1 {
			return cells[0]
		}
		padded := make([]string, len(cells))
		for k, c := range cells {
			padded[k] = c + strings.Repeat(" ", widths[k]-columns(c))
		}
		return strings.Join(padded, between)
	}
	var lines []string
	if strings.TrimSpace(strings.Join(heads, "")) != "" {
		rules := make([]string, len(widths))
		for k, n := range widths {
			rules[k] = strings.Repeat("-", n)
		}
		lines = append(lines, row(heads), strings.Join(rules, "-+-"))
	}
	for _, r := range rows {
		lines = append(lines, row(r))
	}
	w.group(lines...)
}
