package concept

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/concept"
)

func TestAPackageIsHandedIn(t *testing.T) {
	b := roomtest.New(t, "en")
	work(t, b)
	p := Show(b.Room)
	p.tabs.Choose(tabSubmission)
	p.Refresh()
	if p.submit.make.Visible() {
		t.Error("a package is offered where there is no text")
	}
	p.theses.add(first(t, "charter"))
	p.theses.add(first(t, "entry"))
	p.draft.read()
	p.draft.issue()
	p.tabs.Choose(tabSubmission)
	p.Refresh()
	for i, lang := range data.Langs {
		p.submit.langs[i].SetTicked(lang == data.Arabic || lang == data.English || lang == data.Chinese)
	}
	dir := t.TempDir()
	p.submit.into(dir)
	if got := b.Certified(t, dir); len(got) != 3*len(parts) || len(b.Desk.Papers().All()) != 3 {
		t.Fatalf("%q, %v", got, b.Errors)
	}
	xml, err := os.ReadFile(filepath.Join(dir, "draft-en.xml"))
	roomtest.Must(t, err)
	if !strings.Contains(string(xml), "on the ninetieth day after the date of deposit of the fortieth instrument") {
		t.Error("the draft is not in the file")
	}
}

func first(t *testing.T, id string) concept.Clause {
	t.Helper()
	c, ok := concept.Find(id)
	if !ok {
		t.Fatalf("no clause %s", id)
	}
	return c
}
