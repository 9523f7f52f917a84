package vault

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/change"
)

// filled makes a vault with something of everything and returns how it stands.
func filled(t testing.TB) (dir string) {
	t.Helper()
	v, dir := create(t, light())
	var many []change.Write
	for i := range 600 {
		w := set(byte(i), "text/en", fmt.Sprint("provision ", i, strings.Repeat(" words", 200)))
		w.Entity[1] = byte(i >> 8)
		many = append(many, w)
	}
	appendAll(t, v, many...)
	for i := range 40 {
		appendAll(t, v, set(byte(i), "text/fr", fmt.Sprint("disposition ", i)))
	}
	if _, err := v.PutBlob(context.Background(), bytes.Repeat([]byte("0123456789"), 60_000)); err != nil {
		t.Fatal(err)
	}
	if err := v.SetScratch("k", "typed"); err != nil {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func copyFolder(t testing.TB, from string) (to string) {
	t.Helper()
	to = filepath.Join(t.TempDir(), "copy")
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	return to
}

// unclean makes the folder look as after a crash: nobody wrote how it ended.
func unclean(t testing.TB, dir string) {
	t.Helper()
	if err := os.Remove(filepath.Join(dir, stateName)); err != nil {
		t.Fatal(err)
	}
}

func files(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.Name() != "LOCK" {
			names = append(names, e.Name())
		}
	}
	return names
}

func edit(t testing.TB, path string, change func([]byte) []byte) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, change(bytes.Clone(b)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// wholeVault checks that everything filled had written is there and proven.
func wholeVault(t *testing.T, v *Vault) {
	t.Helper()
	n := 0
	if err := v.Records("provision", scope, func(change.Record) error { n++; return nil }); err != nil || n != 600 {
		t.Errorf("%d of 600 records, %v", n, err)
	}
	if got := words(t, v, 39, "text/fr"); got != "disposition 39" {
		t.Errorf("the last act reads %q", got)
	}
	if got := v.Scratch("k"); got != "typed" {
		t.Errorf("scratch reads %q", got)
	}
	report, err := v.Verify(context.Background(), nil)
	if err != nil || report.Changes != 641 || report.Pieces != 3 {
		t.Errorf("verify: %+v, %v", report, err)
	}
}

func noticed(v *Vault, code data.Code) bool {
	for _, n := range v.Notices() {
		if n.Code == code {
			return true
		}
	}
	return false
}

var damages = []struct {
	name string
	do   func([]byte) []byte
}{
	{"emptied", func(b []byte) []byte { return nil }},
	{"cut in half", func(b []byte) []byte { return b[:len(b)/2] }},
	{"cut by three bytes", func(b []byte) []byte { return b[:max(0, len(b)-3)] }},
	{"zeroed", func(b []byte) []byte { clear(b); return b }},
	{"bit flipped early", func(b []byte) []byte { b[min(9, len(b)-1)] ^= 4; return b }},
	{"bit flipped in the middle", func(b []byte) []byte { b[len(b)/2] ^= 1; return b }},
	{"bit flipped at the end", func(b []byte) []byte { b[len(b)-1] ^= 128; return b }},
}

// Every file of the store, damaged in every way, after a clean exit and after
// a crash: it is detected, and nothing confirmed is lost.
func TestDamagedStoreIsRebuilt(t *testing.T) {
	dir := filled(t)
	for _, crashed := range []bool{false, true} {
		for _, name := range files(t, filepath.Join(dir, dbName)) {
			for _, damage := range damages {
				if crashed && testing.Short() {
					continue
				}
				t.Run(fmt.Sprintf("crashed=%v/%s/%s", crashed, name, damage.name), func(t *testing.T) {
					dir := copyFolder(t, dir)
					path := filepath.Join(dir, dbName, name)
					before, _ := os.ReadFile(path)
					edit(t, path, damage.do)
					after, _ := os.ReadFile(path)
					if crashed {
						unclean(t, dir)
					}
					v := reopen(t, dir, light())
					// The registry is mended from its copy. After a crash there are no
					// digests, so damage that changes nothing (unused space) may pass.
					if name != registryName && !crashed && !bytes.Equal(before, after) && !noticed(v, NoticeRebuilt) {
						t.Error("not detected")
					}
					wholeVault(t, v)
				})
			}
		}
	}
}

func TestLostStoreIsRebuilt(t *testing.T) {
	dir := filled(t)
	cases := []struct {
		name string
		do   func(db string) error
	}{
		{"deleted", os.RemoveAll},
		{"emptied", func(db string) error { os.RemoveAll(db); return os.Mkdir(db, 0o700) }},
		{"manifest deleted", func(db string) error { return os.Remove(filepath.Join(db, "MANIFEST")) }},
		{"foreign memory table", func(db string) error { return os.WriteFile(filepath.Join(db, "00009.mem"), make([]byte, 4096), 0o600) }},
		{"a file where the folder was", func(db string) error { os.RemoveAll(db); return os.WriteFile(db, nil, 0o600) }},
	}
	for _, c := range cases {
		for _, crashed := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/crashed=%v", c.name, crashed), func(t *testing.T) {
				dir := copyFolder(t, dir)
				if err := c.do(filepath.Join(dir, dbName)); err != nil {
					t.Fatal(err)
				}
				if crashed {
					unclean(t, dir)
				}
				v := reopen(t, dir, light())
				if !noticed(v, NoticeRebuilt) && !(crashed && c.name == "foreign memory table") {
					t.Error("not detected")
				}
				wholeVault(t, v)
			})
		}
	}
}

