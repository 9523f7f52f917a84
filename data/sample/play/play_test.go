package play_test

import (
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample"
	"travaux/data/sample/play/playtest"
)

func TestMain(m *testing.M) { playtest.Main(m) }

// played is the sample in a language, the test's own to change.
func played(t *testing.T, lang data.Lang) *desk.Desk {
	t.Helper()
	return playtest.Desk(t, lang)
}

// TestEveryStateOfTheSampleIsReached plays the story and looks whether each
// position stands as the story says.
func TestEveryStateOfTheSampleIsReached(t *testing.T) {
	for _, lang := range []data.Lang{data.English, data.Arabic, data.Chinese} {
		d := played(t, lang)
		text, err := d.Current()
		if err != nil {
			t.Fatal(err)
		}
		if diffs := text.Differences(); len(diffs) > 0 {
			t.Errorf("%s: the language versions differ: %v", lang, diffs)
		}
		reached := map[data.ApprovalState]bool{}
		for _, x := range sample.Tell().Positions {
			p, ok := text.At(x.Path)
			if !ok {
				t.Fatalf("%s: no %s", lang, x.Path)
			}
			if got := d.Approval(p.ID).State; got != x.State {
				t.Errorf("%s %s: %s, the story says %s", lang, x.Path, got, x.State)
			}
			reached[x.State] = true
		}
		for _, s := range []data.ApprovalState{data.ApprovalDraft, data.ApprovalSubmitted, data.ApprovalReturned, data.ApprovalApproved, data.ApprovalLapsed} {
			if !reached[s] {
				t.Errorf("no position of the sample is %s", s)
			}
		}
		if _, ok := d.CanUndo(); ok {
			t.Error("there is something to undo in a fresh sample")
		}
		for _, c := range sample.Tell().Comments {
			p, _ := text.At(c.Path)
			for _, thread := range d.Comments(p.ID) {
				if c.Quote[lang] != "" && thread.Anchor.Quote == "" {
					t.Errorf("%s %s: the comment lost its words", lang, c.Path)
				}
			}
		}
	}
}
