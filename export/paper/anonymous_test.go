package paper_test

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/sample/play/playtest"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
)

// TestANonPaperTellsNobody makes the non-paper of the sample in every format and
// language, and looks for the State and its mission in all that the file says.
func TestANonPaperTellsNobody(t *testing.T) {
	d := playtest.Desk(t, data.English)
	n := d.Negotiation()
	order := ordersAt(t, d)["non-paper"]
	order.Kind = "non-paper"
	for _, lang := range data.Langs {
		doc, err := paper.Document(d, order, lang)
		if err != nil {
			t.Fatal(lang, err)
		}
		if !doc.Anonymous || doc.Author != "" {
			t.Errorf("%s: %q", lang, doc.Author)
		}
		for _, f := range formats.All {
			file, err := f.Write(t.Context(), doc, export.FileOptions{})
			if err != nil {
				t.Fatal(lang, f.ID, err)
			}
			said, err := f.Read(file, export.FileOptions{})
			if err != nil {
				t.Fatal(lang, f.ID, err)
			}
			for _, in := range data.Langs {
				for _, name := range append(strings.Split(n.Letterhead[in], "\n"), n.StateName[in]) {
					if name != "" && name != "New York" && strings.Contains(said, name) {
						t.Errorf("%s, %s: it says %q", lang, f.ID, name)
					}
				}
			}
		}
	}
}

// TestACompilationOfSomeHasTheirProposalsAlone asks for one State of the register.
func TestACompilationOfSomeHasTheirProposalsAlone(t *testing.T) {
	d := playtest.Desk(t, data.English)
	doc, err := paper.Document(d, data.PaperOrder{Kind: "compilation", States: []string{"XHA"}}, data.French)
	if err != nil {
		t.Fatal(err)
	}
	of := 0
	for _, b := range doc.Blocks {
		e, ok := b.(export.Entry)
		if !ok || !strings.Contains(e.Paragraphs[0].Text(), "(") || e.Paragraphs[0].Kind != export.Statement {
			continue
		}
		if of++; !strings.Contains(e.Paragraphs[0].Text(), "Halvori") {
			t.Errorf("a proposal of somebody else: %s", e.Paragraphs[0].Text())
		}
	}
	if of < 2 {
		t.Errorf("%d proposals", of)
	}
	if _, err := paper.Document(d, data.PaperOrder{Kind: "compilation", States: []string{"ESP"}}, data.French); err == nil {
		t.Error("a compilation of nothing is made")
	}
}
