package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// benches are the packages with figures, and what the figures are held to. A
// benchmark fails where a promise is broken.
var benches = []struct{ pkg, about string }{
	{"./data/intake/...", "reading drafts; pandoc and LibreOffice read the same files in the same run"},
	{"./data/desk", "the services with 600 provisions, 2,000 proposals and 20,000 comments; 20,000 views tallied from the vault on sixty questions in under 50 ms"},
	{"./data/tally", "20,000 views tallied in under 50 ms, on one question and on sixty"},
	{"./data/exchange", "100,000 changes sealed for ten laptops, written and read"},
	{"./data/text/...", "brackets, references and defined terms of whole drafts"},
	{"./data/clause", "the numbers of a convention of 616 provisions read from its words"},
	{"./data/mechanism", "what a convention of 616 provisions provides, read in under 1 s"},
	{"./data/amend", "an amendment that 150 of 195 parties accepted, each on its own day, computed in under 50 ms"},
	{"./data/monitor", "reviewers drawn by lot for 193 parties"},
	{"./data/concord", "a convention of 616 provisions in six languages compared in under 1 s"},
	{"./data/redline/...", "alignment against a hand-made one (97 of 100) and known edits (99 per cent), beside three other methods, 150 pages in 500 ms; word differences, at most 1.02 times the cheapest, beside dwdiff, wdiff, git and go-diff on the same pairs; proposals laid over a paragraph; the strength of obligations"},
	{"./cmd/travaux", "two whole drafts compared: 150 pages under 700 ms and 20 times faster than LibreOffice in the same run; linear up to 2,000 pages"},
	{"./data/search", "search as you type at 50,000 items: under 30 ms"},
	{"./data/library/...", "the nearest wording among 50,000 paragraphs in under 100 ms, in three scripts; what the index takes in memory"},
	{"./data/vault", "a durable change at most 2 times a raw append with fsync; 100,000 changes; rebuild; load; memory"},
	{"./translations/typeset/...", "layout"},
	{"./export/docx", "a comparison of two real drafts as a Word file with tracked changes"},
	{"./export", "the search for confidential words in a finished paper"},
	{"./export/pdf", "papers; Typst and LibreOffice set the same content with the same fonts in the same run: processor time at least 5 and 10 times less for 10 pages, 3 and 4 times for 200; within 3 times the floor, HarfBuzz and zlib in C on the same text; under 120 MB"},
	{"./app/...", "the window, in the software driver: layout of a convention in the background under 300 ms, of a step of scrolling and of a key under 16 ms; any article on the screen within 50 ms; all Member States by sixty provisions first shown within 300 ms; a line of the capture line recorded and durable within 50 ms of Enter at 20,000 views; the next place of a concordance of six languages within 50 ms"},
}

// typst is the peer that npm brings; it is put into bin, not into the system.
const typst = "@myriaddreamin/typst-ts-node-compiler@0.7.0"

// benchAll prints every figure of the project; an argument is a pattern of
// benchmark names: go run ./cmd/dev bench [PATTERN].
func benchAll(args []string) error {
	if err := install(toBench); err != nil {
		return err
	}
	if err := installTypst(); err != nil {
		say("Typst is left out: %v", err)
	}
	pattern := "."
	if len(args) > 0 {
		pattern = args[0]
	}
	var broken []string
	for _, b := range benches {
		say("%s: %s", b.pkg, b.about)
		if command("go", "test", "-tags", unitTags, "-run", "^$", "-bench", pattern, "-benchmem", "-timeout", "60m", b.pkg).Run() != nil {
			broken = append(broken, b.pkg)
		}
	}
	if len(broken) > 0 {
		return fmt.Errorf("a promise is broken in %s", strings.Join(broken, ", "))
	}
	return nil
}

// installTypst fetches it once and names its folder to the benchmarks.
func installTypst() error {
	if os.Getenv("TRAVAUX_PEERS") != "" {
		return nil
	}
	dir, err := filepath.Abs(filepath.Join("bin", "peers"))
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "@myriaddreamin", "typst-ts-node-compiler")); err != nil {
		if err := quiet("npm", "install", "--no-audit", "--no-fund", "--prefix", dir, typst); err != nil {
			return err
		}
	}
	return os.Setenv("TRAVAUX_PEERS", dir)
}
