package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
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
	{"data/redline", []string{"data"}, "differences build on the domain only"},
	{"data/intake", []string{"data", "data/text"}, "readers turn files into data/text"},
	{"data/states", []string{"data"}, "names of States are tables"},
	{"data/search", []string{"data"}, "search sees texts, not where they come from"},
	{"data/sample", []string{"data"}, "the sample is plain data"},
	{"data/sample/play", []string{"data", "data/desk", "data/intake", "data/sample", "data/text"}, "the sample is played through the services"},
	{"data/change", []string{"data"}, "changes are pure values"},
	{"data/vault", []string{"data", "data/change"}, "the vault keeps changes and knows no meaning"},
	{"data/desk", []string{"data", "data/change", "data/redline", "data/search", "data/text"}, "the desk knows the vault only as a Store"},
	{"translations", []string{"translations"}, "languages know nothing of negotiations"},
	{"export", []string{"data", "data/redline", "data/text", "translations", "translations/typeset", "export"}, "papers are made from public values"},
	{"app", []string{"data", "export", "translations", "app"}, "the window stands on everything but cmd"},
	{"cmd/dev", nil, "set-up starts on a bare Go installation"},
	{"cmd/travaux", []string{"data", "export", "translations", "app"}, "the program wires the rooms together"},
}

// holders are the only packages that may know a library.
var holders = map[string]string{
	"github.com/dgraph-io/badger/v4": "data/vault",
	"github.com/jung-kurt/gofpdf":    "export/pdf",
	"fyne.io/fyne/v2":                "app",
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
		own := strings.TrimPrefix(p.ImportPath, "travaux/")
		r := ruleFor(own)
		if r == nil {
			t.Errorf("%s has no place in the house: add a rule with its reason", own)
			continue
		}
		for _, imported := range p.Imports {
			if door, ours := strings.CutPrefix(imported, "travaux/"); ours && !allowed(r, own, door) {
				t.Errorf("%s imports %s: %s", own, door, r.why)
			}
			for library, holder := range holders {
				if under(imported, library) && !under(own, holder) && own != "cmd/travaux" {
					t.Errorf("%s imports %s: only %s may know it", own, library, holder)
				}
			}
			if own == "cmd/dev" && strings.Contains(strings.SplitN(imported, "/", 2)[0], ".") {
				t.Errorf("cmd/dev imports %s: %s", imported, r.why)
			}
		}
	}
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
