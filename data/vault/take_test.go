package vault

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"filippo.io/age"

	"travaux/data"
	"travaux/data/change"
)

// log gives everything a vault would send to somebody who has nothing.
func log(t testing.TB, v *Vault) []change.Change {
	t.Helper()
	return logSince(t, v, nil)
}

func logSince(t testing.TB, v *Vault, have map[change.DeviceID]uint64) (all []change.Change) {
	t.Helper()
	if err := v.Since(have, func(c change.Change) error {
		again, err := change.Decode(c.Raw()) // as after a journey
		all = append(all, again)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

func take(t testing.TB, v *Vault, changes []change.Change) change.Taken {
	t.Helper()
	taken, err := v.Take(context.Background(), changes)
	if err != nil {
		t.Fatal(err)
	}
	return taken
}

// same checks that two vaults hold the same log and the same views.
func same(t testing.TB, a, b *Vault) {
	t.Helper()
	for _, class := range []byte{classChange, classHistory} {
		da, err := a.store.digest(class)
		if err != nil {
			t.Fatal(err)
		}
		if db, err := b.store.digest(class); err != nil || da != db {
			t.Errorf("class %c differs, %v", class, err)
		}
	}
	for _, c := range log(t, a) {
		ra, _, err := a.store.record(c.Kind, c.Scope, c.Entity)
		if err != nil {
			t.Fatal(err)
		}
		if rb, _, err := b.store.record(c.Kind, c.Scope, c.Entity); err != nil || !bytes.Equal(ra.Pack(), rb.Pack()) {
			t.Errorf("a %s differs, %v", c.Kind, err)
		}
	}
	if ma, mb := change.Marshal(a.Heads()), change.Marshal(b.Heads()); !bytes.Equal(ma, mb) || a.store.meta.Records != b.store.meta.Records {
		t.Error("heads differ")
	}
}

func verified(t testing.TB, v *Vault) {
	t.Helper()
	if report, err := v.Verify(context.Background(), nil); err != nil {
		t.Errorf("%+v, %v", report.Bad, err)
	}
}

func TestTwoLaptopsExchange(t *testing.T) {
	a, _ := create(t, light())
	b, dir := create(t, light())
	appendAll(t, a, set(1, "text/en", "ours"), set(2, "text/en", "second"))
	appendAll(t, b, set(1, "text/en", "theirs"))
	if taken := take(t, b, log(t, a)); len(taken.New) != 3 || taken.Reissued {
		t.Errorf("%d new, reissued %v", len(taken.New), taken.Reissued)
	}
	before := b.journal.at
	if taken := take(t, b, log(t, a)); len(taken.New) != 0 || b.journal.at != before {
		t.Errorf("the same again: %d new, %v", len(taken.New), b.journal.at)
	}
	take(t, a, logSince(t, b, map[change.DeviceID]uint64{a.Device(): 3}))
	same(t, a, b)
	r, err := b.Record("provision", scope, data.ID{1})
	if err != nil || !r.Fields["text/en"].Conflict() {
		t.Errorf("concurrent edits: %+v, %v", r, err)
	}
	sum, err := a.PutBlob(context.Background(), []byte("file"))
	if err != nil || len(a.Blobs()) != 1 || a.Blobs()[0] != sum {
		t.Errorf("files %v, %v", a.Blobs(), err)
	}
	verified(t, b)
	b.Close()
	b = reopen(t, dir, light())
	if len(b.Notices()) > 0 {
		t.Error(b.Notices())
	}
	same(t, a, b)
	verified(t, b)
}

// Whatever is refused is refused whole: nothing of it is there, before or
// after the vault is opened again.
func TestTakeRefusesWholeAndWritesNothing(t *testing.T) {
	a, _ := create(t, light())
	for i := range 8 {
		appendAll(t, a, set(byte(i), "text/en", fmt.Sprint("words ", i)))
	}
	all := log(t, a)
	third := all[2]
	altered := bytes.Clone(all[len(all)-1].Raw())
	altered[len(altered)-1] ^= 1
	forged, err := change.Decode(altered)
	if err != nil {
		t.Fatal(err)
	}
	forkKey := a.signer
	fork := change.Sign(forkKey, all[1].Link(), third.Time+1, author, set(7, "text/en", "another story"), nil)
	last := all[len(all)-1]
	future := change.Sign(forkKey, last.Link(), change.At(time.Now().Add(48*time.Hour)), author, set(7, "text/en", "x"), nil)
	noCut := change.Sign(forkKey, last.Link(), last.Time+1, author, change.Write{Kind: change.KindDevice, Op: change.OpCut}, nil)
	var large []change.Change
	at := last
	for i := range 8 {
		c := change.Sign(forkKey, at.Link(), at.Time+1, author, set(9, fmt.Sprint(i), string(bytes.Repeat([]byte("x"), MaxBody-100))), nil)
		large, at = append(large, c), c
	}
	huge := change.Sign(forkKey, last.Link(), last.Time+1, author, set(9, "text/en", string(bytes.Repeat([]byte("x"), MaxBody+100))), nil)
	for _, c := range []struct {
		name    string
		held    int // how many are there before
		changes []change.Change
		want    data.Code
	}{
		{"the first is missing", 0, all[1:], change.CodeGap},
		{"some in the middle are missing", 3, all[5:], change.CodeGap},
		{"one within is missing", 0, append(all[:4:4], all[5:]...), change.CodeGap},
		{"signature", 0, append(all[:len(all)-1:len(all)-1], forged), change.CodeSignature},
		{"another story of what is there", 9, []change.Change{fork}, change.CodeFork},
		{"another story of the next", 2, []change.Change{all[2], fork}, change.CodeFork},
		{"another story that goes on", 9, append(all[:2:2], fork), change.CodeFork},
		{"the clock of tomorrow", 9, []change.Change{future}, change.CodeFuture},
		{"a removal that says nothing", 9, []change.Change{noCut}, change.CodeMalformed},
		{"a huge record", 9, large, CodeTooLarge},
		{"a huge body", 9, []change.Change{huge}, CodeTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, dir := create(t, light())
			appendAll(t, b, set(1, "text/en", "mine"))
			take(t, b, all[:c.held])
			heads, at := string(change.Marshal(b.Heads())), b.journal.at
			_, err := b.Take(context.Background(), c.changes)
			if data.CodeOf(err) != c.want {
				t.Fatalf("%v, want %s", err, c.want)
			}
			if c.want == change.CodeGap && c.name[:4] == "some" && fmt.Sprint(err) != fmt.Sprint(change.Gap(a.Device(), 4, 5)) {
				t.Errorf("says %v", err)
			}
			if string(change.Marshal(b.Heads())) != heads || b.journal.at != at {
				t.Error("something was written")
			}
			b.Close()
			b = reopen(t, dir, light())
			if string(change.Marshal(b.Heads())) != heads || len(b.Notices()) > 0 {
				t.Errorf("after opening again: %v", b.Notices())
			}
			take(t, b, all)
			verified(t, b)
		})
	}
}

// A removed laptop's later changes count for nothing, whether the removal
// arrives before or after them.
func TestCutWhateverTheOrder(t *testing.T) {
	head, _ := create(t, light())
	lost, _ := create(t, light())
	appendAll(t, head, set(1, "text/en", "start"))
	take(t, lost, log(t, head))
	appendAll(t, lost, set(1, "text/en", "good"), set(2, "text/en", "good"))
	take(t, head, log(t, lost))
	good := log(t, lost)
	appendAll(t, lost, set(1, "text/en", "bad"), set(3, "text/en", "bad"))
	all := log(t, lost)

	before, dirBefore := create(t, light()) // has the bad ones when the removal comes
	take(t, before, all)
	appendAll(t, head, change.Remove(lost.Device(), 3))
	removal := log(t, head)
	take(t, before, removal)
	after, _ := create(t, light()) // hears of the removal first
	take(t, after, removal)
	if taken := take(t, after, all); len(taken.New) != 0 {
		t.Errorf("%d changes behind the cut were taken", len(taken.New))
	}
	mixed, _ := create(t, light())
	take(t, mixed, append(all, removal...))
	early, _ := create(t, light())
	take(t, early, good)
	take(t, early, removal)
	for name, v := range map[string]*Vault{"before": before, "after": after, "mixed": mixed, "early": early} {
		same(t, head, v)
		verified(t, v)
		if got := words(t, v, 1, "text/en"); got != "good" {
			t.Errorf("%s: reads %q", name, got)
		}
		if _, err := v.Record("provision", scope, data.ID{3}); data.CodeOf(err) != data.CodeNotFound {
			t.Errorf("%s: what was written after the cut is there: %v", name, err)
		}
	}
	for _, k := range after.Heads() {
		if (k.Cut != nil) != (k.Device == lost.Device()) || k.Cut != nil && (k.Cut.Last != 3 || k.Link.Seq != 3) {
			t.Errorf("%+v", k)
		}
	}
	path := filepath.Join(t.TempDir(), "backup")
	if err := before.Backup(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	back, err := Restore(context.Background(), path, filepath.Join(t.TempDir(), "r"), light())
	if err != nil {
		t.Fatal(err)
	}
	defer back.Close()
	same(t, head, back)
	before.Close()
	unclean(t, dirBefore)
	if err := os.RemoveAll(filepath.Join(dirBefore, dbName)); err != nil {
		t.Fatal(err)
	}
	before = reopen(t, dirBefore, light())
	same(t, head, before)
	verified(t, before)

	// The lost laptop hears of it too: it reads what counts, and writes no more.
	take(t, lost, removal)
	same(t, head, lost)
	if _, err := lost.Append(context.Background(), author, set(1, "text/en", "more")); data.CodeOf(err) != CodeRemoved {
		t.Errorf("a removed laptop writes: %v", err)
	}
	if _, err := lost.PutBlob(context.Background(), []byte("x")); data.CodeOf(err) != CodeRemoved {
		t.Errorf("a removed laptop keeps a file: %v", err)
	}
}

// A removal made by a laptop after its own cut counts for nothing, and what it
// had hidden counts again.
func TestCutByARemovedLaptop(t *testing.T) {
	head, _ := create(t, light())
	thief, _ := create(t, light())
	delegate, _ := create(t, light())
	appendAll(t, head, set(1, "text/en", "start"))
	appendAll(t, delegate, set(2, "text/en", "one"), set(2, "text/en", "two"))
	appendAll(t, thief, set(3, "text/en", "mine"))
	own := log(t, thief)
	v, _ := create(t, light())
	take(t, v, own)
	take(t, v, log(t, delegate))
	appendAll(t, thief, change.Remove(delegate.Device(), 1))
	take(t, v, log(t, thief))
	if _, err := v.Record("provision", scope, data.ID{2}); data.CodeOf(err) != data.CodeNotFound {
		t.Fatalf("the cut does nothing: %v", err)
	}
	appendAll(t, head, change.Remove(thief.Device(), 2))
	take(t, v, log(t, head))
	if got := words(t, v, 2, "text/en"); got != "two" {
		t.Errorf("reads %q", got)
	}
	other, _ := create(t, light())
	take(t, other, log(t, head))
	take(t, other, log(t, thief))
	take(t, other, log(t, delegate))
	same(t, v, other)
	verified(t, v)
}

// A laptop restored from an old copy learns from the others that it had gone
// on: it becomes a laptop of its own, and what it had written meanwhile stays.
func TestOldCopyGetsANewIdentity(t *testing.T) {
	for _, c := range []struct {
		name  string
		write bool // the copy writes before it hears of its past
	}{{"that had written", true}, {"that had not", false}} {
		t.Run(c.name, func(t *testing.T) {
			a, dir := create(t, light())
			appendAll(t, a, set(1, "text/en", "one"), set(2, "text/en", "old"))
			a.Close()
			copied := copyFolder(t, dir)
			a = reopen(t, dir, light())
			appendAll(t, a, set(1, "text/en", "went on"))
			b, _ := create(t, light())
			take(t, b, log(t, a))
			appendAll(t, b, set(5, "text/en", "others"))

			old := reopen(t, copied, light())
			name, recipient := old.Device(), old.Recipient()
			if c.write {
				appendAll(t, old, set(2, "text/en", "unsent"), set(3, "text/en", "new"))
				appendAll(t, old, change.Write{Kind: "provision", Scope: scope, Entity: data.ID{3}, Op: change.OpTombstone}, set(3, "text/fr", "après"))
			}
			taken := take(t, old, log(t, b))
			if !taken.Reissued || old.Device() == name || old.Recipient() == recipient {
				t.Fatalf("reissued %v, %v", taken.Reissued, old.Device())
			}
			if got := words(t, old, 1, "text/en"); got != "went on" {
				t.Errorf("reads %q", got)
			}
			if c.write {
				if got := words(t, old, 2, "text/en"); got != "unsent" {
					t.Errorf("the unsent change reads %q", got)
				}
				if r, _ := old.Record("provision", scope, data.ID{3}); len(r.Fields["text/fr"].Heads) != 1 || len(r.Fields["text/en"].Heads) != 1 {
					t.Errorf("%+v", r)
				}
			}
			verified(t, old)
			take(t, b, log(t, old))
			take(t, a, log(t, b))
			same(t, old, b)
			same(t, a, b)
			if taken := take(t, old, log(t, a)); len(taken.New) != 0 || taken.Reissued {
				t.Errorf("again: %+v", taken)
			}
			old.Close()
			old = reopen(t, copied, light())
			same(t, old, b)
			appendAll(t, old, set(1, "text/en", "further"))
			take(t, b, log(t, old))
			same(t, old, b)
			verified(t, old)
			old.Close()
			unclean(t, copied)
			os.RemoveAll(filepath.Join(copied, dbName))
			old = reopen(t, copied, light())
			same(t, old, b)
		})
	}
}

// What is for an audience is on the disk and on the way only sealed, and is
// merged the same by those who cannot read it.
func TestAudiencesThroughTheVault(t *testing.T) {
	a, dir := create(t, light())
	b, _ := create(t, light())
	key := bytes.Repeat([]byte{5}, change.EpochKeySize)
	a.Keyring().Add("instructed", 1, key)
	w := set(1, "body", canary)
	w.Audience = "instructed"
	made := appendAll(t, a, w)
	if made[0].Sealed || !bytes.Equal(made[0].Body, w.Body) {
		t.Errorf("the author gets %+v", made[0])
	}
	if got := words(t, a, 1, "body"); got != canary {
		t.Errorf("reads %q", got)
	}
	sent := log(t, a)
	for _, c := range sent {
		if bytes.Contains(c.Raw(), []byte("delegation shall")) {
			t.Error("sent in clear")
		}
	}
	take(t, b, sent)
	same(t, a, b)
	r, err := b.Record("provision", scope, data.ID{1})
	head, _ := r.Fields["body"].Shown()
	if err != nil || !head.Sealed || head.Body != nil {
		t.Errorf("without the key: %+v, %v", head, err)
	}
	if h, err := b.History(data.ID{1}); err != nil || !h[0].Sealed {
		t.Errorf("history without the key: %+v, %v", h, err)
	}
	b.Keyring().Add("instructed", 1, key)
	if got := words(t, b, 1, "body"); got != canary {
		t.Errorf("with the key: %q", got)
	}
	if h, err := b.History(data.ID{1}); err != nil || h[0].Sealed || !bytes.Equal(h[0].Body, w.Body) {
		t.Errorf("history with the key: %+v, %v", h, err)
	}
	a.Close()
	if len(a.Keyring().Audiences()) > 0 {
		t.Error("a closed vault holds keys")
	}
	a = reopen(t, dir, light())
	verified(t, a)
	w.Audience = "ladder"
	b.Keyring().Add("instructed", 1, key)
	if _, err := b.Append(context.Background(), author, w); data.CodeOf(err) != change.CodeNoKey {
		t.Errorf("for an audience without a key: %v", err)
	}
}

func sealTo(t *testing.T, plain string, recipients ...string) []byte {
	t.Helper()
	var to []age.Recipient
	for _, r := range recipients {
		recipient, err := age.ParseHybridRecipient(r)
		if err != nil {
			t.Fatal(err)
		}
		to = append(to, recipient)
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to...)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, plain)
	w.Close()
	return out.Bytes()
}

func TestReceivingKey(t *testing.T) {
	v, dir := create(t, light())
	other, _ := create(t, light())
	file := sealTo(t, "for you", v.Recipient(), other.Recipient())
	v.Close()
	v = reopen(t, dir, light())
	r, err := v.OpenAge(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || string(got) != "for you" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := v.OpenAge(bytes.NewReader(sealTo(t, "x", other.Recipient()))); data.CodeOf(err) != CodeNotAddressed {
		t.Errorf("for another: %v", err)
	}
	if _, err := v.OpenAge(bytes.NewReader([]byte("letter"))); data.CodeOf(err) != CodeNotSealed {
		t.Errorf("no age file: %v", err)
	}
	message := []byte("purpose\x00words")
	if !ed25519.Verify(v.SigningKey(), message, v.Sign(message)) || change.DeviceOf(v.SigningKey()) != v.Device() {
		t.Error("what the laptop signs is not its own")
	}
}

func TestSigningIsNeverForAChange(t *testing.T) {
	v, _ := create(t, light())
	if v.Sign([]byte(change.SigningPrefix+"x")) != nil {
		t.Error("signed what could be a change")
	}
	if len(v.Sign([]byte("purpose\x00x"))) != 64 {
		t.Error("does not sign")
	}
	v.Close()
	if v.Sign([]byte("purpose\x00x")) != nil {
		t.Error("a closed vault signs")
	}
}

// A vault whose key file is older than receiving keys gets one at its first
// opening, and keeps it.
func TestOlderKeyFileGetsAReceivingKey(t *testing.T) {
	dir := copyFolder(t, "testdata/format1")
	v := reopen(t, dir, light())
	first := v.Recipient()
	v.Close()
	v = reopen(t, dir, light())
	if v.Recipient() != first || len(first) < 1900 {
		t.Errorf("%d characters, the same %v", len(first), v.Recipient() == first)
	}
}
