package desk_test

import (
	"testing"

	"travaux/data"
	"travaux/data/concept"
	"travaux/data/desk"
)

// TestADraftIsIssuedAndUndoneInOneAct issues a draft of two theses, of which one has
// sources, and takes it back.
func TestADraftIsIssuedAndUndoneInOneAct(t *testing.T) {
	d, _, _ := newDesk(t)
	words := func(s string) data.Words { return data.Words{data.English: s} }
	_, err := d.Theses().SetAll(ctx,
		data.Thesis{Heading: words("Lighting"), Text: words("Every State Party shall light its lanterns."), Sources: []data.SourceRef{{Symbol: "A/99/1"}, {Symbol: "A/99/2"}}},
		data.Thesis{Clause: "entry"})
	must(t, err)
	issue := func(symbol string) {
		t.Helper()
		c := concept.Compose(words("Convention on lanterns"), d.Theses().All(), data.English)
		_, err := d.IssueDraft(ctx, desk.Issue{Symbol: symbol, Kind: data.RevisionZero}, c.Paths, data.NoProgress{},
			desk.Version{Lang: data.English, Name: "draft.txt", Format: "text", Content: c.Content, Outline: c.Outline})
		must(t, err)
	}
	issue("L/1")
	became := func() (n int) {
		for _, x := range d.Theses().All() {
			if !x.Became.IsZero() {
				n++
			}
		}
		return n
	}
	if s := d.Sourcings().All(); became() != 2 || len(s) != 1 || len(s[0].Sources) != 2 {
		t.Fatalf("%d theses became provisions, with the sources %+v", became(), s)
	}
	title, err := d.Undo(ctx)
	must(t, err)
	if n := len(d.Revisions()); title != "act.import" || n != 0 || became() != 0 || len(d.Sourcings().All()) != 0 {
		t.Errorf("after %s is undone there are %d revisions, %d theses that became provisions and %d records of sources", title, n, became(), len(d.Sourcings().All()))
	}
	_, err = d.Redo(ctx)
	must(t, err)
	if len(d.Revisions()) != 1 || became() != 2 || len(d.Sourcings().All()) != 1 {
		t.Error("done again it is not as it was")
	}
	issue("L/2") // the same once more: its provisions are those of before
	if s := d.Sourcings().All(); len(s) != 1 || len(s[0].Sources) != 2 {
		t.Errorf("issued once more there are the sources %+v", s)
	}
}
