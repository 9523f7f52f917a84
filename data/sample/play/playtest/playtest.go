// Package playtest gives tests the sample negotiation, played once for each language
// and copied for each test.
//
// It imports the player, the desk and the vault; only tests import it.
package playtest

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample/play"
	"travaux/data/vault"
)

// Main is TestMain of a package whose tests want the sample.
func Main(m *testing.M) {
	vault.ProbeMain()
	code := m.Run()
	os.RemoveAll(masters)
	os.Exit(code)
}

// masters is the folder of the samples that were played once, by language.
var masters string

// Desk is the sample in a language, the test's own to change. The package's TestMain
// is Main.
func Desk(t testing.TB, lang data.Lang) *desk.Desk {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Fatal(lang, err)
		}
	}
	ctx := context.Background()
	o := vault.Options{Passphrase: []byte("tests only"), KDF: vault.KDF{Time: 1, Memory: 8, Threads: 1}}
	if masters == "" {
		dir, err := os.MkdirTemp("", "travaux-played-")
		must(err)
		masters = dir
	}
	master := filepath.Join(masters, string(lang))
	if _, err := os.Stat(master); err != nil {
		v, _, err := vault.Create(ctx, master, o)
		must(err)
		_, err = play.Into(ctx, v, lang, data.NoProgress{})
		must(err)
		must(v.Close())
	}
	dir := filepath.Join(t.TempDir(), "v")
	must(os.CopyFS(dir, os.DirFS(master)))
	v, err := vault.Open(ctx, dir, o)
	must(err)
	t.Cleanup(func() { v.Close() })
	d, err := desk.Open(ctx, v)
	must(err)
	return d
}
