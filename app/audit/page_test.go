package audit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
)

// shown is a page about a negotiation in which something was done.
func shown(t *testing.T, lang string) (*roomtest.Bench, *Page, data.ID) {
	t.Helper()
	b := roomtest.New(t, lang)
	b.Import(t, "L/1", data.English, roomtest.English)
	txt, err := b.Desk.Current()
	roomtest.Must(t, err)
	id := txt.Provisions[len(txt.Provisions)-1].ID
	roomtest.Must(t, b.Desk.SetPosition(t.Context(), data.Position{Provision: id, Stance: data.StanceAmend, Wording: data.Words{data.English: "first words"}}))
	roomtest.Must(t, b.Desk.ChangePosition(t.Context(), id, func(p *data.Position) { p.Wording[data.English] = "=other words" }))
	return b, Show(b.Room, id), id
}

func TestPageTellsTheLatestFirst(t *testing.T) {
	for _, lang := range data.Langs {
		b, p, _ := shown(t, string(lang))
		if !p.Shown() || len(p.shown) < 5 || len(b.Errors) > 0 {
			t.Fatalf("%s: %d lines, %v", lang, len(p.shown), b.Errors)
		}
		latest := p.all[p.shown[0]]
		if latest.After != "=other words" || latest.Before != "first words" {
			t.Errorf("%s: the latest is %+v", lang, latest)
		}
		if p.list.Selected() != 0 {
			t.Errorf("%s: nothing is chosen", lang)
		}
	}
}

func TestChoicesNarrowTheList(t *testing.T) {
	_, p, id := shown(t, "en")
	all := len(p.shown)
	p.where.Choose(1)
	p.filter()
	if len(p.shown) == 0 || len(p.shown) >= all {
		t.Errorf("%d of %d", len(p.shown), all)
	}
	for _, i := range p.shown {
		if l := p.all[i]; len(l.Provisions) != 1 || l.Provisions[0] != id {
			t.Errorf("%+v", l)
		}
	}
	p.person.Choose(1)
	p.day.Choose(1)
	p.filter()
	if len(p.shown) == 0 {
		t.Error("the only person did nothing on the only day")
	}
	p.days[0].Year--
	p.filter()
	if len(p.shown) != 0 || p.count.Text != p.room.Loc.T("audit.none") {
		t.Errorf("a day on which nothing was done: %d", len(p.shown))
	}
}

func TestTableIsWritten(t *testing.T) {
	b, p, _ := shown(t, "en")
	dir := t.TempDir()
	p.write(dir)
	files, _ := filepath.Glob(filepath.Join(dir, "*.csv"))
	if len(files) != 1 || len(b.Toasts) == 0 {
		t.Fatalf("%v, %v", files, b.Errors)
	}
	text, err := os.ReadFile(files[0])
	roomtest.Must(t, err)
	if !strings.Contains(string(text), "'=other words") || !strings.Contains(string(text), "Aster Quill") {
		t.Errorf("%s", text)
	}
}

func TestOpeningLeadsToTheProvision(t *testing.T) {
	b, p, id := shown(t, "en")
	p.open(0)
	if p.Shown() || b.Selection.Provision() != id {
		t.Error("not led there")
	}
}
