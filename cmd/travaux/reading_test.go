package main

import (
	"path/filepath"
	"strings"
	"testing"
)

const changed = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="draft"><mainBody>
<article><num>Article 1</num><heading>Wind</heading>
<paragraph><num>1.</num><content><p>The wind <del>may</del><ins>shall</ins> be <b>free</b>.</p></content></paragraph>
</article></mainBody></doc></akomaNtoso>`

const struckOut = `<html><body><p>Article 1</p><p>1. The wind <s>may</s> <b>shall</b> be free.</p>
<p>2. The <s>rain</s> <b>sun</b> too.</p><p>3. And <s>so</s> <s>forth</s>.</p></body></html>`

func TestChangesAreReadAsAsked(t *testing.T) {
	dir := t.TempDir()
	tracked, marked := filepath.Join(dir, "tracked.xml"), filepath.Join(dir, "marked.html")
	write(t, tracked, changed)
	write(t, marked, struckOut)
	for _, c := range []struct {
		name, file string
		options    []string
		want       string
	}{
		{"as they stand", tracked, nil, "The wind mayshall be free."},
		{"redline", tracked, []string{"--tracked", "redline"}, "The wind mayshall be free."},
		{"accepted", tracked, []string{"--tracked", "accepted"}, "The wind shall be free."},
		{"rejected", tracked, []string{"--tracked", "rejected"}, "The wind may be free."},
		{"bold means no more unless it is said", marked, []string{"--tracked", "accepted"}, "The wind may shall be free."},
		{"bold and struck accepted", marked, []string{"--tracked", "accepted", "--bold-strike"}, "The wind  shall be free."},
		{"bold and struck rejected", marked, []string{"--tracked", "rejected", "--bold-strike"}, "The wind may  be free."},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, out, errs := travaux(append([]string{"outline", c.file, "--json"}, c.options...)...)
			if code != exitOK || !strings.Contains(out, c.want) {
				t.Errorf("exit %d %s\n%s", code, errs, out)
			}
		})
	}
	if code, _, errs := travaux("outline", tracked, "--tracked", "both"); code != exitUsage || !strings.Contains(errs, "--tracked both") {
		t.Errorf("exit %d, %q", code, errs)
	}
}
