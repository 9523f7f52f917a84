package reading

import (
	"context"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page/roomtest"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/vault"
	"travaux/translations"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

var ctx = context.Background()

func at(t *testing.T, b *roomtest.Bench, path string) data.ID {
	t.Helper()
	text, err := b.Desk.Current()
	roomtest.Must(t, err)
	p, ok := text.At(path)
	if !ok {
		t.Fatalf("no provision at %s", path)
	}
	return p.ID
}

// words are what a part of the page shows.
func words(o fyne.CanvasObject) string {
	switch x := o.(type) {
	case *look.Text:
		return x.Text + "\n"
	case look.Holder:
		out := ""
		for _, held := range x.Held() {
			out += words(held)
		}
		return out
	case *fyne.Container:
		out := ""
		for _, held := range x.Objects {
			if held.Visible() {
				out += words(held)
			}
		}
		return out
	}
	return ""
}

func bench(t *testing.T, lang string) *roomtest.Bench {
	t.Helper()
	b := roomtest.New(t, lang)
	b.Import(t, "L/1", data.English, roomtest.English)
	duty := at(t, b, "ch1/art2/1")
	roomtest.Must(t, b.Desk.SetPosition(ctx, data.Position{
		Provision: duty, Stance: data.StanceAmend, Wording: data.Words{data.English: "Our secret wording."}, TalkingPoints: data.Words{data.English: "Lamps cost little."},
	}))
	_, err := b.Desk.RecordView(ctx, data.View{Provision: duty, By: data.Speaker{Code: "KEN"}, Attitude: data.AttitudeSupport})
	roomtest.Must(t, err)
	return b
}

func TestOneProvisionIsReadAtATime(t *testing.T) {
	b := bench(t, "en")
	p := Show(b.Room, at(t, b, "ch1/art2/1"))
	shown := words(p.ours.object)
	for _, want := range []string{"Our secret wording.", "Lamps cost little.", "Kenya"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not shown in %q", want, shown)
		}
	}
	if blocks := p.words.Blocks(); len(blocks) != 2 || !strings.Contains(blocks[1].Text, "[shall][should]") {
		t.Errorf("the text is %+v", blocks)
	}
	was := p.now().ID
	p.key(nextKey)
	if p.now().ID != at(t, b, "ch1/art2/2") || b.Selection.Provision() != p.now().ID {
		t.Error("the next provision is not read, or nothing follows")
	}
	p.key(previousKey)
	if p.now().ID != was {
		t.Error("the one before is not read")
	}
	p.goTo("art 1")
	if want := at(t, b, "ch1/art1"); p.now().ID != want && p.now().Parent != want {
		t.Errorf("jumped to %s", p.now().Path)
	}
	p.goTo("99")
	if len(b.Toasts) != 1 || len(b.Errors) != 0 {
		t.Errorf("told %v, %v", b.Toasts, b.Errors)
	}
}

func TestTheOrderIsThatOfTheMeeting(t *testing.T) {
	b := bench(t, "en")
	m, err := b.Desk.SetMeeting(ctx, data.Meeting{Title: "12th", Order: []data.ID{at(t, b, "ch1/art2/2"), at(t, b, "ch1/art2/1")}})
	roomtest.Must(t, err)
	roomtest.Must(t, b.Desk.SitIn(m.ID))
	p := Show(b.Room, data.ID{})
	if p.of != 2 || p.now().ID != m.Order[0] || p.place.Text != "1 of 2" {
		t.Errorf("%d provisions, first %s, %q", p.of, p.now().Path, p.place.Text)
	}
}

func TestWhatTheMeetingDoesNotConsiderIsReadAsWell(t *testing.T) {
	b := bench(t, "en")
	m, err := b.Desk.SetMeeting(ctx, data.Meeting{Title: "12th", Order: []data.ID{at(t, b, "ch1/art2/2")}})
	roomtest.Must(t, err)
	roomtest.Must(t, b.Desk.SitIn(m.ID))
	aside := at(t, b, "ch1/art2/1")
	p := Show(b.Room, aside)
	if p.now().ID != aside || b.Selection.Provision() != aside || p.place.Text != "Not before this meeting" {
		t.Errorf("at %s, %q", p.now().Path, p.place.Text)
	}
	p.goTo("2.2")
	if p.now().ID != m.Order[0] || p.place.Text != "1 of 1" {
		t.Errorf("jumped to %s, %q", p.now().Path, p.place.Text)
	}
	p.goTo("2.1")
	if p.now().ID != aside || len(b.Toasts) != 0 {
		t.Errorf("jumped to %s, told %v", p.now().Path, b.Toasts)
	}
	whole := Show(b.Room, at(t, b, "ch1/art2"))
	if now := whole.now(); now.Parent != at(t, b, "ch1/art2") {
		t.Errorf("article 2 is read at %s", now.Path)
	}
}

