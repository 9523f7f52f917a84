package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rule is one door policy: packages under From may import ours only under To.
type rule struct {
	from string
	to   []string
	why  string
}

// rules are looked up by the longest matching From.
var rules = []rule{
	{"data", nil, "the domain imports nothing of ours"},
	{"data/text", []string{"data"}, "treaty text builds on the domain only"},
	{"data/text/bracket", []string{"data", "data/text"}, "brackets are a view of text"},
	{"data/text/reference", []string{"data", "data/text"}, "references are a view of text"},
	{"data/redline", []string{"data"}, "differences build on the domain only"},
	{"data/redline/compose", []string{"data", "data/redline"}, "proposals are laid over a text by its differences"},
	{"data/redline/strength", []string{"data", "data/redline"}, "the strength of an obligation is read from words"},
	{"data/redline/align", []string{"data", "data/redline"}, "alignment knows words, not where they are kept"},
	{"data/redline/compare", []string{"data", "data/redline", "data/redline/align"}, "a comparison is built on words and pairs"},
	{"data/redline/carry", []string{"data", "data/redline", "data/redline/align", "data/redline/strength"}, "where annotations go follows from pairs and words"},
	{"data/redline/taken", []string{"data", "data/redline", "data/redline/align"}, "what was taken over is read from words"},
	{"data/intake", []string{"data", "data/text"}, "readers turn files into data/text"},
	{"data/intake/pdf", []string{"data", "data/text"}, "readers turn files into data/text"},
	{"data/intake/pdf/layout", []string{"data", "data/text"}, "the layout of pages knows no file format"},
	{"data/states", []string{"data"}, "names of States are tables"},
	{"data/speaking", []string{"data"}, "how long words take is read from words"},
	{"data/tally", []string{"data", "data/states"}, "who is with us is counted from views and the register"},
	{"data/force", []string{"data"}, "who is bound is computed from instruments and numbers"},
	{"data/clause", []string{"data", "data/text", "data/text/reference"}, "numbers of clauses are read from words"},
	{"data/concept", []string{"data", "data/clause", "data/text"}, "a draft is composed of clauses and theses"},
	{"data/mechanism", []string{"data", "data/clause", "data/text", "data/text/reference", "data/redline/strength"}, "what a convention provides is read from its text"},
	{"data/obligation", []string{"data", "data/redline/strength", "data/text", "data/text/reference"}, "obligations are read from words"},
	{"data/monitor", []string{"data", "data/force", "data/states"}, "what is due is computed from cycles and parties"},
	{"data/amend", []string{"data", "data/force", "data/redline", "data/text"}, "the text in force is computed from amendments and instruments"},
	{"data/consult", []string{"data"}, "what is unanswered is computed from letters"},
	{"data/dispute", []string{"data", "data/force"}, "the ladder of means is computed from a clause and what happened"},
	{"data/concord", []string{"data", "data/text", "data/text/bracket", "data/text/reference", "data/redline/strength"}, "languages are compared by what is read from them"},
	{"data/capture", []string{"data", "data/states"}, "what is typed in the room is read with the register"},
	{"data/library", []string{"data", "data/redline", "data/search"}, "agreed language is found in words"},
	{"data/library/read", []string{"data", "data/library", "data/text"}, "documents are read into paragraphs with their pointers"},
	{"data/intake/compilation", []string{"data", "data/states", "data/text"}, "compilations of proposals are read from text"},
	{"data/search", []string{"data"}, "search sees texts, not where they come from"},
	{"data/sample", []string{"data"}, "the sample is plain data"},
	{"data/sample/play", []string{"data", "data/concept", "data/desk", "data/force", "data/intake", "data/library", "data/monitor", "data/obligation", "data/sample", "data/text"}, "the sample is played through the services"},
	{"data/sample/play/playtest", []string{"data", "data/desk", "data/sample/play", "data/vault"}, "tests get the sample as the program plays it"},
	{"data/sample/crowd", []string{"data", "data/desk", "data/intake", "data/text"}, "a crowd is written through the services, to be measured"},
	{"data/change", []string{"data"}, "changes are pure values"},
	{"data/sshsig", []string{"data"}, "signatures know nothing of what they sign"},
	{"data/marking", []string{"data"}, "marking schemes are tables"},
	{"data/redline/watch", []string{"data", "data/redline", "data/redline/strength"}, "red lines are watched in words"},
	{"data/redline/merge", []string{"data", "data/redline"}, "a merge is proposed from words"},
	{"data/roster", []string{"data", "data/change"}, "who may what is folded from changes"},
	{"data/exchange", []string{"data", "data/change"}, "bundles carry changes and know no store"},
	{"data/vault", []string{"data", "data/change"}, "the vault keeps changes and knows no meaning"},
	{"data/desk", []string{"data", "data/change", "data/exchange", "data/force", "data/marking", "data/roster", "data/sshsig", "data/redline", "data/redline/align", "data/redline/carry", "data/redline/compare", "data/redline/compose", "data/redline/merge", "data/redline/strength", "data/redline/taken", "data/redline/watch", "data/library", "data/speaking", "data/states", "data/tally", "data/search", "data/text", "data/text/bracket", "data/text/reference"}, "the desk knows the vault only as a Store"},
	{"data/desk/twin", []string{"data", "data/change"}, "two laptops of a test have nothing but changes"},
	{"translations", []string{"translations"}, "languages know nothing of negotiations"},
	{"export", []string{"data", "data/amend", "data/clause", "data/concord", "data/consult", "data/dispute", "data/force", "data/mechanism", "data/monitor", "data/marking", "data/speaking", "data/sshsig", "data/redline", "data/redline/align", "data/redline/compare", "data/text", "translations", "translations/typeset", "export"}, "papers are made from public values"},
	{"export/paper", []string{"data", "export", "translations"}, "papers are made from what the desk holds"},
	{"app", []string{"data", "export", "translations", "app"}, "the window stands on everything but cmd"},
	{"cmd/dev", nil, "set-up starts on a bare Go installation"},
	{"cmd/travaux", []string{"data", "export", "translations", "app"}, "the program wires the rooms together"},
}

