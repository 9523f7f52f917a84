package desk_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
)

const beforeKinds = `Draft Convention on Lanterns

Have agreed as follows:

Article 1
Duties

1. Every keeper shall inspect the lantern at dusk and note the state of the wick in the common register.

2. The oil used in lanterns shall be of a quality that does not harm birds, fish or the persons who live nearby.

3. A lantern that stands on a rock shall be lit before any other lantern of the same coast is lit.

4. States Parties shall publish each year a map that shows all lanterns on their coasts and islands.

Article 2
Keepers

1. A keeper shall be trained for two years by an older keeper of good repute. The training shall include the repair of glass, the trimming of wicks and the reading of weather signs.

2. Two keepers of one lantern shall share the watches of the night in equal parts.

3. No keeper shall hold the watch for more than six hours without a rest of four hours.

4. The widow of a keeper may remain in the house of the lantern for one winter.

Article 3
Final clauses

1. The depositary of this Convention shall be the Guild of Lanterns.
`

// Article 1: 1 stays, 2 changes, 3 is renumbered by a new one before it, 4 moves
// to article 3. Article 2: 1 is split, 2 and 3 are merged, 4 is gone.
const afterKinds = `Draft Convention on Lanterns

Have agreed as follows:

Article 1
Duties

1. Every keeper shall inspect the lantern at dusk and note the state of the wick in the common register.

2. The oil used in lanterns should be of a quality that does not harm birds, seals or the persons who live nearby.

3. Matches, flints and other means of kindling are to be kept dry in boxes made from tin.

4. A lantern that stands on a rock shall be lit before any other lantern of the same coast is lit.

Article 2
Keepers

1. A keeper shall be trained for two years by an older keeper of good repute.

2. The training shall include the repair of glass, the trimming of wicks and the reading of weather signs.

3. Two keepers of one lantern shall share the watches of the night in equal parts. No keeper shall hold the watch for more than six hours without a rest of four hours.

Article 3
Final clauses

1. The depositary of this Convention shall be the Guild of Lanterns.

2. States Parties shall publish each year a map that shows all lanterns on their coasts and islands.
`

// kindPaths are the provisions that become something else, by what they become.
var kindPaths = map[data.PairKind][2]string{ // path before, path after
	data.PairUnchanged:  {"art1/1", "art1/1"},
	data.PairChanged:    {"art1/2", "art1/2"},
	data.PairRenumbered: {"art1/3", "art1/4"},
	data.PairMoved:      {"art1/4", "art3/2"},
	data.PairSplit:      {"art2/1", "art2/2"},
	data.PairMerged:     {"art2/3", "art2/3"}, // it brings most words
	data.PairGone:       {"art2/4", ""},
}

func importKinds(t testing.TB, d *desk.Desk, n int, content string) data.Revision {
	t.Helper()
	r, err := d.Import(ctx, desk.Issue{Symbol: fmt.Sprint("K/", n), Date: data.Date{Year: 2026, Month: time.June, Day: n}}, data.NoProgress{}, version(data.English, content))
	must(t, err)
	return r
}

// annotated are the annotations of every kind on one provision.
type annotated struct {
	remark, whole, order, ours, theirs, fine, state, view data.ID
}

// annotate puts an annotation of every kind on a provision. quote is what the
// remark is about.
func annotate(t testing.TB, d *desk.Desk, p data.Provision, quote string) annotated {
	t.Helper()
	text := p.Text[data.English].Text
	before, _, found := strings.Cut(text, quote)
	if !found {
		t.Fatalf("%q does not stand in %q", quote, text)
	}
	c, err := d.Comment(ctx, p.ID, data.NewAnchor(data.English, text, len(before), len(before)+len(quote)), "on words")
	must(t, err)
	_, err = d.Reply(ctx, c.ID, "an answer")
	must(t, err)
	w, err := d.Comment(ctx, p.ID, data.Anchor{}, "on all of it")
	must(t, err)
	i, err := d.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{p.ID}, Text: "hold the line"})
	must(t, err)
	must(t, d.SetPosition(ctx, data.Position{Provision: p.ID, Stance: data.StanceAmend, InternalReasons: p.Path}))
	must(t, d.Submit(ctx, p.ID))
	must(t, d.Approve(ctx, p.ID, ""))
	ours, err := d.Propose(ctx, data.Proposal{Provision: p.ID, Kind: data.ProposalModify, Ours: true, Wording: english(text + " At once.")})
	must(t, err)
	theirs, err := d.Propose(ctx, data.Proposal{Provision: p.ID, Kind: data.ProposalSuppress, Proponents: []data.Proponent{{State: "EGY"}}})
	must(t, err)
	x, err := d.SetLiveWith(ctx, data.LiveWith{Provision: p.ID, Lang: data.English, Sentence: "Anything."})
	must(t, err)
	views, err := d.RecordViews(ctx, []data.View{
		{Provision: p.ID, By: data.Speaker{Code: "EGY", For: "nam"}, Attitude: data.AttitudeOppose},
		{Provision: p.ID, Proposal: theirs.ID, By: data.Speaker{Code: "KEN"}, Attitude: data.AttitudeSupport},
	})
	must(t, err)
	must(t, d.SetTextState(ctx, p.ID, data.TextDiscussed, ""))
	must(t, d.SetTextState(ctx, p.ID, data.TextAdReferendum, ""))
	return annotated{c.ID, w.ID, i.ID, ours.ID, theirs.ID, x.ID, d.TextSteps(p.ID)[1].ID, views[0].ID}
}

