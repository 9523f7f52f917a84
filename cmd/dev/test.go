package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// Versions of the checkers; go run fetches them, go.mod stays free of them.
const (
	gofumpt     = "mvdan.cc/gofumpt@v0.12.0"
	staticcheck = "honnef.co/go/tools/cmd/staticcheck@v0.8.2" // knows Go 1.26
	pdfcpu      = "github.com/pdfcpu/pdfcpu/cmd/pdfcpu@v0.15.0"
)

// Tags of the tests: "ci" keeps Fyne from the fonts of this machine, "window"
// lets in the tests that drive the built program.
const (
	unitTags   = "ci,migrated_fynedo,x11"
	windowTags = unitTags + ",window"
	everyTag   = "migrated_fynedo,x11,window"
)

// testAll runs everything that is checked. The last line it prints is
// "N passed, N failed", counted from the tests that ran; a check that is not
// a Go test counts as one.
func testAll([]string) error {
	if err := install(toTest); err != nil {
		return err
	}
	installCheckers()
	os.Setenv("TRAVAUX_PDFCPU", pdfcpu) // a test of papers runs it
	var t tally
	began := time.Now()
	stage := func(name string, run func()) {
		before := time.Now()
		run()
		fmt.Printf("     %s took %s\n", name, time.Since(before).Round(time.Second))
	}
	stage("format", func() { t.check("gofumpt", checkFormat()) })
	stage("modules", func() { t.check("go mod tidy", quiet("go", "mod", "tidy", "-diff")) })
	stage("vet", func() { t.check("go vet", quiet("go", "vet", "-tags", everyTag, "./...")) })
	stage("staticcheck", func() { t.check("staticcheck", quiet("go", "run", staticcheck, "-tags", everyTag, "./...")) })
	stage("unit tests", func() { t.goTest("unit tests", "-tags", unitTags, "./...") })
	stage("race tests", t.raceTests)
	stage("window tests", t.windowTests)
	fmt.Printf("     all of it took %s; %d tests were skipped, each saying why\n", time.Since(began).Round(time.Second), t.skipped)
	fmt.Printf("%d passed, %d failed\n", t.passed, t.failed)
	if t.failed > 0 {
		return errReported
	}
	return nil
}

// raceTests run again, under the race detector, what starts goroutines.
func (t *tally) raceTests() {
	packages, err := concurrent(".")
	if err != nil {
		t.check("packages that start goroutines", err)
		return
	}
	t.goTest("race tests", append([]string{"-race", "-short", "-tags", unitTags}, packages...)...)
}

// quiet runs a command and gives its output only if it fails.
func quiet(name string, args ...string) error {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}

// checkFormat names the files that gofumpt would write otherwise.
func checkFormat() error {
	var said bytes.Buffer
	c := exec.Command("go", "run", gofumpt, "-l", ".")
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		return fmt.Errorf("%w\n%s", err, said.String())
	}
	if files := strings.TrimSpace(string(out)); files != "" {
		return errors.New("to be formatted:\n" + files)
	}
	return nil
}

// windowTests drive the built program in a real window on a virtual screen.
func (t *tally) windowTests() {
	if runtime.GOOS != "linux" {
		say("the window tests run on Linux, where there is a virtual screen")
		return
	}
	program, err := build()
	if t.check("build", err); err != nil {
		return
	}
	stop, err := startScreen("1440x900x24")
	if t.check("virtual screen", err); err != nil {
		return
	}
	defer stop()
	os.Setenv("TRAVAUX_PROGRAM", program)
	before := *t
	window := func() {
		t.goTest("window tests", "-tags", windowTags, "-run", "^TestWindow", "-count", "1", "./cmd/travaux")
	}
	window()
	if t.failed > before.failed {
		say("the window tests failed; once more, for a busy screen can lose a key: the second run counts")
		*t = before
		window()
	}
}
