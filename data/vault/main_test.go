package vault

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"travaux/data"
	"travaux/data/change"
)

func TestMain(m *testing.M) {
	ProbeMain()
	if dir := os.Getenv(crashDirEnv); dir != "" {
		crashWriter(dir)
	}
	if dir := os.Getenv(crashTakeEnv); dir != "" {
		crashTaker(dir)
	}
	os.Exit(m.Run())
}

// light makes unlocking cheap; only tests may.
func light() Options {
	return Options{Passphrase: []byte("four random paper words"), DeviceName: "laptop", KDF: KDF{Time: 1, Memory: 8, Threads: 1}}
}

// logged is light with a log that the test can read.
func logged(into *bytes.Buffer) Options {
	o := light()
	o.Logger = slog.New(slog.NewTextHandler(into, &slog.HandlerOptions{Level: slog.LevelDebug}))
	return o
}

func create(t testing.TB, o Options) (v *Vault, dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "vault")
	v, _, err := Create(context.Background(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v, dir
}

func reopen(t testing.TB, dir string, o Options) *Vault {
	t.Helper()
	v, err := Open(context.Background(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

var (
	author = data.ID{1}
	scope  = data.ID{2}
)

func set(entity byte, field, words string) change.Write {
	return change.Write{Kind: "provision", Scope: scope, Entity: data.ID{entity}, Field: field, Body: change.Marshal(words)}
}

func appendAll(t testing.TB, v *Vault, writes ...change.Write) []change.Change {
	t.Helper()
	changes, err := v.Append(context.Background(), author, writes...)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

func words(t testing.TB, v *Vault, entity byte, field string) string {
	t.Helper()
	r, err := v.Record("provision", scope, data.ID{entity})
	if err != nil {
		t.Fatal(err)
	}
	var s string
	if err := change.Unmarshal(r.Body(field), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWhatIsWrittenIsReadAfterReopening(t *testing.T) {
	v, dir := create(t, light())
	appendAll(t, v, set(1, "text/en", "first"), set(2, "text/en", "other"))
	appendAll(t, v, set(1, "text/en", "second"), set(1, "text/fr", "deux"))
	source := bytes.Repeat([]byte("source file "), 100_000)
	sum, err := v.PutBlob(context.Background(), source)
	if err != nil {
		t.Fatal(err)
	}
	if err := v.SetScratch("comment", "half a sen"); err != nil {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	v = reopen(t, dir, light())
	if n := v.Notices(); len(n) > 0 {
		t.Errorf("notices after a clean exit: %v", n)
	}
	if got := words(t, v, 1, "text/en"); got != "second" {
		t.Errorf("text/en = %q", got)
	}
	count := 0
	if err := v.Records("provision", scope, func(r change.Record) error { count++; return nil }); err != nil || count != 2 {
		t.Errorf("records: %d, %v", count, err)
	}
	history, err := v.History(data.ID{1})
	if err != nil || len(history) != 3 || history[1].Bases[0] != history[0].ID() {
		t.Errorf("history: %d changes, %v", len(history), err)
	}
	if got, err := v.Blob(sum); err != nil || !bytes.Equal(got, source) {
		t.Errorf("blob: %d bytes, %v", len(got), err)
	}
	if got := v.Scratch("comment"); got != "half a sen" {
		t.Errorf("scratch = %q", got)
	}
}

// Readers, writers, typing, backup and proof at the same time (for -race).
func TestManyAtOnce(t *testing.T) {
	v, _ := create(t, light())
	path := filepath.Join(t.TempDir(), "backup")
	var all sync.WaitGroup
	for n := range 4 {
		all.Go(func() {
			for i := range 10 {
				if _, err := v.Append(context.Background(), author, set(byte(n), "text/en", fmt.Sprint(i))); err != nil {
					t.Error(err)
				}
				if err := v.SetScratch(fmt.Sprint(n), fmt.Sprint(i)); err != nil {
					t.Error(err)
				}
			}
		})
		all.Go(func() {
			for range 10 {
				if err := v.Records("provision", scope, func(change.Record) error { return nil }); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Go(func() {
		if err := v.Backup(context.Background(), path); err != nil {
			t.Error(err)
		}
		if _, err := v.Verify(context.Background(), nil); err != nil {
			t.Error(err)
		}
	})
	all.Wait()
	for n := range 4 {
		if got := words(t, v, byte(n), "text/en"); got != "9" {
			t.Errorf("writer %d: %q", n, got)
		}
		if got := v.Scratch(fmt.Sprint(n)); got != "9" {
			t.Errorf("typing %d: %q", n, got)
		}
	}
}
