package amendments

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/amend"
)

var ctx = context.Background()

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// adopted is a desk with a convention in force for three States since 11 March 2020.
func adopted(t *testing.T) *roomtest.Bench {
	t.Helper()
	b := roomtest.New(t, "en")
	text := b.Import(t, "L/1", data.English, roomtest.English)
	c, err := b.Desk.Treaties().Set(ctx, data.Treaty{
		Title: data.Words{data.English: "Convention on Lanterns"}, Revision: text.Revision.ID, Rule: data.EntryRule{Number: 3, Delay: data.Delay{Days: 10}},
	})
	roomtest.Must(t, err)
	for _, code := range []string{"EGY", "FRA", "KEN"} {
		_, err := b.Desk.Instruments().Set(ctx, data.Instrument{Treaty: c.ID, Party: code, Kind: data.InstrumentRatification, Date: day("2020-03-01")})
		roomtest.Must(t, err)
	}
	return b
}

func TestWithoutATreatyThePageSaysWhatToDo(t *testing.T) {
	b := roomtest.New(t, "en")
	b.Import(t, "L/1", data.English, roomtest.English)
	p := Show(b.Room)
	if !strings.Contains(p.none.Text, "F7") || len(b.Errors) > 0 {
		t.Errorf("%q, %v", p.none.Text, b.Errors)
	}
	p.Refresh()
}

// propose fills in an amendment by which lanterns are lit at nine, adopted by 2 votes
// to 1.
func propose(t *testing.T, b *roomtest.Bench, p *Page) {
	t.Helper()
	p.form.title.Insert("Lit at nine")
	for i, on := range []string{"2025-03-12", "2025-03-13", "2025-10-01", "2025-10-01"} {
		p.form.dates[i].Insert(on)
	}
	p.form.numbers[0].Insert("2")
	p.form.numbers[1].Insert("1")
	p.form.shares[0].Choose(7) // two thirds
	p.form.shares[0].OnChanged(7)
	p.form.periods[0].number.Insert("5")
	p.form.periods[0].unit.Choose(unitYears)
	p.form.periods[2].number.Insert("30")
	p.form.add("2.2")
	if len(p.form.amendment.Edits) != 1 {
		t.Fatalf("%d edits, %v", len(p.form.amendment.Edits), b.Toasts)
	}
	p.form.amendment.Edits[0].Text = data.Words{data.English: "A keeper may rest at nine."}
	p.form.save()
	if len(b.Errors) > 0 {
		t.Fatal(b.Errors)
	}
}

func TestAnAmendmentIsProposedAcceptedAndBindsWhoAccepted(t *testing.T) {
	b := adopted(t)
	p := Show(b.Room)
	p.date.SetText("2026-06-01")
	p.dated()
	propose(t, b, p)
	if len(p.told) != 1 || p.told[0].State.Stage != amend.StageAdopted || p.told[0].Amendment.Rule.Standstill.Years != 5 {
		t.Fatalf("%+v", p.told)
	}
	if d := p.told[0].Dues; len(d) != 1 || d[0].Early || d[0].Day != day("2025-03-12") {
		t.Errorf("five years after 11 March 2020: %+v", d)
	}
	p.status.party.Insert("Egypt")
	p.status.date.SetText("2025-11-01")
	p.status.record()
	if st := p.told[0].State.Of("EGY"); st.InForce != day("2025-12-01") {
		t.Errorf("Egypt: %+v, %v", st, b.Errors)
	}
	facts := ""
	for _, f := range p.told[0].Facts(b.Loc) {
		facts += f.Label + ": " + f.Value + "\n"
	}
	for _, want := range []string{"Two thirds of 3 votes for and against", "2 needed", "For 2, against 1", "The majority was reached", "12 March 2025 (5 years from 11 March 2020)", "1 December 2025 (30 days after 1 November 2025)"} {
		if !strings.Contains(facts, want) {
			t.Errorf("%q is not in\n%s", want, facts)
		}
	}
	p.tabs.Choose(tabText)
	for _, c := range []struct{ party, on, since, want, not string }{
		{"Egypt", "2026-06-01", "", "rest at nine", "dawn"},
		{"Egypt", "2026-06-01", "2020-06-01", "dawn", ""}, // struck out
		{"France", "2026-06-01", "", "rest at dawn", "nine"},
		{"", "2025-11-30", "", "rest at dawn", "nine"},
	} {
		p.date.SetText(c.on)
		p.dated()
		p.text.party.SetText(c.party)
		p.text.since.SetText(c.since)
		p.text.show()
		var words []string
		for _, x := range p.text.view.Blocks() {
			words = append(words, x.Text)
		}
		all := strings.Join(words, "\n")
		if !strings.Contains(all, c.want) || c.not != "" && strings.Contains(all, c.not) {
			t.Errorf("for %q on %s since %q:\n%s", c.party, c.on, c.since, all)
		}
	}
	p.date.SetText("2026-06-01")
	p.dated()
	p.text.party.SetText("Egypt")
	p.text.since.SetText("2020-06-01")
	p.text.changes.SetTicked(true)
	p.text.show()
	only := ""
	for _, x := range p.text.view.Blocks() {
		only += x.Text + "|"
	}
	if only != "General provisions|Duties of keepers|A keeper may rest at dawnnine.|Amended by: Lit at nine|" {
		t.Errorf("what changed, and where: %q", only)
	}
	p.status.party.SetText("EGY")
	p.status.remove()
	if st := p.told[0].State.Of("EGY"); !st.InForce.IsZero() {
		t.Errorf("taken back, but %+v", st)
	}
}

