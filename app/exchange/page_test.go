package exchange

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/change"
	"travaux/data/desk"
	"travaux/data/exchange"
	"travaux/data/vault"
	"travaux/translations"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

var ctx = context.Background()

// other is another laptop of the delegation at the bench.
type other struct {
	*desk.Desk
	vault *vault.Vault
}

// joined is a bench whose head has started the roster, and a delegate's laptop.
func joined(t *testing.T, lang string) (*roomtest.Bench, other) {
	t.Helper()
	b := roomtest.New(t, lang)
	b.Import(t, "L/1", data.English, roomtest.English)
	roomtest.Must(t, b.Desk.StartRoster(ctx, "blue laptop"))
	v, _, err := vault.Create(ctx, filepath.Join(t.TempDir(), "ana"), vault.Options{Passphrase: []byte("tests only"), KDF: vault.KDF{Time: 1, Memory: 8, Threads: 1}})
	roomtest.Must(t, err)
	t.Cleanup(func() { v.Close() })
	card, err := desk.MakeCard(v, "Ana Pérez", "grey laptop", data.RoleDelegate)
	roomtest.Must(t, err)
	_, err = b.Desk.Admit(ctx, card, data.Member{Name: card.Person, Role: card.Role})
	roomtest.Must(t, err)
	var first bytes.Buffer
	_, err = b.Desk.Pack(ctx, []change.DeviceID{card.Device()}, &first)
	roomtest.Must(t, err)
	in, err := desk.ReadInvitation(ctx, v, &first)
	roomtest.Must(t, err)
	d, err := desk.Join(ctx, v, in)
	roomtest.Must(t, err)
	return b, other{d, v}
}

// packs writes a bundle of Ana's laptop for the head's.
func (o other) packs(t *testing.T, b *roomtest.Bench, path string) {
	t.Helper()
	var out bytes.Buffer
	_, err := o.Pack(ctx, []change.DeviceID{b.Vault.Device()}, &out)
	roomtest.Must(t, err)
	roomtest.Must(t, os.WriteFile(path, out.Bytes(), 0o600))
}

// words are all words under an object, a line each.
func words(o fyne.CanvasObject) string {
	var out []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *look.Text:
			if o.Visible() {
				out = append(out, o.Text)
			}
		case *look.Button:
			out = append(out, o.Words())
		case *look.Frame:
			walk(o.Held()[0])
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		}
	}
	walk(o)
	return strings.Join(out, "\n")
}

// press presses the button with those words.
func press(t *testing.T, o fyne.CanvasObject, with string) {
	t.Helper()
	var found *look.Button
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *look.Button:
			if o.Words() == with {
				found = o
			}
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		}
	}
	walk(o)
	if found == nil {
		t.Fatalf("no button %q in\n%s", with, words(o))
	}
	found.Tapped(nil)
}

func TestSendThroughTheDropFolder(t *testing.T) {
	b, _ := joined(t, "en")
	p := Show(b.Room)
	if s := words(p.send.rows); !strings.Contains(s, "sent") || !strings.Contains(s, "not confirmed yet") {
		t.Errorf("who has what: %q", s)
	}
	drop := t.TempDir()
	if !p.send.toDrop.Disabled() {
		t.Error("one can write into no folder")
	}
	roomtest.Must(t, b.Desk.SetScratch(dropKey, drop))
	p.refresh()
	press(t, p.send.object, "Write into the drop folder")
	entries, err := os.ReadDir(drop)
	roomtest.Must(t, err)
	if len(entries) != 1 || !strings.HasSuffix(entries[0].Name(), exchange.Ending) || strings.Contains(entries[0].Name(), "Lantern") {
		t.Fatalf("in the drop folder: %v", entries)
	}
	if s := words(p.take.lying); s != "" {
		t.Errorf("one's own bundle is offered: %q", s)
	}
	if len(b.Errors) > 0 || len(b.Toasts) != 1 {
		t.Errorf("errors %v, toasts %v", b.Errors, b.Toasts)
	}
}

