package docx

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/text"
	"travaux/export"
	"travaux/translations"
)

// checker is the folder of a checker that "go run ./cmd/dev test" has fetched.
func checker(tb testing.TB, name string) string {
	tb.Helper()
	if testing.Short() {
		tb.Skip("other programs are not asked in short tests")
	}
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	path := filepath.Join(dir, "bin", "checkers", name)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("%s is not there; go run ./cmd/dev test fetches it", path)
	}
	return path
}

func program(tb testing.TB, name string) {
	tb.Helper()
	if testing.Short() {
		tb.Skip("other programs are not asked in short tests")
	}
	if _, err := exec.LookPath(name); err != nil {
		tb.Skipf("%s is not installed", name)
	}
}

// schemaOf says which schema of ECMA-376 holds for a part.
func schemaOf(part string) string {
	switch {
	case part == "[Content_Types].xml":
		return "ecma/fourth-edition/opc-contentTypes.xsd"
	case strings.HasSuffix(part, ".rels"):
		return "ecma/fourth-edition/opc-relationships.xsd"
	case part == "docProps/app.xml":
		return "ISO-IEC29500-4_2016/shared-documentPropertiesExtended.xsd"
	case strings.HasPrefix(part, "word/") && part != pictureName:
		return "ISO-IEC29500-4_2016/wml.xsd"
	}
	return "" // that of docProps/core.xml builds on others that no one ships
}

// TestSchemasOfTheStandardAccept holds every part of every specimen against
// the transitional schemas of ECMA-376.
func TestSchemasOfTheStandardAccept(t *testing.T) {
	schemas := filepath.Join(checker(t, "schemas"), "dist", "schemas")
	program(t, "xmllint")
	bySchema := map[string][]string{}
	dir := t.TempDir()
	for name, doc := range specimens() {
		for part, content := range partsOf(t, written(t, doc)) {
			schema := schemaOf(part)
			if schema == "" {
				continue
			}
			path := filepath.Join(dir, name+"-"+strings.NewReplacer("/", "-", "[", "", "]", "").Replace(part))
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			bySchema[schema] = append(bySchema[schema], path)
		}
	}
	for schema, files := range bySchema {
		args := append([]string{"--noout", "--nonet", "--schema", filepath.Join(schemas, schema)}, files...)
		out, err := exec.Command("xmllint", args...).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%.4000s", schema, err, out)
		}
		if valid := strings.Count(string(out), " validates"); valid != len(files) {
			t.Errorf("%s: %d of %d parts are valid", schema, valid, len(files))
		}
	}
}

// TestOpenXMLSDKAccepts asks Microsoft's own validator, which also knows rules
// that no schema can state.
func TestOpenXMLSDKAccepts(t *testing.T) {
	validator := filepath.Join(checker(t, "validator"), "ooxml-validator")
	if runtime.GOOS == "windows" {
		validator += ".exe"
	}
	for name, doc := range specimens() {
		if doc.Lang != data.Arabic && doc.Lang != data.English {
			continue // they are built as English is
		}
		path := onDisk(t, name, written(t, doc))
		out, err := exec.Command(validator, path).Output()
		var said struct {
			OK     bool
			Errors []struct{ Description, Path, XPath string }
		}
		if jsonErr := json.Unmarshal(out, &said); jsonErr != nil {
			t.Fatalf("%v, %v: %.400s", err, jsonErr, out)
		}
		if !said.OK {
			t.Errorf("%s: %+v", name, said.Errors)
		}
	}
}

func onDisk(tb testing.TB, name string, file []byte) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), name+".docx")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// TestLibreOfficeKeepsBothVersions has another program open the redlines and
// save them again: the new version is still what accepting gives, and the old
// one what rejecting gives; and every change, comment and footnote is still there
// with its author, its place and its words.
func TestLibreOfficeKeepsBothVersions(t *testing.T) {
	program(t, "soffice")
	in, out := t.TempDir(), t.TempDir()
	args := []string{
		"--headless", "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--convert-to", "docx", "--outdir", out,
	}
	all := specimens()
	if c, there := realDrafts(); there {
		all["redline.of.drafts"] = export.RedlineText(c, translations.New("en"))
	}
	for name, doc := range all {
		if keepsBoth(name) {
			path := filepath.Join(in, name+".docx")
			if err := os.WriteFile(path, written(t, doc), 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, path)
		}
	}
	if said, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Skipf("LibreOffice does not run here: %v\n%.400s", err, said)
	}
	for name, doc := range all {
		if !keepsBoth(name) {
			continue
		}
		saved, err := os.ReadFile(filepath.Join(out, name+".docx"))
		if err != nil {
			t.Errorf("%s is not opened: %v", name, err)
			continue
		}
		again, ours := read(t, saved), read(t, written(t, doc))
		same(t, name+", accepted", lines(intake.AcceptAll(again)), lines(intake.AcceptAll(ours)))
		same(t, name+", rejected", lines(intake.RejectAll(again)), lines(intake.RejectAll(ours)))
		same(t, name+", changes", changes(again), changes(ours))
		same(t, name+", comments", comments(again), comments(ours))
		same(t, name+", footnotes", footnotes(again), footnotes(ours))
		if len(ours.Comments) < 2 || len(changes(ours)) < 8 || strings.HasPrefix(name, "redline.noted.") && len(footnotes(ours)) < 10 {
			t.Errorf("%s: only %d comments, %d changes, %d footnotes to keep", name, len(ours.Comments), len(changes(ours)), len(footnotes(ours)))
		}
	}
}

// changes are the tracked changes of a file with their authors and words, those of the
// ends of paragraphs among them; what stands together is one.
func changes(src *text.Source) (out []string) {
	for i, b := range src.Blocks {
		words := []rune(b.Text)
		for j := 0; j < len(b.Tracked); {
			first, last := b.Tracked[j], b.Tracked[j]
			for j++; j < len(b.Tracked) && b.Tracked[j].Start == last.End && b.Tracked[j].Kind == first.Kind; j++ {
				last = b.Tracked[j]
			}
			out = append(out, fmt.Sprintf("%d %s by %s: %s", i, first.Kind, first.Author, string(words[first.Start:last.End])))
		}
		if b.Mark != nil {
			out = append(out, fmt.Sprintf("%d %s by %s: ¶", i, b.Mark.Kind, b.Mark.Author))
		}
	}
	return out
}

func comments(src *text.Source) (out []string) {
	for _, c := range src.Comments {
		out = append(out, c.Author+": "+c.Text)
	}
	return out
}

func footnotes(src *text.Source) (out []string) {
	for _, n := range src.Notes {
		for _, b := range src.Blocks {
			if b.Note == n.ID {
				out = append(out, fmt.Sprintf("%d.%d %s %s", n.At.Block, n.At.Rune, n.Mark, strings.TrimSpace(b.Text)))
			}
		}
	}
	return out
}

// keepsBoth names the specimens that are revised texts and nothing else.
func keepsBoth(name string) bool {
	return strings.HasPrefix(name, "redline.") && !strings.HasPrefix(name, "redline.paper.")
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if strings.Join(got, "\n¶") != strings.Join(want, "\n¶") {
		t.Errorf("%s:\n%q, want\n%q", what, got, want)
	}
}

func lines(blocks []text.Block) []string {
	var out []string
	for _, b := range blocks {
		out = append(out, b.Text)
	}
	return out
}
