package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/text"
	"travaux/data/vault"
	"travaux/translations"
)

// runNew creates a vault with an empty negotiation and prints the recovery
// code, the only thing on standard output.
func runNew(ctx context.Context, c *call) error {
	lang, err := c.language()
	if err != nil {
		return err
	}
	if lang == "" {
		lang = data.Lang(c.loc.Lang())
	}
	role := data.Role(c.role)
	if role == "" {
		role = data.RoleHead
	}
	if !isRole(role) {
		return data.E(codeUsage, "what", "--role "+c.role)
	}
	options, err := c.options(true)
	if err != nil {
		return err
	}
	v, code, err := vault.Create(ctx, c.vault, options)
	if err != nil {
		return err
	}
	defer v.Close()
	title, name := c.title, c.member
	if title == "" {
		title = translations.New(string(lang)).T("negotiation.untitled")
	}
	if name == "" {
		name = translations.New(string(lang)).T("role." + string(role))
	}
	_, err = desk.Found(ctx, v, data.Negotiation{Title: data.Words{lang: title}}, data.Member{Name: name, Role: role})
	if err != nil {
		v.Close()
		os.RemoveAll(c.vault) // half a vault, whose recovery code nobody has seen
		return err
	}
	fmt.Fprintln(c.io.err, c.loc.T("cli.recovery"))
	fmt.Fprintln(c.io.out, code)
	return v.Close()
}

func isRole(r data.Role) bool {
	for _, known := range data.Roles {
		if r == known {
			return true
		}
	}
	return false
}

// runImport takes files into the vault as the language versions of one
// revision.
func runImport(ctx context.Context, c *call) error {
	if len(c.files) == 0 {
		return data.E(codeUsage, "what", "FILE")
	}
	issue := desk.Issue{Symbol: c.symbol, Kind: data.RevisionKind(c.kind)}
	var err error
	if issue.Date, err = data.ParseDate(c.date); err != nil {
		return data.E(codeUsage, "what", "--date "+c.date)
	}
	var versions []desk.Version
	for _, path := range c.files {
		content, src, outline, err := c.readDraft(ctx, path)
		if err != nil {
			return err
		}
		completeIssue(&issue, src)
		versions = append(versions, desk.Version{
			Lang: outline.Lang, Name: filepath.Base(path), Format: src.Format, Content: content, Outline: outline,
		})
	}
	if !isRevisionKind(issue.Kind) {
		return data.E(codeUsage, "what", "--kind "+c.kind)
	}
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	revision, err := d.Import(ctx, issue, data.NoProgress{}, versions...)
	if err != nil {
		return err
	}
	for _, x := range versions {
		fmt.Fprintln(c.io.out, c.loc.T("cli.imported", "name", x.Name, "lang", c.loc.T("language."+string(x.Lang)), "count", fmt.Sprint(len(x.Outline.Nodes))))
	}
	txt, err := d.Text(revision.ID)
	if err != nil {
		return err
	}
	for _, x := range txt.Differences() {
		var names []string
		for _, l := range x.Langs {
			names = append(names, string(l))
		}
		fmt.Fprintln(c.io.out, c.loc.T("cli.difference", "path", x.Path, "langs", strings.Join(names, ", ")))
	}
	return v.Close()
}

// completeIssue takes from the first file what the options did not say.
func completeIssue(issue *desk.Issue, src *text.Source) {
	if issue.Symbol == "" {
		issue.Symbol = src.Symbol
	}
	if issue.Date.IsZero() {
		issue.Date = src.Date
	}
	if issue.Kind == "" {
		issue.Kind = data.RevisionRevised
	}
}

func isRevisionKind(k data.RevisionKind) bool {
	for _, known := range data.RevisionKinds {
		if k == known {
			return true
		}
	}
	return false
}

// verifyVault proves the vault, or names the first bad record.
func (c *call) verifyVault(ctx context.Context) error {
	v, err := c.open(ctx)
	if err != nil {
		return damaged(err)
	}
	defer v.Close()
	report, err := v.Verify(ctx, data.NoProgress{})
	if err != nil {
		return damaged(err)
	}
	switch d, err := desk.Open(ctx, v); {
	case data.CodeOf(err) == desk.CodeNoNegotiation: // nothing was written yet
	case err != nil:
		return err
	default:
		if err := d.Forbidden(); err != nil {
			return damaged(err)
		}
	}
	fmt.Fprintln(c.io.out, c.loc.T("cli.verified", "changes", fmt.Sprint(report.Changes), "devices", fmt.Sprint(report.Devices), "views", fmt.Sprint(report.Records)))
	return nil
}

// damaged names the first bad record of a vault that is not in order.
func damaged(err error) error {
	var e *data.Error
	if !errors.As(err, &e) || e.Code != vault.CodeUnproven && e.Code != vault.CodeDamaged && !desk.IsForbidden(e.Code) {
		return err
	}
	var where []string
	for _, key := range []string{"place", "segment", "frame", "device", "number"} {
		if value := e.Args[key]; value != "" {
			where = append(where, key+" "+value)
		}
	}
	return data.E(codeDamaged, "record", strings.Join(where, ", ")).Because(err)
}

// runExportLog writes the log in clear text to --out, or to standard output.
func runExportLog(ctx context.Context, c *call) error {
	v, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	// The desk brings the keys of what is sealed to audiences. Without it the log
	// is written all the same, with those bodies marked as sealed.
	if _, err := desk.Open(ctx, v); err != nil {
		sentence, _ := c.loc.Error(string(data.CodeOf(err)), nil)
		fmt.Fprintln(c.io.err, sentence)
	}
	if c.out == "" {
		return v.ExportLog(ctx, c.io.out)
	}
	err = writeWhole(c.out, func(w io.Writer) error { return v.ExportLog(ctx, w) })
	if err == nil {
		fmt.Fprintln(c.io.err, c.loc.T("cli.written", "name", c.out))
	}
	return err
}

// runBackup writes the vault as one sealed file.
func runBackup(ctx context.Context, c *call) error {
	if err := c.need("--out", c.out); err != nil {
		return err
	}
	v, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	if err := v.Backup(ctx, c.out); err != nil {
		return err
	}
	fmt.Fprintln(c.io.err, c.loc.T("cli.written", "name", c.out))
	return nil
}

// runRestore makes a vault from a backup.
func runRestore(ctx context.Context, c *call) error {
	if len(c.files) != 1 {
		return data.E(codeUsage, "what", "FILE")
	}
	options, err := c.options(false)
	if err != nil {
		return err
	}
	v, err := vault.Restore(ctx, c.files[0], c.vault, options)
	if err != nil {
		return err
	}
	return v.Close()
}

// writeWhole writes a file beside its place, syncs it and renames it, so that
// nobody ever sees half of it.
func writeWhole(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".travaux-*")
	if err != nil {
		return data.E(data.CodeFile, "name", filepath.Base(path)).Because(err)
	}
	defer os.Remove(f.Name())
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	err = errors.Join(f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return data.E(data.CodeFile, "name", filepath.Base(path)).Because(err)
	}
	return nil
}
