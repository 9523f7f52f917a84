//go:build window

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
	"travaux/translations"
)

// own are the kinds that a person has to write, or choose, something for.
var own = []string{"statement", "comparison", "non-paper", "joint", "explanation", "reply", "letter", "declaration", "book"}

// TestWindowPapers makes papers of the sample in the real window: every kind that needs
// nothing but a press, in every format; then the first one again in all languages.
func TestWindowPapers(t *testing.T) {
	home := t.TempDir()
	w := openWindow(t, home, "--sample", "--lang", "en", "--theme", "light")
	w.until("the desk", func() bool { p, err := w.look(); return err == nil && isDesk(p) })
	w.opens("the page of papers", "ctrl+p")
	for _, at := range [][2]string{{"402", "411"}, {"528", "411"}, {"632", "411"}, {"285", "439"}, {"420", "439"}} { // the other formats
		w.clickAt(at[0], at[1])
	}
	w.clickAt("60", "180") // the list of kinds
	loc := translations.New("en")
	made := 0
	for i, kind := range paper.Kinds {
		if i > 0 {
			w.shows(kind.Name(loc), func() { w.press("Down") })
		}
		if slices.Contains(own, kind.ID) {
			continue
		}
		w.clickPrimary()
		made += len(formats.All)
		w.until(kind.Name(loc)+" in every format", func() bool { return len(papersIn(home)) == made })
		w.still()
	}
	w.reads(home, len(formats.All))

	w.clickAt("112", "138") // the papers that were made; the last one is chosen
	w.shows("a list of papers", func() { w.press("End") })
	w.press("a")
	made += len(data.Langs) * len(formats.All)
	w.until("the first paper in all languages", func() bool { return len(papersIn(home)) == made })
	w.reads(home, len(data.Langs)*len(formats.All))
}

// clickAt presses the button of the pointer at a place of the window.
func (w *window) clickAt(x, y string) {
	w.t.Helper()
	w.xdotool("mousemove", "--window", w.id, x, y, "click", "1")
	w.still()
}

// papersIn are the files of papers in a folder, the newest last.
func papersIn(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if isPaper(e.Name()) {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return out
}

func isPaper(name string) bool {
	return !strings.HasPrefix(name, ".") && slices.ContainsFunc(formats.All, func(f export.Format) bool { return strings.HasSuffix(name, f.Ending) })
}

// reads reads papers of a folder back, at least so many, each by its own format: each
// says whose it is or what it is about, in its language.
func (w *window) reads(dir string, least int) {
	w.t.Helper()
	read := 0
	for _, path := range papersIn(dir) {
		file, err := os.ReadFile(path)
		if err != nil {
			w.t.Fatal(err)
		}
		for _, f := range formats.All {
			if !strings.HasSuffix(path, f.Ending) {
				continue
			}
			said, err := f.Read(file, export.FileOptions{})
			if err != nil || len(strings.TrimSpace(said)) < 200 {
				w.t.Errorf("%s says %d letters: %v", filepath.Base(path), len(said), err)
			}
			read++
		}
	}
	if read < least {
		w.t.Errorf("%d papers were read, not %d", read, least)
	}
}
