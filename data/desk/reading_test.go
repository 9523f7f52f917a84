package desk_test

import (
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
)

func TestGoToByTypedNumber(t *testing.T) {
	d := imported(t)
	txt, err := d.Current()
	must(t, err)
	for typed, want := range map[string]string{
		"2":              "ch1/art2",
		"art 2":          "ch1/art2",
		"Article 2":      "ch1/art2",
		"2.1":            "ch1/art2/1",
		"2(1)":           "ch1/art2/1",
		"1 b":            "ch1/art1/b",
		"Art. 1 (b)":     "ch1/art1/b",
		"ch 1":           "ch1",
		"Chapter I":      "ch1",
		"pp1":            "pre/pp1",
		"第 2 条":          "ch1/art2",
		"المادة 2":       "ch1/art2",
		"статья 2":       "ch1/art2",
		"ch1/art2/2":     "ch1/art2/2",
		"article 99":     "",
		"what is wanted": "",
	} {
		got := ""
		if found := txt.GoTo(typed); len(found) > 0 {
			got = found[0].Path
		}
		if got != want {
			t.Errorf("%q goes to %q, want %q", typed, got, want)
		}
	}
}

func TestSearchSeesAllThatIsSaidAboutATextAndInIt(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/2").ID
	_, err := d.Comment(ctx, p, data.Anchor{}, "ask the cartographers")
	must(t, err)
	_, err = d.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{p}, Reference: "MFA/7", Text: "yield to the astronomers"})
	must(t, err)
	_, err = d.Propose(ctx, data.Proposal{
		Provision: p, Kind: data.ProposalModify, Wording: data.Words{data.English: "Keepers sleep at noon.", data.Chinese: "看守人正午休息。"},
		Proponents: []data.Proponent{{Name: "Guild of Lamplighters"}}, Reasons: "the glare", Source: "CRP.3",
	})
	must(t, err)
	for _, query := range []string{"REST AT", "Cartographers", "astronomers", "mfa/7", "noon", "正午", "lamplighters", "glare", "crp.3"} {
		found, err := d.Search(query, data.English, 10)
		must(t, err)
		if len(found) != 1 || found[0].Provision != p {
			t.Errorf("%q found %+v", query, found)
		}
	}
}

func TestHistoryTellsEverythingInOrder(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	must(t, d.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceAmend, Wording: data.Words{data.English: "old"}}))
	must(t, d.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceAmend, Wording: data.Words{data.English: "new"}}))
	_, err := d.Comment(ctx, p, data.Anchor{}, "remark")
	must(t, err)
	must(t, d.Submit(ctx, p))
	_, err = d.Undo(ctx)
	must(t, err)
	events, err := d.History(p)
	must(t, err)
	var got []string
	for _, e := range events {
		if e.Author != d.Me().ID || e.Time.IsZero() {
			t.Errorf("%s has no author or time", e.What)
		}
		got = append(got, strings.TrimPrefix(e.What, "event.")+"="+e.Before+">"+e.After)
	}
	text := at(t, d, "ch1/art2/1").Text[data.English].Text
	want := []string{
		"text=>" + text, "position.stance=>amend", "position.wording=>old", "position.wording=old>new",
		"comment=>remark", "decision.submitted=>", "decision.undone=>",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestHistoryKeepsWhatIsGone holds that what was deleted, undone or moved away
// is still told.
func TestHistoryKeepsWhatIsGone(t *testing.T) {
	d := imported(t)
	one, two := at(t, d, "ch1/art2/1").ID, at(t, d, "ch1/art2/2").ID
	made, err := d.Propose(ctx, data.Proposal{
		Provision: one, Kind: data.ProposalModify, Wording: data.Words{data.English: "old"}, Reasons: "why",
		Proponents: []data.Proponent{{Name: "Core group"}},
	})
	must(t, err)
	_, err = d.ChangeProposal(ctx, made.ID, func(p *data.Proposal) { p.Wording[data.English], p.Source = "new", "CRP.1" })
	must(t, err)
	must(t, d.WithdrawProposal(ctx, made.ID, true))
	must(t, d.WithdrawProposal(ctx, made.ID, false))
	must(t, d.DeleteProposal(ctx, made.ID))
	_, err = d.Undo(ctx)
	must(t, err)
	must(t, d.DeleteProposal(ctx, made.ID))
	_, err = d.Comment(ctx, one, data.Anchor{}, "undone")
	must(t, err)
	_, err = d.Undo(ctx)
	must(t, err)
	order, err := d.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{one}, Text: "moved away"})
	must(t, err)
	order.Provisions = []data.ID{two}
	_, err = d.SetInstruction(ctx, order)
	must(t, err)
	if len(d.Instructions(one)) != 0 || len(d.Instructions(two)) != 1 {
		t.Error("the instruction did not move")
	}
	told := func(p data.ID) (out []string) {
		events, err := d.History(p)
		must(t, err)
		for _, e := range events[1:] { // without the import
			out = append(out, strings.TrimPrefix(e.What, "event.")+"="+e.Before+">"+e.After)
		}
		return out
	}
	want := []string{
		"proposal.mod=>", "proposal.wording=>old", "proposal.reasons=>why", "proposal.changed=>", "proposal.wording=old>new",
		"proposal.withdrawn=>", "proposal.returned=>", "proposal.deleted=>", "proposal.restored=>", "proposal.deleted=>",
		"comment=>undone", "comment.deleted=undone>", "instruction=>moved away", "instruction=moved away>moved away",
	}
	if got := told(one); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := told(two); len(got) != 2 {
		t.Errorf("where the instruction moved to: %v", got)
	}
}

func TestPublicBriefHoldsNothingInternal(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	must(t, d.SetPosition(ctx, data.Position{
		Provision: p, Stance: data.StanceRedLine, InternalReasons: "the minister insists",
		Wording: data.Words{data.English: "shall"}, PublicReasons: data.Words{data.English: "clarity"},
	}))
	must(t, d.Submit(ctx, p))
	must(t, d.Approve(ctx, p, "well done"))
	must(t, d.SetPosition(ctx, data.Position{Provision: at(t, d, "ch1/art2/2").ID, Stance: data.StanceSupport}))
	brief, err := d.Public(desk.PublicOptions{Lang: data.English, Date: data.Date{Year: 2026, Month: time.May, Day: 4}}, "Nowhere")
	must(t, err)
	if len(brief.Lines) != 2 || brief.State != "Nowhere" {
		t.Fatalf("brief %+v", brief)
	}
	line := brief.Lines[0]
	if line.Stance != data.StanceOppose || line.Wording != "shall" || !line.Approval.Approved || len(line.Parents) != 2 {
		t.Errorf("line %+v", line)
	}
	approved, err := d.Public(desk.PublicOptions{Lang: data.English, ApprovedOnly: true}, "")
	must(t, err)
	if len(approved.Lines) != 1 {
		t.Errorf("%d lines where one is approved", len(approved.Lines))
	}
	fields := map[string]bool{}
	for _, s := range d.Secrets() {
		fields[s.Field+":"+s.Text] = s.Exact
	}
	if exact, ok := fields["field.member:A. Head"]; !ok || !exact {
		t.Error("the member's name is not guarded")
	}
	for _, key := range []string{"field.internal:the minister insists", "field.remark:well done"} {
		if _, ok := fields[key]; !ok {
			t.Errorf("%s is not guarded", key)
		}
	}
}
