package desk

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"travaux/data"
)

// TestEveryKindIsInTheTable: a kind of record that nobody thought of would be the
// head's alone, on every laptop.
func TestEveryKindIsInTheTable(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	kinds := 0
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for i, name := range spec.Names {
				if !strings.HasPrefix(name.Name, "kind") || i >= len(spec.Values) {
					continue
				}
				if lit, ok := spec.Values[i].(*ast.BasicLit); ok {
					kinds++
					kind, _ := strconv.Unquote(lit.Value)
					if _, known := rules[kind]; !known {
						t.Errorf("%s (%q) is not in the table", name.Name, kind)
					}
				}
			}
			return true
		})
	}
	if kinds < 20 {
		t.Errorf("only %d kinds found: the scan does not work", kinds)
	}
}

// TestEveryRuleIsWhole: every kind has an audience whose right exists, and rights
// that some role has.
func TestEveryRuleIsWhole(t *testing.T) {
	for kind, r := range rules {
		for _, x := range append([]rule{r}, fieldsOf(r)...) {
			if right := x.audience.Right(); right != "" && !data.RoleHead.May(right) {
				t.Errorf("%s: the head cannot read it", kind)
			}
			for _, right := range x.rights {
				if !someRoleMay(right) {
					t.Errorf("%s: nobody has %s", kind, right)
				}
			}
		}
	}
}

func fieldsOf(r rule) (out []rule) {
	for _, f := range r.fields {
		out = append(out, f)
	}
	return out
}

func someRoleMay(right data.Right) bool {
	for _, role := range data.Roles {
		if role.May(right) {
			return true
		}
	}
	return false
}
