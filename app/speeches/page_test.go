package speeches

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/library"
	"travaux/translations"
)

var ctx = context.Background()

func provision(t *testing.T, b *roomtest.Bench, path string) data.ID {
	t.Helper()
	text, err := b.Desk.Current()
	roomtest.Must(t, err)
	p, ok := text.At(path)
	if !ok {
		t.Fatalf("no provision at %s", path)
	}
	return p.ID
}

func bench(t *testing.T) *roomtest.Bench {
	t.Helper()
	b := roomtest.New(t, "en")
	b.Import(t, "L/1", data.English, roomtest.English)
	rest, duty := provision(t, b, "ch1/art2/2"), provision(t, b, "ch1/art2/1")
	roomtest.Must(t, b.Desk.SetPosition(ctx, data.Position{Provision: duty, TalkingPoints: data.Words{data.English: "Ships need light. It is old custom."}}))
	roomtest.Must(t, b.Desk.SetPosition(ctx, data.Position{Provision: rest, Stance: data.StanceSupport}))
	return b
}

func TestAStatementIsPutTogetherCutCheckedAndDelivered(t *testing.T) {
	b := bench(t)
	p := Show(b.Room, data.ID{})
	p.form.title.Insert("On keepers")
	p.form.addPlace("2")
	p.form.build.build()
	text := p.form.words.Text()
	for _, want := range []string{"Thank you, Chair.", "Article 2, paragraph 1: Ships need light. It is old custom.", "I thank you, Chair."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
	if !p.form.build.missing.Visible() {
		t.Error("nobody is told that there are no talking points on paragraph 2")
	}
	p.page.Leave()
	p = Show(b.Room, data.ID{})
	if p.form.words.Text() != text || p.form.speech.Title != "On keepers" {
		t.Fatalf("what was begun is lost: %+v", p.form.speech)
	}
	p.form.record(nil)
	all := b.Desk.Speeches()
	if len(all) != 1 || len(b.Errors) > 0 || all[0].Text[data.English] != text {
		t.Fatalf("%+v, %v", all, b.Errors)
	}
	p.form.length.Choose(3)
	p.form.length.OnChanged(3)
	p.form.propose()
	if got := p.form.speech.Cuts[data.English][1]; got != text {
		t.Errorf("what fits into a minute is cut to %q", got)
	}
	p.form.words.Insert("(C) Secret words. ")
	p.form.checks.show(p.form.text(), data.English)
	if n := len(p.form.checks.flags); n != 1 || p.form.checks.flags[0].Kind != data.SpeechMarked {
		t.Errorf("%v", p.form.checks.flags)
	}
	p.form.deliver()
	if s := b.Desk.Speeches()[0]; s.Delivered.IsZero() || !strings.HasPrefix(s.Cuts[data.English][1], "(C)") {
		t.Errorf("%+v", s)
	}
	if !p.form.words.Disabled() || p.form.save.Visible() {
		t.Error("what was delivered can be changed")
	}
	p.form.papers()
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(p.form.asked)
	for _, o := range test.LaidOutObjects(b.Room.Window.Canvas().Overlays().Top()) {
		if words, ok := o.(*look.Text); ok && words.Text == b.Room.Loc.T("speeches.papers.reading") {
			if x := driver.AbsolutePositionForObject(o).X; x < at.X-200 {
				t.Errorf("the papers are offered at %v, the button is at %v", x, at.X)
			}
			return
		}
	}
	t.Error("no papers are offered of what was delivered")
}

func TestConfidentialWordsAreFoundWhileTheyAreTyped(t *testing.T) {
	b := bench(t)
	duty := provision(t, b, "ch1/art2/1")
	_, err := b.Desk.Comment(ctx, duty, data.Anchor{}, "We could in the end live without any lamp at all.")
	roomtest.Must(t, err)
	p := Show(b.Room, duty)
	p.form.words.Insert("Thank you. In the end live without any lamp at all. Thank you.")
	p.form.checks.show(p.form.text(), data.English)
	if n := len(p.form.checks.flags); n != 1 {
		t.Fatalf("%d flags", n)
	}
	p.form.checks.show1(p.form.checks.flags[0])
	if got := p.form.words.SelectedText(); got != "In the end live without any lamp at all." {
		t.Errorf("%q is shown", got)
	}
}

// TestTheHeadLetsAStatementOutWhereItIsRefused: the red line is shown while the
// statement is typed, and with a reason its paper is made; with another word it is
// refused again.
func TestTheHeadLetsAStatementOutWhereItIsRefused(t *testing.T) {
	b := bench(t)
	duty := provision(t, b, "ch1/art2/1")
	_, err := b.Desk.SetRedLine(ctx, data.RedLine{Provisions: []data.ID{duty}, Rule: data.RedLineStays, Phrases: data.Words{data.English: "shall ensure"}, Reason: "Safety."})
	roomtest.Must(t, err)
	p := Show(b.Room, duty)
	p.form.words.Insert("We like lamps.")
	p.form.checks.show(p.form.text(), data.English)
	o := p.form.checks.override
	if !o.Object.Visible() || !o.Asking.Visible() || len(p.form.checks.flags) != 1 {
		t.Fatalf("the red line is not shown: %v", p.form.checks.flags)
	}
	dir := t.TempDir()
	p.form.paper(dir, true)
	if files, _ := os.ReadDir(dir); len(files) != 0 || len(b.Errors) != 1 {
		t.Fatalf("%d files, %v", len(files), b.Errors)
	}
	o.Reason.Insert("Capital agreed.")
	test.Tap(o.Release)
	if o.Asking.Visible() || !o.Object.Visible() || o.Reason.Text() != "" || len(b.Errors) != 1 {
		t.Errorf("let out, it is asked for: %v", b.Errors)
	}
	p.form.paper(dir, true)
	if files := b.Certified(t, dir); len(files) != 1 {
		t.Errorf("%d files, %v", len(files), b.Errors)
	}
	p.form.words.Insert("Much. ")
	p.form.checks.show(p.form.text(), data.English)
	if !o.Asking.Visible() {
		t.Error("other words, and they are let out")
	}
}

func TestTheTimerTellsThePace(t *testing.T) {
	b := bench(t)
	x := newPractice(b.Room, "One two three four. Five six seven eight. Nine.", data.English, pacing{pace: 120, limit: 90 * time.Second})
	at := time.Date(2026, 11, 14, 10, 0, 0, 0, time.UTC)
	x.now = func() time.Time { return at }
	x.key(fyne.KeySpace)
	at = at.Add(4 * time.Second)
	x.key(fyne.KeySpace)
	if got := x.pace(); got != 60 {
		t.Errorf("four words in four seconds are %d a minute", got)
	}
	if !strings.Contains(x.clock.Text, "0:04") || !strings.Contains(x.speed.Text, "0:09") {
		t.Errorf("%q, %q", x.clock.Text, x.speed.Text)
	}
	at = at.Add(40 * time.Second)
	x.show()
	if !strings.Contains(x.clock.Text, "last minute") {
		t.Errorf("%q", x.clock.Text)
	}
	x.key(fyne.KeyP)
	at = at.Add(time.Hour)
	if x.gone() != 44*time.Second {
		t.Errorf("the clock that was stopped shows %v", x.gone())
	}
	x.key(fyne.KeyRight)
	x.key(fyne.KeyRight)
	x.take()
	if got := paceOf(b.Desk, data.English); got != 40 {
		t.Errorf("the pace that was taken is %d", got)
	}
}

func TestTheSkeletonIsInTheLanguageOfTheStatement(t *testing.T) {
	points := []data.SpeechPoint{
		{Path: "ch1/art2/1", Text: "Los barcos\nnecesitan luz."},
		{Path: "ch1/art2/2", Stance: data.StanceAmend, Wording: "El guardián descansa."},
		{Path: "ch1/art1"},
	}
	got := skeleton(translations.New("es"), "Grupo de los Faros", points)
	for _, want := range []string{"en nombre del siguiente grupo: Grupo de los Faros.", "Artículo 2, párrafo 1: Los barcos necesitan luz.", "redacción: “El guardián descansa”."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if n := strings.Count(got, "\n\n"); n != 4 {
		t.Errorf("%d paragraphs: a provision without words has one\n%s", n+1, got)
	}
}

// TestAMisquotationInAStatementIsFlaggedWhileTyping holds that it is flagged until
// the exact words are put in, in the language and at the length that are shown, and
// not once the statement was delivered.
func TestAMisquotationInAStatementIsFlaggedWhileTyping(t *testing.T) {
	b := bench(t)
	var waiting []func()
	b.Later = func(_ time.Duration, do func()) { waiting = append(waiting, do) }
	rest := func() {
		for len(waiting) > 0 {
			do := waiting[0]
			waiting = waiting[1:]
			do()
		}
	}
	_, err := b.Desk.AddWork(ctx, data.Work{Symbol: "A/RES/91/4", Kind: data.WorkResolution}, desk.WorkReading{
		Source: data.Source{Lang: data.English, Name: "a.txt", Format: "text"},
		Lines:  []library.Line{{Path: "1", Pointer: "OP1", Text: "Calls upon keepers to light lamps at dusk;"}},
	})
	roomtest.Must(t, err)
	p := Show(b.Room, data.ID{})
	f := p.form
	const wrong, right = "Chair, “light lamps at noon” (A/RES/91/4) is agreed.", "Chair, “light lamps at dusk” (A/RES/91/4) is agreed."
	for _, r := range wrong {
		f.words.TypedRune(r)
	}
	if f.quotes.Object.Visible() {
		t.Error("it is flagged before typing rests")
	}
	rest()
	if !f.quotes.Object.Visible() {
		t.Fatal("it is not flagged")
	}
	f.langs.OnChosen(3)
	if f.quotes.Object.Visible() {
		t.Error("the flag stays in another language")
	}
	f.langs.OnChosen(slices.Index(data.Langs, data.English))
	button := find(f.quotes.Object, "Put in the exact words")
	if button == nil {
		t.Fatal("there is no button")
	}
	button.OnTapped()
	if f.words.Text() != right || f.speech.Text[data.English] != right || f.quotes.Object.Visible() {
		t.Errorf("it reads %q; kept %q", f.words.Text(), f.speech.Text[data.English])
	}
	f.words.Undo()
	rest()
	if f.words.Text() != wrong || !f.quotes.Object.Visible() {
		t.Errorf("undone, it reads %q", f.words.Text())
	}
	f.title.Insert("On lamps")
	f.record(nil)
	f.deliver()
	if f.quotes.Object.Visible() {
		t.Error("what was delivered is flagged")
	}
}

// find is the button with those words.
func find(in fyne.CanvasObject, words string) *look.Button {
	switch o := in.(type) {
	case *look.Button:
		if o.Words() == words {
			return o
		}
	case *fyne.Container:
		for _, c := range o.Objects {
			if b := find(c, words); b != nil {
				return b
			}
		}
	}
	return nil
}
