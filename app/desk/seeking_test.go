package desk

import (
	"fmt"
	"slices"
	"testing"

	"travaux/app/textview"
)

// found writes places down: column, block and words.
func foundWords(columns [][]textview.Block, list []foundAt) (out []string) {
	for _, f := range list {
		i := slices.IndexFunc(columns[f.column], func(b textview.Block) bool { return b.ID == f.ID })
		words := []rune(columns[f.column][i].Text)[f.Start:f.End]
		out = append(out, fmt.Sprintf("%d %s %s", f.column, f.ID, string(words)))
	}
	return out
}

func TestWordsAreSoughtInAllColumns(t *testing.T) {
	columns := [][]textview.Block{
		{{ID: "a", Text: "Lanterns and lanterns"}, {ID: "b", Text: "EGY lantérn", Marks: []textview.Mark{{Kind: textview.Chip, End: 3}}}, {ID: "c"}},
		{{ID: "a", Text: "الفوانيس"}, {ID: "b"}, {ID: "c", Text: "lantern"}},
	}
	for _, c := range []struct {
		name, query string
		want        []string
	}{
		{"nothing", "", nil},
		{"what is not there", "lamp", nil},
		{"case and accents fold", "LANTERN", []string{"0 a Lantern", "0 a lantern", "0 b lantérn", "1 c lantern"}},
		{"Arabic forms fold", "الفوانیس", []string{"1 a الفوانيس"}},
		{"names of proponents are no words", "egy", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := foundWords(columns, seek(columns, c.query)); !slices.Equal(got, c.want) {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestStepsFromPlaceToPlace(t *testing.T) {
	hit := func(id string) foundAt { return foundAt{0, textview.Hit{ID: id, End: 1}} }
	order := func(id string) int { return int(id[0] - 'a') }
	w := walkFound{found: []foundAt{hit("b"), hit("d"), hit("f")}, at: -1}
	steps := []struct {
		name  string
		do    func() string
		want  string
		round bool
	}{
		{"the first", func() string { f, _ := w.step(1); return f.ID }, "b", false},
		{"the next", func() string { f, _ := w.step(1); return f.ID }, "d", false},
		{"back", func() string { f, _ := w.step(-1); return f.ID }, "b", false},
		{"back round the beginning", func() string { f, _ := w.step(-1); return f.ID }, "f", true},
		{"on round the end", func() string { f, _ := w.step(1); return f.ID }, "b", true},
		{"from a row in the middle", func() string { w.standBefore(3, order); f, _ := w.step(1); return f.ID }, "d", false},
		{"from a row behind all", func() string { w.standBefore(9, order); f, _ := w.step(1); return f.ID }, "b", true},
		{"back from the beginning", func() string { w.standBefore(0, order); f, _ := w.step(-1); return f.ID }, "f", false},
		{"one is found no more", func() string { w.replace([]foundAt{hit("b"), hit("f")}); f, _ := w.step(1); return f.ID }, "b", true},
		{"the one one stands at is gone", func() string { w.replace([]foundAt{hit("d"), hit("f")}); f, _ := w.step(1); return f.ID }, "d", false},
	}
	for _, s := range steps {
		if got := s.do(); got != s.want || w.round != s.round {
			t.Errorf("%s: at %q, round %v", s.name, got, w.round)
		}
	}
	w.replace(nil)
	if _, ok := w.step(1); ok {
		t.Error("a place is found among none")
	}
}