// holders are the only packages that may know a library.
var holders = map[string][]string{
	"github.com/dgraph-io/badger/v4":  {"data/vault"},
	"github.com/jung-kurt/gofpdf":     {"export/pdf"},
	"github.com/xuri/excelize/v2":     {"export/xlsx"},
	"rsc.io/qr":                       {"export/pdf"},
	"github.com/klauspost/compress":   {"export/pdf"},
	"fyne.io/fyne/v2":                 {"app"},
	"github.com/klippa-app/go-pdfium": {"data/intake/pdf"},
	"github.com/tetratelabs/wazero":   {"data/intake/pdf"},
	"filippo.io/age":                  {"data/vault", "data/exchange", "data/roster", "data/desk/twin"},
}

type pkg struct {
	ImportPath string
	Imports    []string
}

func TestDoors(t *testing.T) {
	packages := list(t)
	if len(packages) < 10 {
		t.Fatalf("only %d packages found", len(packages))
	}
	for _, p := range packages {
		for _, complaint := range complaints(p) {
			t.Error(complaint)
		}
	}
}

// TestDoorsAreShut shows that each kind of forbidden import is reported.
func TestDoorsAreShut(t *testing.T) {
	for _, c := range []struct{ own, imported, why string }{
		{"travaux/data", "travaux/translations", "the domain imports nothing"},
		{"travaux/data/text", "travaux/data/change", "the domain only"},
		{"travaux/data/vault", "travaux/data/desk", "knows no meaning"},
		{"travaux/data/desk", "travaux/data/vault", "only as a Store"},
		{"travaux/translations/typeset", "travaux/data", "nothing of negotiations"},
		{"travaux/export/pdf", "travaux/data/desk", "public values"},
		{"travaux/export", "travaux/app/look", "public values"},
		{"travaux/app/desk", "travaux/cmd/travaux", "everything but cmd"},
		{"travaux/app/desk", "travaux/app/papers", "never imports another area"},
		{"travaux/app/look", "travaux/app", "never imports another area"},
		{"travaux/data/desk", "github.com/dgraph-io/badger/v4", "only data/vault"},
		{"travaux/cmd/travaux", "github.com/dgraph-io/badger/v4/options", "only data/vault"},
		{"travaux/data/text", "fyne.io/fyne/v2/widget", "only app"},
		{"travaux/export", "github.com/jung-kurt/gofpdf", "only export/pdf"},
		{"travaux/export", "rsc.io/qr", "only export/pdf"},
		{"travaux/export/docx", "github.com/xuri/excelize/v2", "only export/xlsx"},
		{"travaux/data/desk", "filippo.io/age", "only data/vault and data/exchange and data/roster and data/desk/twin"},
		{"travaux/data/intake", "github.com/klippa-app/go-pdfium/webassembly", "only data/intake/pdf"},
		{"travaux/data/intake/pdf/layout", "travaux/data/intake/pdf", "no file format"},
		{"travaux/cmd/dev", "golang.org/x/sys/unix", "bare Go"},
		{"travaux/cmd/dev", "travaux/data", "bare Go"},
		{"travaux/data/novelty", "travaux/data", "no place in the house"},
		{"travaux/novelty", "fmt", "no place in the house"},
	} {
		got := strings.Join(complaints(pkg{c.own, []string{c.imported}}), "; ")
		if !strings.Contains(got, c.why) {
			t.Errorf("%s importing %s gives %q, not %q", c.own, c.imported, got, c.why)
		}
	}
	for _, p := range []pkg{
		{"travaux/data/desk", []string{"travaux/data", "travaux/data/change", "context"}},
		{"travaux/export/pdf", []string{"travaux/export", "travaux/export/internal/qr", "github.com/jung-kurt/gofpdf"}},
		{"travaux/app", []string{"travaux/app/desk", "travaux/data/vault", "fyne.io/fyne/v2"}},
		{"travaux/app/desk", []string{"travaux/app/room", "travaux/app/look/ink", "travaux/data/desk"}},
		{"travaux/data/exchange", []string{"travaux/data/change", "filippo.io/age", "filippo.io/age/armor"}},
		{"travaux/cmd/dev", []string{"os/exec"}},
	} {
		if got := complaints(p); len(got) > 0 {
			t.Errorf("an open door is reported shut: %q", got)
		}
	}
}

