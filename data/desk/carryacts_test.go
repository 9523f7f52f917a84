package desk_test

import (
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
)

// crossed imports the two revisions of all kinds, with annotations in between on
// the provisions at those paths of the first.
func crossed(t testing.TB, annotations func(d *desk.Desk), paths ...string) (d *desk.Desk, reopen func() *desk.Desk, ids []data.ID) {
	t.Helper()
	d, v, _ := newDesk(t)
	importKinds(t, d, 1, beforeKinds)
	for _, path := range paths {
		ids = append(ids, at(t, d, path).ID)
	}
	annotations(d)
	importKinds(t, d, 2, afterKinds)
	return d, func() *desk.Desk {
		again, err := desk.Open(ctx, v)
		must(t, err)
		return again
	}, ids
}

func carriedOf(t testing.TB, list []data.Carried, entity data.ID) data.Carried {
	t.Helper()
	for _, c := range list {
		if c.Entity == entity {
			return c
		}
	}
	t.Fatal("it was not carried")
	return data.Carried{}
}

func TestOfTwoPositionsOneWaitsBesideTheOther(t *testing.T) {
	var a annotated
	d, reopen, ids := crossed(t, func(d *desk.Desk) {
		a = annotate(t, d, at(t, d, "art2/2"), "equal parts")
		annotate(t, d, at(t, d, "art2/3"), "six hours")
	}, "art2/2", "art2/3", "art1/1")
	share, watch := ids[0], ids[1]
	check := func(d *desk.Desk) {
		t.Helper()
		if got := d.Position(watch).InternalReasons; got != "art2/3" {
			t.Errorf("the position in force is that on %s", got)
		}
		c := carriedOf(t, d.Queue(), share)
		if c.To != watch || c.Reason != "carry.reason.occupied" || c.From != share {
			t.Errorf("the other one: %+v", c)
		}
		if s := carriedOf(t, d.Queue(), a.state); s.Kind != data.AnnotationTextState || s.Reason != "carry.reason.occupied" || len(d.TextSteps(watch)) != 2 {
			t.Errorf("the state: %+v", s)
		}
		if len(d.Comments(watch)) != 4 || len(d.Proposals(watch)) != 4 || threadOf(t, d, watch, a.remark).Anchor.Quote != "equal parts" {
			t.Error("remarks and proposals of both do not stand together")
		}
		if len(d.Orphans()) != 0 {
			t.Errorf("orphans: %+v", d.Orphans())
		}
	}
	check(d)
	check(reopen())
	c := carriedOf(t, d.Queue(), share)
	wantCode(t, d.PlaceCarried(ctx, c, watch), desk.CodeOccupied)
	elsewhere := ids[2]
	answer, err := d.Reply(ctx, a.remark, "given on the new text")
	must(t, err)
	must(t, d.PlaceCarried(ctx, carriedOf(t, append(d.Carried(c.Revision), data.Carried{Kind: data.AnnotationComment, Entity: a.whole, Revision: c.Revision, From: share}), a.whole), elsewhere))
	must(t, d.PlaceCarried(ctx, data.Carried{Kind: data.AnnotationComment, Entity: a.remark, Revision: c.Revision, From: share}, elsewhere))
	if x := threadOf(t, d, elsewhere, a.remark); len(x.Replies) != 2 || x.Replies[1].ID != answer.ID || x.Anchor.Quote != "equal parts" {
		t.Errorf("a thread that was placed: %+v", x)
	}
	for range 3 {
		_, err := d.Undo(ctx)
		must(t, err)
	}
	must(t, d.PlaceCarried(ctx, c, elsewhere))
	for _, d := range []*desk.Desk{d, reopen()} {
		if p := d.Position(elsewhere); p.InternalReasons != "art2/2" || p.Provision != elsewhere {
			t.Errorf("placed: %+v", p)
		}
		if a := d.Approval(elsewhere); a.State != data.ApprovalLapsed || len(a.Decisions) != 2 {
			t.Errorf("its approval did not come along: %s after %d decisions", a.State, len(a.Decisions))
		}
		if x := carriedOf(t, d.Carried(c.Revision), share); x.Outcome != data.CarryMoved || x.Reason != "carry.reason.placed" || x.By.IsZero() {
			t.Errorf("placed, it is %+v", x)
		}
	}
	must(t, d.ChangePosition(ctx, elsewhere, func(p *data.Position) { p.InternalReasons = "changed" }))
	if d.Position(elsewhere).InternalReasons != "changed" || d.Position(watch).InternalReasons != "art2/3" {
		t.Error("a position that was placed is changed at another place")
	}
	_, err = d.Undo(ctx)
	must(t, err)
	_, err = d.Undo(ctx)
	must(t, err)
	check(d)
}

