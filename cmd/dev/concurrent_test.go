package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestPackagesThatStartGoroutines(t *testing.T) {
	root := t.TempDir()
	t.Chdir(root)
	for name, source := range map[string]string{
		"plain/a.go":         "package a\n\nfunc f() { g() }\n",
		"statement/a.go":     "package a\n\nfunc f() { go g() }\n",
		"group/a.go":         "package a\n\nfunc f(w *sync.WaitGroup) { w.Go(g) }\n",
		"timer/a.go":         "package a\n\nfunc f() { time.AfterFunc(1, g) }\n",
		"tested/a.go":        "package a\n",
		"tested/a_test.go":   "package a\n\nfunc f() { go g() }\n",
		"window/a_test.go":   "//go:build window\n\npackage a\n\nfunc f() { go g() }\n",
		"ordinary/a_test.go": "//go:build !windows\n\npackage a\n\nfunc f() { go g() }\n",
		"words/a.go":         "package a\n\n// go f() in words\nconst s = \"go f()\"\n",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := concurrent(".")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	if want := []string{"./group", "./ordinary", "./statement", "./tested", "./timer"}; !slices.Equal(got, want) {
		t.Errorf("goroutines are started in %v, not %v", got, want)
	}
}

// TestTheProgramsGoroutines holds the list to what is known of the program: where
// one of these is missing, the race detector has stopped looking at it.
func TestTheProgramsGoroutines(t *testing.T) {
	t.Chdir("../..")
	got, err := concurrent(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"./app", "./app/desk", "./app/page", "./app/textview", "./data/desk", "./data/vault", "./translations"} {
		if !slices.Contains(got, want) {
			t.Errorf("%s starts goroutines and is not in %v", want, got)
		}
	}
	t.Log(got)
}
