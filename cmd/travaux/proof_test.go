package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/vault"
)

// delegation is a vault with a draft on kites and an approved position on its
// first paragraph.
func delegation(t *testing.T) place {
	t.Helper()
	p := newPlace(t)
	p.must(t, "new", "--title", "Kites", "--name", "Aster Quill", "--role", "head")
	file := filepath.Join(p.dir, "kites.txt")
	write(t, file, small)
	p.must(t, "import", file, "--symbol", "K/1", "--date", "2026-03-01", "--kind", "zero")
	p.act(t, func(ctx context.Context, d *desk.Desk, id data.ID) error {
		if err := d.SetPosition(ctx, data.Position{
			Provision: id, Stance: data.StanceRedLine, Wording: data.Words{data.English: "1. Every State Party shall respect the wind and the rain."},
			PublicReasons: data.Words{data.English: "Kites fly in both."}, InternalReasons: "Never without the rain.",
		}); err != nil {
			return err
		}
		if err := d.Submit(ctx, id); err != nil {
			return err
		}
		return d.Approve(ctx, id, "")
	})
	return p
}

// act does something at the desk of the place, on the first paragraph.
func (p place) act(t *testing.T, do func(ctx context.Context, d *desk.Desk, id data.ID) error) {
	t.Helper()
	ctx := context.Background()
	v, err := vault.Open(ctx, p.vault, vault.Options{Passphrase: []byte("a passphrase for tests"), KDF: kdf})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	d, err := desk.Open(ctx, v)
	if err != nil {
		t.Fatal(err)
	}
	txt, err := d.Current()
	if err != nil {
		t.Fatal(err)
	}
	par, ok := txt.At("art1/1")
	if !ok {
		t.Fatal("no first paragraph")
	}
	if err := do(ctx, d, par.ID); err != nil {
		t.Fatal(err)
	}
}

// TestAPaperIsConfirmedUntilItsApprovalLapses plays what a paper goes through.
func TestAPaperIsConfirmedUntilItsApprovalLapses(t *testing.T) {
	p := delegation(t)
	paper := filepath.Join(p.dir, "paper.pdf")
	p.must(t, "paper", "--lang", "en", "--out", paper, "--approved", "--date", "2026-03-02")
	if out := p.must(t, "verify", paper); !strings.Contains(out, "It is what was approved, and nothing was altered: 1 provision") || strings.Contains(out, "Quill") {
		t.Errorf("verify says %q", out)
	}
	again := filepath.Join(p.dir, "again.pdf")
	p.must(t, "paper", "--lang", "en", "--out", again, "--approved", "--date", "2026-03-02")
	first, err := os.ReadFile(paper)
	if err != nil {
		t.Fatal(err)
	}
	if second, _ := os.ReadFile(again); !bytes.Equal(first, second) {
		t.Error("the same paper is not the same bytes")
	}
	if bytes.Contains(first, []byte("Quill")) {
		t.Error("the paper names a person")
	}

	folder := filepath.Join(p.dir, "approval")
	p.must(t, "export-approval", "--provision", "1.1", "--out", folder)
	keys := filepath.Join(folder, desk.AllowedSigners)
	if code, out, errs := travaux("verify", paper, "--allowed", keys); code != exitOK {
		t.Errorf("with the exported keys: exit %d, %s%s", code, out, errs)
	}
	if code, out, _ := travaux("verify", paper); code != exitFailed || !strings.Contains(out, "key not known") {
		t.Errorf("with no key: exit %d, %q", code, out)
	}

	altered := filepath.Join(p.dir, "altered.pdf")
	write(t, altered, string(first)+"\n%%EOF\n")
	if code, out, _ := p.in("verify", altered); code != exitDamage || !strings.Contains(out, "appended") {
		t.Errorf("an altered paper: exit %d, %q", code, out)
	}

	p.act(t, func(ctx context.Context, d *desk.Desk, id data.ID) error {
		pos := d.Position(id)
		pos.Wording[data.English] += " And the sun."
		return d.SetPosition(ctx, pos)
	})
	if code, out, errs := p.in("verify", paper); code != exitFailed || !strings.Contains(out, "lapsed") || !strings.Contains(errs, "lapsed") {
		t.Errorf("after a change: exit %d, %q, %q", code, out, errs)
	}
	if code, _, errs := p.in("export-approval", "--provision", "1.1", "--out", folder); code != exitFailed || !strings.Contains(errs, "in force") {
		t.Errorf("a lapsed approval is exported: exit %d, %q", code, errs)
	}
}

// TestSSHKeygenConfirmsAnApproval needs no program of ours to read what we wrote.
func TestSSHKeygenConfirmsAnApproval(t *testing.T) {
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("ssh-keygen is not installed")
	}
	p := delegation(t)
	folder := filepath.Join(p.dir, "approval")
	out := p.must(t, "export-approval", "--provision", "art1/1", "--out", folder)
	if !strings.Contains(out, "approval.txt.sig") {
		t.Errorf("written: %q", out)
	}
	said, err := os.ReadFile(filepath.Join(folder, "approval.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"red-line", "Quill", "rain"} {
		if strings.Contains(string(said), secret) {
			t.Errorf("the statement gives %q away:\n%s", secret, said)
		}
	}
	verify := func(text []byte) error {
		c := exec.Command("ssh-keygen", "-Y", "verify", "-f", filepath.Join(folder, desk.AllowedSigners), "-I", "head",
			"-n", data.NamespaceApproval, "-s", filepath.Join(folder, "approval.txt.sig"))
		c.Stdin = bytes.NewReader(text)
		out, err := c.CombinedOutput()
		t.Logf("%s", out)
		return err
	}
	if err := verify(said); err != nil {
		t.Error("ssh-keygen does not confirm the approval:", err)
	}
	if verify(bytes.Replace(said, []byte("Stance: oppose"), []byte("Stance: support"), 1)) == nil {
		t.Error("ssh-keygen confirms another stance")
	}
}

// TestAMarkedParagraphKeepsAPaperIn holds that a public reason that is marked for
// the delegation never leaves.
func TestAMarkedParagraphKeepsAPaperIn(t *testing.T) {
	p := delegation(t)
	p.act(t, func(ctx context.Context, d *desk.Desk, id data.ID) error {
		pos := d.Position(id)
		pos.PublicReasons = data.Words{data.English: "Kites fly in both.\n(C) Capital wants the rain."}
		return d.SetPosition(ctx, pos)
	})
	out := filepath.Join(p.dir, "paper.pdf")
	if code, _, errs := p.in("paper", "--lang", "en", "--out", out); code != exitRefused || !strings.Contains(errs, "public reasons") {
		t.Errorf("exit %d, %q", code, errs)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("the paper was written")
	}
}
