package desk

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
	work "travaux/data/desk"
)

func (s *stage) open_(tab int) {
	s.side.tabs.Choose(tab)
	s.side.Refresh()
}

func TestCommentsAreWrittenAnsweredAndSettled(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	s.do("panes.comment")
	type_(s.side.comments.composer.editor, "Which dusk?")
	press(t, s.side.comments.object, "Send")
	shows(t, s.side.comments.list, "Which dusk?")
	shows(t, s.side.comments.list, "A. Head")
	if s.side.comments.composer.editor.Text() != "" {
		t.Fatal("the composer still holds the comment")
	}
	press(t, s.side.comments.list, "Reply")
	type_(s.side.comments.composer.editor, "Civil dusk.")
	press(t, s.side.comments.object, "Send")
	if threads := s.desk.Comments(id); len(threads) != 1 || len(threads[0].Replies) != 1 {
		t.Fatalf("threads %+v", threads)
	}
	press(t, s.side.comments.list, "Resolve")
	hides(t, s.side.comments.list, "Civil dusk.")
	shows(t, s.side.comments.list, "1 resolved")
	press(t, s.side.comments.list, "Show the thread")
	shows(t, s.side.comments.list, "Civil dusk.")
	press(t, s.side.comments.list, "Reopen")
	if open(s.desk.Comments(id)) != 1 {
		t.Fatal("not reopened")
	}
}

func TestOnesOwnCommentCanBeChangedAndWithdrawn(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	c, err := s.desk.Comment(ctx, id, data.Anchor{}, "First thought.")
	must(t, err)
	s.open_(tabComments)
	s.side.comments.composer.begin(draft{edits: c.ID, text: c.Text})
	type_(s.side.comments.composer.editor, "A ")
	s.side.comments.composer.submit()
	shows(t, s.side.comments.list, "A First thought.")
	s.side.comments.remove(c.ID)
	hides(t, s.side.comments.list, "First thought.")
	_, err = s.desk.Comment(ctx, id, data.Anchor{}, "Mine.")
	must(t, err)
	must(t, s.desk.WorkAs(s.adviser))
	s.room.Changed()
	found := strings.Contains(tips(s.side.comments.list), "Edit or delete")
	if found {
		t.Fatal("another's comment can be changed")
	}
}

func TestTypingOutlivesTheProgram(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	type_(s.side.position.wording.editor, "Lanterns shall be lit.")
	type_(s.side.comments.composer.editor, "Half a tho")
	words := s.at("ch1/art2/1").Text[data.English].Text
	s.side.comments.composer.begin(draft{anchor: data.NewAnchor(data.English, words, 6, 17)})
	s.side.instructions.edit(data.Instruction{})
	type_(s.side.instructions.form.text, "Capital wa")
	if s.desk.Scratch(s.side.position.wording.key(id, data.English)) != "" {
		t.Fatal("kept before its time: the test proves nothing")
	}
	s.tick()
	s.open("fr") // without leaving a field, as after a crash
	s.choose("ch1/art2/1")
	if got := s.side.position.wording.editor.Text(); got != "Lanterns shall be lit." {
		t.Errorf("wording %q", got)
	}
	shows(t, s.side.position.object, "pas encore enregistrée")
	if got := s.side.comments.composer.editor.Text(); got != "Half a tho" {
		t.Errorf("comment %q", got)
	}
	if got := s.side.comments.composer.draft.anchor.Quote; got != "State Party" {
		t.Errorf("the comment is about %q", got)
	}
	if f := s.side.instructions.form; f == nil || f.text.Text() != "Capital wa" {
		t.Error("the begun instruction is gone")
	}
	s.side.Flush()
	if got := s.desk.Position(id).Wording[data.English]; got != "Lanterns shall be lit." {
		t.Errorf("Flush wrote %q", got)
	}
	if got := s.desk.Scratch(s.side.position.wording.key(id, data.English)); got != "" {
		t.Errorf("what was written is still on the pad: %q", got)
	}
}

func TestLeavingWritesThePosition(t *testing.T) {
	leave := map[string]func(s *stage){
		"the field":     func(s *stage) { s.side.position.wording.editor.OnFocused(false); s.tick() },
		"the provision": func(s *stage) { s.choose("ch1/art2/2") },
		"the language":  func(s *stage) { s.room.Selection.Read(data.French) },
		"by Ctrl+S":     func(s *stage) { s.do("panes.save") },
	}
	for name, act := range leave {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, "en")
			id := s.choose("ch1/art2/1")
			type_(s.side.position.wording.editor, "Ours.")
			act(s)
			if got := s.desk.Position(id).Wording; got[data.English] != "Ours." || got[data.French] != "" {
				t.Fatalf("wording %v", got)
			}
		})
	}
}

