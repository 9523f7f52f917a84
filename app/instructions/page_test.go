package instructions

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/page"
	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/vault"
)

var ctx = context.Background()

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

// bench is a room with a text, and the instructions that are given.
func bench(t *testing.T, lang string, list ...data.Instruction) (*roomtest.Bench, *desk.Text, []data.Instruction) {
	t.Helper()
	b := roomtest.New(t, lang)
	text := b.Import(t, "A/1", data.English, roomtest.English)
	for n, i := range list {
		var err error
		list[n], err = b.Desk.SetInstruction(ctx, i)
		roomtest.Must(t, err)
	}
	return b, text, list
}

func press(b *roomtest.Bench, name fyne.KeyName) {
	b.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
}

func day(t *testing.T, s string) data.Moment {
	t.Helper()
	m, err := data.ParseMoment(s, data.UTC)
	roomtest.Must(t, err)
	return m
}

func shown(p *Page) (out []string) {
	for _, r := range p.rows.shown {
		out = append(out, r.Reference)
	}
	slices.Sort(out)
	return out
}

func TestTheFiltersLetThroughWhatTheySay(t *testing.T) {
	b, _, list := bench(t, "en",
		data.Instruction{Reference: "old", Text: "Keep the lamp."},
		data.Instruction{Reference: "lapsed", Text: "Rest.", Lapses: day(t, "2020-01-01")},
		data.Instruction{Reference: "yes", Text: "Agree.", Stance: data.StanceSupport},
		data.Instruction{Reference: "no", Text: "Refuse.", Stance: data.StanceOppose},
		data.Instruction{Reference: "soon", Text: "Hurry.", Lapses: data.At(time.Now().Add(time.Hour), data.UTC)},
	)
	_, err := b.Desk.SetInstruction(ctx, data.Instruction{Reference: "new", Text: "Keep two lamps.", Supersedes: []data.ID{list[0].ID}})
	roomtest.Must(t, err)
	p := Show(b.Room)
	for _, c := range []struct {
		name, find string
		on         []int
		want       string
	}{
		{"no filter", "", nil, "lapsed new no old soon yes"},
		{"in force", "", []int{1}, "new no soon yes"},
		{"contradicted", "", []int{2}, "no yes"},
		{"lapses soon", "", []int{3}, "soon"},
		{"closed", "", []int{4}, "lapsed old"},
		{"one of two", "", []int{3, 4}, "lapsed old soon"},
		{"words", "LAMPS two", nil, "new"},
		{"words and filter", "keep", []int{4}, "old"},
		{"nothing", "xyz", nil, ""},
	} {
		for i := range filters {
			p.filters.SetOn(i, slices.Contains(c.on, i))
		}
		p.find.SetText(c.find)
		p.set(p.rows.all)
		if got := strings.Join(shown(p), " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if p.none.Visible() != (c.want == "") {
			t.Errorf("%s: it is said that nothing is there: %v", c.name, p.none.Visible())
		}
	}
}

func TestKeysReadEditAndGo(t *testing.T) {
	b, text, list := bench(t, "en", data.Instruction{Reference: "MFA/1", Text: "Keep the lamp."})
	duty := text.Provisions[len(text.Provisions)-1].ID
	m, err := b.Desk.SetMember(ctx, data.Member{Name: "Deputy", Role: data.RoleDeputy})
	roomtest.Must(t, err)
	i := list[0]
	i.Provisions = []data.ID{duty}
	_, err = b.Desk.SetInstruction(ctx, i)
	roomtest.Must(t, err)
	roomtest.Must(t, b.Desk.WorkAs(m.ID))
	p := Show(b.Room)
	if now, ok := p.current(); !ok || !now.Await {
		t.Fatal("what waits to be read is not shown")
	}
	press(b, fyne.KeyR)
	p.Refresh()
	if now, _ := p.current(); now.Await || len(now.Read) != 1 || now.Read[0].By != m.ID {
		t.Errorf("R does not say that it was read: %+v", now.Read)
	}
	press(b, fyne.KeyE)
	if p.Shown() || !slices.Equal(b.Edited, []data.ID{i.ID}) {
		t.Error("E does not open the editor")
	}
	p = Show(b.Room)
	press(b, fyne.KeyG)
	if p.Shown() || b.Selection.Provision() != duty {
		t.Error("G does not go to the provision")
	}
}

