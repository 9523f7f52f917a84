package desk_test

import (
	"context"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/desk"
)

// inConflict are two laptops that have met after the first wrote one wording and
// the second, later, another, both on an agreed one.
func inConflict(t *testing.T, base, one, two string) *laptops {
	t.Helper()
	l := twoLaptops(t)
	put := func(d *desk.Desk, text string) {
		l.later()
		position(t, d, func(p *data.Position) { p.Wording[data.English] = text })
	}
	if base != "" {
		put(l.one, base)
		l.meet()
		must(t, l.two.WorkAs(l.delegate.ID))
	}
	put(l.one, one)
	put(l.two, two)
	l.meet()
	must(t, l.two.WorkAs(l.delegate.ID))
	return l
}

func onlyConflict(t *testing.T, d *desk.Desk) desk.Conflict {
	t.Helper()
	all := d.Conflicts()
	if len(all) != 1 {
		t.Fatalf("%d conflicts, want 1: %v", len(all), allTold(d))
	}
	return all[0]
}

func wordingOf(t *testing.T, d *desk.Desk) string {
	t.Helper()
	return d.Position(keeper(t, d)).Wording[data.English]
}

func TestTheLatestIsShownAndBothAreKeptUntilAPersonSettles(t *testing.T) {
	const base, one, two = "A keeper may rest.", "A keeper shall rest.", "A keeper should rest."
	for _, c := range []struct {
		name   string
		settle func(desk.Conflict) desk.Settled
		want   string
	}{
		{"the shown one holds", func(c desk.Conflict) desk.Settled { return desk.Settled{Keep: c.Versions[0].ID} }, two},
		{"the other one holds", func(c desk.Conflict) desk.Settled { return desk.Settled{Keep: c.Versions[1].ID} }, one},
		{"other words hold", func(desk.Conflict) desk.Settled { return desk.Settled{Text: "A keeper must rest.\n"} }, "A keeper must rest."},
		{"no words hold", func(desk.Conflict) desk.Settled { return desk.Settled{} }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := inConflict(t, base, one, two)
			if wordingOf(t, l.one) != two || wordingOf(t, l.two) != two {
				t.Fatalf("shown are %q and %q, the latest is %q", wordingOf(t, l.one), wordingOf(t, l.two), two)
			}
			x := onlyConflict(t, l.one)
			must(t, l.one.Settle(ctx, x, c.settle(x)))
			if got := wordingOf(t, l.one); got != c.want || len(l.one.Conflicts()) > 0 {
				t.Fatalf("%q holds with conflicts %v, want %q", got, allTold(l.one), c.want)
			}
			l.meet()
			if got := wordingOf(t, l.two); got != c.want || len(l.two.Conflicts()) > 0 {
				t.Errorf("elsewhere %q holds with conflicts %v", got, allTold(l.two))
			}
			history, err := l.two.History(keeper(t, l.two))
			must(t, err)
			kept := ""
			for _, e := range history {
				kept += e.After + "\n"
			}
			for _, words := range []string{base, one, two} {
				if !strings.Contains(kept, words) {
					t.Errorf("%q is not in the history any more", words)
				}
			}
		})
	}
}

func TestEditingTheShownVersionLeavesTheOtherInConflict(t *testing.T) {
	l := inConflict(t, "", "A keeper shall rest.", "A keeper should rest.")
	position(t, l.one, func(p *data.Position) { p.Wording[data.English] = "A keeper must rest." })
	c := onlyConflict(t, l.one)
	if c.Versions[0].Text != "A keeper must rest." || c.Versions[1].Text != "A keeper shall rest." {
		t.Errorf("versions %q", allTold(l.one))
	}
}

func TestSettlingIsRefused(t *testing.T) {
	l := inConflict(t, "A keeper may rest.", "A keeper shall rest.", "A keeper should rest.")
	c := onlyConflict(t, l.one)
	wantCode(t, l.one.Settle(ctx, c, desk.Settled{Merge: true}), desk.CodeConflictValue) // both changed one word
	wantCode(t, l.one.Settle(ctx, c, desk.Settled{Keep: [32]byte{1}}), desk.CodeConflictValue)
	must(t, l.two.WorkAs(l.delegate.ID))
	l.later()
	position(t, l.one, func(p *data.Position) { p.Wording[data.English] = "A keeper must rest." })
	wantCode(t, l.one.Settle(ctx, c, desk.Settled{Keep: c.Versions[0].ID}), desk.CodeConflictChanged)
	c = onlyConflict(t, l.one)
	adviser, err := l.one.SetMember(ctx, data.Member{Name: "C. Adviser", Role: data.RoleAdviser})
	must(t, err)
	must(t, l.one.WorkAs(adviser.ID))
	wantCode(t, l.one.Settle(ctx, c, desk.Settled{Keep: c.Versions[0].ID}), data.CodeForbidden)
	must(t, l.one.WorkAs(l.head.ID))
	must(t, l.one.Settle(ctx, c, desk.Settled{Keep: c.Versions[0].ID}))
	wantCode(t, l.one.Settle(ctx, c, desk.Settled{Keep: c.Versions[0].ID}), desk.CodeConflictChanged)
}

