package main

import (
	"context"
	"fmt"
	"io"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/export"
	"travaux/export/pdf"
	"travaux/translations"
)

// runPaper writes the position paper in one language. The file is read back
// and refused if anything confidential is in it.
func runPaper(ctx context.Context, c *call) error {
	lang, err := c.language()
	if err != nil {
		return err
	}
	if err := c.need("--lang", string(lang)); err != nil {
		return err
	}
	if err := c.need("--out", c.out); err != nil {
		return err
	}
	day, err := data.ParseDate(c.date)
	if err != nil {
		return data.E(codeUsage, "what", "--date "+c.date)
	}
	if day.IsZero() {
		day = data.Today()
	}
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	brief, err := d.Public(desk.PublicOptions{Lang: lang, Date: day, ApprovedOnly: c.approved}, states.Name(d.Negotiation().State, lang))
	if err != nil {
		return err
	}
	doc := export.PositionPaper(brief, translations.New(string(lang)))
	file, err := pdf.Checked(ctx, doc, pdf.Options{PDFA: c.pdfa}, d.Secrets())
	if err != nil {
		return err
	}
	err = writeWhole(c.out, func(w io.Writer) error {
		_, err := w.Write(file)
		return err
	})
	if err == nil {
		fmt.Fprintln(c.io.err, c.loc.T("cli.written", "name", c.out))
	}
	return err
}
