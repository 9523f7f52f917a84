package export

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/translations"
)

// versions is a small text over some revisions; "-" is where a revision has nothing.
func versions(lang data.Lang, columns int, rows ...[]string) data.PublicVersions {
	p := data.PublicVersions{PublicBrief: data.PublicBrief{Lang: lang, Title: "Draft"}}
	for i := range columns {
		p.Columns = append(p.Columns, data.PublicRevision{Symbol: "A/1/Rev." + string(rune('1'+i))})
	}
	for _, texts := range rows {
		r := data.PublicVersionRow{Path: "art1/1", Kind: data.KindParagraph}
		for _, text := range texts {
			c := data.PublicVersionCell{There: text != "-", Text: text}
			if label, heading, ok := strings.Cut(text, "|"); ok {
				r.Kind, c.Label, c.Heading, c.Text = data.KindArticle, label, heading, ""
			}
			r.Cells = append(r.Cells, c)
		}
		p.Rows = append(p.Rows, r)
	}
	return p
}

func TestColumnsShowWhatChangedAgainstTheOneBefore(t *testing.T) {
	p := versions(
		data.English, 4,
		[]string{"Article 1|Aim", "Article 1|Aim", "Article 1|Aim", "Article 1|Aim"},
		[]string{"one two", "one two", "one three", "one three"},
		[]string{"-", "-", "new here", "-"},
		[]string{"stays", "stays", "stays", "stays"},
		[]string{"Article 2|Aim", "Article 3|Aim", "Article 3|Aim", "Article 3|Aim"},
	)
	loc := translations.New("en")
	golden(t, "columns.txt", Columns(p, false, loc).Text()+"\n========\n"+Columns(p, true, loc).Text())
	if !Columns(p, false, loc).Landscape || Columns(versions(data.English, 2), false, loc).Landscape {
		t.Error("a table of four columns does not lie, or one of two does")
	}
	p.Rows[1].Cells[2].Lang = data.Russian
	if text := Columns(p, false, loc).Text(); !strings.Contains(text, "[Original: Russian] / one three") {
		t.Errorf("what is there in another language alone is compared:\n%s", text)
	}
}
