package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"

	"travaux/app"
	"travaux/data"
	"travaux/translations"
)

// runWindow opens the window.
func runWindow(ctx context.Context, args []string, io streams, loc *translations.Localizer) int {
	c := newCall("", subcommand{usage: "[--vault DIR] [--lang L] [--theme light|dark|contrast] [--sample]", about: "cli.window"}, io, loc)
	var theme string
	var start bool
	c.flags.StringVar(&theme, "theme", "", "")
	c.flags.BoolVar(&start, "start", false, "")
	if err := c.parse(args); err != nil {
		if err == flag.ErrHelp {
			return exitOK
		}
		return exitUsage
	}
	lang, err := c.language()
	if err != nil {
		return c.finish(err)
	}
	o := app.Options{Vault: c.vault, Lang: lang, SystemLang: data.Lang(systemLanguage()), Theme: theme, Sample: c.sample, Start: start}
	if c.passphraseFile != "" || c.passphraseFD >= 0 {
		if o.Passphrase, err = c.passphrase(false); err != nil {
			return c.finish(err)
		}
	}
	if len(c.files) > 0 {
		return c.finish(data.E(codeUsage, "what", fmt.Sprint(c.files[0])))
	}
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" {
		return c.finish(data.E(codeNoScreen))
	}
	return c.finish(app.Run(ctx, o))
}
