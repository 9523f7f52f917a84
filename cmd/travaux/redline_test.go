package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/vault"
)

// TestAPaperThatCrossesARedLine is refused with its own code, says where in the
// reader's language and nothing of what, and goes out with the head's reason.
func TestAPaperThatCrossesARedLine(t *testing.T) {
	p := newPlace(t)
	p.must(t, "new", "--title", "Kites", "--name", "A. Head", "--role", "head")
	file := filepath.Join(p.dir, "kites.txt")
	write(t, file, small)
	p.must(t, "import", file, "--symbol", "K/1", "--date", "2026-03-01", "--lang", "en")
	crossKites(t, p)
	paper := filepath.Join(p.dir, "paper.pdf")
	order := []string{"paper", "--lang", "en", "--out", paper}
	code, _, errs := p.in(order...)
	if code != exitRefused || !strings.Contains(errs, "article 1, paragraph 1") || strings.Contains(errs, "every State Party") || strings.Contains(errs, "parliament") {
		t.Fatalf("exit %d: %s", code, errs)
	}
	if _, err := os.Stat(paper); err == nil {
		t.Fatal("the paper was written")
	}
	p.must(t, append(order, "--override-reason", "Capital agreed by telephone.")...)
	p.must(t, order...)
}

// crossKites records a red line in the vault, and a wording that crosses it.
func crossKites(t *testing.T, p place) {
	t.Helper()
	ctx := context.Background()
	secret, err := os.ReadFile(p.passphrase)
	fatal(t, err)
	v, err := vault.Open(ctx, p.vault, vault.Options{Passphrase: []byte(strings.TrimSpace(string(secret))), KDF: kdf})
	fatal(t, err)
	defer v.Close()
	d, err := desk.Open(ctx, v)
	fatal(t, err)
	txt, err := d.Current()
	fatal(t, err)
	duty, ok := txt.At("art1/1")
	if !ok {
		t.Fatal("no article 1")
	}
	_, err = d.SetRedLine(ctx, data.RedLine{
		Provisions: []data.ID{duty.ID}, Rule: data.RedLineStays,
		Phrases: data.Words{data.English: "every State Party"}, Reason: "Ministers promised it in parliament.",
	})
	fatal(t, err)
	fatal(t, d.SetPosition(ctx, data.Position{
		Provision: duty.ID, Stance: data.StanceAmend, Wording: data.Words{data.English: "Parties should respect the wind."},
	}))
}

func fatal(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