func TestWordingIsShownAsRedline(t *testing.T) {
	s := newStage(t, "en")
	s.choose("ch1/art2/2")
	if s.side.position.redline.Visible() {
		t.Fatal("a redline without a wording")
	}
	press(t, s.side.position.object, "Start from the text")
	e := s.side.position.wording.editor
	if e.Text() != "A keeper may rest at dawn." {
		t.Fatalf("started from %q", e.Text())
	}
	e.Select(9, 12)
	type_(e, "shall")
	if r := s.side.position.redline; !r.Visible() || r.Words() != "A keeper mayshall rest at dawn." || len(r.Marks()) != 2 {
		t.Fatalf("redline %q %v", r.Words(), r.Marks())
	}
}

func TestAnotherProvisionsWordsCannotComeBackByUndo(t *testing.T) {
	s := newStage(t, "en")
	s.choose("ch1/art2/1")
	e := s.side.position.fields[3].editor
	type_(e, "x")
	e.Undo()
	type_(e, "Our secret.")
	for range "Our secret." {
		e.Undo()
	}
	s.choose("ch1/art2/2")
	if e.Redo() || e.Undo() || e.Text() != "" {
		t.Fatalf("history of another provision: %q", e.Text())
	}
}

func TestApprovalGoesItsWay(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	must(t, s.desk.WorkAs(s.adviser))
	s.side.position.chooseStance(2, nil)
	type_(s.side.position.wording.editor, "Lanterns shall be lit.")
	press(t, s.side.position.object, "Submit")
	if got := s.desk.Approval(id); got.State != data.ApprovalSubmitted || got.Decisions[0].Subject.Wording[data.English] != "Lanterns shall be lit." {
		t.Fatalf("what was typed was not submitted: %+v", got)
	}
	s.do("panes.approve")
	if data.CodeOf(s.failed) != work.CodeNotHead {
		t.Fatalf("approval by an adviser: %v", s.failed)
	}
	must(t, s.desk.WorkAs(s.head))
	s.failed = nil
	s.room.Changed()
	press(t, s.side.position.object, "Return")
	if data.CodeOf(s.failed) != work.CodeRemark {
		t.Fatalf("return without a remark: %v", s.failed)
	}
	type_(s.side.position.approval.remark, "Too weak.")
	press(t, s.side.position.object, "Return")
	shows(t, s.side.position.object, "Too weak.")
	shows(t, s.side.position.object, "Returned by A. Head")
	if s.side.position.approval.remark.Text() != "" {
		t.Fatal("the remark stays in the field after it was sent")
	}
	press(t, s.side.position.object, "Submit")
	press(t, s.side.position.object, "Take back")
	press(t, s.side.position.object, "Submit")
	press(t, s.side.position.object, "Approve")
	if got := s.desk.Approval(id).State; got != data.ApprovalApproved {
		t.Fatalf("state %s", got)
	}
	shows(t, s.side.position.object, "Approved by A. Head")
}

func TestLapsedApprovalShowsTheDifference(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/2")
	p := data.Position{
		Provision: id, Stance: data.StanceAmend, Wording: data.Words{data.English: "A keeper shall rest."},
		PublicReasons: data.Words{data.English: "Rest matters."}, Citations: data.Words{},
	}
	must(t, s.desk.SetPosition(ctx, p))
	must(t, s.desk.Submit(ctx, id))
	must(t, s.desk.Approve(ctx, id, ""))
	p.Stance, p.Wording = data.StanceOppose, data.Words{data.English: "A keeper shall sleep."}
	must(t, s.desk.SetPosition(ctx, p))
	s.room.Changed()
	shows(t, s.side.position.approval.details, "Support with amendment → Oppose")
	shows(t, s.side.position.approval.details, "restsleep")
	hides(t, s.side.position.approval.details, "Rest matters.")
}

