package intake

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/page/roomtest"
	"travaux/app/textview"
	"travaux/data"
	readers "travaux/data/intake"
	"travaux/data/intake/pdf"
	"travaux/data/text"
	"travaux/data/vault"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	pdf.ReaderMain()
	os.Exit(m.Run())
}

// open shows the review of a text in a room.
func open(t *testing.T, b *roomtest.Bench, name, content string) *review {
	t.Helper()
	source, err := readers.Read(context.Background(), name, []byte(content))
	roomtest.Must(t, err)
	v := newReview(b.Room, newDraft(name, []byte(content), source))
	v.show()
	return v
}

func (v *review) at(t *testing.T, path string) int {
	t.Helper()
	i := slices.IndexFunc(v.draft.outline.Nodes, func(n text.Node) bool { return n.Path == path })
	if i < 0 {
		t.Fatalf("no node at %s in %s", path, strings.Join(paths(v.draft.outline), " "))
	}
	return i
}

func paths(o *text.Outline) []string {
	var all []string
	for _, n := range o.Nodes {
		all = append(all, n.Path)
	}
	return all
}

func TestReviewShowsARefusedFileAsAnError(t *testing.T) {
	b := roomtest.New(t, "en")
	Review(b.Room, "paper.pdf", []byte("%PDF-1.7\n"))
	if b.Page != nil || len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != pdf.CodeDamaged {
		t.Errorf("page %v, errors %v; want %s and no page", b.Page != nil, b.Errors, pdf.CodeDamaged)
	}
}

func TestImportTakesTheDraftInAndGoesToItsFirstArticle(t *testing.T) {
	b := roomtest.New(t, "en")
	b.Selection = roomSelection(data.French)
	v := open(t, b, "lanterns.txt", roomtest.English)
	if b.Page == nil {
		t.Fatal("the review does not cover the window")
	}
	if c := v.draft.counts(); c.chapters != 1 || c.articles != 2 {
		t.Errorf("counted %+v", c)
	}
	v.facts.symbol.SetText("L/1")
	v.facts.date.SetText("2026-05-04")
	v.facts.kind.Choose(slices.Index(data.RevisionKinds, data.RevisionChair))
	v.do(promote(v.at(t, "ch1/art2/2")))
	test.Tap(v.foot.imports)
	if len(b.Errors) > 0 || b.Page != nil || b.Changes != 1 || len(b.Toasts) != 1 {
		t.Fatalf("errors %v, covered %v, changes %d, toasts %v", b.Errors, b.Page != nil, b.Changes, b.Toasts)
	}
	now, err := b.Desk.Current()
	roomtest.Must(t, err)
	rev := now.Revision
	if rev.Symbol != "L/1" || rev.Date.String() != "2026-05-04" || rev.Kind != data.RevisionChair || len(rev.Sources) != 1 {
		t.Errorf("imported as %+v", rev)
	}
	if s := rev.Sources[0]; s.Name != "lanterns.txt" || s.Lang != data.English {
		t.Errorf("source %+v", s)
	}
	content, err := b.Desk.SourceBytes(rev.Sources[0])
	roomtest.Must(t, err)
	if string(content) != roomtest.English {
		t.Error("the file's bytes were not kept")
	}
	if p, ok := now.Find(b.Selection.Provision()); !ok || p.Path != "ch1/art1" {
		t.Errorf("selected %q, want the first article", p.Path)
	}
	if b.Selection.Lang() != data.English {
		t.Errorf("reads %s, want the language of the file", b.Selection.Lang())
	}
	if _, still := now.At("ch1/art2/2"); still {
		t.Error("what was changed in the review was not imported")
	}
}

func TestAWrongDateIsSaidAndNothingIsImported(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", roomtest.English)
	v.facts.date.SetText("4 May")
	test.Tap(v.foot.imports)
	if len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != data.CodeInput || len(b.Desk.Revisions()) != 0 || b.Page == nil {
		t.Errorf("errors %v, %d revisions", b.Errors, len(b.Desk.Revisions()))
	}
}

