package desk_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/text"
	"travaux/data/vault"
)

// articles is a text with one paragraph for every number.
func articles(numbers ...int) string {
	var b strings.Builder
	b.WriteString("Draft Convention on Kites\n\n")
	for _, n := range numbers {
		fmt.Fprintf(&b, "Article %d\nKite law %d\n\nKites of article %d fly in the wind of the sea.\n\n", n, n, n)
	}
	return b.String()
}

func inLang(lang data.Lang, content string) desk.Version {
	src, err := intake.Read(ctx, "draft.txt", []byte(content))
	if err != nil {
		panic(err)
	}
	return desk.Version{Lang: lang, Name: "draft.txt", Format: "text", Content: []byte(content), Outline: text.Parse(src, data.English)}
}

func order(t *testing.T, d *desk.Desk) string {
	t.Helper()
	txt, err := d.Current()
	must(t, err)
	var out []string
	for _, p := range txt.Provisions {
		if p.Kind == data.KindArticle {
			out = append(out, strings.TrimPrefix(p.Path, "art"))
		}
	}
	return strings.Join(out, " ")
}

func TestLanguagesWithDifferentAdditionsKeepTheOrder(t *testing.T) {
	d, _, _ := newDesk(t)
	for _, v := range []desk.Version{
		inLang(data.English, articles(10, 20, 30, 40, 50)),
		inLang(data.French, articles(10, 11, 12, 13, 20, 30, 40, 50)),
		inLang(data.Russian, articles(10, 20, 30, 40, 45, 50)),
		inLang(data.Spanish, articles(1, 10, 20, 30, 40, 50, 60)),
	} {
		_, err := d.Import(ctx, desk.Issue{Symbol: "K/1"}, data.NoProgress{}, v)
		must(t, err)
	}
	if got, want := order(t, d), "1 10 11 12 13 20 30 40 45 50 60"; got != want {
		t.Errorf("order %s, want %s", got, want)
	}
}

func TestAnUndoneVersionDoesNotComeBackWithTheNext(t *testing.T) {
	d, _, _ := newDesk(t)
	issue := desk.Issue{Symbol: "K/1"}
	_, err := d.Import(ctx, issue, data.NoProgress{}, inLang(data.English, articles(1, 2, 3)))
	must(t, err)
	_, err = d.Import(ctx, issue, data.NoProgress{}, inLang(data.French, articles(1, 2, 3, 4)))
	must(t, err)
	_, err = d.Undo(ctx)
	must(t, err)
	_, err = d.Import(ctx, issue, data.NoProgress{}, inLang(data.French, articles(1, 2)))
	must(t, err)
	if got := order(t, d); got != "1 2 3" {
		t.Errorf("articles %s: one is there that no imported file has", got)
	}
	if _, there := at(t, d, "art3").Text[data.French]; there {
		t.Error("article 3 has the French words of a version that was undone")
	}
}

func TestALanguageOfTheEarlierRevisionDecidesWhatComesAgain(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1")
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/2", Date: data.Date{Year: 2026, Month: 2, Day: 1}}, data.NoProgress{},
		version(data.French, draftFrench), version(data.English, draftEnglish))
	must(t, err)
	if at(t, d, "ch1/art2/1").ID != p.ID {
		t.Error("with French named first, all of the new revision counts as new")
	}
}

// refusing is a store that refuses writes when told to.
type refusing struct {
	*vault.Vault
	refuse bool
}

func (r *refusing) Append(ctx context.Context, author data.ID, writes ...change.Write) ([]change.Change, error) {
	if r.refuse {
		return nil, errors.New("disk full")
	}
	return r.Vault.Append(ctx, author, writes...)
}

