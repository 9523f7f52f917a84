package revisions

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
)

var ctx = context.Background()

// The day in short: article 1 is renumbered, its words are the same; paragraph 1
// of article 2 is changed beyond recognition of the quoted words; article 3 is gone.
const (
	before = `Draft Convention on Lanterns

Article 1
Purpose

The purpose of this Convention is to keep every lighthouse lantern burning from dusk until dawn.

Article 2
Duties of keepers

1. Every State Party shall ensure that lanterns [shall][should] be lit at dusk by a keeper who was trained.

2. A keeper may rest at dawn, after the lamp was cleaned and its glass was polished.

Article 3
Funding

Whale oil is bought by the States Parties together out of a common purse.
`
	after = `Draft Convention on Lanterns

Article 1
Use of terms

“Lantern” means a device that gives light to ships.

Article 2
Purpose

The purpose of this Convention is to keep every lighthouse lantern burning from dusk until dawn.

Article 3
Duties of keepers

1. Every State Party shall ensure that lanterns are lit in good time by a keeper who was trained.

2. A keeper may rest at dawn, after the lamp was cleaned and its glass was polished.
`
)

// evening is a room on the evening on which the second revision was issued.
type evening struct {
	*roomtest.Bench
	delegate data.Member
	head     data.ID
	texts    []*desk.Text
}

func newEvening(t *testing.T, lang string) *evening {
	t.Helper()
	e := &evening{Bench: roomtest.New(t, lang)}
	e.head = e.Desk.Me().ID
	var err error
	e.delegate, err = e.Desk.SetMember(ctx, data.Member{Name: "Bo Finch", Role: data.RoleDelegate})
	roomtest.Must(t, err)
	first := issued(t, e.Bench, before)[0]
	at := func(path string) data.Provision {
		p, ok := first.At(path)
		if !ok {
			t.Fatalf("no provision at %s", path)
		}
		return p
	}
	approve := func(path string) {
		id := at(path).ID
		roomtest.Must(t, e.Desk.SetPosition(ctx, data.Position{Provision: id, Stance: data.StanceSupport, InternalReasons: "the lamps of the north are ours"}))
		roomtest.Must(t, e.Desk.Submit(ctx, id))
		roomtest.Must(t, e.Desk.Approve(ctx, id, ""))
	}
	approve("art1")
	approve("art2/1")
	text := at("art2/1").Text[data.English].Text
	start := len([]rune(text[:strings.Index(text, "[shall][should]")]))
	_, err = e.Desk.Comment(ctx, at("art2/1").ID, data.NewAnchor(data.English, text, start, start+len("[shall][should]")), "insist on shall")
	roomtest.Must(t, err)
	_, err = e.Desk.Comment(ctx, at("art3").ID, data.Anchor{Lang: data.English}, "who pays for the oil?")
	roomtest.Must(t, err)
	e.texts = append(e.texts, first, e.Issue(t, desk.Issue{Symbol: "A/1/Rev.9", Kind: data.RevisionRevised, Date: data.Date{Year: 2026, Month: 4, Day: 1}}, data.English, after))
	return e
}

// open shows the queue, and presses keys in it.
func (e *evening) open(t *testing.T) (*Page, *queueTab) {
	t.Helper()
	p := Show(e.Room, data.ID{})
	p.choose(1)
	e.Room.Changed = func() { e.Changes++; p.Refresh() }
	return p, p.tabs[1].(*queueTab)
}

func (e *evening) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		e.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k})
	}
}

// rows are the rows of the queue by what they are.
func (t *queueTab) sections() (out []string) {
	for _, r := range t.queue.rows {
		switch {
		case r.heading != "":
			out = append(out, r.heading)
		case r.lapse != nil:
			out = append(out, "lapse")
		default:
			out = append(out, string(r.item.Kind))
		}
	}
	return out
}

