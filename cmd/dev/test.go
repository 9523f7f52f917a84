package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// Versions of the checkers; go run fetches them, go.mod stays free of them.
const (
	gofumpt     = "mvdan.cc/gofumpt@v0.12.0"
	staticcheck = "honnef.co/go/tools/cmd/staticcheck@v0.8.2"
)

// tally counts what was checked. Checks that are not Go tests (format, vet)
// count as one each.
type tally struct{ passed, failed, skipped int }

func (t *tally) check(name string, err error) {
	if err != nil {
		t.failed++
		fmt.Printf("FAIL %s: %v\n", name, err)
		return
	}
	t.passed++
	fmt.Printf("ok   %s\n", name)
}

// testAll runs everything that is checked. The last line it prints is
// "N passed, N failed".
func testAll(args []string) error {
	if err := install(toTest); err != nil {
		return err
	}
	began := time.Now()
	var t tally
	t.check("gofumpt", checkFormat())
	t.check("go mod tidy", command("go", "mod", "tidy", "-diff").Run())
	t.check("go vet", command("go", "vet", "-tags", buildTags(), "./...").Run())
	t.check("staticcheck", command("go", "run", staticcheck, "-tags", buildTags(), "./...").Run())
	t.goTest("unit tests", "-tags", "ci", "./...")
	t.goTest("race tests", "-race", "-short", "-tags", "ci", "./...")
	t.windowTests()
	fmt.Printf("%s; %d tests were skipped, each saying why\n", time.Since(began).Round(time.Second), t.skipped)
	fmt.Printf("%d passed, %d failed\n", t.passed, t.failed)
	if t.failed > 0 {
		return errReported
	}
	return nil
}

func checkFormat() error {
	out, err := exec.Command("go", "run", gofumpt, "-l", ".").CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	if len(bytes.TrimSpace(out)) > 0 {
		return fmt.Errorf("not formatted:\n%s", out)
	}
	return nil
}

// windowTests drives the built program in a real window.
func (t *tally) windowTests() {
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
	t.goTest("window tests", "-tags", "window,ci", "-run", "Window", "./cmd/travaux/...")
}

// event is a line of go test -json (see go doc test2json).
type event struct {
	Action, Package, Test, Output string
}

// goTest runs go test and counts every test and subtest that ran. Output is
// shown for what failed or was skipped.
func (t *tally) goTest(what string, args ...string) {
	say("%s: go test %s", what, strings.Join(args, " "))
	c := exec.Command("go", append([]string{"test", "-json", "-timeout", "30m"}, args...)...)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.check(what, err)
		return
	}
	before := *t
	t.read(out)
	if err := c.Wait(); err != nil && t.failed == before.failed {
		t.check(what, err) // a package that did not build
	}
	if t.passed == before.passed {
		t.check(what, fmt.Errorf("no test ran"))
	}
}

func (t *tally) read(out io.Reader) {
	output := map[string]*strings.Builder{}
	lines := bufio.NewScanner(out)
	lines.Buffer(make([]byte, 1<<20), 16<<20)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Println(lines.Text())
			continue
		}
		key := e.Package + " " + e.Test
		switch e.Action {
		case "output", "build-output":
			if output[key] == nil {
				output[key] = &strings.Builder{}
			}
			output[key].WriteString(e.Output)
			continue
		case "pass", "fail", "skip":
			t.count(e, output[key])
			delete(output, key)
		case "build-fail":
			t.failed++
			fmt.Print(output[key])
		}
	}
}

func (t *tally) count(e event, output *strings.Builder) {
	switch {
	case e.Test == "" && e.Action == "fail":
		fmt.Printf("FAIL %s\n%s", e.Package, text(output))
	case e.Test == "":
		if e.Action == "pass" {
			fmt.Printf("ok   %s\n", e.Package)
		}
	case e.Action == "pass":
		t.passed++
	case e.Action == "skip":
		t.skipped++
		fmt.Print(text(output))
	case e.Action == "fail":
		t.failed++
		fmt.Printf("FAIL %s %s\n%s", e.Package, e.Test, text(output))
	}
}

func text(b *strings.Builder) string {
	if b == nil {
		return ""
	}
	return b.String()
}
