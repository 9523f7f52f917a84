package export

import (
	"go/build"
	"go/importer"
	"go/token"
	"go/types"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// ours are the builders of papers for the delegation alone; each gives its document a
// marking.
var ours = []string{"InternalMatrix", "InternalReport", "CapitalReport"}

// internal are the types of package data that hold what nobody outside may read.
var internal = []string{
	"Position", "Instruction", "Cable", "Extract", "RedLine", "Override", "Crossing", "Ladder", "LadderStep", "Descent", "Package", "Condition",
	"PackageStanding", "HandOver", "Charge", "Comment", "Decision", "Approval", "Member", "View", "Speech", "Request", "LiveWith", "TextStep",
	"Judged", "Secret", "InternalMatrix", "InternalReport", "CapitalReport",
}

// Records of the life of the treaty say themselves who may read them, and some are for
// everybody: their builders leave out those that are not, which tests of their own hold
// (confidential assessments, our assessment of a dispute, why a requirement is needless).

// loaded are the packages export and data as the compiler sees them.
func loaded(t *testing.T) (export, data *types.Package) {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output() // a test built with -trimpath does not know it
	if err != nil {
		t.Fatal(err)
	}
	build.Default.GOROOT = strings.TrimSpace(string(root))
	export, err = importer.ForCompiler(token.NewFileSet(), "source", nil).Import("travaux/export")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range export.Imports() {
		if p.Path() == "travaux/data" {
			return export, p
		}
	}
	t.Fatal("export does not import data")
	return nil, nil
}

// TestPapersForTheOutsideCannotHoldWhatIsInternal reads the types of the program: no
// builder of a paper for the outside takes a value in which an internal type could
// stand, however deep, nor one that can hold anything; and no internal type converts to
// one that they take.
func TestPapersForTheOutsideCannotHoldWhatIsInternal(t *testing.T) {
	export, data := loaded(t)
	secret := map[types.Type]string{}
	for _, name := range internal {
		obj := data.Scope().Lookup(name)
		if obj == nil {
			t.Fatalf("data has no %s", name)
		}
		secret[obj.Type()] = name
	}
	builders := 0
	taken := map[types.Type]bool{}
	for _, name := range export.Scope().Names() {
		f, ok := export.Scope().Lookup(name).(*types.Func)
		if !ok || !f.Exported() || !makesPapers(f) || slices.Contains(ours, name) {
			continue
		}
		builders++
		for p := range f.Signature().Params().Variables() {
			within(p.Type(), map[types.Type]bool{}, func(x types.Type) {
				taken[x] = true
				if what := secret[x]; what != "" {
					t.Errorf("%s could be given a %s", name, what)
				}
				if i, ok := x.Underlying().(*types.Interface); ok && i.Empty() {
					t.Errorf("%s could be given anything", name)
				}
			})
		}
	}
	if builders < 10 {
		t.Fatalf("only %d builders of papers are found", builders)
	}
	for x := range taken {
		if _, isStruct := x.Underlying().(*types.Struct); !isStruct {
			continue
		}
		for s, what := range secret {
			if types.ConvertibleTo(s, x) {
				t.Errorf("a %s converts to %s", what, x)
			}
		}
	}
}

// makesPapers reports whether a function gives a Document.
func makesPapers(f *types.Func) bool {
	r := f.Signature().Results()
	return r.Len() > 0 && strings.HasSuffix(r.At(0).Type().String(), "travaux/export.Document")
}

// within visits a type and all that a value of it can hold, but for what the
// catalogues and the standard library keep to themselves.
func within(x types.Type, seen map[types.Type]bool, visit func(types.Type)) {
	if seen[x] {
		return
	}
	seen[x] = true
	if n, ok := x.(*types.Named); ok {
		if p := n.Obj().Pkg(); p != nil && (!strings.HasPrefix(p.Path(), "travaux/") || strings.HasPrefix(p.Path(), "travaux/translations")) {
			return
		}
	}
	visit(x)
	switch u := x.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			within(f.Type(), seen, visit)
		}
	case *types.Pointer:
		within(u.Elem(), seen, visit)
	case *types.Slice:
		within(u.Elem(), seen, visit)
	case *types.Array:
		within(u.Elem(), seen, visit)
	case *types.Map:
		within(u.Key(), seen, visit)
		within(u.Elem(), seen, visit)
	}
}
