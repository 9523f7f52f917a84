package papers

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"travaux/app/page/roomtest"
	"travaux/data"
)

// guarded is a room with a red line that the second position crosses.
func guarded(t *testing.T, lang string) *roomtest.Bench {
	t.Helper()
	b := negotiated(t, lang)
	txt, err := b.Desk.Current()
	roomtest.Must(t, err)
	_, err = b.Desk.SetRedLine(ctx, data.RedLine{
		Provisions: []data.ID{provision(t, txt, "ch1/art2/1")}, Rule: data.RedLineStays,
		Phrases: data.Words{data.English: "by the keepers"}, Reason: "Keepers are voters.",
	})
	roomtest.Must(t, err)
	return b
}

// TestCrossingsAreShownBeforeThePaperIsMade, and the head lets it out with a reason
// that survives until then, for exactly these lines.
func TestCrossingsAreShownBeforeThePaperIsMade(t *testing.T) {
	b := guarded(t, "en")
	f, folder := shown(t, b)
	if f.crossed.Object.Visible() || f.make.Disabled() {
		t.Error("approved positions cross nothing")
	}
	f.which.Choose(1)
	f.refresh()
	if !f.crossed.Object.Visible() || !f.make.Disabled() || !f.crossed.Asking.Visible() {
		t.Fatal("the crossing is not shown, or the paper can be made")
	}
	f.crossed.Reason.Insert("Capital agreed.")
	f.summary.keep.Wait()
	if again := newForm(b.Room); again.crossed.Reason.Text() != "Capital agreed." {
		t.Error("the reason that is typed does not outlive the program")
	}
	test.Tap(f.crossed.Release)
	if len(b.Errors) > 0 || f.make.Disabled() || f.crossed.Asking.Visible() || f.crossed.Reason.Text() != "" {
		t.Fatalf("released: %v", b.Errors)
	}
	f.name.SetText("paper")
	test.Tap(f.make)
	if got := files(t, folder); len(got) != 1 {
		t.Fatalf("made %v, errors %v", got, b.Errors)
	}
	txt, err := b.Desk.Current()
	roomtest.Must(t, err)
	roomtest.Must(t, b.Desk.ChangePosition(ctx, provision(t, txt, "ch1/art2/1"), func(p *data.Position) { p.PublicReasons[data.English] = "Safety." }))
	if f.refresh(); !f.make.Disabled() {
		t.Error("another line, and the release still holds")
	}
}

func TestWithoutAReasonNothingIsReleased(t *testing.T) {
	b := guarded(t, "en")
	f, _ := shown(t, b)
	f.which.Choose(1)
	f.refresh()
	test.Tap(f.crossed.Release)
	if len(b.Errors) != 1 || !f.make.Disabled() {
		t.Errorf("errors %v", b.Errors)
	}
}

// TestOnlyTheHeadIsAskedForAReason: others are told who can release the paper.
func TestOnlyTheHeadIsAskedForAReason(t *testing.T) {
	b := guarded(t, "en")
	m, err := b.Desk.SetMember(ctx, data.Member{Name: "Del", Role: data.RoleDelegate})
	roomtest.Must(t, err)
	roomtest.Must(t, b.Desk.WorkAs(m.ID))
	f, _ := shown(t, b)
	f.which.Choose(1)
	f.refresh()
	if f.crossed.Asking.Visible() || !f.make.Disabled() || !strings.Contains(f.crossed.Note.Text, b.Loc.T("redline.override.others")) {
		t.Error("a delegate is asked for a reason, or can make the paper")
	}
}
