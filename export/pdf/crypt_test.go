package pdf

import (
	"bytes"
	"encoding/hex"
	"os/exec"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
	"travaux/export/internal/specimen"
)

// known is what qpdf 11 wrote of a file with the password "Vélmora 7".
var known = map[name]string{
	"U":     "45f872783eb9272feba5ae803a73eeceb4564dadbf88a025ddfb85fb272d2e6f2f453eeada3925244b93b296b4855a8b",
	"UE":    "a00dc36e6426ba8a02109a46374b9fdad5fc3aa5bf40aa2519dfab13ae9dd227",
	"O":     "1a16b05041f9f99aa1fc3f18219810d9f0c49bf0225cbfe366879d49964eb2f542730ecaec37a7693bb2080559cfa420",
	"OE":    "27b641ee6290ef05494a092f5b1ad9c1d6f3b47d5ee0dc0e856a1ade69bded5c",
	"Perms": "e3885377417f0f83a8e14946cd6064a6",
}

const knownPassword, knownKey = "Vélmora 7", "923e93ee43374a06b19e0e6c5c40b028312fdbce9641432761bebff139e6490a"

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestKnownAnswersOfEncryption computes what another program has written.
func TestKnownAnswersOfEncryption(t *testing.T) {
	key, pass := unhex(t, knownKey), []byte(knownPassword)
	u, o := unhex(t, known["U"]), unhex(t, known["O"])
	for entry, c := range map[string]struct {
		salts, user []byte
		digest, key name
	}{"user": {u[32:], nil, "U", "UE"}, "owner": {o[32:], u, "O", "OE"}} {
		digest, sealed := locked(pass, key, c.salts, c.user)
		if hex.EncodeToString(digest) != known[c.digest] || hex.EncodeToString(sealed) != known[c.key] {
			t.Errorf("%s: %x, %x", entry, digest, sealed)
		}
	}
	l, err := unlock(dict{"R": integer(6), "U": text(u), "UE": text(unhex(t, known["UE"]))}, knownPassword)
	if err != nil || !bytes.Equal(l.key, key) {
		t.Errorf("unlocked %x, %v", l, err)
	}
	for _, wrong := range []string{"", "vélmora 7", "Vélmora 77", strings.Repeat("V", 200)} {
		if _, err := unlock(dict{"R": integer(6), "U": text(u), "UE": text(unhex(t, known["UE"]))}, wrong); data.CodeOf(err) != data.CodeInput {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}

// TestPermissionsAreStated decrypts what the file says of them.
func TestPermissionsAreStated(t *testing.T) {
	key := unhex(t, knownKey)
	plain := func(b []byte) string {
		out := make([]byte, 16)
		decrypter(key, make([]byte, 16)).CryptBlocks(out, b) // one block with no chain
		return string(out[:12])
	}
	if own, theirs := plain(stated(key, []byte("salt"))), plain(unhex(t, known["Perms"])); own != theirs {
		t.Errorf("%x, not %x", own, theirs)
	}
}

func TestPasswordsAreOneHoweverTheyAreTyped(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"secret", "secret"},
		{"Se\u0301ance", "Séance"},
		{"ﬁnal", "final"},
		{"a\u00A0b", "a b"},
		{"a\u00ADb", "ab"},
		{"كلمة السر", "كلمة السر"},
		{"密码", "密码"},
		{"пароль", "пароль"},
		{"", ""},
		{"\u200B", ""},
		{"a\tb", ""},
		{"a\uFFFDb", ""},
		{strings.Repeat("я", 64), ""},
		{strings.Repeat("x", 127), strings.Repeat("x", 127)},
	} {
		got, err := prepared(c.typed)
		if string(got) != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%q: %q, %v", c.typed, got, err)
		}
	}
}

// TestAFileWithAPasswordIsOpenedByOthersWithIt, and with no other.
func TestAFileWithAPasswordIsOpenedByOthersWithIt(t *testing.T) {
	tool(t, "qpdf")
	for lang, password := range map[data.Lang]string{data.English: "a tired delegate", data.Arabic: "كلمة السر", data.Chinese: "密码7", data.French: "étage"} {
		doc := paper(lang, 1)
		doc.Look.Logo = logo(t)
		file := written(t, doc, Options{Password: password})
		path := onDisk(t, file)
		if !bytes.HasPrefix(file, []byte(lockedHeader)) {
			t.Errorf("%s: begins with %q", lang, file[:9])
		}
		out, err := exec.Command("qpdf", "--check", "--password="+password, path).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", lang, err, out)
		}
		out, err = exec.Command("qpdf", "--show-encryption", "--password="+password, path).CombinedOutput()
		if err != nil || !strings.Contains(string(out), "R = 6") || strings.Count(string(out), "AESv3") != 3 {
			t.Errorf("%s: %v\n%s", lang, err, out)
		}
		if out, err := exec.Command("qpdf", "--check", "--password=no", path).CombinedOutput(); err == nil {
			t.Errorf("%s: opened with a wrong password:\n%s", lang, out)
		}
		tool(t, "pdftotext")
		out, err = exec.Command("pdftotext", "-upw", password, path, "-").Output()
		if err != nil || !strings.Contains(string(out), "A/AC.311/14/Rev.2") {
			t.Errorf("%s: %v, %d bytes of text", lang, err, len(out))
		}
		for _, s := range []string{"Travaux", "A/AC.311", doc.Title} {
			if bytes.Contains(file, []byte(s)) {
				t.Errorf("%s: %q stands in the file", lang, s)
			}
		}
	}
}

// TestTheFileWithAPasswordIsWhatIsChecked finds a secret in the encrypted file.
func TestTheFileWithAPasswordIsWhatIsChecked(t *testing.T) {
	doc := paper(data.English, 1)
	o := export.FileOptions{Password: "sesame"}
	if _, c, err := Format.Checked(t.Context(), doc, o, nil); err != nil || c.Letters < 1000 {
		t.Errorf("%d letters read back, %v", c.Letters, err)
	}
	secret := []data.Secret{{Field: "instruction", Text: specimen.Brief(data.English).Lines[0].Reasons}}
	if _, _, err := Format.Checked(t.Context(), doc, o, secret); data.CodeOf(err) != export.CodeLeak {
		t.Errorf("a secret: %v", err)
	}
	file := written(t, doc, Options{Password: "sesame"})
	if _, err := Format.Read(file, export.FileOptions{Password: "open"}); data.CodeOf(err) != data.CodeInput {
		t.Errorf("a wrong password: %v", err)
	}
	doc.Marking = "CONFIDENTIAL"
	if _, _, err := Format.Marked(t.Context(), doc, o); err != nil {
		t.Errorf("marked: %v", err)
	}
	o.Archive = true
	if _, err := Format.Write(t.Context(), doc, o); data.CodeOf(err) != data.CodeInput {
		t.Errorf("an archive with a password: %v", err)
	}
	if again := written(t, doc, Options{Password: "sesame"}); bytes.Equal(file, again) {
		t.Error("two files have one key")
	}
}
