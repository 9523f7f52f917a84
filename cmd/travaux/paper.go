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

// runPaper writes the position paper in one language. The file is read back
// and refused if anything confidential is in it.
func runPaper(ctx context.Context, c *call) error {
	lang, day, err := c.ordered()
	if err != nil {
		return err
	}
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	o := desk.PublicOptions{Lang: lang, Date: day, ApprovedOnly: c.approved, Cite: c.loc.Cite}
	if err := c.override(ctx, d, o); err != nil {
		return err
	}
	brief, err := d.Public(o, states.Name(d.Negotiation().State, lang))
	if err != nil {
		return err
	}
	brief.Signature = d.SignPaper(export.Manifest(brief, export.Dress{}))
	doc := export.PositionPaper(brief, translations.New(string(lang)))
	file, err := pdf.Checked(ctx, doc, pdf.Options{PDFA: c.pdfa}, d.Secrets())
	return c.writePaper(c.out, file, err)
}

// override lets the paper out although it crosses red lines, if the head gives a
// reason. One that crosses none needs no reason, and one that was let out before
// is not let out twice.
func (c *call) override(ctx context.Context, d *desk.Desk, o desk.PublicOptions) error {
	if c.overrideReason == "" {
		return nil
	}
	list, already, err := d.PaperCrossings(o)
	if err != nil || len(list) == 0 || already {
		return err
	}
	return d.Override(ctx, c.overrideReason, o)
}

// ordered is in which language a paper is wanted, and of which day; without one
// it is today's.
func (c *call) ordered() (data.Lang, data.Date, error) {
	lang, err := c.language()
	if err != nil {
		return "", data.Date{}, err
	}
	if err := c.need("--lang", string(lang)); err != nil {
		return "", data.Date{}, err
	}
	if err := c.need("--out", c.out); err != nil {
		return "", data.Date{}, err
	}
	day, err := data.ParseDate(c.date)
	if err != nil {
		return "", data.Date{}, data.E(codeUsage, "what", "--date "+c.date)
	}
	if day.IsZero() {
		day = data.Today()
	}
	return lang, day, nil
}
