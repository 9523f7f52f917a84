package library

import (
	"context"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	books "travaux/data/library"
	"travaux/data/vault"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

var ctx = context.Background()

const resolution = `A/RES/91/4

The General Assembly,

Recalling its resolution 90/1 of 2 May,

1. Calls upon every State Party to ensure that lanterns are lit before dusk;

2. Decides to remain seized of the matter.
`

// shelved is a room with a draft, a provision of it selected, and a resolution in
// the library, added on the page as a person does.
func shelved(t *testing.T, lang string) (*roomtest.Bench, *Page, data.ID) {
	t.Helper()
	b := roomtest.New(t, lang)
	text := b.Import(t, "L/1", data.English, roomtest.English)
	var at data.ID
	for _, p := range text.Provisions {
		if p.Path == "ch1/art2/1" {
			at = p.ID
		}
	}
	b.Selection.Select(at)
	p := Show(b.Room)
	p.add("a.txt", func() ([]byte, error) { return []byte(resolution), nil })
	if len(b.Errors) > 0 {
		t.Fatal(b.Errors)
	}
	return b, p, at
}

func TestAFileBecomesADocumentOfTheLibrary(t *testing.T) {
	b, p, _ := shelved(t, "en")
	if m, _ := p.now(); m != works || len(p.rows) != 1 || !strings.Contains(p.rows[0].title, "A/RES/91/4") {
		t.Fatalf("listed %+v", p.rows)
	}
	w := b.Desk.Works()[0]
	if w.Kind != data.WorkResolution || !w.Agreed || w.Texts[0].Number != 3 {
		t.Errorf("kept %+v", w)
	}
	p.add("a.txt", func() ([]byte, error) { return []byte(resolution), nil })
	if len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != desk.CodeAlready {
		t.Errorf("the same again: %v", b.Errors)
	}
}

func TestWordsAreFound(t *testing.T) {
	_, p, _ := shelved(t, "en")
	p.mode.Choose(int(withWords))
	p.ask.SetText("lanterns dusk")
	p.turn()
	if len(p.rows) != 1 || !strings.Contains(p.rows[0].title, "A/RES/91/4, OP1") {
		t.Fatalf("listed %+v", p.rows)
	}
	p.ask.SetText("nothing like it")
	p.load()
	if len(p.rows) != 0 || p.count.Text != "0 paragraphs" {
		t.Errorf("listed %+v, %q", p.rows, p.count.Text)
	}
}

func TestTheNearestWordingIsShownAndInserted(t *testing.T) {
	for _, lang := range []string{"en", "ar", "zh"} {
		b, _, at := shelved(t, lang)
		p := Find(b.Room, data.English, "Every State Party shall ensure that lanterns should be lit at dusk.")
		if len(p.rows) == 0 || !strings.Contains(p.rows[0].title, "A/RES/91/4") {
			t.Fatalf("%s: listed %+v", lang, p.rows)
		}
		s, err := b.Desk.Library(data.English)
		roomtest.Must(t, err)
		near := s.Nearest("Every State Party shall ensure that lanterns should be lit at dusk.", 1)[0]
		for i := range draftFields {
			p.insert(i, data.English, near.Place, near.Text)
		}
		pos := b.Desk.Position(at)
		want := "“Calls upon every State Party to ensure that lanterns are lit before dusk” (A/RES/91/4, OP1)"
		if pos.Wording[data.English] != want || pos.PublicReasons[data.English] != want || pos.TalkingPoints[data.English] != want {
			t.Errorf("%s: inserted %+v; %v", lang, pos, b.Errors)
		}
		if found, err := b.Desk.Misquotations(); err != nil || len(found) != 0 {
			t.Errorf("%s: what was inserted is said to be misquoted: %+v, %v", lang, found, err)
		}
		p.prose = true
		if got := p.quotation(data.English, near.Place, near.Text); !strings.Contains(got, "(paragraph 1 of General Assembly resolution 91/4)") {
			t.Errorf("%s: in words %q", lang, got)
		}
	}
}

func TestTheSignsShowWhatDiffers(t *testing.T) {
	w := books.Wording{Text: "We call on States to keep rivers clean, always.", Start: 11, End: 38}
	b := compared(w, "States keep all rivers clean.", data.English)
	if b.Text != "We call on States to keep all rivers clean, always." {
		t.Errorf("text %q", b.Text)
	}
	for _, m := range b.Marks {
		if m.Start < 0 || m.End > len([]rune(b.Text)) || m.Start > m.End {
			t.Errorf("mark %+v outside of %q", m, b.Text)
		}
	}
}

func TestMisquotationsLeadToTheirProvision(t *testing.T) {
	b, p, at := shelved(t, "en")
	roomtest.Must(t, b.Desk.SetPosition(ctx, data.Position{
		Provision: at, PublicReasons: data.Words{data.English: "“every State Party to ensure that lanterns are lit after dusk” (A/RES/91/4, OP1)"},
	}))
	p.mode.Choose(int(misquoted))
	p.turn()
	if len(p.rows) != 1 || !strings.Contains(p.rows[0].title, "public reasons") {
		t.Fatalf("listed %+v", p.rows)
	}
	b.Selection.Select(data.ID{})
	p.rows[0].open()
	if b.Selection.Provision() != at || p.Shown() {
		t.Error("it does not lead to the provision")
	}
}

// TestWordsOfAnotherParagraphAreListed holds that in each language the list says where
// the words are, and where they are not.
func TestWordsOfAnotherParagraphAreListed(t *testing.T) {
	for _, lang := range data.Langs {
		b, p, at := shelved(t, string(lang))
		roomtest.Must(t, b.Desk.SetPosition(ctx, data.Position{
			Provision: at, Wording: data.Words{data.English: "“every State Party to ensure that lanterns are lit before dusk” (A/RES/91/4, OP2)"},
		}))
		p.mode.Choose(int(misquoted))
		p.turn()
		right := b.Loc.CiteWork("A/RES/91/4", "", "OP1", true)
		if len(p.rows) != 1 || !strings.Contains(p.rows[0].title, right) || !strings.Contains(p.rows[0].title, b.Loc.Isolate("OP2")) || !strings.Contains(p.rows[0].detail, "before dusk") {
			t.Errorf("%s: listed %+v", lang, p.rows)
		}
	}
}

// TestMisquotingStatementsLeadToWhatTheyAreAbout holds that a statement is named by
// its title, and leads nowhere where it is about no provision.
func TestMisquotingStatementsLeadToWhatTheyAreAbout(t *testing.T) {
	b, p, at := shelved(t, "en")
	for title, about := range map[string][]data.ID{"On dusk": {at}, "In general": nil} {
		_, err := b.Desk.SetSpeech(ctx, data.Speech{
			Title: title, Provisions: about,
			Text: data.Words{data.English: "“every State Party to ensure that lanterns are lit after dusk” (A/RES/91/4, OP1)"},
		})
		roomtest.Must(t, err)
	}
	p.mode.Choose(int(misquoted))
	p.turn()
	if len(p.rows) != 2 {
		t.Fatalf("listed %+v", p.rows)
	}
	led := false
	for _, r := range p.rows {
		r.show()
		on := strings.Contains(r.title, "On dusk") && strings.Contains(r.title, "a statement of ours")
		if on != (r.open != nil) {
			t.Errorf("%s leads: %v", r.title, r.open != nil)
		}
		led = led || on
	}
	if !led {
		t.Errorf("listed %+v", p.rows)
	}
	for _, r := range p.rows {
		if r.open != nil {
			r.open()
		}
	}
	if b.Selection.Provision() != at || p.Shown() {
		t.Error("it does not lead to the provision")
	}
}

func TestWhatIsKnownOfADocumentIsCorrected(t *testing.T) {
	b, p, _ := shelved(t, "en")
	w := b.Desk.Works()[0]
	w.Title = data.Words{data.English: "Lanterns at dusk"}
	roomtest.Must(t, b.Desk.SetWork(ctx, w))
	p.Refresh()
	if !strings.Contains(p.rows[0].detail, "Lanterns at dusk") {
		t.Errorf("listed %+v", p.rows)
	}
	var o fyne.CanvasObject = p.workView(w.ID)
	if o.MinSize().Width == 0 {
		t.Error("nothing is shown of it")
	}
}
