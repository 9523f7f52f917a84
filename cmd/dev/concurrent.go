package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// concurrent names the packages that start goroutines, by themselves or in
// their tests. The race detector can find something only where two goroutines
// run; everywhere else it would find nothing. The window tests
// start goroutines in another process and do not count.
func concurrent(root string) ([]string, error) {
	var packages []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); path != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "bin") {
				return filepath.SkipDir
			}
			return nil
		}
		dir := "./" + filepath.ToSlash(filepath.Dir(path))
		if filepath.Ext(path) != ".go" || slices.Contains(packages, dir) {
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		starts, err := startsGoroutines(path, source)
		if starts {
			packages = append(packages, dir)
		}
		return err
	})
	return packages, err
}

// startsGoroutines looks for a go statement, and for the calls of the standard
// library that run a function on a goroutine of its own.
func startsGoroutines(name string, source []byte) (bool, error) {
	file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return false, err
	}
	if onlyForWindowTests(file) {
		return false, nil
	}
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			found = true
		case *ast.CallExpr:
			if s, ok := n.Fun.(*ast.SelectorExpr); ok {
				found = found || s.Sel.Name == "AfterFunc" || s.Sel.Name == "Go" || s.Sel.Name == "RunParallel"
			}
		}
		return !found
	})
	return found, nil
}

// onlyForWindowTests reports whether a file is one of the window tests.
func onlyForWindowTests(file *ast.File) bool {
	for _, group := range file.Comments {
		for _, c := range group.List {
			if c.Pos() < file.Package && c.Text == "//go:build window" {
				return true
			}
		}
	}
	return false
}
