package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// shot is one picture: how the program is started, what is pressed, its name.
type shot struct {
	name string
	args []string
	keys []string // for xdotool key, one after the other
}

// shots are the main screens, in the order in which they are met.
func shots() []shot {
	list := []shot{
		{"start-en", []string{"--lang", "en"}, nil},
		{"start-ar", []string{"--lang", "ar"}, nil},
	}
	for _, lang := range []string{"en", "fr", "es", "ru", "ar", "zh"} {
		list = append(list, shot{"desk-" + lang, []string{"--sample", "--lang", lang, "--theme", "light"}, []string{"alt+Down", "alt+Down"}})
	}
	for _, lang := range []string{"en", "ar"} {
		list = append(list,
			shot{"desk-dark-" + lang, []string{"--sample", "--lang", lang, "--theme", "dark"}, nil},
			shot{"desk-contrast-" + lang, []string{"--sample", "--lang", lang, "--theme", "contrast"}, nil},
			shot{"hidden-" + lang, []string{"--sample", "--lang", lang, "--theme", "light"}, []string{"ctrl+h"}},
			shot{"paper-" + lang, []string{"--sample", "--lang", lang, "--theme", "light"}, []string{"ctrl+p"}},
			shot{"find-" + lang, []string{"--sample", "--lang", lang, "--theme", "light"}, []string{"ctrl+f", "7"}},
		)
	}
	return list
}

// takeShots writes a picture of every main screen and of every page of the
// sample's papers into the folder named, or bin/shots.
func takeShots(args []string) error {
	if err := install(toTest); err != nil {
		return err
	}
	dir := filepath.Join("bin", "shots")
	only := ""
	if len(args) > 0 {
		dir = args[0]
	}
	if len(args) > 1 {
		only = args[1]
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
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
	for _, s := range shots() {
		if !strings.Contains(s.name, only) {
			continue
		}
		if err := take(program, s, filepath.Join(dir, s.name+".png")); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		say("%s.png", s.name)
	}
	if only == "" || strings.HasPrefix("page", only) {
		return takePages(program, dir)
	}
	return nil
}

// take starts the program in a home of its own, presses the keys and takes
// the picture.
func take(program string, s shot, file string) error {
	home, err := os.MkdirTemp("", "travaux-shot-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	c := exec.Command(program, s.args...)
	c.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_CACHE_HOME="+home, "FYNE_SCALE=1", "LANG=en_US.UTF-8")
	c.Stderr = os.Stderr
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
	time.Sleep(4 * time.Second) // the sample is made and the text is set
	for _, k := range s.keys {
		xdotool("windowfocus", "--sync", id)
		xdotool("key", "--clearmodifiers", k)
		time.Sleep(700 * time.Millisecond)
	}
	time.Sleep(time.Second)
	return command("import", "-window", "root", file).Run()
}

func findWindow(patience time.Duration) (string, error) {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(200 * time.Millisecond) {
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Travaux").Output()
		if ids := strings.Fields(string(out)); err == nil && len(ids) > 0 {
			return ids[0], nil
		}
	}
	return "", fmt.Errorf("no window after %s", patience)
}

func xdotool(args ...string) { _ = exec.Command("xdotool", args...).Run() }

// takePages makes the sample's papers in six languages and a picture of every
// page.
func takePages(program, dir string) error {
	home, err := os.MkdirTemp("", "travaux-pages-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	for _, lang := range []string{"en", "fr", "es", "ru", "ar", "zh"} {
		file := filepath.Join(dir, "paper-"+lang+".pdf")
		c := command(program, "paper", "--sample", "--lang", lang, "--out", file, "--date", "2026-11-23")
		c.Env = append(os.Environ(), "XDG_CACHE_HOME="+home)
		if err := c.Run(); err != nil {
			return err
		}
		if err := command("pdftoppm", "-r", "80", "-png", file, strings.TrimSuffix(file, ".pdf")).Run(); err != nil {
			return err
		}
		say("paper-%s.pdf", lang)
	}
	return nil
}