func TestTheOutlineCanBeSetRight(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(t *testing.T, v *review)
		check  func(o *text.Outline) bool
	}{
		{
			"promote", func(t *testing.T, v *review) { v.goTo(v.at(t, "ch1/art2/2")); test.Tap(v.tools.promote) },
			func(o *text.Outline) bool { return slices.Contains(paths(o), "ch1/art2~2") },
		},
		{
			"demote", func(t *testing.T, v *review) { v.goTo(v.at(t, "ch1/art2/2")); test.Tap(v.tools.demote) },
			func(o *text.Outline) bool { return slices.Contains(paths(o), "ch1/art2/1/2") },
		},
		{
			"merge", func(t *testing.T, v *review) { v.goTo(v.at(t, "ch1/art2/2")); test.Tap(v.tools.merge) },
			func(o *text.Outline) bool {
				last := o.Nodes[len(o.Nodes)-1]
				return last.Path == "ch1/art2/1" && strings.Contains(last.Text, "A keeper")
			},
		},
		{"retitle", func(t *testing.T, v *review) {
			v.goTo(v.at(t, "ch1/art2"))
			v.tools.heading.SetText("Duties")
			v.tools.heading.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}, func(o *text.Outline) bool { return o.Nodes[nodeOf(o, "ch1/art2")].Heading == "Duties" }},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := roomtest.New(t, "en")
			v := open(t, b, "lanterns.txt", roomtest.English)
			before := strings.Join(paths(v.draft.outline), " ")
			c.change(t, v)
			if !c.check(v.draft.outline) {
				t.Fatalf("the outline is %s", strings.Join(paths(v.draft.outline), " "))
			}
			if v.draft.outline.Rebuild() != v.draft.outline.Source.Plain() {
				t.Error("characters were lost")
			}
			test.Tap(v.tools.undo)
			if now := strings.Join(paths(v.draft.outline), " "); now != before || v.draft.outline.Nodes[nodeOf(v.draft.outline, "ch1/art2")].Heading != "Duties of keepers" {
				t.Errorf("undo left %s", now)
			}
			test.Tap(v.tools.redo)
			if !c.check(v.draft.outline) {
				t.Error("redo did not do it again")
			}
		})
	}
}

func TestSplitAtTheWordThatWasPressed(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", roomtest.English)
	i := v.at(t, "ch1/art2/1")
	if v.goTo(i); !v.tools.split.Disabled() {
		t.Error("a split is offered without a place")
	}
	block := v.draft.outline.Nodes[i].Pieces[0].Block
	rune0 := strings.Index(v.draft.outline.Source.Blocks[block].Text, "anterns [shall]") // inside the word
	v.source.OnPressed(textview.Position{ID: idOf(block), Offset: rune0}, nil)
	if v.node != i {
		t.Fatalf("pressing the source selects %s", v.draft.outline.Nodes[v.node].Path)
	}
	test.Tap(v.tools.split)
	first, second := v.draft.outline.Nodes[i], v.draft.outline.Nodes[i+1]
	if !strings.HasSuffix(strings.TrimSpace(first.Text), "ensure that") || !strings.HasPrefix(second.Text, "lanterns [shall]") {
		t.Errorf("split into %q and %q", first.Text, second.Text)
	}
	if v.node != i+1 || v.list.selected != i+1 {
		t.Errorf("selected %d and %d, want the second part %d", v.node, v.list.selected, i+1)
	}
}

func TestOutlineAndSourceFollowEachOther(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", roomtest.English)
	i := v.at(t, "ch1/art1")
	v.list.Select(i)
	pieces := v.draft.outline.Nodes[i].Pieces
	first := pieces[0].Block
	last := pieces[slices.IndexFunc(pieces, func(p text.Piece) bool { return p.Role == text.RoleHeading })].Block
	if v.source.Chosen() != idOf(first) {
		t.Errorf("the source shows block %s, want %d", v.source.Chosen(), first)
	}
	if first == last || !marked(v.source, last) {
		t.Errorf("the heading in block %d is not marked", last)
	}
	j := v.at(t, "ch1/art1/b")
	other, _, _ := v.draft.outline.Blocks(j)
	v.source.OnChosen(idOf(other))
	if v.list.selected != j || marked(v.source, last) {
		t.Errorf("the outline is at %d, want %d; the old mark is there: %v", v.list.selected, j, marked(v.source, last))
	}
}

