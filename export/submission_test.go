package export

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/translations"
)

// handedIn is a small draft in a language, with sources for one of its articles.
func handedIn(lang data.Lang, loc *translations.Localizer) DraftText {
	return DraftText{
		Lang: lang, Title: "Convention on Lighthouses", Symbol: "A/AC.9/L.1", Date: data.Date{Year: 2028, Month: 3, Day: 1},
		State: "Maravel", Letterhead: []string{"1 Harbour Street"}, Body: "Committee on Lighthouses", AgendaItem: "Item 4",
		Lines: []DraftLine{
			{Path: "title", Kind: data.KindTitle, Text: "Convention on Lighthouses"},
			{Path: "pre", Kind: data.KindPreamble, Heading: "Preamble"},
			{Path: "pre/pp1", Kind: data.KindRecital, Depth: 1, Text: "Recalling the value of light,"},
			{Path: "ch1", Kind: data.KindChapter, Label: "Chapter I", Heading: "Keepers"},
			{
				Path: "ch1/art1", Kind: data.KindArticle, Depth: 1, Label: "Article 1", Heading: "Duties", Text: "Every keeper shall:",
				Sources: []DraftSource{{loc.CiteWork(loc.Isolate("A/99/1"), "", "para. 1", true), "Every lantern shall be lit at dusk"}},
			},
			{Path: "ch1/art1/a", Kind: data.KindPoint, Depth: 2, Label: "(a)", Text: "light the lamp;"},
			{Path: "ch1/art2", Kind: data.KindArticle, Depth: 1, Label: "Article 2", Heading: "Rest", Text: "A keeper may rest at dawn."},
		},
	}
}

func TestTheSubmissionInSixLanguages(t *testing.T) {
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		d := handedIn(lang, loc)
		c := Circulation{DraftText: d, Note: true, Addressee: "secretary-general", Annexes: []data.Lang{data.English}}
		letter := c
		letter.Note, letter.Signed, letter.Capacity = false, "Irena Valdaro", "Permanent Representative"
		var all []string
		for _, doc := range []Document{DraftPaper(d, loc), SourcesPaper(d, loc), CirculationPaper(c, loc), CirculationPaper(letter, loc)} {
			all = append(all, doc.Text())
		}
		golden(t, "submission."+string(lang)+".txt", strings.Join(all, "\n========\n"))
	}
}

func TestANoteVerbaleIsNotSigned(t *testing.T) {
	loc := translations.New("en")
	c := Circulation{DraftText: handedIn(data.English, loc), Note: true, Addressee: "chair", Signed: "Irena Valdaro"}
	if strings.Contains(CirculationPaper(c, loc).Text(), "Valdaro") {
		t.Error("the note has a signature")
	}
	if c.Note = false; !strings.Contains(CirculationPaper(c, loc).Text(), "(Signed) Irena Valdaro") {
		t.Error("the letter has none")
	}
}

func TestTheDraftIsNoSecretInItsOwnPapers(t *testing.T) {
	loc := translations.New("en")
	d := handedIn(data.English, loc)
	for _, doc := range []Document{DraftPaper(d, loc), SourcesPaper(d, loc)} {
		if leaks := Leaks(doc.Text(), []data.Secret{{Field: "x", Text: "A keeper may rest at dawn. Every lantern shall be lit at dusk", Exact: false}}, doc.Issued()); len(leaks) > 0 {
			t.Errorf("the words of the draft are taken for a secret: %v", leaks)
		}
	}
}
