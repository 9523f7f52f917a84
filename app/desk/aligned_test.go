package desk

import (
	"strings"
	"testing"

	"travaux/app/textview"
)

func TestColumnsHaveTheSameRows(t *testing.T) {
	for _, c := range []struct {
		name    string
		columns string // words are blocks, "|" parts columns
		rows    string
		want    string // "-" is an empty row
	}{
		{"one column", "a b", "a b", "a b"},
		{"alike", "a b|a b", "a b", "a b|a b"},
		{"one has more in the middle", "a b|a x b", "a x b", "a - b|a x b"},
		{"both have something of their own", "a x b|a y b", "a y x b", "a - x b|a y - b"},
		{"before and behind all", "a|x a y", "x a y", "- a -|x a y"},
		{"three", "a b c|a x b c|a x y b z", "a x y b z c", "a - - b - c|a x - b - c|a x y b z -"},
		{"nothing in common", "a|b", "b a", "- a|b -"},
		{"an empty column", "a b|", "a b", "a b|- -"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var columns [][]textview.Block
			for _, col := range strings.Split(c.columns, "|") {
				var blocks []textview.Block
				for _, id := range strings.Fields(col) {
					blocks = append(blocks, textview.Block{ID: id, Text: id})
				}
				columns = append(columns, blocks)
			}
			var got []string
			for _, col := range aligned(columns...) {
				var words, ids []string
				for _, b := range col {
					ids = append(ids, b.ID)
					if b.Text == "" {
						b.Text = "-"
					}
					words = append(words, b.Text)
				}
				if rows := strings.Join(ids, " "); rows != c.rows {
					t.Errorf("rows %q, not %q", rows, c.rows)
				}
				got = append(got, strings.Join(words, " "))
			}
			if all := strings.Join(got, "|"); all != c.want {
				t.Errorf("%q, not %q", all, c.want)
			}
		})
	}
}
