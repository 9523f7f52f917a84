package desk_test

import (
	"reflect"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

// english is a wording in English alone.
func english(text string) data.Words { return data.Words{data.English: text} }

func propose(t *testing.T, d *desk.Desk, p data.Proposal) data.Proposal {
	t.Helper()
	made, err := d.Propose(ctx, p)
	must(t, err)
	return made
}

func TestAProposalIsFilledIn(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1")
	issued := p.Text[data.English].Text
	m, err := d.SetMeeting(ctx, data.Meeting{Title: "2nd meeting"})
	must(t, err)
	must(t, d.SitIn(m.ID))
	first := propose(t, d, data.Proposal{
		ID: data.ID{9}, Author: data.ID{9}, Withdrawn: true, // not the caller's to say
		Provision: p.ID, Kind: data.ProposalModify, Wording: data.Words{data.English: "Lanterns are lit. \n", data.French: " "},
		Proponents: []data.Proponent{{Name: " Core group "}, {}, {Name: "Core group"}}, Reasons: " brevity ",
	})
	if first.ID.IsZero() || first.ID == (data.ID{9}) || first.Author != d.Me().ID || first.Time.IsZero() || first.Meeting != m.ID || first.Withdrawn {
		t.Errorf("filled in as %+v", first)
	}
	if want := english("Lanterns are lit."); !reflect.DeepEqual(first.Wording, want) {
		t.Errorf("wording %q", first.Wording)
	}
	if !reflect.DeepEqual(first.Base, english(issued)) {
		t.Errorf("base %q", first.Base)
	}
	if len(first.Proponents) != 1 || first.Proponents[0].Name != "Core group" || first.Reasons != "brevity" {
		t.Errorf("proponents %q, reasons %q", first.Proponents, first.Reasons)
	}
	for name, c := range map[string]struct {
		p    data.Proposal
		base data.Words
	}{
		"on a proposal":         {data.Proposal{On: first.ID, Kind: data.ProposalModify, Wording: english("Lanterns shine.")}, english("Lanterns are lit.")},
		"given":                 {data.Proposal{Kind: data.ProposalModify, Base: english("As it was."), Wording: english("As it is.")}, english("As it was.")},
		"a language it has not": {data.Proposal{Kind: data.ProposalModify, Wording: data.Words{data.French: "Autre."}}, data.Words{}},
		"an addition":           {data.Proposal{Kind: data.ProposalAdd, Wording: english("New.")}, data.Words{}},
		"a deletion":            {data.Proposal{Kind: data.ProposalSuppress}, english(issued)},
		"a move":                {data.Proposal{Kind: data.ProposalMove, Target: at(t, d, "ch1/art1").ID, Before: true}, english(issued)},
	} {
		c.p.Provision = p.ID
		if made := propose(t, d, c.p); !reflect.DeepEqual(made.Base, c.base) {
			t.Errorf("%s: base %q, want %q", name, made.Base, c.base)
		}
	}
}

func TestWhatIsNoProposalIsRefused(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1")
	article := at(t, d, "ch1/art2")
	elsewhere := propose(t, d, data.Proposal{Provision: at(t, d, "ch1/art2/2").ID, Kind: data.ProposalSuppress})
	for name, c := range map[string]struct {
		p    data.Proposal
		code data.Code
	}{
		"no kind":                 {data.Proposal{Provision: p.ID}, data.CodeInput},
		"no such provision":       {data.Proposal{Provision: data.NewID(), Kind: data.ProposalSuppress}, data.CodeNotFound},
		"a modification of blank": {data.Proposal{Provision: p.ID, Kind: data.ProposalModify, Wording: english(" ")}, desk.CodeNoWording},
		"an addition of nothing":  {data.Proposal{Provision: p.ID, Kind: data.ProposalAdd}, desk.CodeNoWording},
		"a deletion with words":   {data.Proposal{Provision: p.ID, Kind: data.ProposalSuppress, Wording: english("x")}, desk.CodeWording},
		"no change with words":    {data.Proposal{Provision: p.ID, Kind: data.ProposalNoChange, Wording: english("x")}, desk.CodeWording},
		"a move with words":       {data.Proposal{Provision: p.ID, Kind: data.ProposalMove, Wording: english("x")}, desk.CodeWording},
		"a move to nowhere":       {data.Proposal{Provision: p.ID, Kind: data.ProposalMove}, desk.CodeNoTarget},
		"a move next to itself":   {data.Proposal{Provision: p.ID, Kind: data.ProposalMove, Target: p.ID}, desk.CodeNoTarget},
		"a move into itself":      {data.Proposal{Provision: article.ID, Kind: data.ProposalMove, Target: p.ID}, desk.CodeNoTarget},
		"a move out of the text":  {data.Proposal{Provision: p.ID, Kind: data.ProposalMove, Target: data.NewID()}, data.CodeNotFound},
		"the same words": {
			data.Proposal{Provision: p.ID, Kind: data.ProposalModify, Wording: english(" " + p.Text[data.English].Text + "\n")}, desk.CodeSameWording,
		},
		"on one that is not":         {data.Proposal{Provision: p.ID, On: data.NewID(), Kind: data.ProposalSuppress}, data.CodeNotFound},
		"on one on other words":      {data.Proposal{Provision: p.ID, On: elsewhere.ID, Kind: data.ProposalSuppress}, desk.CodeOtherPlace},
		"the words that it is on":    {data.Proposal{Provision: p.ID, Base: english("x"), Kind: data.ProposalModify, Wording: english("x")}, desk.CodeSameWording},
		"words on a changed heading": {data.Proposal{Provision: article.ID, Kind: data.ProposalModify, Wording: english(" \n")}, desk.CodeNoWording},
	} {
		before := len(d.Proposals(p.ID))
		_, err := d.Propose(ctx, c.p)
		if data.CodeOf(err) != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
		if len(d.Proposals(p.ID)) != before {
			t.Errorf("%s: refused and recorded", name)
		}
	}
}

func TestAProposalIsChangedWithdrawnAndDeleted(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	made := propose(t, d, data.Proposal{Provision: p, Kind: data.ProposalModify, Wording: english("One."), Reasons: "first"})
	title, _ := d.CanUndo()
	changed, err := d.ChangeProposal(ctx, made.ID, func(x *data.Proposal) {
		x.Wording[data.English], x.Wording[data.French] = "Two.", "Deux."
		x.ID, x.Provision, x.Author, x.Withdrawn = data.NewID(), data.NewID(), data.NewID(), true // not to be changed
	})
	must(t, err)
	want := made
	want.Wording = data.Words{data.English: "Two.", data.French: "Deux."}
	if !equal(changed, want) || !equal(d.Proposals(p), []data.Proposal{want}) {
		t.Fatalf("changed to\n%+v\nwant\n%+v", d.Proposals(p), want)
	}
	_, err = d.ChangeProposal(ctx, made.ID, func(x *data.Proposal) { x.Reasons = "first " })
	must(t, err)
	if now, _ := d.CanUndo(); now == title {
		t.Errorf("after the change, %s can be undone", now)
	}
	_, err = d.Undo(ctx) // of the one change: the other changed nothing
	must(t, err)
	if !equal(d.Proposals(p), []data.Proposal{made}) {
		t.Errorf("after undo %+v", d.Proposals(p))
	}
	_, err = d.ChangeProposal(ctx, made.ID, func(x *data.Proposal) { x.Wording = nil })
	wantCode(t, err, desk.CodeNoWording)

	must(t, d.WithdrawProposal(ctx, made.ID, true))
	if got := d.Proposals(p); len(got) != 1 || !got[0].Withdrawn {
		t.Errorf("withdrawn: %+v", got)
	}
	must(t, d.WithdrawProposal(ctx, made.ID, true)) // no act
	_, err = d.Undo(ctx)
	must(t, err)
	on := propose(t, d, data.Proposal{Provision: p, On: made.ID, Kind: data.ProposalModify, Wording: english("One and a half.")})
	must(t, d.DeleteProposal(ctx, made.ID))
	wantCode(t, d.DeleteProposal(ctx, made.ID), data.CodeNotFound)
	if got := d.Proposals(p); len(got) != 1 || got[0].ID != on.ID || got[0].Base[data.English] != "One." {
		t.Errorf("what was on the deleted one: %+v", got)
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if got := d.Proposals(p); len(got) != 2 || got[0].ID != made.ID {
		t.Errorf("after the deletion was undone: %+v", got)
	}
}

func TestProposalsComeInTheOrderOfTime(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	var want []data.ID
	for _, word := range strings.Fields("a b c d e f g h") {
		want = append(want, propose(t, d, data.Proposal{Provision: p, Kind: data.ProposalAdd, Wording: english(word)}).ID)
	}
	_, err := d.ChangeProposal(ctx, want[2], func(x *data.Proposal) { x.Label = "1 bis" })
	must(t, err)
	must(t, d.DeleteProposal(ctx, want[4]))
	_, err = d.Undo(ctx)
	must(t, err)
	var got []data.ID
	for _, x := range d.Proposals(p) {
		got = append(got, x.ID)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	if all := d.AllProposals(); len(all) != 1 || !reflect.DeepEqual(all[p], d.Proposals(p)) {
		t.Errorf("all proposals are %+v", all)
	}
}

func TestWhatACallerDoesWithAProposalStaysWithTheCaller(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	mine := data.Proposal{Provision: p, Kind: data.ProposalModify, Wording: english("x"), Proponents: []data.Proponent{{Name: "A"}}}
	spoil := func(x data.Proposal) {
		x.Wording[data.English], x.Base[data.English], x.Proponents[0].Name = "spoilt", "spoilt", "spoilt"
	}
	made := propose(t, d, mine)
	want := d.Proposals(p)
	spoil(made)
	spoil(d.AllProposals()[p][0])
	got, err := d.Proposal(made.ID)
	must(t, err)
	spoil(got)
	if !reflect.DeepEqual(d.Proposals(p), want) {
		t.Errorf("a caller changed it: %+v", d.Proposals(p))
	}
}

func TestAdoptingAWording(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	theirs := data.Words{data.English: "Lanterns glow.", data.French: "Les lanternes luisent."}
	mod := propose(t, d, data.Proposal{Provision: p, Kind: data.ProposalModify, Wording: theirs})
	add := propose(t, d, data.Proposal{Provision: p, Kind: data.ProposalAdd, Wording: theirs})
	for name, x := range map[string]data.Proposal{
		"addition": add, "deletion": propose(t, d, data.Proposal{Provision: p, Kind: data.ProposalSuppress}),
		"change to an addition": propose(t, d, data.Proposal{Provision: p, On: add.ID, Kind: data.ProposalModify, Wording: english("y")}),
	} {
		if err := d.AdoptWording(ctx, x.ID); data.CodeOf(err) != desk.CodeNotOurs {
			t.Errorf("%s: %v", name, err)
		}
	}
	must(t, d.AdoptWording(ctx, mod.ID))
	if pos := d.Position(p); pos.Stance != data.StanceAmend || !reflect.DeepEqual(pos.Wording, theirs) {
		t.Errorf("position %+v", pos)
	}
	_, err := d.Undo(ctx)
	must(t, err)
	if !d.Position(p).IsZero() {
		t.Errorf("after undo %+v", d.Position(p))
	}
	must(t, d.SetPosition(ctx, data.Position{
		Provision: p, Stance: data.StanceOppose, Wording: data.Words{data.English: "Ours.", data.Spanish: "Nuestro."},
	}))
	must(t, d.AdoptWording(ctx, mod.ID))
	if pos := d.Position(p); pos.Stance != data.StanceOppose || pos.Wording[data.English] != theirs[data.English] || pos.Wording[data.Spanish] != "Nuestro." {
		t.Errorf("position %+v", pos)
	}
}

func TestAnAdviserTakesNotes(t *testing.T) {
	d := imported(t)
	adviser, err := d.SetMember(ctx, data.Member{Name: "C. Adviser", Role: data.RoleAdviser})
	must(t, err)
	must(t, d.WorkAs(adviser.ID))
	p := at(t, d, "ch1/art2/1").ID
	made := propose(t, d, data.Proposal{Provision: p, Kind: data.ProposalSuppress})
	must(t, d.WithdrawProposal(ctx, made.ID, true))
	must(t, d.SetTextState(ctx, p, data.TextDiscussed, ""))
	_, err = d.SetMeeting(ctx, data.Meeting{Title: "3rd meeting"})
	must(t, err)
	if made.Author != adviser.ID || d.TextSteps(p)[0].By != adviser.ID {
		t.Error("recorded under another's name")
	}
}
