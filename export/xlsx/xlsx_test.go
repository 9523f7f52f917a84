package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
	"travaux/export"
	"travaux/export/internal/everything"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

func written(tb testing.TB, doc export.Document) []byte {
	tb.Helper()
	b, err := Write(context.Background(), doc, export.FileOptions{})
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func specimens(lang data.Lang) map[string]export.Document {
	loc := translations.New(string(lang))
	old, now := specimen.Versions(lang, 2)
	comparison := export.ComparisonPaper(export.Comparison{
		Comparison: compare.Of(old, now, align.Align(old, now, align.Options{})), Lang: lang, OldIssue: export.Issue{Name: "A/AC.311/14"},
		NewIssue: export.Issue{Name: "A/AC.311/14/Rev.1", Date: specimen.Issued[1]}, Date: specimen.Issued[1],
	}, export.TableOptions{}, loc)
	marked := everything.Paper(lang)
	marked.Marking, marked.Look.Face, marked.Look.Page = "RESTRICTED & more", data.FaceSans, data.PageLetter
	return map[string]export.Document{
		"everything": everything.Paper(lang),
		"marked":     marked,
		"position":   export.PositionPaper(specimen.Brief(lang), loc),
		"comparison": comparison,
		"empty":      {Lang: lang},
	}
}

// TestLook writes the specimens to the folder TRAVAUX_LOOK for a person to see.
func TestLook(t *testing.T) {
	dir := os.Getenv("TRAVAUX_LOOK")
	if dir == "" {
		t.Skip("TRAVAUX_LOOK names no folder")
	}
	for _, lang := range data.Langs {
		for name, doc := range specimens(lang) {
			if err := os.WriteFile(filepath.Join(dir, name+"."+string(lang)+".xlsx"), written(t, doc), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// rows reads a sheet as a spreadsheet program shows it: cells by their rows.
func rows(tb testing.TB, file []byte, sheet int) map[int][]string {
	tb.Helper()
	p, err := unpack(file)
	if err != nil {
		tb.Fatal(err)
	}
	shared, err := p.strings()
	if err != nil {
		tb.Fatal(err)
	}
	out := map[int][]string{}
	err = p.cells(p.pages()[sheet].part, shared, func(f found) bool {
		for len(out[f.row]) < f.column {
			out[f.row] = append(out[f.row], "")
		}
		out[f.row][f.column-1] = joined(f.pieces, "")
		return true
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

func TestSameBytes(t *testing.T) {
	for name, doc := range specimens(data.Arabic) {
		first := written(t, doc)
		for range 5 {
			if !bytes.Equal(first, written(t, doc)) {
				t.Fatalf("%s: other bytes", name)
			}
		}
	}
}

// partsOf unzips a file in order.
func partsOf(tb testing.TB, file []byte) (names []string, content map[string]string) {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		tb.Fatal(err)
	}
	content = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			tb.Fatal(err)
		}
		names, content[f.Name] = append(names, f.Name), string(b)
	}
	return names, content
}

func TestPartsAreWellFormedAndTellNothingOfTheirMaking(t *testing.T) {
	for _, lang := range data.Langs {
		for name, doc := range specimens(lang) {
			names, content := partsOf(t, written(t, doc))
			if names[0] != "[Content_Types].xml" || !slices.IsSorted(names[2:]) {
				t.Errorf("%s: parts in the order %q", name, names)
			}
			for part, s := range content {
				d := xml.NewDecoder(strings.NewReader(s))
				for {
					if _, err := d.Token(); err == io.EOF {
						break
					} else if err != nil {
						t.Fatalf("%s %s: %v", name, part, err)
					}
				}
				for _, never := range []string{"xuri", "xcelize", "<f>", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink", "/home/", "/tmp/"} {
					if strings.Contains(s, never) {
						t.Errorf("%s %s: it has %q", name, part, never)
					}
				}
			}
		}
	}
}

func TestProperties(t *testing.T) {
	doc := everything.Paper(data.French)
	_, content := partsOf(t, written(t, doc))
	core := content["docProps/core.xml"]
	for _, want := range []string{"<dc:title>Title les mesures", "<dc:creator>Velmora<", "<dc:language>fr<", "2026-03-09T00:00:00Z"} {
		if !strings.Contains(core, want) {
			t.Errorf("no %s in %s", want, core)
		}
	}
	doc.Anonymous = true
	_, content = partsOf(t, written(t, doc))
	if core := content["docProps/core.xml"]; strings.Contains(core, "creator") || strings.Contains(core, "2026") {
		t.Errorf("somebody is named: %s", core)
	}
	day := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	dated, err := Write(context.Background(), everything.Paper(data.French), export.FileOptions{Date: day})
	if err != nil {
		t.Fatal(err)
	}
	if _, content := partsOf(t, dated); !strings.Contains(content["docProps/core.xml"], "2026-05-04T12:00:00Z") {
		t.Error("not dated as it was asked")
	}
}

// TestSheetsArePrintedWithinTheWidthOfAPage holds it of every sheet, with its heads on
// each page.
func TestSheetsArePrintedWithinTheWidthOfAPage(t *testing.T) {
	for name, doc := range specimens(data.Chinese) {
		_, content := partsOf(t, written(t, doc))
		for part, s := range content {
			if strings.HasPrefix(part, "xl/worksheets/sheet") && (!strings.Contains(s, `fitToPage="true"`) || !strings.Contains(s, `fitToWidth="1"`)) {
				t.Errorf("%s: %s is not", name, part)
			}
		}
		if n := strings.Count(content["xl/workbook.xml"], "_xlnm.Print_Titles"); n != strings.Count(content["xl/workbook.xml"], "<sheet ") {
			t.Errorf("%s: heads come again on %d sheets", name, n)
		}
	}
}

// TestNoFormula holds that nothing in a cell is worked out, whatever it begins with.
func TestNoFormula(t *testing.T) {
	var cells []export.Cell
	hostile := []string{"=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "=HYPERLINK(\"x\")"}
	for _, s := range hostile {
		cells = append(cells, export.Cell{{Spans: []export.Span{{Text: s}}}})
	}
	doc := export.Document{Lang: data.English, Title: "=1", Blocks: []export.Block{
		export.Heading{Level: 1, Text: "=2"},
		export.Fields{Rows: []export.Field{{Label: "=3", Value: "=4"}}},
		export.Table{Heads: hostile, Rows: []export.Row{{Cells: cells}}},
	}}
	_, content := partsOf(t, written(t, doc))
	for part, s := range content {
		if strings.Contains(s, "<f") && strings.HasPrefix(part, "xl/worksheets/") && !strings.Contains(s, "<f/>") && strings.Contains(s, "<f>") {
			t.Errorf("%s has a formula", part)
		}
		if strings.HasPrefix(part, "xl/worksheets/") && strings.Contains(s, `t="n"`) {
			t.Errorf("%s has a number", part)
		}
	}
	if got := rows(t, written(t, doc), 1)[2]; !slices.Equal(got, []string{"=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\u2003=1", "=HYPERLINK(\"x\")"}) {
		t.Errorf("%q", got)
	}
}

func TestOverlongCellsGoOnBelow(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("All measures 𝄞 shall be taken. ", 3000))
	doc := export.Document{Lang: data.English, Blocks: []export.Block{
		export.Paragraph{Spans: []export.Span{{Text: long[:34*1200]}, {Text: long[34*1200:], Mark: export.Inserted}}},
		export.Table{Heads: []string{"a", "b"}, Rows: []export.Row{{Cells: []export.Cell{{{Spans: []export.Span{{Text: long}}}}, {{Spans: []export.Span{{Text: "x"}}}}}}}},
	}}
	file := written(t, doc)
	for sheet, column := range map[int]int{0: 2, 1: 0} {
		var got strings.Builder
		parts := 0
		read := rows(t, file, sheet)
		for n := 2; n < 2+len(read); n++ {
			if r := read[n]; len(r) > column && strings.Contains(r[column], "measures") {
				if units(r[column]) > 32_767 {
					t.Error("a cell is too long")
				}
				got.WriteString(r[column])
				parts++
			}
		}
		if got.String() != long || parts < 3 {
			t.Errorf("sheet %d: %d of %d characters in %d rows", sheet, got.Len(), len(long), parts)
		}
	}
}

// TestOddCharactersComeBack holds that what looks like an escape is none, and that what
// XML does not allow is shown.
func TestOddCharactersComeBack(t *testing.T) {
	for in, want := range map[string]string{
		"_x0041_ and _x005F_x0041_": "_x0041_ and _x005F_x0041_",
		"bell \a, del \x7f":         "bell ␇, del ␡",
		" blanks ":                  " blanks ",
		"a\r\nb\rc":                 "a\nb\nc",
		"\xff\ufffe":                "\ufffd\ufffd",
		"<&>\"'":                    "<&>\"'",
	} {
		for mark := range []export.Mark{export.Plain, export.Inserted} {
			doc := export.Document{Lang: data.English, Blocks: []export.Block{export.Paragraph{Spans: []export.Span{{Text: in, Mark: export.Mark(mark)}}}}}
			if got := rows(t, written(t, doc), 0)[2][2]; got != want {
				t.Errorf("%q came back as %q", in, got)
			}
		}
	}
}

// TestNewWordsStandApartFromOldOnes holds that nobody reads "Article 1617".
func TestNewWordsStandApartFromOldOnes(t *testing.T) {
	changed := []export.Span{{Text: "16", Mark: export.Deleted}, {Text: "17", Mark: export.Inserted}}
	for lang, want := range map[data.Lang]string{data.English: "16 17", data.Chinese: "1617"} {
		file := written(t, export.Document{Lang: lang, Blocks: []export.Block{export.Paragraph{Spans: changed}}})
		if got := rows(t, file, 0)[2][2]; got != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

func TestNothingIsLost(t *testing.T) {
	for _, lang := range data.Langs {
		for name, doc := range specimens(lang) {
			said, err := Text(written(t, doc))
			if err != nil {
				t.Fatal(err)
			}
			shown := doc
			shown.Blocks = slices.DeleteFunc(slices.Clone(doc.Blocks), func(b export.Block) bool {
				_, code := b.(export.Code)
				return code
			})
			for _, word := range strings.FieldsFunc(strings.Join([]string{shown.Text(), doc.Title, doc.Subject, doc.Author}, " "), func(r rune) bool { return strings.ContainsRune(" \n\t[]+-<>^|=#/_▦¶:*!", r) }) {
				if !strings.Contains(said, word) {
					t.Errorf("%s, %s: no %q", name, lang, word)
				}
			}
		}
	}
}

// TestSheetNamesEndWithAWord holds that a name that is too long is shortened between words.
func TestSheetNamesEndWithAWord(t *testing.T) {
	for in, want := range map[string]string{
		"3 Agreed, and what became of the text":              "3 Agreed, and what became of…",
		"3 Согласовано и что стало с текстом":                "3 Согласовано и что стало с…",
		"4 Regional cooperation, networks, and interference": "4 Regional cooperation…",
		"31 letters are what a name has.":                    "31 letters are what a name has.",
		"关于轨道中继网络的和平利用以及各缔约国在紧急情况下的合作的公约草案":                  "关于轨道中继网络的和平利用以及各缔约国在紧急情况下的合作的公…",
	} {
		if got := sheetName(in); got != want || units(got) > mostName {
			t.Errorf("%q became %q", in, got)
		}
	}
}

// TestHeadsOfPagesDoNotRunIntoTheMarking holds that what a paper is stands a line lower.
func TestHeadsOfPagesDoNotRunIntoTheMarking(t *testing.T) {
	for mark, want := range map[string]string{"": "&LBrief", "SECRET": "&CSECRET\nBrief"} {
		w := bookWriter{book: &book{header: "Brief", mark: mark}}
		if head, _ := w.furniture(); head != want {
			t.Errorf("%q", head)
		}
	}
}

// TestTurnedWordsHaveRoom holds that a long head of a column of signs does not lie over
// those of its neighbours.
func TestTurnedWordsHaveRoom(t *testing.T) {
	short, long := export.GridColumn{Band: "Art. 5", Label: "1", Words: "Article 5"}, export.GridColumn{Band: "Art. 5", Label: "2", Words: strings.Repeat("proposal ", 12)}
	if s, l := gridWidth(short), gridWidth(long); s > 8 || l < 10 {
		t.Errorf("%.1f and %.1f letters wide", s, l)
	}
	if n := gridWidth(export.GridColumn{Band: "Art. 18"}); n < 7 {
		t.Errorf("%.1f letters for a band of one column", n)
	}
}

func TestMarkingOnEveryPage(t *testing.T) {
	for _, lang := range data.Langs {
		doc := specimens(lang)["marked"]
		if _, c, err := Format.Marked(t.Context(), doc, export.FileOptions{}); err != nil || !c.Ours {
			t.Errorf("%s: %v", lang, err)
		}
		pages, err := Furniture(written(t, doc))
		if err != nil || len(pages) != 4 {
			t.Fatalf("%d pages, %v", len(pages), err)
		}
		for _, p := range pages {
			if strings.Count(p, "RESTRICTED & more") != 2 {
				t.Errorf("%s: %q", lang, p)
			}
		}
	}
}

// TestReadSeesWhatIsHidden holds that the check of a file looks everywhere.
func TestReadSeesWhatIsHidden(t *testing.T) {
	secret := "Capital will accept twelve months if the other delegations insist upon it"
	doc := export.Document{Lang: data.English, Blocks: []export.Block{export.Heading{Level: 1, Text: "x"}}}
	names, content := partsOf(t, written(t, doc))
	for name, plant := range map[string]func(map[string]string){
		"comment": func(m map[string]string) {
			m["xl/comments1.xml"] = "<comments><authors><author>" + secret + "</author></authors></comments>"
		},
		"property": func(m map[string]string) {
			m["docProps/custom.xml"] = "<Properties><property name=\"" + secret + "\"/></Properties>"
		},
		"shared string": func(m map[string]string) { m["xl/sharedStrings.xml"] = "<sst><si><t>" + secret + "</t></si></sst>" },
		"sheet name": func(m map[string]string) {
			m["xl/workbook.xml"] = strings.Replace(m["xl/workbook.xml"], `name="Text"`, `name="`+secret+`"`, 1)
		},
		"picture": func(m map[string]string) { m["xl/media/image1.png"] = "\x89PNG\x00" + secret },
		"link": func(m map[string]string) {
			m["xl/_rels/a.rels"] = `<Relationships><Relationship Target="` + secret + `"/></Relationships>`
		},
	} {
		planted := map[string]string{}
		for k, v := range content {
			planted[k] = v
		}
		plant(planted)
		said, err := Text(zipped(t, names, planted))
		if err != nil || !strings.Contains(said, secret) {
			t.Errorf("%s: %v", name, err)
		}
	}
	doc.Blocks = []export.Block{export.Entry{Paragraphs: []export.Paragraph{{Spans: []export.Span{
		{Text: secret[:30], Mark: export.Inserted}, {Text: "all of the others", Mark: export.Deleted}, {Text: secret[30:], Mark: export.Inserted},
	}}}}}
	if _, _, err := Format.Checked(t.Context(), doc, export.FileOptions{}, []data.Secret{{Field: "f", Text: secret}}); data.CodeOf(err) != export.CodeLeak {
		t.Errorf("accepted, it is not read: %v", err)
	}
}

// zipped makes a file of parts.
func zipped(tb testing.TB, order []string, content map[string]string) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name := range content {
		if !slices.Contains(order, name) {
			order = append(order, name)
		}
	}
	for _, name := range order {
		w, err := z.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(content[name])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func TestStopsWhenAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Write(ctx, everything.Paper(data.English), export.FileOptions{}); data.CodeOf(err) != data.CodeCancelled {
		t.Error(err)
	}
}

// office has LibreOffice save files in another format, and returns where they are.
func office(t *testing.T, to string, files map[string][]byte) string {
	t.Helper()
	if testing.Short() {
		t.Skip("other programs are not asked in short tests")
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("soffice is not installed")
	}
	in, out := t.TempDir(), t.TempDir()
	args := []string{"--headless", "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--convert-to", to, "--outdir", out}
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
	return out
}

// TestLibreOfficeKeepsEverything has another program open the files and save them again:
// the same cells on the same sheets.
func TestLibreOfficeKeepsEverything(t *testing.T) {
	files := map[string][]byte{}
	for _, lang := range data.Langs {
		for name, doc := range specimens(lang) {
			files[name+"-"+string(lang)] = written(t, doc)
		}
	}
	out := office(t, "xlsx", files)
	for name, file := range files {
		saved, err := os.ReadFile(filepath.Join(out, name+".xlsx"))
		if err != nil {
			t.Errorf("%s is not opened: %v", name, err)
			continue
		}
		p, err := unpack(saved)
		if err != nil {
			t.Fatal(err)
		}
		ours, _ := unpack(file)
		if len(p.pages()) != len(ours.pages()) {
			t.Errorf("%s: %d sheets of %d", name, len(p.pages()), len(ours.pages()))
			continue
		}
		for i, page := range ours.pages() {
			if p.pages()[i].name != page.name {
				t.Errorf("%s: sheet %q became %q", name, page.name, p.pages()[i].name)
			}
			before, after := rows(t, file, i), rows(t, saved, i)
			for n, cells := range before {
				if !slices.Equal(cells, after[n]) {
					t.Errorf("%s, sheet %d, row %d: %q became %q", name, i+1, n, cells, after[n])
				}
			}
		}
	}
}

func FuzzText(f *testing.F) {
	file, err := Write(context.Background(), export.Document{Lang: data.English}, export.FileOptions{})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Fuzz(func(t *testing.T, b []byte) {
		_, _ = Text(b)
		_, _ = Furniture(b)
	})
}

func FuzzWrite(f *testing.F) {
	f.Add("_x0041_\x00\xff=1 \ufffe\r\n\t", uint8(1))
	f.Fuzz(func(t *testing.T, s string, mark uint8) {
		p := export.Paragraph{Spans: []export.Span{{Text: s, Mark: export.Mark(mark)}}}
		doc := export.Document{Lang: data.Arabic, Title: s, Marking: s, RunningHead: s, Blocks: []export.Block{
			export.Heading{Level: int(mark % 5), Text: s}, p, export.Table{Heads: []string{s, s}, Rows: []export.Row{{Cells: []export.Cell{{p}, {p}}}}},
		}}
		if _, err := Text(written(t, doc)); err != nil {
			t.Error(err)
		}
	})
}
