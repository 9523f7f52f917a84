package main

import "fmt"

// benches are the packages with figures, and what the figures are held to.
var benches = []struct{ pkg, tags, about string }{
	{"./data/intake", "", "reading drafts; pandoc and LibreOffice read the same files in the same run"},
	{"./data/redline", "", "word differences"},
	{"./data/search", "", "search as you type at 50,000 items: under 30 ms"},
	{"./data/vault", "", "durable change at most 2x a raw append with fsync; 100,000 changes; rebuild; load; memory"},
	{"./translations/typeset/...", "", "layout"},
	{"./export/pdf", "", "papers; Typst and LibreOffice set the same content with the same fonts in the same run"},
	{"./app/...", "ci", "the window's text view, in the software driver"},
}

// benchAll prints every figure of the project; an argument is a pattern of
// benchmark names.
func benchAll(args []string) error {
	if err := install(toBench); err != nil {
		return err
	}
	pattern := "."
	if len(args) > 0 {
		pattern = args[0]
	}
	for _, b := range benches {
		say("%s: %s", b.pkg, b.about)
		err := command("go", "test", "-tags", b.tags, "-run", "^$", "-bench", pattern, "-benchmem", "-timeout", "60m", b.pkg).Run()
		if err != nil {
			return fmt.Errorf("%s: %w", b.pkg, err)
		}
	}
	return nil
}
