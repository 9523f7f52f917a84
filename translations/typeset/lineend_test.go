package typeset_test

import (
	"testing"

	"travaux/translations/typeset"
)

// TestLettersDoNotJoinAcrossALineEnd compares the glyphs before a line feed
// with those of the same word alone.
func TestLettersDoNotJoinAcrossALineEnd(t *testing.T) {
	set := func(s string) []uint32 {
		text := []rune(s)
		l := typeset.New().Set(typeset.Paragraph{
			Text: text, Lang: "ar", Direction: typeset.RightToLeft, Width: 500,
			Spans: []typeset.Span{{Start: 0, End: len(text), Style: typeset.Style{Size: 12}}},
		})
		var ids []uint32
		for _, run := range l.Lines[0].Runs {
			for _, g := range run.Glyphs {
				if g.Start < 3 {
					ids = append(ids, g.ID)
				}
			}
		}
		return ids
	}
	alone, before := set("بين"), set("بين\nبيت")
	if len(alone) != len(before) {
		t.Fatalf("%v alone, %v before a line end", alone, before)
	}
	for i := range alone {
		if alone[i] != before[i] {
			t.Errorf("glyph %d: %d alone, %d before a line end", i, alone[i], before[i])
		}
	}
}
