package desk

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/textview"
	"travaux/data"
	"travaux/data/redline"
)

// write opens the editor on a path and types other words into it.
func (s *stage) write(path, words string) {
	s.t.Helper()
	s.choose(path)
	s.do("reader.propose")
	if s.reader.drafting == nil {
		s.t.Fatal("no editor is open")
	}
	s.reader.drafting.editor.Select(0, len([]rune(s.reader.drafting.editor.Text())))
	if words == "" {
		s.reader.drafting.editor.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	type_(s.reader.drafting.editor, words)
}

func (s *stage) ours(path string) []data.Proposal {
	s.t.Helper()
	return those(s.desk.Proposals(s.at(path).ID), func(p data.Proposal) bool { return p.Ours })
}

func TestProposalsAreWrittenInTheText(t *testing.T) {
	s := newStage(t, "en")
	s.write("ch1/art2/2", "A keeper shall rest at dawn.")
	shows(t, s.reader.drafting.object, "A keeper mayshall rest at dawn.")
	shows(t, s.reader.drafting.object, "Modifies the text")
	press(t, s.reader.drafting.object, "Save as our proposal")
	list := s.ours("ch1/art2/2")
	if len(list) != 1 || list[0].Kind != data.ProposalModify || list[0].Wording[data.English] != "A keeper shall rest at dawn." || list[0].Base[data.English] != "A keeper may rest at dawn." {
		t.Fatalf("proposals %+v", list)
	}
	if s.reader.drafting != nil || s.viewing.Main().View != WithOurs {
		t.Fatal("what was proposed is not shown")
	}
	if b := s.block("ch1/art2/2"); !strings.Contains(b.Text, "shall") || b.Changes != textview.OursChange {
		t.Errorf("block %+v", b)
	}
	s.write("ch1/art2/2", "") // the same proposal, other words
	shows(t, s.reader.drafting.object, "Deletes the text")
	s.reader.drafting.editor.OnSubmitted("")
	if list := s.ours("ch1/art2/2"); len(list) != 1 || list[0].Kind != data.ProposalSuppress {
		t.Fatalf("proposals %+v", list)
	}
}

func TestWhatIsNotChangedIsNoProposal(t *testing.T) {
	s := newStage(t, "en")
	s.choose("ch1/art2/2")
	s.do("reader.propose")
	press(t, s.reader.drafting.object, "Save as our proposal")
	shows(t, s.reader.drafting.object, "Nothing has been changed")
	if len(s.ours("ch1/art2/2")) > 0 || s.reader.drafting == nil {
		t.Fatal("a proposal is made of nothing")
	}
	s.reader.drafting.editor.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.reader.drafting != nil {
		t.Fatal("Escape does not close the editor")
	}
}

func TestHeadingsAreNotWrittenOver(t *testing.T) {
	s := newStage(t, "en")
	said := ""
	s.room.Toast = func(words string) { said = words }
	s.choose("ch1/art2")
	s.do("reader.propose")
	if s.reader.drafting != nil || !strings.Contains(said, "heading") {
		t.Errorf("an editor is open on a heading; said %q", said)
	}
}

func TestTypedProposalsOutliveTheWindow(t *testing.T) {
	s := newStage(t, "en")
	said := ""
	s.room.Toast = func(words string) { said = words }
	s.write("ch1/art2/2", "A keeper shall")
	s.tick()
	s.open("en") // without closing anything
	s.room.Toast = func(words string) { said = words }
	s.choose("ch1/art2/2")
	s.do("reader.propose")
	if got := s.reader.drafting.editor.Text(); got != "A keeper shall" {
		t.Fatalf("the editor begins with %q", got)
	}
	s.reader.drafting.editor.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if said == "" {
		t.Error("nothing says that the typing is kept")
	}
	s.do("reader.propose")
	press(t, s.reader.drafting.object, "Cancel")
	s.do("reader.propose")
	if got := s.reader.drafting.editor.Text(); got != "A keeper may rest at dawn." {
		t.Errorf("after Cancel the editor begins with %q", got)
	}
}

func TestNewParagraphsAreProposedBesideOthers(t *testing.T) {
	s := newStage(t, "en")
	s.choose("ch1/art2/1")
	s.do("reader.propose.after")
	d := s.reader.drafting
	if d.label.Text() != "1 bis." {
		t.Errorf("the number suggested is %q", d.label.Text())
	}
	press(t, d.object, "Save as our proposal")
	shows(t, d.object, "Write the text of the new paragraph first.")
	type_(d.editor, "Lamps are lanterns.")
	press(t, d.object, "Save as our proposal")
	list := s.ours("ch1/art2/1")
	if len(list) != 1 || list[0].Kind != data.ProposalAdd || list[0].Before || list[0].Label != "1 bis." {
		t.Fatalf("proposals %+v", list)
	}
	if text := setOut(s, *s.reader.page.main()); !strings.Contains(text, `[ins "Lamps are lanterns."]`) {
		t.Errorf("the new paragraph is not shown:\n%s", text)
	}
	s.choose("ch1/art2/1")
	s.do("reader.propose.before")
	if s.reader.drafting.label.Text() != "" { // nothing stands before the first
		t.Errorf("the number suggested is %q", s.reader.drafting.label.Text())
	}
}

func TestAnOpenEditorClosesWithItsColumn(t *testing.T) {
	s := newStage(t, "en")
	s.room.Toast = func(string) {}
	s.do("reader.columns.two")
	s.columnsAre(2)
	s.write("ch1/art2/2", "A keeper shall")
	s.do("reader.columns.one")
	s.columnsAre(1)
	s.room.Selection.Read(data.French)
	if s.reader.drafting != nil {
		t.Error("an English editor is open in a French text")
	}
}

func (s *stage) columnsAre(n int) {
	s.t.Helper()
	if s.reader.columns.Count() != n || len(s.reader.page.columns) != n {
		s.t.Fatalf("%d columns, not %d", s.reader.columns.Count(), n)
	}
}

func TestColumnsAreAddedAndClosed(t *testing.T) {
	s := newStage(t, "en")
	p := s.propose("ch1/art2/1", data.Proposal{Kind: data.ProposalModify, Wording: english("Every State Party may ensure that lanterns be lit at dusk.")}, "EGY")
	s.room.Changed()
	s.choose("ch1/art2/1")
	offered := map[string]func(){}
	for _, c := range s.reader.columnsToAdd() {
		offered[c.Words] = c.Do
	}
	for _, words := range []string{"English", "Français", "With our proposal", "Proposal: MOD EGY"} {
		if offered[words] == nil {
			t.Fatalf("no column %q among %v", words, offered)
		}
	}
	offered["Français"]()
	offered["Proposal: MOD EGY"]()
	s.columnsAre(3)
	shows(t, s.reader.heads.object, "Français")
	shows(t, s.reader.heads.object, "Proposal: EGY")
	if c := s.viewing.Columns()[2]; c.Proposal != p.ID {
		t.Errorf("columns %+v", s.viewing.Columns())
	}
	s.reader.closeColumn(0)
	s.columnsAre(2)
	if s.room.Selection.Lang() != data.French {
		t.Error("the text is not read in the language of the first column")
	}
	for range 2 * mostColumns {
		s.reader.addColumn(Column{Lang: data.English})
	}
	s.columnsAre(mostColumns)
	s.do("reader.columns.one")
	s.columnsAre(1)
	hides(t, s.reader.body, "Proposal: EGY")
}

func TestWordsAreFoundAndStepped(t *testing.T) {
	s := newStage(t, "en")
	s.do("reader.find")
	if s.room.Window.Canvas().Focused() != s.reader.finder.field {
		t.Fatal("the field has not the keyboard")
	}
	for _, r := range "lantern" {
		s.reader.finder.field.TypedRune(r)
	}
	shows(t, s.reader.finder.object, "1 of 4")
	s.do("reader.find.next")
	shows(t, s.reader.finder.object, "2 of 4")
	s.do("reader.find.previous")
	s.do("reader.find.previous")
	shows(t, s.reader.finder.object, "↻ 4 of 4")
	s.room.Changed() // an act somewhere else
	shows(t, s.reader.finder.object, "4 of 4")
	s.reader.finder.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	hides(t, s.reader.body, "4 of 4")
	if f := s.room.Window.Canvas().Focused(); f != s.reader.document {
		t.Errorf("the keyboard is not back in the text but at %T", f)
	}
}

func TestWordsAreCopiedWithTheirPlace(t *testing.T) {
	s := newStage(t, "en")
	s.room.Toast = func(string) {}
	board := func() string { return fyne.CurrentApp().Clipboard().Content() }
	id := s.choose("ch1/art2/2").String()
	s.do("reader.copy.cited")
	if got := board(); got != "“A keeper may rest at dawn.” (article 2, paragraph 2)" {
		t.Errorf("the chosen provision: %q", got)
	}
	s.reader.document.Select(textview.Position{ID: id, Offset: 2}, textview.Position{ID: id, Offset: 8})
	s.do("reader.copy.cited")
	if got := board(); got != "“keeper” (article 2, paragraph 2)" {
		t.Errorf("selected words: %q", got)
	}
	s.propose("ch1/art2/2", data.Proposal{Kind: data.ProposalModify, Wording: english("A keeper shall rest at dawn.")}, "EGY")
	s.viewing.Look(WithChosen)
	s.reader.document.Select(textview.Position{ID: id}, textview.Position{ID: id, Offset: 30})
	s.do("reader.copy.marks")
	if got := board(); !strings.Contains(got, "{delete: may}{add: shall}") || !strings.Contains(got, "(Egypt)") {
		t.Errorf("with marks: %q", got)
	}
	s.do("reader.copy.cited")
	if got := board(); !strings.HasSuffix(got, "(article 2, paragraph 2, as proposed)") {
		t.Errorf("words that the text does not have are cited as its own: %q", got)
	}
	s.reader.document.Select(textview.Position{ID: id, Offset: 2}, textview.Position{ID: id, Offset: 8})
	s.do("reader.copy.cited")
	if got := board(); got != "“keeper” (article 2, paragraph 2)" {
		t.Errorf("words that stay are cited as %q", got)
	}
	s.reader.document.Select(textview.Position{ID: id}, textview.Position{ID: id, Offset: 30})
	s.do("panes.copy")
	if got := board(); !strings.Contains(got, "A keeper shall rest") || strings.Contains(got, "may") {
		t.Errorf("as it reads: %q", got)
	}
}

func TestQuotesAreOfTheTextWhateverIsLaidOverIt(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/2").String()
	s.propose("ch1/art2/2", data.Proposal{Kind: data.ProposalModify, Wording: english("A keeper shall rest at dawn.")}, "EGY")
	s.viewing.Look(WithChosen) // A keeper [may][shall] EGY rest at dawn.
	text := []rune(s.block("ch1/art2/2").Text)
	at := func(words string) int { return len([]rune(string(text)[:strings.Index(string(text), words)])) }
	s.reader.document.Select(textview.Position{ID: id, Offset: at("may")}, textview.Position{ID: id, Offset: at("rest") + 4})
	if _, a, ok := s.reader.Quote(); !ok || a.Quote != "may rest" || a.Start != 9 {
		t.Errorf("over an insertion: %+v %v", a, ok)
	}
	s.reader.document.Select(textview.Position{ID: id, Offset: at("shall")}, textview.Position{ID: id, Offset: at("shall") + 5})
	if p, a, ok := s.reader.Quote(); !ok || a.Quote != "" || p.String() != id {
		t.Errorf("words that the text does not have: %+v %v", a, ok)
	}
	_, err := s.desk.Comment(ctx, s.at("ch1/art2/2").ID, data.NewAnchor(data.English, "A keeper may rest at dawn.", 13, 17), "When?")
	must(t, err)
	s.room.Changed()
	for _, m := range s.block("ch1/art2/2").Marks {
		if m.Kind == textview.Comment && string(text[m.Start:m.End]) != "rest" {
			t.Errorf("the comment is on %q", string(text[m.Start:m.End]))
		}
	}
}

func TestRedlinesOfLongTextsAreShortened(t *testing.T) {
	long := strings.Repeat("lantern ", 60)
	for _, c := range []struct{ name, before, after, want string }{
		{"a short text", "A keeper may rest.", "A keeper shall rest.", "A keeper mayshall rest."},
		{"a change in the middle", long + "may " + long, long + "shall " + long, "…" + tail(long, 90) + "mayshall" + head(" "+long, 90) + "…"},
		{"changes at both ends", "a " + long + "z", "b " + long + "y", "ab" + head(" "+long, 90) + "…" + tail(long, 90) + "zy"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got strings.Builder
			for _, e := range excerpt(redline.Words(c.before, c.after)) {
				got.WriteString(e.Text)
			}
			if got.String() != c.want {
				t.Errorf("%q, not %q", got.String(), c.want)
			}
		})
	}
}

