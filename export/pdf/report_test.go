package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/redline/compare"
	"travaux/export"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

// reported is the invented report on a revision, with our note on a paragraph.
func reported(lang data.Lang) (data.InternalReport, compare.Comparison) {
	r, c := specimen.Reported(lang)
	for i, path := range r.NewPaths {
		if path == "ch1/art4/1" {
			r.Notes[i] = []data.ReportNote{{Kind: data.AnnotationPosition, Stance: data.StanceOppose, Says: secrets[lang], State: data.ApprovalLapsed}}
		}
	}
	return r, c
}

// TestReportsAreSoundFiles also writes them to the folder TRAVAUX_LOOK for a
// person to see.
func TestReportsAreSoundFiles(t *testing.T) {
	for _, lang := range data.Langs {
		r, c := reported(lang)
		loc := translations.New(string(lang))
		guard := []data.Secret{{Field: "field.internal", Text: secrets[lang]}}
		public, err := searched(t.Context(), export.RevisionReport(r.PublicReport, c, loc), guard)
		if err != nil {
			t.Fatalf("%s, for the outside: %v", lang, err)
		}
		internal, err := marked(t.Context(), export.InternalReport(r, c, loc))
		if err != nil {
			t.Fatalf("%s, for us: %v", lang, err)
		}
		if _, err := searched(t.Context(), export.InternalReport(r, c, loc), guard); data.CodeOf(err) != export.CodeLeak {
			t.Errorf("%s: the report for us passes as one for the outside: %v", lang, err)
		}
		for name, file := range map[string][]byte{"public": public, "internal": internal} {
			if _, err := exec.LookPath("qpdf"); err == nil {
				if out, err := exec.Command("qpdf", "--check", onDisk(t, file)).CombinedOutput(); err != nil {
					t.Errorf("%s %s: %v\n%s", lang, name, err, out)
				}
			}
			if dir := os.Getenv("TRAVAUX_LOOK"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, "report-"+name+"-"+string(lang)+".pdf"), file, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// TestTheRedlineOfAReportIsIssuedText holds that an instruction may quote either
// version of the text without a report on it being refused.
func TestTheRedlineOfAReportIsIssuedText(t *testing.T) {
	r, c := reported(data.English)
	doc := export.RevisionReport(r.PublicReport, c, translations.New("en"))
	for name, text := range map[string]string{"earlier": c.Old[len(c.Old)-1].Text, "new": c.New[len(c.New)-1].Text} {
		quoting := []data.Secret{{Field: "field.instruction", Text: strings.Join(strings.Fields(text)[:9], " ")}}
		if _, err := searched(t.Context(), doc, quoting); err != nil {
			t.Errorf("an instruction quotes the %s text: %v", name, err)
		}
		quoting[0].Text += " and the minister of energy will never agree to it"
		if _, err := searched(t.Context(), doc, quoting); err != nil {
			t.Errorf("an instruction goes on after the %s text: %v", name, err)
		}
	}
}
