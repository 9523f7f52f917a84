package pdf

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
)

func charted(lang data.Lang) export.Document {
	return export.Document{Lang: lang, Blocks: []export.Block{export.Chart{Series: []export.Series{
		{Name: "Brackets", Fill: export.FillSolid, Bars: []export.Bar{{Label: "Rev.1", Value: 200, Words: "200"}, {Label: "Rev.2", Value: 50, Words: "50"}, {Label: "Rev.3", Value: 0, Words: "0"}}},
		{Name: "Options", Fill: export.FillHatched, Bars: []export.Bar{{Label: "Rev.1", Value: 100, Words: "100"}}},
		{Name: "Pending", Fill: export.FillHollow, Bars: []export.Bar{{Label: "Rev.1", Value: 100, Words: "100"}}},
	}}}}
}

// bars returns the rectangles of every line of a chart that has any.
func bars(t *testing.T, lang data.Lang) (lines [][]item) {
	t.Helper()
	c := newComposer(charted(lang))
	if _, err := c.compose(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, b := range c.bands {
		var list []item
		for _, it := range b.items {
			if it.line == nil && !it.leader {
				list = append(list, it)
			}
		}
		if list != nil {
			lines = append(lines, list)
		}
	}
	return lines
}

func TestBarsAreAsLongAsTheirNumbersAndMirrored(t *testing.T) {
	for _, lang := range []data.Lang{data.English, data.Arabic} {
		lines := bars(t, lang)
		if len(lines) != 4 {
			t.Fatalf("%s: %d bars, want 4: none for nothing", lang, len(lines))
		}
		full, quarter := lines[0][0], lines[1][0]
		if r := full.w / quarter.w; r < 3.99 || r > 4.01 {
			t.Errorf("%s: 200 is %.2f times as long as 50", lang, r)
		}
		sameFoot := full.x == quarter.x
		if lang.RightToLeft() {
			sameFoot = full.x+full.w == quarter.x+quarter.w
		}
		if !sameFoot {
			t.Errorf("%s: the bars do not stand on one line", lang)
		}
	}
}

func TestTexturesAreToldInBlackAndWhite(t *testing.T) {
	lines := bars(t, data.English)
	solid, hatched, hollow := len(lines[0]), len(lines[2]), len(lines[3])
	if solid != 1 || hollow != 4 || hatched < 20 {
		t.Errorf("%d, %d and %d rectangles for filled, hatched and hollow bars", solid, hatched, hollow)
	}
}

func TestTheNumbersOfAChartAreInTheText(t *testing.T) {
	for _, lang := range data.Langs {
		text, err := Text(written(t, charted(lang), Options{}))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"Brackets", "Rev.2", "200", "50"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in it", lang, want)
			}
		}
	}
}

func TestWhatIsConfidentialIsMarkedAtTopAndBottomOfEveryPage(t *testing.T) {
	for lang, words := range map[data.Lang]string{data.English: "Confidential: delegation only", data.Arabic: "سري: للوفد فقط", data.Chinese: "机密：仅限代表团"} {
		doc := paper(lang, 3)
		if _, err := marked(t.Context(), doc); data.CodeOf(err) != export.CodeUnmarked {
			t.Errorf("%s: a paper without marking is let through: %v", lang, err)
		}
		doc.Marking = words
		out, err := marked(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		r, err := readBack(out, "")
		if err != nil || len(r.around) < 3 {
			t.Fatalf("%s: %d pages, %v", lang, len(r.around), err)
		}
		for i, text := range r.around {
			if strings.Count(text, words) != 2 { // top and bottom
				t.Errorf("%s, page %d: %q", lang, i+1, text)
			}
		}
	}
}
