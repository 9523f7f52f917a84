package export

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/translations"
)

// TestWhatIsGivenInItsOriginalLanguageSaysSo holds that a paragraph in another language
// than its paper knows it, below the note, and that a redline is made of the words of
// one language.
func TestWhatIsGivenInItsOriginalLanguageSaysSo(t *testing.T) {
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		brief := data.PublicBrief{Lang: lang, Title: "x", Lines: []data.PublicLine{{
			Path: "art6/2", Text: "один два", TextLang: data.Russian, Stance: data.StanceAmend,
			Wording: "one three", WordingLang: data.English, Base: "one two", Reasons: "because", ReasonsLang: data.English,
		}}}
		doc := PositionPaper(brief, loc)
		langs := map[string]data.Lang{}
		for _, b := range doc.Blocks {
			if e, ok := b.(Entry); ok {
				for _, p := range e.Paragraphs {
					langs[p.Text()] = p.Lang
				}
			}
		}
		for text, want := range map[string]data.Lang{
			"один два": data.Russian, "one [-two-][+three+]": data.English, "because": data.English,
			loc.T("paper.original.ru"): "", loc.T("paper.original.en"): "",
		} {
			if got, ok := langs[text]; !ok || got != want {
				t.Errorf("%s: %q is in %q, want %q (%v)", lang, text, got, want, ok)
			}
		}
		if _, back, _, err := Remade(doc.Carried); err != nil || back.Lines[0].TextLang != data.Russian || strings.Contains(string(doc.Carried), "CitationsLang") {
			t.Errorf("%s: what is carried does not say its languages: %v", lang, err)
		}
	}
}