// An older copy of the store is what a sync program or a careless restore
// leaves: it must be brought up to the journal.
func TestOldStoreIsBroughtUpToTheJournal(t *testing.T) {
	dir := filled(t)
	old := copyFolder(t, filepath.Join(dir, dbName))
	v := reopen(t, dir, light())
	appendAll(t, v, set(7, "text/es", "nuevo"))
	v.Close()
	os.RemoveAll(filepath.Join(dir, dbName))
	if err := os.CopyFS(filepath.Join(dir, dbName), os.DirFS(old)); err != nil {
		t.Fatal(err)
	}
	for _, crashed := range []bool{false, true} {
		dir := copyFolder(t, dir)
		if crashed {
			unclean(t, dir)
		}
		v = reopen(t, dir, light())
		if got := words(t, v, 7, "text/es"); got != "nuevo" {
			t.Errorf("crashed=%v: %q", crashed, got)
		}
		v.Close()
	}
}

// The journal, altered or cut at sampled places: with the store whole it is
// written anew and nothing is lost; without the store the damage is named and
// everything before it can be had.
func TestDamagedJournal(t *testing.T) {
	dir := filled(t)
	segment := segmentPath(filepath.Join(dir, journalName), 1)
	content, err := os.ReadFile(segment)
	if err != nil {
		t.Fatal(err)
	}
	places := []int{0, 9, 30, headerSize, headerSize + 5, headerSize + 10, headerSize + 70, len(content) / 3, len(content) - 100, len(content) - 1}
	rng := rand.New(rand.NewPCG(3, 3))
	for range 6 {
		places = append(places, rng.IntN(len(content)))
	}
	frames := 0
	for _, place := range places {
		for _, cut := range []bool{false, true} {
			for _, withStore := range []bool{true, false} {
				t.Run(fmt.Sprintf("at=%d/cut=%v/store=%v", place, cut, withStore), func(t *testing.T) {
					dir := copyFolder(t, dir)
					edit(t, segmentPath(filepath.Join(dir, journalName), 1), func(b []byte) []byte {
						if cut {
							return b[:place]
						}
						b[place] ^= 16
						return b
					})
					if withStore {
						v := reopen(t, dir, light())
						if !noticed(v, NoticeHealed) {
							t.Errorf("not reported: %v", v.Notices())
						}
						wholeVault(t, v)
						return
					}
					os.RemoveAll(filepath.Join(dir, dbName))
					_, err := Open(context.Background(), dir, light())
					if data.CodeOf(err) != CodeDamaged {
						t.Fatalf("got %v, want %s", err, CodeDamaged)
					}
					o := light()
					o.Salvage = true
					v := reopen(t, dir, o)
					if !noticed(v, NoticeSalvaged) {
						t.Error("not said that something is lost")
					}
					report, err := v.Verify(context.Background(), nil)
					if err != nil {
						t.Error(err)
					}
					if want := changesBefore(t, content, place, v.keys); report.Changes != want {
						t.Errorf("%d changes kept, %d stood before the damage", report.Changes, want)
					}
					frames++
					appendAll(t, v, set(1, "text/en", "work goes on"))
					if kept, _ := filepath.Glob(filepath.Join(dir, journalName+".broken-*")); len(kept) == 0 {
						t.Error("the damaged journal was not kept")
					}
				})
			}
		}
	}
	if frames == 0 {
		t.Error("nothing was salvaged: the test shows nothing")
	}
}