func TestAMergeIsProposedOutOfWhatBothChanged(t *testing.T) {
	const base = "Each Party shall let keepers rest at dawn and light the lanterns at dusk."
	const one = "Each State Party shall let keepers rest at dawn and light the lanterns at dusk."
	const two = "Each Party shall let keepers rest at dawn and light all lanterns at dusk."
	const both = "Each State Party shall let keepers rest at dawn and light all lanterns at dusk."
	l := inConflict(t, base, one, two)
	c := onlyConflict(t, l.two)
	m, ok := l.two.Merge(c)
	if !ok || m.Base != base || m.Text != both {
		t.Fatalf("merge %v of %q: %q", ok, m.Base, m.Text)
	}
	if wordingOf(t, l.two) != two || len(l.two.Conflicts()) != 1 {
		t.Fatal("the merge was applied by itself")
	}
	must(t, l.two.Settle(ctx, c, desk.Settled{Merge: true}))
	if wordingOf(t, l.two) != both || len(l.two.Conflicts()) > 0 {
		t.Errorf("settled as %q, conflicts %v", wordingOf(t, l.two), allTold(l.two))
	}
}

func TestWhatBothVersionsWereMadeOfIsFoundFarBack(t *testing.T) {
	l := inConflict(t, "Each Party shall rest at dawn.", "Each State Party shall rest at dawn.", "Each Party shall rest at noon.")
	l.later()
	position(t, l.one, func(p *data.Position) { p.Wording[data.English] = "Each Party shall rest at night." }) // on the shown one
	m, ok := l.one.Merge(onlyConflict(t, l.one))
	if !ok || m.Base != "Each Party shall rest at dawn." || m.Text != "Each State Party shall rest at night." {
		t.Errorf("merge %v of %q: %q", ok, m.Base, m.Text)
	}
}

func TestDetailsAreMergedEachByItself(t *testing.T) {
	l := twoLaptops(t)
	l.later()
	n := l.one.Negotiation()
	n.Title[data.French], n.Session = "Lanternes", data.Words{data.English: "Third session"}
	must(t, l.one.SetNegotiation(ctx, n))
	l.later()
	must(t, l.two.WorkAs(l.head.ID))
	n = l.two.Negotiation()
	n.Title[data.English], n.State = "Lanterns and lamps", "CHE"
	must(t, l.two.SetNegotiation(ctx, n))
	l.meet()
	c := onlyConflict(t, l.one)
	wantCode(t, l.one.Settle(ctx, c, desk.Settled{Text: "all of it"}), desk.CodeConflictValue)
	must(t, l.one.Settle(ctx, c, desk.Settled{Merge: true}))
	n = l.one.Negotiation()
	if n.Title[data.English] != "Lanterns and lamps" || n.Title[data.French] != "Lanternes" || n.State != "CHE" || n.Session[data.English] != "Third session" {
		t.Errorf("merged to %+v", n)
	}
}

func TestAnEditAgainstADeletion(t *testing.T) {
	for _, c := range []struct {
		name    string
		deleted bool // what a person decides
	}{{"the deletion holds", true}, {"the edit holds, and the proposal is whole again", false}} {
		t.Run(c.name, func(t *testing.T) {
			l := twoLaptops(t)
			p, err := l.one.Propose(ctx, data.Proposal{
				Provision: keeper(t, l.one), Kind: data.ProposalModify, Reasons: "Rest is due.",
				Wording: data.Words{data.English: "A keeper must rest.", data.French: "Le gardien doit se reposer."},
			})
			must(t, err)
			l.meet()
			l.later()
			_, err = l.one.ChangeProposal(ctx, p.ID, func(p *data.Proposal) { p.Wording[data.English] = "A keeper must sleep." })
			must(t, err)
			l.later()
			must(t, l.two.DeleteProposal(ctx, p.ID))
			l.meet()
			x := onlyConflict(t, l.one)
			if !x.Versions[0].Deleted || len(l.one.Proposals(keeper(t, l.one))) != 0 {
				t.Fatalf("the deletion is the latest and is not shown: %v", allTold(l.one))
			}
			if _, ok := l.one.Merge(x); ok {
				t.Error("an edit is merged with a deletion")
			}
			keep := x.Versions[1].ID
			if c.deleted {
				keep = x.Versions[0].ID
			}
			must(t, l.one.Settle(ctx, x, desk.Settled{Keep: keep}))
			list := l.one.Proposals(keeper(t, l.one))
			switch {
			case len(l.one.Conflicts()) > 0:
				t.Errorf("still in conflict: %v", allTold(l.one))
			case c.deleted && len(list) > 0:
				t.Errorf("the deleted proposal is back: %+v", list)
			case !c.deleted && (len(list) != 1 || list[0].Wording[data.English] != "A keeper must sleep." ||
				list[0].Wording[data.French] != "Le gardien doit se reposer." || list[0].Reasons != "Rest is due."):
				t.Errorf("what was edited is not whole: %+v", list)
			}
		})
	}
}

