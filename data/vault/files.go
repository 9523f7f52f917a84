package vault

import (
	"errors"
	"os"
	"path/filepath"

	"travaux/data"
)

// replaceFile writes a file so that after a crash there is either the old
// one or the new one, whole.
func replaceFile(path string, content []byte) error {
	temp := path + ".new"
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return writeFailed(err)
	}
	_, err = f.Write(content)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(temp, path)
	}
	if err != nil {
		os.Remove(temp)
		return writeFailed(err)
	}
	return syncDir(filepath.Dir(path))
}

// exists reports whether there is a file or folder of that name.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// writeFailed keeps only the kind of failure (no space left, read-only…).
func writeFailed(err error) error {
	return data.E(CodeWrite, "reason", reason(err)).Because(err)
}

func reason(err error) string {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err.Error()
	}
	return "write"
}
