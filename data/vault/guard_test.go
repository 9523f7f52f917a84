package vault

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/change"
)

func code(t *testing.T, dir string, o Options) data.Code {
	t.Helper()
	v, err := Open(context.Background(), dir, o)
	if err == nil {
		v.Close()
	}
	return data.CodeOf(err)
}

func with(do func(*Options)) Options {
	o := light()
	do(&o)
	return o
}

// Every reason for not opening is told apart from the others.
func TestReasonsForNotOpening(t *testing.T) {
	v, recovery, err := Create(context.Background(), filepath.Join(t.TempDir(), "a"), light())
	if err != nil {
		t.Fatal(err)
	}
	dir := v.dir
	if got := code(t, dir, light()); got != CodeInUse {
		t.Errorf("open twice: %q", got)
	}
	v.Close()
	cases := []struct {
		name string
		o    Options
		edit func(dir string)
		want data.Code
	}{
		{"right", light(), nil, ""},
		{"recovery code", Options{RecoveryCode: recovery}, nil, ""},
		{"recovery code as people type it", Options{RecoveryCode: " " + strings.ToLower(strings.ReplaceAll(recovery, "-", " "))}, nil, ""},
		{"wrong passphrase", with(func(o *Options) { o.Passphrase = []byte("wrong") }), nil, CodeSecret},
		{"no passphrase", with(func(o *Options) { o.Passphrase = nil }), nil, CodeSecret},
		{"wrong recovery code", Options{RecoveryCode: "00000-00000-00000-00000-000000"}, nil, CodeSecret},
		{"half a recovery code", Options{RecoveryCode: recovery[:12]}, nil, CodeSecret},
		{"no key file", light(), func(dir string) {
			os.Remove(filepath.Join(dir, keyName))
			os.Remove(filepath.Join(dir, keyCopyName))
		}, CodeKeyFile},
		{"an ordinary folder", light(), func(dir string) {
			os.RemoveAll(dir)
			os.MkdirAll(dir, 0o700)
			os.WriteFile(filepath.Join(dir, "letter.txt"), []byte("x"), 0o600)
		}, CodeNone},
		{"nothing there", light(), func(dir string) { os.RemoveAll(dir) }, CodeNone},
		{"another program's key file", light(), func(dir string) {
			os.RemoveAll(dir)
			os.MkdirAll(dir, 0o700)
			os.WriteFile(filepath.Join(dir, keyName), []byte("-----BEGIN PRIVATE KEY-----"), 0o600)
		}, CodeNone},
		{"a newer format", light(), func(dir string) {
			copies, _, _ := readKeyFiles(dir)
			copies[0].Format = keyFormat + 1
			copies[0].save(dir)
		}, CodeNewer},
		{"both key files damaged", light(), func(dir string) {
			for _, name := range []string{keyName, keyCopyName} {
				edit(t, filepath.Join(dir, name), func(b []byte) []byte { b[len(b)/2] ^= 1; return b })
			}
		}, CodeKeyFile},
		{"absurd costs", light(), func(dir string) {
			copies, _, _ := readKeyFiles(dir)
			copies[0].Slots[0].KDF.Memory = 100 << 20
			copies[0].save(dir)
		}, CodeSecret},
		{"weakened costs", light(), func(dir string) {
			copies, _, _ := readKeyFiles(dir)
			copies[0].Slots[0].KDF.Memory = 16
			copies[0].save(dir)
		}, CodeSecret},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := copyFolder(t, dir)
			if c.edit != nil {
				c.edit(dir)
			}
			if got := code(t, dir, c.o); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestInUseByAnotherProcess(t *testing.T) {
	v, dir := create(t, light())
	v.Close()
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), crashDirEnv+"="+dir)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { child.Process.Kill(); child.Wait() }()
	if _, err := out.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	if got := code(t, dir, light()); got != CodeInUse {
		t.Errorf("got %q", got)
	}
}

func TestCreateRefuses(t *testing.T) {
	full := t.TempDir()
	os.WriteFile(filepath.Join(full, "letter.txt"), nil, 0o600)
	if _, _, err := Create(context.Background(), full, light()); data.CodeOf(err) != CodeExists {
		t.Errorf("a folder with something in it: %v", err)
	}
	if _, _, err := Create(context.Background(), t.TempDir(), Options{}); data.CodeOf(err) != data.CodeInput {
		t.Errorf("no passphrase: %v", err)
	}
}

