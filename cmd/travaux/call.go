package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"travaux/app"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/vault"
	"travaux/translations"
)

// Codes of the command line itself.
const (
	codeUsage    data.Code = "cli.usage-wrong" // arg "what"
	codeNoScreen data.Code = "cli.no-screen"   // there is no display to open a window on
	codeDamaged  data.Code = "cli.damaged"     // verify found damage; args "segment", "record"
)

// call is one use of a subcommand: its options, its files, its streams.
type call struct {
	name  string
	io    streams
	loc   *translations.Localizer
	flags *flag.FlagSet
	files []string

	vault, passphraseFile          string
	passphraseFD                   int
	recovery                       bool
	lang, out, date                string
	symbol, kind                   string
	title, member, role            string
	tracked                        string
	docx, pdf, form, author        string
	allowed, provision             string // file of allowed signers; typed number of a provision
	asJSON, approved, pdfa, sample bool
	boldStrike, whole              bool
	internal                       bool // the report is for the delegation
	toJSON                         bool // proposals are written in their documented form
	overrideReason                 string
	exchanging                     exchanging
	ordering                       ordering // of papers of all kinds
	person, day                    string   // of an audit; the day also of a report to capital
	sinceLast                      bool     // the report to capital begins where the last one ended
}

func newCall(name string, sub subcommand, io streams, loc *translations.Localizer) *call {
	c := &call{name: name, io: io, loc: loc, flags: flag.NewFlagSet(name, flag.ContinueOnError)}
	c.flags.SetOutput(io.err)
	c.flags.Usage = func() {
		fmt.Fprintf(io.err, "travaux %s %s\n%s\n", name, sub.usage, loc.T(sub.about))
	}
	f := c.flags
	f.StringVar(&c.vault, "vault", os.Getenv("TRAVAUX_VAULT"), "")
	f.StringVar(&c.passphraseFile, "passphrase-file", "", "")
	f.IntVar(&c.passphraseFD, "passphrase-fd", -1, "")
	f.BoolVar(&c.recovery, "recovery", false, "")
	f.StringVar(&c.lang, "lang", "", "")
	f.StringVar(&c.out, "out", "", "")
	f.StringVar(&c.date, "date", "", "")
	f.StringVar(&c.symbol, "symbol", "", "")
	f.StringVar(&c.kind, "kind", "", "")
	f.StringVar(&c.title, "title", "", "")
	f.StringVar(&c.member, "name", "", "")
	f.StringVar(&c.role, "role", "", "")
	f.StringVar(&c.tracked, "tracked", "", "")
	f.StringVar(&c.docx, "docx", "", "")
	f.StringVar(&c.pdf, "pdf", "", "")
	f.StringVar(&c.form, "form", "", "")
	f.StringVar(&c.author, "author", "", "")
	f.StringVar(&c.allowed, "allowed", "", "")
	f.StringVar(&c.provision, "provision", "", "")
	f.BoolVar(&c.whole, "whole", false, "")
	f.BoolVar(&c.boldStrike, "bold-strike", false, "")
	f.BoolVar(&c.asJSON, "json", false, "")
	f.BoolVar(&c.approved, "approved", false, "")
	f.BoolVar(&c.pdfa, "pdfa", false, "")
	f.BoolVar(&c.internal, "internal", false, "")
	f.BoolVar(&c.toJSON, "to-json", false, "")
	f.StringVar(&c.overrideReason, "override-reason", "", "")
	f.StringVar(&c.person, "person", "", "")
	f.StringVar(&c.day, "day", "", "")
	f.BoolVar(&c.sample, "sample", false, "")
	f.BoolVar(&c.sinceLast, "since-last", false, "")
	c.exchangeFlags()
	c.paperFlags()
	return c
}

// parse reads options and files in any order; "--" ends the options.
func (c *call) parse(args []string) error {
	for {
		if err := c.flags.Parse(args); err != nil {
			return err
		}
		rest := c.flags.Args()
		if len(rest) == 0 {
			return nil
		}
		if consumed := len(args) - len(rest); consumed > 0 && args[consumed-1] == "--" {
			c.files = append(c.files, rest...)
			return nil
		}
		c.files = append(c.files, rest[0])
		args = rest[1:]
	}
}

// language is the --lang option; "" where it was not given.
func (c *call) language() (data.Lang, error) {
	if c.lang == "" {
		return "", nil
	}
	lang, ok := data.ParseLang(c.lang)
	if !ok {
		return "", data.E(codeUsage, "what", "--lang "+c.lang)
	}
	return lang, nil
}

