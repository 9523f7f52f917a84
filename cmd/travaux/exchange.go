package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	shown "travaux/app/exchange"
	"travaux/data"
	"travaux/data/change"
	"travaux/data/desk"
	"travaux/data/exchange"
	"travaux/data/vault"
)

// exchanging are the options of the subcommands with which laptops exchange.
type exchanging struct {
	to, laptop, fingerprint string
	dryRun                  bool
	bundlePassphrase        string // file
}

func (c *call) exchangeFlags() {
	c.flags.StringVar(&c.exchanging.to, "to", "", "")
	c.flags.StringVar(&c.exchanging.laptop, "laptop", "", "")
	c.flags.StringVar(&c.exchanging.fingerprint, "fingerprint", "", "")
	c.flags.BoolVar(&c.exchanging.dryRun, "dry-run", false, "")
	c.flags.StringVar(&c.exchanging.bundlePassphrase, "bundle-passphrase-file", "", "")
}

// runCard writes the card with which this laptop asks to join a delegation. Where
// there is no vault yet it makes an empty one, and prints its recovery code.
func runCard(ctx context.Context, c *call) error {
	if err := c.need("--out", c.out); err != nil {
		return err
	}
	role := data.Role(c.role)
	if role != "" && !isRole(role) {
		return data.E(codeUsage, "what", "--role "+c.role)
	}
	v, err := c.openOrCreate(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	name, laptop := c.member, c.exchanging.laptop
	if d, err := desk.Open(ctx, v); err == nil && name == "" {
		name = d.Me().Name
	}
	if laptop == "" {
		laptop, _ = os.Hostname()
	}
	card, err := desk.MakeCard(v, name, laptop, role)
	if err != nil {
		return err
	}
	if err := writeWhole(c.out, func(w io.Writer) error { return exchange.WriteCard(w, card) }); err != nil {
		return err
	}
	fmt.Fprintln(c.io.err, c.loc.T("cli.written", "name", c.out))
	fmt.Fprintln(c.io.err, c.loc.T("exchange.fingerprint", "digits", strings.Join(card.Fingerprint(), " ")))
	return v.Close()
}

func (c *call) openOrCreate(ctx context.Context) (*vault.Vault, error) {
	if entries, err := os.ReadDir(c.vault); err == nil && len(entries) > 0 {
		return c.open(ctx)
	}
	options, err := c.options(true)
	if err != nil {
		return nil, err
	}
	options.DeviceName = c.exchanging.laptop
	v, code, err := vault.Create(ctx, c.vault, options)
	if err != nil {
		return nil, err
	}
	fmt.Fprintln(c.io.err, c.loc.T("cli.recovery"))
	fmt.Fprintln(c.io.out, code)
	return v, nil
}

// runPack writes a bundle for all other laptops, or for those named, or one that
// is sealed with a passphrase.
func runPack(ctx context.Context, c *call) error {
	if err := c.need("--out", c.out); err != nil {
		return err
	}
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	var packed desk.Packed
	err = writeWhole(c.out, func(w io.Writer) error {
		if c.exchanging.bundlePassphrase != "" {
			secret, err := c.bundleSecret()
			if err != nil {
				return err
			}
			packed, err = d.PackSealedWith(ctx, secret, w)
			return err
		}
		to, err := addressees(d, c.exchanging.to)
		if err != nil {
			return err
		}
		packed, err = d.Pack(ctx, to, w)
		return err
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(c.io.err, c.loc.T("cli.written", "name", c.out))
	fmt.Fprintln(c.io.out, shown.Packed(c.loc, packed))
	return v.Close()
}

func (c *call) bundleSecret() ([]byte, error) {
	f, err := os.Open(c.exchanging.bundlePassphrase)
	if err != nil {
		return nil, data.E(data.CodeFile, "name", c.exchanging.bundlePassphrase).Because(err)
	}
	defer f.Close()
	return firstLine(f)
}

// addressees finds laptops by their names, those of their members or those in the
// log, separated by commas; all of them for "".
func addressees(d *desk.Desk, names string) ([]change.DeviceID, error) {
	var to []change.DeviceID
	all := d.Holdings()
	if names == "" {
		for _, h := range all {
			to = append(to, h.Device)
		}
		return to, nil
	}
	for _, name := range strings.Split(names, ",") {
		name = strings.TrimSpace(name)
		found := false
		for _, h := range all {
			if strings.EqualFold(name, h.Name) || strings.EqualFold(name, h.Who.Name) || strings.EqualFold(name, h.Device.String()) {
				to, found = append(to, h.Device), true
			}
		}
		if !found {
			return nil, data.E(desk.CodeNoLaptop, "laptop", name)
		}
	}
	return to, nil
}

// runTake takes bundles in, in any order, or says with --dry-run what they would
// change. Each is taken whole or not at all; those that were taken before are
// named and passed over.
func runTake(ctx context.Context, c *call) error {
	if len(c.files) == 0 {
		return data.E(codeUsage, "what", "FILE")
	}
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	for _, path := range c.files {
		if err := c.take(ctx, d, path); err != nil {
			return err
		}
	}
	for _, m := range d.Missing() {
		fmt.Fprintln(c.io.err, shown.Missing(c.loc, m))
	}
	return v.Close()
}

func (c *call) take(ctx context.Context, d *desk.Desk, path string) error {
	in, err := withFile(path, func(r io.Reader) (desk.Incoming, error) {
		if c.exchanging.bundlePassphrase == "" {
			return d.Preview(ctx, r)
		}
		secret, err := c.bundleSecret()
		if err != nil {
			return desk.Incoming{}, err
		}
		return d.PreviewSealedWith(ctx, r, secret)
	})
	if err != nil {
		return err
	}
	fmt.Fprint(c.io.out, shown.Tell(c.loc, in).Text())
	if c.exchanging.dryRun || in.Repeated {
		return nil
	}
	if err := d.TakeIn(ctx, in); err != nil {
		return err
	}
	fmt.Fprintln(c.io.err, c.loc.T("exchange.taken"))
	return nil
}

// runJoin takes in the first bundle for an empty vault. Without --fingerprint it
// only says from whom it comes and what to compare.
func runJoin(ctx context.Context, c *call) error {
	if len(c.files) != 1 {
		return data.E(codeUsage, "what", "FILE")
	}
	v, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	in, err := withFile(c.files[0], func(r io.Reader) (desk.Invitation, error) {
		if c.exchanging.bundlePassphrase == "" {
			return desk.ReadInvitation(ctx, v, r)
		}
		secret, err := c.bundleSecret()
		if err != nil {
			return desk.Invitation{}, err
		}
		return desk.ReadInvitationSealedWith(ctx, v, r, secret)
	})
	if err != nil {
		return err
	}
	fmt.Fprint(c.io.out, shown.Invited(c.loc, in).Text())
	switch given := digits(c.exchanging.fingerprint); {
	case given == "":
		fmt.Fprintln(c.io.err, c.loc.T("exchange.compare"))
		return nil
	case given != strings.Join(in.From.Fingerprint(), ""):
		return data.E(desk.CodeOtherFingerprint)
	}
	d, err := desk.Join(ctx, v, in)
	if err != nil {
		return err
	}
	fmt.Fprintln(c.io.err, c.loc.T("exchange.joined", "who", shown.Who(c.loc, d.Me())))
	return v.Close()
}

// digits are those in a fingerprint, however it was written.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// withFile reads a file. Bundles are not held in memory before they are opened.
func withFile[T any](path string, read func(io.Reader) (T, error)) (T, error) {
	f, err := os.Open(path)
	if err != nil {
		var none T
		return none, data.E(data.CodeFile, "name", filepath.Base(path)).Because(err)
	}
	defer f.Close()
	return read(f)
}
