package export

import (
	"testing"

	"travaux/data"
)

func converging() Chart {
	return Chart{[]Series{
		{"Brackets", FillSolid, []Bar{{"Rev.1", 40, "40"}, {"Rev.2", 12, "12"}}},
		{"Options", FillHatched, []Bar{{"Rev.1", 1, "1"}, {"Rev.2", 0, "0"}}},
		{"Pending", FillHollow, []Bar{{"Rev.1", 20, "20"}, {"Rev.2", 7, "7"}}},
	}}
}

func TestAChartCanBeReadAsText(t *testing.T) {
	const want = `! For us
Brackets
Rev.1	########## 40
Rev.2	### 12
Options
Rev.1	/ 1
Rev.2	 0
Pending
Rev.1	_____ 20
Rev.2	__ 7
`
	doc := Document{Lang: data.English, Marking: "For us", Blocks: []Block{converging()}}
	if got := doc.Text(); got != want {
		t.Errorf("got\n%s", got)
	}
	if got := (Document{Blocks: []Block{Chart{[]Series{{"Nothing", FillSolid, []Bar{{"Rev.1", 0, "0"}}}}}}}).Text(); got != "Nothing\nRev.1\t 0\n" {
		t.Errorf("nothing to measure: %q", got)
	}
}

func TestAChartIsATableForFormatsWithoutBars(t *testing.T) {
	const want = `Text | Brackets | Options | Pending
Rev.1 | 40 | 1 | 20
Rev.2 | 12 | 0 | 7
`
	if got := (Document{Blocks: []Block{converging().Table("Text")}}).Text(); got != want {
		t.Errorf("got\n%s", got)
	}
}
