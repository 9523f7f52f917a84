package typeset_test

import (
	"strings"
	"testing"

	"travaux/translations/typeset"
)

// TestNoIdeographStandsAloneOnTheLastLine sets words of every length around two full lines,
// justified and not.
func TestNoIdeographStandsAloneOnTheLastLine(t *testing.T) {
	const size, width = 10, 300
	for name, end := range map[string]string{"a full stop": "。", "a quotation": "。”", "a bracket": "]。", "nothing": ""} {
		for _, align := range []typeset.Align{typeset.Start, typeset.Justify} {
			for length := 25; length < 95; length++ {
				text := []rune(strings.Repeat("缔", length) + end)
				l := typeset.New().Set(typeset.Paragraph{
					Text: text, Lang: "zh", Width: width, Align: align,
					Spans: []typeset.Span{{Start: 0, End: len(text), Style: typeset.Style{Size: size}}},
				})
				last := l.Lines[len(l.Lines)-1]
				if n := strings.Count(string(text[last.Start:last.End]), "缔"); n < 2 {
					t.Errorf("%d ideographs and %s: %d on the last line (%v)", length, name, n, align)
				}
				if widest := l.Lines[0].Width; widest > width+.001 {
					t.Errorf("%d ideographs and %s: a line of %v", length, name, widest)
				}
			}
		}
	}
}

// TestLastLinesOfOtherLettersAreAsShortAsTheyCome holds that nothing but ideographs is moved.
func TestLastLinesOfOtherLettersAreAsShortAsTheyCome(t *testing.T) {
	for _, words := range []string{"缔约国缔约国缔约国缔 7。", "缔约国缔约国缔约国缔 A。"} {
		text := []rune(words)
		l := typeset.New().Set(typeset.Paragraph{
			Text: text, Lang: "zh", Width: 103,
			Spans: []typeset.Span{{Start: 0, End: len(text), Style: typeset.Style{Size: 10}}},
		})
		if got := string(text[l.Lines[1].Start:]); got != string(text[11:]) {
			t.Errorf("%s: %q on the last line", words, got)
		}
	}
}