func marked(v *sourceView, block int) bool {
	for _, b := range v.Blocks() {
		if b.ID == idOf(block) {
			return slices.ContainsFunc(b.Marks, func(m textview.Mark) bool { return m.Kind == textview.Comment })
		}
	}
	return false
}

// doubtful skips a number.
var doubtful = strings.Replace(roomtest.English, "2. A keeper", "4. A keeper", 1)

func TestDoubtsAreFoundExplainedAndSettled(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", doubtful)
	if v.draft.counts().doubts != 1 {
		t.Fatalf("%d doubts, want 1", v.draft.counts().doubts)
	}
	v.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF8})
	n := v.draft.outline.Nodes[v.node]
	if len(n.Doubts) == 0 {
		t.Fatalf("F8 went to %s", n.Path)
	}
	if want := b.Loc.T(n.Doubts[0]); v.tools.reasons.Text != want || want == n.Doubts[0] {
		t.Errorf("the reason reads %q, want %q", v.tools.reasons.Text, want)
	}
	row := newNodeRow(b.Loc)
	if row.set(&n, data.English); !row.sign.Visible() {
		t.Error("the row has no sign")
	}
	test.Tap(v.tools.settle)
	if v.draft.counts().doubts != 0 || !v.tools.next.Disabled() {
		t.Error("the doubt is still there")
	}
	test.Tap(v.tools.undo)
	if v.draft.counts().doubts != 1 {
		t.Error("undo did not bring the doubt back")
	}
}

func TestAFurtherLanguageIsJoinedAndDifferencesAreListed(t *testing.T) {
	b := roomtest.New(t, "en")
	b.Import(t, "L/1", data.English, roomtest.English)
	v := open(t, b, "lanternes.txt", roomtest.French)
	if v.facts.joined.Visible() {
		t.Error("without a symbol it is said to be joined")
	}
	v.facts.symbol.SetText("L/1")
	v.facts.symbol.OnChanged("L/1")
	if !v.facts.joined.Visible() || !strings.Contains(v.facts.joined.Text, "English") || !v.facts.kind.Disabled() {
		t.Errorf("says %q", v.facts.joined.Text)
	}
	if len(v.others.items) != 1 || v.others.items[0].Path != "ch1/art2/2" || !slices.Equal(v.others.items[0].Langs, []data.Lang{data.French}) {
		t.Errorf("differences before: %+v", v.others.items)
	}
	test.Tap(v.foot.imports)
	if len(b.Errors) > 0 || len(b.Desk.Revisions()) != 1 || len(b.Desk.Revisions()[0].Sources) != 2 {
		t.Fatalf("errors %v, revisions %+v", b.Errors, b.Desk.Revisions())
	}
	if b.Page == nil {
		t.Error("the differences are not listed after the import")
	}
}

func TestALanguageThatIsThereIsNotOffered(t *testing.T) {
	b := roomtest.New(t, "en")
	b.Import(t, "L/1", data.English, roomtest.English)
	v := open(t, b, "lanterns.txt", roomtest.English)
	v.facts.symbol.SetText("L/1")
	v.facts.symbol.OnChanged("L/1")
	if !v.foot.imports.Disabled() {
		t.Error("the import is offered")
	}
	v.facts.symbol.SetText("L/2")
	v.facts.symbol.OnChanged("L/2")
	if v.foot.imports.Disabled() || v.facts.joined.Visible() {
		t.Error("a new symbol is not offered")
	}
}

func TestAnotherLanguageReadsTheOutlineAnew(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", roomtest.English)
	before := len(v.draft.outline.Nodes)
	v.facts.lang.OnChanged(slices.Index(data.Langs, data.Russian))
	if v.draft.outline.Lang != data.Russian || v.source.lang != data.Russian {
		t.Errorf("the outline is %s, the source %s", v.draft.outline.Lang, v.source.lang)
	}
	v.undo()
	if v.draft.outline.Lang != data.English || len(v.draft.outline.Nodes) != before || v.facts.lang.Chosen() != slices.Index(data.Langs, data.English) {
		t.Error("undo did not go back to the first language")
	}
}

