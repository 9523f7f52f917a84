// Command travaux is the delegation's desk: the window by default, and the same
// services as subcommands for work without a window and for scripts.
//
// It wires the rooms together and holds no rules of its own. A passphrase is
// never an argument: it comes from a prompt, a file or a descriptor.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	_ "time/tzdata" // instructions lapse by the clocks of places, also on systems that have no table of them

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake/pdf"
	"travaux/data/vault"
	"travaux/export"
	"travaux/export/proof"
	"travaux/translations"
)

// Exit codes, stable for scripts.
const (
	exitOK      = 0
	exitFailed  = 1 // anything not named below
	exitUsage   = 2 // the command line is not understood
	exitInput   = 3 // a file to be read is refused
	exitVault   = 4 // the vault cannot be opened or created
	exitDamage  = 5 // verify found the vault damaged or a paper altered
	exitRefused = 6 // a paper was refused because it would give something away
)

func main() {
	vault.ProbeMain() // a child process that only probes a store ends here
	pdf.ReaderMain()  // and so does one that only reads a PDF
	release := data.ReserveMemory()
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(data.MemoryGoal)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	release()
	os.Exit(code)
}

// streams are what a command reads and writes; tests give their own.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// subcommand is one of the services without a window.
type subcommand struct {
	usage string // what follows the name; not translated, as options are not
	about string // catalogue id
	run   func(ctx context.Context, c *call) error
}

// takesFiles reports whether something that is no option follows the name.
func (s subcommand) takesFiles() bool {
	for _, word := range []string{"FILE", "OLD NEW", "PAPER.pdf"} {
		if strings.Contains(s.usage, word) {
			return true
		}
	}
	return false
}

func subcommands() map[string]subcommand {
	return map[string]subcommand{
		"audit":           {"--vault DIR [--person NAME] [--day YYYY-MM-DD] [--provision NUMBER] [--lang L] [--json] [--out F]", "cli.audit", runAudit},
		"outline":         {"FILE [--lang L] [--tracked redline|accepted|rejected] [--bold-strike] [--json]", "cli.outline", runOutline},
		"compare":         {"OLD NEW [--lang L] [--tracked accepted|rejected|redline] [--bold-strike] [--json]\n      [--docx F] [--pdf F] [--form table|redline] [--whole] [--author A] [--date YYYY-MM-DD]", "cli.compare", runCompare},
		"new":             {"--vault DIR [--title T --name N --role R]", "cli.new", runNew},
		"import":          {"FILE… --vault DIR [--symbol S --date YYYY-MM-DD --kind K --lang L --tracked redline|accepted|rejected --bold-strike]", "cli.import", runImport},
		"paper":           {"--vault DIR --lang L,…|all --out F|DIR [--kind K] [--format F,…|all] [--style S] [--title T --text F] [--with CODE,…]\n      [--template NAME] [--approved] [--pdfa] [--date YYYY-MM-DD] [--override-reason TEXT]", "cli.paper", runPaper},
		"report":          {"--vault DIR --lang L --out F.pdf [--internal] [--date YYYY-MM-DD]", "cli.report", runReport},
		"matrix":          {"--vault DIR --lang L --out F.pdf [--internal] [--date YYYY-MM-DD]", "cli.matrix", runMatrix},
		"capital-report":  {"--vault DIR --lang L --out F.pdf [--day YYYY-MM-DD | --since-last]", "cli.capital", runCapital},
		"verify":          {"--vault DIR | PAPER.pdf [--vault DIR | --allowed F]", "cli.verify", runVerify},
		"export-approval": {"--vault DIR --provision P --out DIR", "cli.export-approval", runExportApproval},
		"export-log":      {"--vault DIR [--out F]", "cli.export-log", runExportLog},
		"backup":          {"--vault DIR --out F", "cli.backup", runBackup},
		"restore":         {"FILE --vault DIR", "cli.restore", runRestore},
		"card":            {"--vault DIR --out F.travaux-card --name N [--laptop L --role R]", "cli.card", runCard},
		"pack":            {"--vault DIR --out F.tbx [--to NAME,… | --bundle-passphrase-file F]", "cli.pack", runPack},
		"take":            {"FILE… --vault DIR [--dry-run] [--bundle-passphrase-file F]", "cli.take", runTake},
		"proposals":       {"FILE [--to-json [--out F.json] | --vault DIR] [--lang L] [--symbol S]", "cli.proposals", runProposals},
		"positions":       {"--vault DIR --lang L --out F.xlsx [--date YYYY-MM-DD] | FILE --vault DIR [--dry-run]", "cli.positions", runSheet(data.SheetPositions)},
		"views":           {"--vault DIR --lang L --out F.xlsx [--date YYYY-MM-DD] | FILE --vault DIR [--dry-run]", "cli.views", runSheet(data.SheetViews)},
		"library":         {"add FILE… --vault DIR [--symbol S --title T --date YYYY-MM-DD --lang L --tracked accepted|rejected]", "cli.library", runLibrary},
		"join":            {"FILE --vault DIR [--fingerprint DIGITS] [--bundle-passphrase-file F]", "cli.join", runJoin},
	}
}

