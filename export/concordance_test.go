package export

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

// corrections are invented: a number that one version says otherwise, and a
// paragraph that another lacks.
func corrections(lang data.Lang) data.PublicCorrections {
	brief := specimen.Brief(lang)
	return data.PublicCorrections{
		Lang: lang, Title: brief.Title, Body: brief.Body, State: brief.State, Letterhead: brief.Letterhead, Date: brief.Date, Symbol: brief.Symbol,
		Authentic: data.Langs,
		Items: []data.PublicCorrection{
			{
				Path: "ch1/art7/2", Kind: "number", Apart: []data.Lang{data.Spanish},
				Said: []data.PublicSaying{
					{Lang: data.Arabic, Words: []string{"التسعين"}},
					{Lang: data.Chinese, Words: []string{"九十"}},
					{Lang: data.English, Words: []string{"ninetieth"}},
					{Lang: data.French, Words: []string{"quatre-vingt-dixième"}},
					{Lang: data.Russian, Words: []string{"девяностый"}},
					{Lang: data.Spanish, Words: []string{"60º"}},
				},
				Readings: []data.PublicReading{{Lang: data.Spanish, Stands: "La Convención entrará en vigor el 60º día.", Read: "La Convención entrará en vigor el 90º día."}},
			},
			{
				Path: "ch1/art8/3", Kind: "structure", Apart: []data.Lang{data.Arabic},
				Said:     []data.PublicSaying{{Lang: data.Arabic, Missing: true}, {Lang: data.English, Words: []string{"A keeper may rest."}}, {Lang: data.French}},
				Readings: []data.PublicReading{{Lang: data.Arabic, Read: "يجوز للحارس أن يستريح."}},
			},
			{Path: "pre/pp2", Kind: "seen"},
		},
	}
}

func TestCorrectionNotesSayWhatTheyShould(t *testing.T) {
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		doc := CorrectionNote(corrections(lang), loc)
		got := doc.Text()
		golden(t, "concordance."+string(lang)+".txt", got)
		for _, must := range []string{"60º", "ninetieth", loc.T("concord.says.missing"), loc.T("concord.says.nothing"), loc.T("concord.paper.open")} {
			if !strings.Contains(got, must) {
				t.Errorf("%s: the note does not say %q", lang, must)
			}
		}
		if doc.Marking != "" {
			t.Errorf("%s: a note for the outside is marked %q", lang, doc.Marking)
		}
	}
}
