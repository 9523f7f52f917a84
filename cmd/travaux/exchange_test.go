package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/exchange"
	"travaux/data/vault"
)

// opened does something at the desk of a place's vault.
func (p place) opened(t *testing.T, do func(ctx context.Context, d *desk.Desk) error) {
	t.Helper()
	ctx := context.Background()
	v, err := vault.Open(ctx, p.vault, vault.Options{Passphrase: []byte("a passphrase for tests")})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	d, err := desk.Open(ctx, v)
	if err == nil {
		err = do(ctx, d)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestExchangeWithoutAWindow: a delegate joins the head's delegation by files, and
// both exchange what they wrote.
func TestExchangeWithoutAWindow(t *testing.T) {
	head, ana := newPlace(t), newPlace(t)
	draft := filepath.Join(head.dir, "draft.txt")
	write(t, draft, small)
	head.must(t, "new", "--title", "Kites", "--name", "Irena", "--role", "head")
	head.must(t, "import", draft, "--lang", "en", "--symbol", "K/1")
	head.opened(t, func(ctx context.Context, d *desk.Desk) error { return d.StartRoster(ctx, "blue laptop") })

	card := filepath.Join(ana.dir, "ana"+exchange.CardEnding)
	code, recovery, told := ana.in("card", "--out", card, "--name", "Ana", "--laptop", "grey laptop", "--role", "delegate")
	if code != exitOK || strings.TrimSpace(recovery) == "" || !strings.Contains(told, "Fingerprint") {
		t.Fatalf("card: exit %d, %q, %q", code, recovery, told)
	}
	var fingerprint string
	head.opened(t, func(ctx context.Context, d *desk.Desk) error {
		f, err := os.Open(card)
		if err != nil {
			return err
		}
		defer f.Close()
		c, err := exchange.ReadCard(f)
		if err != nil {
			return err
		}
		fingerprint = strings.Join(d.Fingerprint(), " ")
		_, err = d.Admit(ctx, c, data.Member{Name: c.Person, Role: c.Role})
		return err
	})

	first := filepath.Join(head.dir, "first.tbx")
	if out := head.must(t, "pack", "--out", first); !strings.Contains(out, "grey laptop — Ana (Delegate)") && !strings.Contains(out, "Ana") {
		t.Errorf("pack says %q", out)
	}
	if out := ana.must(t, "join", first); !strings.Contains(out, fingerprint) || !strings.Contains(out, "Kites") {
		t.Errorf("join says %q", out)
	}
	if code, _, _ := ana.in("join", first, "--fingerprint", "00000 00000"); code == exitOK {
		t.Error("joined with another fingerprint")
	}
	ana.must(t, "join", first, "--fingerprint", fingerprint)

	ana.opened(t, func(ctx context.Context, d *desk.Desk) error {
		text, err := d.Current()
		if err != nil {
			return err
		}
		p, _ := text.At("art1/1")
		_, err = d.Comment(ctx, p.ID, data.Anchor{}, "Which wind?")
		return err
	})
	second := filepath.Join(ana.dir, "second.tbx")
	ana.must(t, "pack", "--out", second, "--to", "irena")
	if code, _, _ := ana.in("pack", "--out", second+"x", "--to", "nobody"); code != exitInput {
		t.Errorf("packed for nobody: exit %d", code)
	}
	if out := head.must(t, "take", second, "--dry-run"); !strings.Contains(out, "Comments: 1 added") || !strings.Contains(out, "Ana (Delegate)") {
		t.Errorf("dry run: %q", out)
	}
	count := func() (n int) {
		head.opened(t, func(_ context.Context, d *desk.Desk) error {
			n = len(d.AllComments())
			return nil
		})
		return n
	}
	if count() != 0 {
		t.Error("the dry run has taken it in")
	}
	head.must(t, "take", second)
	if count() != 1 {
		t.Error("not taken in")
	}
	if out := head.must(t, "take", second); !strings.Contains(out, "taken in before") {
		t.Errorf("taken twice: %q", out)
	}
	content, err := os.ReadFile(second)
	if err != nil {
		t.Fatal(err)
	}
	write(t, second, string(content[:len(content)/2]))
	if code, _, errs := head.in("take", second); code != exitInput || !strings.Contains(errs, "incomplete") {
		t.Errorf("half a bundle: exit %d, %q", code, errs)
	}
}
