package main

import (
	"context"

	"travaux/app/revisions"
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
	return c.make(ctx, d, revisions.Report(d, day, c.internal), lang)
}
