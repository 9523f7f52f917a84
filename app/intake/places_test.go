package intake

import (
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data/text"
)

func TestOffsetsOfPlacesAreThoseOfTheText(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", roomtest.English)
	v.do(merge(v.at(t, "ch1/art2/2"))) // a node of pieces from two blocks
	checked := 0
	for i := range v.draft.outline.Nodes {
		n := &v.draft.outline.Nodes[i]
		runes := []rune(n.Text)
		for _, p := range n.Pieces {
			block := []rune(v.draft.outline.Source.Blocks[p.Block].Text)
			for k := p.Start; k < p.End; k++ {
				at := text.Place{Block: p.Block, Rune: k}
				if got := nodeAt(v.draft.outline, at); got != i {
					t.Fatalf("%v belongs to node %d, found %d", at, i, got)
				}
				offset, ok := offsetAt(n, at)
				if ok != (p.Role == text.RoleText) || ok && runes[offset] != block[k] {
					t.Fatalf("%s: rune %d of block %d: offset %d, %v", n.Path, k, p.Block, offset, ok)
				}
				checked++
			}
		}
	}
	if checked < 300 {
		t.Errorf("only %d places checked", checked)
	}
}

func TestASplitBeginsWithAWord(t *testing.T) {
	for _, c := range []struct {
		name, text string
		at, want   int
	}{
		{"inside a word", "one two", 5, 4},
		{"at a word", "one two", 4, 4},
		{"on a space", "one  two", 3, 5},
		{"with marks", "ab مُهِمّ", 6, 3},
		{"Chinese", "缔约国应当", 3, 3},
		{"the end", "one", 3, 3},
		{"beyond", "one", 9, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := atWord([]rune(c.text), c.at); got != c.want {
				t.Errorf("at %d, want %d", got, c.want)
			}
		})
	}
}
