package desk_test

import (
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/text"
	"travaux/data/vault"
)

func TestCommentsAreThreaded(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1")
	c, err := d.Comment(ctx, p.ID, data.Anchor{Lang: data.English, Start: 0, End: 5, Quote: "Every"}, "  too strong ")
	must(t, err)
	_, err = d.Reply(ctx, c.ID, "agreed")
	must(t, err)
	must(t, d.ResolveComment(ctx, c.ID, true))
	threads := d.Comments(p.ID)
	if len(threads) != 1 || threads[0].Text != "too strong" || !threads[0].Resolved || len(threads[0].Replies) != 1 {
		t.Fatalf("threads %+v", threads)
	}
	if _, err := d.Comment(ctx, p.ID, data.Anchor{}, "  "); data.CodeOf(err) != desk.CodeEmpty {
		t.Errorf("an empty comment gave %v", err)
	}
}

func TestOnlyTheAuthorChangesAComment(t *testing.T) {
	d := imported(t)
	c, err := d.Comment(ctx, at(t, d, "ch1/art2/1").ID, data.Anchor{}, "mine")
	must(t, err)
	other, err := d.SetMember(ctx, data.Member{Name: "B. Other", Role: data.RoleDelegate})
	must(t, err)
	must(t, d.WorkAs(other.ID))
	wantCode(t, d.EditComment(ctx, c.ID, "yours"), data.CodeForbidden)
	wantCode(t, d.DeleteComment(ctx, c.ID), data.CodeForbidden)
}

func TestEveryActCanBeUndoneAndRedone(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1")
	var comment data.Comment
	for name, c := range map[string]struct {
		do   func() error
		done func() bool
	}{
		"comment": {
			func() (err error) { comment, err = d.Comment(ctx, p.ID, data.Anchor{}, "x"); return err },
			func() bool { return len(d.Comments(p.ID)) == 1 && d.Comments(p.ID)[0].ID == comment.ID },
		},
		"position": {
			func() error { return d.SetPosition(ctx, data.Position{Provision: p.ID, Stance: data.StanceOppose}) },
			func() bool { return d.Position(p.ID).Stance == data.StanceOppose },
		},
		"instruction": {
			func() error {
				_, err := d.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{p.ID}, Text: "hold"})
				return err
			},
			func() bool { return len(d.Instructions(p.ID)) == 1 },
		},
	} {
		must(t, c.do())
		if !c.done() {
			t.Fatalf("%s: not done", name)
		}
		_, err := d.Undo(ctx)
		must(t, err)
		if c.done() {
			t.Errorf("%s: still there after undo", name)
		}
		_, err = d.Redo(ctx)
		must(t, err)
		if !c.done() {
			t.Errorf("%s: not there after redo", name)
		}
		_, err = d.Undo(ctx)
		must(t, err)
	}
}

func TestUndoAnImportHidesIt(t *testing.T) {
	d := imported(t)
	_, err := d.Undo(ctx)
	must(t, err)
	if _, err := d.Current(); data.CodeOf(err) != desk.CodeNoText {
		t.Fatalf("after undo: %v", err)
	}
	_, err = d.Redo(ctx)
	must(t, err)
	at(t, d, "ch1/art2/1")
}

func TestLanguageVersionsAreJoinedProvisionByProvision(t *testing.T) {
	d := imported(t)
	before := at(t, d, "ch1/art2/1").ID
	french := strings.Replace(draftFrench, "2. Le gardien", "Alinéa qui n’existe qu’en français.\n\n2. Le gardien", 1)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1"}, data.NoProgress{}, version(data.French, french))
	must(t, err)
	p := at(t, d, "ch1/art2/1")
	if p.ID != before || !strings.Contains(p.Text[data.French].Text, "crépuscule") || !strings.Contains(p.Text[data.English].Text, "dusk") {
		t.Fatalf("not joined: %+v", p)
	}
	txt, err := d.Current()
	must(t, err)
	diffs := txt.Differences()
	if len(diffs) != 1 || len(diffs[0].Langs) != 1 || diffs[0].Langs[0] != data.French {
		t.Errorf("differences %+v", diffs)
	}
	extra := at(t, d, diffs[0].Path)
	if extra.Order <= p.Order || extra.Order >= at(t, d, "ch1/art2/2").Order {
		t.Errorf("the French addition is at %d, not between", extra.Order)
	}
	_, err = d.Import(ctx, desk.Issue{Symbol: "L/1"}, data.NoProgress{}, version(data.French, french))
	wantCode(t, err, desk.CodeAlready)
}

