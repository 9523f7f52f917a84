package export

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

func TestMatrixPapersSayWhatTheyShould(t *testing.T) {
	for _, lang := range data.Langs {
		m := specimen.Matrix(lang, 13, 5)
		loc := translations.New(string(lang))
		golden(t, "matrix.public."+string(lang)+".txt", MatrixPaper(m.PublicMatrix, loc).Text())
		golden(t, "matrix.internal."+string(lang)+".txt", InternalMatrix(m, loc).Text())
	}
}

// TestNumbersOfAMatrixAddUp holds that the classes of each question add up to those
// that are counted.
func TestNumbersOfAMatrixAddUp(t *testing.T) {
	m := specimen.Matrix(data.English, 40, 7)
	w := matrixWriter{writer: writer{loc: translations.New("en")}, m: &m.PublicMatrix}
	for k := range m.Questions {
		sum := 0
		for _, c := range matrixClasses {
			sum += w.count(k, c)
		}
		if sum != 39 { // one is an observer
			t.Errorf("question %d: %d of 39", k, sum)
		}
	}
}

// TestThePublicMatrixTellsNothingOfOurs holds that the paper for the outside is the
// same whatever we want, doubt and have seen move.
func TestThePublicMatrixTellsNothingOfOurs(t *testing.T) {
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		m := specimen.Matrix(lang, 13, 5)
		public, internal := MatrixPaper(m.PublicMatrix, loc), InternalMatrix(m, loc)
		if public.Marking != "" || internal.Marking == "" {
			t.Errorf("%s: marked %q and %q", lang, public.Marking, internal.Marking)
		}
		for _, words := range []string{loc.T("matrix.ours"), loc.T("matrix.paper.legend.internal"), loc.T("matrix.paper.note.internal")} {
			if strings.Contains(public.Text(), words) || !strings.Contains(internal.Text(), words) {
				t.Errorf("%s: %q is in the wrong paper", lang, words)
			}
		}
	}
}

func TestQuestionHeads(t *testing.T) {
	for name, c := range map[string]struct {
		lang string
		q    data.PublicQuestion
		want GridColumn
	}{
		"a paragraph":           {"en", data.PublicQuestion{Path: "ch2/art7/3/b", Label: "3 (b)"}, GridColumn{Band: "Art. 7", Label: "3 (b)", Words: "Article 7, paragraph 3 (b)"}},
		"an article":            {"en", data.PublicQuestion{Path: "ch2/art7bis"}, GridColumn{Band: "Art. 7 bis", Label: "all", Words: "Article 7 bis"}},
		"inserted, in Chinese":  {"zh", data.PublicQuestion{Path: "art7bis/1", Label: "1"}, GridColumn{Band: "第7条之二", Label: "1", Words: "第七条之二第一款"}},
		"inserted, in Arabic":   {"ar", data.PublicQuestion{Path: "art7bis", Label: "1"}, GridColumn{Band: "م 7 مكرر", Label: "1", Words: "المادة 7 مكرر"}},
		"the first, in French":  {"fr", data.PublicQuestion{Path: "art1", Label: "1"}, GridColumn{Band: "Art. 1", Label: "1", Words: "Article premier"}},
		"in Chinese":            {"zh", data.PublicQuestion{Path: "ch2/art7/3", Label: "3"}, GridColumn{Band: "第7条", Label: "3", Words: "第七条第三款"}},
		"a preambular one":      {"en", data.PublicQuestion{Path: "pre/pp3", Label: "PP3"}, GridColumn{Band: "Preamble", Label: "PP3", Words: "Preambular paragraph 3"}},
		"an issue":              {"en", data.PublicQuestion{Issue: "Jurisdiction"}, GridColumn{Band: "Issues", Label: "Jurisdiction", Words: "Jurisdiction", Wide: true}},
		"a proposal":            {"en", data.PublicQuestion{Path: "art7/3", Label: "3", Proposal: 2, Kind: data.ProposalModify, By: "Velmora"}, GridColumn{Band: "Art. 7", Label: "3 #2", Words: "Article 7, paragraph 3, proposal 2 (MOD): Velmora"}},
		"what is not cited":     {"en", data.PublicQuestion{Path: "x9", Label: "X9"}, GridColumn{Band: "Subparagraph (x9)", Label: "X9", Words: "Subparagraph (x9)"}},
		"one that is not there": {"en", data.PublicQuestion{}, GridColumn{Label: "all"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := QuestionHead(c.q, translations.New(c.lang)); got != c.want {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestAGridIsATableForFormatsWithoutPages(t *testing.T) {
	g := Grid{Corner: "States", Columns: []GridColumn{{Band: "Art. 1", Label: "1"}, {Band: "Art. 1", Label: "2"}}, Rows: []GridRow{
		{Head: "North (2)", Strong: true}, {Head: "Velmora", Cells: []GridCell{{"+", true}, {"−", false}}},
	}}
	table := g.Table()
	if len(table.Heads) != 3 || table.Heads[2] != "Art. 1 2" || len(table.Rows) != 2 || len(table.Rows[0].Cells) != 1 || len(table.Rows[1].Cells) != 3 {
		t.Errorf("%+v", table)
	}
	if p := table.Rows[1].Cells[1][0]; p.Spans[0] != (Span{"+", Strong}) {
		t.Errorf("%+v", p)
	}
	const want = "States | Art. 1 1 | Art. 1 2\nNorth (2)\nVelmora | *+* | −\n"
	if got := (Document{Blocks: []Block{g}}).Text(); got != want {
		t.Errorf("%s", got)
	}
}
