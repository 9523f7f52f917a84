package desk

import (
	"strings"
	"testing"
	"time"

	"travaux/app/textview"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/translations"
)

func (s *stage) block(path string) textview.Block {
	s.t.Helper()
	id := s.at(path).ID.String()
	for _, b := range s.reader.document.Blocks() {
		if b.ID == id {
			return b
		}
	}
	s.t.Fatalf("no block for %s", path)
	return textview.Block{}
}

func TestReaderSetsTheTextOut(t *testing.T) {
	s := newStage(t, "en")
	if b := s.block("ch1/art2/1"); b.Label != "1." || !strings.HasPrefix(b.Text, "Every State Party") || len(b.Marks) != 2 {
		t.Errorf("paragraph: %+v", b)
	}
	if b := s.block("ch1/art1/a"); b.Indent != 1 || b.Label != "(a)" {
		t.Errorf("point: %+v", b)
	}
	if b := s.block("ch1/art1"); b.Kind != textview.Paragraph || !strings.HasPrefix(b.Text, "For the purposes") {
		t.Errorf("the words of an article are not set as a paragraph: %+v", b)
	}
	if b := s.block("ch1/art2"); b.Kind != textview.Article || b.Text != "Duties of keepers" || b.Label != "Article 2" {
		t.Errorf("article: %+v", b)
	}
	shows(t, s.reader.head.object, "L/1")
}

func TestReaderShowsWhatIsOnTheText(t *testing.T) {
	s := newStage(t, "en")
	p := s.at("ch1/art2/2")
	words := p.Text[data.English].Text
	anchor := data.NewAnchor(data.English, words, 2, 8) // keeper
	_, err := s.desk.Comment(ctx, p.ID, anchor, "Who else?")
	must(t, err)
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: p.ID, Wording: data.Words{data.English: "A keeper shall rest at dawn."}}))
	s.room.Changed()
	b := s.block("ch1/art2/2")
	if b.Comments != 1 || b.Changes == 0 || string(b.State) != "draft" {
		t.Errorf("margin: %+v", b)
	}
	if len(b.Marks) != 1 || b.Marks[0].Kind != textview.Comment || string([]rune(b.Text)[b.Marks[0].Start:b.Marks[0].End]) != "keeper" {
		t.Errorf("marks: %+v", b.Marks)
	}
}

func TestTrackedChangesAreShown(t *testing.T) {
	d := newDesk(t)
	v := version(data.English, draftEnglish)
	for i := range v.Outline.Nodes {
		if n := &v.Outline.Nodes[i]; n.Path == "ch1/art2/2" {
			n.Tracked = []data.Tracked{{Start: 0, End: 1, Kind: data.TrackDeleted}, {Start: 2, End: 8, Kind: data.TrackInserted}}
		}
	}
	_, err := d.Import(ctx, work.Issue{Symbol: "L/2"}, data.NoProgress{}, v)
	must(t, err)
	txt, err := d.Current()
	must(t, err)
	p, _ := txt.At("ch1/art2/2")
	shown := pageOf(gather(d, txt, looking{columns: []Column{{Lang: data.English}}}, translations.New("en"), newMemory(&wholes{}), time.Now()))
	for _, b := range shown.main().blocks {
		if b.ID == p.ID.String() {
			if len(b.Marks) != 2 || b.Marks[0].Kind != textview.Deleted || b.Marks[1].Kind != textview.Inserted || b.Marks[1].End != 8 {
				t.Errorf("marks %+v", b.Marks)
			}
			return
		}
	}
	t.Error("no block")
}

func TestAnchoredWordsAreFoundAgain(t *testing.T) {
	for _, c := range []struct {
		name, text string
		a          data.Anchor
		want       string
		start      int
	}{
		{"where they stood", "the keeper rests", data.Anchor{Start: 4, End: 10, Quote: "keeper"}, "keeper", 4},
		{"moved, by surroundings", "x keeper and the keeper rests", data.Anchor{Start: 4, End: 10, Quote: "keeper", Before: "the ", After: " rests"}, "keeper", 17},
		{"moved, only once", "every keeper", data.Anchor{Start: 4, End: 10, Quote: "keeper", Before: "the "}, "keeper", 6},
		{"gone", "every guard", data.Anchor{Start: 4, End: 10, Quote: "keeper"}, "", 0},
		{"the provision as a whole", "every keeper", data.Anchor{}, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			start, end, ok := anchored(c.a, c.text)
			if ok != (c.want != "") || start != c.start || ok && string([]rune(c.text)[start:end]) != c.want {
				t.Errorf("found %d to %d, %v", start, end, ok)
			}
		})
	}
}