func TestSyncedFoldersAreRefused(t *testing.T) {
	cases := []struct{ path, marker, want string }{
		{"Documents/vault", "", ""},
		{"Dropbox/vault", "", "Dropbox"},
		{"Dropbox (Mission)/a/b/vault", "", "Dropbox"},
		{"OneDrive - Ministry/vault", "", "OneDrive"},
		{"Google Drive/My Drive/vault", "", "Google Drive"},
		{"Library/Mobile Documents/com~apple~CloudDocs/vault", "", "iCloud"},
		{"Nextcloud/vault", "", "Nextcloud"},
		{"work/vault", "work/.stfolder", "Syncthing"},
		{"work/vault", "work/.sync_0a1b2c.db", "Nextcloud"},
		{"work/vault", "work/.dropbox.cache", "Dropbox"},
		{"work [old]/vault", "work [old]/.owncloudsync.log", "ownCloud"},
		{"my boxes/syncopation/vault", "", ""},
	}
	for _, c := range cases {
		t.Run(c.path+" "+c.marker, func(t *testing.T) {
			root := t.TempDir()
			dir := filepath.Join(root, c.path)
			if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
				t.Fatal(err)
			}
			if c.marker != "" {
				os.WriteFile(filepath.Join(root, c.marker), nil, 0o600)
			}
			v, _, err := Create(context.Background(), dir, light())
			if err == nil {
				v.Close()
			}
			var e *data.Error
			if c.want == "" && err != nil || c.want != "" && (!errors.As(err, &e) || e.Code != CodeSynced || e.Args["program"] != c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
			if c.want == "" {
				return
			}
			link := filepath.Join(t.TempDir(), "innocent")
			if os.Symlink(filepath.Dir(dir), link) == nil && code(t, filepath.Join(link, "vault"), light()) != CodeSynced {
				t.Error("not seen behind a link")
			}
		})
	}
}

func TestChangePassphrase(t *testing.T) {
	v, dir := create(t, light())
	appendAll(t, v, set(1, "text/en", "x"))
	fresh := with(func(o *Options) { o.Passphrase = []byte("new words") })
	if err := v.ChangePassphrase(context.Background(), fresh.Passphrase); err != nil {
		t.Fatal(err)
	}
	recovery, err := v.NewRecoveryCode(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	v.Close()
	if got := code(t, dir, light()); got != CodeSecret {
		t.Errorf("the old passphrase still opens: %q", got)
	}
	for name, o := range map[string]Options{"passphrase": fresh, "recovery": {RecoveryCode: recovery}} {
		v := reopen(t, dir, o)
		if got := words(t, v, 1, "text/en"); got != "x" {
			t.Errorf("%s: %q", name, got)
		}
		v.Close()
	}
}

// One damaged copy of the key file is mended from the other, wherever the
// damage is; no flipped byte opens anything or is believed.
func TestKeyFileFlipEveryByte(t *testing.T) {
	v, dir := create(t, light())
	v.Close()
	whole, err := os.ReadFile(filepath.Join(dir, keyName))
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		bad := bytes.Clone(whole)
		bad[i] ^= 0x41
		if _, err := decodeKeyFile(bad); err == nil {
			t.Fatalf("byte %d: not noticed", i)
		}
		if _, err := decodeKeyFile(bad[:i]); err == nil {
			t.Fatalf("cut at %d: not noticed", i)
		}
	}
	for _, name := range []string{keyName, keyCopyName} {
		for _, i := range []int{0, 20, len(whole) / 2, len(whole) - 1} {
			edit(t, filepath.Join(dir, name), func(b []byte) []byte { b[i] ^= 1; return b })
			v := reopen(t, dir, light())
			if !noticed(v, NoticeKeyCopy) {
				t.Errorf("%s byte %d: not said", name, i)
			}
			v.Close()
			for _, name := range []string{keyName, keyCopyName} {
				if b, err := os.ReadFile(filepath.Join(dir, name)); err != nil {
					t.Error(err)
				} else if _, err := decodeKeyFile(b); err != nil {
					t.Errorf("%s is not mended", name)
				}
			}
		}
	}
}

const canary = "the delegation shall on no account agree to article seventeen"

