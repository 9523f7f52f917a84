package desk

import "travaux/app/textview"

// aligned lets several columns have the same rows, by the identity of their
// blocks: where a column has none, an empty one holds its place. What columns
// share stands in the same order in all of them.
func aligned(columns ...[]textview.Block) [][]textview.Block {
	if len(columns) < 2 {
		return columns
	}
	rows := rowsOfAll(columns)
	out := make([][]textview.Block, len(columns))
	for i, c := range columns {
		at := make(map[string]int, len(c))
		for k := range c {
			at[c[k].ID] = k
		}
		out[i] = make([]textview.Block, len(rows))
		for n, row := range rows {
			if k, ok := at[row.ID]; ok {
				out[i][n] = c[k]
			} else {
				out[i][n] = textview.Block{ID: row.ID, Kind: row.Kind}
			}
		}
	}
	return out
}

// rowsOfAll is the first column with what only others have put in behind what it
// follows there.
func rowsOfAll(columns [][]textview.Block) []*textview.Block {
	known := map[string]bool{}
	extra := map[string][]*textview.Block{} // by the block they stand behind
	for i := range columns[0] {
		known[columns[0][i].ID] = true
	}
	for _, c := range columns[1:] {
		behind := ""
		for i := range c {
			if !known[c[i].ID] {
				known[c[i].ID] = true
				extra[behind] = append(extra[behind], &c[i])
			}
			behind = c[i].ID
		}
	}
	var rows []*textview.Block
	var add func(behind string)
	add = func(behind string) {
		for _, b := range extra[behind] {
			rows = append(rows, b)
			add(b.ID)
		}
	}
	add("")
	for i := range columns[0] {
		rows = append(rows, &columns[0][i])
		add(columns[0][i].ID)
	}
	return rows
}
