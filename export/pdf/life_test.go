package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"travaux/data"
)

// TestPapersOnTheLifeOfATreatyAreSoundFiles also writes them to the folder
// TRAVAUX_LOOK for a person to see.
func TestPapersOnTheLifeOfATreatyAreSoundFiles(t *testing.T) {
	qpdf, _ := exec.LookPath("qpdf")
	for _, lang := range data.Langs {
		for name, doc := range lived(lang).papers() {
			file := written(t, doc, Options{})
			if qpdf != "" {
				if out, err := exec.Command(qpdf, "--check", onDisk(t, file)).CombinedOutput(); err != nil {
					t.Errorf("%s %s: %v\n%s", lang, name, err, out)
				}
			}
			if dir := os.Getenv("TRAVAUX_LOOK"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, "life-"+name+"-"+string(lang)+".pdf"), file, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