func TestTakeInFromTheDropFolder(t *testing.T) {
	b, ana := joined(t, "en")
	text, err := b.Desk.Current()
	roomtest.Must(t, err)
	duty, _ := text.At("ch1/art2/1")
	_, err = ana.Comment(ctx, duty.ID, data.Anchor{}, "Dusk is early here.")
	roomtest.Must(t, err)
	drop := t.TempDir()
	roomtest.Must(t, b.Desk.SetScratch(dropKey, drop))
	ana.packs(t, b, filepath.Join(drop, "from-ana.tbx"))

	p := Show(b.Room)
	press(t, p.take.lying, b.Loc.Isolate("from-ana.tbx"))
	told := words(p.take.shown)
	for _, want := range []string{"Ana Pérez", "Comments: 1 added", "article 2, paragraph 1"} {
		if !strings.Contains(told, want) {
			t.Errorf("not told of %q:\n%s", want, told)
		}
	}
	if len(b.Desk.Comments(duty.ID)) != 0 {
		t.Fatal("taken in before it was asked for")
	}
	press(t, p.take.shown, "Take in")
	if len(b.Desk.Comments(duty.ID)) != 1 || b.Changes != 1 {
		t.Errorf("%d comments, the areas were told %d times", len(b.Desk.Comments(duty.ID)), b.Changes)
	}
	if s := words(p.take.lying); !strings.Contains(s, "taken in") {
		t.Errorf("the file is not marked: %q", s)
	}
	if s := words(p.send.rows); !strings.Contains(s, "lacks") && !strings.Contains(s, "has everything") {
		t.Errorf("the receipt is not shown: %q", s)
	}
	ShowFile(b.Room, filepath.Join(drop, "from-ana.tbx"))
	if len(b.Errors) > 0 {
		t.Errorf("errors: %v", b.Errors)
	}
}

func TestWhatCannotBeTakenIn(t *testing.T) {
	b, ana := joined(t, "en")
	path := filepath.Join(t.TempDir(), "cut.tbx")
	ana.packs(t, b, path)
	content, err := os.ReadFile(path)
	roomtest.Must(t, err)
	roomtest.Must(t, os.WriteFile(path, content[:len(content)-1], 0o600))
	p := ShowFile(b.Room, path)
	if len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != exchange.CodeIncomplete {
		t.Errorf("errors: %v", b.Errors)
	}
	if s := words(p.take.shown); s != "" {
		t.Errorf("something is offered: %q", s)
	}
}

func TestSealedWithAPassphrase(t *testing.T) {
	b, ana := joined(t, "en")
	var out bytes.Buffer
	_, err := ana.PackSealedWith(ctx, []byte("correct horse"), &out)
	roomtest.Must(t, err)
	path := filepath.Join(t.TempDir(), "sealed.tbx")
	roomtest.Must(t, os.WriteFile(path, out.Bytes(), 0o600))
	p := ShowFile(b.Room, path)
	if s := words(p.take.shown); !strings.Contains(s, "sealed with a passphrase") {
		t.Errorf("no passphrase is asked for: %q", s)
	}
	p.take.readWith(path, []byte("correct horse"))
	if s := words(p.take.shown); !strings.Contains(s, "Ana Pérez") {
		t.Errorf("told: %q", s)
	}
	if len(b.Errors) > 0 {
		t.Errorf("errors: %v", b.Errors)
	}
}

func TestBeforeTheRoster(t *testing.T) {
	b := roomtest.New(t, "en")
	p := Show(b.Room)
	if s := words(p.send.rows); !strings.Contains(s, "not started the roster") {
		t.Errorf("a person is not told what to do: %q", s)
	}
	if !p.send.toOther.Disabled() {
		t.Error("one can send to nobody")
	}
}

// TestToldInSixLanguages: nothing is left untranslated, and names, counts and
// places are in all of them.
func TestToldInSixLanguages(t *testing.T) {
	b, ana := joined(t, "en")
	text, err := b.Desk.Current()
	roomtest.Must(t, err)
	duty, _ := text.At("ch1/art2/1")
	_, err = ana.Comment(ctx, duty.ID, data.Anchor{}, "Dusk is early here.")
	roomtest.Must(t, err)
	_, err = ana.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{duty.ID}, Reference: "MFA/LEG/7", Issuer: "Ministry", Text: "Lamps must be lit."})
	roomtest.Must(t, err)
	roomtest.Must(t, ana.SetPosition(ctx, data.Position{Provision: duty.ID, Stance: data.StanceAmend, Wording: data.Words{data.English: "Lamps should burn."}}))
	roomtest.Must(t, b.Desk.SetPosition(ctx, data.Position{Provision: duty.ID, Stance: data.StanceAmend, Wording: data.Words{data.English: "Lamps shall burn."}}))
	path := filepath.Join(t.TempDir(), "a.tbx")
	ana.packs(t, b, path)
	f, err := os.Open(path)
	roomtest.Must(t, err)
	defer f.Close()
	in, err := b.Desk.Preview(ctx, f)
	roomtest.Must(t, err)
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		told := Tell(loc, in).Text()
		if strings.Contains(told, "exchange.") || strings.Contains(told, "{") {
			t.Errorf("%s: %s", lang, told)
		}
		for _, want := range []string{"Ana Pérez", "MFA/LEG/7", translations.Capital(loc.Cite("ch1/art2/1")), loc.T("exchange.kind.comment"), loc.T("exchange.conflicts")} {
			if !strings.Contains(told, want) {
				t.Errorf("%s: not told of %q:\n%s", lang, want, told)
			}
		}
	}
}
