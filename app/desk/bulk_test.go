package desk

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/data"
	work "travaux/data/desk"
)

func TestRowsAreChosenTogetherAndStanceIsOneAct(t *testing.T) {
	s := newStage(t, "en")
	one, two := s.at("ch1/art2/1").ID, s.at("ch1/art2/2").ID
	s.room.Selection.Select(one)
	s.outline.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if s.outline.bulk.object.Visible() {
		t.Error("one row is offered what is for several")
	}
	s.room.Selection.Select(two)
	s.outline.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got := s.outline.several(); !slices.Equal(got, []data.ID{one, two}) || !s.outline.bulk.object.Visible() {
		t.Fatalf("chosen are %v; the bar is shown: %v", got, s.outline.bulk.object.Visible())
	}
	must(t, s.desk.SetStances(ctx, s.outline.several(), data.StanceFlexible))
	s.outline.bulk.submit()
	for _, id := range []data.ID{one, two} {
		if s.desk.Approval(id).State != data.ApprovalSubmitted {
			t.Error("not all were submitted")
		}
	}
	_, err := s.desk.Undo(ctx)
	must(t, err)
	if s.desk.Approval(one).State != data.ApprovalDraft || s.desk.Approval(two).State != data.ApprovalDraft {
		t.Error("undo does not take both back")
	}
	s.outline.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.outline.several() != nil || s.outline.bulk.object.Visible() {
		t.Error("Escape chooses nothing less")
	}
	s.outline.selecting.anchor = s.at("ch1/art2").ID
	s.outline.run(two)
	if got := s.outline.several(); len(got) != 3 {
		t.Errorf("a run from the article to its last paragraph has %d rows", len(got))
	}
}

func TestThePositionSaysWhoIsInChargeAndWhatHangsOnIt(t *testing.T) {
	s := newStage(t, "en")
	one, two := s.at("ch1/art2/1").ID, s.at("ch1/art2/2").ID
	s.room.Selection.Select(two)
	tab := s.side.position
	me := s.desk.Me()
	tab.charge.choose(slices.IndexFunc(tab.charge.members, func(m data.Member) bool { return m.ID == me.ID }))
	if m, ok := s.desk.InCharge(two); !ok || m.ID != me.ID {
		t.Fatalf("in charge is %q: %v", m.Name, s.failed)
	}
	other := slices.IndexFunc(tab.charge.members, func(m data.Member) bool { return m.ID != me.ID })
	tab.charge.load(two)
	tab.charge.choose(other)
	if !tab.charge.handing.Visible() {
		t.Fatal("what is somebody's is handed over without a note")
	}
	tab.charge.handOver()
	if data.CodeOf(s.failed) != work.CodeHandOverNote {
		t.Errorf("without a note: %v", s.failed)
	}
	tab.charge.note.Insert("Egypt wants noon.")
	tab.charge.handOver()
	if m, _ := s.desk.InCharge(two); m.ID != tab.charge.members[other].ID || len(s.desk.HandOvers(two)) != 1 {
		t.Errorf("in charge is %q after handing over", m.Name)
	}
	_, err := s.desk.SetPackage(ctx, data.Package{Title: "Rest for light", Accepts: []data.ID{two}, Conditions: []data.Condition{{Provision: one, Kind: data.ConditionLacks, Lang: data.English, Words: "lanterns"}}})
	must(t, err)
	s.room.Changed()
	if n := s.row("ch1/art2/2").tally.own; n.packages != 1 || n.broken != 1 {
		t.Errorf("the outline counts %+v", n)
	}
	for _, words := range []string{"Broken", "Rest for light", "the words stand in it"} {
		shows(t, tab.packages.object, words)
	}
}

func TestEveryStanceButARedLineIsSaidInEveryLanguage(t *testing.T) {
	for _, lang := range data.Langs {
		seen := map[string]bool{}
		for _, stance := range data.Stances {
			words := spoken(stance, lang)
			if silent := stance == data.StanceNone || stance == data.StanceRedLine; (words == "") != silent {
				t.Errorf("%s in %s is said as %q", stance, lang, words)
			}
			if words != "" && (seen[words] || strings.HasPrefix(words, "spoken.")) {
				t.Errorf("%s in %s is said as %q", stance, lang, words)
			}
			seen[words] = true
		}
	}
}
