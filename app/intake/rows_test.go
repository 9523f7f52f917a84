package intake

import (
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/text"
	"travaux/translations/typeset"
)

func TestARowRunsTheWayOfTheDocument(t *testing.T) {
	for _, c := range []struct {
		name   string
		window string
		lang   data.Lang
		label  string
		want   typeset.Direction
		at     typeset.Direction // of the label
	}{
		{"Arabic number", "ar", data.Arabic, "1 -", typeset.RightToLeft, typeset.RightToLeft},
		{"Arabic number in an English window", "en", data.Arabic, "1 -", typeset.RightToLeft, typeset.RightToLeft},
		{"English number in an Arabic window", "ar", data.English, "1.", typeset.LeftToRight, typeset.LeftToRight},
		{"kind in the window's language", "ar", data.English, "", typeset.LeftToRight, typeset.RightToLeft},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := roomtest.New(t, c.window)
			row := newNodeRow(b.Loc)
			row.set(&text.Node{Kind: data.KindParagraph, Label: c.label, Heading: "79/243", Text: "1 -"}, c.lang)
			if row.label.Direction != c.at || row.heading.Direction != c.want || row.opening.Direction != c.want {
				t.Errorf("label %v, heading %v, words %v", row.label.Direction, row.heading.Direction, row.opening.Direction)
			}
			if c.label != "" && row.label.Text != c.label {
				t.Errorf("the label reads %q", row.label.Text)
			}
		})
	}
}