func TestWhatIsTypedIsKept(t *testing.T) {
	b := adopted(t)
	p := Show(b.Room)
	p.begin()
	p.form.title.Insert("Lit at nine")
	p.form.dates[0].Insert("2025-03")
	p.form.periods[0].number.Insert("5")
	p.page.Leave()
	p = Show(b.Room)
	if p.form.title.Text() != "Lit at nine" || p.form.dates[0].Text() != "2025-03" || p.form.periods[0].number.Text() != "5" {
		t.Fatalf("%q %q %q", p.form.title.Text(), p.form.dates[0].Text(), p.form.periods[0].number.Text())
	}
	p.form.save()
	if len(b.Errors) != 1 || len(b.Desk.Amendments().All()) != 0 {
		t.Error("half a date is taken")
	}
}

func TestAPeriodThatTheFormCannotShowStays(t *testing.T) {
	b := adopted(t)
	p := Show(b.Room)
	odd := data.Delay{Months: 3, FirstOfMonth: true, Days: 2}
	f := p.form.periods[2]
	f.show(odd)
	if got, err := f.read(odd); err != nil || got != odd {
		t.Errorf("%+v, %v", got, err)
	}
	f.number.SetText("4")
	if got, err := f.read(odd); err != nil || got != (data.Delay{Months: 4, FirstOfMonth: true}) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestPapersAreMade(t *testing.T) {
	b := adopted(t)
	p := Show(b.Room)
	p.date.SetText("2026-06-01")
	p.dated()
	propose(t, b, p)
	dir := t.TempDir()
	p.paper.folder.Set(dir)
	p.text.since.SetText("2020-06-01")
	for kind := range paperKinds {
		p.paper.kind.Choose(kind)
		p.paper.start()
	}
	if got := b.Certified(t, dir); len(got) != len(paperKinds) || len(b.Errors) > 0 {
		t.Errorf("%q, %v", got, b.Errors)
	}
}

func TestEscapeLeavesThePageFromAField(t *testing.T) {
	b := adopted(t)
	p := Show(b.Room)
	p.form.title.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if p.Shown() {
		t.Error("the page stays")
	}
}

func TestTheRuleIsReadFromTheText(t *testing.T) {
	b := roomtest.New(t, "en")
	text := b.Import(t, "L/1", data.English, roomtest.English+`
Article 9
Amendments
1. After the expiry of five years from the entry into force of this Convention, a State Party may propose an amendment.
2. As a last resort, the amendment shall require for its adoption a two-thirds majority vote of the States Parties present and voting.
3. An amendment shall enter into force, for the States Parties that have accepted it, on the ninetieth day after two thirds of the States Parties have deposited their instruments of acceptance.
`)
	c, err := b.Desk.Treaties().Set(ctx, data.Treaty{Title: data.Words{data.English: "Convention on Lanterns"}, Revision: text.Revision.ID})
	roomtest.Must(t, err)
	p := Show(b.Room)
	want := data.AmendmentRule{
		Standstill: data.Delay{Years: 5}, Majority: data.Share{Num: 2, Den: 3}, Of: data.MajorityVoting,
		Effect: data.EffectAccepting, Needed: data.Share{Num: 2, Den: 3}, Delay: data.Delay{Days: 90},
	}
	if got := p.form.amendment.Rule; !reflect.DeepEqual(got, want) {
		t.Fatalf("a new amendment begins with %+v", got)
	}
	p.form.title.Insert("Lit at nine")
	p.form.dates[0].Insert("2030-01-01")
	p.form.required.Field.Insert("Egypt")
	p.form.required.Field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.form.periods[2].number.SetText("7")
	p.form.readRule()
	want.Required = []string{"EGY"}
	p.form.save()
	all := b.Desk.Amendments().All()
	if len(all) != 1 || len(b.Errors) > 0 {
		t.Fatalf("%v %v", all, b.Errors)
	}
	if got := all[0].Rule; !reflect.DeepEqual(got, want) || all[0].Proposed != day("2030-01-01") {
		t.Errorf("recorded: %+v", all[0])
	}
	p.form.remove()
	if _, there := b.Desk.Treaties().Get(c.ID); !there || len(b.Desk.Amendments().All()) != 0 || len(b.Toasts) != 1 {
		t.Errorf("toasts: %v", b.Toasts)
	}
}
