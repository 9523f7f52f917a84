package main

import (
	"context"

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
	lang, day, err := c.ordered()
	if err != nil {
		return err
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
	return c.writePaper(c.out, file, err)
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
