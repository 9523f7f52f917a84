package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/redline/taken"
)

const keepersFirst = `Draft Convention on Keepers

The States Parties to this Convention,

Have agreed as follows:

Article 1
Duties of keepers

1. Every State Party shall ensure that lanterns are lit at dusk.

2. A keeper may rest at dawn.

3. Keepers shall report the condition of all lanterns every year.

Article 2
Training of keepers

1. States Parties shall offer training to keepers.

2. Training shall be free of charge.
`

const keepersSecond = `Draft Convention on Keepers

The States Parties to this Convention,

Have agreed as follows:

Article 1
Duties of keepers

1. Every State Party shall ensure that lanterns are lit at dusk and trimmed at midnight.

2. Keepers shall report the condition of all lanterns every year.

Article 2
Training of keepers

1. States Parties shall offer training to keepers.

2. Training shall be free of charge.

3. An examination by two master keepers shall conclude the training.
`

// keepers is a desk with the first draft.
func keepers(t testing.TB) *desk.Desk {
	t.Helper()
	d, _, _ := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "K/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, keepersFirst))
	must(t, err)
	return d
}

func second(t testing.TB, d *desk.Desk, symbol, content string) data.ID {
	t.Helper()
	r, err := d.Import(ctx, desk.Issue{Symbol: symbol, Kind: data.RevisionRevised}, data.NoProgress{}, version(data.English, content))
	must(t, err)
	return r.ID
}