func head(s string, n int) string { return string([]rune(s)[:n]) }

func tail(s string, n int) string { r := []rune(s); return string(r[len(r)-n:]) }

func TestAllProposalsOnAnArticleAreChosen(t *testing.T) {
	s := newStage(t, "en")
	a := s.propose("ch1/art2/1", data.Proposal{Kind: data.ProposalSuppress}, "EGY")
	b := s.propose("ch1/art2/2", data.Proposal{Kind: data.ProposalSuppress}, "EGY")
	gone := s.propose("ch1/art2/2", data.Proposal{Kind: data.ProposalSuppress}, "FRA")
	other := s.propose("ch1/art1/a", data.Proposal{Kind: data.ProposalSuppress}, "EGY")
	must(t, s.desk.WithdrawProposal(ctx, gone.ID, true))
	s.viewing.Tick(false, a.ID, b.ID, gone.ID, other.ID)
	s.choose("ch1/art2/2")
	s.reader.tickAll(true)
	if got := s.viewing.Chosen(); len(got) != 2 || !got[a.ID] || !got[b.ID] {
		t.Errorf("chosen %v", got)
	}
	s.reader.tickAll(false)
	if got := s.viewing.Chosen(); len(got) != 0 {
		t.Errorf("chosen %v", got)
	}
}
