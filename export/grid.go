package export

import "strings"

// Grid is a table of many narrow columns with a sign in each cell. Where it is
// wider or higher than a page it goes on over further ones, with the heads of its
// columns and of its rows on each.
type Grid struct {
	Corner  string // above the heads of the rows
	Columns []GridColumn
	Rows    []GridRow
}

// GridColumn is the head of a column. Neighbouring columns with the same Band
// stand below one head.
type GridColumn struct {
	Band  string // what it belongs to: an article
	Label string // what it is within that, in a few letters
	Words string // in full
	Wide  bool   // the label is a title, of more than a few letters
}

// GridRow is a row. One without cells is the title of those below it.
type GridRow struct {
	Head   string
	Strong bool
	Cells  []GridCell
}

// GridCell is a sign of one letter or a few.
type GridCell struct {
	Text   string
	Strong bool
}

func (Grid) block() {}

// Table is the grid for a format that knows no pages: as wide as it is.
func (g Grid) Table() Table {
	t := Table{Heads: []string{g.Corner}, Shares: []int{4}}
	for _, c := range g.Columns {
		share := 1
		if c.Wide {
			share = 2
		}
		t.Heads, t.Shares = append(t.Heads, strings.TrimSpace(c.Band+" "+c.Label)), append(t.Shares, share)
	}
	for _, r := range g.Rows {
		mark := Plain
		if r.Strong {
			mark = Strong
		}
		row := Row{[]Cell{{{Kind: Body, Spans: []Span{{r.Head, mark}}}}}}
		for _, c := range r.Cells {
			mark := Plain
			if c.Strong {
				mark = Strong
			}
			row.Cells = append(row.Cells, Cell{{Kind: Body, Spans: []Span{{c.Text, mark}}}})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// text writes the grid as Document.Text does, strong signs between stars.
func (g Grid) text() (lines []string) {
	heads := []string{g.Corner}
	for _, c := range g.Columns {
		heads = append(heads, strings.TrimSpace(c.Band+" "+c.Label))
	}
	lines = append(lines, strings.Join(heads, " | "))
	for _, r := range g.Rows {
		cells := []string{r.Head}
		for _, c := range r.Cells {
			if c.Strong {
				c.Text = "*" + c.Text + "*"
			}
			cells = append(cells, c.Text)
		}
		lines = append(lines, strings.Join(cells, " | "))
	}
	return lines
}