func TestClosingAsksWhenChangesWouldBeLost(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", roomtest.English)
	escape := func() { v.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	v.goTo(v.at(t, "ch1/art2/2"))
	v.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if !v.draft.edited() {
		t.Fatal("Backspace does not merge")
	}
	if escape(); b.Page == nil || !v.foot.question.Visible() {
		t.Fatal("the review was closed without a question")
	}
	test.Tap(v.foot.back)
	if b.Page == nil || v.foot.question.Visible() {
		t.Fatal("the review does not go on")
	}
	escape()
	test.Tap(v.foot.lose)
	if b.Page != nil || len(b.Desk.Revisions()) != 0 {
		t.Error("the review is not closed, or something was written")
	}

	v = open(t, b, "lanterns.txt", roomtest.English)
	if v.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}); b.Page != nil {
		t.Error("an untouched review asks")
	}
}

func TestPasteKeepsTheTextAndReviewsIt(t *testing.T) {
	b := roomtest.New(t, "fr")
	Paste(b.Room)
	editor, ok := b.Window.Canvas().Focused().(*textview.Editor)
	if !ok {
		t.Fatal("the field has not the keyboard")
	}
	editor.Insert(roomtest.French)
	waitFor(t, func() bool { return strings.Contains(b.Desk.Scratch(pasteKey), "lanternes") })
	b.Uncover()
	Paste(b.Room) // as after a crash
	editor = b.Window.Canvas().Focused().(*textview.Editor)
	if editor.Text() != roomtest.French {
		t.Fatalf("kept %q", editor.Text())
	}
	tapWords(t, b, b.Loc.T("review.paste.next"))
	if !slices.ContainsFunc(textsOf(b.Page), func(s string) bool { return strings.Contains(s, b.Loc.T("review.pasted")) }) {
		t.Error("the pasted text is not reviewed")
	}
}

func TestTheListKeepsUndoToTheReview(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", roomtest.English)
	if !v.list.Undo() || !v.list.Redo() {
		t.Error("with nothing to undo in the review, the desk's latest act would be undone")
	}
	v.do(merge(v.at(t, "ch1/art2/2")))
	if v.list.Undo(); v.draft.edited() {
		t.Error("Undo takes nothing back")
	}
}

func TestKeysFollowTheDirectionOfReading(t *testing.T) {
	for lang, key := range map[string]fyne.KeyName{"en": fyne.KeyRight, "ar": fyne.KeyLeft} {
		t.Run(lang, func(t *testing.T) {
			b := roomtest.New(t, lang)
			v := open(t, b, "lanterns.txt", roomtest.English)
			v.goTo(v.at(t, "ch1/art2/2"))
			v.list.TypedKey(&fyne.KeyEvent{Name: key})
			if !slices.Contains(paths(v.draft.outline), "ch1/art2/1/2") {
				t.Errorf("%s does not demote", key)
			}
		})
	}
}

func TestTrackedChangesAndCommentsOfAFileAreSaid(t *testing.T) {
	root, err := filepath.Abs("../../..")
	roomtest.Must(t, err)
	content, err := os.ReadFile(filepath.Join(root, "shared/data/docx/RA001-Tracked-Revisions-01.docx"))
	if err != nil {
		t.Skip("the Word files for tests are not here")
	}
	b := roomtest.New(t, "en")
	v := open(t, b, "tracked.docx", string(content))
	inserted, deleted := v.draft.tracked()
	if inserted == 0 || deleted == 0 || !strings.Contains(v.facts.brings.Text, b.Loc.N("review.inserted", inserted)) {
		t.Errorf("%d insertions, %d deletions, said as %q", inserted, deleted, v.facts.brings.Text)
	}
	kinds := map[textview.MarkKind]bool{}
	for _, block := range v.source.Blocks() {
		for _, m := range block.Marks {
			kinds[m.Kind] = true
		}
	}
	if !kinds[textview.Inserted] || !kinds[textview.Deleted] {
		t.Error("the source does not show them")
	}
}
