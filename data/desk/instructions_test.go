package desk_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/desk"
)

// noon is when the tests of instructions look at them.
var noon = time.Date(2026, time.November, 14, 12, 0, 0, 0, time.UTC)

func onClock(t *testing.T, s string) data.Moment {
	t.Helper()
	m, err := data.ParseMoment(s, "America/New_York")
	must(t, err)
	return m
}

// instructed records an instruction, and returns it.
func instructed(t *testing.T, d *desk.Desk, i data.Instruction) data.Instruction {
	t.Helper()
	i.Text += "It is an order."
	i, err := d.SetInstruction(ctx, i)
	must(t, err)
	return i
}

// stands is an instruction as it stands at some time.
func stands(t *testing.T, d *desk.Desk, id data.ID, now time.Time) desk.Instructed {
	t.Helper()
	for _, i := range d.AllInstructionsAt(now) {
		if i.ID == id {
			return i
		}
	}
	t.Fatal("the instruction is not there")
	return desk.Instructed{}
}

func TestFlagsFollowTheClock(t *testing.T) {
	d := imported(t)
	i := instructed(t, d, data.Instruction{Issued: onClock(t, "2026-11-02 09:00"), Lapses: onClock(t, "2026-11-14 18:00")})
	end := i.Lapses.End()
	for _, c := range []struct {
		name  string
		now   time.Time
		flags []data.Flag
	}{
		{"before it is issued", i.Issued.Start().Add(-time.Minute), []data.Flag{data.FlagNotBegun}},
		{"the minute it is issued", i.Issued.Start(), nil},
		{"a day and a minute before its end", end.Add(-data.LapsesSoon - time.Minute), nil},
		{"a day before its end", end.Add(-data.LapsesSoon), []data.Flag{data.FlagLapsesSoon}},
		{"a minute before its end", end.Add(-time.Minute), []data.Flag{data.FlagLapsesSoon}},
		{"at its end", end, []data.Flag{data.FlagLapsed}},
	} {
		if got := stands(t, d, i.ID, c.now).Flags; !slices.Equal(got, c.flags) {
			t.Errorf("%s: %v, want %v", c.name, got, c.flags)
		}
	}
	now := i.Issued.Start().Add(-time.Hour)
	for _, want := range []time.Time{i.Issued.Start(), end.Add(-data.LapsesSoon), end} {
		if now = d.NextInstructionChange(now); !now.Equal(want) {
			t.Fatalf("the next change is at %v, want %v", now, want)
		}
	}
	if next := d.NextInstructionChange(end); !next.IsZero() {
		t.Errorf("something changes at %v", next)
	}
}

func TestWhatSupersedesClosesTheOther(t *testing.T) {
	d := imported(t)
	old := instructed(t, d, data.Instruction{Text: "Hold"})
	by := instructed(t, d, data.Instruction{Text: "Yield", Supersedes: []data.ID{old.ID}, Issued: onClock(t, "2026-11-14 06:00"), Lapses: onClock(t, "2026-11-20 06:00")})
	begins := by.Issued.Start()
	if x := stands(t, d, old.ID, begins.Add(-time.Minute)); !x.Standing() {
		t.Errorf("superseded before the other begins: %v", x.Flags)
	}
	for name, now := range map[string]time.Time{"when the other begins": begins, "after the other has lapsed": by.Lapses.End().Add(time.Hour)} {
		if x := stands(t, d, old.ID, now); x.Standing() || !x.Has(data.FlagSuperseded) || !slices.Equal(x.SupersededBy, []data.ID{by.ID}) {
			t.Errorf("%s: %v by %v", name, x.Flags, x.SupersededBy)
		}
	}
	if list := d.AllInstructionsAt(noon); list[0].ID != by.ID || list[1].ID != old.ID {
		t.Error("what is superseded does not stand last")
	}
	if _, err := d.SetInstruction(ctx, func() data.Instruction { i := old; i.Supersedes = []data.ID{by.ID}; return i }()); data.CodeOf(err) != desk.CodeCircle {
		t.Errorf("a circle is taken: %v", err)
	}
	must(t, d.DeleteInstruction(ctx, by.ID))
	if x := stands(t, d, old.ID, noon); !x.Standing() {
		t.Errorf("superseded by what was withdrawn: %v", x.Flags)
	}
}

