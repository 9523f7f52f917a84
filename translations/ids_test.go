package translations

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// asked is what the program's code asks of the catalogue.
type asked struct {
	ids      map[string]token.Position // literal ids given to T, N, Has, and both ids of every error code
	prefixes map[string]token.Position // "role." where code joins it with a value
	literals map[string]bool           // every string in the code: tables of commands name ids too
}

// families are the domain's types whose every constant has a name.
var families = map[string]string{
	"Binding": "binding", "Lang": "language", "Stance": "stance", "ApprovalState": "approval", "ApprovalStep": "approval-step", "Role": "role",
	"Classification": "classification", "RevisionKind": "revision-kind", "Kind": "kind",
	"TextState": "text-state", "ProposalKind": "proposal-kind", "Uptake": "uptake",
	"PairKind": "pair-kind", "AnnotationKind": "annotation",
	"Attitude": "attitude", "Confidence": "confidence", "WorkKind": "work-kind", "PartyKind": "party-kind", "GroupKind": "group-kind",
	"InstrumentKind": "instrument", "ReservationKind": "reservation-kind",
	"AmendmentKind": "amendment-kind", "AmendmentEffect": "amendment-effect", "AmendmentActKind": "amendment-act", "MajorityOf": "amendment-of",
	"Means": "means", "Consent": "consent", "Trigger": "trigger", "DisputeAct": "dispute-act", "DisputePaperKind": "dispute-paper-kind",
	"QuestionKind": "question-kind", "ConsultationKind": "consultation-kind",
	"ObligedKind": "obliged", "DueKind": "due", "Grade": "grade", "Stage": "stage", "Ceded": "ceded",
}

func TestEveryIDInCodeExists(t *testing.T) {
	a := scanProgram(t)
	for id, where := range a.ids {
		if words()[id] == nil {
			t.Errorf("%s: the catalogue has no %q", where, id)
		}
	}
	for prefix, where := range a.prefixes {
		if !anyHasPrefix(prefix) {
			t.Errorf("%s: the catalogue has no %q", where, prefix+"…")
		}
	}
	if len(a.ids) < 50 {
		t.Errorf("only %d ids found in the code: the scan does not work", len(a.ids))
	}
}

func TestNoIDIsUnused(t *testing.T) {
	a := scanProgram(t)
	for id := range words() {
		if _, ok := a.ids[id]; ok || a.literals[id] || underPrefix(id, a.prefixes) {
			continue
		}
		t.Errorf("no code asks for %q", id)
	}
}

func anyHasPrefix(prefix string) bool {
	for id := range words() {
		if strings.HasPrefix(id, prefix) {
			return true
		}
	}
	return false
}

func underPrefix(id string, prefixes map[string]token.Position) bool {
	for p := range prefixes {
		if strings.HasPrefix(id, p) {
			return true
		}
	}
	return false
}

func scanProgram(t *testing.T) asked {
	t.Helper()
	root := filepath.Dir(moduleFile(t))
	a := asked{map[string]token.Position{}, map[string]token.Position{}, map[string]bool{}}
	files := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		a.scan(files, file, filepath.Dir(path) == filepath.Join(root, "data"))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func moduleFile(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if mod := filepath.Join(dir, "go.mod"); exists(mod) {
			return mod
		}
	}
	t.Fatal("no go.mod above the test")
	return ""
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func (a asked) scan(files *token.FileSet, file *ast.File, domain bool) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if s, ok := literal(n); ok {
				a.literals[s] = true
			}
		case *ast.BinaryExpr: // "area.thing." + value, wherever it stands
			if s, ok := literal(n.X); ok && n.Op == token.ADD && strings.HasSuffix(s, ".") && strings.Count(s, ".") > 0 && !strings.ContainsAny(s, " /\\") && anyHasPrefix(s) {
				a.prefixes[s] = files.Position(n.Pos())
			}
		case *ast.CallExpr:
			a.call(files, n)
		case *ast.ValueSpec:
			a.constant(files, n, domain)
		}
		return true
	})
}

// call notes loc.T("id"), loc.N("id"), loc.Name("family", …), data.Code("code")
// and data.E("code", …).
func (a asked) call(files *token.FileSet, call *ast.CallExpr) {
	if len(call.Args) == 0 {
		return
	}
	at := files.Position(call.Pos())
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	first := call.Args[0]
	if sum, ok := first.(*ast.BinaryExpr); ok && (name == "T" || name == "N") {
		if s, ok := literal(sum.X); ok && strings.HasSuffix(s, ".") {
			a.prefixes[s] = at
		}
		return
	}
	s, ok := literal(first)
	if !ok {
		return
	}
	switch name {
	case "T", "N", "Has":
		if strings.Contains(s, ".") {
			a.ids[s] = at
		}
	case "Name":
		if len(call.Args) == 2 {
			a.prefixes[s+"."] = at
		}
	case "Code", "E":
		a.code(s, at)
	}
}

func (a asked) code(code string, at token.Position) {
	a.ids["error."+code] = at
	a.ids["error."+code+".hint"] = at
}

// constant notes the constants of type Code, and those of the domain's
// families, which the window names by Localizer.Name.
func (a asked) constant(files *token.FileSet, spec *ast.ValueSpec, domain bool) {
	typeName := ""
	switch t := spec.Type.(type) {
	case *ast.Ident:
		typeName = t.Name
	case *ast.SelectorExpr:
		typeName = t.Sel.Name
	}
	for _, v := range spec.Values {
		s, ok := literal(v)
		if !ok {
			continue
		}
		switch family := families[typeName]; {
		case typeName == "Code":
			a.code(s, files.Position(spec.Pos()))
		case domain && family != "":
			if s == "" {
				s = "none"
			}
			a.ids[family+"."+s] = files.Position(spec.Pos())
			if family == "stance" && s != "red-line" { // never exported publicly: it has no public sentence
				a.ids["stance."+s+".public"] = files.Position(spec.Pos())
			}
		}
	}
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

func TestFamiliesAreScanned(t *testing.T) {
	a := scanProgram(t)
	for _, id := range []string{"stance.red-line", "stance.oppose.public", "stance.none", "language.ar", "kind.article", "error.input", "error.input.hint", "approval.lapsed"} {
		if _, ok := a.ids[id]; !ok {
			t.Errorf("the scan does not find %q", id)
		}
	}
	if words()["stance.red-line.public"] != nil {
		t.Error("a red line has a sentence for the outside")
	}
}
