package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// withReader leaves out of the short run what reads a PDF: the reader is a child
// process of the test's own program, which is too slow for its limits under the
// race detector.
func withReader(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("the short run does not read PDF")
	}
}

// TestOurPapersAreReadBack reads papers of the sample as drafts: words, numbers
// and brackets of each script come in the order in which they are read.
func TestOurPapersAreReadBack(t *testing.T) {
	withReader(t)
	dir := t.TempDir()
	for lang, want := range map[string][]string{
		"ar": {`"المادة 2"`, "المصطلحات", "[شخص طبيعي أو اعتباري] [كيان حكومي أو غير حكومي]", "A/AC.999/L.4/Rev.1"},
		"zh": {`"第三条"`, "[自然人或法人][政府或非政府实体]"},
	} {
		paper := filepath.Join(dir, lang+".pdf")
		if code, _, errs := travaux("paper", "--sample", "--lang", lang, "--out", paper, "--date", "2026-03-02"); code != exitOK {
			t.Fatal(errs)
		}
		code, out, errs := travaux("outline", paper, "--json", "--lang", lang)
		if code != exitOK {
			t.Fatalf("%s: exit %d, %s", lang, code, errs)
		}
		out = strings.ReplaceAll(out, "\u00A0", " ")
		for _, words := range want {
			if !strings.Contains(out, words) {
				t.Errorf("%s: %s is not found", lang, words)
			}
		}
	}
}

// TestLockedPaperIsRefused shows that the advice for a PDF is given.
func TestLockedPaperIsRefused(t *testing.T) {
	withReader(t)
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not on this machine")
	}
	dir := t.TempDir()
	paper, locked := filepath.Join(dir, "paper.pdf"), filepath.Join(dir, "locked.pdf")
	if code, _, errs := travaux("paper", "--sample", "--lang", "en", "--out", paper, "--date", "2026-03-02"); code != exitOK {
		t.Fatal(errs)
	}
	if said, err := exec.Command(qpdf, "--encrypt", "secret", "owner", "256", "--", paper, locked).CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, said)
	}
	if code, out, errs := travaux("outline", locked); code != exitInput || out != "" || !strings.Contains(errs, "password") || !strings.Contains(errs, "Word") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
}
