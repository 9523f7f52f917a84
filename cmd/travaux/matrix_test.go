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
	"travaux/export/pdf"
)

// TestMatrixWithoutAWindow writes the paper for the outside and the one for us, of
// two views of which one was told to us alone.
func TestMatrixWithoutAWindow(t *testing.T) {
	p := newPlace(t)
	p.must(t, "new", "--title", "Kites", "--name", "A. Head", "--role", "head")
	draft := filepath.Join(p.dir, "one.txt")
	write(t, draft, small)
	p.must(t, "import", draft, "--symbol", "K/1", "--date", "2026-03-01", "--kind", "zero")
	hear(t, p, data.View{By: data.Speaker{Code: "KEN"}, Attitude: data.AttitudeSupport}, data.View{By: data.Speaker{Name: "Guild of Kites"}, Attitude: data.AttitudeOppose, Private: true})
	out := filepath.Join(p.dir, "matrix.pdf")
	for name, c := range map[string]struct {
		args     []string
		has, not []string
	}{
		"for the outside": {nil, []string{"K/1", "2 May 2026", "Kenya"}, []string{"delegation only", "Guild of Kites"}},
		"for us":          {[]string{"--internal"}, []string{"delegation only", "Kenya", "Guild of Kites"}, nil},
		"in French":       {[]string{"--lang", "fr"}, []string{"2 mai 2026", "Kenya"}, []string{"Guild of Kites"}},
	} {
		t.Run(name, func(t *testing.T) {
			p.must(t, append([]string{"matrix", "--lang", "en", "--out", out, "--date", "2026-05-02"}, c.args...)...)
			content, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			words, err := pdf.Text(content)
			if err != nil {
				t.Fatal(err)
			}
			words = strings.ReplaceAll(words, "\u00a0", " ")
			for _, want := range c.has {
				if !strings.Contains(words, want) {
					t.Errorf("%q is not in it", want)
				}
			}
			for _, not := range c.not {
				if strings.Contains(words, not) {
					t.Errorf("%q is in it", not)
				}
			}
		})
	}
	if code, _, _ := p.in("matrix", "--lang", "en"); code != exitUsage {
		t.Errorf("without --out: exit %d", code)
	}
}

// hear records views on the first article of the place's text.
func hear(t *testing.T, p place, views ...data.View) {
	t.Helper()
	v, err := vault.Open(context.Background(), p.vault, vault.Options{Passphrase: []byte("a passphrase for tests"), KDF: kdf})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	d, err := desk.Open(context.Background(), v)
	if err != nil {
		t.Fatal(err)
	}
	text, err := d.Current()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range text.Provisions {
		if x.Text[data.English].Text != "" {
			for i := range views {
				views[i].Provision = x.ID
			}
			break
		}
	}
	if _, err := d.RecordViews(context.Background(), views); err != nil {
		t.Fatal(err)
	}
}
