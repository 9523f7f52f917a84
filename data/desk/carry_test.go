package desk_test

import (
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
)

// revise imports a later revision, the English draft with some words exchanged.
func revise(t testing.TB, d *desk.Desk, exchanged ...string) data.Revision {
	t.Helper()
	n := len(d.Revisions())
	r, err := d.Import(ctx, desk.Issue{
		Symbol: "L/1/Rev." + string(rune('0'+n)), Kind: data.RevisionRevised,
		Date: data.Date{Year: 2026, Month: time.May, Day: 1 + n},
	}, data.NoProgress{}, version(data.English, strings.NewReplacer(exchanged...).Replace(draftEnglish)))
	must(t, err)
	return r
}

func TestProvisionsKeepTheirIdentity(t *testing.T) {
	d := imported(t)
	duty, rest := at(t, d, "ch1/art2/1").ID, at(t, d, "ch1/art2/2").ID
	r := revise(t, d,
		"1. Every State Party", "1. This article applies to lanterns of every kind without distinction.\n\n2. Every State Party",
		"2. A keeper may rest at dawn.", "3. A keeper may rest at dawn.")
	if got := at(t, d, "ch1/art2/2").ID; got != duty {
		t.Error("the duty has another identity under its new number")
	}
	if got := at(t, d, "ch1/art2/3").ID; got != rest {
		t.Error("the rest has another identity under its new number")
	}
	kinds := map[data.PairKind]int{}
	for _, p := range d.Pairings(r.ID) {
		kinds[p.Kind]++
	}
	if kinds[data.PairRenumbered] != 2 || kinds[data.PairNew] != 1 || kinds[data.PairGone] != 0 {
		t.Errorf("pairs %v", kinds)
	}
}

func TestWhatAnnotationsBecome(t *testing.T) {
	d := imported(t)
	duty := at(t, d, "ch1/art2/1")
	start := strings.Index(duty.Text[data.English].Text, "lanterns")
	quoted, err := d.Comment(ctx, duty.ID, data.NewAnchor(data.English, duty.Text[data.English].Text, start, start+8), "which?")
	must(t, err)
	must(t, d.SetPosition(ctx, data.Position{Provision: duty.ID, Stance: data.StanceAmend}))
	must(t, d.Submit(ctx, duty.ID))
	must(t, d.Approve(ctx, duty.ID, ""))
	_, err = d.Propose(ctx, data.Proposal{Provision: duty.ID, Kind: data.ProposalSuppress, Proponents: []data.Proponent{{State: "EGY"}}})
	must(t, err)
	r := revise(t, d, "Every State Party shall ensure", "Each and every State Party shall, as far as practicable, ensure")
	if c := d.Comments(duty.ID)[0]; c.ID != quoted.ID || c.Anchor.Quote != "lanterns" || c.Anchor.Start != start+len("Each and every")-len("Every")+len(", as far as practicable,") {
		t.Errorf("the remark is at %+v", c.Anchor)
	}
	queue := d.Queue()
	if len(queue) != 1 || queue[0].Kind != data.AnnotationPosition || queue[0].Reason != "carry.reason.words-changed" {
		t.Fatalf("queue %+v", queue)
	}
	if n := d.CarryCounts(r.ID); n[data.CarryExact] != 1 || n[data.CarryMoved] != 1 || n[data.CarryPerson] != 1 {
		t.Errorf("counts %v", n)
	}
	if l := d.Lapsed(); len(l) != 1 || len(l[0].Why) != 1 || l[0].Why[0] != "lapse.text" {
		t.Errorf("lapsed %+v", l)
	}
	if c, ok := d.CarriedTo(data.AnnotationPosition, data.ID{}, duty.ID); !ok || c.Outcome != data.CarryPerson {
		t.Errorf("the position came here as %+v", c)
	}
	if _, ok := d.CarriedTo(data.AnnotationComment, quoted.ID, duty.ID); ok {
		t.Error("a remark on words that did not change is told of")
	}
	must(t, d.DecideCarried(ctx, queue[0], data.ChoiceGood))
	if s := d.Approval(duty.ID).State; s != data.ApprovalApproved {
		t.Errorf("the head found the position still good, and it is %s", s)
	}
	if len(d.Queue()) != 0 {
		t.Error("it is still in the queue")
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if s := d.Approval(duty.ID).State; s != data.ApprovalLapsed || len(d.Queue()) != 1 {
		t.Errorf("after undoing it is %s", s)
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if c := d.Comments(duty.ID)[0]; c.Anchor.Start != start || d.Approval(duty.ID).State != data.ApprovalApproved {
		t.Errorf("after undoing the import the remark is at %+v", c.Anchor)
	}
	_, err = d.Redo(ctx)
	must(t, err)
	if len(d.Queue()) != 1 || d.Comments(duty.ID)[0].Anchor.Start == start {
		t.Error("redoing the import does not bring back what it carried")
	}
}