func TestTheSameWrittenTwiceIsNoConflictThen(t *testing.T) {
	l := inConflict(t, "", "A keeper shall rest.", "A keeper shall rest.")
	if got := allTold(l.one); got != nil {
		t.Fatalf("the same words are in conflict: %v", got)
	}
	position(t, l.one, func(p *data.Position) { p.Wording[data.English] = "A keeper must rest." })
	if got := allTold(l.one); got != nil || wordingOf(t, l.one) != "A keeper must rest." {
		t.Errorf("changing what both had written gives a conflict: %v", got)
	}
}

func TestNoApprovalOnAFieldInConflict(t *testing.T) {
	l := twoLaptops(t)
	position(t, l.one, func(p *data.Position) {
		p.Stance, p.Wording[data.English] = data.StanceAmend, "A keeper shall rest."
	})
	l.meet()
	must(t, l.two.WorkAs(l.delegate.ID))
	id := keeper(t, l.one)
	l.later()
	position(t, l.two, func(p *data.Position) { p.InternalReasons = "They are tired." })
	l.later()
	position(t, l.one, func(p *data.Position) { p.InternalReasons = "We are tired." })
	must(t, l.one.Submit(ctx, id))
	must(t, l.one.Approve(ctx, id, ""))
	l.meet()
	if l.one.Contested(id) || l.one.Approval(id).State != data.ApprovalApproved {
		t.Fatalf("internal reasons in conflict undo an approval that is not bound to them: %s", l.one.Approval(id).State)
	}
	l.later()
	position(t, l.two, func(p *data.Position) { p.Wording[data.English] = "A keeper should rest." })
	l.later()
	position(t, l.one, func(p *data.Position) { p.Wording[data.English] = "A keeper may always rest." })
	position(t, l.one, func(p *data.Position) { p.Wording[data.English] = "A keeper shall rest." }) // as it was approved
	if l.one.Approval(id).State != data.ApprovalApproved {
		t.Fatal("the approval does not hold before the laptops meet")
	}
	l.meet()
	if !l.one.Contested(id) || l.one.Approval(id).State != data.ApprovalLapsed {
		t.Fatalf("contested %v, approval %s", l.one.Contested(id), l.one.Approval(id).State)
	}
	if why := l.one.Lapsed()[0].Why; strings.Join(why, " ") != "lapse.contested" {
		t.Errorf("the approval lapsed because of %v", why)
	}
	must(t, l.one.Submit(ctx, id))
	wantCode(t, l.one.Approve(ctx, id, ""), desk.CodeContested)
	for _, c := range l.one.Conflicts() {
		must(t, l.one.Settle(ctx, c, desk.Settled{Keep: c.Versions[0].ID}))
	}
	must(t, l.one.Approve(ctx, id, ""))
	if l.one.Approval(id).State != data.ApprovalApproved {
		t.Error("not approved after it was settled")
	}
}

// TestVersionsThatSayNothing holds that a body of another version of the program
// is shown, not lost and not understood wrongly.
func TestVersionsThatSayNothing(t *testing.T) {
	l := twoLaptops(t)
	id := data.NewID()
	for i, m := range l.stores {
		_, err := m.Append(context.Background(), l.head.ID, change.Write{
			Kind: "novelty", Entity: id, Field: "body", Body: change.Marshal(map[int]int{1: i}),
		})
		must(t, err)
	}
	l.meet()
	if c := l.one.Conflicts(); len(c) > 1 || len(c) == 1 && len(c[0].Versions) != 2 {
		t.Errorf("conflicts %v", allTold(l.one))
	}
}
