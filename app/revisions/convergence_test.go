package revisions

import (
	"context"
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/translations"
)

// settledLater is roomtest.English with its brackets gone, article 1 gone and
// another article at the end.
var settledLater = func() string {
	one, two := strings.Index(roomtest.English, "Article 1"), strings.Index(roomtest.English, "Article 2")
	text := roomtest.English[:one] + roomtest.English[two:]
	return strings.Replace(text, "[shall][should]", "shall", 1) + "\nArticle 3\nDepositary\n\nThe [Chair] keeps the lantern.\n"
}()

func shownConvergence(t *testing.T, b *roomtest.Bench) *convergenceTab {
	t.Helper()
	p := Show(b.Room, data.ID{})
	for i, x := range p.tabs {
		if c, ok := x.(*convergenceTab); ok {
			p.choose(i)
			return c
		}
	}
	t.Fatal("the page has no such tab")
	return nil
}

// toldRow is a row as a person reads it.
func toldRow(x convergenceFacts) string {
	parts := []string{x.words}
	if x.note != "" {
		parts = append(parts, "("+x.note+")")
	}
	for _, f := range x.figures {
		parts = append(parts, f.words)
	}
	return strings.Join(parts, " | ")
}

func TestTheTableTellsEveryArticleOverAllRevisions(t *testing.T) {
	for lang, want := range map[string][]string{
		"en": {
			"The whole text | 2 → 1 | 0 | 1 of 7",
			"Preamble | 0 | 0 | 0",
			"Article 1  Use of terms | (gone since A/1/Rev.1) | 0 | 0 | 0",
			"Article 2  Duties of keepers | 2 → 0 | 0 | 1 → 0",
			"Article 3  Depositary | (new in A/1/Rev.1) | 1 | 0 | 1",
		},
		"ar": {
			"النص كله | 2 ← 1 | 0 | 1 من أصل 7",
			"الديباجة | 0 | 0 | 0",
		},
	} {
		t.Run(lang, func(t *testing.T) {
			b := roomtest.New(t, lang)
			issued(t, b, roomtest.English, settledLater)
			c := shownConvergence(t, b)
			for i, w := range want {
				if got := toldRow(c.rows[i]); got != w {
					t.Errorf("row %d: %q, want %q", i, got, w)
				}
			}
			if lang == "en" && !strings.Contains(c.summary.Text, "Brackets: 2 → 1 · Options: 0 · Pending: 1 of 7 · Words:") {
				t.Errorf("summary %q", c.summary.Text)
			}
		})
	}
}

func TestWhatIsMostOpenComesFirst(t *testing.T) {
	b := roomtest.New(t, "en")
	issued(t, b, roomtest.English, settledLater)
	c := shownConvergence(t, b)
	c.table.Mark(1)
	c.Key(fyne.KeyS)
	var got []string
	for _, r := range c.rows {
		got = append(got, strings.Fields(r.words)[len(strings.Fields(r.words))-1])
	}
	if s := strings.Join(got, " "); s != "text Depositary Preamble keepers terms" {
		t.Errorf("order %s", s)
	}
	if c.rows[c.table.Selected()].words != "Preamble" {
		t.Error("another row is selected than before")
	}
}

