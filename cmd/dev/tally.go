package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// tally counts what was checked.
type tally struct{ passed, failed, skipped int }

// check counts one check that is not a Go test.
func (t *tally) check(name string, err error) {
	if err != nil {
		t.failed++
		fmt.Printf("FAIL %s: %v\n", name, err)
		return
	}
	t.passed++
	fmt.Printf("ok   %s\n", name)
}

// goTest runs go test and counts every test and subtest that ran.
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
	t.read(out, os.Stdout)
	if err := c.Wait(); err != nil && t.failed == before.failed {
		t.check(what, err) // failed without a word about any test
	}
	if t.passed == before.passed {
		t.check(what, fmt.Errorf("no test ran"))
	}
}

// event is a line of go test -json; see go doc test2json. ImportPath stands in
// place of Package in what the compiler says.
type event struct {
	Action, Package, ImportPath, Test, Output, FailedBuild string
	Elapsed                                                float64 // seconds
}

// read counts the events of go test -json and prints one line for a package,
// why a test was skipped, and all that a failed one said.
func (t *tally) read(in io.Reader, out io.Writer) {
	said := map[string]*strings.Builder{}
	failures := map[string]int{} // tests that failed, by package
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil && len(line) == 0 {
			return
		}
		var e event
		if json.Unmarshal(line, &e) != nil {
			out.Write(line)
			continue
		}
		key := e.Package + e.ImportPath + " " + e.Test
		if said[key] == nil {
			said[key] = &strings.Builder{}
		}
		switch e.Action {
		case "output", "build-output":
			said[key].WriteString(e.Output)
			continue
		case "build-fail":
			fmt.Fprintf(out, "FAIL %s does not build\n%s", e.ImportPath, said[key])
		case "pass", "fail", "skip":
			if e.Test != "" {
				t.countTest(out, e, said[key].String())
			} else {
				t.countPackage(out, e, failures[e.Package], said[key].String())
			}
			if e.Test != "" && e.Action == "fail" {
				failures[e.Package]++
			}
		default:
			continue
		}
		delete(said, key)
	}
}

func (t *tally) countTest(out io.Writer, e event, said string) {
	switch e.Action {
	case "pass":
		t.passed++
	case "skip":
		t.skipped++
		fmt.Fprintf(out, "skip %s %s: %s\n", e.Package, e.Test, reason(said))
	case "fail":
		t.failed++
		fmt.Fprintf(out, "FAIL %s %s\n%s", e.Package, e.Test, said)
	}
}

// countPackage counts a package as one failure if it failed without a test of
// it having failed: it did not build, or its process died.
func (t *tally) countPackage(out io.Writer, e event, failures int, said string) {
	switch e.Action {
	case "pass":
		fmt.Fprintf(out, "ok   %s %.1f s\n", e.Package, e.Elapsed)
	case "fail":
		fmt.Fprintf(out, "FAIL %s\n%s", e.Package, said)
		if failures == 0 {
			t.failed++
		}
	}
}

// reason is what a skipped test said, on one line.
func reason(said string) string {
	var words []string
	for _, line := range strings.Split(said, "\n") {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "===") && !strings.HasPrefix(line, "---") {
			words = append(words, line)
		}
	}
	return strings.Join(words, " ")
}
