package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestPapersAreMadeByOneRoad holds that neither a page nor a command makes the file of a
// paper itself, past package export/paper, which gives it a certificate for the log:
// formats are handed on, and never asked to write.
func TestPapersAreMadeByOneRoad(t *testing.T) {
	files := token.NewFileSet()
	for _, root := range []string{"../../app", "../travaux"} {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			for _, at := range writing(file) {
				t.Errorf("%s: makes the file of a paper itself: use paper.Make or paper.Work", files.Position(at))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	past, err := parser.ParseFile(files, "past.go", `package p; func f() { pdf.Format.Checked(ctx, doc, o, secrets); f.Marked(ctx, doc, o); c.Checked() }`, 0)
	if err != nil || len(writing(past)) != 2 {
		t.Errorf("what goes past it is not found: %v", err)
	}
}

// writing are the places where a file of Go has a format write: calls of its methods
// Checked and Marked, which take more than a command of the window that is checked does.
func writing(file *ast.File) (at []token.Pos) {
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) < 3 {
			return true
		}
		if f, ok := call.Fun.(*ast.SelectorExpr); ok && (f.Sel.Name == "Checked" || f.Sel.Name == "Marked") {
			at = append(at, call.Pos())
		}
		return true
	})
	return at
}
