package revisions

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/textview"
	"travaux/data"
	"travaux/data/sample"
)

func TestListed(t *testing.T) {
	all := []change{
		{kind: data.PairUnchanged, folded: "article 1 lamps"},
		{kind: data.PairChanged, folded: "article 2 oil"},
		{kind: data.PairMoved, folded: "article 3 oil and wicks", doubtful: true},
		{kind: data.PairUnchanged, folded: "article 4 glass", doubtful: true},
		{kind: data.PairGone, folded: "article 5", doubtful: true, confirmed: true},
	}
	for name, c := range map[string]struct {
		kinds  []data.PairKind
		sought string
		by     order
		want   []int
	}{
		"what changed, doubtful first":   {nil, "", doubtfulFirst, []int{2, 3, 1, 4}},
		"in the order of the text":       {nil, "", asInText, []int{1, 2, 3, 4}},
		"of one kind":                    {[]data.PairKind{data.PairUnchanged}, "", asInText, []int{0, 3}},
		"of two kinds":                   {[]data.PairKind{data.PairMoved, data.PairGone}, "", doubtfulFirst, []int{2, 4}},
		"all words, whatever their case": {nil, "WICKS oil", asInText, []int{2}},
		"nothing":                        {nil, "rope", asInText, nil},
	} {
		kinds := map[data.PairKind]bool{}
		for _, k := range c.kinds {
			kinds[k] = true
		}
		if got := listed(all, kinds, c.sought, c.by); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// opened is the page about the sample's next revision, in English.
func openedSample(t *testing.T) (*evening, *changesTab) {
	t.Helper()
	e := newEvening(t, "en")
	_, old := sample.Draft(data.English)
	_, new := sample.Next(data.English)
	f := &evening{Bench: e.Bench}
	f.texts = issuedLater(t, e.Bench, string(old), string(new))
	p := Show(f.Room, data.ID{})
	f.Room.Changed = func() { f.Changes++; p.Refresh() }
	return f, p.tabs[0].(*changesTab)
}

func (t *changesTab) rowOf(place string) int {
	return slices.IndexFunc(t.shown, func(i int) bool { return t.all[i].place == place })
}

func TestEveryKindOfChangeIsShown(t *testing.T) {
	_, c := openedSample(t)
	for i, n := range countKinds(c.all) {
		if n == 0 {
			t.Errorf("nothing is %s", data.PairKinds[i])
		}
	}
	for _, x := range []struct {
		place string
		kind  data.PairKind
		has   []textview.MarkKind
		words string
	}{
		{"Article 5, paragraph 1", data.PairChanged, []textview.MarkKind{textview.Deleted}, "should"},
		{"Article 4, paragraph 3 → Article 5, paragraph 4", data.PairMoved, []textview.MarkKind{textview.MovedHere, textview.MovedAway, textview.Chip}, "moved to article 5, paragraph 4"},
		{"Article 16, paragraph 2 → Article 18, paragraphs 2 and 3", data.PairSplit, []textview.MarkKind{textview.Chip, textview.Inserted}, "Article 18, paragraph 3"},
		{"Article 7 bis → Article 8", data.PairMerged, []textview.MarkKind{textview.Chip}, "from article 7 bis, paragraph 2"},
		{"Article 13, paragraph 1", data.PairNew, []textview.MarkKind{textview.Inserted}, "of one region"},
		{"Article 3, paragraph 3", data.PairGone, []textview.MarkKind{textview.Deleted}, "military"},
	} {
		i := c.rowOf(x.place)
		if i < 0 {
			t.Errorf("%s is not listed", x.place)
			continue
		}
		c.choose(i)
		if got := c.all[c.shown[i]].kind; got != x.kind {
			t.Errorf("%s is %s, want %s", x.place, got, x.kind)
		}
		text, kinds := "", map[textview.MarkKind]bool{}
		for _, b := range c.detail.texts.redline.Blocks() {
			text += b.Text + "\n"
			for _, m := range b.Marks {
				kinds[m.Kind] = true
			}
		}
		for _, k := range x.has {
			if !kinds[k] {
				t.Errorf("%s: no mark of kind %d", x.place, k)
			}
		}
		if !strings.Contains(text, x.words) {
			t.Errorf("%s: %q is not in %q", x.place, x.words, text)
		}
	}
}

func TestAPairIsConfirmedAndTakenBack(t *testing.T) {
	e, c := openedSample(t)
	c.choose(c.rowOf("Article 5, paragraph 1"))
	e.press(fyne.KeyC)
	x, _ := c.chosen()
	if !x.confirmed || x.place != "Article 5, paragraph 1" || c.detail.confirm.Visible() {
		t.Errorf("not confirmed, or another is shown: %+v %v", x.pairing, e.Errors)
	}
	_, err := e.Desk.Undo(ctx)
	if err != nil {
		t.Fatal(err)
	}
	c.Refresh()
	if x, _ := c.chosen(); x.confirmed {
		t.Error("undo does not take it back")
	}
}

func TestAPairIsMadeAnew(t *testing.T) {
	e, c := openedSample(t)
	c.choose(c.rowOf("Article 13, paragraph 1"))
	e.press(fyne.KeyR)
	if !c.places.object.Visible() || c.places.shown[0] != -1 {
		t.Fatal("the other side is not asked for, or nothing cannot be chosen")
	}
	e.press(fyne.KeyC) // belongs to the field
	c.places.field.SetText("article 3 3")
	c.places.find()
	c.places.field.SetText("military purposes")
	c.places.find()
	c.places.take(0)
	i := c.rowOf("Article 3, paragraph 3 → Article 13, paragraph 1")
	if i < 0 || len(e.Errors) > 0 {
		t.Fatalf("not paired anew: %v", e.Errors)
	}
	if x := c.all[c.shown[i]]; !x.confirmed || x.pairing.By.IsZero() {
		t.Error("who paired it is not known")
	}
	c.choose(i)
	e.press(fyne.KeyR)
	c.places.take(0)
	if c.rowOf("Article 13, paragraph 1") < 0 || c.rowOf("Article 3, paragraph 3") < 0 {
		t.Error("that it continues nothing is not taken down")
	}
}

func TestDoubtfulPairsAreGoneThrough(t *testing.T) {
	_, c := openedSample(t)
	c.all[c.shown[3]].doubtful = true
	c.all[c.shown[5]].doubtful = true
	c.choose(0)
	var at []int
	for _, by := range []int{1, 1, 1, -1} {
		c.step(by)
		at = append(at, c.list.Selected())
	}
	if !slices.Equal(at, []int{3, 5, 5, 3}) {
		t.Errorf("N, N, N and P lead to %v", at)
	}
}
