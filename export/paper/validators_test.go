package paper_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/sample/play/playtest"
	"travaux/export"
	"travaux/export/paper"
	"travaux/export/pdf"
)

// pdfcpuEnv names the module and version of pdfcpu, which "go run" fetches; a pdfcpu
// on the path goes before it.
const pdfcpuEnv = "TRAVAUX_PDFCPU"

// preflightJars are those of Debian's libpdfbox2-java, libactivation-java and
// libjaxb-api-java.
var preflightJars = []string{
	"preflight.jar", "pdfbox2.jar", "fontbox2.jar", "xmpbox.jar", "commons-logging.jar", "commons-io.jar",
	"javax.activation.jar", "jaxb-api.jar",
}

// TestEveryKindIsASoundPDF holds the papers of every kind in every language to what
// others check: qpdf and pdfcpu the usual file, PDFBox Preflight that for archives.
func TestEveryKindIsASoundPDF(t *testing.T) {
	if testing.Short() {
		t.Skip("other programs are not asked in short tests")
	}
	d := playtest.Desk(t, data.English)
	given := orders(t, d)
	folder := t.TempDir()
	var usual, archives []string
	for _, k := range paper.Kinds {
		for _, lang := range data.Langs {
			order := given[k.ID]
			order.Kind, order.Date = k.ID, data.Date{Year: 2026, Month: 11, Day: 29}
			doc, err := paper.Document(d, order, lang)
			if err != nil {
				t.Errorf("%s, %s: %v", k.ID, lang, err)
				continue
			}
			for _, archive := range []bool{false, true} {
				file, err := pdf.Format.Write(t.Context(), doc, export.FileOptions{Archive: archive})
				path := filepath.Join(folder, fmt.Sprintf("%s-%s-%v.pdf", k.ID, lang, archive))
				if err == nil {
					err = os.WriteFile(path, file, 0o600)
				}
				if err != nil {
					t.Errorf("%s, %s: %v", k.ID, lang, err)
					continue
				}
				if archive {
					archives = append(archives, path)
				} else {
					usual = append(usual, path)
				}
			}
		}
	}
	t.Run("qpdf", func(t *testing.T) { checkWithQpdf(t, usual) })
	t.Run("pdfcpu", func(t *testing.T) { checkWithPdfcpu(t, usual) })
	t.Run("preflight", func(t *testing.T) { checkWithPreflight(t, archives) })
}

func checkWithQpdf(t *testing.T, files []string) {
	if _, err := exec.LookPath("qpdf"); err != nil {
		t.Skip("qpdf is not installed")
	}
	for _, f := range files {
		if out, err := exec.Command("qpdf", "--check", f).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", filepath.Base(f), err, out)
		}
	}
}

// checkWithPdfcpu asks once for all files.
func checkWithPdfcpu(t *testing.T, files []string) {
	command := []string{"pdfcpu"}
	if _, err := exec.LookPath("pdfcpu"); err != nil {
		module := os.Getenv(pdfcpuEnv)
		if module == "" {
			t.Skipf("pdfcpu is not installed, and %s names none", pdfcpuEnv)
		}
		command = []string{"go", "run", module}
	}
	command = append(append(command, "validate", "-m", "strict"), files...)
	c := exec.Command(command[0], command[1:]...)
	c.Dir = t.TempDir()
	c.Env = append(os.Environ(), "XDG_CONFIG_HOME="+c.Dir)
	out, err := c.CombinedOutput()
	if err != nil || strings.Count(string(out), "validation ok") != len(files) {
		t.Errorf("%v, %d of %d files are sound:\n%s", err, strings.Count(string(out), "validation ok"), len(files), out)
	}
}

// checkWithPreflight asks once for all files.
func checkWithPreflight(t *testing.T, files []string) {
	if _, err := exec.LookPath("java"); err != nil {
		t.Skip("java is not installed")
	}
	var paths []string
	for _, jar := range preflightJars {
		path := filepath.Join("/usr/share/java", jar)
		if _, err := os.Stat(path); err != nil {
			t.Skipf("%s is not installed", path)
		}
		paths = append(paths, path)
	}
	list := filepath.Join(t.TempDir(), "list.txt")
	if err := os.WriteFile(list, []byte(strings.Join(files, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("java", "-cp", strings.Join(paths, ":"), "org.apache.pdfbox.preflight.Validator_A1b", "xml", "group", list)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	result, err := os.ReadFile(list + ".preflight.xml")
	if err != nil {
		t.Fatal(err)
	}
	if sound := strings.Count(string(result), `<isValid type="PDF/A1-b">true</isValid>`); sound != len(files) {
		t.Errorf("%d of %d files are valid PDF/A-1b:\n%s", sound, len(files), result[:min(len(result), 4000)])
	}
}
