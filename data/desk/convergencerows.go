package desk

import (
	"slices"

	"travaux/data"
)

// rowSet gathers the rows, revision by revision from the first.
type rowSet struct {
	texts []*Text
	read  []*measured
	by    map[data.ID]*ConvergenceRow // by every identity that its article has had
	of    [][]*ConvergenceRow         // by revision, parallel to its units
}

func newRowSet(texts []*Text, read []*measured) *rowSet {
	return &rowSet{texts: texts, read: read, by: map[data.ID]*ConvergenceRow{}}
}

// take adds revision i to the rows and returns its total.
func (s *rowSet) take(i int, lang data.Lang, open, gone []bool) (total Measure) {
	t, m := s.texts[i], s.read[i]
	rows := s.rowsOf(i)
	s.of = append(s.of, rows)
	for u, at := range m.units {
		p, row := &t.Provisions[at], rows[u]
		r, shown := p.In(lang)
		row.Provision, row.Path, row.Lang = p.ID, p.Path, shown
		row.PublicHeading = data.PublicHeading{Kind: p.Kind, Label: r.Label, Heading: r.Heading}
		row.Cells[i].There, row.Cells[i].Label = true, r.Label
	}
	for at, own := range m.own {
		if gone[at] {
			own.Parts = 0
		}
		if open[at] {
			own.Pending = 1
		}
		rows[m.unit[at]].Cells[i].add(own)
		total.add(own)
	}
	return total
}

// rowsOf finds the row of each unit of revision i: that of its identity, else that
// of what it continues, else a new one.
func (s *rowSet) rowsOf(i int) []*ConvergenceRow {
	t, m := s.texts[i], s.read[i]
	rows := make([]*ConvergenceRow, len(m.units))
	claimed := map[*ConvergenceRow]bool{}
	claim := func(u int, row *ConvergenceRow) {
		rows[u], claimed[row] = row, true
		s.by[t.Provisions[m.units[u]].ID] = row
	}
	for u, at := range m.units {
		if row := s.by[t.Provisions[at].ID]; row != nil {
			claim(u, row)
		}
	}
	for u := range m.units {
		if rows[u] != nil {
			continue
		}
		if row := s.continued(i, u); row != nil && !claimed[row] {
			claim(u, row)
			continue
		}
		claim(u, &ConvergenceRow{Cells: make([]ConvergedCell, len(s.texts))})
	}
	return rows
}

// continued is the row of the unit in the revision before that unit u of revision
// i continues although its identity is another: one of the two heads has the
// identity of a provision within the other. Nil if there is none.
func (s *rowSet) continued(i, u int) *ConvergenceRow {
	if i == 0 {
		return nil
	}
	t, m, before, was := s.texts[i], s.read[i], s.texts[i-1], s.read[i-1]
	if at, ok := before.byID[t.Provisions[m.units[u]].ID]; ok {
		return s.of[i-1][was.unit[at]]
	}
	for at := m.units[u] + 1; at < len(m.unit); at++ {
		if m.unit[at] != u {
			continue
		}
		k, ok := before.byID[t.Provisions[at].ID]
		if ok && was.units[was.unit[k]] == k {
			return s.of[i-1][was.unit[k]]
		}
	}
	return nil
}

// inOrder gives the rows in the order of the latest revision, each that has gone
// after the one it last followed.
func (s *rowSet) inOrder() []ConvergenceRow {
	var order []*ConvergenceRow
	placed := map[*ConvergenceRow]bool{}
	for i := len(s.of) - 1; i >= 0; i-- {
		var before *ConvergenceRow
		for _, row := range s.of[i] {
			if !placed[row] {
				placed[row] = true
				k := 0
				if before != nil {
					k = slices.Index(order, before) + 1
				}
				order = slices.Insert(order, k, row)
			}
			before = row
		}
	}
	var rows []ConvergenceRow
	for _, row := range order {
		if row.telling() {
			rows = append(rows, *row)
		}
	}
	return rows
}

// telling reports whether a row is to be shown.
func (r *ConvergenceRow) telling() bool {
	switch r.Kind {
	case data.KindArticle, data.KindPreamble, data.KindAnnex:
		return true
	}
	return slices.ContainsFunc(r.Cells, func(c ConvergedCell) bool { return c.Open() })
}
