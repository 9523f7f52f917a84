package participation

import (
	"strings"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
)

// entered is a page on which the lantern convention was entered: three instruments,
// the thirtieth day.
func entered(t *testing.T, b *roomtest.Bench) *Page {
	t.Helper()
	b.Import(t, "L/1", data.English, roomtest.English)
	p := Show(b.Room)
	if p.tabs.Chosen() != tabTreaty || !strings.Contains(p.says.Text, "No treaty") {
		t.Fatalf("without a treaty it says %q", p.says.Text)
	}
	f := p.treaty
	if f.draft.Treaty.Title.In(data.English) != "Draft convention on lanterns" || f.draft.Treaty.Revision.IsZero() {
		t.Fatalf("a new treaty begins with %+v", f.draft.Treaty)
	}
	f.draft.Adopted, f.draft.Number = "2026-01-10", "3"
	f.draft.Delay = typedPeriod{N: "30"}
	f.draft.Notice = typedPeriod{N: "1", Unit: 2}
	f.note()
	if !strings.Contains(f.says.Text, "3 instruments are needed; period after the last of them: 30 days") {
		t.Errorf("the rule is said to be %q", f.says.Text)
	}
	p.page.Leave()
	p = Show(b.Room) // what was typed is still there
	if p.treaty.draft.Number != "3" {
		t.Fatalf("what was begun is lost: %+v", p.treaty.draft)
	}
	p.treaty.save()
	all := b.Desk.Treaties().All()
	if len(all) != 1 || all[0].Rule.Number != 3 || all[0].Rule.Delay != (data.Delay{Days: 30}) || all[0].Notice.Years != 1 || len(b.Errors) > 0 {
		t.Fatalf("%+v, %v", all, b.Errors)
	}
	p.day.SetText("2026-06-30")
	p.Refresh()
	return p
}

func enter(p *Page, who string, kind data.InstrumentKind, on string) {
	p.entry.who.SetText(who)
	p.entry.kind.Choose(kindIndex(kind))
	p.entry.date.SetText(on)
	p.entry.show()
}

func TestATreatyIsEnteredAndEntersIntoForce(t *testing.T) {
	b := roomtest.New(t, "en")
	p := entered(t, b)
	for _, who := range []string{"ken", "Peru"} {
		enter(p, who, data.InstrumentAccession, "2026-02-01")
		p.entry.record()
	}
	if !strings.Contains(p.says.Text, "1 instrument is lacking: 2 of 3") || len(p.codes) != 2 || p.party != "PER" {
		t.Fatalf("it says %q, %v are listed, %s is shown", p.says.Text, p.codes, p.party)
	}
	enter(p, "European Union", data.InstrumentConfirmation, "2026-02-10")
	if !strings.Contains(p.entry.says.Text, "It has not signed") {
		t.Errorf("of a confirmation without a signature: %q", p.entry.says.Text)
	}
	enter(p, "japan", data.InstrumentAccession, "2026-02-10")
	if !strings.Contains(p.entry.says.Text, "With it the number is full: in force on 12 March 2026") {
		t.Errorf("of the third: %q", p.entry.says.Text)
	}
	p.entry.record()
	if !strings.Contains(p.says.Text, "In force since 12 March 2026") || !strings.Contains(p.says.Text, "3 parties") {
		t.Errorf("it says %q", p.says.Text)
	}
	if p.entry.who.Text() != "" || p.entry.date.Text() != "2026-02-10" {
		t.Error("the line is not ready for the next on the same day")
	}
	p.day.SetText("2026-03-01")
	p.Refresh()
	if !strings.Contains(p.says.Text, "Enters into force on 12 March 2026, in 11 days") {
		t.Errorf("before it is in force it says %q", p.says.Text)
	}
	enter(p, "nowhere at all", data.InstrumentAccession, "2026-02-10")
	p.entry.record()
	if len(b.Errors) != 1 || len(b.Desk.Instruments().All()) != 3 {
		t.Errorf("nobody is recorded: %v", b.Errors)
	}
	japan := p.world.of("JPN")[0]
	p.state.open = japan.ID
	p.state.show()
	p.state.remove(japan.ID)
	if !strings.Contains(p.says.Text, "1 instrument is lacking") {
		t.Errorf("after one was deleted it says %q", p.says.Text)
	}
	_, err := b.Desk.Undo(t.Context())
	roomtest.Must(t, err)
	p.Refresh()
	if len(p.world.of("JPN")) != 1 {
		t.Error("undo does not bring it back to the page")
	}
}

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		name string
		is   data.Delay
		edit func(*typedPeriod)
		want data.Delay
	}{
		{"as it was", data.Delay{Days: 90}, func(*typedPeriod) {}, data.Delay{Days: 90}},
		{"of several units, as it was", data.Delay{Years: 1, Days: 3}, func(*typedPeriod) {}, data.Delay{Years: 1, Days: 3}},
		{"of several units, altered", data.Delay{Years: 1, Days: 3}, func(p *typedPeriod) { p.N = "2" }, data.Delay{Years: 2}},
		{"another unit", data.Delay{Days: 3}, func(p *typedPeriod) { p.Unit = 1 }, data.Delay{Months: 3}},
		{"and the end of the month", data.Delay{Months: 3}, func(p *typedPeriod) { p.First = true }, data.Delay{Months: 3, FirstOfMonth: true}},
		{"none", data.Delay{Months: 3}, func(p *typedPeriod) { p.N = " " }, data.Delay{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := typedOf(c.is)
			c.edit(&p)
			if got, err := p.delay(); got != c.want || err != nil {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
	for _, wrong := range []string{"x", "-3", "1.5", "100000"} {
		if _, err := (typedPeriod{N: wrong}).delay(); data.CodeOf(err) != data.CodeNumbers {
			t.Errorf("%q is taken: %v", wrong, err)
		}
	}
}
