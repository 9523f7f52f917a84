package vault

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/change"
)

// A vault of format 1 lies in testdata for ever, without its store, which is
// derived: every later version must open it and find the same things.
// Writing it anew (TRAVAUX_TEST_WRITE_FORMAT=1) is for a new format only.
func TestFormatOneOpensForEver(t *testing.T) {
	const folder = "testdata/format1"
	if os.Getenv("TRAVAUX_TEST_WRITE_FORMAT") != "" {
		writeFormat(t, folder)
	}
	v := reopen(t, copyFolder(t, folder), light())
	if got := words(t, v, 1, "text/ar"); got != "المادة 1" {
		t.Errorf("text/ar = %q", got)
	}
	history, err := v.History(data.ID{1})
	if err != nil || len(history) != 2 {
		t.Fatalf("%d changes, %v", len(history), err)
	}
	id := history[1].ID()
	want, _ := os.ReadFile(filepath.Join(folder, "last-change"))
	if got := hex.EncodeToString(id[:]); got != strings.TrimSpace(string(want)) {
		t.Errorf("the change has become %s", got)
	}
	if got, err := v.Blob(sha256.Sum256([]byte("a source"))); err != nil || string(got) != "a source" {
		t.Errorf("file: %q, %v", got, err)
	}
	if _, err := v.Verify(context.Background(), nil); err != nil {
		t.Error(err)
	}
	back, err := Restore(context.Background(), filepath.Join(folder, "backup"), filepath.Join(t.TempDir(), "r"), light())
	if err != nil {
		t.Fatal(err)
	}
	defer back.Close()
	if got := words(t, back, 1, "text/ar"); got != "المادة 1" {
		t.Errorf("from the backup: %q", got)
	}
	if got := back.Scratch("k"); got != "typed" {
		t.Errorf("typing from the backup: %q", got)
	}
}

func writeFormat(t *testing.T, folder string) {
	os.RemoveAll(folder)
	v, dir := create(t, light())
	appendAll(t, v, set(1, "text/ar", "المادة"))
	last := appendAll(t, v, set(1, "text/ar", "المادة 1"))[0].ID()
	if _, err := v.PutBlob(context.Background(), []byte("a source")); err != nil {
		t.Fatal(err)
	}
	v.SetScratch("k", "typed")
	if err := v.Backup(context.Background(), filepath.Join(dir, "backup")); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join(dir, "last-change"), []byte(hex.EncodeToString(last[:])+"\n"), 0o600)
	v.Close()
	for _, derived := range []string{dbName, stateName, registryCopyName, scratchName, lockName} {
		os.RemoveAll(filepath.Join(dir, derived))
	}
	if err := os.CopyFS(folder, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	filepath.WalkDir(folder, func(path string, _ fs.DirEntry, _ error) error { t.Log(path); return nil })
}

func FuzzKeyFile(f *testing.F) {
	k := &keyFile{Format: keyFormat, Slots: []slot{{Kind: slotPassphrase, KDF: light().KDF, Salt: []byte{1}, Wrapped: []byte{2}}}}
	f.Add(k.encode(), true)
	f.Fuzz(func(t *testing.T, b []byte, sum bool) {
		if sum { // let the fuzzer past the checksum
			s := sha256.Sum256(b)
			b = append(b, s[:]...)
		}
		if k, err := decodeKeyFile(b); err == nil {
			for _, s := range k.Slots {
				if !s.KDF.allowed() {
					t.Fatal("a key file with forbidden parameters was decoded")
				}
			}
		}
	})
}

func FuzzFrame(f *testing.F) {
	k := deriveKeys(make([]byte, 32), vaultID{})
	h := header{purpose: purposeJournal, segment: 1, first: 1}.encode(k.journal)
	seal := frameSealer{k.journal, h}
	f.Add(seal.appendFrame(bytes.Clone(h), 1, []byte("c\x00payload")))
	f.Fuzz(func(t *testing.T, b []byte) {
		dir := filepath.Join(t.TempDir(), "j")
		os.Mkdir(dir, 0o700)
		os.WriteFile(segmentPath(dir, 1), b, 0o600)
		found, err := scanJournal(context.Background(), dir, k, 0, func(frame) error { return nil })
		if err != nil || found.end.Size > int64(len(b)) {
			t.Errorf("%+v, %v", found, err)
		}
		s := &scratch{keys: k, texts: map[string]string{}}
		s.read(b)
	})
}

func FuzzBackup(f *testing.F) {
	f.Add([]byte(backupMagic + "\x00\x00\x00\x01x"))
	if b, err := os.ReadFile("testdata/format1/backup"); err == nil {
		f.Add(b)
	}
	k := deriveKeys(make([]byte, 32), vaultID{})
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(t.TempDir(), "b")
		os.WriteFile(path, content, 0o600)
		b, err := openBackup(path)
		if err != nil {
			return
		}
		defer b.Close()
		if _, err := b.walk(context.Background(), k, nil); err == nil {
			t.Error("believed under a key it was not made with")
		}
	})
}

func FuzzPayload(f *testing.F) {
	f.Add(changesPayload([][]byte{{1}}))
	f.Add(append([]byte{framePiece, frameLast}, piece{count: 1, content: []byte("x")}.encode()...))
	f.Fuzz(func(t *testing.T, payload []byte) {
		if len(payload) < 2 {
			return
		}
		var m meta
		m.follow(payload)
		decodePiece(payload[2:])
		var entry change.DeviceBody
		change.Unmarshal(payload[2:], &entry)
	})
}

func FuzzRecoveryCode(f *testing.F) {
	f.Add("ABCDE-FGHJK-MNPQR-STVWX-YZ0123")
	f.Fuzz(func(t *testing.T, typed string) {
		if secret, ok := parseRecoveryCode(typed); ok && len(secret) != 16 {
			t.Error(len(secret))
		}
	})
}
