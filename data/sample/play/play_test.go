package play_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"travaux/data"
	"travaux/data/sample"
	"travaux/data/sample/play"
	"travaux/data/vault"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

// TestEveryStateOfTheSampleIsReached plays the story and looks whether each
// position stands as the story says.
func TestEveryStateOfTheSampleIsReached(t *testing.T) {
	for _, lang := range []data.Lang{data.English, data.Arabic, data.Chinese} {
		v, _, err := vault.Create(context.Background(), filepath.Join(t.TempDir(), "v"), vault.Options{
			Passphrase: []byte("tests only"), KDF: vault.KDF{Time: 1, Memory: 8, Threads: 1},
		})
		if err != nil {
			t.Fatal(err)
		}
		d, err := play.Into(context.Background(), v, lang, data.NoProgress{})
		if err != nil {
			t.Fatal(lang, err)
		}
		text, err := d.Current()
		if err != nil {
			t.Fatal(err)
		}
		if diffs := text.Differences(); len(diffs) > 0 {
			t.Errorf("%s: the language versions differ: %v", lang, diffs)
		}
		reached := map[data.ApprovalState]bool{}
		for _, x := range sample.Tell().Positions {
			p, ok := text.At(x.Path)
			if !ok {
				t.Fatalf("%s: no %s", lang, x.Path)
			}
			if got := d.Approval(p.ID).State; got != x.State {
				t.Errorf("%s %s: %s, the story says %s", lang, x.Path, got, x.State)
			}
			reached[x.State] = true
		}
		for _, s := range []data.ApprovalState{data.ApprovalDraft, data.ApprovalSubmitted, data.ApprovalReturned, data.ApprovalApproved, data.ApprovalLapsed} {
			if !reached[s] {
				t.Errorf("no position of the sample is %s", s)
			}
		}
		if _, ok := d.CanUndo(); ok {
			t.Error("there is something to undo in a fresh sample")
		}
		for _, c := range sample.Tell().Comments {
			p, _ := text.At(c.Path)
			for _, thread := range d.Comments(p.ID) {
				if c.Quote[lang] != "" && thread.Anchor.Quote == "" {
					t.Errorf("%s %s: the comment lost its words", lang, c.Path)
				}
			}
		}
		v.Close()
	}
}