// complaints are the reasons against the imports of a package.
func complaints(p pkg) []string {
	own := strings.TrimPrefix(p.ImportPath, "travaux/")
	r := ruleFor(own)
	if r == nil {
		return []string{own + " has no place in the house: add a rule with its reason"}
	}
	var all []string
	say := func(imported, why string) { all = append(all, own+" imports "+imported+": "+why) }
	for _, imported := range p.Imports {
		door, ours := strings.CutPrefix(imported, "travaux/")
		if ours && !allowed(r, own, door) {
			say(door, r.why)
		}
		if ours && !areaMay(own, door) {
			say(door, "an area of the window never imports another area, nor the window that holds it")
		}
		for library, who := range holders {
			holds := func(holder string) bool { return under(own, holder) }
			if under(imported, library) && !slices.ContainsFunc(who, holds) {
				say(imported, "only "+strings.Join(who, " and ")+" may know it")
			}
		}
		if own == "cmd/dev" && !ours && strings.Contains(strings.SplitN(imported, "/", 2)[0], ".") {
			say(imported, r.why)
		}
	}
	return all
}

// shared are the packages under app that every area builds on.
var shared = []string{"app/look", "app/mandate", "app/page", "app/room", "app/textview"}

// areaMay holds the inner order of the window: app imports the areas, areas
// import what is shared, and what is shared imports no area.
func areaMay(own, door string) bool {
	if own == "app" || !under(own, "app") || !under(door, "app") || under(door, own) || under(own, door) && door != "app" {
		return true
	}
	for _, s := range shared {
		if under(door, s) {
			return true
		}
	}
	return false
}

func ruleFor(own string) *rule {
	var best *rule
	for i := range rules {
		if under(own, rules[i].from) && (best == nil || len(rules[i].from) > len(best.from)) {
			best = &rules[i]
		}
	}
	if best != nil && best.from == "data" && own != "data" {
		return nil // every room under data has a rule of its own
	}
	return best
}

// allowed reports whether a door is open: to a package named in the rule, to
// anything under it for the outer rooms, or to one's own sub-packages.
func allowed(r *rule, own, door string) bool {
	if under(door, own) || r.from != "data" && under(door, r.from) {
		return true
	}
	for _, to := range r.to {
		inner := strings.HasPrefix(r.from, "data/") || r.from == "export"
		if door == to || !inner && under(door, to) {
			return true
		}
	}
	return false
}

func under(path, root string) bool {
	return path == root || strings.HasPrefix(path, root+"/")
}

func list(t *testing.T) []pkg {
	t.Helper()
	c := exec.Command("go", "list", "-tags", buildTags(), "-json=ImportPath,Imports", "travaux/...")
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
