package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
)

// onDisk writes a file for another program to read.
func onDisk(t testing.TB, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func tool(t testing.TB, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed", name)
	}
}

func TestQpdfFindsNoFault(t *testing.T) {
	tool(t, "qpdf")
	for _, lang := range data.Langs {
		for _, archive := range []bool{false, true} {
			path := onDisk(t, written(t, paper(lang, 1), Options{PDFA: archive}))
			if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
				t.Errorf("%s, archive %v: %v\n%s", lang, archive, err, out)
			}
		}
	}
}

// preflightJars are those of Debian's libpdfbox2-java, libactivation-java and
// libjaxb-api-java.
var preflightJars = []string{
	"preflight.jar", "pdfbox2.jar", "fontbox2.jar", "xmpbox.jar", "commons-logging.jar", "commons-io.jar",
	"javax.activation.jar", "jaxb-api.jar",
}

func TestPreflightAcceptsTheArchiveFile(t *testing.T) {
	tool(t, "java")
	const folder = "/usr/share/java"
	var paths []string
	for _, jar := range preflightJars {
		path := filepath.Join(folder, jar)
		if _, err := os.Stat(path); err != nil {
			t.Skipf("%s is not installed", path)
		}
		paths = append(paths, path)
	}
	for _, lang := range data.Langs {
		path := onDisk(t, written(t, paper(lang, 1), Options{PDFA: true}))
		out, err := exec.Command("java", "-cp", strings.Join(paths, ":"), "org.apache.pdfbox.preflight.Validator_A1b", path).CombinedOutput()
		if err != nil || !strings.Contains(string(out), "is a valid PDF/A-1b file") {
			t.Errorf("%s: %v\n%s", lang, err, out)
		}
	}
}

// TestPdftotextFindsTheWords holds the promise that a paper can be searched:
// another program finds its words, Arabic ones in logical order.
func TestPdftotextFindsTheWords(t *testing.T) {
	tool(t, "pdftotext")
	const enough = 0.95
	for _, lang := range data.Langs {
		doc := paper(lang, 1)
		out, err := exec.Command("pdftotext", onDisk(t, written(t, doc, Options{})), "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]bool{}
		for _, w := range searchWords(string(out)) {
			found[w] = true
		}
		run := strings.Join(searchWords(string(out)), "")
		hits, words := 0, searchWords(spokenText(doc))
		var missing []string
		for _, w := range words {
			// Chinese has no words between spaces: a stretch may run over a line
			if found[w] || lang == data.Chinese && strings.Contains(run, w) {
				hits++
			} else {
				missing = append(missing, w)
			}
		}
		share := float64(hits) / float64(len(words))
		t.Logf("%s: %d of %d words (%.1f %%), missing %.12q", lang, hits, len(words), 100*share, missing)
		if share < enough {
			t.Errorf("%s: only %.1f %% of the words are found", lang, 100*share)
		}
	}
}

// spokenText is everything that the paper says, without signs around changes.
func spokenText(doc export.Document) string {
	var b strings.Builder
	paragraph := func(p export.Paragraph) {
		var before export.Mark
		for _, s := range p.Spans {
			if before&export.Deleted != 0 && s.Mark&export.Inserted != 0 {
				b.WriteByte(' ')
			}
			b.WriteString(s.Text)
			before = s.Mark
		}
		b.WriteByte('\n')
	}
	for _, block := range doc.Blocks {
		switch v := block.(type) {
		case export.Paragraph:
			paragraph(v)
		case export.Code: // what is drawn is no word
			for _, p := range v.Paragraphs {
				paragraph(p)
			}
		case export.Entry:
			b.WriteString(v.Label + "\n")
			for _, p := range v.Paragraphs {
				paragraph(p)
			}
		default:
			b.WriteString(export.Document{Blocks: []export.Block{v}}.Text())
		}
	}
	return b.String()
}

// searchWords cuts text into the words that a reader would search for, without
// signs that a search ignores. Of Chinese, stretches between punctuation.
func searchWords(s string) []string {
	s = strings.ReplaceAll(s, "\u00AD\n", "") // a word that a line divides
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return -1
		case strings.ContainsRune("[]<>#=()“”„«»‹›.,;:、，。；：·…!?\u00a0\u3000\f", r), strings.ContainsRune("،؛؟", r):
			return ' '
		}
		return r
	}, s)
	return strings.Fields(s)
}

// soundFile holds a file to qpdf.
func soundFile(t *testing.T, file []byte) {
	t.Helper()
	if out, err := exec.Command("qpdf", "--check", onDisk(t, file)).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
