package vault

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/change"
)

// small makes a vault of two laptops' changes, with a removal, a sealed body,
// a file and unsent typing, closed cleanly.
func small(t testing.TB) (dir string) {
	t.Helper()
	other, _ := create(t, light())
	appendAll(t, other, set(7, "text/en", "theirs"))
	v, dir := create(t, light())
	if err := v.Keyring().Add("instructed", 1, bytes.Repeat([]byte{3}, change.EpochKeySize)); err != nil {
		t.Fatal(err)
	}
	take(t, v, log(t, other))
	w := set(2, "body", "restricted")
	w.Audience = "instructed"
	appendAll(t, v, set(1, "text/en", "ours"), w, change.Remove(other.Device(), 2))
	if _, err := v.PutBlob(context.Background(), []byte("a file")); err != nil {
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

// content is all that a person could find in a small vault.
func content(t testing.TB, v *Vault) string {
	t.Helper()
	var b bytes.Buffer
	for _, c := range log(t, v) {
		b.Write(c.Raw())
		r, err := v.Record(c.Kind, c.Scope, c.Entity)
		if err != nil {
			fmt.Fprint(&b, err)
			continue
		}
		b.Write(r.Pack())
	}
	for _, sum := range v.Blobs() {
		file, err := v.Blob(sum)
		fmt.Fprint(&b, sum, file, err)
	}
	b.Write(change.Marshal(v.Heads()))
	fmt.Fprint(&b, v.Scratch("k"))
	return b.String()
}

// Every file of a small vault is altered in every region. Either the vault is
// refused, or it opens, says what was damaged where that matters, and holds
// exactly what it held: nothing altered is ever believed.
func TestEveryAlteredRegionIsDetected(t *testing.T) {
	dir := small(t)
	v := reopen(t, copyFolder(t, dir), light())
	want, heads := content(t, v), string(change.Marshal(v.Heads()))
	v.Close()
	refused, mended, typing := 0, 0, 0
	var files []string
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != lockName && d.Name() != "LOCK" {
			files = append(files, path)
		}
		return err
	})
	for _, path := range files {
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name, _ := filepath.Rel(dir, path)
		places := regions(len(whole), testing.Short())
		for i, place := range append(places, places...) {
			copied := copyFolder(t, dir)
			if i >= len(places) { // and the store, which could mend the journal, is gone
				if filepath.Dir(name) != journalName {
					break
				}
				os.RemoveAll(filepath.Join(copied, dbName))
			}
			edit(t, filepath.Join(copied, name), func(b []byte) []byte { b[place] ^= 0x10; return b })
			v, err := Open(context.Background(), copied, light())
			if err != nil {
				refused++
				if data.CodeOf(err) != CodeDamaged {
					t.Errorf("%s byte %d: refused with %v", name, place, err)
				}
				continue
			}
			got := content(t, v)
			if name == scratchName && got != want {
				if typing++; !noticed(v, NoticeScratch) || string(change.Marshal(v.Heads())) != heads {
					t.Errorf("%s byte %d: typing is lost and nobody says so", name, place)
				}
			} else if got != want {
				t.Errorf("%s byte %d: something altered is believed", name, place)
			}
			mended++
			if _, err := v.Verify(context.Background(), nil); err != nil {
				t.Errorf("%s byte %d: not proven after mending: %v", name, place, err)
			}
			v.Close()
		}
	}
	t.Logf("%d files: %d alterations refused, %d mended, %d cost unsent typing only", len(files), refused, mended, typing)
	if refused == 0 || mended < len(files) {
		t.Error("the test shows nothing")
	}
}

// regions are places all over a file: dense where it is small.
func regions(size int, few bool) (places []int) {
	n := 24
	if few {
		n = 3
	}
	step := max(1, size/n)
	for at := 0; at < size; at += step {
		places = append(places, at)
	}
	if size > 0 {
		places = append(places, size-1)
	}
	return places
}

// Where a change of the journal itself is altered by who holds the data key,
// it is named: which laptop's, which number.
func TestEveryAlteredByteOfAChangeIsNamed(t *testing.T) {
	v, _ := create(t, light())
	other, _ := create(t, light())
	appendAll(t, other, set(1, "text/en", "shall NOT agree"), set(1, "text/en", "shall agree"))
	appendAll(t, v, set(2, "text/en", "x"))
	all := log(t, other)
	take(t, v, all)
	rest := log(t, v)
	victim := all[1]
	where := slices.IndexFunc(rest, func(c change.Change) bool { return c.ID() == victim.ID() })
	for at := 0; at < len(victim.Raw()); at += 7 {
		bad := bytes.Clone(victim.Raw())
		bad[at] ^= 0x04
		var raws [][]byte
		for _, c := range rest {
			if c.ID() == victim.ID() {
				raws = append(raws, bad)
			} else {
				raws = append(raws, c.Raw())
			}
		}
		v.journal.at.Next, v.journal.at.Size = 1, headerSize
		if err := v.journal.append(changesPayload(raws)); err != nil {
			t.Fatal(err)
		}
		report, err := v.Verify(context.Background(), nil)
		if data.CodeOf(err) != CodeUnproven || report.Bad == nil {
			t.Fatalf("byte %d: not noticed: %v", at, err)
		}
		if report.Bad.Frame != 1 || report.Bad.place != where {
			t.Errorf("byte %d: names %+v", at, report.Bad)
		}
	}
}