func TestInstructionsAreRecordedAndListed(t *testing.T) {
	s := newStage(t, "en")
	article := s.at("ch1/art2").ID
	id := s.choose("ch1/art2/1")
	_, err := s.desk.SetInstruction(ctx, data.Instruction{Text: "Old order.", Issued: data.OnDay(data.Date{Year: 2020, Month: 1, Day: 1}, ""), Lapses: data.OnDay(data.Date{Year: 2020, Month: 2, Day: 1}, "")})
	must(t, err)
	s.do("panes.instruction.add")
	f := s.side.instructions.form
	f.head.Reference.SetText("MFA/1")
	f.head.Issued.SetText("yesterday")
	type_(f.text, "Insist on shall.")
	press(t, s.side.instructions.object, "Record")
	if data.CodeOf(s.failed) != data.CodeInput {
		t.Fatalf("a date that is none: %v", s.failed)
	}
	f.head.Issued.SetText("2026-01-05")
	f.scope.Choose(1)
	f.text.TypedShortcut(ctrl(fyne.KeyReturn))
	list := s.desk.Instructions(id)
	if len(list) != 2 || list[0].Reference != "MFA/1" || len(list[0].Provisions) != 1 || list[0].Provisions[0] != article || list[0].Classification != data.Confidential {
		t.Fatalf("recorded %+v", list)
	}
	all := seen(s.side.instructions.object)
	for _, words := range []string{"CONFIDENTIAL", "MFA/1", "5 January", "On: article 2", "Mandatory", "In force until withdrawn", "Expired on 1 February 2020", "The whole text"} {
		if !strings.Contains(all, words) {
			t.Errorf("%q is not shown", words)
		}
	}
	if strings.Index(all, "Insist on shall.") > strings.Index(all, "Old order.") {
		t.Error("an expired instruction stands before one in force")
	}
	press(t, s.side.instructions.object, "Withdraw")
	if left := s.desk.Instructions(id); len(left) != 1 || left[0].Text != "Old order." {
		t.Fatalf("left %+v", left)
	}
	must(t, s.desk.WorkAs(s.adviser))
	s.room.Changed()
	hides(t, s.side.instructions.object, "Add instruction")
}

func TestHistoryIsNewestFirst(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/2")
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: id, Stance: data.StanceAmend, Wording: data.Words{data.English: "A keeper shall rest."}}))
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: id, Stance: data.StanceAmend, Wording: data.Words{data.English: "A keeper shall sleep."}}))
	s.open_(tabHistory)
	all := seen(s.side.history.object)
	redline, first := strings.Index(all, "A keeper shall restsleep."), strings.Index(all, "A keeper shall rest.\n")
	if redline < 0 || first < 0 || redline > first {
		t.Fatalf("history:\n%s", all)
	}
	shows(t, s.side.history.object, "No position yet → Support with amendment")
}

func TestHistoryJoinsTheLanguagesOfOneAct(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	s.proposed(data.Proposal{
		Provision: id, Kind: data.ProposalModify, Proponents: []data.Proponent{{State: "EGY", For: "NAM"}},
		Wording: data.Words{data.English: "Lanterns shall be lit.", data.French: "Les lanternes sont allumées."},
	})
	s.open_(tabHistory)
	all := seen(s.side.history.object)
	for words, n := range map[string]int{"Lanterns shall be lit.": 1, "Les lanternes": 0, "Also in: French": 2, "Egypt, on behalf of NAM": 1} {
		if got := strings.Count(all, words); got != n {
			t.Errorf("%q is shown %d times, not %d:\n%s", words, got, n, all)
		}
	}
}

func TestLongListsComeInParts(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/2")
	for i := range threadsAtOnce + 2 {
		_, err := s.desk.Comment(ctx, id, data.Anchor{}, fmt.Sprintf("Remark %c.", 'A'+i))
		must(t, err)
	}
	s.open_(tabComments)
	s.room.Changed()
	hides(t, s.side.comments.list, "Remark J.")
	press(t, s.side.comments.list, "2 more threads")
	shows(t, s.side.comments.list, "Remark J.")
	s.open_(tabHistory) // one event for each remark, and one for the text in each language
	hides(t, s.side.history.list, "older event")
	for range 3 {
		must(t, s.desk.SetTextState(ctx, id, data.TextAgreed, ""))
		must(t, s.desk.SetTextState(ctx, id, data.TextReopened, ""))
	}
	s.room.Changed()
	press(t, s.side.history.list, "5 older events")
	hides(t, s.side.history.list, "older event")
	all := seen(s.side.history.list)
	if strings.Index(all, "Text: reopened") > strings.Index(all, "Remark A.") {
		t.Errorf("history:\n%s", all)
	}
}

func TestOneKeyBlanksAllThatIsConfidential(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	_, err := s.desk.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{id}, Reference: "MFA/9", Text: "Canary order."})
	must(t, err)
	_, err = s.desk.Comment(ctx, id, data.Anchor{}, "Canary comment.")
	must(t, err)
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: id, Stance: data.StanceOppose, InternalReasons: "Canary reasons."}))
	must(t, s.desk.Submit(ctx, id))
	must(t, s.desk.Return(ctx, id, "Canary remark."))
	must(t, s.desk.SetTextState(ctx, id, data.TextParked, "Canary of the room."))
	_, err = s.desk.SetLiveWith(ctx, data.LiveWith{Provision: id, Lang: data.English, Sentence: "Canary sentence.", Remark: "Canary condition."})
	must(t, err)
	s.room.Changed()
	for _, blanked := range []bool{false, true} {
		look.BlankFrames(blanked)
		t.Cleanup(func() { look.BlankFrames(false) })
		all := ""
		for tab := range tabTitles {
			s.open_(tab)
			all += seen(s.side.object)
		}
		for _, words := range []string{"Canary order.", "MFA/9", "Canary comment.", "Canary reasons.", "Canary remark.", "Canary of the room.", "Canary sentence.", "Canary condition."} {
			if strings.Contains(all, words) == blanked {
				t.Errorf("blanked %v: %q shown %v", blanked, words, !blanked)
			}
		}
	}
}

