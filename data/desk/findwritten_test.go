package desk_test

import (
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/search"
)

// TestWhatWasWrittenIsFoundAtItsPlace: submissions of others and statements of ours,
// paragraph by paragraph, in every language; what was not delivered is confidential.
func TestWhatWasWrittenIsFoundAtItsPlace(t *testing.T) {
	d, _, _ := newDesk(t)             // without a text
	texts := map[data.Lang][2]string{ // two paragraphs, and words of the second as they are typed
		data.Arabic:  {"شكرا سيدي الرئيس.\n\nتُضاء الفوانيس عند الغسق.", "الفوانيس عند"},
		data.Chinese: {"感谢主席。\n\n黄昏时点亮灯笼。", "点亮灯笼"},
		data.English: {"Thank you, Chair.\n\nLanterns are lit at dusk.", "LANTERNS are"},
		data.French:  {"Merci.\n\nLes lanternes sont allumées au crépuscule.", "allumees au"},
		data.Russian: {"Спасибо.\n\nФонари зажигают, когда всё темнеет.", "все темнеет"},
		data.Spanish: {"Gracias.\n\nLos faroles se encienden al anochecer.", "faroles se"},
	}
	both := data.Words{}
	for lang, x := range texts {
		both[lang] = x[0]
		_, err := d.RecordSubmission(ctx, data.Submission{Symbol: "L/" + string(lang), Lang: lang, Text: x[0], By: []data.Speaker{{Name: "River Society"}}}, nil)
		must(t, err)
	}
	s := speech(t, d, data.Speech{Title: "On lamps", Text: both})
	check := func(ours search.Class) {
		t.Helper()
		for lang, x := range texts {
			found, err := d.Search(x[1], lang, 20)
			must(t, err)
			if len(found) != 2 || found[0].Class != search.ClassSubmission || found[1].Class != ours {
				t.Fatalf("%s: found %+v", lang, found)
			}
			for _, it := range found {
				at := search.Locate(it.Text, x[1])
				if it.Lang != lang || len(at) != 1 {
					t.Fatalf("%s: %q in %s, %v", lang, it.Text, it.Lang, at)
				}
				whole := string([]rune(x[0])[it.At+at[0][0] : it.At+at[0][1]])
				if search.Fold(whole) != search.Fold(x[1]) {
					t.Errorf("%s: the place has %q", lang, whole)
				}
			}
		}
	}
	check(search.ClassSpeechDraft)
	must(t, d.DeliverSpeech(ctx, s.ID, time.Time{}, "We said rather less."))
	check(search.ClassSpeech)
	for query, want := range map[string]search.Class{
		"l/en": search.ClassSubmission, "river soc": search.ClassSubmission,
		"on lamps": search.ClassSpeech, "rather less": search.ClassSpeech,
	} {
		found, err := d.Search(query, data.English, 20)
		must(t, err)
		if len(found) == 0 || found[0].Class != want || found[0].At != -1 || strings.TrimSpace(found[0].Text) == "" {
			t.Errorf("%q: %+v", query, found)
		}
	}
	if ours := search.ClassSpeechDraft; !ours.Confidential() || search.ClassSpeech.Confidential() || search.ClassSubmission.Confidential() {
		t.Error("what is confidential")
	}
	_, _ = d.Undo(ctx) // the delivery
	must(t, d.DeleteSpeech(ctx, s.ID))
	must(t, d.DeleteSubmission(ctx, d.Submissions()[0].ID))
	for lang, x := range texts {
		found, err := d.Search(x[1], lang, 20)
		must(t, err)
		if there := d.Submissions(); len(found) != 1 && len(there) == 6 || len(found) > 1 {
			t.Errorf("%s: deleted, and %d found", lang, len(found))
		}
	}
}