func TestARefusedActLeavesEverythingAsItWas(t *testing.T) {
	_, v, _ := newDesk(t)
	store := &refusing{Vault: v}
	d, err := desk.Open(ctx, store)
	must(t, err)
	_, err = d.Import(ctx, desk.Issue{Symbol: "L/1"}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	p := at(t, d, "ch1/art2/1")
	must(t, d.SetPosition(ctx, data.Position{Provision: p.ID, Stance: data.StanceAmend}))
	before := seen(t, d)
	title, _ := d.CanUndo()

	store.refuse = true
	n := d.Negotiation()
	n.Title[data.French] = "Lanternes"
	_, imports := d.Import(ctx, desk.Issue{Symbol: "L/1"}, data.NoProgress{}, version(data.French, draftFrench))
	_, undo := d.Undo(ctx)
	for name, err := range map[string]error{
		"position": d.SetPosition(ctx, data.Position{Provision: p.ID, Stance: data.StanceOppose}),
		"title":    d.SetNegotiation(ctx, n), "submit": d.Submit(ctx, p.ID), "import": imports, "undo": undo,
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	same(t, "after refused acts", seen(t, d), before)
	if now, _ := d.CanUndo(); now != title {
		t.Errorf("%q can be undone, before %q", now, title)
	}
	store.refuse = false
	_, err = d.Undo(ctx)
	must(t, err)
	if d.Position(p.ID).Stance != data.StanceNone {
		t.Error("undo after a refused undo did not undo")
	}
}

func TestATitleThatWasTakenAwayIsGone(t *testing.T) {
	d := imported(t)
	n := d.Negotiation()
	n.Title[data.French] = "Lanternes"
	must(t, d.SetNegotiation(ctx, n))
	delete(n.Title, data.French)
	must(t, d.SetNegotiation(ctx, n))
	if got := d.Negotiation().Title[data.French]; got != "" {
		t.Errorf("still there: %q", got)
	}
}

func TestAnswersOutliveTheRemarkTheyAnswer(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	c, err := d.Comment(ctx, p, data.Anchor{}, "first")
	must(t, err)
	mine := d.Me().ID
	other, err := d.SetMember(ctx, data.Member{Name: "B. Other", Role: data.RoleDelegate})
	must(t, err)
	must(t, d.WorkAs(other.ID))
	_, err = d.Reply(ctx, c.ID, "answer")
	must(t, err)
	must(t, d.WorkAs(mine))
	must(t, d.DeleteComment(ctx, c.ID))
	threads := d.Comments(p)
	if len(threads) != 1 || threads[0].Text != "answer" {
		t.Fatalf("another's answer is no longer shown: %+v", threads)
	}
	_, err = d.Reply(ctx, threads[0].ID, "second answer")
	must(t, err)
	if threads = d.Comments(p); len(threads) != 1 || len(threads[0].Replies) != 1 {
		t.Fatalf("threads %+v", threads)
	}
	_, err = d.Undo(ctx)
	must(t, err)
	_, err = d.Undo(ctx)
	must(t, err)
	if threads = d.Comments(p); len(threads) != 1 || threads[0].Text != "first" || len(threads[0].Replies) != 1 {
		t.Errorf("after undo %+v", threads)
	}
}

func TestNobodyRedoesAnothersApproval(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	delegate, err := d.SetMember(ctx, data.Member{Name: "B. Delegate", Role: data.RoleDelegate})
	must(t, err)
	must(t, d.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceSupport}))
	must(t, d.Submit(ctx, p))
	must(t, d.Approve(ctx, p, ""))
	_, err = d.Undo(ctx)
	must(t, err)
	must(t, d.WorkAs(delegate.ID))
	if _, ok := d.CanRedo(); ok {
		t.Error("a delegate is offered to redo the head's approval")
	}
	_, err = d.Redo(ctx)
	wantCode(t, err, desk.CodeNothingToUndo)
	if s := d.Approval(p).State; s != data.ApprovalSubmitted {
		t.Errorf("state %s", s)
	}
}

func TestAnEmptiedPositionCannotBeApproved(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	must(t, d.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceSupport}))
	must(t, d.Submit(ctx, p))
	must(t, d.SetPosition(ctx, data.Position{Provision: p}))
	wantCode(t, d.Approve(ctx, p, ""), desk.CodeNotSubmitted)
	if s := d.Approval(p).State; s != data.ApprovalNone {
		t.Errorf("state %s", s)
	}
}

func TestALostSettingGivesTheLeastRole(t *testing.T) {
	d, v, _ := newDesk(t)
	_, err := d.SetMember(ctx, data.Member{Name: "B. Delegate", Role: data.RoleDelegate})
	must(t, err)
	must(t, v.SetScratch("me", ""))
	d, err = desk.Open(ctx, v)
	must(t, err)
	if me := d.Me(); me.Name != "B. Delegate" {
		t.Errorf("works as %+v", me)
	}
}

func TestAnUnknownInstructionIsNotDeleted(t *testing.T) {
	d := imported(t)
	wantCode(t, d.DeleteInstruction(ctx, data.NewID()), data.CodeNotFound)
}

func TestPartsOfAPositionWrittenAtOnceAllStay(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	done := make(chan error, len(data.Langs))
	for _, lang := range data.Langs {
		go func() {
			done <- d.ChangePosition(ctx, p, func(x *data.Position) { x.Wording[lang] = "words " + string(lang) })
		}()
	}
	for range data.Langs {
		must(t, <-done)
	}
	for _, lang := range data.Langs {
		if got := d.Position(p).Wording[lang]; got != "words "+string(lang) {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

// TestSearchDuringActsFindsTheLatest holds that an index that was built while an
// act was taken does not stay.
func TestSearchDuringActsFindsTheLatest(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	stop, ended := make(chan bool), make(chan bool)
	go func() {
		defer close(ended)
		for {
			select {
			case <-stop:
				return
			default:
				if _, err := d.Search("remark", data.English, 9); err != nil {
					t.Error(err)
					return
				}
			}
		}
	}()
	for i := range 30 {
		word := fmt.Sprintf("remark%dx", i)
		_, err := d.Comment(ctx, p, data.Anchor{}, word)
		must(t, err)
		if hits, err := d.Search(word, data.English, 9); err != nil || len(hits) != 1 {
			t.Errorf("%s: %d hits, %v", word, len(hits), err)
		}
	}
	close(stop)
	<-ended
}
