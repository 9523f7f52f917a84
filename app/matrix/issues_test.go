package matrix

import (
	"slices"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
)

// TestIssuesAreMadeChangedAndDeleted goes the whole way through the form, and back
// by undoing.
func TestIssuesAreMadeChangedAndDeleted(t *testing.T) {
	b := roomtest.New(t, "en")
	text := b.Import(t, "A/1", data.English, roomtest.English)
	ids := map[string]data.ID{}
	for _, p := range text.Provisions {
		ids[p.Path] = p.ID
	}
	p := Show(b.Room)
	f := p.issues
	if !f.none.Visible() || f.remove.Visible() {
		t.Error("issues where there are none")
	}
	one := func(title string, provisions ...data.ID) {
		t.Helper()
		if all := b.Desk.Issues(); len(b.Errors) > 0 || len(all) != 1 || all[0].Title != title || !slices.Equal(all[0].Provisions, provisions) {
			t.Fatalf("%+v, %v", all, b.Errors)
		}
	}
	f.title.SetText("Light")
	f.places.SetText("1, 2.1-2.2")
	f.save()
	one("Light", ids["ch1/art1"], ids["ch1/art2/1"], ids["ch1/art2/2"])
	if len(f.issues) != 1 || f.chosen != f.issues[0].ID || f.places.Text() != "1, 2.1, 2.2" || !f.remove.Visible() {
		t.Errorf("shown %+v, %q", f.issues, f.places.Text())
	}

	f.title.SetText("Light at dusk")
	f.save()
	one("Light at dusk", ids["ch1/art1"], ids["ch1/art2/1"], ids["ch1/art2/2"])
	f.places.SetText("2.2")
	f.save()
	one("Light at dusk", ids["ch1/art2/2"])

	f.delete()
	if len(b.Errors) > 0 || len(b.Desk.Issues()) != 0 || !f.chosen.IsZero() || f.title.Text() != "" {
		t.Errorf("deleted: %+v, %q, %v", b.Desk.Issues(), f.title.Text(), b.Errors)
	}
	_, err := b.Desk.Undo(ctx)
	roomtest.Must(t, err)
	p.Refresh()
	one("Light at dusk", ids["ch1/art2/2"])
	if f.none.Visible() || len(f.issues) != 1 {
		t.Error("what came back is not listed")
	}
}

// TestWhatIsTypedOfAnIssueSurvives holds that neither leaving the page nor a mistake
// takes what was typed.
func TestWhatIsTypedOfAnIssueSurvives(t *testing.T) {
	b, ids := told(t, "en")
	p := Show(b.Room)
	typing := func(f *issueForm, title, places string) {
		f.title.SetText(title)
		f.title.OnChanged(title)
		f.places.SetText(places)
		f.places.OnChanged(places)
	}
	typing(p.issues, "Rest", "99")
	p.issues.save()
	if len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != data.CodeInput || len(b.Desk.Issues()) != 1 {
		t.Fatalf("%v, %+v", b.Errors, b.Desk.Issues())
	}
	p.issues.load(ids["issue"])
	typing(p.issues, "Light at dawn", "2.1")
	p.page.Leave()

	p = Show(b.Room)
	if f := p.issues; f.title.Text() != "Rest" || f.places.Text() != "99" {
		t.Errorf("begun: %q, %q", f.title.Text(), f.places.Text())
	}
	p.issues.load(ids["issue"])
	if f := p.issues; f.title.Text() != "Light at dawn" || f.places.Text() != "2.1" {
		t.Errorf("changed: %q, %q", f.title.Text(), f.places.Text())
	}
	p.issues.save()
	if x, _ := b.Desk.Issue(ids["issue"]); x.Title != "Light at dawn" || !slices.Equal(x.Provisions, []data.ID{ids["ch1/art2/1"]}) {
		t.Errorf("%+v", x)
	}
	p.issues.load(data.ID{})
	if p.issues.title.Text() != "Rest" {
		t.Error("saving one issue takes what is begun of another")
	}
	p.page.Leave()
	for _, key := range []string{"title", "places"} {
		if kept := b.Desk.Scratch("issue/" + ids["issue"].String() + "/" + key); kept != "" {
			t.Errorf("%s is kept after it was saved: %q", key, kept)
		}
	}
}