// reading is what --tracked and --bold-strike say of changes that files show.
func (c *call) reading() (intake.Reading, error) {
	changes, ok := intake.ParseChanges(c.tracked)
	if !ok {
		return intake.Reading{}, data.E(codeUsage, "what", "--tracked "+c.tracked)
	}
	return intake.Reading{Changes: changes, Marks: c.boldStrike}, nil
}

func (c *call) need(option, value string) error {
	if value == "" {
		return data.E(codeUsage, "what", option)
	}
	return nil
}

// passphrase asks for the passphrase, or takes it from the file or descriptor
// named. The first line counts, without its end.
func (c *call) passphrase(again bool) ([]byte, error) {
	switch {
	case c.passphraseFile != "":
		f, err := os.Open(c.passphraseFile)
		if err != nil {
			return nil, data.E(data.CodeFile, "name", c.passphraseFile).Because(err)
		}
		defer f.Close()
		return firstLine(f)
	case c.passphraseFD >= 0:
		f := os.NewFile(uintptr(c.passphraseFD), "passphrase")
		if f == nil {
			return nil, data.E(codeUsage, "what", "--passphrase-fd")
		}
		defer f.Close()
		return firstLine(f)
	}
	in, ok := c.io.in.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nil, data.E(codeUsage, "what", "--passphrase-file")
	}
	first, err := c.prompt(in, "cli.prompt.passphrase")
	if err != nil || !again {
		return first, err
	}
	second, err := c.prompt(in, "cli.prompt.again")
	if err == nil && string(first) != string(second) {
		err = data.E(codeUsage, "what", c.loc.T("cli.prompt.differ"))
	}
	return first, err
}

func (c *call) prompt(in *os.File, id string) ([]byte, error) {
	fmt.Fprint(c.io.err, c.loc.T(id)+" ")
	secret, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(c.io.err)
	if err != nil {
		return nil, data.E(data.CodeInput, "what", "passphrase").Because(err)
	}
	return secret, nil
}

func firstLine(r io.Reader) ([]byte, error) {
	line, err := bufio.NewReader(io.LimitReader(r, 4096)).ReadString('\n')
	if err != nil && err != io.EOF {
		return nil, data.E(data.CodeInput, "what", "passphrase").Because(err)
	}
	return []byte(strings.TrimRight(line, "\r\n")), nil
}

// kdf is zero, which means as strong as the machine allows; tests make it light.
var kdf vault.KDF

// options are the vault options with the passphrase or recovery code given.
func (c *call) options(creating bool) (vault.Options, error) {
	if err := c.need("--vault", c.vault); err != nil {
		return vault.Options{}, err
	}
	secret, err := c.passphrase(creating)
	if err != nil {
		return vault.Options{}, err
	}
	if c.recovery {
		return vault.Options{RecoveryCode: string(secret), KDF: kdf}, nil
	}
	return vault.Options{Passphrase: secret, KDF: kdf}, nil
}

// open opens the vault; the caller closes it. What the vault has to tell is
// told on the error stream.
func (c *call) open(ctx context.Context) (*vault.Vault, error) {
	if c.sample {
		v, _, err := app.OpenSample(ctx, data.Lang(c.loc.Lang()), data.NoProgress{})
		return v, err
	}
	options, err := c.options(false)
	if err != nil {
		return nil, err
	}
	v, err := vault.Open(ctx, c.vault, options)
	if err != nil {
		return nil, err
	}
	for _, notice := range v.Notices() {
		sentence, hint := c.loc.Error(string(notice.Code), notice.Args)
		fmt.Fprintln(c.io.err, sentence, hint)
	}
	return v, nil
}

// desk opens the vault and the desk in it.
func (c *call) desk(ctx context.Context) (*vault.Vault, *desk.Desk, error) {
	v, err := c.open(ctx)
	if err != nil {
		return nil, nil, err
	}
	d, err := desk.Open(ctx, v)
	if err != nil {
		v.Close()
		return nil, nil, err
	}
	return v, d, nil
}

// systemLanguage is the first of the six that the environment names, else
// English.
func systemLanguage() string {
	for _, name := range []string{"TRAVAUX_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		for _, value := range strings.Split(os.Getenv(name), ":") {
			if len(value) >= 2 {
				if lang, ok := data.ParseLang(strings.ToLower(value[:2])); ok {
					return string(lang)
				}
			}
		}
	}
	return string(data.English)
}
