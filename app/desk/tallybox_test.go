package desk

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/data"
)

// heldViews records views on paragraph 1 of article 2, generated, one an hour.
func (s *stage) heldViews(views ...data.View) *tallyBox {
	s.t.Helper()
	at := time.Date(2026, time.May, 4, 10, 0, 0, 0, time.Local)
	for i, v := range views {
		if v.Provision.IsZero() && v.Issue.IsZero() {
			v.Provision = s.at("ch1/art2/1").ID
		}
		v.Said = at.Add(time.Duration(i) * time.Hour)
		_, err := s.desk.RecordView(ctx, v)
		must(s.t, err)
	}
	b := newTallyBox(s.room)
	b.load(s.at("ch1/art2/1").ID)
	b.show()
	return b
}

func by(code, group string, a data.Attitude) data.View {
	return data.View{By: data.Speaker{Code: code, For: group}, Attitude: a}
}

func TestEveryNumberExplainsItself(t *testing.T) {
	s := newStage(t, "en")
	nordic := by("NOR", "nordic", data.AttitudeOppose)
	nordic.Words, nordic.Lang = "The words are too strong.", data.English
	b := s.heldViews(nordic, by("SWE", "", data.AttitudeSupport), by("KEN", "", data.AttitudeSupport))
	shows(t, b.object, "Known: 6 of 193")
	press(t, b.object, "+\u00a02")
	shows(t, b.object, "Supports: 2")
	shows(t, b.object, "Kenya")
	press(t, b.object, "Sweden")
	shows(t, b.object, "Gives way: the State has spoken for itself")
	shows(t, b.object, "The words are too strong.")
	press(t, b.object, "Back")
	press(t, b.object, "−\u00a04")
	press(t, b.object, "Iceland")
	shows(t, b.object, "Opposes")
	shows(t, b.object, "Norway, on behalf of")
	hides(t, b.object, "Gives way")
	press(t, b.object, "Back")
	press(t, b.object, "−\u00a04") // closes what it opened
	hides(t, b.object, "Iceland")

	press(t, b.object, "By regional group")
	shows(t, b.object, "Said for groups")
	press(t, b.object, "+\u00a01") // in the first region that has it
	shows(t, b.object, "Kenya")
	hides(t, b.object, "Sweden")
}

func TestTheKeyboardStaysOnTheNumberThatIsPressed(t *testing.T) {
	s := newStage(t, "en")
	b := s.heldViews(by("SWE", "", data.AttitudeSupport), by("KEN", "", data.AttitudeOppose))
	c := test.NewTempWindow(t, b.object).Canvas()
	key := func(name fyne.KeyName, want string) {
		t.Helper()
		c.Focused().TypedKey(&fyne.KeyEvent{Name: name})
		if has, ok := c.Focused().(*look.Button); !ok || has.Words() != want {
			t.Errorf("the keyboard is with %v, not with %q", c.Focused(), want)
		}
	}
	each(b.object, func(o fyne.CanvasObject) {
		if n, ok := o.(*look.Button); ok && n.Words() == "+\u00a01" {
			c.Focus(n)
		}
	})
	key(fyne.KeyReturn, "+\u00a01") // opens the names
	c.FocusNext()
	c.FocusNext()
	c.FocusNext()
	c.FocusNext()               // the other numbers and the table
	key(fyne.KeyReturn, "Back") // a name opens what it rests on
	hides(t, b.object, "Supports: 1")
	key(fyne.KeyReturn, "Sweden")
}

func TestWhoMovedOnTheLastDay(t *testing.T) {
	s := newStage(t, "en")
	b := s.heldViews(by("KEN", "", data.AttitudeSupport), by("FRA", "", data.AttitudeSupport))
	hides(t, b.object, "moved on")
	v := by("KEN", "", data.AttitudeOppose)
	v.Provision, v.Said = s.at("ch1/art2/1").ID, time.Date(2026, time.May, 6, 10, 0, 0, 0, time.Local)
	_, err := s.desk.RecordView(ctx, v)
	must(t, err)
	b.show()
	press(t, b.object, "1 moved on 6 May 2026")
	press(t, b.object, "Kenya: from “Supports” to “Opposes”")
	shows(t, b.object, "Replaced by a later statement")
}