func TestTheQueueListsWhatNeedsAPerson(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		t.Run(lang, func(t *testing.T) {
			e := newEvening(t, lang)
			_, q := e.open(t)
			want := []string{"revisions.queue.waiting", "position", "comment", "revisions.queue.orphans", "comment", "revisions.queue.lapsed", "lapse"}
			if got := q.sections(); !slices.Equal(got, want) {
				t.Fatalf("rows %q, want %q", got, want)
			}
			if q.Count() != 2 || q.queue.all != 2 || q.queue.done != 0 || q.queue.renamed != 1 {
				t.Errorf("counts %+v", q.queue)
			}
			if q.list.Selected() != 1 {
				t.Errorf("row %d is shown, want the first that waits", q.list.Selected())
			}
			if strings.Contains(q.title(q.queue.rows[1]), ".") || q.title(q.queue.rows[1]) == "" {
				t.Errorf("the title is %q", q.title(q.queue.rows[1]))
			}
		})
	}
}

func TestTheQueueIsWorkedByKeysDownToNothing(t *testing.T) {
	e := newEvening(t, "en")
	p, q := e.open(t)
	position := q.queue.rows[1].item
	e.press(fyne.KeyS)
	if len(e.Desk.Queue()) != 1 {
		t.Fatalf("S decides nothing: %v", e.Errors)
	}
	if r, ok := q.row(); !ok || r.item == nil || r.item.Kind != data.AnnotationComment {
		t.Error("the next one is not shown at once")
	}
	if s := e.Desk.Approval(position.To).State; s != data.ApprovalApproved {
		t.Errorf("what the head finds still good is %s", s)
	}
	_, err := e.Desk.Undo(ctx)
	roomtest.Must(t, err)
	p.Refresh()
	if len(e.Desk.Queue()) != 2 || q.queue.done != 0 {
		t.Error("undo does not bring it back")
	}
	e.press(fyne.KeyS, fyne.KeyS)
	if n := len(e.Desk.Queue()); n != 0 || q.queue.done != 2 || !q.none.Visible() {
		t.Errorf("%d wait, %d done; it does not say that nothing waits", n, q.queue.done)
	}
	e.press(fyne.KeyR)
	if n := len(e.Desk.Lapsed()); n != 0 {
		t.Errorf("%d approvals lapsed after all were renewed: %v", n, e.Errors)
	}
	if len(e.Errors) > 0 {
		t.Error(e.Errors)
	}
}

func TestADelegateEscalatesAndTheHeadDecides(t *testing.T) {
	e := newEvening(t, "fr")
	roomtest.Must(t, e.Desk.WorkAs(e.delegate.ID))
	p, q := e.open(t)
	if q.renew.Visible() {
		t.Error("a delegate is offered to approve")
	}
	e.press(fyne.KeyE)
	if len(e.Desk.Queue()) != 1 || !slices.Contains(q.sections(), "revisions.queue.escalated") {
		t.Fatalf("not escalated: %q, %v", q.sections(), e.Errors)
	}
	roomtest.Must(t, e.Desk.WorkAs(e.head))
	p.Refresh()
	if len(e.Desk.Queue()) != 2 || !q.renew.Visible() {
		t.Error("the head does not see it")
	}
	if why := q.why(q.queue.rows[1]); !strings.Contains(why, "Bo Finch") {
		t.Errorf("who escalated it is not said: %q", why)
	}
}

func TestAnOrphanIsPutOnAProvisionThatIsFound(t *testing.T) {
	e := newEvening(t, "en")
	_, q := e.open(t)
	orphan := slices.IndexFunc(q.queue.rows, func(r queueRow) bool { return r.orphan })
	q.choose(orphan)
	e.press(fyne.KeyM)
	if !q.places.object.Visible() {
		t.Fatal("no place is asked for")
	}
	q.places.field.SetText("rest at dawn")
	q.places.find()
	e.press(fyne.KeyS) // a letter of what is typed, not a decision
	q.places.take(0)
	to, _ := e.texts[1].At("art3/2")
	if list := e.Desk.Comments(to.ID); len(list) != 1 || len(e.Desk.Orphans()) != 0 || q.places.object.Visible() {
		t.Errorf("%d comments there, %d orphans, %v", len(list), len(e.Desk.Orphans()), e.Errors)
	}
	if len(e.Desk.Queue()) != 2 {
		t.Error("typing in the field decided something")
	}
}

