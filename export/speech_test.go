package export

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/translations"
)

func TestPapersOfAStatement(t *testing.T) {
	s := data.PublicSpeech{Lang: data.English, State: "Lantern Coast", Letterhead: []string{"1 Quay"}, Instrument: "Draft", Text: strings.Repeat("word ", 119) + "end.\n\nThank you."}
	hand := HandOut(s, translations.New("en")).Text()
	if !strings.Contains(hand, "Check against delivery") || !strings.Contains(hand, "1 Quay") {
		t.Error(hand)
	}
	reading := ReadingCopy(s, 120, translations.New("en"))
	if text := reading.Text(); !strings.Contains(text, "1:00\tThank you.") || strings.Contains(text, "Check") {
		t.Error(text)
	}
	for _, lang := range data.Langs {
		s.Lang = lang
		if doc := ReadingCopy(s, 0, translations.New(string(lang))); strings.Contains(doc.Text(), "speech.") {
			t.Error(doc.Text())
		}
	}
}
