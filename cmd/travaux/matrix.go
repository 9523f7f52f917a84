package main

import (
	"context"

	"travaux/app/matrix"
)

// runMatrix writes the paper of who holds which view on what, in one language: for
// the outside, read back and refused if anything confidential is in it, or with
// --internal for the delegation, marked on every page.
func runMatrix(ctx context.Context, c *call) error {
	lang, day, err := c.ordered()
	if err != nil {
		return err
	}
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	w, err := matrix.Paper(d, day, c.internal)
	if err != nil {
		return err
	}
	return c.make(ctx, d, w, lang)
}
