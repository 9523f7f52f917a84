package approvals

import (
	"context"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/vault"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

var ctx = context.Background()

// inbox is a page on which two positions await the head: a new one, and one of
// which the substance was approved before.
func inbox(t *testing.T, lang string) (*roomtest.Bench, *Page, map[string]data.ID) {
	t.Helper()
	b := roomtest.New(t, lang)
	b.Import(t, "L/1", data.English, roomtest.English)
	text, err := b.Desk.Current()
	roomtest.Must(t, err)
	ids := map[string]data.ID{}
	for _, p := range text.Provisions {
		if len(ids) < 2 && p.Text[data.English].Text != "" {
			name := []string{"fresh", "same"}[len(ids)]
			ids[name] = p.ID
			roomtest.Must(t, b.Desk.SetPosition(ctx, data.Position{Provision: p.ID, Stance: data.StanceAmend, Wording: data.Words{data.English: "Our words."}}))
			roomtest.Must(t, b.Desk.Submit(ctx, p.ID))
		}
	}
	roomtest.Must(t, b.Desk.Approve(ctx, ids["same"], ""))
	roomtest.Must(t, b.Desk.Submit(ctx, ids["same"]))
	return b, Show(b.Room), ids
}

func TestLettingPassByKeys(t *testing.T) {
	b, p, ids := inbox(t, "en")
	if len(p.all) != 2 || p.all[0].Group != desk.AwaitingNew || p.all[1].Group != desk.AwaitingSame {
		t.Fatalf("awaiting %+v", p.all)
	}
	if !p.key(passKey) || b.Desk.Approval(ids["fresh"]).State != data.ApprovalApproved {
		t.Errorf("the key did not approve: %s", b.Desk.Approval(ids["fresh"]).State)
	}
	if !p.same.Visible() || !p.key(sameKey) || b.Desk.Approval(ids["same"]).State != data.ApprovalApproved {
		t.Error("what is unchanged was not approved")
	}
	if len(p.all) != 0 || !p.none.Visible() || p.detail.body.Visible() {
		t.Errorf("%d are left", len(p.all))
	}
	if p.key(fyne.KeyZ) {
		t.Error("takes a key for which it has no use")
	}
}

func TestReturningNeedsARemarkThatIsKept(t *testing.T) {
	b, p, ids := inbox(t, "en")
	p.key(backKey)
	if b.Desk.Approval(ids["fresh"]).State != data.ApprovalSubmitted {
		t.Fatal("returned without a remark")
	}
	p.detail.remark.SetText("Say why.")
	p.typed("Say why.")
	p.choose(1)
	if p.detail.remark.Text() != "" {
		t.Error("the remark on another position is shown")
	}
	p.choose(0)
	if p.detail.remark.Text() != "Say why." {
		t.Errorf("the remark was not kept: %q", p.detail.remark.Text())
	}
	p.giveBack()
	if a := b.Desk.Approval(ids["fresh"]); a.State != data.ApprovalReturned || a.Decisions[len(a.Decisions)-1].Remark != "Say why." {
		t.Errorf("%s", a.State)
	}
}

// TestWhatChangedSinceItWasShownIsNotLetPass: changes of another laptop come while
// the page is looked at.
func TestWhatChangedSinceItWasShownIsNotLetPass(t *testing.T) {
	b, p, ids := inbox(t, "en")
	roomtest.Must(t, b.Desk.ChangePosition(ctx, ids["fresh"], func(x *data.Position) { x.Stance = data.StanceOppose }))
	p.key(passKey)
	if s := b.Desk.Approval(ids["fresh"]).State; s != data.ApprovalSubmitted {
		t.Errorf("words that were not seen are %s", s)
	}
}

func TestTheHeadSetsTheProcedure(t *testing.T) {
	b, p, ids := inbox(t, "en")
	for _, c := range p.steps.checks {
		c.SetTicked(true)
	}
	p.steps.eyes.SetTicked(true)
	p.steps.store()
	if got := b.Desk.Procedure(); len(got.Steps) != 4 || !got.FourEyes {
		t.Fatalf("procedure %+v", got)
	}
	if got := b.Desk.Approval(ids["fresh"]).Awaits; got != data.StepExpert {
		t.Errorf("awaits %s", got)
	}
	p.Refresh()
	if !strings.Contains(p.steps.says.Text, b.Room.Loc.Name("approval-step", "legal")) {
		t.Errorf("the page says %q", p.steps.says.Text)
	}
}