func TestReaderFallsBackToAnotherLanguage(t *testing.T) {
	s := newStage(t, "en")
	s.room.Selection.Read(data.French)
	if b := s.block("ch1/art2/1"); b.Lang != "fr" || !strings.HasPrefix(b.Text, "Chaque État") {
		t.Fatalf("French paragraph: %+v", b)
	}
	if b := s.block("ch1/art2/2"); b.Lang != "en" {
		t.Fatalf("the paragraph that only the English has: %+v", b)
	}
	noted := false
	for _, b := range s.reader.document.Blocks() {
		noted = noted || b.ID == s.at("ch1/art2/2").ID.String()+languageBlock && strings.Contains(b.Text, "English")
	}
	if !noted {
		t.Error("nothing says that it is in English")
	}
	s.choose("ch1/art2/2")
	shows(t, s.reader.head.object, "Available only in: English")
	s.choose("ch1/art2/1")
	hides(t, s.reader.head.object, "Available only in")
}

func TestPressingSelectsAndSelectedWordsAreQuoted(t *testing.T) {
	s := newStage(t, "en")
	id := s.at("ch1/art2/1").ID
	s.reader.document.OnChosen(id.String())
	if s.room.Selection.Provision() != id {
		t.Fatal("pressing does not select")
	}
	shows(t, s.side.object, "Article 2, paragraph 1")
	shows(t, s.reader.head.object, "Duties of keepers")
	s.reader.document.Select(textview.Position{ID: id.String(), Offset: 6}, textview.Position{ID: id.String(), Offset: 17})
	if _, a, ok := s.reader.Quote(); !ok || a.Quote != "State Party" || a.Before != "Every " || !strings.HasPrefix(a.After, " shall ensure") || a.Lang != data.English {
		t.Fatalf("quote %+v %v", a, ok)
	}
	press(t, s.reader.head.object, "Comment on selection")
	shows(t, s.side.comments.composer.object, "State Party")
	type_(s.side.comments.composer.editor, "All of them?")
	press(t, s.side.comments.object, "Send")
	threads := s.desk.Comments(id)
	if len(threads) != 1 || threads[0].Anchor.Quote != "State Party" {
		t.Fatalf("threads %+v", threads)
	}
}

func TestSearchHitsAreMarked(t *testing.T) {
	s := newStage(t, "en")
	s.reader.Find("LIGHT")
	found := s.reader.finder.walk.found
	if len(found) != 2 || found[0].ID != s.at("pre/pp1").ID.String() || found[0].Start != 23 {
		t.Fatalf("found %+v", found)
	}
	s.reader.Find("")
	if len(s.reader.finder.walk.found) != 0 {
		t.Fatal("the marks stay")
	}
}

func TestWithoutATextThePageOffersImport(t *testing.T) {
	s := &stage{t: t, desk: newDesk(t)}
	s.open("en")
	asked := false
	s.reader.OnImport = func() { asked = true }
	press(t, s.reader.object, "Import a text")
	if !asked || s.failed != nil {
		t.Fatalf("import not asked for; %v", s.failed)
	}
}

func TestStepsFromProvisionToProvision(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art1/a")
	s.do("panes.next")
	if s.room.Selection.Provision() != s.at("ch1/art1/b").ID {
		t.Fatal("next is not (b)")
	}
	s.do("panes.previous")
	if s.room.Selection.Provision() != id {
		t.Fatal("previous is not (a)")
	}
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: s.at("ch1/art1/b").ID, Stance: data.StanceSupport}))
	s.room.Changed()
	s.do("panes.next.open")
	if s.room.Selection.Provision() != s.at("ch1/art2/1").ID {
		t.Fatal("what has a position or no words of its own is not passed over")
	}
}