func TestEnterGoesToAnArticleThatIsThere(t *testing.T) {
	b := roomtest.New(t, "en")
	texts := issued(t, b, roomtest.English, settledLater)
	c := shownConvergence(t, b)
	at := func(words string) int {
		return slices.IndexFunc(c.rows, func(x convergenceFacts) bool { return strings.Contains(x.words, words) })
	}
	enter := func(i int) {
		c.table.Mark(i)
		c.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	enter(0)
	enter(at("Use of terms"))
	if b.Page == nil || !b.Selection.Provision().IsZero() || len(b.Toasts) != 1 {
		t.Fatal("the page was left for what is not in the text")
	}
	enter(at("Depositary"))
	p, _ := texts[1].At("ch1/art3")
	if b.Page != nil || b.Selection.Provision() != p.ID {
		t.Error("Enter does not go to the article")
	}
}

func TestLastToObjectStandsInAConfidentialFrameWithItsEvidence(t *testing.T) {
	b := roomtest.New(t, "en")
	texts := issued(t, b, roomtest.English, settledLater)
	p, _ := texts[1].At("ch1/art3")
	roomtest.Must(t, b.Desk.SetPosition(context.Background(), data.Position{Provision: p.ID, Stance: data.StanceOppose}))
	_, err := b.Desk.Propose(context.Background(), data.Proposal{Provision: p.ID, Kind: data.ProposalSuppress, Ours: true})
	roomtest.Must(t, err)
	c := shownConvergence(t, b)
	if len(c.ours) != 1 || c.ours[0].words != "Article 3  Depositary" {
		t.Fatalf("%+v", c.ours)
	}
	for _, want := range []string{"Article 3", "Oppose", "our proposal (SUP)"} {
		if !strings.Contains(c.ours[0].evidence, want) {
			t.Errorf("evidence %q lacks %q", c.ours[0].evidence, want)
		}
	}
	if !strings.Contains(c.ours[0].brackets, "1 bracket") {
		t.Errorf("brackets %q", c.ours[0].brackets)
	}
	look.BlankFrames(true)
	t.Cleanup(func() { look.BlankFrames(false) })
	if visible(c.object, c.last) {
		t.Error("the list is seen while everything confidential is hidden")
	}
	look.BlankFrames(false)
	if !visible(c.object, c.last) {
		t.Error("the list is not seen")
	}
}

// visible reports whether an object is in a tree and nothing around it hides it.
func visible(in, sought fyne.CanvasObject) bool {
	path := look.Path(in, sought)
	return path != nil && !slices.ContainsFunc(path, func(o fyne.CanvasObject) bool { return !o.Visible() })
}

func TestTheButtonOfARowGoesToItsArticle(t *testing.T) {
	b := roomtest.New(t, "en")
	texts := issued(t, b, roomtest.English, settledLater)
	c := shownConvergence(t, b)
	line := newConvergenceLine(b.Loc, 2, c.goTo)
	for _, x := range c.rows {
		if line.set(x); line.button.Visible() != (x.here && !x.whole) {
			t.Errorf("%s: button shown %v", x.words, line.button.Visible())
		}
	}
	p, _ := texts[1].At("ch1/art3")
	line.set(c.rows[slices.IndexFunc(c.rows, func(x convergenceFacts) bool { return x.id == p.ID })])
	test.Tap(line.button)
	if b.Page != nil || b.Selection.Provision() != p.ID {
		t.Error("the button does not go there")
	}
}

// TestBarsAreToldByShapeAndRunInTheOrderOfReading looks at the pixels.
func TestBarsAreToldByShapeAndRunInTheOrderOfReading(t *testing.T) {
	count := func(fill barFill, rtl bool) (start, end, middle int) {
		lang := "en"
		if rtl {
			lang = "ar"
		}
		roomtest.New(t, lang)
		b := newBars(fill)
		b.values, b.most = []int{0, -1, 9}, 9
		p := ink.NewPicture(60, 40, 1)
		b.paint(p, 60, 40)
		return inkIn(p.RGBA, image.Rect(0, 0, 20, 40)), inkIn(p.RGBA, image.Rect(40, 0, 60, 40)), inkIn(p.RGBA, image.Rect(20, 0, 40, 40))
	}
	var inks []int
	for _, fill := range []barFill{solidBars, hatchedBars, hollowBars} {
		low, high, gone := count(fill, false)
		if high <= low || low == 0 || gone != 0 {
			t.Errorf("texture %d: %d pixels for nothing, %d where the article is not there, %d for nine", fill, low, gone, high)
		}
		if mirroredHigh, mirroredLow, _ := count(fill, true); mirroredHigh != high || mirroredLow != low {
			t.Errorf("texture %d is not mirrored", fill)
		}
		inks = append(inks, high)
	}
	if inks[0] < inks[1]*5/4 || inks[1] < inks[2]*5/4 {
		t.Errorf("textures are too much alike: %v pixels", inks)
	}
}

func inkIn(p *image.RGBA, area image.Rectangle) (n int) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if p.RGBAAt(x, y).A > 0 {
				n++
			}
		}
	}
	return n
}

func TestANumberThatNeverChangedIsSaidOnce(t *testing.T) {
	loc := translations.New("en")
	for name, c := range map[string]struct {
		values []int
		want   string
	}{
		"one revision": {[]int{4}, "4"}, "the same": {[]int{4, 4}, "4"}, "fell": {[]int{9, 5, 4}, "9 → 4"},
		"up and back": {[]int{4, 9, 4}, "4 → 4"}, "came": {[]int{-1, 4}, "4"}, "went": {[]int{7, 4, -1}, "7 → 4"}, "never there": {[]int{-1}, ""},
	} {
		if got := changeWords(c.values, loc); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
