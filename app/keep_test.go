package app

import (
	"context"
	"path/filepath"
	"testing"

	"travaux/app/page"
	"travaux/data"
	"travaux/data/vault"
)

func TestTheLastKeyInAPageIsKeptWhenTheVaultCloses(t *testing.T) {
	for name, end := range map[string]func(p *program){
		"leave":  func(p *program) { p.leave(func(error) {}) },
		"signal": func(p *program) { p.last() },
	} {
		t.Run(name, func(t *testing.T) {
			p := newTestProgram(t, data.English)
			s := lightVault(t, filepath.Join(t.TempDir(), "vault"))
			p.enter(s)
			k := page.NewKeep(s.desk, func(err error) { t.Error(err) })
			for range 20 {
				k.Note("a", "words")
				k.Note("a", "words and the last key")
			}
			end(p)
			v, err := vault.Open(context.Background(), s.dir, vault.Options{Passphrase: []byte("tests only")})
			if err != nil {
				t.Fatal(err)
			}
			defer v.Close()
			if got := v.Scratch("typing/a"); got != "=words and the last key" {
				t.Errorf("kept %q", got)
			}
		})
	}
}