// run is main without the process around it.
func run(ctx context.Context, args []string, io streams) int {
	loc := translations.New(systemLanguage())
	if len(args) == 0 || strings.HasPrefix(args[0], "-") && args[0] != "--help" && args[0] != "-h" {
		return runWindow(ctx, args, io, loc)
	}
	sub, known := subcommands()[args[0]]
	if !known {
		printUsage(io, loc, args[0])
		if args[0] == "help" || args[0] == "--help" || args[0] == "-h" {
			return exitOK
		}
		return exitUsage
	}
	c := newCall(args[0], sub, io, loc)
	if err := c.parse(args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return exitOK
		}
		return exitUsage
	}
	if len(c.files) > 0 && !sub.takesFiles() {
		return c.finish(data.E(codeUsage, "what", c.files[0]))
	}
	return c.finish(sub.run(ctx, c))
}

// finish reports an error on the error stream and turns it into an exit code.
func (c *call) finish(err error) int {
	if err == nil {
		return exitOK
	}
	var e *data.Error
	if !errors.As(err, &e) {
		e = data.E(data.CodeInternal).Because(err)
	}
	sentence, hint := c.loc.Error(string(e.Code), e.Args)
	fmt.Fprintf(c.io.err, "travaux %s: %s\n", c.name, sentence)
	if hint != "" {
		fmt.Fprintln(c.io.err, hint)
	}
	if e.Code == data.CodeInternal && e.Err != nil {
		fmt.Fprintln(c.io.err, e.Err)
	}
	return exitCode(e.Code)
}

func exitCode(code data.Code) int {
	area, _, _ := strings.Cut(string(code), ".")
	switch {
	case code == codeUsage:
		return exitUsage
	case code == codeDamaged || code == proof.CodeAltered:
		return exitDamage
	case area == "paper" || code == desk.CodeCrossed:
		return exitRefused
	case area == "intake" || area == "sshsig" || area == "exchange" || area == "sheet" || code == export.CodeCarriesNothing || code == data.CodeFile || code == data.CodeInput:
		return exitInput
	case area == "vault":
		return exitVault
	}
	return exitFailed
}

func printUsage(io streams, loc *translations.Localizer, asked string) {
	to := io.err
	if asked == "help" || asked == "--help" || asked == "-h" {
		to = io.out
	}
	fmt.Fprintln(to, loc.T("cli.usage"))
	fmt.Fprintf(to, "  travaux %-10s %s\n      %s\n", "", "[--vault DIR] [--lang L] [--theme light|dark|contrast] [--sample]", loc.T("cli.window"))
	for _, name := range []string{"outline", "compare", "new", "import", "paper", "report", "matrix", "capital-report", "proposals", "positions", "views", "library", "verify", "export-approval", "audit", "export-log", "backup", "restore", "card", "pack", "take", "join"} {
		sub := subcommands()[name]
		fmt.Fprintf(to, "  travaux %-10s %s\n      %s\n", name, sub.usage, loc.T(sub.about))
	}
	fmt.Fprintln(to, loc.T("cli.passphrase"))
}
