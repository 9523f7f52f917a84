package papers

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"travaux/data"
)

// write puts a file into a folder under a name that is not taken yet, and
// returns its path. The file appears whole or not at all.
func write(folder, name string, content []byte) (string, error) {
	failed := func(err error) (string, error) {
		return "", data.E(data.CodeFile, "name", folder).Because(err)
	}
	temp, err := os.CreateTemp(folder, ".travaux-*.pdf")
	if err != nil {
		return failed(err)
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(content)
	err = errors.Join(err, temp.Chmod(0o600), temp.Sync(), temp.Close())
	if err != nil {
		return failed(err)
	}
	path, err := vacant(folder, name)
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return failed(err)
	}
	return path, nil
}

// vacant is the path under which nothing is kept yet: earlier papers stay.
func vacant(folder, name string) (string, error) {
	path := filepath.Join(folder, name+".pdf")
	for n := 2; ; n++ {
		_, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
		if err != nil {
			return "", err
		}
		path = filepath.Join(folder, name+"-"+strconv.Itoa(n)+".pdf")
	}
}
