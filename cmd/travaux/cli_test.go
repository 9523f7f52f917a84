package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake/pdf"
	"travaux/data/vault"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	pdf.ReaderMain()
	asProgram()
	kdf = vault.KDF{Time: 1, Memory: 8, Threads: 1}
	os.Setenv("TRAVAUX_LANG", "en")
	os.Exit(m.Run())
}

// place is a folder with a passphrase file and a vault's name in it.
type place struct{ dir, vault, passphrase string }

func newPlace(t *testing.T) place {
	t.Helper()
	dir := t.TempDir()
	p := place{dir, filepath.Join(dir, "vault"), filepath.Join(dir, "passphrase")}
	write(t, p.passphrase, "a passphrase for tests\n")
	return p
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// travaux runs the program and returns exit code and both streams.
func travaux(args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = run(context.Background(), args, streams{strings.NewReader(""), &o, &e})
	return code, o.String(), e.String()
}

// in adds vault and passphrase to a command.
func (p place) in(args ...string) (int, string, string) {
	return travaux(append(args, "--vault", p.vault, "--passphrase-file", p.passphrase)...)
}

func (p place) must(t *testing.T, args ...string) string {
	t.Helper()
	code, out, errs := p.in(args...)
	if code != exitOK {
		t.Fatalf("%v: exit %d\n%s", args, code, errs)
	}
	return out
}

const small = `Draft Convention on Kites

Article 1
Freedom of the wind

1. Every State Party shall respect the wind.

2. It shall, in particular:

(a) build no wall higher than a kite;

(b) publish its forecasts.
`

func TestOutlineIsLanguageNeutral(t *testing.T) {
	p := newPlace(t)
	file := filepath.Join(p.dir, "misleading.docx")
	write(t, file, small)
	code, out, errs := travaux("outline", file, "--json")
	if code != exitOK {
		t.Fatal(code, errs)
	}
	var nodes []map[string]any
	if err := json.Unmarshal([]byte(out), &nodes); err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, n := range nodes {
		for _, key := range []string{"path", "label", "kind", "heading", "text", "depth"} {
			if _, ok := n[key]; !ok {
				t.Fatalf("no %q in %v", key, n)
			}
		}
		paths = append(paths, n["path"].(string))
	}
	if want := "art1 art1/1 art1/2 art1/2/a art1/2/b"; !strings.HasSuffix(strings.Join(paths, " "), want) {
		t.Errorf("paths %v", paths)
	}
}

// TestTheLogOpensWhatIsSealed: comments are sealed to an audience in the vault, and
// the log that its owner asks for has them in clear.
func TestTheLogOpensWhatIsSealed(t *testing.T) {
	p := newPlace(t)
	p.must(t, "new", "--title", "Kites", "--name", "A. Head", "--role", "head")
	file := filepath.Join(p.dir, "kites.txt")
	write(t, file, small)
	p.must(t, "import", file)
	ctx := context.Background()
	v, err := vault.Open(ctx, p.vault, vault.Options{Passphrase: []byte("a passphrase for tests")})
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(ctx, v)
	if err != nil {
		t.Fatal(err)
	}
	text, err := d.Current()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Comment(ctx, text.Provisions[0].ID, data.Anchor{}, "Who brings the string?"); err != nil {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if log := p.must(t, "export-log"); !strings.Contains(log, "Who brings the string?") {
		t.Error("the comment is not in the log")
	}
}

func TestTheWholeStoryWithoutAWindow(t *testing.T) {
	p := newPlace(t)
	code := strings.TrimSpace(p.must(t, "new", "--title", "Kites", "--name", "A. Head", "--role", "head"))
	if len(strings.ReplaceAll(code, "-", "")) != 26 {
		t.Errorf("recovery code %q", code)
	}
	file := filepath.Join(p.dir, "kites.txt")
	write(t, file, small)
	if out := p.must(t, "import", file, "--symbol", "K/1", "--date", "2026-03-01", "--kind", "zero"); !strings.Contains(out, "kites.txt") {
		t.Error(out)
	}
	p.must(t, "verify")
	if log := p.must(t, "export-log"); !strings.Contains(log, "build no wall higher than a kite") {
		t.Error("the log lacks what was imported")
	}
	paper := filepath.Join(p.dir, "paper.pdf")
	p.must(t, "paper", "--lang", "en", "--out", paper, "--date", "2026-03-02")
	if b, err := os.ReadFile(paper); err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) {
		t.Errorf("no PDF: %v", err)
	}
	backup := filepath.Join(p.dir, "backup.tvb")
	p.must(t, "backup", "--out", backup)
	restored := place{p.dir, filepath.Join(p.dir, "restored"), p.passphrase}
	restored.must(t, "restore", backup)
	if log := restored.must(t, "export-log"); !strings.Contains(log, "build no wall higher than a kite") {
		t.Error("the restored vault lacks what was imported")
	}
	write(t, p.passphrase, code)
	p.must(t, "verify", "--recovery")
}

func TestExitCodesAreStable(t *testing.T) {
	p := newPlace(t)
	p.must(t, "new")
	wrong := filepath.Join(p.dir, "wrong")
	write(t, wrong, "not the passphrase")
	broken := filepath.Join(p.dir, "draft.pdf")
	write(t, broken, "%PDF-1.4\n")
	file := filepath.Join(p.dir, "kites.txt")
	write(t, file, small)
	for name, c := range map[string]struct {
		args []string
		want int
		says string
	}{
		"unknown command":       {[]string{"frobnicate"}, exitUsage, "travaux outline"},
		"help":                  {[]string{"help"}, exitOK, ""},
		"unknown option":        {[]string{"verify", "--frobnicate"}, exitUsage, ""},
		"no file":               {[]string{"outline"}, exitUsage, "FILE"},
		"one file to compare":   {[]string{"compare", file}, exitUsage, "OLD NEW"},
		"three to compare":      {[]string{"compare", file, file, file}, exitUsage, "OLD NEW"},
		"second file missing":   {[]string{"compare", file, filepath.Join(p.dir, "none")}, exitInput, "none"},
		"compared as neither":   {[]string{"compare", file, file, "--tracked", "both"}, exitUsage, "both"},
		"missing file":          {[]string{"outline", filepath.Join(p.dir, "none")}, exitInput, "none"},
		"a file without end":    {[]string{"outline", "/dev/zero"}, exitInput, ""},
		"damaged PDF":           {[]string{"outline", broken}, exitInput, "Word"},
		"wrong passphrase":      {[]string{"verify", "--vault", p.vault, "--passphrase-file", wrong}, exitVault, ""},
		"not a vault":           {[]string{"verify", "--vault", p.dir, "--passphrase-file", p.passphrase}, exitVault, ""},
		"vault exists already":  {[]string{"new", "--vault", p.vault, "--passphrase-file", p.passphrase}, exitVault, ""},
		"no passphrase given":   {[]string{"verify", "--vault", p.vault}, exitUsage, "passphrase"},
		"nothing imported yet":  {[]string{"paper", "--lang", "en", "--out", "x.pdf", "--vault", p.vault, "--passphrase-file", p.passphrase}, exitFailed, "import"},
		"language not of ours":  {[]string{"paper", "--lang", "de", "--out", "x.pdf"}, exitUsage, "de"},
		"date not understood":   {[]string{"import", broken, "--date", "tomorrow"}, exitUsage, "tomorrow"},
		"a file too many":       {[]string{"export-log", "--vault", p.vault, "--passphrase-file", p.passphrase, "stray"}, exitUsage, "stray"},
		"two papers":            {[]string{"verify", broken, "stray"}, exitUsage, "stray"},
		"no paper of ours":      {[]string{"verify", broken, "--allowed", file}, exitInput, ""},
		"a paper without end":   {[]string{"verify", "/dev/zero"}, exitInput, ""},
		"a passphrase argument": {[]string{"verify", "--passphrase", "secret"}, exitUsage, ""},
	} {
		code, out, errs := travaux(c.args...)
		if code != c.want || !strings.Contains(errs, c.says) {
			t.Errorf("%s: exit %d, want %d; error stream %q", name, code, c.want, errs)
		}
		if code != exitOK && out != "" {
			t.Errorf("%s: an error wrote to standard output: %q", name, out)
		}
	}
}

func TestVerifyNamesTheFirstBadRecord(t *testing.T) {
	p := newPlace(t)
	p.must(t, "new")
	file := filepath.Join(p.dir, "kites.txt")
	write(t, file, small)
	p.must(t, "import", file, "--symbol", "K/1")
	segments, err := filepath.Glob(filepath.Join(p.vault, "journal", "*"))
	if err != nil || len(segments) == 0 {
		t.Fatal("no journal segment", err)
	}
	b, err := os.ReadFile(segments[0])
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)/2] ^= 1
	write(t, segments[0], string(b))
	if err := os.RemoveAll(filepath.Join(p.vault, "db")); err != nil {
		t.Fatal(err)
	}
	code, _, errs := p.in("verify")
	if code != exitDamage || !strings.Contains(errs, "frame") {
		t.Errorf("exit %d, %q", code, errs)
	}
}

