package vault

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/change"
)

func TestBackupAndRestore(t *testing.T) {
	dir := filled(t)
	v := reopen(t, dir, light())
	path := filepath.Join(t.TempDir(), "backup")
	if err := v.Backup(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	device := v.Device()
	v.Close()

	if _, err := Restore(context.Background(), path, filepath.Join(t.TempDir(), "w"), with(func(o *Options) { o.Passphrase = []byte("wrong") })); data.CodeOf(err) != CodeSecret {
		t.Errorf("wrong passphrase: %v", err)
	}
	if _, err := Restore(context.Background(), path, dir, light()); data.CodeOf(err) != CodeExists {
		t.Errorf("over a vault: %v", err)
	}
	to := filepath.Join(t.TempDir(), "restored")
	back, err := Restore(context.Background(), path, to, light())
	if err != nil {
		t.Fatal(err)
	}
	wholeVault(t, back)
	if back.Device() == device {
		t.Error("the restored vault writes under the name of the old one")
	}
	appendAll(t, back, set(1, "text/en", "after"))
	if _, err := back.Verify(context.Background(), nil); err != nil {
		t.Error(err)
	}
	back.Close()
	back = reopen(t, to, light())
	if got := words(t, back, 1, "text/en"); got != "after" {
		t.Errorf("got %q", got)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*.new*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A backup is believed only whole: altered or cut anywhere it is refused, and
// nothing is written.
func TestDamagedBackupIsRefused(t *testing.T) {
	v, _ := create(t, light())
	for i := range 20 {
		appendAll(t, v, set(byte(i), "text/en", strings.Repeat("words ", 20)))
	}
	path := filepath.Join(t.TempDir(), "backup")
	if err := v.Backup(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(1, 1))
	bad := filepath.Join(t.TempDir(), "bad")
	into := filepath.Join(t.TempDir(), "into")
	refused := func(what string, place int, b []byte) {
		os.WriteFile(bad, b, 0o600)
		if _, err := Restore(context.Background(), bad, into, light()); data.CodeOf(err) != CodeBackup {
			t.Errorf("%s at %d: %v", what, place, err)
		}
		if exists(into) {
			t.Fatalf("%s at %d: something was written", what, place)
		}
	}
	for n := range 150 {
		place := rng.IntN(len(whole))
		if n < 30 {
			place = n * 20 // key file and header closely
		}
		flipped := bytes.Clone(whole)
		flipped[place] ^= 1 << rng.IntN(8)
		refused("flipped", place, flipped)
		refused("cut", place, whole[:place])
	}
	refused("longer", len(whole), append(bytes.Clone(whole), 0))
}

func TestScratchGoesOnAfterAFullDisk(t *testing.T) {
	v, dir := create(t, light())
	if err := v.SetScratch("before", "kept"); err != nil {
		t.Fatal(err)
	}
	block := v.scratch.path + ".new" // what rewriting needs cannot be made
	if err := os.Mkdir(block, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := v.scratch.rewrite(); err == nil {
		t.Fatal("rewriting did not fail")
	}
	if err := v.SetScratch("a", "x"); err == nil || v.Scratch("a") != "" {
		t.Errorf("error %v, text %q: it says to be kept what is not", err, v.Scratch("a"))
	}
	if err := os.Remove(block); err != nil {
		t.Fatal(err)
	}
	if err := v.SetScratch("a", "x"); err != nil {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	v, err := Open(context.Background(), dir, light())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if v.Scratch("a") != "x" || v.Scratch("before") != "kept" {
		t.Errorf("read back %q, %q", v.Scratch("a"), v.Scratch("before"))
	}
}

func TestScratch(t *testing.T) {
	v, dir := create(t, light())
	for i := range 200 { // makes the file be written anew several times
		if err := v.SetScratch("a", strings.Repeat("x", 20_000)+string(rune('0'+i%10))); err != nil {
			t.Fatal(err)
		}
	}
	v.SetScratch("b", "stays")
	v.SetScratch("c", "goes")
	v.SetScratch("c", "")
	if info, err := os.Stat(filepath.Join(dir, scratchName)); err != nil || info.Size() > 2_500_000 {
		t.Errorf("the file grows without end: %d bytes, %v", info.Size(), err)
	}
	check := func(v *Vault) {
		t.Helper()
		if a := v.Scratch("a"); len(a) != 20_001 || a[20_000] != '9' || v.Scratch("b") != "stays" || v.Scratch("c") != "" {
			t.Errorf("%d bytes, %q, %q", len(a), v.Scratch("b"), v.Scratch("c"))
		}
	}
	crashed := copyFolder(t, dir) // as a killed process would leave it
	check(reopen(t, crashed, light()))
	v.Close()
	damaged := copyFolder(t, dir)
	check(reopen(t, dir, light()))
	edit(t, filepath.Join(damaged, scratchName), func(b []byte) []byte { b[headerSize+100] ^= 1; return b })
	v = reopen(t, damaged, light())
	if !noticed(v, NoticeScratch) {
		t.Error("damage to the typing is not said")
	}
}

func TestExportLog(t *testing.T) {
	v, _ := create(t, light())
	appendAll(t, v, change.Write{
		Kind: "comment", Scope: scope, Entity: data.ID{7}, Field: "text", Lang: "ar",
		Body: change.Marshal(map[int]any{1: "المادة 5", 2: []byte{0xab}, 3: []any{true}}),
	})
	appendAll(t, v, change.Write{Kind: "comment", Scope: scope, Entity: data.ID{7}, Op: change.OpTombstone})
	var out bytes.Buffer
	if err := v.ExportLog(context.Background(), &out); err != nil {
		t.Fatal(err)
	}
	var lines []map[string]any
	for line := range strings.Lines(out.String()) {
		var m map[string]any
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, m)
	}
	if len(lines) != 4 || lines[0]["sealed"] != false || lines[1]["op"] != "device" || lines[3]["op"] != "delete" {
		t.Fatalf("%v", lines)
	}
	body := lines[2]["body"].(map[string]any)
	if body["1"] != "المادة 5" || body["2"] != "ab" || lines[2]["lang"] != "ar" || lines[3]["prev"] != lines[2]["id"] {
		t.Errorf("%v", lines[2])
	}
}