func TestAnOrphanIsPlaced(t *testing.T) {
	var a annotated
	d, reopen, ids := crossed(t, func(d *desk.Desk) { a = annotate(t, d, at(t, d, "art2/4"), "widow") }, "art2/4", "art1/1")
	gone, here := ids[0], ids[1]
	if n := len(d.Orphans()); n != 9 || len(d.Queue()) != 0 {
		t.Fatalf("%d orphans, %d in the queue", n, len(d.Queue()))
	}
	for _, c := range d.Orphans() {
		if c.From != gone || !c.To.IsZero() || c.Outcome != data.CarryOrphan {
			t.Errorf("orphan %+v", c)
		}
		must(t, d.PlaceCarried(ctx, c, here))
	}
	for _, d := range []*desk.Desk{d, reopen()} {
		if len(d.Orphans()) != 0 || len(d.Comments(here)) != 2 || len(threadOf(t, d, here, a.remark).Replies) != 1 || len(d.Proposals(here)) != 2 ||
			len(d.TextSteps(here)) != 2 || len(d.Instructions(here)) != 1 || len(d.LiveWith(here)) != 1 || d.Position(here).InternalReasons != "art2/4" {
			t.Error("not everything is at its new place")
		}
	}
	if c := threadOf(t, d, here, a.remark); c.Anchor.Start != c.Anchor.End || c.Anchor.Quote != "widow" {
		t.Errorf("it keeps its quotation: %+v", c.Anchor)
	}
	for range 9 {
		_, err := d.Undo(ctx)
		must(t, err)
	}
	if n := len(d.Orphans()); n != 9 {
		t.Errorf("after undoing it all: %d orphans", n)
	}
	must(t, d.DecideCarried(ctx, d.Orphans()[0], data.ChoiceGood))
	if x := d.Orphans()[0]; len(d.Orphans()) != 9 || x.Choice != data.ChoiceGood {
		t.Errorf("an orphan that was dealt with: %+v", x)
	}
}

func TestTheHeadDecidesWhatWasEscalated(t *testing.T) {
	d, reopen, ids := crossed(t, func(d *desk.Desk) { annotate(t, d, at(t, d, "art1/2"), "birds") }, "art1/2")
	head := d.Me()
	other, err := d.SetMember(ctx, data.Member{Name: "B. Other", Role: data.RoleDelegate})
	must(t, err)
	must(t, d.WorkAs(other.ID))
	waiting := len(d.Queue())
	c := carriedOf(t, d.Queue(), ids[0])
	must(t, d.DecideCarried(ctx, c, data.ChoiceEscalate))
	if n := len(d.Queue()); n != waiting-1 {
		t.Errorf("%d wait for the delegate, want %d", n, waiting-1)
	}
	wantCode(t, d.DecideCarried(ctx, c, data.ChoiceGood), desk.CodeNotHead)
	for _, x := range d.Queue() {
		must(t, d.DecideCarried(ctx, x, data.ChoiceAdapt))
	}
	must(t, d.WorkAs(head.ID))
	for _, d := range []*desk.Desk{d, reopen()} {
		if q := d.Queue(); len(q) != 1 || q[0].Choice != data.ChoiceEscalate || q[0].By != other.ID {
			t.Errorf("for the head waits %+v", q)
		}
	}
	must(t, d.DecideCarried(ctx, c, data.ChoiceGood))
	if len(d.Queue()) != 0 || d.Approval(ids[0]).State != data.ApprovalApproved {
		t.Errorf("the head decided, and it is %s", d.Approval(ids[0]).State)
	}
	wantCode(t, d.DecideCarried(ctx, data.Carried{Entity: data.NewID(), Revision: c.Revision}, data.ChoiceGood), data.CodeNotFound)
	if err := d.DecideCarried(ctx, c, "maybe"); data.CodeOf(err) != data.CodeInput {
		t.Errorf("a choice that does not exist gives %v", err)
	}
}