func TestLanguagesAreJoinedAndDifferencesListed(t *testing.T) {
	p := newPlace(t)
	p.must(t, "new")
	en, fr := filepath.Join(p.dir, "en.txt"), filepath.Join(p.dir, "fr.txt")
	write(t, en, small)
	write(t, fr, "Projet de convention sur les cerfs-volants\n\nArticle premier\nLiberté du vent\n\n1. Chaque État Partie respecte le vent.\n\n2. Il s’engage en particulier :\n\na) à ne bâtir aucun mur plus haut qu’un cerf-volant ;\n\nb) à publier ses prévisions ;\n\nc) à planter des arbres.\n")
	out := p.must(t, "import", en, fr, "--symbol", "K/1")
	if !strings.Contains(out, "art1/2/c (fr)") {
		t.Errorf("the French addition is not listed:\n%s", out)
	}
	if code, _, errs := p.in("import", fr, "--symbol", "K/1"); code != exitFailed || !strings.Contains(errs, "K/1") {
		t.Errorf("the same language twice: exit %d, %q", code, errs)
	}
}

func TestNoScreenIsSaid(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only X11 has a display to be without")
	}
	t.Setenv("DISPLAY", "")
	if code, _, errs := travaux("--sample"); code != exitFailed || !strings.Contains(errs, "graphical session") {
		t.Errorf("exit %d, %q", code, errs)
	}
}
