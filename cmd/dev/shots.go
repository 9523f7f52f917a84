package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// shot is one picture: its name, how the program is started, and what is done
// before the picture is taken.
type shot struct {
	name string
	args []string
	acts []act
}

// act is one thing a person does: keys by their X names, words typed, or a
// text that is on the clipboard pasted.
type act struct {
	keys  []string
	words string
	clip  string
}

func press(keys ...string) act { return act{keys: keys} }
func write(words string) act   { return act{words: words} }
func paste(text string) act    { return act{clip: text, keys: []string{"ctrl+v"}} }

// takeShots writes pictures of every main screen and of every page of the
// sample's papers into a folder, only those whose name holds a word if one is
// given: go run ./cmd/dev shots [FOLDER [WORD]]. "shots readme" makes the
// picture that the README shows instead.
func takeShots(args []string) error {
	args = append(args, "", "")
	dir, word := args[0], args[1]
	if dir == "readme" {
		return onScreen(takeReadmePicture)
	}
	if dir == "" {
		dir = filepath.Join("bin", "shots")
	}
	dir, err := filepath.Abs(dir)
	if err == nil {
		err = os.MkdirAll(dir, 0o755)
	}
	if err != nil {
		return err
	}
	list, err := shots()
	if err != nil {
		return err
	}
	return onScreen(func(program string) error {
		for _, s := range list {
			if !strings.Contains(s.name, word) {
				continue
			}
			if err := take(program, s, filepath.Join(dir, s.name+".png")); err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			say("%s.png", s.name)
		}
		if strings.HasPrefix("pages", word) {
			return takePages(program, dir)
		}
		return nil
	})
}

// onScreen installs, builds and works on a virtual screen.
func onScreen(work func(program string) error) error {
	if err := install(toTest); err != nil {
		return err
	}
	program, err := build()
	if err != nil {
		return err
	}
	stop, err := startScreen("1366x768x24")
	if err != nil {
		return err
	}
	defer stop()
	return work(program)
}

// readmePicture is the one picture that the project holds.
const readmePicture = "app/screenshot.png"

// takeReadmePicture makes it: one screen in few colours, so that it stays small.
func takeReadmePicture(program string) error {
	dir, err := os.MkdirTemp("", "travaux-readme-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	whole := filepath.Join(dir, "whole.png")
	all, err := readCatalogue()
	if err != nil {
		return err
	}
	acts, err := chosen(all, "en", "9.1", viewsTab)
	if err != nil {
		return err
	}
	s := shot{"readme", []string{"--sample", "--lang", "en", "--theme", "light"}, acts}
	if err := take(program, s, whole); err != nil {
		return err
	}
	return command("convert", whole, "-crop", "1364x738+0+0", "+repage", "-strip", "+dither", "-colors", "128", "PNG8:"+readmePicture).Run()
}

// take starts the program in a home of its own, does the acts and takes the
// picture. Nothing tells from outside when a page is complete: it is when two
// pictures half a second apart are the same but for a blinking caret.
func take(program string, s shot, file string) error {
	home, err := os.MkdirTemp("", "travaux-shot-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	c := exec.Command(program, s.args...)
	c.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_CACHE_HOME="+home, "FYNE_SCALE=1", "LANG=en_US.UTF-8")
	if err := c.Start(); err != nil {
		return err
	}
	defer func() { c.Process.Kill(); c.Wait() }()
	id, err := findWindow(30 * time.Second)
	if err != nil {
		return err
	}
	xdotool("windowsize", id, "1366", "740")
	xdotool("windowmove", id, "0", "0")
	xdotool("windowfocus", "--sync", id)
	if err := rest(id); err != nil {
		return err
	}
	for _, a := range s.acts {
		if a.clip != "" {
			c := exec.Command("xclip", "-selection", "clipboard", "-in")
			c.Stdin = strings.NewReader(a.clip)
			if err := c.Run(); err != nil {
				return err
			}
		}
		for _, key := range a.keys {
			xdotool("key", "--clearmodifiers", key)
		}
		if a.words != "" {
			xdotool("type", "--delay", "15", "--", a.words)
		}
		if err := rest(id); err != nil {
			return err
		}
	}
	return command("import", "-window", "root", file).Run()
}

// rest waits until the window shows the same four times running.
func rest(id string) error {
	const pause, patience = 400 * time.Millisecond, 60 * time.Second
	var last []byte
	same := 0
	for deadline := time.Now().Add(patience); same < 4; time.Sleep(pause) {
		now, err := exec.Command("import", "-window", id, "-depth", "8", "gray:-").Output()
		if err != nil {
			return err
		}
		if alike(last, now) {
			same++
		} else {
			same = 0
		}
		last = now
		if time.Now().After(deadline) {
			return fmt.Errorf("the window does not come to rest within %s", patience)
		}
	}
	return nil
}

// alike reports that two pictures differ by no more than a caret.
func alike(a, b []byte) bool {
	if len(a) != len(b) {
		return false
	}
	const caret = 150
	n := 0
	for i := range a {
		if a[i] != b[i] {
			n++
		}
	}
	return n <= caret
}

func findWindow(patience time.Duration) (string, error) {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(200 * time.Millisecond) {
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Travaux$").Output()
		if ids := strings.Fields(string(out)); err == nil && len(ids) > 0 {
			return ids[0], nil
		}
	}
	return "", fmt.Errorf("no window after %s", patience)
}

func xdotool(args ...string) { _ = exec.Command("xdotool", args...).Run() }

// papers are the papers of which there are pictures, as subcommands of the program.
var papers = []struct {
	name string
	args []string
}{
	{"paper", []string{"paper", "--date", "2026-11-23"}},
	{"amendments", []string{"paper", "--kind", "amendments", "--style", "sentences", "--date", "2026-11-23"}},
	{"compilation", []string{"paper", "--kind", "compilation", "--date", "2026-11-23"}},
	{"brief", []string{"paper", "--kind", "brief", "--date", "2026-11-23"}},
	{"book", []string{"paper", "--kind", "book", "--date", "2026-11-23"}},
	{"matrix", []string{"matrix", "--date", "2026-11-23"}},
	{"capital-report", []string{"capital-report", "--day", "2026-11-10"}},
}

// takePages makes the sample's papers in six languages and a picture of every
// page.
func takePages(program, dir string) error {
	home, err := os.MkdirTemp("", "travaux-pages-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	for _, lang := range langs {
		for _, p := range papers {
			file := filepath.Join(dir, p.name+"-"+lang+".pdf")
			c := command(program, append(slices.Clone(p.args), "--sample", "--lang", lang, "--out", file)...)
			c.Env = append(os.Environ(), "XDG_CACHE_HOME="+home)
			if err := c.Run(); err != nil {
				return err
			}
			if err := command("pdftoppm", "-r", "80", "-png", file, strings.TrimSuffix(file, ".pdf")).Run(); err != nil {
				return err
			}
			say("%s-%s.pdf", p.name, lang)
		}
	}
	return nil
}