// cable is what is pasted in the tests.
const cable = "Instructions for the second session\n\n1. Article 2, paragraph 1: the duty has to stand.\nYield on nothing.\n\n2. Be on time.\n\n3. As regards article 1: retain the definitions."

func TestACableBecomesInstructionsThatPointToItsWords(t *testing.T) {
	b, text, _ := bench(t, "en")
	ShowCable(b.Room)
	w, err := readCable(ctx, b.Desk, "cable.txt", []byte(cable), data.NoProgress{})
	roomtest.Must(t, err)
	if len(w.Parts) != 2 || w.taken() != 0 {
		t.Fatalf("proposed %+v", w.Parts)
	}
	d := divide(b.Room, keepOf(b), "", []byte(cable), func() {})
	press(b, fyne.KeyA)
	if d.work.taken() != 2 {
		t.Fatalf("A takes %d parts", d.work.taken())
	}
	at := strings.Index(d.work.Text, "Be on time.")
	if n := d.work.mark(b.Desk, at-1, at+len("Be on time.\n")); n != 1 || d.work.words(d.work.Parts[n]) != "Be on time." || len(d.work.Parts[n].Provisions) != 0 {
		t.Fatalf("marked part %d of %+v", n, d.work.Parts)
	}
	d.fields.Reference.SetText("MFA/7")
	d.fields.Lapses.SetText("2036-11-14 18:00")
	d.typed()
	d.store()
	if len(b.Errors) > 0 {
		t.Fatal(b.Errors)
	}
	duty, _ := text.At("ch1/art2/1")
	var got []string
	for _, i := range b.Desk.AllInstructions() {
		c, err := b.Desk.Cable(i.Cable.Cable)
		roomtest.Must(t, err)
		if words := string([]rune(c.Text)[i.Cable.Start:i.Cable.End]); words != i.Text {
			t.Errorf("%q points to %q", i.Text, words)
		}
		if i.Lapses.String() != "2036-11-14 18:00" {
			t.Errorf("lapses %s", i.Lapses)
		}
		if strings.Contains(i.Text, "Yield") && !slices.Equal(i.Provisions, []data.ID{duty.ID}) {
			t.Errorf("%q is about %v", i.Text, i.Provisions)
		}
		got = append(got, i.Reference)
		file, err := b.Desk.CableFile(c.ID)
		if err != nil || string(file) != cable {
			t.Errorf("the original is %q, %v", file, err)
		}
	}
	slices.Sort(got)
	if strings.Join(got, " ") != "MFA/7 (1) MFA/7 (2) MFA/7 (3)" {
		t.Errorf("recorded %q", got)
	}
	if _, ok := keepOf(b).Read(workKey); ok {
		t.Error("what was recorded is still kept")
	}
}

func TestACableThatWasBegunComesBack(t *testing.T) {
	b, _, _ := bench(t, "en")
	d := divide(b.Room, keepOf(b), "cable.txt", []byte(cable), func() {})
	d.alter(1, func(p *part) { p.Taken = true })
	d.fields.Reference.SetText("MFA/8")
	d.typed()
	d.page.Close()
	again := showCable(b.Room)
	if again == nil || again.work.String() != d.work.String() || again.fields.Reference.Text() != "MFA/8" {
		t.Fatalf("it comes back as %+v", again.work)
	}
	again.discard()
	if _, ok := keepOf(b).Read(workKey); ok || b.Page != nil {
		t.Error("it cannot be discarded")
	}
}

func TestWhatIsKeptAndBrokenIsNoCable(t *testing.T) {
	for name, kept := range map[string]string{
		"nothing": "", "no text": "{}", "not ours": "[1]", "half": `{"Text":"Hold`,
	} {
		if w, ok := readWork(kept); ok {
			t.Errorf("%s: %+v", name, w)
		}
	}
	w, ok := readWork(`{"Text":"Hold.","Parts":[{"Start":-1,"End":2},{"Start":0,"End":99},{"Start":3,"End":3},{"Start":0,"End":4}]}`)
	if !ok || len(w.Parts) != 1 {
		t.Errorf("%+v", w)
	}
}

func keepOf(b *roomtest.Bench) *page.Keep {
	return page.NewKeep(b.Desk, func(err error) { b.Fail(err) })
}
