package page

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"travaux/app/room"
	"travaux/data"
)

// WriteFile puts a file into a folder under a name with an ending (".pdf") that is
// not taken yet, and returns its path. The file appears whole or not at all, and
// only the person can read it. Papers are written by HandOver.
func WriteFile(folder, name, ending string, content []byte) (string, error) {
	failed := func(err error) (string, error) {
		return "", data.E(data.CodeFile, "name", folder).Because(err)
	}
	temp, err := os.CreateTemp(folder, ".travaux-*"+ending)
	if err != nil {
		return failed(err)
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(content)
	err = errors.Join(err, temp.Chmod(0o600), temp.Sync(), temp.Close())
	if err != nil {
		return failed(err)
	}
	path, err := vacant(folder, name, ending)
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return failed(err)
	}
	return path, nil
}

// newFile is a file that is to be written, under a name with an ending (".pdf").
type newFile struct {
	name, ending string
	content      []byte
}

// writeFiles writes files as WriteFile does, all of them or none, and returns their
// paths.
func writeFiles(folder string, files []newFile) (paths []string, err error) {
	for _, f := range files {
		path, err := WriteFile(folder, f.name, f.ending, f.content)
		if err != nil {
			removeFiles(paths)
			return nil, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// removeFiles takes files away again that were just written and are not to be.
func removeFiles(paths []string) {
	for _, path := range paths {
		_ = os.Remove(path)
	}
}

// vacant is the path under which nothing is kept yet: earlier papers stay.
func vacant(folder, name, ending string) (string, error) {
	path := filepath.Join(folder, name+ending)
	for n := 2; ; n++ {
		_, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
		if err != nil {
			return "", err
		}
		path = filepath.Join(folder, name+"-"+strconv.Itoa(n)+ending)
	}
}

// FileName is what a file may be called on every system.
func FileName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, s)
	return strings.Trim(filepath.Clean(s), ". ")
}

// folderKey is the preference that remembers where papers were written last.
const folderKey = "papers.folder"

// LastFolder is where papers were written last, else the home folder.
func LastFolder() string {
	home, _ := os.UserHomeDir()
	dir := fyne.CurrentApp().Preferences().StringWithFallback(folderKey, home)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return home
	}
	return dir
}

// RememberFolder notes where papers were written.
func RememberFolder(dir string) { fyne.CurrentApp().Preferences().SetString(folderKey, dir) }

// ChooseFolder asks for a folder, beginning at one.
func ChooseFolder(r *room.Room, at string, chosen func(dir string)) {
	d := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		if err == nil && dir != nil {
			chosen(filepath.FromSlash(dir.Path()))
		}
	}, r.Window)
	if dir, err := storage.ListerForURI(storage.NewFileURI(at)); err == nil {
		d.SetLocation(dir)
	}
	d.Show() // before Resize: Fyne 2.8.1 resizes only what is shown
	d.Resize(fyne.NewSize(860, 560))
}
