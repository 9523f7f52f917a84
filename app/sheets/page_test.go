package sheets

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
	"travaux/export/xlsx"
)

// shown is the page about a small draft with a position.
func shown(t *testing.T, lang string) (*roomtest.Bench, *Page, data.ID) {
	t.Helper()
	b := roomtest.New(t, lang)
	b.Import(t, "L/1", data.English, roomtest.English)
	txt, err := b.Desk.Current()
	roomtest.Must(t, err)
	id := txt.Provisions[len(txt.Provisions)-1].ID
	roomtest.Must(t, b.Desk.SetPosition(t.Context(), data.Position{Provision: id, Stance: data.StanceAmend, Wording: data.Words{data.English: "first words"}}))
	return b, Show(b.Room), id
}

// exported is the file that the page writes.
func exported(t *testing.T, b *roomtest.Bench, p *Page) []byte {
	t.Helper()
	for _, l := range data.Langs {
		p.langs[l].SetTicked(l == data.English)
	}
	dir := t.TempDir()
	p.export(dir)
	files := b.Certified(t, dir)
	if len(files) != 1 || len(b.Errors) > 0 {
		t.Fatalf("%v %v", files, b.Errors)
	}
	file, err := os.ReadFile(filepath.Join(dir, files[0]))
	roomtest.Must(t, err)
	return file
}

// edited writes in the last row.
func edited(t *testing.T, file []byte, cells map[string]string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	roomtest.Must(t, err)
	sheet := f.GetSheetList()[0]
	rows, err := f.GetRows(sheet)
	roomtest.Must(t, err)
	for column, value := range cells {
		cell, err := excelize.JoinCellName(column, len(rows))
		roomtest.Must(t, err)
		roomtest.Must(t, f.SetCellValue(sheet, cell, value))
	}
	out, err := f.WriteToBuffer()
	roomtest.Must(t, err)
	return out.Bytes()
}

func TestWhatCameBackIsTakenOverByChoice(t *testing.T) {
	for _, lang := range data.Langs {
		b, p, id := shown(t, string(lang))
		file := exported(t, b, p)
		p.read(file)
		if len(p.lines) > 0 || p.count.Text != b.Loc.T("sheets.unchanged") || !p.take.Disabled() {
			t.Fatalf("%s: unchanged, %d lines: %s", lang, len(p.lines), p.count.Text)
		}
		p.read(edited(t, file, map[string]string{"G": "other words", "F": b.Loc.Name("stance", "oppose")}))
		if len(p.lines) != 2 || !p.lines[0].chosen || !p.lines[1].chosen || p.list.Selected() != 0 {
			t.Fatalf("%s: %+v %v", lang, p.lines, b.Errors)
		}
		p.toggle(0)
		p.takeOver()
		if got := b.Desk.Position(id); got.Wording[data.English] != "other words" || got.Stance != data.StanceAmend || b.Changes == 0 {
			t.Errorf("%s: %+v %v", lang, got, b.Errors)
		}
		p.Refresh()
		if len(p.lines) != 1 || p.lines[0].chosen || p.lines[0].change.Field != data.FieldStance {
			t.Errorf("%s: %+v", lang, p.lines)
		}
		p.choose(true)
		p.takeOver()
		if got := b.Desk.Position(id); got.Stance != data.StanceOppose {
			t.Errorf("%s: %+v", lang, got)
		}
	}
}

// TestWhatTheProgramChangedIsNotChosen holds that a conflict is for a person, and that
// what has changed behind the preview is not written over.
func TestWhatTheProgramChangedIsNotChosen(t *testing.T) {
	b, p, id := shown(t, "en")
	file := edited(t, exported(t, b, p), map[string]string{"G": "words of the sheet", "F": "who knows"})
	change := func(words string) {
		roomtest.Must(t, b.Desk.ChangePosition(t.Context(), id, func(x *data.Position) { x.Wording[data.English] = words }))
	}
	change("words of the program")
	p.read(file)
	if len(p.lines) != 2 || p.lines[0].chosen || p.lines[0].change.State != data.SheetConflict || p.lines[1].fault == nil || p.lines[1].fault.Column != "F" {
		t.Fatalf("%+v", p.lines)
	}
	p.toggle(1) // a fault cannot be taken over
	p.toggle(0)
	change("words of somebody")
	p.takeOver()
	if got := b.Desk.Position(id).Wording[data.English]; got != "words of somebody" || len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != desk.CodeMovedOn {
		t.Errorf("%q %v", got, b.Errors)
	}
}

func TestAFileThatIsNoSheetIsRefused(t *testing.T) {
	b, p, _ := shown(t, "ar")
	p.read([]byte("nothing"))
	if len(b.Errors) != 1 || p.sheet != nil {
		t.Errorf("%v", b.Errors)
	}
}

// TestPositionsAreMarkedAsOurs in the language of the sheet, as views of States are not.
func TestPositionsAreMarkedAsOurs(t *testing.T) {
	for _, lang := range data.Langs {
		for i, kind := range kinds {
			b, p, _ := shown(t, string(lang))
			p.kind.Choose(i)
			said, err := xlsx.Text(exported(t, b, p))
			roomtest.Must(t, err)
			marking := export.Handling(b.Desk.Level(), b.Loc)
			c := b.Desk.Papers().All()[0].Files[0]
			if ours := kind == data.SheetPositions; strings.Contains(said, marking) != ours || c.Ours != ours || c.Searched == 0 || c.Lang != lang {
				t.Errorf("%s, %s: %q; %+v", lang, kind, said, c)
			}
		}
	}
}