// outcomesOf are those of Carried by kind of annotation; what is not in it is
// exact.
func outcomesOf(list []data.Carried, entities ...data.ID) map[data.ID]data.CarryOutcome {
	out := map[data.ID]data.CarryOutcome{}
	for _, c := range list {
		for _, id := range entities {
			if c.Entity == id {
				out[id] = c.Outcome
			}
		}
	}
	return out
}

func TestEveryKindOfPairAndOfAnnotation(t *testing.T) {
	const exact, moved, person, orphan = data.CarryExact, data.CarryMoved, data.CarryPerson, data.CarryOrphan
	for kind, want := range map[data.PairKind]struct {
		quote, quoteNow        string
		part                   string // path of what the quoted words stand in now, if elsewhere
		remark, whole, holding data.CarryOutcome
		fine, theirs, state    data.CarryOutcome
	}{
		data.PairUnchanged:  {"dusk", "dusk", "", exact, exact, exact, exact, exact, exact},
		data.PairChanged:    {"birds, fish or", "birds, seals or", "", moved, moved, person, person, moved, moved},
		data.PairRenumbered: {"rock", "rock", "", exact, exact, exact, exact, exact, exact},
		data.PairMoved:      {"a map", "a map", "", exact, exact, exact, exact, exact, exact},
		data.PairSplit:      {"older keeper", "older keeper", "art2/1", exact, moved, person, person, moved, moved},
		data.PairMerged:     {"six hours", "six hours", "", exact, moved, person, person, moved, moved},
		data.PairGone:       {"widow", "widow", "", orphan, orphan, orphan, orphan, orphan, orphan},
	} {
		t.Run(string(kind), func(t *testing.T) {
			d, v, _ := newDesk(t)
			importKinds(t, d, 1, beforeKinds)
			p := at(t, d, kindPaths[kind][0])
			a := annotate(t, d, p, want.quote)
			units := 9
			r := importKinds(t, d, 2, afterKinds)
			check := func(d *desk.Desk) {
				t.Helper()
				list := d.Carried(r.ID)
				if kind == data.PairGone {
					list = d.Orphans()
				}
				got := outcomesOf(list, a.remark, a.whole, a.order, a.ours, a.theirs, a.fine, p.ID, a.state, a.view)
				for _, x := range []struct {
					what    string
					entity  data.ID
					outcome data.CarryOutcome
				}{
					{"remark on words", a.remark, want.remark},
					{"remark on the whole", a.whole, want.whole},
					{"instruction", a.order, want.holding},
					{"position", p.ID, want.holding},
					{"our proposal", a.ours, want.holding},
					{"their proposal", a.theirs, want.theirs},
					{"what we can live with", a.fine, want.fine},
					{"state", a.state, want.state},
					{"views", a.view, want.theirs},
				} {
					o := got[x.entity]
					if o == "" {
						o = exact
					}
					if o != x.outcome {
						t.Errorf("%s: %s, want %s", x.what, o, x.outcome)
					}
				}
				sum := 0
				for _, n := range d.CarryCounts(r.ID) {
					sum += n
				}
				if sum != units {
					t.Errorf("%d annotations came out, %d went in: %v", sum, units, d.CarryCounts(r.ID))
				}
				if kind == data.PairGone {
					if d.Position(p.ID).Stance != data.StanceAmend || len(d.Comments(p.ID)) != 2 || len(d.Proposals(p.ID)) != 2 || len(d.Views(p.ID)) != 2 {
						t.Error("what was on a provision that is gone cannot be read any more")
					}
					return
				}
				now := at(t, d, kindPaths[kind][1])
				if now.ID != p.ID {
					t.Fatalf("%s has another identity", kindPaths[kind][1])
				}
				on := now
				if want.part != "" {
					on = at(t, d, want.part)
				}
				thread := threadOf(t, d, on.ID, a.remark)
				if text := on.Text[data.English].Text; thread.Anchor.Quote != want.quoteNow || text[thread.Anchor.Start:thread.Anchor.End] != want.quoteNow || len(thread.Replies) != 1 {
					t.Errorf("the remark is on %q with %d answers", thread.Anchor.Quote, len(thread.Replies))
				}
				if d.Position(now.ID).Stance != data.StanceAmend || len(d.Instructions(now.ID)) != 1 || len(d.Proposals(now.ID)) != 2 ||
					len(d.LiveWith(now.ID)) != 1 || len(d.Views(now.ID)) != 2 || len(d.TextSteps(now.ID)) != 2 {
					t.Error("something is not shown at its place")
				}
			}
			check(d)
			again, err := desk.Open(ctx, v)
			must(t, err)
			check(again)
			_, err = d.Undo(ctx)
			must(t, err)
			if c := threadOf(t, d, p.ID, a.remark); c.Anchor.Quote != want.quote || d.Approval(p.ID).State != data.ApprovalApproved {
				t.Error("undoing the import does not put everything back")
			}
			_, err = d.Redo(ctx)
			must(t, err)
			check(d)
		})
	}
}

