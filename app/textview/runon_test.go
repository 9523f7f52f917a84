package textview

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLinesOfAPDFGoOnInOneAnother(t *testing.T) {
	pdf := "Each Party shall take measures to prevent and reduce pollution, in\n" +
		"      accordance with its national circumstances and capabilities, and\n" +
		"      Annex A."
	cases := map[string]struct{ text, shown string }{
		"a paragraph of a PDF": {pdf, "Each Party shall take measures to prevent and reduce pollution, in accordance with its national circumstances and capabilities, and Annex A."},
		"Chinese without spaces": {
			strings.Repeat("各缔约国应采取措施", 5) + "\n" + strings.Repeat("预防和减少污染", 6),
			strings.Repeat("各缔约国应采取措施", 5) + strings.Repeat("预防和减少污染", 6),
		},
		"lines of a cover":       {"United Nations\nA/RES/79/243\nCountering the use of technologies for criminal purposes\nResolution adopted by the Assembly", ""},
		"title and subtitle":     {"Draft articles on the protection of persons in the event of disasters\nText of the draft articles", ""},
		"contents":               {"1. Preamble ...................................... 5\n2. Objective ..................................... 6\n3. Definitions ................................... 7", ""},
		"verse":                  {"One\nTwo\nThree", ""},
		"an empty line":          {"Each Party shall take measures to prevent and reduce pollution, in\n\naccordance with", ""},
		"one line":               {"Each Party shall take measures to prevent and reduce pollution, in", ""},
		"a line feed at the end": {"Each Party shall take measures to prevent and reduce pollution, in\n", ""},
		"nothing":                {"", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			flow := string(RunOn([]rune(c.text)))
			if utf8.RuneCountInString(flow) != utf8.RuneCountInString(c.text) {
				t.Fatalf("%q has another number of runes", flow)
			}
			if c.shown == "" {
				c.shown = c.text
			}
			if got := strings.ReplaceAll(flow, "\u200b", ""); got != c.shown {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestWhatFlowsIsCopiedWithItsLines(t *testing.T) {
	text := "Each Party shall take measures to prevent and reduce pollution, in\n      accordance with its circumstances."
	d := show(t, "en", []Block{{ID: "1", Kind: Paragraph, Text: text, Lang: "en"}}, 1200, 400)
	d.selection = selection{anchor: place{0, 0}, head: place{0, utf8.RuneCountInString(text)}}
	if got := d.CopyText(false); got != text {
		t.Errorf("%q", got)
	}
	if rows := len(d.set[0].words.Lines); rows != 2 {
		t.Errorf("%d rows", rows)
	}
}
