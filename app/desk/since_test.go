package desk

import (
	"strings"
	"testing"

	"travaux/app/textview"
	"travaux/data"
	work "travaux/data/desk"
)

func TestSinceTheRevisionBefore(t *testing.T) {
	for name, c := range map[string]struct {
		old, now  string
		continues bool
		text      string
		struck    string
		came      string
	}{
		"changed":   {"keepers should rest", "keepers shall rest at dawn", true, "keepers shouldshall rest at dawn", "should", "shall"},
		"new":       {"", "a keeper rests", false, "a keeper rests", "", "a keeper rests"},
		"unchanged": {"a keeper rests", "a keeper rests", true, "a keeper rests", "", ""},
		"Arabic":    {"تستريح الحارسات", "تستريح الحارسات فجرا", true, "تستريح الحارسات فجرا", "", " فجرا"},
	} {
		d := sinceDisplay(c.old, c.now, c.continues)
		if d.text != c.text {
			t.Errorf("%s: %q, want %q", name, d.text, c.text)
		}
		runes := []rune(d.text)
		marked := map[textview.MarkKind]string{}
		for _, m := range d.marks {
			if marked[m.Kind] == "" {
				marked[m.Kind] = string(runes[m.Start:m.End])
			}
		}
		if marked[textview.Deleted] != c.struck || marked[textview.Inserted] != c.came {
			t.Errorf("%s: struck %q and came %q", name, marked[textview.Deleted], marked[textview.Inserted])
		}
		if from, to, ok := d.place(0, len([]rune(c.now))); !ok || from != 0 || to != len(runes) {
			t.Errorf("%s: the new text is at %d to %d of %d", name, from, to, len(runes))
		}
	}
}

// nextDraft renumbers article 2, changes its first paragraph and leaves the second
// out.
var nextDraft = strings.NewReplacer(
	"Article 2\n", "Article 2\nScope\n\nThis Convention applies to all lanterns that stand on the coast of a State Party.\n\nArticle 3\n",
	"[shall][should] be lit", "be lit every evening",
	"\n2. A keeper may rest at dawn.\n", "",
).Replace(draftEnglish)

func TestTheReaderShowsWhatChangedSinceTheRevisionBefore(t *testing.T) {
	s := newStage(t, "en")
	if s.reader.shows(Since) {
		t.Error("changes are offered although there is no revision before")
	}
	_, err := s.desk.Import(ctx, work.Issue{Symbol: "L/2", Date: data.Date{Year: 2030, Month: 1, Day: 1}}, data.NoProgress{}, version(data.English, nextDraft))
	must(t, err)
	s.room.Changed()
	if !s.reader.shows(Since) {
		t.Error("changes are not offered")
	}
	golden(t, "since", setOut(s, s.column(Column{Lang: data.English, View: Since})))
}
