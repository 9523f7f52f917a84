package redlines

import (
	"context"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/vault"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

var ctx = context.Background()

// words are all that stands in an object.
func words(o fyne.CanvasObject) string {
	out := ""
	switch o := o.(type) {
	case *look.Text:
		out = o.Text + "\n"
	case *fyne.Container:
		for _, c := range o.Objects {
			out += words(c)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			out += words(c)
		}
	}
	return out
}

// opened is the page over a room.
func opened(b *roomtest.Bench, on data.ID) *view {
	v := newView(b.Room)
	v.open(on)
	return v
}

func TestARedLineIsRecordedCorrectedAndLifted(t *testing.T) {
	b := roomtest.New(t, "en")
	txt := b.Import(t, "L/1", data.English, roomtest.English)
	duty, _ := txt.At("ch1/art2/1")
	v := opened(b, duty.ID)
	english := v.form.editors[2]
	english.Insert("shall|must ensure")
	v.form.reason.Insert("Promised.")
	v.form.adding.Insert("1")
	v.keep.Wait()
	v = opened(b, data.ID{}) // as after a crash
	if v.form == nil || v.form.editors[2].Text() != "shall|must ensure" || v.form.adding.Text() != "1" {
		t.Fatal("what was typed does not outlive the program")
	}
	v.form.take()
	if len(v.form.draft.Provisions) != 2 || v.form.adding.Text() != "" {
		t.Fatalf("on %v", v.form.draft.Provisions)
	}
	v.form.record()
	list := b.Desk.RedLines()
	if len(b.Errors) > 0 || len(list) != 1 || list[0].Phrases[data.English] != "shall|must ensure" || list[0].Reason != "Promised." || len(list[0].Provisions) != 2 {
		t.Fatalf("recorded %+v, errors %v", list, b.Errors)
	}
	if v.form != nil || b.Desk.Scratch(v.draftKey()) != "" && !waited(v) {
		t.Error("the form is still there, or what was typed is")
	}
	shown := words(v.detail)
	for _, want := range []string{"shall|must ensure", "Promised.", "article 2, paragraph 1"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not among\n%s", want, shown)
		}
	}
	v.lift(list[0].ID)
	if len(b.Desk.RedLines()) != 0 || len(v.lines) != 0 {
		t.Error("it was not lifted")
	}
}

func waited(v *view) bool {
	v.keep.Wait()
	return v.room.Desk.Scratch(v.draftKey()) == ""
}

func TestThePageSaysWhereARedLineIsCrossed(t *testing.T) {
	for _, lang := range []string{"en", "ar", "zh"} {
		t.Run(lang, func(t *testing.T) {
			b := roomtest.New(t, lang)
			b.Import(t, "L/1", data.English, roomtest.English)
			_, err := b.Desk.SetRedLine(ctx, data.RedLine{Rule: data.RedLineAbsent, Phrases: data.Words{data.English: "lit at dusk"}})
			roomtest.Must(t, err)
			v := opened(b, data.ID{})
			shown := words(v.detail)
			for _, want := range []string{"L/1", "lit at dusk"} {
				if !strings.Contains(shown, want) {
					t.Errorf("%q is not among\n%s", want, shown)
				}
			}
			if want := b.Loc.N("redline.count.crossed", 1); !strings.Contains(v.count.Text, want) {
				t.Errorf("the foot says %q", v.count.Text)
			}
		})
	}
}

func TestWhatIsWrongIsSaid(t *testing.T) {
	b := roomtest.New(t, "en")
	b.Import(t, "L/1", data.English, roomtest.English)
	v := opened(b, data.ID{})
	v.edit(newDraft(data.ID{}))
	v.form.record()
	v.form.adding.Insert("99.99")
	v.form.take()
	if len(b.Errors) != 2 || data.CodeOf(b.Errors[1]) != data.CodeNotFound || v.form == nil {
		t.Errorf("errors %v", b.Errors)
	}
}

func TestOthersOnlyRead(t *testing.T) {
	b := roomtest.New(t, "en")
	b.Import(t, "L/1", data.English, roomtest.English)
	_, err := b.Desk.SetRedLine(ctx, data.RedLine{Rule: data.RedLineStrong})
	roomtest.Must(t, err)
	m, err := b.Desk.SetMember(ctx, data.Member{Name: "Ada", Role: data.RoleAdviser})
	roomtest.Must(t, err)
	roomtest.Must(t, b.Desk.WorkAs(m.ID))
	v := opened(b, data.ID{})
	if v.add.Visible() || len(v.lines) != 1 || strings.Contains(words(v.detail), b.Loc.T("redline.lift")) {
		t.Error("an adviser can change red lines, or does not see them")
	}
}
