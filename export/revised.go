package export

import "strings"

// Revised is one paragraph of a text that was revised, with both versions in
// it. Where a format knows tracked changes, its marks become such: accepted,
// they give the new version, rejected, the old one.
//
// A line break in a span begins a new line of the same paragraph, a tab parts
// a number from its words.
type Revised struct {
	Level int // of a heading, from 1; 0: running text
	Depth int // steps of indentation
	Spans []Span
	// End says whether the break after the paragraph is in both versions
	// (Plain), only in the new (Inserted) or only in the old one (Deleted).
	End  Mark
	Note []Span // a remark at it: beside the text where there is room, else below it
}

// Table has its heads on every page that it reaches.
type Table struct {
	Heads  []string
	Shares []int // how wide the columns are beside one another, as many as Heads
	Rows   []Row
}

// Row has one cell for every column, or a single one across all of them.
type Row struct{ Cells []Cell }

// Leads reports whether the row is a heading of the rows below it, with which it stays: all
// its words are strong, but for small print.
func (r Row) Leads() bool {
	leads := false
	for _, c := range r.Cells {
		for _, p := range c {
			for _, s := range p.Spans {
				switch {
				case s.Mark&Strong != 0:
					leads = true
				case p.Kind != Fine && strings.TrimSpace(s.Text) != "":
					return false
				}
			}
		}
	}
	return leads
}

// Cell is what stands in a cell.
type Cell []Paragraph

// Outline is the heading that a paragraph of a revised text is in the new
// version, if it is one.
func (r Revised) Outline() (Heading, bool) {
	if r.Level == 0 {
		return Heading{}, false
	}
	var b strings.Builder
	for _, s := range r.Spans {
		if !s.Mark.Gone() {
			b.WriteString(s.Text)
		}
	}
	text := strings.Join(strings.Fields(b.String()), " ")
	return Heading{r.Level, text}, text != ""
}

// text is the paragraph in its parts: a heading with its signs, "+¶" or "-¶"
// where its end is in one version only, and the note in angle brackets.
func (r Revised) text() []string {
	var parts []string
	if r.Level > 0 {
		parts = append(parts, strings.Repeat("#", r.Level), " ")
	}
	parts = append(parts, Paragraph{Spans: r.Spans}.Text())
	switch r.End {
	case Inserted:
		parts = append(parts, "+¶")
	case Deleted:
		parts = append(parts, "-¶")
	}
	if len(r.Note) > 0 {
		parts = append(parts, " <", Paragraph{Spans: r.Note}.Text(), ">")
	}
	return parts
}

func (r Row) text() string {
	cells := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		lines := make([]string, len(c))
		for k, p := range c {
			lines[k] = p.Text()
		}
		cells[i] = strings.Join(lines, " / ")
	}
	return strings.Join(cells, " | ")
}