// The canary is written everywhere a person can write; then it is looked for
// everywhere it must not be.
func TestNothingIsEverInClear(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	var log bytes.Buffer
	var errorTexts []string
	tell := func(err error) {
		for ; err != nil; err = errors.Unwrap(err) {
			errorTexts = append(errorTexts, fmt.Sprintf("%v %+v", err, err))
		}
	}
	o := logged(&log)
	v, dir := create(t, o)
	backup := filepath.Join(t.TempDir(), "b.tvb")
	body := change.Marshal(canary)
	appendAll(t, v, change.Write{Kind: canary, Scope: scope, Entity: data.ID{1}, Field: canary, Body: body, Lang: canary})
	sum, err := v.PutBlob(context.Background(), bytes.Repeat([]byte(canary), 9000))
	if err != nil {
		t.Fatal(err)
	}
	if err := v.SetScratch(canary, canary); err != nil {
		t.Fatal(err)
	}
	if err := v.Backup(context.Background(), backup); err != nil {
		t.Fatal(err)
	}
	look := func(when string) {
		t.Helper()
		for _, root := range []string{dir, temp, filepath.Dir(backup)} {
			filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return nil
				}
				b, _ := os.ReadFile(path)
				if bytes.Contains(b, []byte(canary)) || bytes.Contains(b, []byte("text of a provision")) || strings.Contains(path, "delegation") {
					t.Errorf("%s: in clear in %s", when, path)
				}
				return nil
			})
		}
		if strings.Contains(log.String(), "account") {
			t.Errorf("%s: in clear in the log", when)
		}
		for _, text := range errorTexts {
			if strings.Contains(text, "account") {
				t.Errorf("%s: in clear in an error: %s", when, text)
			}
		}
	}
	look("open")
	_, err = v.Append(context.Background(), author, change.Write{Kind: canary, Body: change.Marshal(strings.Repeat(canary, 5000))})
	tell(err)
	_, err = v.Blob([32]byte{1})
	tell(err)
	// Damage the store under the open vault and read on: Badger's own texts
	// would hold keys and values.
	sst, _ := filepath.Glob(filepath.Join(dir, dbName, "*"))
	for _, path := range sst {
		if filepath.Base(path) != "LOCK" {
			edit(t, path, func(b []byte) []byte { clear(b[len(b)/2:]); return b })
		}
	}
	_, err = v.Blob(sum)
	tell(err)
	_, err = v.Record(canary, scope, data.ID{1})
	tell(err)
	tell(v.Close())
	look("closed")
	os.Remove(filepath.Join(dir, stateName))
	edit(t, segmentPath(filepath.Join(dir, journalName), 1), func(b []byte) []byte { b[headerSize+50] ^= 1; return b })
	_, err = Open(context.Background(), dir, o)
	tell(err)
	tell(func() error { _, err := Open(context.Background(), filepath.Join(dir, "none"), o); return err }())
	look("damaged")
	if len(errorTexts) < 3 || log.Len() == 0 {
		t.Errorf("%d errors, %d bytes of log: the test shows nothing", len(errorTexts), log.Len())
	}
}

func TestLockedVaultSaysSo(t *testing.T) {
	v, _ := create(t, light())
	appendAll(t, v, set(1, "text/en", "x"))
	v.Close()
	_, appendErr := v.Append(context.Background(), author, set(1, "text/en", "y"))
	_, recordErr := v.Record("provision", scope, data.ID{1})
	_, blobErr := v.Blob([32]byte{})
	_, historyErr := v.History(data.ID{1})
	for i, err := range []error{appendErr, recordErr, blobErr, historyErr, v.SetScratch("k", "x"), v.Records("provision", scope, nil)} {
		if data.CodeOf(err) != CodeClosed {
			t.Errorf("%d: %v", i, err)
		}
	}
}

func TestTooLargeIsRefusedAndNothingWritten(t *testing.T) {
	v, _ := create(t, light())
	_, err := v.Append(context.Background(), author, set(1, "text/en", "small"), set(1, "text/fr", strings.Repeat("x", MaxBody)))
	if data.CodeOf(err) != CodeTooLarge {
		t.Errorf("got %v", err)
	}
	var many []change.Write
	for i := range 8 {
		many = append(many, set(1, fmt.Sprint(i), strings.Repeat("x", MaxBody-100)))
	}
	if _, err := v.Append(context.Background(), author, many...); data.CodeOf(err) != CodeTooLarge {
		t.Errorf("one huge record: %v", err)
	}
	if _, err := v.Record("provision", scope, data.ID{1}); data.CodeOf(err) != data.CodeNotFound {
		t.Errorf("part of a refused act was written: %v", err)
	}
	appendAll(t, v, set(1, "text/en", "fine"))
}
