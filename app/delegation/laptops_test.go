package delegation

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/app/page/roomtest"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/exchange"
	"travaux/data/vault"
)

// all finds the objects of a kind that can be seen.
func all[T fyne.CanvasObject](o fyne.CanvasObject) (found []T) {
	if !o.Visible() {
		return nil
	}
	if t, ok := o.(T); ok {
		return []T{t}
	}
	if c, ok := o.(*fyne.Container); ok {
		for _, child := range c.Objects {
			found = append(found, all[T](child)...)
		}
	}
	return found
}

// press presses the button with those words.
func press(t *testing.T, in fyne.CanvasObject, words string) {
	t.Helper()
	for _, b := range all[*look.Button](in) {
		if b.Words() == words {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", words)
}

func words(o fyne.CanvasObject) string {
	var out []string
	for _, t := range all[*look.Text](o) {
		out = append(out, t.Text)
	}
	return strings.Join(out, "\n")
}

// newCard is the card of another laptop.
func newCard(t *testing.T, person string, role data.Role) exchange.Card {
	t.Helper()
	o := vault.Options{Passphrase: []byte("tests only"), KDF: vault.KDF{Time: 1, Memory: 8, Threads: 1}}
	v, _, err := vault.Create(context.Background(), filepath.Join(t.TempDir(), "vault"), o)
	roomtest.Must(t, err)
	t.Cleanup(func() { v.Close() })
	c, err := exchange.NewCard(person, "Blue laptop", role, v.SigningKey(), v.Recipient(), time.Now(), v.Sign)
	roomtest.Must(t, err)
	return c
}

// started is the list with a roster that was started in the window.
func started(t *testing.T) (*roomtest.Bench, *laptops) {
	t.Helper()
	b := roomtest.New(t, "en")
	l := newLaptops(b.Room)
	l.show()
	b.Window.SetContent(look.Column(l.object, l.panel))
	if !strings.Contains(words(l.object), b.Loc.T("roster.solo")) {
		t.Error("nothing is said of a vault that is one laptop's alone")
	}
	fields := all[*textview.Field](l.panel)
	if len(fields) != 1 {
		t.Fatalf("%d fields", len(fields))
	}
	fields[0].SetText("Grey laptop")
	enter(fields[0])
	if b.Desk.IsSolo() || len(b.Errors) > 0 {
		t.Fatalf("no roster was started: %v", b.Errors)
	}
	return b, l
}

func TestStartARoster(t *testing.T) {
	b, l := started(t)
	seen := words(l.object)
	for _, want := range []string{"Grey laptop", "Aster Quill", b.Desk.Fingerprint()[0]} {
		if !strings.Contains(seen, want) {
			t.Errorf("%q is not shown in %q", want, seen)
		}
	}
}

// TestAdmitALaptop: not before a person said that the digits are the same.
func TestAdmitALaptop(t *testing.T) {
	b, l := started(t)
	card := newCard(t, "Bram Oake", data.RoleAdviser)
	l.compare(card, nil)
	for _, group := range card.Fingerprint() {
		if !strings.Contains(words(l.panel), group) {
			t.Errorf("group %s is not shown", group)
		}
	}
	for _, button := range all[*look.Button](l.panel) {
		if button.Words() == b.Loc.T("roster.admit.yes") {
			t.Fatal("the laptop can be admitted before its digits were compared")
		}
	}
	test.Tap(all[*look.Check](l.panel)[0])
	press(t, l.panel, b.Loc.T("roster.admit.yes"))
	if len(b.Errors) > 0 || len(b.Desk.Laptops()) != 2 {
		t.Fatalf("%d laptops, %v", len(b.Desk.Laptops()), b.Errors)
	}
	m := b.Desk.Member(b.Desk.Laptops()[1].Member)
	if m.Name != "Bram Oake" || m.Role != data.RoleAdviser || !strings.Contains(words(l.object), "Blue laptop") {
		t.Errorf("it is of %+v; shown: %q", m, words(l.object))
	}
}

func TestRemoveAndReplaceALaptop(t *testing.T) {
	b, l := started(t)
	for _, person := range []string{"Bram Oake", "Cleo Lind"} {
		_, err := b.Desk.Admit(context.Background(), newCard(t, person, data.RoleDelegate), data.Member{Name: person, Role: data.RoleDelegate})
		roomtest.Must(t, err)
	}
	l.show()
	press(t, l.rows, b.Loc.T("roster.remove")) // Bram's: the head's own has none
	if b.Desk.Laptops()[1].Removed {
		t.Fatal("removed without being asked")
	}
	press(t, l.panel, b.Loc.T("roster.cancel"))
	press(t, l.rows, b.Loc.T("roster.remove"))
	press(t, l.panel, b.Loc.T("roster.remove.yes"))
	if !b.Desk.Laptops()[1].Removed || len(b.Errors) > 0 {
		t.Fatalf("not removed: %v", b.Errors)
	}
	lost := b.Desk.Laptops()[2]
	l.compare(newCard(t, "Cleo Lind", data.RoleDelegate), &lost)
	test.Tap(all[*look.Check](l.panel)[0])
	press(t, l.panel, b.Loc.T("roster.replace.yes"))
	now := b.Desk.Laptops()
	if len(b.Errors) > 0 || len(now) != 4 || !now[2].Removed || now[3].Removed || now[3].Member != lost.Member {
		t.Errorf("laptops %+v, %v", now, b.Errors)
	}
}

// TestACardOfAMemberWhoIsThere goes to that member, in his role.
func TestACardOfAMemberWhoIsThere(t *testing.T) {
	b, l := started(t)
	known, err := b.Desk.SetMember(context.Background(), data.Member{Name: "Bram Oake", Role: data.RoleNoteTaker})
	roomtest.Must(t, err)
	l.compare(newCard(t, "Bram Oake", data.RoleHead), nil)
	test.Tap(all[*look.Check](l.panel)[0])
	press(t, l.panel, b.Loc.T("roster.admit.yes"))
	if got := b.Desk.Laptops()[1].Member; got != known.ID || b.Desk.Member(got).Role != data.RoleNoteTaker {
		t.Errorf("admitted for %+v", b.Desk.Member(got))
	}
}

// TestTheRightsAreThoseOfTheTable counts the signs of every row.
func TestTheRightsAreThoseOfTheTable(t *testing.T) {
	b := roomtest.New(t, "ar")
	want := 0
	for _, right := range data.Rights {
		for _, role := range data.Roles {
			if role.May(right) {
				want++
			}
		}
	}
	if got := len(all[*look.Icon](rightsTable(b.Loc))); got != want {
		t.Errorf("%d signs, not %d", got, want)
	}
}

func TestTheProcedureIsWrittenInEveryLanguage(t *testing.T) {
	for _, lang := range []string{"ar", "zh", "en", "fr", "ru", "es"} {
		b := roomtest.New(t, lang)
		if got := len(all[*look.Text](procedure(b.Loc))); got != len(chapters)*5 {
			t.Errorf("%s: %d lines", lang, got)
		}
	}
}
