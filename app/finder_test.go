package app

import (
	"context"
	"slices"
	"testing"

	"travaux/app/speeches"
	"travaux/app/submissions"
	"travaux/data"
	"travaux/data/search"
)

// TestFindOpensWhatWasWritten: a hit in a submission of others, or in a statement of
// ours, opens it with the words selected that were looked for.
func TestFindOpensWhatWasWritten(t *testing.T) {
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			p := openedSample(t, lang)
			d := p.session.desk
			_, err := d.RecordSubmission(context.Background(), data.Submission{
				Symbol: "L/CRP.44", Lang: data.English, Text: "We thank the Chair.\n\nThe wombat clause is dear to us.", By: []data.Speaker{{Code: "KEN"}},
			}, nil)
			if err != nil {
				t.Fatal(err)
			}
			_, err = d.SetSpeech(context.Background(), data.Speech{Title: "On moles", Text: data.Words{data.Russian: "Спасибо.\nМы за статью о кротах."}})
			if err != nil {
				t.Fatal(err)
			}
			p.shell.changed()
			for _, c := range []struct {
				query, words string
				class        search.Class
			}{
				{"WOMBAT clause", "wombat clause", search.ClassSubmission},
				{"о кротах", "о кротах", search.ClassSpeechDraft},
			} {
				f := p.shell.finder
				f.ask(c.query)
				at := slices.IndexFunc(f.hits, func(h hit) bool { return h.written.Class == c.class })
				if at < 0 || f.hits[at].confidential != (c.class == search.ClassSpeechDraft) {
					t.Fatalf("%s: %+v", c.query, f.hits)
				}
				f.choose(at)
				var shown bool
				switch page := p.shell.live.(type) {
				case *submissions.Page:
					shown = c.class == search.ClassSubmission && page.Shown()
				case *speeches.Page:
					shown = c.class == search.ClassSpeechDraft && page.Shown()
				}
				focused, ok := p.window.Canvas().Focused().(interface{ SelectedText() string })
				if !shown || !ok || focused.SelectedText() != c.words {
					t.Fatalf("%s: shown %v, the keyboard is with %T", c.query, shown, p.window.Canvas().Focused())
				}
				live := p.shell.live
				f.choose(at) // a page is closed by the person
				if p.shell.live != live {
					t.Errorf("%s: another page covers the one that is open", c.query)
				}
				p.shell.uncover()
			}
		})
	}
}
