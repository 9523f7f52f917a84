// Command dev sets the project up and checks it. On a machine with only Go and
// git it installs what is missing, or says the exact command that does.
//
//	go run ./cmd/dev run     install, build, open the window on the sample negotiation
//	go run ./cmd/dev test    install, then everything that is checked
//	go run ./cmd/dev bench   the figures, side by side with the named peers
//	go run ./cmd/dev shots   pictures of the window and of every page of the papers;
//	                         "shots readme" makes the one that the README shows
//
// It imports the standard library only, so that it starts on a bare Go
// installation, and nothing of the program.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

func main() {
	commands := map[string]func(args []string) error{
		"run":   runProgram,
		"test":  testAll,
		"bench": benchAll,
		"shots": takeShots,
	}
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: go run ./cmd/dev run|test|bench|shots")
		os.Exit(2)
	}
	if err := enterRoot(); err != nil {
		fmt.Fprintln(os.Stderr, "dev:", err)
		os.Exit(1)
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		if !errors.Is(err, errReported) {
			fmt.Fprintln(os.Stderr, "dev:", err)
		}
		os.Exit(1)
	}
}

// errReported ends the program with a failure whose words were printed already.
var errReported = errors.New("reported")

// enterRoot makes the folder of go.mod the working directory.
func enterRoot() error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return os.Chdir(dir)
		}
		up := filepath.Dir(dir)
		if up == dir {
			return errors.New("no go.mod above the working directory")
		}
		dir = up
	}
}

// command prepares a child that shares our output.
func command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	return c
}

// say prints what is being done.
func say(format string, args ...any) {
	fmt.Printf("== "+format+"\n", args...)
}

// buildTags are the tags of the program proper: Fyne's own thread check is
// off, and Linux is built for X11 (Chinese input does not work on Wayland).
func buildTags() string { return "migrated_fynedo,x11" }

// build compiles the program into bin and returns its path.
func build(extra ...string) (string, error) {
	out := filepath.Join("bin", "travaux"+exeSuffix())
	args := append([]string{"build", "-tags", buildTags(), "-o", out}, extra...)
	say("go %s ./cmd/travaux (the first time takes some minutes)", strings.Join(args, " "))
	if err := command("go", append(args, "./cmd/travaux")...).Run(); err != nil {
		return "", fmt.Errorf("the program does not build: %w", err)
	}
	return filepath.Abs(out)
}

// runProgram installs, builds and opens the window on the sample negotiation.
func runProgram(args []string) error {
	if err := install(toBuild); err != nil {
		return err
	}
	program, err := build()
	if err != nil {
		return err
	}
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" {
		return fmt.Errorf("%s is built, and there is no display to open its window on: DISPLAY is not set", program)
	}
	say("opening the sample negotiation")
	return command(program, append([]string{"--sample"}, args...)...).Run()
}