// outcomes tells the uptakes in one line each.
func outcomes(t testing.TB, d *desk.Desk, revision data.ID) string {
	t.Helper()
	list, err := d.Uptakes(ctx, revision, data.English)
	must(t, err)
	var lines []string
	for _, u := range list {
		line := fmt.Sprintf("%s %s: %s", u.Proposal.Kind, u.Proposal.Proponents[0].Name, u.Uptake)
		if u.Overruled {
			line += fmt.Sprintf(" for %s (%s)", u.Found, u.Remark)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func from(name string) []data.Proponent { return []data.Proponent{{Name: name}} }

func TestUptakes(t *testing.T) {
	d := keepers(t)
	p := func(path string) data.ID { return at(t, d, path).ID }
	propose(t, d, data.Proposal{Provision: p("art2/2"), Kind: data.ProposalAdd, Wording: english("An examination by two master keepers shall conclude the training."), Proponents: from("A")})
	propose(t, d, data.Proposal{Provision: p("art1/1"), Kind: data.ProposalModify, Wording: english("Every State Party shall ensure that lanterns are lit at dusk and trimmed at midnight."), Proponents: from("B")})
	propose(t, d, data.Proposal{Provision: p("art1/1"), Kind: data.ProposalModify, Wording: english("Every State Party shall endeavour to light lanterns."), Proponents: from("C")})
	propose(t, d, data.Proposal{Provision: p("art1/2"), Kind: data.ProposalSuppress, Proponents: from("D")})
	propose(t, d, data.Proposal{Provision: p("art1/3"), Kind: data.ProposalNoChange, Proponents: from("E")})
	propose(t, d, data.Proposal{Provision: p("art2/1"), Kind: data.ProposalModify, Wording: english("States Parties shall offer training to keepers. An examination by two master keepers shall conclude the training."), Proponents: from("F")})
	propose(t, d, data.Proposal{Provision: p("art2"), Kind: data.ProposalSuppress, Proponents: from("G")})
	gone := propose(t, d, data.Proposal{Provision: p("art1/1"), Kind: data.ProposalSuppress, Proponents: from("W")})
	must(t, d.WithdrawProposal(ctx, gone.ID, true))

	first := d.Revisions()[0].ID
	if list, err := d.Uptakes(ctx, first, data.English); err != nil || len(list) != 0 {
		t.Errorf("the first revision has %v, %v", list, err)
	}
	revision := second(t, d, "K/2", keepersSecond)
	late := propose(t, d, data.Proposal{Provision: at(t, d, "art1/1").ID, Kind: data.ProposalSuppress, Proponents: from("Late")})
	want := strings.Join([]string{
		"mod B: over", "mod C: not", "sup D: over", "noc E: over", "sup G: not", "mod F: elsewhere", "add A: over", "sup W: not",
	}, "\n")
	if got := outcomes(t, d, revision); got != want {
		t.Errorf("got\n%s\nwanted\n%s", got, want)
	}

	list, err := d.Uptakes(ctx, revision, data.French) // there is no French: English it is
	must(t, err)
	for _, u := range list {
		switch u.Proposal.Proponents[0].Name {
		case "F":
			if u.Lang != data.English || u.Where != at(t, d, "art2/3").ID || len(u.Places) != 2 || !u.Places[1].Elsewhere || len(u.Places[1].Marks) != 1 {
				t.Errorf("F: %s, where %v, places %+v", u.Lang, u.Where, u.Places)
			}
		case "B":
			if u.Where != at(t, d, "art1/1").ID || u.Evidence.Reason != taken.All || u.Evidence.Inserted != (taken.Share{Found: 4, Of: 4}) {
				t.Errorf("B: where %v, %+v", u.Where, u.Evidence)
			}
		}
	}

	// What was not taken is looked for again; what was made on the second draft
	// belongs to the third.
	third := second(t, d, "K/3", strings.Replace(keepersSecond, "that lanterns are lit at dusk and", "that lanterns are lit and", 1))
	got := outcomes(t, d, third)
	for _, line := range []string{"mod C: not", "sup G: not", "sup Late: not"} {
		if !strings.Contains(got, line) {
			t.Errorf("%q is missing in\n%s", line, got)
		}
	}
	if strings.Contains(got, "mod B") || strings.Contains(got, "mod F") {
		t.Errorf("what was taken is there again:\n%s", got)
	}
	must(t, d.DeleteProposal(ctx, late.ID))
	if strings.Contains(outcomes(t, d, third), "Late") {
		t.Error("a deleted proposal is there")
	}
}

func TestOverruleUptake(t *testing.T) {
	d, v, _ := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "K/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, keepersFirst))
	must(t, err)
	provision := at(t, d, "art1/1").ID
	p := propose(t, d, data.Proposal{Provision: provision, Kind: data.ProposalModify, Wording: english("Every State Party shall endeavour to light lanterns."), Proponents: from("C")})
	first := d.Revisions()[0].ID
	revision := second(t, d, "K/2", keepersSecond)

	must(t, d.OverruleUptake(ctx, revision, p.ID, data.UptakePartly, " the idea is in the report "))
	if got := outcomes(t, d, revision); got != "mod C: partly for not (the idea is in the report)" {
		t.Error(got)
	}
	title, _ := d.CanUndo()
	if title != "act.uptake" {
		t.Errorf("the act is %q", title)
	}
	must(t, d.OverruleUptake(ctx, revision, p.ID, data.UptakePartly, "the idea is in the report")) // no act
	_, err = d.Undo(ctx)
	must(t, err)
	if got := outcomes(t, d, revision); got != "mod C: not" {
		t.Error("undone:", got)
	}
	_, err = d.Redo(ctx)
	must(t, err)

	again, err := desk.Open(ctx, v)
	must(t, err)
	if got := outcomes(t, again, revision); got != "mod C: partly for not (the idea is in the report)" {
		t.Error("read again:", got)
	}
	var secret bool
	for _, s := range again.Secrets() {
		secret = secret || s.Field == "field.uptake" && s.Text == "the idea is in the report"
	}
	if !secret {
		t.Error("the remark is no secret")
	}

	must(t, d.OverruleUptake(ctx, revision, p.ID, "", ""))
	must(t, d.OverruleUptake(ctx, revision, p.ID, "", "")) // no act
	if got := outcomes(t, d, revision); got != "mod C: not" {
		t.Error("taken back:", got)
	}
	events, err := d.History(provision)
	must(t, err)
	var told []string
	for _, e := range events {
		if strings.HasPrefix(e.What, "event.uptake") {
			told = append(told, e.What+" "+e.After)
		}
	}
	if got := strings.Join(told, "; "); got != "event.uptake.partly the idea is in the report; event.uptake.found ; event.uptake.partly the idea is in the report; event.uptake.found " {
		t.Error(got)
	}

	wantCode(t, d.OverruleUptake(ctx, revision, data.ID{9}, data.UptakeOver, ""), data.CodeNotFound)
	wantCode(t, d.OverruleUptake(ctx, first, p.ID, data.UptakeOver, ""), data.CodeNotFound)
	wantCode(t, d.OverruleUptake(ctx, data.ID{9}, p.ID, data.UptakeOver, ""), data.CodeNotFound)
	wantCode(t, d.OverruleUptake(ctx, revision, p.ID, "half", ""), data.CodeInput)
	_, err = d.Uptakes(ctx, data.ID{9}, data.English)
	wantCode(t, err, data.CodeNotFound)
}

// TestUptakeInAnotherLanguage: a proposal in a language that a revision does not
// have is not judged, and says so.
func TestUptakeInAnotherLanguage(t *testing.T) {
	d := keepers(t)
	propose(t, d, data.Proposal{Provision: at(t, d, "art1/1").ID, Kind: data.ProposalModify, Wording: data.Words{data.French: "Les lanternes sont allumées."}, Proponents: from("N")})
	list, err := d.Uptakes(ctx, second(t, d, "K/2", keepersSecond), data.English)
	must(t, err)
	if len(list) != 1 || list[0].Uptake != data.UptakeNot || list[0].Evidence.Reason != taken.Unread {
		t.Errorf("%+v", list)
	}
}
