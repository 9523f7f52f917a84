package intake

import (
	"strings"
	"testing"

	"travaux/app/page"
	"travaux/app/page/roomtest"
	readers "travaux/data/intake"
)

const tracked = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="draft"><mainBody>
<article><num>Article 1</num><heading>Wind</heading>
<paragraph><num>1.</num><content><p>The wind <del>may</del><ins>shall</ins> be free.</p></content></paragraph>
</article></mainBody></doc></akomaNtoso>`

const struck = `<html><body><p>Article 1</p><p>1. The wind <s>may</s> <b>shall</b> be free.</p>
<p>2. The <s>rain</s> <b>sun</b> too.</p><p>3. And <s>so</s> <s>forth</s>.</p></body></html>`

func (v *review) make(i int) { v.facts.changes.made.OnChanged(choose(v.facts.changes.made, i)) }

func (v *review) tick(on bool) {
	v.facts.changes.marks.SetTicked(on)
	v.facts.changes.marks.OnChanged(on)
}

func TestChangesAreChosenWhereThereAreSome(t *testing.T) {
	b := roomtest.New(t, "en")
	for _, c := range []struct {
		name, content       string
		shown, marks, ready bool
	}{
		{"plain text has none", roomtest.English, false, false, false},
		{"tracked changes", tracked, true, false, true},
		{"bold and struck words", struck, true, true, false},
	} {
		v := open(t, b, "draft", c.content)
		f := v.facts.changes
		if f.object.Hidden == c.shown || f.marks.Hidden == c.marks || f.made.Disabled() == c.ready && c.shown {
			t.Errorf("%s: hidden %v, marks hidden %v, disabled %v", c.name, f.object.Hidden, f.marks.Hidden, f.made.Disabled())
		}
	}
}

func TestChangesAcceptedAndRejected(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "draft.xml", tracked)
	text := func() string { return v.draft.outline.Nodes[v.at(t, "art1/1")].Text }
	if text() != "The wind mayshall be free." || len(v.draft.outline.Nodes[v.at(t, "art1/1")].Tracked) != 2 {
		t.Errorf("as it is: %q", text())
	}
	v.make(1)
	if text() != "The wind shall be free." || len(v.draft.outline.Nodes[v.at(t, "art1/1")].Tracked) != 0 {
		t.Errorf("accepted: %q", text())
	}
	if shown := v.source.source.Plain(); strings.Contains(shown, "may") {
		t.Errorf("the source shows %q", shown)
	}
	v.make(2)
	if text() != "The wind may be free." {
		t.Errorf("rejected: %q", text())
	}
	page.Flush(b.Desk)
	again := open(t, b, "draft.xml", tracked)
	if k, ok := readKept(b.Desk, again.draft.digest); !ok || !again.draft.redoAll(k) || again.draft.reading().Changes != readers.Rejected {
		t.Error("the choice is not kept")
	}
	v.undo()
	if text() != "The wind shall be free." || v.facts.changes.made.Chosen() != 1 {
		t.Errorf("taken back: %q, choice %d", text(), v.facts.changes.made.Chosen())
	}
	v.undo()
	if text() != "The wind mayshall be free." || v.facts.changes.made.Chosen() != 0 {
		t.Errorf("taken back twice: %q, choice %d", text(), v.facts.changes.made.Chosen())
	}
}

func TestBoldAndStruckWordsAsChanges(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "draft.html", struck)
	text := func() string { return v.draft.outline.Nodes[v.at(t, "art1/1")].Text }
	v.tick(true)
	if n := v.draft.outline.Nodes[v.at(t, "art1/1")]; len(n.Tracked) != 2 || v.facts.changes.made.Disabled() {
		t.Errorf("tracked %v, choice closed %v", n.Tracked, v.facts.changes.made.Disabled())
	}
	v.make(2)
	if text() != "The wind may  be free." {
		t.Errorf("rejected: %q", text())
	}
	v.tick(false)
	if text() != "The wind may shall be free." || v.facts.changes.made.Chosen() != 0 {
		t.Errorf("no changes any more: %q, choice %d", text(), v.facts.changes.made.Chosen())
	}
}
