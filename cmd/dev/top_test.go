package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// topLevel is fixed by the project's owner: whatever is new has its place in
// one of these folders.
var topLevel = []string{
	".ci", ".gitignore", "LICENSE", "README.md", "FyneApp.toml", "go.mod", "go.sum",
	"app", "cmd", "data", "export", "translations",
}

func TestTopLevel(t *testing.T) {
	c := exec.Command("git", "ls-files", "--cached", "--others", "--exclude-standard")
	c.Dir = "../.."
	out, err := c.Output()
	if err != nil {
		t.Skip("this is no git checkout")
	}
	files := strings.Fields(string(out))
	for _, name := range strangers(files) {
		t.Errorf("%s lies at the top level, which holds nothing but %s", name, strings.Join(topLevel, " "))
	}
	for _, name := range topLevel {
		if !slices.ContainsFunc(files, func(f string) bool { return under(f, name) }) {
			t.Errorf("%s is missing", name)
		}
	}
}

func TestStrangersAtTheTopAreNamed(t *testing.T) {
	got := strangers([]string{"go.mod", "docs/a.md", "docs/b.md", "cmd/dev/main.go", "main.go", ".github/x", "application/y"})
	want := []string{"docs", "main.go", ".github", "application"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

// strangers are the names at the top level that have no business there.
func strangers(files []string) []string {
	var out []string
	for _, f := range files {
		top, _, _ := strings.Cut(f, "/")
		if !slices.Contains(topLevel, top) && !slices.Contains(out, top) {
			out = append(out, top)
		}
	}
	return out
}