func TestTheQuestionIsChosen(t *testing.T) {
	s := newStage(t, "en")
	b := s.heldViews()
	shows(t, b.object, "Nobody has said anything on this yet.")
	issue, err := s.desk.SetIssue(ctx, data.Issue{Title: "Dusk", Provisions: []data.ID{s.at("ch1/art2/1").ID}})
	must(t, err)
	v := by("KEN", "", data.AttitudeReserve)
	v.Issue = issue.ID
	b = s.heldViews(v)
	shows(t, b.object, "The text as it stands")
	b.choose(1)
	shows(t, b.object, "Known: 1 of 193")
	shows(t, b.object, "r\u00a01")
	b.load(s.at("ch1/art2/2").ID)
	b.show()
	shows(t, b.object, "Nobody has said anything on this yet.")
}

func TestTheTallyInEveryLanguage(t *testing.T) {
	for _, lang := range data.Langs {
		s := newStage(t, string(lang))
		b := s.heldViews(by("NOR", "nordic", data.AttitudeOppose), by("SWE", "", data.AttitudeSupport), by("HOL", "", data.AttitudeFlexible))
		press(t, b.object, "+\u00a01")
		shows(t, b.object, s.desk.Register().Name("SWE", lang))
		press(t, b.object, s.room.Loc.T("tally.regions"))
		shows(t, b.object, s.room.Loc.T("tally.others"))
	}
}

func TestTheTabOfViews(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	first := by("KEN", "", data.AttitudeSupport)
	first.Provision, first.Words, first.Lang = id, "A good beginning.", data.English
	_, err := s.desk.RecordView(ctx, first)
	must(t, err)
	s.open_(tabViews)
	shows(t, s.side.views.object, "Known: 1 of 193")
	shows(t, s.side.views.object, "A good beginning.")
	press(t, s.side.views.object, "Delete this view")
	s.side.Refresh()
	hides(t, s.side.views.object, "A good beginning.")
	shows(t, s.side.views.object, "Nobody has said anything on this yet.")
}

// TestWhatWasTakenDownIsCorrected goes through the views on a provision and its
// issues by the buttons and by the key, the latest first and around.
func TestWhatWasTakenDownIsCorrected(t *testing.T) {
	s := newStage(t, "en")
	var told []string
	var now data.ID
	s.side.OnCorrect = func(v data.View) { told, now = append(told, v.Words), v.ID }
	s.side.CorrectView(now) // nothing is selected
	id := s.choose("ch1/art2/1")
	s.side.CorrectView(now)
	if len(told) > 0 || s.side.tabs.Chosen() != tabViews {
		t.Fatalf("corrected %v", told)
	}
	issue, err := s.desk.SetIssue(ctx, data.Issue{Title: "Dusk", Provisions: []data.ID{id}})
	must(t, err)
	for i, v := range []data.View{{Provision: id, Words: "first"}, {Issue: issue.ID, Words: "second"}, {Provision: id, Words: "third"}} {
		v.By, v.Attitude, v.Said = data.Speaker{Code: "KEN"}, data.AttitudeSupport, time.Date(2026, time.May, 4, 10+i, 0, 0, 0, time.UTC)
		_, err := s.desk.RecordView(ctx, v)
		must(t, err)
	}
	s.side.Refresh()
	shows(t, s.side.views.object, "Issue: ")
	press(t, s.side.views.object, "Correct in the capture line")
	for range 3 {
		s.side.CorrectView(now)
	}
	if want := []string{"third", "second", "first", "third"}; !slices.Equal(told, want) {
		t.Errorf("corrected %v, want %v", told, want)
	}
}
