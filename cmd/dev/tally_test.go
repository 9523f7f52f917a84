package main

import (
	"io"
	"strings"
	"testing"
)

// stream makes the events of go test -json out of short lines: action,
// package, test, output.
func stream(lines ...string) io.Reader {
	var b strings.Builder
	for _, line := range lines {
		f := append(strings.SplitN(line, "|", 4), "", "", "")
		b.WriteString(`{"Action":"` + f[0] + `","Package":"` + f[1] + `","Test":"` + f[2] + `","Output":"` + f[3] + `"}` + "\n")
	}
	return strings.NewReader(b.String())
}

func TestCountingOfEvents(t *testing.T) {
	for _, c := range []struct {
		name    string
		events  io.Reader
		want    tally
		say     []string // has to be printed
		notSaid string
	}{
		{
			"tests and subtests count, packages do not",
			stream("run|p|TestA", "run|p|TestA/x", "pass|p|TestA/x", "pass|p|TestA", "pass|p"),
			tally{passed: 2},
			[]string{"ok   p"},
			"FAIL",
		},
		{
			"what a failed test said is shown, what a good one said is not",
			stream(`output|p|TestA|bad\n`, "fail|p|TestA", `output|p|TestB|chatter\n`, "pass|p|TestB", "fail|p"),
			tally{passed: 1, failed: 1},
			[]string{"FAIL p TestA", "bad"},
			"chatter",
		},
		{
			"a skipped test gives its reason on one line and counts as neither",
			stream(`output|p|TestA|=== RUN TestA\n`, `output|p|TestA|    a_test.go:3: no qpdf\n`, `output|p|TestA|--- SKIP: TestA\n`, "skip|p|TestA", "pass|p"),
			tally{skipped: 1},
			[]string{"skip p TestA: a_test.go:3: no qpdf"},
			"--- SKIP",
		},
		{
			"a package that dies is one failure and says why",
			stream("run|p|TestA", `output|p||exit status 3\n`, "fail|p"),
			tally{failed: 1},
			[]string{"FAIL p", "exit status 3"},
			"ok",
		},
		{
			"a failed test does not count once more for its package",
			stream("fail|p|TestA", "fail|p", "pass|q|TestA", "fail|q"),
			tally{passed: 1, failed: 2},
			[]string{"FAIL p TestA", "FAIL q"},
			"ok",
		},
		{
			"a package without tests counts as nothing",
			stream(`output|p||?  p [no test files]\n`, "skip|p"),
			tally{},
			nil, "p",
		},
		{
			"a package that does not build is one failure with the compiler's words",
			strings.NewReader(`{"ImportPath":"p","Action":"build-output","Output":"undefined: x\n"}
{"ImportPath":"p","Action":"build-fail"}
{"Action":"fail","Package":"p","FailedBuild":"p"}
`),
			tally{failed: 1},
			[]string{"p does not build", "undefined: x"},
			"ok",
		},
		{"a line that is no event is passed on", strings.NewReader("go: something odd\n"), tally{}, []string{"go: something odd"}, "FAIL"},
		{"a last line without its end counts", strings.NewReader(`{"Action":"pass","Package":"p","Test":"TestA"}`), tally{passed: 1}, nil, "FAIL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got tally
			var out strings.Builder
			got.read(c.events, &out)
			if got != c.want {
				t.Errorf("counted %+v, not %+v", got, c.want)
			}
			for _, s := range c.say {
				if !strings.Contains(out.String(), s) {
					t.Errorf("%q is missing in:\n%s", s, out.String())
				}
			}
			if strings.Contains(out.String(), c.notSaid) {
				t.Errorf("%q must not be said:\n%s", c.notSaid, out.String())
			}
		})
	}
}
