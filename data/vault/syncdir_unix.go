//go:build !windows

package vault

import (
	"errors"
	"os"
)

// syncDir makes new and renamed names of a folder durable.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return writeFailed(err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return writeFailed(err)
	}
	return nil
}