// changesBefore counts the changes in the whole groups that end at or before
// that place.
func changesBefore(t *testing.T, content []byte, place int, k *keys) (n uint64) {
	t.Helper()
	seal := frameSealer{k.journal, content[:headerSize]}
	group := uint64(0)
	for offset, number := headerSize, uint64(1); offset < len(content); number++ {
		payload, size, err := seal.openFrame(content[offset:], number)
		if err != nil {
			t.Fatal(err)
		}
		if offset += size; offset > place {
			break
		}
		var raws [][]byte
		if payload[0] == frameChanges {
			change.Unmarshal(payload[2:], &raws)
		}
		group += uint64(len(raws))
		if payload[1] == frameLast {
			n, group = n+group, 0
		}
	}
	if place < headerSize {
		return 0
	}
	return n
}

// The end of a write that was never confirmed is cut off without ado.
func TestTornTailIsCut(t *testing.T) {
	dir := filled(t)
	segment := segmentPath(filepath.Join(dir, journalName), 1)
	info, err := os.Stat(segment)
	if err != nil {
		t.Fatal(err)
	}
	v := reopen(t, dir, light())
	at := v.journal.at
	half := v.journal.seal.appendFrame(nil, at.Next, changesPayload([][]byte{[]byte("never confirmed")}))
	v.Close()
	for _, tail := range [][]byte{half[:1], half[:20], half[:len(half)-1], make([]byte, 5000), append(half[:len(half)-1:len(half)-1], 0)} {
		for _, withStore := range []bool{true, false} {
			dir := copyFolder(t, dir)
			unclean(t, dir)
			edit(t, segmentPath(filepath.Join(dir, journalName), 1), func(b []byte) []byte { return append(b, tail...) })
			if !withStore {
				os.RemoveAll(filepath.Join(dir, dbName))
			}
			v := reopen(t, dir, light())
			if noticed(v, NoticeHealed) || noticed(v, NoticeSalvaged) {
				t.Errorf("tail of %d bytes: %v", len(tail), v.Notices())
			}
			wholeVault(t, v)
			appendAll(t, v, set(1, "text/en", "next"))
			v.Close()
		}
	}
	if info.Size() != at.Size {
		t.Errorf("segment of %d bytes, position %d", info.Size(), at.Size)
	}
}

// A journal of several segments: each of them may be lost or foreign.
func TestLostSegment(t *testing.T) {
	v, dir := create(t, light())
	var sums [][32]byte
	for i := range 4 {
		appendAll(t, v, set(byte(i), "text/en", "x"))
		sum, err := v.PutBlob(context.Background(), bytes.Repeat([]byte{byte(i), 1, 2, 3}, 2<<20))
		if err != nil {
			t.Fatal(err)
		}
		sums = append(sums, sum)
	}
	appendAll(t, v, set(9, "text/en", "x"))
	v.Close()
	v = reopen(t, dir, light())
	open, err := os.ReadFile(filepath.Join(dir, stateName)) // as it stands while the vault is open
	if err != nil {
		t.Fatal(err)
	}
	v.Close()
	segments := files(t, filepath.Join(dir, journalName))
	if len(segments) < 3 {
		t.Fatalf("%d segments: the test shows nothing", len(segments))
	}
	for n, name := range segments {
		for _, crashed := range []bool{false, true} {
			for _, withStore := range []bool{true, false} {
				if testing.Short() && crashed != withStore {
					continue
				}
				dir := copyFolder(t, dir)
				if err := os.Remove(filepath.Join(dir, journalName, name)); err != nil {
					t.Fatal(err)
				}
				if crashed {
					os.WriteFile(filepath.Join(dir, stateName), open, 0o600)
				}
				if !withStore {
					os.RemoveAll(filepath.Join(dir, dbName))
					if got := code(t, dir, light()); got != CodeDamaged {
						t.Errorf("segment %d, crashed=%v, no store: %q", n+1, crashed, got)
					}
					continue
				}
				v := reopen(t, dir, light())
				if !noticed(v, NoticeHealed) {
					t.Errorf("segment %d, crashed=%v: %v", n+1, crashed, v.Notices())
				}
				for _, sum := range sums {
					if _, err := v.Blob(sum); err != nil {
						t.Errorf("segment %d: %v", n+1, err)
					}
				}
				v.Close()
			}
		}
	}
}
