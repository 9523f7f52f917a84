package crowd_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample/crowd"
	"travaux/data/vault"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

// TestACrowdIsAsLargeAsAsked fills a desk with a small crowd and counts.
func TestACrowdIsAsLargeAsAsked(t *testing.T) {
	ctx := context.Background()
	v, _, err := vault.Create(ctx, filepath.Join(t.TempDir(), "v"), vault.Options{
		Passphrase: []byte("tests only"), KDF: vault.KDF{Time: 1, Memory: 8, Threads: 1},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	d, err := desk.Found(ctx, v, data.Negotiation{}, data.Member{Name: "A. Head", Role: data.RoleHead})
	if err != nil {
		t.Fatal(err)
	}
	size := crowd.Size{Provisions: 110, Proposals: 60, Comments: 300}
	if err := crowd.Fill(ctx, d, size); err != nil {
		t.Fatal(err)
	}
	text, err := d.Current()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(text.Provisions); n < size.Provisions || n > size.Provisions+10 {
		t.Errorf("%d provisions, want %d", n, size.Provisions)
	}
	if diffs := text.Differences(); len(diffs) > 0 {
		t.Errorf("the languages differ in %v", diffs)
	}
	proposals, comments := 0, 0
	for _, list := range d.AllProposals() {
		proposals += len(list)
	}
	for _, threads := range d.AllComments() {
		for _, thread := range threads {
			comments += 1 + len(thread.Replies)
		}
	}
	if proposals != size.Proposals || comments != size.Comments {
		t.Errorf("%d proposals and %d comments, want %d and %d", proposals, comments, size.Proposals, size.Comments)
	}
	states := map[data.TextState]bool{}
	for _, s := range d.Standings() {
		states[s.State] = true
	}
	if len(states) < 4 || len(d.Coverage(time.Now())) == 0 || len(d.Secrets()) < 100 {
		t.Errorf("too little variety: states %v", states)
	}
}
