package intake

import (
	"testing"

	"travaux/data/text"
)

func TestAParagraphThatANoteInterruptsGoesOnElsewhere(t *testing.T) {
	c := newCollector(&text.Source{}, look{})
	c.write("before ")
	aside := []collector{c} // as the reader of Akoma Ntoso keeps it
	aside[0].write("and behind")
	if b := aside[0].take(); b == nil || b.Text != "before and behind" {
		t.Errorf("%+v", b)
	}
}
