package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"travaux/data"
)

// runExportApproval writes the approval of one position as files that ssh-keygen
// confirms, into a folder that is made if need be.
func runExportApproval(ctx context.Context, c *call) error {
	if err := c.need("--provision", c.provision); err != nil {
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
	t, err := d.Current()
	if err != nil {
		return err
	}
	found := t.GoTo(c.provision)
	if len(found) == 0 {
		return data.E(data.CodeNotFound, "what", c.provision)
	}
	files, err := d.ApprovalFiles(found[0].ID)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(c.out, 0o700); err != nil {
		return data.E(data.CodeFile, "name", filepath.Base(c.out)).Because(err)
	}
	for _, f := range files {
		path := filepath.Join(c.out, f.Name)
		err := writeWhole(path, func(w io.Writer) error {
			_, err := w.Write(f.Content)
			return err
		})
		if err != nil {
			return err
		}
		fmt.Fprintln(c.io.out, path)
	}
	return nil
}
