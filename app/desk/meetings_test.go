package desk

import (
	"testing"
	"time"

	"travaux/app/textview"
	"travaux/data"
)

func TestMeetingIsEnteredAndChosen(t *testing.T) {
	s := newStage(t, "en")
	box := s.outline.meeting
	if got := box.button.Words(); got != "Not in a meeting" {
		t.Fatalf("the button says %q", got)
	}
	box.open(data.Meeting{})
	type_(&box.title.Editor, "12th meeting")
	box.date.SetText("yesterday")
	press(t, box.object, "Record")
	if data.CodeOf(s.failed) != data.CodeInput || !box.form.Visible() {
		t.Fatalf("a date that is none: %v", s.failed)
	}
	box.date.SetText("2026-11-03")
	press(t, box.object, "Record")
	m, sits := s.desk.CurrentMeeting()
	if !sits || m.Title != "12th meeting" || m.Date.String() != "2026-11-03" || box.form.Visible() {
		t.Fatalf("sits in %+v", m)
	}
	if got := box.button.Words(); got != "12th meeting" {
		t.Errorf("the button says %q", got)
	}
	id := s.choose("ch1/art2/1")
	must(t, s.desk.SetTextState(ctx, id, data.TextParked, ""))
	s.open_(tabText)
	s.room.Changed()
	shows(t, s.side.text.object, "Since 12th meeting")
	s.do("panels.meeting")
	shows(t, s.room.Window.Canvas().Overlays().Top(), "3 November 2026")
	box.sitIn(data.ID{})
	if _, sits := s.desk.CurrentMeeting(); sits {
		t.Error("still in the meeting")
	}
}

func TestBegunMeetingOutlivesTheProgram(t *testing.T) {
	s := newStage(t, "en")
	s.outline.meeting.open(data.Meeting{})
	type_(&s.outline.meeting.title.Editor, "Informals on ar")
	s.tick()
	s.open("en")
	box := s.outline.meeting
	if !box.form.Visible() || box.title.Text() != "Informals on ar" {
		t.Fatalf("the form is shown: %v, it says %q", box.form.Visible(), box.title.Text())
	}
	box.cancel()
	s.open("en")
	if s.outline.meeting.form.Visible() {
		t.Error("what was cancelled is offered again")
	}
}

func TestTheFormHoldsAllThatIsNotedOfAMeeting(t *testing.T) {
	s := newStage(t, "en")
	box := s.outline.meeting
	box.open(data.Meeting{})
	type_(&box.title.Editor, "12th meeting")
	type_(&box.item.Editor, "Item 4")
	type_(&box.order.Editor, "2, 1")
	type_(&box.each.Editor, "3")
	type_(&box.group.Editor, "5:30")
	type_(&box.start.Editor, "10.00")
	box.date.SetText("2026-11-03")
	press(t, box.object, "Record")
	m, _ := s.desk.CurrentMeeting()
	if m.Item != "Item 4" || m.Each != 3*time.Minute || m.Group != 330*time.Second || data.ClockIn(m.Start, "") != "10:00" || len(m.Order) != 2 {
		t.Fatalf("recorded %+v, failed %v", m, s.failed)
	}
	box.open(m)
	if got := box.says(); got != "2026-11-03\n12th meeting\nItem 4\n2, 1\n3\n5:30\n10:00" {
		t.Errorf("the form says %q", got)
	}
	for name, f := range map[string]*textview.Field{"an order": box.order, "a limit": box.each, "an hour": box.start} {
		t.Run(name, func(t *testing.T) {
			s.failed = nil
			was := f.Text()
			f.SetText("99:99 bis ter")
			press(t, box.object, "Record")
			if data.CodeOf(s.failed) != data.CodeInput {
				t.Errorf("it is taken: %v", s.failed)
			}
			f.SetText(was)
		})
	}
}