// threadOf is a thread on a provision.
func threadOf(t testing.TB, d *desk.Desk, provision, id data.ID) desk.Thread {
	t.Helper()
	for _, x := range d.Comments(provision) {
		if x.ID == id {
			return x
		}
	}
	t.Fatal("the remark is not there")
	return desk.Thread{}
}

func TestApprovalsAfterARevision(t *testing.T) {
	d, _, _ := newDesk(t)
	importKinds(t, d, 1, beforeKinds)
	of := map[data.PairKind]data.ID{}
	for kind, paths := range kindPaths {
		p := at(t, d, paths[0])
		of[kind] = p.ID
		annotate(t, d, p, "e")
	}
	importKinds(t, d, 2, afterKinds)
	got := map[data.ID]desk.Lapse{}
	for _, x := range d.Lapsed() {
		got[x.Provision] = x
	}
	for kind, why := range map[data.PairKind]string{
		data.PairChanged: "lapse.text", data.PairRenumbered: "lapse.number", data.PairMoved: "lapse.number",
		data.PairSplit: "lapse.number lapse.text", data.PairMerged: "lapse.text",
	} {
		x := got[of[kind]]
		if strings.Join(x.Why, " ") != why || x.OnlyNumber != (why == "lapse.number") || x.Was.Stance != data.StanceAmend {
			t.Errorf("%s: lapsed for %v", kind, x.Why)
		}
	}
	if len(got) != 5 {
		t.Errorf("%d lapsed", len(got))
	}

	head := d.Me()
	other, err := d.SetMember(ctx, data.Member{Name: "B. Other", Role: data.RoleDelegate})
	must(t, err)
	must(t, d.WorkAs(other.ID))
	wantCode(t, d.Reapprove(ctx, of[data.PairRenumbered]), desk.CodeNotHead)
	must(t, d.WorkAs(head.ID))
	wantCode(t, d.Reapprove(ctx, of[data.PairRenumbered], of[data.PairChanged]), desk.CodeMoreThanNumber)
	wantCode(t, d.Reapprove(ctx, of[data.PairUnchanged]), desk.CodeMoreThanNumber)
	must(t, d.Reapprove(ctx, of[data.PairRenumbered], of[data.PairMoved], of[data.PairMoved]))
	for _, kind := range []data.PairKind{data.PairRenumbered, data.PairMoved} {
		if a := d.Approval(of[kind]); a.State != data.ApprovalApproved || len(a.Decisions) != 3 {
			t.Errorf("%s: %s after %d decisions", kind, a.State, len(a.Decisions))
		}
	}
	title, err := d.Undo(ctx)
	must(t, err)
	if title != "act.reapprove" || len(d.Lapsed()) != 5 {
		t.Errorf("undoing %s leaves %d lapsed", title, len(d.Lapsed()))
	}
}
