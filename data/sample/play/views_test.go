package play_test

import (
	"testing"
	"time"

	"travaux/data"
	"travaux/data/tally"
)

// TestOnlyTheInventedStatesAreCounted holds the played views to what the story
// says of articles 5 and 9.
func TestOnlyTheInventedStatesAreCounted(t *testing.T) {
	d := played(t, data.French)
	reg := d.Register()
	if n := len(reg.Counted()); n != 24 {
		t.Fatalf("%d are counted", n)
	}
	of := func(path string) tally.Tally {
		return tally.Of(tally.ByQuestion(d.Views(at(t, d, path).ID))[tally.Question{Provision: at(t, d, path).ID}], reg, time.Time{})
	}
	for _, c := range []struct {
		path, code string
		want       data.Attitude
	}{
		{"ch2/art5/1", "XHA", data.AttitudeFlexible}, // opposed on the 3rd, moved on the 10th
		{"ch2/art5/1", "XIL", data.AttitudeFlexible}, // against its group
		{"ch2/art5/1", "XSE", data.AttitudeSupport},  // of both groups that support
		{"ch2/art5/1", "XDU", data.AttitudeSilent},
		{"ch2/art9/1", "XCO", data.AttitudeQuestion},
		{"ch2/art9/1", "XGA", data.AttitudeOppose}, // through its group, though who spoke for it has moved
		{"ch2/art9/1", "XOR", data.AttitudeFlexible},
	} {
		if got := of(c.path).Standing(c.code).Class(); got != c.want {
			t.Errorf("%s on %s: %q, not %q", c.code, c.path, got, c.want)
		}
	}
	if totals := of("ch2/art5/1").Totals(); totals.Sum() != 24 {
		t.Errorf("%d in all classes", totals.Sum())
	}
	private := 0
	for _, v := range d.AllViews() {
		if v.Submission.IsZero() && (v.Meeting.IsZero() || v.Recording == 0 || v.Item == "") {
			t.Errorf("%+v is not dated", v)
		}
		if v.Private {
			private++
		}
	}
	if private != 1 || len(d.Issues()) != 2 {
		t.Errorf("%d private views, %d issues", private, len(d.Issues()))
	}
}
