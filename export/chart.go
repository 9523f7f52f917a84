package export

// Chart shows numbers of several versions as level bars, one below the other in
// the order of time. What they measure is told by texture and by words, so that
// it can be read in black and white.
type Chart struct{ Series []Series }

// Series is one measure of a Chart.
type Series struct {
	Name string
	Fill Fill
	Bars []Bar
}

// Bar is one number. Words is the number as the language writes it.
type Bar struct {
	Label string
	Value int // not negative
	Words string
}

// Fill is the texture of bars.
type Fill uint8

// Textures.
const (
	FillSolid Fill = iota
	FillHatched
	FillHollow
)

func (Chart) block() {}

// Most is the largest number of a chart: what a bar of full length stands for.
func (c Chart) Most() int {
	most := 0
	for _, s := range c.Series {
		for _, b := range s.Bars {
			most = max(most, b.Value)
		}
	}
	return most
}

// Table is the chart for a format that draws no bars: a row for each label, a
// column for each series. The series have the same labels.
func (c Chart) Table(corner string) Table {
	t := Table{Heads: []string{corner}, Shares: []int{2}}
	cell := func(text string) Cell { return Cell{{Kind: Body, Spans: []Span{{text, Plain}}}} }
	for i, s := range c.Series {
		t.Heads, t.Shares = append(t.Heads, s.Name), append(t.Shares, 1)
		for k, b := range s.Bars {
			if i == 0 {
				t.Rows = append(t.Rows, Row{[]Cell{cell(b.Label)}})
			}
			if k < len(t.Rows) {
				t.Rows[k].Cells = append(t.Rows[k].Cells, cell(b.Words))
			}
		}
	}
	return t
}

// text writes the chart as Document.Text does: a bar of ten signs at most.
func (c Chart) text() (lines []string) {
	signs := [...]string{"#", "/", "_"}
	most := max(c.Most(), 1)
	for _, s := range c.Series {
		lines = append(lines, s.Name)
		for _, b := range s.Bars {
			bar := ""
			for range (10*b.Value + most - 1) / most {
				bar += signs[s.Fill]
			}
			lines = append(lines, b.Label+"\t"+bar+" "+b.Words)
		}
	}
	return lines
}
