package intake

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/page/roomtest"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/text"
)

// workOn makes every kind of edit and fills the fields.
func workOn(t *testing.T, v *review) {
	t.Helper()
	v.facts.symbol.Insert("L/7")
	v.facts.date.Insert("2026-05-04")
	v.facts.kind.OnChanged(choose(v.facts.kind, slices.Index(data.RevisionKinds, data.RevisionChair)))
	v.do(demote(v.at(t, "ch1/art2/2")))
	v.do(promote(v.at(t, "ch1/art2/1/2")))
	v.do(merge(v.at(t, "ch1/art1/b")))
	v.do(split(v.at(t, "ch1/art2/1"), 10))
	v.do(retitle(v.at(t, "ch1/art2"), "Dusk"))
	v.do(promote(v.at(t, "ch1/art2")))
	v.undo()
}

func choose(s *look.Select, i int) int { s.Choose(i); return i }

func outlineOf(o *text.Outline) string {
	var b strings.Builder
	for _, n := range o.Nodes {
		b.WriteString(n.Path + "|" + n.Heading + "|" + n.Text + "\n")
	}
	return b.String()
}

// reopen opens a file as the program does and returns the review's fields.
func reopen(t *testing.T, b *roomtest.Bench, name, content string) (fields []string) {
	t.Helper()
	Review(b.Room, name, []byte(content))
	if b.Page == nil {
		t.Fatalf("no review: %v", b.Errors)
	}
	each(b.Page, func(o fyne.CanvasObject) {
		if f, ok := o.(*textview.Field); ok {
			fields = append(fields, f.Text())
		}
	})
	return fields
}

func TestAReviewGoesOnWhereItWasLeft(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", roomtest.English)
	workOn(t, v)
	page.Flush(b.Desk)

	again := open(t, b, "another-name.txt", roomtest.English)
	k, ok := readKept(b.Desk, again.draft.digest)
	if !ok || k.Kind != data.RevisionChair || !again.draft.redoAll(k) {
		t.Fatalf("kept %v %+v", ok, k)
	}
	if got, want := outlineOf(again.draft.outline), outlineOf(v.draft.outline); got != want {
		t.Errorf("the outline came back as\n%s\nwant\n%s", got, want)
	}
	if len(again.draft.done) != 5 {
		t.Errorf("%d edits can be undone, want 5", len(again.draft.done))
	}
	if fields := reopen(t, b, "lanterns.txt", roomtest.English); !slices.Contains(fields, "L/7") || !slices.Contains(fields, "2026-05-04") {
		t.Errorf("the fields came back as %q", fields)
	}
	if !slices.Contains(textsOf(b.Page), b.Loc.T("review.restored")) {
		t.Error("it is not said")
	}
	if slices.Contains(reopen(t, b, "lanterns.txt", roomtest.English+"\n"), "L/7") {
		t.Error("another file got what belongs to this one")
	}
}

func TestAnotherLanguageIsKeptToo(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", roomtest.English)
	v.facts.lang.OnChanged(slices.Index(data.Langs, data.Spanish))
	page.Flush(b.Desk)
	again := open(t, b, "lanterns.txt", roomtest.English)
	k, _ := readKept(b.Desk, again.draft.digest)
	if !again.draft.redoAll(k) || again.draft.outline.Lang != data.Spanish {
		t.Errorf("read as %s", again.draft.outline.Lang)
	}
}

func TestAfterTheImportAndWhenDiscardedNothingIsKept(t *testing.T) {
	for name, end := range map[string]func(v *review){
		"import":  func(v *review) { test.Tap(v.foot.imports) },
		"discard": func(v *review) { v.page.Close(); test.Tap(v.foot.lose) },
		"undone":  func(v *review) { v.facts.symbol.SetText(""); v.undo() },
	} {
		t.Run(name, func(t *testing.T) {
			b := roomtest.New(t, "en")
			v := open(t, b, "lanterns.txt", roomtest.English)
			v.facts.symbol.Insert("L/7")
			v.do(merge(v.at(t, "ch1/art1/b")))
			page.Flush(b.Desk)
			if b.Desk.Scratch(keptKey(v.draft.digest)) == "" {
				t.Fatal("nothing was kept before")
			}
			end(v)
			page.Flush(b.Desk)
			if got := b.Desk.Scratch(keptKey(v.draft.digest)); got != "" || len(b.Errors) > 0 {
				t.Errorf("still kept: %s; errors %v", got, b.Errors)
			}
		})
	}
}

func TestClosingForLaterKeepsTheChanges(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", roomtest.English)
	v.do(merge(v.at(t, "ch1/art1/b")))
	v.page.Close()
	test.Tap(v.foot.later)
	if b.Page != nil {
		t.Fatal("the review stays")
	}
	if k, ok := readKept(b.Desk, v.draft.digest); !ok || len(k.Edits) != 1 {
		t.Errorf("kept %v %+v", ok, k)
	}
}