func TestApprovalIsBoundToWhatWasApproved(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	wantCode(t, d.Submit(ctx, p), desk.CodeNoPosition)
	position := data.Position{
		Provision: p, Stance: data.StanceAmend, InternalReasons: "trade it",
		Wording: data.Words{data.English: "shall"}, PublicReasons: data.Words{data.English: "clarity"},
	}
	must(t, d.SetPosition(ctx, position))
	wantCode(t, d.Approve(ctx, p, ""), desk.CodeNotSubmitted)
	must(t, d.Submit(ctx, p))
	must(t, d.Approve(ctx, p, ""))
	if s := d.Approval(p).State; s != data.ApprovalApproved {
		t.Fatalf("state %s", s)
	}
	for name, change := range map[string]func(*data.Position){
		"stance":         func(x *data.Position) { x.Stance = data.StanceOppose },
		"wording":        func(x *data.Position) { x.Wording = data.Words{data.English: "should"} },
		"public reasons": func(x *data.Position) { x.PublicReasons = data.Words{data.English: "brevity"} },
		"a new language": func(x *data.Position) {
			x.Wording = data.Words{data.English: "shall", data.French: "doit"}
		},
	} {
		changed := position
		change(&changed)
		must(t, d.SetPosition(ctx, changed))
		if s := d.Approval(p).State; s != data.ApprovalLapsed {
			t.Errorf("%s changed: %s, want lapsed", name, s)
		}
		must(t, d.SetPosition(ctx, position))
		if s := d.Approval(p).State; s != data.ApprovalApproved {
			t.Errorf("%s changed back: %s, want approved again", name, s)
		}
	}
	position.InternalReasons = "keep it"
	must(t, d.SetPosition(ctx, position))
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1"}, data.NoProgress{}, version(data.French, draftFrench))
	must(t, err)
	if s := d.Approval(p).State; s != data.ApprovalApproved {
		t.Errorf("internal reasons or a joined language made it %s", s)
	}
}

func TestOnlyTheHeadApprovesAndReturnsWithARemark(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/2").ID
	head := d.Me()
	delegate, err := d.SetMember(ctx, data.Member{Name: "B. Delegate", Role: data.RoleDelegate})
	must(t, err)
	must(t, d.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceSupport}))
	must(t, d.Submit(ctx, p))
	must(t, d.WorkAs(delegate.ID))
	wantCode(t, d.Approve(ctx, p, ""), desk.CodeNotHead)
	wantCode(t, d.Return(ctx, p, "no"), desk.CodeNotHead)
	must(t, d.WorkAs(head.ID))
	wantCode(t, d.Return(ctx, p, " "), desk.CodeRemark)
	must(t, d.Return(ctx, p, "say why"))
	if a := d.Approval(p); a.State != data.ApprovalReturned || a.Decisions[1].Remark != "say why" {
		t.Errorf("approval %+v", a)
	}
}

func TestAllIsThereAfterReopening(t *testing.T) {
	d, v, dir := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1", Date: data.Date{Year: 2026, Month: time.May, Day: 4}, Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	p := at(t, d, "ch1/art2/1").ID
	c, err := d.Comment(ctx, p, data.Anchor{}, "kept")
	must(t, err)
	must(t, d.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceReserve}))
	must(t, d.Submit(ctx, p))
	must(t, d.SetScratch("comment", "half a sent"))
	me := d.Me()
	must(t, v.Close())

	v, err = vault.Open(ctx, dir, light())
	must(t, err)
	defer v.Close()
	d, err = desk.Open(ctx, v)
	must(t, err)
	txt, err := d.Current()
	must(t, err)
	if d.Me() != me || txt.Revision.Symbol != "L/1" || txt.Revision.Date.Day != 4 ||
		d.Approval(p).State != data.ApprovalSubmitted || d.Scratch("comment") != "half a sent" {
		t.Errorf("not the same after reopening")
	}
	if got := d.Comments(p); len(got) != 1 || !got[0].Time.Equal(c.Time) {
		t.Errorf("comments %+v, want time %v", got, c.Time)
	}
	content, err := d.SourceBytes(txt.Revision.Sources[0])
	must(t, err)
	if string(content) != draftEnglish {
		t.Error("the file's bytes are not the same")
	}
}

func TestRemarksOfAFileBecomeComments(t *testing.T) {
	d, _, _ := newDesk(t)
	v := version(data.English, draftEnglish)
	src := v.Outline.Source
	at2 := -1
	for i, b := range src.Blocks {
		if strings.Contains(b.Text, "rest at dawn") {
			at2 = i
		}
	}
	start := len([]rune(src.Blocks[at2].Text)) - len([]rune("rest at dawn."))
	src.Comments = []text.Comment{
		{ID: "0", Author: "Outside Counsel", Text: "too generous", Start: text.Place{Block: at2, Rune: start}, End: text.Place{Block: at2, Rune: start + 4}},
		{ID: "1", Parent: "0", Author: "Somebody", Text: "not at all", Start: text.Place{Block: at2, Rune: start}, End: text.Place{Block: at2, Rune: start + 4}, Resolved: false},
	}
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1"}, data.NoProgress{}, v)
	must(t, err)
	threads := d.Comments(at(t, d, "ch1/art2/2").ID)
	if len(threads) != 1 || threads[0].From != "Outside Counsel" || threads[0].Anchor.Quote != "rest" || len(threads[0].Replies) != 1 {
		t.Fatalf("threads %+v", threads)
	}
	_, err = d.Undo(ctx)
	must(t, err)
	_, err = d.Redo(ctx)
	must(t, err)
	if n := len(d.Comments(at(t, d, "ch1/art2/2").ID)); n != 1 {
		t.Errorf("%d threads after undo and redo of the import", n)
	}
}
