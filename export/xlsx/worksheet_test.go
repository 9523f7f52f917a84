package xlsx_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample/play/playtest"
	"travaux/export/xlsx"
	"travaux/translations"
)

func TestMain(m *testing.M) { playtest.Main(m) }

// sheetOf is the sample as a sheet of a kind in a language.
func sheetOf(t *testing.T, d *desk.Desk, kind data.SheetKind, lang data.Lang) []byte {
	t.Helper()
	langs := []data.Lang{data.French, data.Arabic}
	s, err := d.PositionRows(lang, langs)
	if err != nil {
		t.Fatal(err)
	}
	w := xlsx.Worksheet{Sheet: s, Langs: langs, Title: d.Negotiation().Title.In(lang), Date: data.Date{Year: 2026, Month: 11, Day: 29}, Places: s.Rows, Secrets: d.Secrets()}
	if kind == data.SheetViews {
		if w.Sheet, err = d.ViewRows(lang); err != nil {
			t.Fatal(err)
		}
	}
	file, _, err := w.File(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// resaved has LibreOffice open the files and save them again.
func resaved(t *testing.T, files map[string][]byte) map[string][]byte {
	t.Helper()
	if testing.Short() {
		t.Skip("other programs are not asked in short tests")
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("soffice is not installed")
	}
	in, out := t.TempDir(), t.TempDir()
	args := []string{"--headless", "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--convert-to", "xlsx", "--outdir", out}
	for name, b := range files {
		path := filepath.Join(in, name+".xlsx")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if said, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Skipf("LibreOffice does not run here: %v\n%.400s", err, said)
	}
	again := map[string][]byte{}
	for name := range files {
		b, err := os.ReadFile(filepath.Join(out, name+".xlsx"))
		if err != nil {
			t.Skipf("LibreOffice opens no spreadsheets here: %v", err)
		}
		again[name] = b
	}
	return again
}

// edited sets cells as a person with a spreadsheet program does.
func edited(t *testing.T, file []byte, edit func(f *excelize.File, sheet string)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	edit(f, f.GetSheetList()[0])
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// column is the letter of the column with that key.
func column(t *testing.T, f *excelize.File, sheet string, key data.SheetField) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	name, err := excelize.ColumnNumberToName(slices.Index(rows[0], string(key)) + 1)
	if err != nil {
		t.Fatalf("no column %s in %q", key, rows[0])
	}
	return name
}

// TestSampleComesBackUnchanged writes the sample's positions and views in six languages,
// has them saved by another program, and reads them back: nothing differs.
func TestSampleComesBackUnchanged(t *testing.T) {
	d := playtest.Desk(t, data.English)
	files := map[string][]byte{}
	for _, lang := range data.Langs {
		for _, kind := range []data.SheetKind{data.SheetPositions, data.SheetViews} {
			file := sheetOf(t, d, kind, lang)
			if !bytes.Equal(file, sheetOf(t, d, kind, lang)) {
				t.Errorf("%s, %s: other bytes", kind, lang)
			}
			files[string(kind)+"-"+string(lang)] = file
		}
	}
	if dir := os.Getenv("TRAVAUX_LOOK"); dir != "" {
		for name, b := range files {
			if err := os.WriteFile(filepath.Join(dir, name+".xlsx"), b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for what, set := range map[string]map[string][]byte{"ours": files, "saved again": resaved(t, files)} {
		for name, file := range set {
			s, err := xlsx.ReadSheet(file)
			if err != nil {
				t.Errorf("%s %s: %v", name, what, err)
				continue
			}
			changes, faults := d.CompareSheet(s)
			if len(changes) > 0 || len(faults) > 0 || len(s.Rows) < 10 {
				t.Errorf("%s %s: of %d rows %+v, %+v", name, what, len(s.Rows), changes, faults)
			}
		}
	}
}

// TestAChangedCellIsThatChange edits one cell, and takes it over as one act that can be
// undone.
func TestAChangedCellIsThatChange(t *testing.T) {
	d := playtest.Desk(t, data.English)
	file := edited(t, sheetOf(t, d, data.SheetPositions, data.French), func(f *excelize.File, sheet string) {
		f.SetCellValue(sheet, column(t, f, sheet, data.FieldWording.In(data.French))+"9", "Un libellé tout neuf")
		f.SetCellValue(sheet, column(t, f, sheet, data.FieldStance)+"10", translations.New("ru").Name("stance", "flexible"))
	})
	s, err := xlsx.ReadPositions(file)
	if err != nil {
		t.Fatal(err)
	}
	changes, faults := d.CompareSheet(s)
	if len(faults) > 0 || len(changes) != 2 || changes[0].State != data.SheetChanged || changes[0].After != "Un libellé tout neuf" || changes[1].After != "flexible" {
		t.Fatalf("%+v %+v", changes, faults)
	}
	before := d.Position(changes[0].Row.Provision)
	if n, err := d.TakeSheet(t.Context(), changes); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	if got := d.Position(changes[0].Row.Provision); got.Wording[data.French] != "Un libellé tout neuf" || got.Stance != before.Stance || got.InternalReasons != before.InternalReasons {
		t.Errorf("%+v", got)
	}
	if got := d.Position(changes[1].Row.Provision); got.Stance != data.StanceFlexible {
		t.Errorf("%+v", got)
	}
	if again, _ := d.CompareSheet(s); len(again) > 0 {
		t.Errorf("taken over, it still differs: %+v", again)
	}
	if title, err := d.Undo(t.Context()); err != nil || title != "act.sheet" {
		t.Error(title, err)
	}
	if got := d.Position(changes[0].Row.Provision); got.Wording[data.French] != before.Wording[data.French] {
		t.Error("it is not undone")
	}
}

// TestWhatBothChangedIsAConflict holds that nothing is overwritten silently, and that what
// only the desk changed is left alone.
func TestWhatBothChangedIsAConflict(t *testing.T) {
	d := playtest.Desk(t, data.English)
	first := sheetOf(t, d, data.SheetPositions, data.English)
	s, err := xlsx.ReadPositions(first)
	if err != nil {
		t.Fatal(err)
	}
	id := s.Rows[6].Provision
	position := d.Position(id)
	position.Wording[data.French], position.PublicReasons[data.French] = "Dit par le programme", "Raison du programme"
	if err := d.SetPosition(t.Context(), position); err != nil {
		t.Fatal(err)
	}
	if changes, _ := d.CompareSheet(s); len(changes) > 0 {
		t.Errorf("what only the desk changed would be taken back: %+v", changes)
	}
	s, err = xlsx.ReadPositions(edited(t, first, func(f *excelize.File, sheet string) {
		f.SetCellValue(sheet, column(t, f, sheet, data.FieldWording.In(data.French))+"9", "Dit par la feuille")
	}))
	if err != nil {
		t.Fatal(err)
	}
	changes, _ := d.CompareSheet(s)
	if len(changes) != 1 || changes[0].State != data.SheetConflict || changes[0].Before != "Dit par le programme" {
		t.Fatalf("%+v", changes)
	}
	position.Wording[data.French] = "Redit par le programme"
	if err := d.SetPosition(t.Context(), position); err != nil {
		t.Fatal(err)
	}
	if _, err := d.TakeSheet(t.Context(), changes); data.CodeOf(err) != desk.CodeMovedOn {
		t.Errorf("written over what nobody saw: %v", err)
	}
}

// TestARedLineIsNotShown holds that a sheet shows it as opposition, and that a stance
// written over it is for a person to decide.
func TestARedLineIsNotShown(t *testing.T) {
	d := playtest.Desk(t, data.English)
	s, err := xlsx.ReadPositions(sheetOf(t, d, data.SheetPositions, data.English))
	if err != nil {
		t.Fatal(err)
	}
	id := s.Rows[6].Provision
	if err := d.SetStances(t.Context(), []data.ID{id}, data.StanceRedLine); err != nil {
		t.Fatal(err)
	}
	file := sheetOf(t, d, data.SheetPositions, data.English)
	said, err := xlsx.Text(file)
	if err != nil || strings.Contains(said, translations.New("en").Name("stance", "red-line")) {
		t.Errorf("it is shown: %v", err)
	}
	if s, err = xlsx.ReadPositions(file); err != nil || s.Rows[6].Fields[data.FieldStance] != "oppose" {
		t.Fatal(err, s.Rows[6])
	}
	if changes, _ := d.CompareSheet(s); len(changes) > 0 {
		t.Errorf("left alone it changes: %+v", changes)
	}
	s.Rows[6].Fields[data.FieldStance] = "support"
	if changes, _ := d.CompareSheet(s); len(changes) != 1 || changes[0].State != data.SheetConflict || changes[0].Before != "red-line" {
		t.Errorf("%+v", changes)
	}
}

// TestViewsAreCorrectedAndAdded reads corrected and new rows, and takes them over once.
func TestViewsAreCorrectedAndAdded(t *testing.T) {
	d := playtest.Desk(t, data.English)
	last := 0
	file := edited(t, sheetOf(t, d, data.SheetViews, data.English), func(f *excelize.File, sheet string) {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		last = len(rows) + 1
		set := func(key data.SheetField, row int, value any) {
			cell, err := excelize.JoinCellName(column(t, f, sheet, key), row)
			if err != nil {
				t.Fatal(err)
			}
			f.SetCellValue(sheet, cell, value)
		}
		set(data.FieldWords, 3, "Said otherwise")
		set(data.FieldPlace, last, rows[4][3])
		set(data.FieldSpeaker, last, "Norway")
		set(data.FieldAttitude, last, translations.New("es").Name("attitude", "support"))
		set(data.FieldWords, last, "We support this")
		set(data.FieldSaid, last, 46090) // 9 March 2026
		set(data.FieldPlace, last+1, "article 999")
		set(data.FieldSpeaker, last+1, "Norway")
		set(data.FieldAttitude, last+1, "?!")
	})
	s, err := xlsx.ReadViews(file)
	if err != nil {
		t.Fatal(err)
	}
	changes, faults := d.CompareSheet(s)
	if len(changes) != 2 || changes[0].After != "Said otherwise" || changes[1].State != data.SheetNew || changes[1].View.By.Code != "NOR" || changes[1].Row.At != last {
		t.Fatalf("%+v\n%+v", changes, faults)
	}
	if len(faults) != 2 || faults[0].Row != last+1 || data.CodeOf(faults[0].Err) != xlsx.CodeUnreadable || faults[0].Column == "" || data.CodeOf(faults[1].Err) != data.CodeNotFound {
		t.Errorf("%+v", faults)
	}
	if n, err := d.TakeSheet(t.Context(), changes); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	v, _ := d.View(changes[0].Row.View)
	if v.Words != "Said otherwise" {
		t.Errorf("%+v", v)
	}
	recorded := d.Views(changes[1].View.Provision)
	if got := recorded[len(recorded)-1]; got.Words != "We support this" || data.DateOf(got.Said) != (data.Date{Year: 2026, Month: 3, Day: 9}) {
		t.Errorf("%+v", got)
	}
	if again, _ := d.CompareSheet(s); len(again) > 0 {
		t.Errorf("read twice, it is recorded twice: %+v", again)
	}
}

// TestFilesThatAreNoSheets are refused, and what was made of a sheet is told by row and
// column.
func TestFilesThatAreNoSheets(t *testing.T) {
	d := playtest.Desk(t, data.English)
	good := sheetOf(t, d, data.SheetPositions, data.English)
	bomb := repacked(t, good, func(name string, b []byte) []byte {
		if name == "xl/workbook.xml" {
			return append(b, make([]byte, 200<<20)...)
		}
		return b
	})
	for name, file := range map[string][]byte{
		"nothing": nil, "text": []byte("positions"), "cut off": good[:len(good)/2], "a bomb": bomb, "of the other kind": sheetOf(t, d, data.SheetViews, data.English),
	} {
		if _, err := xlsx.ReadPositions(file); data.CodeOf(err) != xlsx.CodeUnread {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, c := range map[string]struct {
		edit func(f *excelize.File, sheet string)
		code data.Code
	}{
		"merged":   {func(f *excelize.File, sheet string) { f.MergeCell(sheet, "F9", "F10") }, xlsx.CodeMerged},
		"stance":   {func(f *excelize.File, sheet string) { f.SetCellValue(sheet, "F9", "perhaps") }, xlsx.CodeUnreadable},
		"identity": {func(f *excelize.File, sheet string) { f.SetCellValue(sheet, "A9", "x") }, xlsx.CodeUnreadable},
		"unknown":  {func(f *excelize.File, sheet string) { f.SetCellValue(sheet, "A9", data.NewID().String()) }, data.CodeNotFound},
		"twice": {func(f *excelize.File, sheet string) {
			id, _ := f.GetCellValue(sheet, "A9")
			f.SetCellValue(sheet, "A10", id)
		}, xlsx.CodeTwice},
	} {
		s, err := xlsx.ReadPositions(edited(t, good, c.edit))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		changes, faults := d.CompareSheet(s)
		if len(changes) > 0 || len(faults) == 0 || data.CodeOf(faults[0].Err) != c.code || faults[0].Row != 9 && faults[0].Row != 10 {
			t.Errorf("%s: %+v %+v", name, changes, faults)
		}
	}
	s, err := xlsx.ReadPositions(edited(t, good, func(f *excelize.File, sheet string) { // what people do to tables
		f.SetCellValue(sheet, "F2", "Renamed")
		f.SetCellValue(sheet, "Z1", "their own")
		f.SetCellValue(sheet, "Z9", "their remark")
		f.InsertRows(sheet, 1, 2)
	}))
	if err != nil {
		t.Fatal(err)
	}
	if changes, faults := d.CompareSheet(s); len(changes) > 0 || len(faults) > 0 {
		t.Errorf("%+v %+v", changes, faults)
	}
}

// repacked changes the parts of a file.
func repacked(t *testing.T, file []byte, change func(name string, b []byte) []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		part, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(change(f.Name, b)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func FuzzReadSheet(f *testing.F) {
	w := xlsx.Worksheet{Sheet: data.Sheet{Kind: data.SheetPositions, Lang: data.English, Rows: []data.SheetRow{
		data.SheetRow{Provision: data.NewID(), Path: "art1", Text: "x", Fields: map[data.SheetField]string{data.FieldStance: "oppose", "wording/fr": "y"}}.Marked(),
	}}, Langs: []data.Lang{data.French}}
	file, _, err := w.File(context.Background())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := xlsx.ReadSheet(b); err == nil && s.Kind == "" {
			t.Error("a sheet of no kind")
		}
	})
}
