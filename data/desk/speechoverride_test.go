package desk_test

import (
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

// stays draws a red line on words that must stay.
func stays(t testing.TB, d *desk.Desk, phrases data.Words, provisions ...data.ID) {
	t.Helper()
	_, err := d.SetRedLine(ctx, data.RedLine{Provisions: provisions, Rule: data.RedLineStays, Phrases: phrases, Reason: "Light."})
	must(t, err)
}

// TestWhatMustBeSaidIsLookedFor holds which statements leave out what a red line
// requires: those on the place where it stands, and nowhere else in its scope.
func TestWhatMustBeSaidIsLookedFor(t *testing.T) {
	const other = "Thank you. We like lamps."
	ensure, keeper := data.Words{data.English: "shall ensure"}, data.Words{data.English: "keeper"}
	for _, c := range []struct {
		name    string
		phrases data.Words
		lines   []string // provisions of the red line; none: the whole text
		about   []string
		text    string
		missing bool
	}{
		{"on the provision itself", ensure, []string{lightPath}, []string{lightPath}, other, true},
		{"it is said", ensure, []string{lightPath}, []string{lightPath}, "States Parties shall ensure light.", false},
		{"on the article that the statement is about", ensure, []string{"ch1/art2"}, []string{"ch1/art2"}, other, true},
		{"in the article that the statement is about", ensure, []string{lightPath}, []string{"ch1/art2"}, other, true},
		{"on the article, where it stands in the paragraph", ensure, []string{"ch1/art2"}, []string{lightPath}, other, true},
		{"on the article, where it stands in another paragraph", ensure, []string{"ch1/art2"}, []string{restPath}, other, false},
		{"about something else", ensure, []string{lightPath}, []string{termPath}, other, false},
		{"about nothing", ensure, []string{lightPath}, nil, other, false},
		{"on the whole text, where it stands there only", ensure, nil, []string{lightPath}, other, true},
		{"on the whole text, where it stands elsewhere too", keeper, nil, []string{restPath}, other, false},
		{"on the provision, where the text lacks it too", data.Words{data.English: "lighthouse"}, []string{lightPath}, []string{lightPath}, other, true},
		{"on the article, where the text lacks it too", data.Words{data.English: "lighthouse"}, []string{"ch1/art2"}, []string{lightPath}, other, false},
		{"in another language", data.Words{data.French: "veillent"}, []string{lightPath}, []string{lightPath}, other, false},
		{"no words yet", ensure, []string{lightPath}, []string{lightPath}, " \n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := imported(t)
			ids := func(paths []string) (out []data.ID) {
				for _, path := range paths {
					out = append(out, at(t, d, path).ID)
				}
				return out
			}
			stays(t, d, c.phrases, ids(c.lines)...)
			flags := d.SpeechFlags(c.text, data.English, ids(c.about))
			if missing := len(flags) == 1 && flags[0].Kind == data.SpeechMissing && flags[0].Words == c.phrases[data.English]; missing != c.missing || len(flags) > 1 {
				t.Errorf("flags are %+v", flags)
			}
		})
	}
}

// TestTheHeadLetsAStatementOut for exactly its words, and for what it is about.
func TestTheHeadLetsAStatementOut(t *testing.T) {
	c := newCrew(t)
	stays(t, c.Desk, data.Words{data.English: "shall ensure"}, c.duty)
	rest := at(t, c.Desk, restPath).ID
	_, err := c.SetRedLine(ctx, data.RedLine{Provisions: []data.ID{rest}, Rule: data.RedLineAbsent, Phrases: data.Words{data.English: "lamps"}, Reason: "Lamps."})
	must(t, err)
	s := speech(t, c.Desk, data.Speech{Title: "On light", Provisions: []data.ID{c.duty}, Text: data.Words{data.English: "We like lamps."}, Cuts: map[data.Lang]map[int]string{data.English: {1: "Lamps."}}})
	refused := func(minutes int, want data.Code) {
		t.Helper()
		_, err := c.PublicSpeech(s.ID, data.English, minutes, "")
		wantCode(t, err, want)
	}
	refused(0, desk.CodeNotToBeSaid)
	for _, role := range data.Roles {
		if role != data.RoleHead {
			must(t, c.WorkAs(c.members[role]))
			wantCode(t, c.OverrideSpeech(ctx, "I say so.", s.ID, data.English, 0), data.CodeForbidden)
		}
	}
	must(t, c.WorkAs(c.members[data.RoleHead]))
	wantCode(t, c.OverrideSpeech(ctx, " ", s.ID, data.English, 0), desk.CodeNoReason)
	wantCode(t, c.OverrideSpeech(ctx, "So.", data.NewID(), data.English, 0), data.CodeNotFound)
	wantCode(t, c.OverrideSpeech(ctx, "So.", s.ID, data.French, 0), desk.CodeNotCrossed)
	must(t, c.OverrideSpeech(ctx, "Capital agreed by telephone.", s.ID, data.English, 0))
	if title, _ := c.CanUndo(); title != "act.red-line.override" {
		t.Errorf("the act is %s", title)
	}
	if events, err := c.History(c.duty); err != nil || !saysOf(events, "event.red-line.override", "Capital agreed by telephone.") {
		t.Errorf("the history of the provision tells %v, %v", events, err)
	}
	if _, err := c.PublicSpeech(s.ID, data.English, 0, ""); err != nil {
		t.Fatalf("let out, it is refused: %v", err)
	}
	refused(1, desk.CodeNotToBeSaid) // other words
	s.Provisions = []data.ID{c.duty, rest}
	s = speech(t, c.Desk, s)
	refused(0, desk.CodeNotToBeSaid) // about something that another red line is on
	s.Provisions = s.Provisions[:1]
	s = speech(t, c.Desk, s)
	if _, err := c.PublicSpeech(s.ID, data.English, 0, ""); err != nil {
		t.Errorf("as it was, it is refused: %v", err)
	}
	instructed(t, c.Desk, data.Instruction{Provisions: []data.ID{c.duty}, Text: "Never mention lamps.", Forbids: []data.Phrase{{Lang: data.English, Words: "lamps"}}})
	refused(0, desk.CodeNotToBeSaid) // an instruction is not the head's to let out
}
