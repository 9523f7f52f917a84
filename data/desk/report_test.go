package desk_test

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

func reportOn(lang data.Lang) desk.ReportOptions {
	return desk.ReportOptions{
		Lang: lang, Date: data.Date{Year: 2026, Month: 4, Day: 2}, StateName: "Velmora",
		Proponents: func(list []data.Proponent) (names string) {
			for _, p := range list {
				names += p.State
			}
			return names
		},
	}
}

// revised is a desk on the evening of a new revision: a position approved on a
// paragraph that changed, an instruction and a comment on one that is gone, and
// proposals, one of which was published.
func revised(t *testing.T) *desk.Desk {
	t.Helper()
	d := lanterns(t, lanternsZero)
	changed, gone := at(t, d, "art1/1").ID, at(t, d, "art3/1").ID
	must(t, d.SetPosition(ctx, data.Position{Provision: changed, Stance: data.StanceOppose, InternalReasons: "the minister insists on warmth"}))
	must(t, d.Submit(ctx, changed))
	must(t, d.Approve(ctx, changed, ""))
	_, err := d.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{gone}, Reference: "MFA/9", Text: "never agree to any sale of lanterns"})
	must(t, err)
	for _, p := range []data.Proposal{
		{Provision: changed, Kind: data.ProposalModify, Ours: true, Wording: data.Words{data.English: "“Lantern” means a device that gives light."}},
		{Provision: gone, Kind: data.ProposalSuppress, Proponents: []data.Proponent{{State: "NOR"}}, Source: "L/CRP.1"},
		{Provision: gone, Kind: data.ProposalSuppress, Proponents: []data.Proponent{{State: "CHE"}}, Source: "L/CRP.2"},
	} {
		_, err := d.Propose(ctx, p)
		must(t, err)
	}
	must(t, d.WithdrawProposal(ctx, d.Proposals(gone)[1].ID, true))
	must(t, d.SetTextState(ctx, at(t, d, "art2").ID, data.TextParked, ""))
	_, err = d.Import(ctx, desk.Issue{Symbol: "L/2", Date: data.Date{Year: 2026, Month: 4, Day: 1}}, data.NoProgress{}, version(data.English, lanternsRev))
	must(t, err)
	return d
}

func TestTheInternalReportHasWhatWaitsAndWhatLapsed(t *testing.T) {
	d := revised(t)
	r, c, err := d.InternalReport(ctx, reportOn(data.English))
	must(t, err)
	if r.Old.Symbol != "L/1" || r.New.Symbol != "L/2" || r.State != "Velmora" || len(c.Pairs) == 0 || len(r.NewPaths) != len(c.New) || len(r.Notes) != len(c.New) {
		t.Fatalf("%+v, %d pairs, %d of %d paths", r.PublicReport, len(c.Pairs), len(r.NewPaths), len(c.New))
	}
	if len(r.Lapsed) != 1 || r.Lapsed[0].Path != "art1/1" || len(r.Lapsed[0].Why) == 0 || r.Lapsed[0].Approved.IsZero() {
		t.Errorf("lapsed %+v", r.Lapsed)
	}
	var said []string
	for _, x := range append(r.Waiting, r.Orphans...) {
		said = append(said, string(x.Kind)+" "+x.From+": "+x.Says)
	}
	if all := strings.Join(said, "\n"); !strings.Contains(all, "instruction art3/1: never agree to any sale of lanterns") {
		t.Errorf("waits or lost:\n%s", all)
	}
	if len(r.Taken) != 3 {
		t.Errorf("%d proposals, want all three", len(r.Taken))
	}
	noted := false
	for i, list := range r.Notes {
		for _, n := range list {
			noted = noted || r.NewPaths[i] == "art1/1" && n.Stance == data.StanceOppose && n.State == data.ApprovalLapsed && n.Says == "the minister insists on warmth"
		}
	}
	if !noted {
		t.Errorf("no note on our position: %+v", r.Notes)
	}
	if len(r.LastToObject) != 1 || r.LastToObject[0].Path != "art1" || r.LastToObject[0].Ours[0].Stance != data.StanceOppose {
		t.Errorf("last to object %+v", r.LastToObject)
	}
	last := r.Converging.Totals[1]
	if last.Brackets != 1 || last.Open != 3 { // one in brackets, two where article 2 was set aside
		t.Errorf("converging %+v", last)
	}
}

func TestThePublicReportHasOnlyWhatWasPublished(t *testing.T) {
	d := revised(t)
	must(t, d.SetTextState(ctx, at(t, d, "art4").ID, data.TextReopened, ""))
	must(t, d.SetTextState(ctx, at(t, d, "art1/1").ID, data.TextDeleted, ""))
	r, _, err := d.PublicReport(ctx, reportOn(data.English))
	must(t, err)
	if len(r.Taken) != 1 || r.Taken[0].Source != "L/CRP.1" || r.Taken[0].By != "NOR" || r.Taken[0].Path != "art3/1" || r.Taken[0].Uptake != data.UptakeOver {
		t.Errorf("taken %+v", r.Taken)
	}
	if got := r.Converging.Totals[1].Open; got != 3 { // brackets and alternatives, whatever we took down
		t.Errorf("%d open, want what anybody can count", got)
	}
	internal, _, err := d.InternalReport(ctx, reportOn(data.English))
	must(t, err)
	if got := internal.Converging.Totals[1].Open; got != 3 {
		t.Errorf("%d open for us, want what was reopened as well, and not what was deleted", got)
	}
}

func TestAReportNeedsTwoRevisions(t *testing.T) {
	d := lanterns(t, lanternsZero)
	_, _, err := d.PublicReport(ctx, reportOn(data.English))
	wantCode(t, err, desk.CodeOneRevision)
	empty, _, _ := newDesk(t)
	_, _, err = empty.InternalReport(ctx, reportOn(data.English))
	wantCode(t, err, desk.CodeNoText)
}

func TestAReportComparesInALanguageThatBothTextsHave(t *testing.T) {
	r, c, err := revised(t).PublicReport(ctx, reportOn(data.Arabic))
	must(t, err)
	if r.Lang != data.Arabic || len(c.New) == 0 || c.New[0].Text == "" && c.New[0].Heading == "" {
		t.Errorf("%s, %d paragraphs", r.Lang, len(c.New))
	}
}