func TestEditsOfAnotherOutlineAreNotMade(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", roomtest.English)
	before := outlineOf(v.draft.outline)
	mark := markOf(v.draft.parsed)
	for name, k := range map[string]kept{
		"found otherwise": {Parsed: "0123", Edits: []edit{merge(2)}},
		"beyond the end":  {Parsed: mark, Edits: []edit{merge(2), merge(999)}},
		"before it":       {Parsed: mark, Edits: []edit{demote(-1)}},
		"unknown":         {Parsed: mark, Edits: []edit{{Act: "turn"}}},
		"beyond the text": {Parsed: mark, Edits: []edit{split(3, 99999)}},
		"no language":     {Parsed: mark, Edits: []edit{read("xx")}},
	} {
		t.Run(name, func(t *testing.T) {
			if v.draft.redoAll(k) || outlineOf(v.draft.outline) != before || v.draft.edited() {
				t.Error("the outline was changed")
			}
		})
	}
	k := kept{Parsed: "0123", Edits: []edit{merge(2)}}
	content, err := json.Marshal(k)
	roomtest.Must(t, err)
	roomtest.Must(t, b.Desk.SetScratch(keptKey(v.draft.digest), "="+string(content)))
	reopen(t, b, "lanterns.txt", roomtest.English)
	if !slices.Contains(textsOf(b.Page), b.Loc.T("review.restored.not")) {
		t.Error("it is not said")
	}
}

func FuzzKeptEdits(f *testing.F) {
	f.Add(`[{"act":"merge","node":3},{"act":"split","node":4,"rune":7},{"act":"retitle","node":2,"words":"x"},{"act":"read","lang":"fr"}]`)
	source := &text.Source{}
	for _, line := range strings.Split(roomtest.English, "\n") {
		source.Blocks = append(source.Blocks, text.Block{Text: line, Break: "\n"})
	}
	f.Fuzz(func(t *testing.T, edits string) {
		d := newDraft("x", nil, source)
		k := kept{Parsed: markOf(d.parsed)}
		if json.Unmarshal([]byte(edits), &k.Edits) != nil || len(k.Edits) > 40 {
			return
		}
		d.redoAll(k)
		if d.outline.Rebuild() != source.Plain() {
			t.Error("characters were lost")
		}
	})
}

func TestAPasteIsKeptUntilItIsImported(t *testing.T) {
	b := roomtest.New(t, "en")
	Paste(b.Room)
	paste(t, b, roomtest.English)
	tapWords(t, b, b.Loc.T("review.paste.next"))
	page.Flush(b.Desk)
	if !strings.Contains(b.Desk.Scratch(pasteKey), "Lanterns") {
		t.Fatal("the pasted text is gone before it was imported")
	}
	tapWords(t, b, b.Loc.T("review.import"))
	page.Flush(b.Desk)
	if len(b.Desk.Revisions()) != 1 || b.Desk.Scratch(pasteKey) != "" {
		t.Errorf("%d revisions, kept %d bytes, errors %v", len(b.Desk.Revisions()), len(b.Desk.Scratch(pasteKey)), b.Errors)
	}
}

func TestAPasteTooLongToBeKeptIsSaidAndTaken(t *testing.T) {
	b := roomtest.New(t, "en")
	Paste(b.Room)
	said := func() bool { return slices.Contains(textsOf(b.Page), b.Loc.T("review.paste.long")) }
	if said() {
		t.Fatal("it is said of nothing")
	}
	paste(t, b, strings.Repeat("1. Every State Party shall tend its lanterns with care at all times.\n\n", 16000))
	page.Flush(b.Desk)
	if len(b.Errors) > 0 || !said() {
		t.Errorf("errors %v, said %v", b.Errors, said())
	}
	tapWords(t, b, b.Loc.T("review.paste.next"))
	if len(b.Errors) > 0 || !slices.Contains(textsOf(b.Page), b.Loc.T("review.title")) {
		t.Errorf("it is not reviewed: %v", b.Errors)
	}
}

func paste(t *testing.T, b *roomtest.Bench, words string) {
	t.Helper()
	e, ok := b.Window.Canvas().Focused().(*textview.Editor)
	if !ok {
		t.Fatal("the field has not the keyboard")
	}
	e.Insert(words)
}

func TestEscapeOnAButtonClosesTheReview(t *testing.T) {
	b := roomtest.New(t, "en")
	v := open(t, b, "lanterns.txt", roomtest.English)
	v.foot.cancel.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.Page != nil {
		t.Error("the page stays")
	}
}