func TestWhatWasAdaptedInThePanesIsDecidedOnTheWayBack(t *testing.T) {
	e := newEvening(t, "en")
	_, q := e.open(t)
	q.choose(slices.IndexFunc(q.queue.rows, func(r queueRow) bool { return r.waits && r.item.Kind == data.AnnotationComment }))
	item := *q.queue.rows[q.list.Selected()].item
	e.press(fyne.KeyA)
	if e.Page != nil || len(e.Edited) != 1 || e.Edited[0] != item.Entity {
		t.Fatalf("the editor was not asked for: %v", e.Edited)
	}
	if p := Show(e.Room, data.ID{}); p.bar.Chosen() != 1 {
		t.Error("the way back does not lead to the queue")
	}
	e.open(t)
	if len(e.Desk.Queue()) != 2 {
		t.Fatal("it is decided although nothing was changed")
	}
	roomtest.Must(t, e.Desk.EditComment(ctx, item.Entity, "insist on good time"))
	e.open(t)
	if list := e.Desk.Queue(); len(list) != 1 || list[0].Entity == item.Entity {
		t.Error("it still waits after it was adapted")
	}
	for _, c := range e.Desk.Carried(e.texts[1].Revision.ID) {
		if c.Entity == item.Entity && c.Choice != data.ChoiceAdapt {
			t.Errorf("the choice is %q", c.Choice)
		}
	}
}

func TestHeadingsArePassedOver(t *testing.T) {
	e := newEvening(t, "en")
	_, q := e.open(t)
	e.Window.Canvas().Focus(q.list)
	want := []int{2, 4, 6, 6}
	for _, row := range want {
		q.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if q.list.Selected() != row {
			t.Errorf("at row %d, want %d", q.list.Selected(), row)
		}
	}
	for _, row := range []int{4, 2, 1, 1} {
		q.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
		if q.list.Selected() != row {
			t.Errorf("back at row %d, want %d", q.list.Selected(), row)
		}
	}
}

func TestAnOrphanKeepsItsTextOverFurtherRevisions(t *testing.T) {
	e := newEvening(t, "en")
	e.Issue(t, desk.Issue{Symbol: "A/1/Rev.10", Kind: data.RevisionRevised, Date: data.Date{Year: 2026, Month: 5, Day: 1}}, data.English, after)
	_, q := e.open(t)
	i := slices.IndexFunc(q.queue.rows, func(r queueRow) bool { return r.orphan })
	if i < 0 {
		t.Fatalf("no orphan among %q", q.sections())
	}
	q.choose(i)
	if title := q.title(q.queue.rows[i]); !strings.Contains(title, "article 3") {
		t.Errorf("where it was is not said: %q", title)
	}
	text := ""
	for _, b := range q.detail.texts.sides.Document(0).Blocks() {
		text += b.Text
	}
	if !strings.Contains(text, "Whale oil") {
		t.Errorf("its old text is not shown: %q", text)
	}
}

func TestRevisionsAreComparedInALanguageThatBothHave(t *testing.T) {
	e := newEvening(t, "en")
	e.Selection.Read(data.French)
	_, q := e.open(t)
	if len(e.Errors) > 0 || q.comparison == nil || q.comparison.Lang != data.English {
		t.Errorf("not compared: %v", e.Errors)
	}
}

func TestACarriedViewIsShownInItsWords(t *testing.T) {
	b := roomtest.New(t, "en")
	text := issued(t, b, before)[0]
	p, _ := text.At("art1")
	v, err := b.Desk.RecordView(ctx, data.View{Provision: p.ID, By: data.Speaker{Code: "EGY", For: "NAM"}, Attitude: data.AttitudeOppose, Words: "Lanterns are for harbours.", Lang: data.English})
	roomtest.Must(t, err)
	lines := annotationOf(b.Desk, data.Carried{Kind: data.AnnotationView, Entity: v.ID}, b.Room.Loc, data.English)
	if len(lines) != 2 || lines[0].title != "Egypt, on behalf of NAM" || !strings.EqualFold(lines[0].words, "opposes") || lines[1].words != "Lanterns are for harbours." {
		t.Errorf("shown as %+v", lines)
	}
}
