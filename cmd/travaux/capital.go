package main

import (
	"context"
	"time"

	"travaux/app/capital"
	"travaux/data"
)

// runCapital writes the report to capital: of a day at the place where the
// negotiation meets, today without one, or since the last report. It is marked on
// every page; that it was made is noted, so that the next begins where it ends.
func runCapital(ctx context.Context, c *call) error {
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
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	from, until := d.ReportedUntil(), time.Now()
	if !c.sinceLast {
		day, err := data.ParseDate(c.day)
		if err != nil {
			return data.E(codeUsage, "what", "--day "+c.day)
		}
		if day.IsZero() {
			day = data.DateOf(data.At(time.Now(), d.Negotiation().Place).Local())
		}
		from, until = d.ReportDay(day)
	}
	if err := c.make(ctx, d, capital.Report(d, from, until), lang); err != nil {
		return err
	}
	return d.Reported(ctx, from, until)
}
