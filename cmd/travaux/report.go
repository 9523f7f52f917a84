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

// runReport writes the report on the current revision in one language: for the
// outside, read back and refused if anything confidential is in it, or with
// --internal for the delegation, marked on every page.
func runReport(ctx context.Context, c *call) error {
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
	file, err := report(ctx, d, desk.ReportOptions{
		Lang: lang, Date: day, StateName: states.Name(d.Negotiation().State, lang),
		Proponents: func(list []data.Proponent) string { return states.WriteProponents(list, lang) },
	}, c.internal)
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

func report(ctx context.Context, d *desk.Desk, o desk.ReportOptions, internal bool) ([]byte, error) {
	loc := translations.New(string(o.Lang))
	if internal {
		r, comparison, err := d.InternalReport(ctx, o)
		if err != nil {
			return nil, err
		}
		return pdf.Marked(ctx, export.InternalReport(r, comparison, loc), pdf.Options{})
	}
	r, comparison, err := d.PublicReport(ctx, o)
	if err != nil {
		return nil, err
	}
	return pdf.Checked(ctx, export.RevisionReport(r, comparison, loc), pdf.Options{}, d.Secrets())
}