func TestContradictionsHoldWhileBothAreInForce(t *testing.T) {
	d := imported(t)
	duty, article := at(t, d, "ch1/art2/1").ID, at(t, d, "ch1/art2").ID
	shall := []data.Phrase{{Lang: data.English, Words: "shall light"}}
	a := instructed(t, d, data.Instruction{Provisions: []data.ID{duty}, Requires: shall})
	b := instructed(t, d, data.Instruction{Provisions: []data.ID{article}, Forbids: shall, Issued: onClock(t, "2026-11-14 06:00"), Lapses: onClock(t, "2026-11-14 18:00")})
	for name, c := range map[string]struct {
		now  time.Time
		want bool
	}{
		"before the other begins": {b.Issued.Start().Add(-time.Minute), false},
		"while both hold":         {noon, true},
		"after the other lapses":  {b.Lapses.End(), false},
	} {
		x := stands(t, d, a.ID, c.now)
		if x.Has(data.FlagContradicted) != c.want || (len(x.Contradicts) == 1) != c.want {
			t.Errorf("%s: %v %v", name, x.Flags, x.Contradicts)
		}
		if c.want && (x.Contradicts[0].With != b.ID || !x.Contradicts[0].Requires || x.Contradicts[0].Clash != data.ClashWords) {
			t.Errorf("%s: %+v", name, x.Contradicts[0])
		}
	}
	b.Supersedes = []data.ID{a.ID}
	_, err := d.SetInstruction(ctx, b)
	must(t, err)
	if x := stands(t, d, b.ID, noon); x.Has(data.FlagContradicted) {
		t.Error("contradicted by what it supersedes")
	}
}

func TestATopicTouchesWhatSpeaksOfIt(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1")
	words := strings.Fields(p.Text[data.English].Text)
	topic := strings.ToUpper(words[len(words)-2]+" "+strings.TrimRight(words[len(words)-1], ".")) + "; nothing of the kind"
	i := instructed(t, d, data.Instruction{Topic: topic, Text: "Watch"})
	if list := d.Instructions(p.ID); len(list) != 1 || list[0].ID != i.ID {
		t.Errorf("%q does not touch %q", topic, p.Text[data.English].Text)
	}
	i.Topic = "nothing of the kind"
	_, err := d.SetInstruction(ctx, i)
	must(t, err)
	if list := d.Instructions(p.ID); len(list) != 0 {
		t.Error("a topic touches what does not speak of it")
	}
	if all := d.AllInstructions(); len(all) != 1 {
		t.Errorf("%d instructions in all", len(all))
	}
}

func TestAcknowledgementsAreOfTheTextThatWasRead(t *testing.T) {
	c := newCrew(t)
	i := instructed(t, c.Desk, data.Instruction{Text: "Hold"})
	waits := func() string {
		var roles []string
		for _, id := range stands(t, c.Desk, i.ID, noon).Unread {
			roles = append(roles, string(c.Member(id).Role))
		}
		slices.Sort(roles)
		return strings.Join(roles, " ")
	}
	if got := waits(); got != "adviser delegate deputy" { // the head recorded it, capital instructs
		t.Fatalf("waiting for %q", got)
	}
	must(t, c.WorkAs(c.members[data.RoleAdviser]))
	if !stands(t, c.Desk, i.ID, noon).Await {
		t.Error("the adviser is not asked")
	}
	must(t, c.Acknowledge(ctx, i.ID))
	must(t, c.Acknowledge(ctx, i.ID))
	if x := stands(t, c.Desk, i.ID, noon); x.Await || len(x.Read) != 1 || !x.Read[0].Of(x.Instruction) || x.Read[0].By != c.Me().ID {
		t.Errorf("read: %+v", x.Read)
	}
	if got := waits(); got != "delegate deputy" {
		t.Errorf("waiting for %q", got)
	}
	must(t, c.WorkAs(c.members[data.RoleHead]))
	i.Text = "Yield."
	_, err := c.SetInstruction(ctx, i)
	must(t, err)
	if got := waits(); got != "adviser delegate deputy" {
		t.Errorf("after a correction waiting for %q", got)
	}
	if x := stands(t, c.Desk, i.ID, noon); len(x.Read) != 1 || x.Read[0].Of(x.Instruction) {
		t.Error("an earlier reading counts for the new text, or is forgotten")
	}
	must(t, c.WorkAs(c.members[data.RoleNoteTaker]))
	if err := c.Acknowledge(ctx, i.ID); data.CodeOf(err) != data.CodeForbidden {
		t.Errorf("a note-taker says that he has read it: %v", err)
	}
}

func TestInstructionsAreReadByThoseWhomTheyAreFor(t *testing.T) {
	c := newCrew(t)
	all := instructed(t, c.Desk, data.Instruction{Provisions: []data.ID{c.duty}, Text: "For all"})
	head := instructed(t, c.Desk, data.Instruction{Provisions: []data.ID{c.duty}, Text: "For the head", Audience: data.AudienceHead})
	for role, want := range map[data.Role]int{
		data.RoleHead: 2, data.RoleDeputy: 2, data.RoleCapital: 2, data.RoleDelegate: 1, data.RoleAdviser: 1, data.RoleNoteTaker: 0, data.RoleObserver: 0,
	} {
		must(t, c.WorkAs(c.members[role]))
		if n, m, k := len(c.Instructions(c.duty)), len(c.AllInstructions()), len(c.AllInstructionsAt(noon)); n != want || m != want || k != want {
			t.Errorf("%s reads %d, %d and %d, want %d", role, n, m, k, want)
		}
		if _, err := c.Instruction(head.ID); (err == nil) != (want == 2) {
			t.Errorf("%s: %v", role, err)
		}
	}
	must(t, c.WorkAs(c.members[data.RoleDelegate]))
	head.Text = "Altered."
	for _, i := range []data.Instruction{head, {Text: "New.", Audience: data.AudienceHead}} {
		if _, err := c.SetInstruction(ctx, i); data.CodeOf(err) != data.CodeForbidden {
			t.Errorf("a delegate writes for the head alone: %v", err)
		}
	}
	if err := c.DeleteInstruction(ctx, head.ID); data.CodeOf(err) != data.CodeNotFound {
		t.Errorf("a delegate withdraws what he cannot read: %v", err)
	}
	must(t, c.DeleteInstruction(ctx, all.ID))
}