func TestSideIsMirroredInArabic(t *testing.T) {
	for _, c := range []struct {
		lang string
		left bool
	}{{"en", true}, {"ar", false}} {
		s := newStage(t, c.lang)
		s.choose("ch1/art2/1")
		label, field := formRow(s.side.position.column.Objects[1])
		if got := label.Position().X < field.Position().X; got != c.left {
			t.Errorf("%s: label at %v, field at %v", c.lang, label.Position(), field.Position())
		}
	}
}

func TestCountsDoNotMoveTheEdgeOfThePane(t *testing.T) {
	for _, lang := range []string{"en", "ar", "zh", "ru"} {
		s := newStage(t, lang)
		bare := s.side.object.MinSize().Width
		id := s.choose("ch1/art2/1")
		_, err := s.desk.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{id}, Text: "Insist."})
		must(t, err)
		_, err = s.desk.Comment(ctx, id, data.Anchor{}, "Which dusk?")
		must(t, err)
		s.room.Changed()
		if got := s.side.object.MinSize().Width; got != bare {
			t.Errorf("%s: %v wide with counts, %v without", lang, got, bare)
		}
	}
}

func TestEveryTabFitsANarrowPane(t *testing.T) {
	const narrow = 340
	for _, lang := range []string{"ar", "zh", "en", "fr", "ru", "es"} {
		s := newStage(t, lang)
		id := s.choose("ch1/art2/1")
		_, err := s.desk.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{id}, Text: "Insist."})
		must(t, err)
		_, err = s.desk.Comment(ctx, id, data.Anchor{}, "Which dusk?")
		must(t, err)
		_, err = s.desk.SetLiveWith(ctx, data.LiveWith{Provision: id, Lang: data.English, Sentence: "Let it be.", Remark: "If so."})
		must(t, err)
		must(t, s.desk.SetTextState(ctx, id, data.TextAgreed, "Why."))
		must(t, s.desk.SetTextState(ctx, id, data.TextLanguageGroup, ""))
		must(t, s.desk.SetPosition(ctx, data.Position{Provision: id, Stance: data.StanceMerge}))
		must(t, s.desk.Submit(ctx, id))
		for _, k := range []data.ProposalKind{data.ProposalModify, data.ProposalAdd} {
			p := s.proposed(data.Proposal{
				Provision: id, Kind: k, Ours: true, Label: "1 bis", Wording: data.Words{data.French: "Les lanternes brillent."},
				Proponents: []data.Proponent{{State: "GBR", For: "the Group of Friends of Lanterns"}},
			})
			s.viewing.Tick(true, p.ID)
		}
		for tab := range tabTitles {
			s.open_(tab)
			if got := s.side.object.MinSize().Width; got > narrow {
				t.Errorf("%s: tab %d is %v wide", lang, tab, got)
			}
		}
		for _, k := range data.ProposalKinds {
			s.side.propose(k)
			if got := s.side.proposals.form.object.MinSize().Width; got > narrow-22 {
				t.Errorf("%s: the form for %s is %v wide", lang, k, got)
			}
			s.side.proposals.form.cancel()
		}
		s.choose("ch1")
		s.open_(tabText)
		if got := s.side.text.column.MinSize().Width; got > narrow-22 {
			t.Errorf("%s: the tab on the text of a chapter is %v wide", lang, got)
		}
		s.choose("ch1/art2/1")
		if got := s.side.text.column.MinSize().Width; got > narrow-22 {
			t.Errorf("%s: the tab on the text is %v wide", lang, got)
		}
		s.open_(tabProposals)
		if got := s.side.proposals.list.MinSize().Width; got > narrow-22 {
			t.Errorf("%s: the list of proposals is %v wide", lang, got)
		}
	}
}

func TestHistoryNamesWhoHoldsAView(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/1")
	_, err := s.desk.RecordView(ctx, data.View{Provision: id, By: data.Speaker{Code: "EGY", For: "NAM"}, Attitude: data.AttitudeOppose, Words: "Lanterns are for harbours."})
	must(t, err)
	s.open_(tabHistory)
	shows(t, s.side.history.object, "Egypt, on behalf of NAM")
	shows(t, s.side.history.object, "Lanterns are for harbours.")
}
