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

// TestAnArticleWithANewNumberIsOneRow holds that the heading of an article stands above its
// words, in strong letters, and beside what it was called before.
func TestAnArticleWithANewNumberIsOneRow(t *testing.T) {
	p := versions(data.English, 2)
	p.Rows = []data.PublicVersionRow{
		{Kind: data.KindArticle, Cells: []data.PublicVersionCell{{There: true, Label: "Article 7 bis", Heading: "Aid"}, {}}},
		{Kind: data.KindArticle, Cells: []data.PublicVersionCell{{There: true, Label: "1.", Text: "one"}, {There: true, Label: "Article 8", Heading: "Aid", Text: "one two"}}},
	}
	doc := Columns(p, false, translations.New("en"))
	table, ok := doc.Blocks[len(doc.Blocks)-1].(Table)
	if !ok || len(table.Rows) != 2 {
		t.Fatalf("%+v", doc.Blocks)
	}
	if got := table.Rows[0].text(); got != "Article 7 bis. Aid | Article [-7 bis-][+8+]. Aid" || !table.Rows[0].Leads() {
		t.Errorf("heading: %q, stays with the row below: %t", got, table.Rows[0].Leads())
	}
	if got := table.Rows[1].text(); got != "1. one | [-1. -]one[+ two+]" || table.Rows[1].Leads() {
		t.Errorf("words: %q, stay with the row below: %t", got, table.Rows[1].Leads())
	}
}

// TestANameOfAnOptionIsSetApartFromItsWords: it has a line of its own in the text, and no
// sign behind it there. Numbers have one.
func TestANameOfAnOptionIsSetApartFromItsWords(t *testing.T) {
	for _, c := range []struct{ lang, label, want string }{
		{"en", "Option 1", "Option 1: one"},
		{"zh", "备选案文1", "备选案文1：one"},
		{"fr", "Variante A", "Variante A\u00a0: one"},
		{"ar", "الخيار 1", "الخيار 1: one"},
		{"en", "1.", "1. one"},
		{"en", "(a)", "(a) one"},
		{"en", "2 bis.", "2 bis. one"},
		{"en", "OP10", "OP10 one"},
		{"zh", "㈡", "㈡one"},
		{"ar", "2 -", "2 - one"},
		{"en", "", "one"},
	} {
		w := writer{loc: translations.New(c.lang)}
		if got := w.says(data.KindParagraph, data.PublicVersionCell{There: true, Label: c.label, Text: "one"}); got != c.want {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
	}
}

func TestWhatSaysWhoseWordsFollowStaysWithThem(t *testing.T) {
	of := func(kinds ...ParagraphKind) (e Entry) {
		for _, k := range kinds {
			e.Paragraphs = append(e.Paragraphs, Paragraph{Kind: k})
		}
		return e
	}
	list := of(Body, Body)
	list.Paragraphs[0].Spans = []Span{{"In article 6 :", Plain}}
	for name, c := range map[string]struct {
		entry Entry
		want  bool
	}{
		"who proposes words":   {of(Body, Quotation), true},
		"a step and when":      {of(Body, Fine), true},
		"when":                 {of(Fine, Body), true},
		"words and the next":   {of(Quotation, Body), false},
		"words and more":       {of(Quotation, Quotation), false},
		"a list":               {list, true},
		"running text":         {of(Body, Body), false},
		"nothing that follows": {of(Body), false},
	} {
		if got := c.entry.Leads(0); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