func TestACableIsKeptAsItCame(t *testing.T) {
	d, store, _ := newDesk(t)
	original := bytes.Repeat([]byte("\x00cable "), 60_000) // longer than one change may be
	c := data.Cable{Name: "cable.docx", Lang: data.English, Text: strings.Repeat("Hold the line. ", 20_000)}
	part := data.Instruction{Text: "Hold the line.", Cable: data.Extract{Start: 0, End: 14}}
	second := part
	second.Cable = data.Extract{Start: 15, End: 29}
	c, err := d.RecordCable(ctx, c, original, []data.Instruction{part, second})
	must(t, err)
	check := func(d *desk.Desk) {
		t.Helper()
		kept, err := d.Cable(c.ID)
		if err != nil || kept.Text != c.Text || kept.Name != "cable.docx" || kept.Size != len(original) {
			t.Fatalf("kept %v, %v", kept.Name, err)
		}
		if file, err := d.CableFile(c.ID); err != nil || !bytes.Equal(file, original) {
			t.Fatalf("%d bytes of %d: %v", len(file), len(original), err)
		}
		list := d.AllInstructions()
		if len(list) != 2 || list[0].Cable.Cable != c.ID || list[1].Cable.Cable != c.ID || list[0].Cable == list[1].Cable {
			t.Fatalf("the instructions do not point to their words: %+v", list)
		}
	}
	check(d)
	again, err := desk.Open(ctx, store)
	must(t, err)
	check(again)
	secrets := again.Secrets()
	for _, want := range []string{c.Text, c.Name} {
		if !slices.ContainsFunc(secrets, func(s data.Secret) bool { return s.Text == want }) {
			t.Error("what a cable says may go into a paper")
		}
	}
	if _, err := d.Undo(ctx); err != nil || len(d.AllInstructions()) != 0 {
		t.Errorf("one act is not undone as one: %v", err)
	}
	if _, err := d.Cable(c.ID); data.CodeOf(err) != data.CodeNotFound {
		t.Errorf("an undone cable is there: %v", err)
	}
	if _, err := d.RecordCable(ctx, data.Cable{Text: "x"}, nil, nil); data.CodeOf(err) != desk.CodeEmpty {
		t.Errorf("a cable without a part: %v", err)
	}
	if _, err := d.RecordCable(ctx, data.Cable{}, make([]byte, desk.CableMost+1), []data.Instruction{part}); data.CodeOf(err) != desk.CodeCableSize {
		t.Errorf("a cable that is too long: %v", err)
	}
	pasted, err := d.RecordCable(ctx, data.Cable{Text: "Hold."}, []byte("Hold."), []data.Instruction{part})
	must(t, err)
	if file, err := d.CableFile(pasted.ID); err != nil || string(file) != "Hold." {
		t.Errorf("what was pasted is %q, %v", file, err)
	}
}

// formerInstruction is an instruction as it was recorded before hours and zones
// were noted.
type formerInstruction struct {
	ID               data.ID
	Provisions       []data.ID
	Reference        string
	Issuer           string
	Date, ValidUntil data.Date
	Classification   data.Classification
	Text             string
	Author           data.ID
	Time             time.Time
	Revision         data.ID
}

func TestInstructionsOfOldRecordsHoldForTheirDays(t *testing.T) {
	d, store, _ := newDesk(t)
	old := formerInstruction{
		ID: data.NewID(), Reference: "MFA/1", Text: "Insist.", Classification: data.Confidential, Author: d.Me().ID,
		Date: data.Date{Year: 2026, Month: 5, Day: 1}, ValidUntil: data.Date{Year: 2026, Month: 5, Day: 31},
	}
	_, err := store.Append(ctx, d.Me().ID, change.Write{Kind: "instruction", Entity: old.ID, Field: "body", Body: change.Marshal(old)})
	must(t, err)
	again, err := desk.Open(ctx, store)
	must(t, err)
	i, err := again.Instruction(old.ID)
	must(t, err)
	if i.Text != old.Text || !i.Mandatory() || i.Issued.String() != "2026-05-01" || i.Lapses.String() != "2026-05-31" {
		t.Errorf("read as %+v", i)
	}
	for day, want := range map[int]bool{1: true, 31: true} {
		if i.InForce(time.Date(2026, 5, day, 23, 59, 0, 0, time.Local)) != want {
			t.Errorf("on day %d: want %v", day, want)
		}
	}
	if i.InForce(time.Date(2026, 6, 1, 0, 0, 0, 0, time.Local)) || i.InForce(time.Date(2026, 4, 30, 23, 59, 0, 0, time.Local)) {
		t.Error("in force on other days")
	}
}