func TestTheNextStepIsShownWhileItsKeyIsHeld(t *testing.T) {
	b := bench(t, "en")
	id := at(t, b, "ch1/art2/1")
	err := b.Desk.SetLadder(ctx, data.Ladder{Provision: id, Steps: []data.LadderStep{
		{Wording: data.Words{data.English: "First words."}, Roles: []data.Role{data.RoleHead}},
		{Wording: data.Words{data.English: "Second words."}, Roles: []data.Role{data.RoleHead}},
	}})
	roomtest.Must(t, err)
	p := Show(b.Room, id)
	if strings.Contains(words(p.ours.object), "Second words.") {
		t.Fatal("the next step is shown")
	}
	p.key(ladderKey)
	if !strings.Contains(words(p.ours.object), "Second words.") {
		t.Error("the next step is not shown while the key is held")
	}
	p.ours.hold.KeyUp(&fyne.KeyEvent{Name: ladderKey})
	if strings.Contains(words(p.ours.object), "Second words.") {
		t.Error("the next step is still shown")
	}
}

// TestTheSecondWindowCanHoldNothingConfidential goes through the types of what the
// second window is made from and of the window itself.
func TestTheSecondWindowCanHoldNothingConfidential(t *testing.T) {
	public := map[reflect.Type]bool{
		reflect.TypeFor[string](): true, reflect.TypeFor[[]textview.Block](): true, reflect.TypeFor[data.Clock](): true,
	}
	for f := range fields(reflect.TypeFor[Screen]()) {
		if !public[f.Type] {
			t.Errorf("a Screen has %s, a %s", f.Name, f.Type)
		}
	}
	for f := range fields(reflect.TypeFor[Window]()) {
		if name := f.Type.String(); strings.Contains(name, "room.") || strings.Contains(name, "desk.") || strings.Contains(name, "data.") {
			t.Errorf("the second window has %s, a %s", f.Name, name)
		}
	}
}

func fields(of reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range of.NumField() {
			if !yield(of.Field(i)) {
				return
			}
		}
	}
}

func TestTheSecondWindowFollowsUntilItIsFrozen(t *testing.T) {
	b := bench(t, "en")
	m, err := b.Desk.SetMeeting(ctx, data.Meeting{Title: "12th", Each: 3 * time.Minute})
	roomtest.Must(t, err)
	roomtest.Must(t, b.Desk.SitIn(m.ID))
	closed := false
	f := Follow(b.Room, func() { closed = true })
	b.Selection.Select(at(t, b, "ch1/art2/1"))
	first := f.window.shown
	if len(first.Blocks) != 2 || strings.Contains(first.Blocks[1].Text, "secret") || first.Who != "" {
		t.Errorf("it shows %+v", first)
	}
	f.Freeze(true)
	b.Selection.Select(at(t, b, "ch1/art2/2"))
	_, err = b.Desk.TakeFloor(ctx, data.Turn{By: data.Speaker{Code: "KEN"}})
	roomtest.Must(t, err)
	f.Refresh()
	if got := f.window.shown; got.Number != first.Number || got.Who != "Kenya" || got.Clock.Limit != 3*time.Minute {
		t.Errorf("frozen, it shows %q and %q", got.Number, got.Who)
	}
	f.Freeze(false)
	if f.window.shown.Number == first.Number {
		t.Error("it does not follow again")
	}
	f.Close()
	if !closed {
		t.Error("nobody is told that it is closed")
	}
	f.Refresh() // of nothing
}

// TestTheSecondWindowStaysInAnotherLanguage builds it anew while it keeps a
// provision, and while it follows.
func TestTheSecondWindowStaysInAnotherLanguage(t *testing.T) {
	b := bench(t, "en")
	f := Follow(b.Room, func() { t.Error("who was told before is told that it is closed") })
	windows, window := len(fyne.CurrentApp().Driver().AllWindows()), f.window.window
	b.Selection.Select(at(t, b, "ch1/art2/1"))
	kept := f.window.shown
	f.Freeze(true)
	b.Selection.Select(at(t, b, "ch1/art2/2"))

	r, closed := *b.Room, false
	r.Loc = translations.New("fr")
	b.Selection.Silence()
	f.Rebuild(&r, func() { closed = true })
	if f.window.window != window || len(fyne.CurrentApp().Driver().AllWindows()) != windows {
		t.Fatal("it is another window")
	}
	first, err := b.Desk.Provision(at(t, b, "ch1/art2/1"))
	roomtest.Must(t, err)
	got := f.window.shown
	if !f.Frozen() || got.Number == kept.Number || got.Number != numberOf(&r, first) || f.window.number.Text != got.Number {
		t.Errorf("it shows %q where it kept %q", f.window.number.Text, kept.Number)
	}
	if !reflect.DeepEqual(got.Blocks, kept.Blocks) || !reflect.DeepEqual(f.window.words.Blocks(), kept.Blocks) {
		t.Errorf("it shows the words %+v", got.Blocks)
	}
	if window.Title() != r.Loc.T("reading.screen") {
		t.Errorf("it is called %q", window.Title())
	}
	f.Freeze(false)
	b.Selection.Select(first.ID)
	b.Selection.Select(at(t, b, "ch1/art2/2"))
	if f.window.shown.Number == got.Number {
		t.Error("it does not follow any more")
	}
	f.Close()
	if !closed {
		t.Error("nobody is told that it is closed")
	}
}
