package app

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/app/page/roomtest"
	"travaux/app/room"
	"travaux/data"
)

// openPalette opens the palette of the sample with its shortcut and types.
func openPalette(t *testing.T, p *program, typed string) *palette {
	t.Helper()
	look.Shortcut(key(fyne.KeyK))
	x := p.shell.palette
	if !x.shown() || p.window.Canvas().Focused() != fyne.Focusable(x.field) {
		t.Fatal("Ctrl+K does not open the palette, or leaves the keyboard elsewhere")
	}
	typing(x, typed)
	return x
}

func typing(x *palette, typed string) {
	for _, r := range typed {
		x.field.TypedRune(r)
	}
}

func pressing(p *program, keys ...fyne.KeyName) {
	for _, k := range keys {
		p.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// titles are the words of the rows that are listed.
func (p *palette) titles() []string {
	var list []string
	for _, f := range p.rows {
		list = append(list, f.Words)
	}
	return list
}

func TestThePaletteDoesACommand(t *testing.T) {
	p := openedSample(t, data.English)
	t.Cleanup(func() { look.BlankFrames(false) })
	p.shell.reader.Focus()
	before := p.window.Canvas().Focused()
	x := openPalette(t, p, "hide conf")
	if len(x.rows) == 0 || x.rows[0].ID != "command.hide" || !strings.Contains(x.rows[0].Hint, "H") {
		t.Fatalf("lists %q", x.titles())
	}
	pressing(p, fyne.KeyReturn)
	if !look.FramesBlanked() || x.shown() {
		t.Error("the command was not done, or the palette stays")
	}
	if p.window.Canvas().Focused() != before {
		t.Error("the keyboard did not go back")
	}
}

func TestThePaletteGoesToAProvision(t *testing.T) {
	for name, c := range map[string]struct {
		lang        data.Lang
		typed, path string
	}{
		"by number":               {data.English, "7", "art7"},
		"by number, of provision": {data.English, "#5.1", "art5/1"},
		"by its citation":         {data.French, "article 7", "art7"},
		"by words":                {data.English, "#interference", ""},
		"in Arabic":               {data.Arabic, "المادة 7", "art7"},
		"in Chinese":              {data.Chinese, "第七条", "art7"},
		"in Russian":              {data.Russian, "статья 7", "art7"},
		"in Spanish":              {data.Spanish, "articulo 7", "art7"},
	} {
		t.Run(name, func(t *testing.T) {
			p := openedSample(t, c.lang)
			x := openPalette(t, p, c.typed)
			if len(x.rows) == 0 {
				t.Fatal("nothing is listed")
			}
			pressing(p, fyne.KeyReturn)
			text, _ := p.session.desk.Current()
			at, ok := text.Find(p.shell.reading.Provision())
			if !ok || !strings.HasSuffix(at.Path, c.path) {
				t.Errorf("went to %q", at.Path)
			}
			if look.Path(p.shell.reader.Object(), focusedObject(p.window.Canvas())) == nil {
				t.Error("the text has not the keyboard")
			}
		})
	}
}

func TestThePaletteWorksAsSomebody(t *testing.T) {
	p := openedSample(t, data.English)
	for _, m := range p.session.desk.Members() {
		x := openPalette(t, p, "@"+strings.ToUpper(m.Name))
		if len(x.rows) != 1 {
			t.Fatalf("%s: lists %q", m.Name, x.titles())
		}
		pressing(p, fyne.KeyReturn)
		if p.session.desk.Me().ID != m.ID {
			t.Errorf("does not work as %s", m.Name)
		}
	}
}

func TestSignsRestrictThePalette(t *testing.T) {
	p := openedSample(t, data.English)
	source := func(f *findable) rune { return p.shell.palette.asked[f.source].Prefix }
	for typed, sign := range map[string]rune{">": '>', "<": '>', "#": '#', "@": '@'} { // "<" is ">" in Arabic
		x := openPalette(t, p, typed)
		if len(x.rows) == 0 {
			t.Errorf("%c lists nothing", sign)
		}
		for _, f := range x.rows {
			if source(f) != sign {
				t.Errorf("%c lists %q", sign, f.Words)
			}
		}
		x.close()
	}
	if n := len(p.shell.palette.hints.Objects); n != 3 {
		t.Errorf("%d signs are named, want 3", n)
	}
}

func TestThePaletteListsSubmenusWithTheirWords(t *testing.T) {
	p := openedSample(t, data.English)
	x := openPalette(t, p, "appearance dark")
	if len(x.rows) == 0 || x.rows[0].Words != "Appearance: Dark" {
		t.Fatalf("lists %q", x.titles())
	}
	pressing(p, fyne.KeyReturn)
	if look.Current().Appearance != look.Dark {
		t.Error("not dark")
	}
}

// A keyboard with Latin letters has no 中文.
func TestThePaletteFindsALanguageByItsNameInTheReadersOwn(t *testing.T) {
	for lang, typed := range map[data.Lang]string{data.English: "add chinese", data.French: "colonne chinois"} {
		p := openedSample(t, lang)
		x := openPalette(t, p, typed)
		if len(x.rows) == 0 || !strings.HasSuffix(x.rows[0].Words, "中文") || x.rows[0].Off {
			t.Errorf("%s: lists %q", lang, x.titles())
		}
		pressing(p, fyne.KeyReturn)
		if n := len(p.shell.viewing.Columns()); n != 2 {
			t.Errorf("%s: %d columns", lang, n)
		}
	}
}

func TestThePaletteSaysThatNothingFits(t *testing.T) {
	p := openedSample(t, data.English)
	x := openPalette(t, p, "qqqq")
	if got := x.titles(); len(got) != 1 || got[0] != p.loc.T("find.nothing") || !x.rows[0].Off {
		t.Errorf("lists %q", got)
	}
	pressing(p, fyne.KeyReturn)
	if !x.shown() {
		t.Error("takes what is nothing")
	}
	pressing(p, fyne.KeyEscape)
	if x.open(); len(x.rows) == 0 || x.rows[0].Off {
		t.Errorf("opened again it lists %q", x.titles())
	}
}

func TestUnderAPageThePaletteOffersWhatIsAllowedThen(t *testing.T) {
	p := openedSample(t, data.English)
	p.shell.makePaper()
	x := openPalette(t, p, "import")
	if len(x.rows) == 0 || !x.rows[0].Off || x.rows[0].Hint != p.loc.T("palette.why.covered") {
		t.Fatalf("lists %q", x.titles())
	}
	pressing(p, fyne.KeyReturn)
	if !x.shown() {
		t.Error("what cannot be done closes the palette")
	}
	x.field.SetText("")
	typing(x, "7")
	for _, f := range x.rows {
		if x.asked[f.source].Prefix == '#' {
			t.Errorf("a provision under a page: %q", f.Words)
		}
	}
	pressing(p, fyne.KeyEscape)
	if x.shown() || p.shell.uncovered() {
		t.Error("Escape closes not just the palette")
	}
}

func TestThePaletteRemembersForThisSession(t *testing.T) {
	p := openedSample(t, data.English)
	openPalette(t, p, "more space")
	pressing(p, fyne.KeyReturn) // builds the window anew
	x := openPalette(t, p, "")
	if len(x.rows) == 0 || x.rows[0].ID != "command.roomy" {
		t.Errorf("first is %q", x.titles()[0])
	}
}

func TestArrowsGoAboutThePaletteAndTheFieldKeepsTheKeyboard(t *testing.T) {
	p := openedSample(t, data.Arabic)
	x := openPalette(t, p, "")
	pressing(p, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyTab)
	if at := x.results.list.Selected(); at != 2 {
		t.Errorf("at row %d, want 2", at)
	}
	pressing(p, fyne.KeyPageDown)
	if at := x.results.list.Selected(); at <= 2 {
		t.Errorf("Page Down leads to row %d", at)
	}
	if p.window.Canvas().Focused() != fyne.Focusable(x.field) {
		t.Error("the field lost the keyboard")
	}
	look.Shortcut(key(fyne.KeyK))
	if x.shown() {
		t.Error("Ctrl+K does not close it again")
	}
}

func TestNothingConfidentialIsListed(t *testing.T) {
	p := openedSample(t, data.English)
	d := p.session.desk
	text, _ := d.Current()
	prov := text.Provisions[3].ID
	const secret = "zyzzyva"
	if _, err := d.Comment(context.Background(), prov, data.Anchor{}, secret+" comment"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.SetInstruction(context.Background(), data.Instruction{Provisions: []data.ID{prov}, Text: secret, Reference: secret, Issuer: secret}); err != nil {
		t.Fatal(err)
	}
	err := d.ChangePosition(context.Background(), prov, func(x *data.Position) {
		x.InternalReasons, x.Wording = secret, data.Words{data.English: secret}
	})
	if err != nil {
		t.Fatal(err)
	}
	p.shell.changed()
	for _, typed := range []string{secret, ">" + secret, "#" + secret, "@" + secret} {
		if x := openPalette(t, p, typed); len(x.rows) != 1 || x.rows[0].Words != p.loc.T("find.nothing") {
			t.Errorf("%q lists %q", typed, x.titles())
		}
		p.shell.palette.close()
	}
}

func TestEnterBeforeTheProvisionsAreThere(t *testing.T) {
	p := openedSample(t, data.English)
	var later func()
	p.shell.palette.room.Run = func(work func(context.Context, data.Progress) error, then func()) {
		later = func() {
			if work(context.Background(), data.NoProgress{}) == nil {
				then()
			}
		}
	}
	openPalette(t, p, "#7")
	pressing(p, fyne.KeyReturn)
	later()
	text, _ := p.session.desk.Current()
	if at, _ := text.Find(p.shell.reading.Provision()); !strings.HasSuffix(at.Path, "art7") {
		t.Errorf("went to %q", at.Path)
	}
}

func TestCommandsDoNothingUnderAMessageButWhatMustBePossible(t *testing.T) {
	p := openedSample(t, data.English)
	t.Cleanup(func() { look.BlankFrames(false) })
	p.ask("A message", "")
	look.Shortcut(key(fyne.KeyK))
	if p.shell.palette.shown() {
		t.Error("the palette opens under a message")
	}
	look.Shortcut(key(fyne.KeyH))
	if !look.FramesBlanked() {
		t.Error("nothing can be hidden under a message")
	}
}

func TestAPressTakesARowOfThePalette(t *testing.T) {
	p := openedSample(t, data.English)
	t.Cleanup(func() { look.BlankFrames(false) })
	x := openPalette(t, p, "hide conf")
	row := newPressed(newFoundRow(), x.take)
	test.Tap(row)
	if !look.FramesBlanked() || x.shown() {
		t.Error("a press on the marked row does nothing")
	}
}

// BenchmarkPaletteOpens opens the palette over 700 provisions and types a letter.
func BenchmarkPaletteOpens(b *testing.B) {
	p := newTestProgram(b, data.English)
	s := lightVault(b, filepath.Join(b.TempDir(), "vault"))
	bench := roomtest.Bench{Room: &room.Room{Desk: s.desk}}
	var text strings.Builder
	text.WriteString("Draft Convention\n\n")
	for article := range 140 {
		fmt.Fprintf(&text, "Article %d\nDuties of keepers\n\n", article+1)
		for paragraph := range 4 {
			fmt.Fprintf(&text, "%d. Every State Party shall adopt such legislative and other measures as may be necessary.\n\n", paragraph+1)
		}
	}
	if n := len(bench.Import(b, "A/1", data.English, text.String()).Provisions); n < 700 {
		b.Fatalf("%d provisions", n)
	}
	p.enter(s)
	for b.Loop() {
		look.Shortcut(key(fyne.KeyK))
		typing(p.shell.palette, "m")
		p.shell.palette.close()
	}
}
