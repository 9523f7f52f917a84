package main

import (
	"context"
	"fmt"
	"path/filepath"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/library/read"
)

// runLibrary adds documents to the library of agreed language; what --symbol,
// --title and --date say goes before what a file says.
func runLibrary(ctx context.Context, c *call) error {
	if len(c.files) < 2 || c.files[0] != "add" {
		return data.E(codeUsage, "what", "add FILE")
	}
	if c.tracked == "" {
		c.tracked = string(intake.Accepted) // what is quoted is what holds
	}
	lang, err := c.language()
	if err != nil {
		return err
	}
	var date data.Date
	if c.date != "" {
		if date, err = data.ParseDate(c.date); err != nil {
			return data.E(codeUsage, "what", "--date "+c.date)
		}
	}
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	for _, file := range c.files[1:] {
		content, src, _, err := c.readDraft(ctx, file)
		if err != nil {
			return err
		}
		doc := read.Read(src, lang)
		if c.symbol != "" {
			doc.Symbol = c.symbol
		}
		if c.title != "" {
			doc.Title = c.title
		}
		if c.date != "" {
			doc.Date = date
		}
		w, reading := desk.WorkOf(filepath.Base(file), src.Format, content, doc.Lang, doc.Symbol, doc.Title, doc.Date, doc.Kind, doc.Lines)
		if w, err = d.AddWork(ctx, w, reading); err != nil {
			return err
		}
		fmt.Fprintln(c.io.out, c.loc.T("cli.library.added", "work", w.Name(doc.Lang), "lang", string(doc.Lang), "n", c.loc.Number(len(doc.Lines))))
	}
	return nil
}
