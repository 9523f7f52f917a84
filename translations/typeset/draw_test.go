package typeset

import (
	"reflect"
	"testing"
)

// TestDrawIsSet compares the lines, one paragraph after another with one engine, so
// that what is kept of one would show in the next.
func TestDrawIsSet(t *testing.T) {
	e := New()
	var drawn, set []*Layout
	for _, align := range []Align{Justify, Start, Centre, End} {
		for _, c := range []struct {
			text, lang string
			direction  Direction
		}{
			{"Each State Party shall take the measures that are necessary to pro\u00ADtect the lake and its shores, and shall report.", "en", LeftToRight},
			{"تتخذ كل دولة طرف التدابير اللازمة A/RES/75/240 لحماية البحيرات الجبلية (2020) وضفافها.", "ar", RightToLeft},
			{"每一缔约国应当采取必要措施，保护高山湖泊及其沿岸，并应当报告（A/RES/75/240）。", "zh", LeftToRight},
			{"", "en", LeftToRight},
		} {
			text := []rune(c.text)
			half := len(text) / 2
			p := Paragraph{Text: text, Lang: c.lang, Direction: c.direction, Width: 150, Align: align, Spans: []Span{
				{End: half, Style: Style{Size: 10}}, {Start: half, End: len(text), Style: Style{Size: 10, Bold: true}, Break: true, Mark: 7},
			}}
			drawn, set = append(drawn, e.Draw(p)), append(set, New().Set(p))
		}
	}
	for i := range drawn {
		if d, s := drawn[i], set[i]; !reflect.DeepEqual(d.Lines, s.Lines) && (len(d.Lines[0].Runs) > 0 || len(s.Lines[0].Runs) > 0) || d.Width != s.Width || d.Height != s.Height || d.RightToLeft != s.RightToLeft {
			t.Errorf("paragraph %d is drawn as\n%v\nand set as\n%v", i, d.Lines, s.Lines)
		}
	}
}
