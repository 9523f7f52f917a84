package concord_test

import (
	"testing"

	"travaux/data"
	"travaux/data/concord"
)

func TestDbg(t *testing.T) {
	want := map[string]bool{"ch5/art26": true, "ch7/art43": true, "ch5/art23": true, "ch10/art61": true, "ch18/art109": true, "ch17/art106": true, "ch4/art10": true, "ch10/art61/u2": true}
	for _, p := range realText(t, "treaties/un-charter-*.txt") {
		if !want[p.Path] {
			continue
		}
		for _, l := range data.Langs {
			r := p.Text[l]
			t.Logf("%s %s %q %q\n   %+v", p.Path, l, r.Heading, r.Text, concord.Numbers(r.Text, l, nil))
		}
	}
}