func TestADelegateSubmitsAgainWhatIsStillGood(t *testing.T) {
	d, _, ids := crossed(t, func(d *desk.Desk) { annotate(t, d, at(t, d, "art1/2"), "birds") }, "art1/2")
	other, err := d.SetMember(ctx, data.Member{Name: "B. Other", Role: data.RoleDelegate})
	must(t, err)
	must(t, d.WorkAs(other.ID))
	must(t, d.DecideCarried(ctx, carriedOf(t, d.Queue(), ids[0]), data.ChoiceGood))
	if s := d.Approval(ids[0]).State; s != data.ApprovalSubmitted {
		t.Errorf("it is %s", s)
	}
}

func TestPairingAnew(t *testing.T) {
	var oil, rock annotated
	d, reopen, ids := crossed(t, func(d *desk.Desk) {
		oil = annotate(t, d, at(t, d, "art1/2"), "oil used")
		rock = annotate(t, d, at(t, d, "art1/3"), "rock")
	}, "art1/2", "art1/3")
	oilID, rockID := ids[0], ids[1]
	matches := at(t, d, "art1/3") // new in the second revision
	fresh, err := d.Comment(ctx, matches.ID, data.Anchor{}, "made on the new text")
	must(t, err)
	made, err := d.Comment(ctx, oilID, data.Anchor{}, "made on the new words for oil")
	must(t, err)
	answer, err := d.Reply(ctx, oil.whole, "given on the new text")
	must(t, err)
	must(t, d.SetPosition(ctx, data.Position{Provision: matches.ID, Stance: data.StanceOppose, InternalReasons: "on matches"}))
	before := seen(t, d)
	events, err := d.History(oilID)
	must(t, err)

	// In truth, what is said of oil is continued by what is said of matches.
	r := d.Revisions()[1].ID
	must(t, d.Repair(ctx, r, []data.ID{oilID}, []data.ID{matches.ID}))
	for name, d := range map[string]*desk.Desk{"the same desk": d, "a desk read anew": reopen()} {
		now, other := at(t, d, "art1/3"), at(t, d, "art1/2")
		if now.ID != oilID || other.ID == oilID || other.ID == matches.ID {
			t.Fatalf("%s: identities do not follow", name)
		}
		txt, err := d.Current()
		must(t, err)
		if p, ok := txt.Find(matches.ID); !ok || p.ID != oilID {
			t.Errorf("%s: not found under the identity it had", name)
		}
		if len(d.Comments(matches.ID)) != 3 || d.Position(matches.ID).InternalReasons != "art1/2" {
			t.Errorf("%s: what is on it is not found under the identity it had", name)
		}
		if len(d.Comments(oilID)) != 3 || threadOf(t, d, oilID, fresh.ID).Text == "" || threadOf(t, d, oilID, oil.whole).Text == "" {
			t.Errorf("%s: remarks on the old provision and on the new text do not stand together", name)
		}
		if x := threadOf(t, d, oilID, oil.whole); len(x.Replies) != 1 || x.Replies[0].ID != answer.ID {
			t.Errorf("%s: an answer has lost its thread", name)
		}
		if got := d.Comments(other.ID); len(got) != 1 || got[0].ID != made.ID {
			t.Errorf("%s: what was made on the other words is at %+v", name, got)
		}
		if p := d.Position(oilID); p.InternalReasons != "art1/2" {
			t.Errorf("%s: the position is %q", name, p.InternalReasons)
		}
		if c := carriedOf(t, d.Queue(), matches.ID); c.To != oilID || c.Reason != "carry.reason.occupied" {
			t.Errorf("%s: the position made on the new text is %+v", name, c)
		}
		if !d.Position(other.ID).IsZero() {
			t.Errorf("%s: there is a position on the other words", name)
		}
		if c := threadOf(t, d, oilID, oil.remark); c.Anchor.Quote != "oil used" || c.Anchor.Start != c.Anchor.End {
			t.Errorf("%s: its words are gone: %+v", name, c.Anchor)
		}
		if c := threadOf(t, d, rockID, rock.remark); c.Anchor.Quote != "rock" {
			t.Errorf("%s: another provision is concerned", name)
		}
		if len(d.Orphans()) != 0 {
			t.Errorf("%s: orphans %+v", name, d.Orphans())
		}
		told := false
		h, err := d.History(oilID)
		must(t, err)
		for _, e := range h {
			told = told || e.What == "event.pairing.repaired"
			if strings.Contains(e.After, "seals") {
				t.Errorf("%s: its history has words that it does not continue with", name)
			}
		}
		if !told {
			t.Errorf("%s: its history does not say so", name)
		}
	}
	for _, p := range d.Pairings(r) {
		if len(p.New) == 1 && p.New[0] == oilID && (!p.Confirmed || p.Doubtful || p.By != d.Me().ID || len(p.Old) != 1 || p.Old[0] != oilID) {
			t.Errorf("pair %+v", p)
		}
	}
	end := seen(t, d)
	late, err := d.Comment(ctx, matches.ID, data.Anchor{}, "by somebody who still has the old page open")
	must(t, err)
	if threadOf(t, d, oilID, late.ID).Provision != oilID {
		t.Error("a remark under the identity it had is not on the provision")
	}
	_, err = d.Undo(ctx)
	must(t, err)
	title, err := d.Undo(ctx)
	must(t, err)
	if title != "act.pairing.repair" {
		t.Errorf("undid %s", title)
	}
	same(t, "after undoing", seen(t, d), before)
	_, err = d.Redo(ctx)
	must(t, err)
	same(t, "after redoing", seen(t, d), end)
	_, err = d.Undo(ctx)
	must(t, err)
	if again, err := d.History(oilID); err != nil || len(again) < len(events) {
		t.Errorf("history of %d events, before %d", len(again), len(events))
	}
}

