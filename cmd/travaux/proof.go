package main

import (
	"context"
	"crypto/ed25519"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sshsig"
	"travaux/export"
	"travaux/export/proof"
)

// runVerify proves a vault, or a paper.
func runVerify(ctx context.Context, c *call) error {
	switch len(c.files) {
	case 0:
		return c.verifyVault(ctx)
	case 1:
		return c.verifyPaper(ctx, c.files[0])
	}
	return data.E(codeUsage, "what", c.files[1])
}

// maxPaper is more than any paper that this program makes.
const maxPaper = 128 << 20

// verifyPaper says whether a paper is what was approved. Everything that was
// found is printed; the error is the gravest of it.
func (c *call) verifyPaper(ctx context.Context, path string) error {
	content, err := readFile(path, maxPaper)
	if err != nil {
		return err
	}
	witness, done, err := c.witness(ctx)
	if err != nil {
		return err
	}
	defer done()
	report, err := proof.Check(ctx, content, witness)
	if err != nil {
		return err
	}
	c.tell(report)
	return report.Err()
}

// readFile reads a file that may not be larger than that.
func readFile(path string, most int64) ([]byte, error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		return nil, data.E(data.CodeFile, "name", name).Because(err)
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil || int64(len(content)) > most {
		return nil, data.E(data.CodeFile, "name", name).Because(err)
	}
	return content, nil
}

// witness is who vouches for keys: the vault, a file of allowed signers, or
// nobody. done closes what was opened.
func (c *call) witness(ctx context.Context) (w proof.Witness, done func(), err error) {
	done = func() {}
	switch {
	case c.allowed != "":
		signers, err := c.signers()
		return proof.Witness{Vouch: signers.vouch}, done, err
	case c.vault != "":
		v, d, err := c.desk(ctx)
		if err != nil {
			return w, done, err
		}
		return witnessOf(d), func() { v.Close() }, nil
	}
	return w, done, nil
}

// witnessOf knows what the desk knows.
func witnessOf(d *desk.Desk) proof.Witness {
	vouch := func(key ed25519.PublicKey, _ string, at time.Time) (data.Role, bool) { return d.Vouch(key, at) }
	return proof.Witness{Vouch: vouch, Now: func(s data.Stated) proof.Now {
		state, err := d.ApprovalStated(s)
		switch {
		case err != nil:
			return proof.NowUnknown
		case state == data.ApprovalLapsed:
			return proof.NowLapsed
		}
		return proof.NowHolds
	}}
}

type signers []sshsig.Signer

// maxSigners is more than any file of allowed signers holds.
const maxSigners = 1 << 20

func (c *call) signers() (signers, error) {
	text, err := readFile(c.allowed, maxSigners)
	if err != nil {
		return nil, err
	}
	return sshsig.ReadSigners(text)
}

// vouch knows the keys of a file. A principal that is a role, with or without
// what follows an @, may sign in no other.
func (all signers) vouch(key ed25519.PublicKey, namespace string, _ time.Time) (data.Role, bool) {
	for _, s := range all {
		if s.Key.Equal(key) && s.For(namespace) {
			name, _, _ := strings.Cut(s.Principal, "@")
			if role := data.Role(name); isRole(role) {
				return role, true
			}
			return "", true
		}
	}
	return "", false
}

// tell prints what was found.
func (c *call) tell(r proof.Report) {
	say := func(line string) { fmt.Fprintln(c.io.out, line) }
	say(r.Brief.Title)
	say(c.loc.T("proof.digest", "digest", export.Groups(r.Digest)))
	for _, k := range r.Keys {
		role := c.loc.T("proof.key.maker")
		if k.Role != "" {
			role = c.loc.Name("role", string(k.Role))
		}
		id := "proof.key.known"
		if !k.Known {
			id = "proof.key.unknown"
		}
		say(c.loc.T(id, "role", role, "key", sshsig.Fingerprint(k.Key)))
	}
	for _, f := range r.Faults {
		words := c.loc.T("proof.fault."+f.What, "page", strconv.Itoa(f.Page))
		if f.Line >= 0 {
			words = c.loc.T("proof.line", "provision", export.Cite(r.Brief.Lines[f.Line], c.loc), "fault", words)
		}
		say(words)
	}
	if len(r.Faults) == 0 {
		say(c.loc.N("proof.holds", len(r.Brief.Lines)))
	}
}
