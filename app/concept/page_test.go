package concept

import (
	"context"
	"slices"
	"strings"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/concept"
	"travaux/data/desk"
	books "travaux/data/library"
)

var ctx = context.Background()

// work puts a report of three paragraphs into the library.
func work(t *testing.T, b *roomtest.Bench) data.Work {
	t.Helper()
	w, reading := desk.WorkOf("report.txt", "text", []byte("x"), data.English, "A/99/1", "Report on lanterns", data.Today(), data.WorkReport, []books.Line{
		{Path: "1", Pointer: "para. 1", Text: "Every lantern shall be lit at dusk."},
		{Path: "2", Pointer: "para. 2", Text: "Keepers should report without delay what they have seen at sea."},
	})
	w, err := b.Desk.AddWork(ctx, w, reading)
	roomtest.Must(t, err)
	return w
}

func TestAConceptBecomesADraftThatKeepsItsSources(t *testing.T) {
	b := roomtest.New(t, "en")
	w := work(t, b)
	p := Show(b.Room)
	p.theses.skeleton()
	if n := len(b.Desk.Theses().All()); n < 20 {
		t.Fatalf("the skeleton has %d clauses", n)
	}

	// A thesis of our own at the end of the obligations, with a source.
	i := slices.IndexFunc(p.theses.rows, func(r row) bool { return r.head && r.part == concept.Substance })
	p.theses.list.Mark(i)
	p.theses.begin()
	f := p.theses.form
	f.heading.Insert("Lighting")
	f.text.Insert("Every State Party shall ensure that lanterns are lit at dusk.")
	f.sources.ask.SetText("lantern dusk")
	f.sources.find()
	if len(f.sources.hits.Objects) != 1 {
		t.Fatalf("%d hits", len(f.sources.hits.Objects))
	}
	f.sources.add(data.SourceRef{Work: w.ID, Symbol: w.Symbol, Pointer: "para. 1", Quote: "Every lantern shall be lit at dusk", Lang: data.English})
	p.page.Leave()
	p = Show(b.Room)
	f = p.theses.form
	if f.heading.Text() != "Lighting" || len(f.thesis.Sources) != 1 {
		t.Fatalf("what was typed is lost: %+v", f.thesis)
	}
	f.save()
	mine := f.thesis
	if mine.ID.IsZero() || concept.PartOf(mine) != concept.Substance || len(b.Errors) > 0 {
		t.Fatalf("the thesis is not recorded: %+v, %v", mine, b.Errors)
	}

	p.tabs.Choose(tabDraft)
	p.Refresh()
	p.draft.issue()
	text, err := b.Desk.Current()
	roomtest.Must(t, err)
	if got := len(text.Revision.Langs()); got != len(data.Langs) || len(b.Errors) > 0 {
		t.Fatalf("the revision has %d languages; %v", got, b.Errors)
	}
	became, _ := b.Desk.Theses().Get(mine.ID)
	provision, ok := text.Find(became.Became)
	if !ok || provision.Text[data.English].Heading != "Lighting" {
		t.Fatalf("the thesis became %+v", provision)
	}
	if on := b.Desk.Sourcings().On(provision.ID); len(on) != 1 || on[0].Sources[0].Work != w.ID {
		t.Errorf("the provision rests on %+v", on)
	}
	if p.tabs.Chosen() != tabTable {
		t.Error("the table of sources is not shown")
	}
	all := len(p.table.rows)
	p.table.bare.SetTicked(true)
	p.Refresh()
	if len(p.table.rows) != all-1 {
		t.Errorf("%d of %d have no source", len(p.table.rows), all)
	}
	p.draft.read()
	p.draft.issue() // once more, the same: sources are not doubled
	if on := b.Desk.Sourcings().All(); len(on) != 1 {
		t.Errorf("there are %d records of sources", len(on))
	}
}

func TestQuotationsOfSourcesAreChecked(t *testing.T) {
	b := roomtest.New(t, "en")
	w := work(t, b)
	for words, want := range map[string]string{
		"every lantern shall be lit at dusk":   "concept.verdict.exact",
		"every lantern should be lit at dusk":  "concept.verdict.differs",
		"Keepers should report without delay":  "concept.verdict.elsewhere",
		"the whales of the deep sing at night": "concept.verdict.absent",
		"":                                     "concept.verdict.none",
	} {
		x := newTable(b.Room)
		q, known, err := b.Desk.CheckSource(data.SourceRef{Work: w.ID, Pointer: "para. 1", Quote: words, Lang: data.English})
		roomtest.Must(t, err)
		line, edits := x.says, x.detail
		tellVerdict(b.Room, line, edits, data.SourceRef{Work: w.ID, Quote: words, Lang: data.English}, q, known)
		if prefix, _, _ := strings.Cut(b.Loc.T(want, "where", "\x00"), "\x00"); !strings.HasPrefix(line.Text, prefix) {
			t.Errorf("%q: %s", words, line.Text)
		}
	}
}

func TestAClauseIsSetAndMovedAway(t *testing.T) {
	b := roomtest.New(t, "fr")
	p := Show(b.Room)
	entry, _ := concept.Find("entry")
	p.theses.add(entry)
	f := p.theses.form
	if f.thesis.Clause != "entry" || !strings.Contains(f.words.Text, "quarantième instrument") {
		t.Fatalf("the clause is shown as %q", f.words.Text)
	}
	f.thesis.Values = map[string]int{"number": 25}
	f.save()
	if !strings.Contains(f.words.Text, "vingt-cinquième instrument") {
		t.Errorf("with another number it is %q", f.words.Text)
	}
	f.delete()
	if n := len(b.Desk.Theses().All()); n != 0 || len(b.Errors) > 0 {
		t.Errorf("%d theses are left; %v", n, b.Errors)
	}
	_, err := b.Desk.Undo(ctx)
	roomtest.Must(t, err)
	p.Refresh()
	if len(p.theses.all) != 1 {
		t.Error("undo does not bring it back to the page")
	}
}
