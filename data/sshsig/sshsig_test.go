package sshsig

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
)

const purpose = "travaux-approval"

func pair(seed string) (ed25519.PublicKey, func([]byte) []byte) {
	sum := sha256.Sum256([]byte(seed))
	private := ed25519.NewKeyFromSeed(sum[:])
	return private.Public().(ed25519.PublicKey), func(m []byte) []byte { return ed25519.Sign(private, m) }
}

func TestOnlyTheRightSignatureIsGood(t *testing.T) {
	key, signer := pair("head")
	other, _ := pair("delegate")
	message := []byte("Step: approved\n")
	good := Sign(signer, key, purpose, message)
	if !bytes.Equal(good, Sign(signer, key, purpose, message)) {
		t.Error("two signatures over the same differ")
	}
	for name, c := range map[string]struct {
		key       ed25519.PublicKey
		namespace string
		message   string
		signature []byte
		want      data.Code
	}{
		"as it was made":  {key, purpose, string(message), good, ""},
		"another key":     {other, purpose, string(message), good, CodeWrong},
		"another purpose": {key, "file", string(message), good, CodeWrong},
		"another message": {key, purpose, "Step: approved", good, CodeWrong},
		"cut off":         {key, purpose, string(message), good[:len(good)-1], CodeMalformed},
		"with a tail":     {key, purpose, string(message), append(bytes.Clone(good), 0), CodeMalformed},
		"nothing":         {key, purpose, string(message), nil, CodeMalformed},
	} {
		if got := data.CodeOf(Verify(c.key, c.namespace, []byte(c.message), c.signature)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	for i := range good {
		bent := bytes.Clone(good)
		bent[i] ^= 1
		if Verify(key, purpose, message, bent) == nil {
			t.Errorf("byte %d can be altered", i)
		}
	}
	named, err := Key(good)
	if err != nil || !named.Equal(key) {
		t.Errorf("the signature names %x, %v", named, err)
	}
}

func TestArmorIsReadBack(t *testing.T) {
	key, signer := pair("head")
	good := Sign(signer, key, purpose, []byte("text"))
	for name, text := range map[string]string{
		"as written":        string(Armor(good)),
		"with line ends":    strings.ReplaceAll(string(Armor(good)), "\n", "\r\n"),
		"with blanks round": "\n  " + string(Armor(good)) + "\n\n",
	} {
		if got, err := Unarmor([]byte(text)); err != nil || !bytes.Equal(got, good) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, text := range []string{"", armorBegin, armorBegin + "\n!\n" + armorEnd, string(good)} {
		if _, err := Unarmor([]byte(text)); data.CodeOf(err) != CodeMalformed {
			t.Errorf("%.20q gives %v", text, err)
		}
	}
}

func TestSignersAreReadBack(t *testing.T) {
	key, _ := pair("head")
	s := Signer{"head of delegation", []string{purpose, "travaux-paper"}, key}
	text := "# keys\n\n" + s.Line() + "x@y cert-authority " + strings.SplitN(Signer{Key: key}.Line(), " ", 2)[1] + "z ssh-rsa AAAA\n"
	got, err := ReadSigners([]byte(text))
	if err != nil || len(got) != 1 || !got[0].Key.Equal(key) || got[0].Principal != "head_of_delegation" {
		t.Fatalf("read %v, %v", got, err)
	}
	if !got[0].For(purpose) || got[0].For("file") || !(Signer{}).For("file") {
		t.Error("the namespaces are not kept")
	}
	for _, bad := range []string{"one", "one two three", "one ssh-ed25519 AAAA", "one ssh-ed25519 !", "one ssh-ed25519"} {
		if _, err := ReadSigners([]byte(bad)); data.CodeOf(err) != CodeMalformed {
			t.Errorf("%q gives %v", bad, err)
		}
	}
}

// TestSSHKeygenAgrees lets ssh-keygen confirm ours, and us what it has made.
func TestSSHKeygenAgrees(t *testing.T) {
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("ssh-keygen is not installed")
	}
	key, signer := pair("head")
	message := []byte("Stance: oppose\nText ar: …\n")
	dir := t.TempDir()
	file := func(name string, content []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	signers := file("allowed", []byte(Signer{"head", []string{purpose}, key}.Line()))
	signature := file("a.sig", Armor(Sign(signer, key, purpose, message)))
	verify := func(said []byte) (string, error) {
		c := exec.Command("ssh-keygen", "-Y", "verify", "-f", signers, "-I", "head", "-n", purpose, "-s", signature)
		c.Stdin = bytes.NewReader(said)
		out, err := c.CombinedOutput()
		return string(out), err
	}
	if out, err := verify(message); err != nil || !strings.Contains(out, Fingerprint(key)) {
		t.Errorf("ssh-keygen says %q, %v", out, err)
	}
	if out, err := verify(append(message, '.')); err == nil {
		t.Errorf("ssh-keygen takes another text: %q", out)
	}

	private := filepath.Join(dir, "id")
	if out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", private).CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	said := file("said", message)
	if out, err := exec.Command("ssh-keygen", "-q", "-Y", "sign", "-f", private, "-n", purpose, said).CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	public, err := os.ReadFile(private + ".pub")
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := ReadSigners([]byte("them " + string(public)))
	if err != nil || len(theirs) != 1 {
		t.Fatalf("their key is read as %v, %v", theirs, err)
	}
	armored, err := os.ReadFile(said + ".sig")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Unarmor(armored)
	if err != nil {
		t.Fatal(err)
	}
	if err := Verify(theirs[0].Key, purpose, message, got); err != nil {
		t.Error("what ssh-keygen signed is refused:", err)
	}
}

func FuzzVerify(f *testing.F) {
	key, signer := pair("head")
	f.Add(Sign(signer, key, purpose, []byte("text")), "one "+string(Signer{Key: key}.Line()))
	f.Add([]byte(magic), `a namespaces="b" ssh-ed25519 AAAA`)
	f.Fuzz(func(t *testing.T, signature []byte, line string) {
		if Verify(key, purpose, []byte("other"), signature) == nil {
			t.Error("a signature over another message is good")
		}
		if _, err := Unarmor([]byte(line)); err == nil && !strings.Contains(line, armorEnd) {
			t.Error("read as a signature without its end")
		}
		signers, err := ReadSigners([]byte(line))
		if err == nil && len(signers) > 0 && len(signers[0].Key) != ed25519.PublicKeySize {
			t.Error("a key of another size")
		}
	})
}