func TestPairingAnewToNothing(t *testing.T) {
	d, reopen, ids := crossed(t, func(d *desk.Desk) { annotate(t, d, at(t, d, "art1/2"), "birds") }, "art1/2")
	r := d.Revisions()[1].ID
	must(t, d.Repair(ctx, r, ids, nil))
	for _, d := range []*desk.Desk{d, reopen()} {
		if n := len(d.Orphans()); n != 9 {
			t.Errorf("%d orphans", n)
		}
		if at(t, d, "art1/2").ID == ids[0] {
			t.Error("what continues nothing has the old identity")
		}
	}
	wantCode(t, d.Repair(ctx, r, nil, nil), desk.CodeEmpty)
	wantCode(t, d.Repair(ctx, r, []data.ID{data.NewID()}, nil), data.CodeNotFound)
	wantCode(t, d.Repair(ctx, d.Revisions()[0].ID, ids, nil), desk.CodeNotCurrent)

	// And back again.
	must(t, d.Repair(ctx, r, ids, []data.ID{at(t, d, "art1/2").ID}))
	if len(d.Orphans()) != 0 || at(t, d, "art1/2").ID != ids[0] || len(d.Comments(ids[0])) != 2 {
		t.Error("pairing back does not bring everything back")
	}
}

func TestConfirmingAPairSettlesWhatWaitedForIt(t *testing.T) {
	d, _, _ := newDesk(t)
	importKinds(t, d, 1, beforeKinds)
	p := at(t, d, "art1/3")
	c, err := d.Comment(ctx, p.ID, data.Anchor{}, "x")
	must(t, err)
	few := strings.Replace(beforeKinds, "A lantern that stands on a rock shall be lit before any other lantern of the same coast is lit.", "A lantern in a harbour is the last that shall be put out.", 1)
	r := importKinds(t, d, 2, few)
	var doubtful data.Pairing
	for _, x := range d.Pairings(r.ID) {
		if x.Doubtful {
			doubtful = x
			break
		}
	}
	if len(doubtful.Old) != 1 || doubtful.Old[0] != p.ID || len(doubtful.New) != 1 {
		t.Fatalf("not doubtful: %+v", d.Pairings(r.ID)[0])
	}
	if x := carriedOf(t, d.Queue(), c.ID); x.Reason != "carry.reason.doubtful-pair" {
		t.Errorf("it waits because of %s", x.Reason)
	}
	must(t, d.ConfirmPairing(ctx, doubtful.ID))
	if len(d.Queue()) != 0 || d.Pairings(r.ID)[0].Doubtful {
		t.Errorf("it still waits: %+v", d.Queue())
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if len(d.Queue()) != 1 || !d.Pairings(r.ID)[0].Doubtful {
		t.Error("undoing does not make it doubtful again")
	}
	wantCode(t, d.ConfirmPairing(ctx, data.NewID()), data.CodeNotFound)
}

func TestOverThreeRevisions(t *testing.T) {
	var a annotated
	d, reopen, ids := crossed(t, func(d *desk.Desk) { a = annotate(t, d, at(t, d, "art1/2"), "birds, fish") }, "art1/2")
	waiting := len(d.Queue())
	done := carriedOf(t, d.Queue(), a.order)
	must(t, d.DecideCarried(ctx, done, data.ChoiceGood))
	r := importKinds(t, d, 3, strings.Replace(afterKinds, "2. The oil used", "2. For the avoidance of doubt, the oil used", 1))
	for _, d := range []*desk.Desk{d, reopen()} {
		c := threadOf(t, d, ids[0], a.remark)
		text := at(t, d, "art1/2").Text[data.English].Text
		if c.Anchor.Quote != "birds, seals" && c.Anchor.Quote != "birds," && text[c.Anchor.Start:c.Anchor.End] != c.Anchor.Quote {
			t.Errorf("after two revisions the remark is on %q", c.Anchor.Quote)
		}
		if n := len(d.Queue()); n != waiting {
			t.Errorf("%d wait, want %d", n, waiting)
		}
	}
	importKinds(t, d, 4, strings.Replace(afterKinds, "2. The oil used", "2. For the avoidance of doubt, the oil used", 1))
	if n := len(d.Queue()); n != waiting {
		t.Errorf("what was not decided before a revision that changes nothing: %d wait, want %d", n, waiting)
	}
	sum := 0
	for _, n := range d.CarryCounts(r.ID) {
		sum += n
	}
	if sum != 9 {
		t.Errorf("%d annotations in the third revision", sum)
	}
}

func TestAnEscalatedDecisionWaitsOnForTheHead(t *testing.T) {
	var a annotated
	d, _, _ := crossed(t, func(d *desk.Desk) { a = annotate(t, d, at(t, d, "art1/2"), "birds") }, "art1/2")
	must(t, d.DecideCarried(ctx, carriedOf(t, d.Queue(), a.order), data.ChoiceEscalate))
	importKinds(t, d, 3, afterKinds)
	if c := carriedOf(t, d.Queue(), a.order); c.Choice != data.ChoiceEscalate {
		t.Errorf("in the next revision it is %+v", c)
	}
}

func TestARevisionThatComesLate(t *testing.T) {
	var a annotated
	d, reopen, ids := crossed(t, func(d *desk.Desk) { a = annotate(t, d, at(t, d, "art1/2"), "birds") }, "art1/2", "art1/1")
	before := seen(t, d)
	queue := len(d.Queue())
	late := func(day int, content string) data.Revision {
		r, err := d.Import(ctx, desk.Issue{Symbol: "K/late" + string(rune('0'+day)), Date: data.Date{Year: 2026, Month: time.May, Day: day}}, data.NoProgress{}, version(data.English, content))
		must(t, err)
		return r
	}
	r := late(4, strings.Replace(beforeKinds, "The oil used", "All oil used", 1))
	txt, err := d.Text(r.ID)
	must(t, err)
	if p, _ := txt.At("art1/2"); p.ID != ids[0] {
		t.Error("a revision older than all does not get the identities of the next one")
	}
	if r, err := d.Current(); err != nil || r.Revision.Symbol != "K/2" {
		t.Error("the late one has become the current one")
	}
	for _, d := range []*desk.Desk{d, reopen()} {
		now := seen(t, d)
		for key, was := range before {
			if key != "revisions" && !equal(now[key], was) {
				t.Errorf("%s is not as before", key)
			}
		}
		if len(d.Queue()) != queue || len(d.Orphans()) != 0 || threadOf(t, d, ids[0], a.remark).Anchor.Quote != "birds" {
			t.Error("it moved something")
		}
	}
}

func TestALanguageThatComesLater(t *testing.T) {
	d, v, _ := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1", Date: data.Date{Year: 2026, Month: time.May, Day: 1}}, data.NoProgress{}, version(data.English, draftEnglish), version(data.French, draftFrench))
	must(t, err)
	p := at(t, d, "ch1/art2/1")
	text := p.Text[data.French].Text
	before, _, _ := strings.Cut(text, "lanternes")
	start := len([]rune(before))
	c, err := d.Comment(ctx, p.ID, data.NewAnchor(data.French, text, start, start+9), "en français")
	must(t, err)
	must(t, d.SetPosition(ctx, data.Position{Provision: p.ID, Stance: data.StanceSupport}))
	must(t, d.Submit(ctx, p.ID))
	must(t, d.Approve(ctx, p.ID, ""))
	issue := desk.Issue{Symbol: "L/2", Date: data.Date{Year: 2026, Month: time.May, Day: 8}}
	_, err = d.Import(ctx, issue, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	if got := threadOf(t, d, p.ID, c.ID); got.Anchor.Quote != "lanternes" || got.Anchor.Start != start {
		t.Errorf("without its language it is at %+v", got.Anchor)
	}
	if s := d.Approval(p.ID).State; s != data.ApprovalApproved {
		t.Errorf("because a language is not there yet, the approval is %s", s)
	}
	_, err = d.Import(ctx, issue, data.NoProgress{}, version(data.French, strings.Replace(draftFrench, "1. Chaque État Partie veille", "1. Sans préjudice de ce qui précède, chaque État Partie veille", 1)))
	must(t, err)
	for i := range 2 {
		now := at(t, d, "ch1/art2/1")
		got := threadOf(t, d, p.ID, c.ID).Anchor
		if string([]rune(now.Text[data.French].Text)[got.Start:got.End]) != "lanternes" {
			t.Errorf("%d: it is on %+v", i, got)
		}
		if s := d.Approval(p.ID).State; s != data.ApprovalLapsed {
			t.Errorf("%d: the words of the other language changed, and it is %s", i, s)
		}
		if len(d.Queue()) != 1 {
			t.Errorf("%d: %d wait", i, len(d.Queue()))
		}
		d, err = desk.Open(ctx, v)
		must(t, err)
	}
}

func TestChangesAfterARevisionSpeakOfIt(t *testing.T) {
	var order data.Instruction
	var move data.Proposal
	d, reopen, ids := crossed(t, func(d *desk.Desk) {
		var err error
		order, err = d.SetInstruction(ctx, data.Instruction{Text: "x", Provisions: []data.ID{at(t, d, "art2/2").ID, at(t, d, "art1/1").ID}})
		must(t, err)
		move, err = d.Propose(ctx, data.Proposal{Provision: at(t, d, "art1/1").ID, Kind: data.ProposalMove, Target: at(t, d, "art2/2").ID})
		must(t, err)
	}, "art2/2", "art2/3", "art1/1")
	share, watch, stay := ids[0], ids[1], ids[2]
	if p, err := d.Proposal(move.ID); err != nil || p.Target != watch {
		t.Errorf("the move goes next to %v, not to what its target was merged into", p.Target)
	}
	now := d.Instructions(watch)
	if len(now) != 1 || len(now[0].Provisions) != 2 || now[0].Provisions[0] != watch {
		t.Fatalf("instructions %+v", now)
	}
	now[0].Provisions = []data.ID{watch}
	_, err := d.SetInstruction(ctx, now[0])
	must(t, err)
	_, err = d.ChangeProposal(ctx, move.ID, func(p *data.Proposal) { p.Reasons = "shorter" })
	must(t, err)
	for _, d := range []*desk.Desk{d, reopen()} {
		if got := d.Instructions(watch); len(got) != 1 || len(d.Instructions(stay)) != 0 {
			t.Errorf("after the change: %+v", got)
		}
		if p, err := d.Proposal(move.ID); err != nil || p.Target != watch || p.Provision != stay {
			t.Errorf("after the change the move is %+v", p)
		}
	}
	_, _ = order, share
}

func TestRevisionsWithoutACommonLanguage(t *testing.T) {
	d, _, _ := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1", Date: data.Date{Year: 2026, Month: time.May, Day: 1}}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	p := at(t, d, "ch1/art2/1")
	must(t, d.SetPosition(ctx, data.Position{Provision: p.ID, Stance: data.StanceSupport}))
	must(t, d.Submit(ctx, p.ID))
	must(t, d.Approve(ctx, p.ID, ""))
	r, err := d.Import(ctx, desk.Issue{Symbol: "L/2", Date: data.Date{Year: 2026, Month: time.May, Day: 8}}, data.NoProgress{}, version(data.French, draftFrench))
	must(t, err)
	if at(t, d, "ch1/art2/1").ID != p.ID {
		t.Error("not paired by its place")
	}
	for _, x := range d.Pairings(r.ID) {
		if len(x.Old) > 0 && len(x.New) > 0 && !x.Doubtful {
			t.Fatalf("paired by numbers alone, and not doubtful: %+v", x)
		}
	}
	if q := d.Queue(); len(q) != 1 || q[0].Reason != "carry.reason.doubtful-pair" {
		t.Errorf("queue %+v", q)
	}
	if s := d.Approval(p.ID).State; s != data.ApprovalLapsed {
		t.Errorf("approved in words that nobody can compare, and it is %s", s)
	}
}

func TestARevisionThatComesBetween(t *testing.T) {
	d, _, _ := newDesk(t)
	issue := func(day int, content string) data.Revision {
		r, err := d.Import(ctx, desk.Issue{Symbol: "B/" + string(rune('0'+day)), Date: data.Date{Year: 2026, Month: time.May, Day: day}}, data.NoProgress{}, version(data.English, content))
		must(t, err)
		return r
	}
	issue(1, beforeKinds)
	p := at(t, d, "art1/2")
	a := annotate(t, d, p, "birds, fish")
	last := issue(9, afterKinds)
	queue, anchor := len(d.Queue()), threadOf(t, d, p.ID, a.remark).Anchor
	between := issue(5, strings.Replace(beforeKinds, "The oil used", "All the oil used", 1))
	if d.Before(last.ID) != between.ID || len(d.Carried(between.ID)) != 0 || len(d.Pairings(between.ID)) == 0 {
		t.Error("it does not stand between the two")
	}
	if len(d.Queue()) != queue || threadOf(t, d, p.ID, a.remark).Anchor != anchor {
		t.Error("it moved something")
	}
	txt, err := d.Text(between.ID)
	must(t, err)
	if x, _ := txt.At("art1/2"); x.ID != p.ID {
		t.Error("its provisions have other identities")
	}
	c, err := d.Compare(ctx, data.ID{}, last.ID, data.English)
	must(t, err)
	if got := pathPairs(t, c); len(got) == 0 || got[0] != "changed art1/2 > art1/2" {
		t.Errorf("compared with the one between: %v", got)
	}
	issue(12, afterKinds)
	if n := len(d.Queue()); n != queue {
		t.Errorf("in the next revision %d wait, want %d", n, queue)
	}
}
